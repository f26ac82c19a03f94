// The map as a drawing, back to front: land, cells by holder and status, outlines, symbols, names. Page and picture share it.
import { drawBorders, drawChosen, drawFill, drawOutlines } from './draw-cells.ts';
import { drawNames } from './draw-names.ts';
import { drawDots, drawSymbol, symbolsOf } from './draw-symbols.ts';
import { type MapDrawing, shownExtents } from './map-drawing.ts';
import { drawPattern, patternsOf } from './patterns.ts';
import { type Drawn, draw } from './scene.ts';

/** The map's parts, back to front, without the picture's frame. */
export const drawLayers = (map: MapDrawing): readonly Drawn[] => {
  const all = shownExtents(map);
  const symbols = symbolsOf(map, all);
  const options = { paint: map.paint, prefix: map.prefix, zoom: map.zoom };
  const patterns = patternsOf(
    all.map(({ look }) => look),
    map.prefix,
  );
  return [
    draw(
      'defs',
      {},
      patterns.map((pattern) => drawPattern(pattern, options)),
    ),
    draw(
      'g',
      { class: 'cells' },
      all.map((shown) => drawFill(map, shown)),
    ),
    draw('g', { class: 'lines', 'pointer-events': 'none' }, [
      ...drawBorders(map),
      ...drawOutlines(map, all),
      ...drawChosen(map),
      ...drawDots(map, symbols),
    ]),
    draw(
      'g',
      { class: 'symbols' },
      symbols.map((symbol) => drawSymbol(map, symbol)),
    ),
    drawNames(map, all, symbols),
  ];
};
