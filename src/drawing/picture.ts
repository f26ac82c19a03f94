// The map as a picture that stands alone.
import type { Assessment } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import { bordersOf } from './borders.ts';
import { cellOf, type DrawnPlace } from './cell.ts';
import { longDayWords } from './day-words.ts';
import { layGround } from './ground.ts';
import { ENGLISH } from './language.ts';
import { drawLayers } from './map.ts';
import { paintWith } from './palette.ts';
import { drawFoot, drawHead, drawScale, drawSwatches, EDGE, type PictureOptions } from './picture-frame.ts';
import { type Drawn, draw, toMarkup } from './scene.ts';
import { numberSides } from './sides.ts';
import { nameSides } from './words.ts';

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif';
const COLUMN = 340;

export const placesOf = (theatre: Theatre): readonly DrawnPlace[] => {
  const shapes = new Map(theatre.cells.map((shape) => [shape.place, shape.geometry]));
  return theatre.gazetteer
    .all()
    .map(({ id, kind, name, province, point }) => ({ id, kind, name, province, point, shape: shapes.get(id) ?? null }));
};

/** The map of one day as a drawing of the asked size, with all that must be printed on a picture. */
export const drawPicture = (theatre: Theatre, cells: readonly Assessment[], options: PictureOptions): Drawn => {
  const paint = paintWith(options.theme);
  const { width, height } = options;
  const places = placesOf(theatre);
  const words = options.words ?? ENGLISH;
  const [left, right] = words.direction === 'rtl' ? [EDGE, COLUMN] : [COLUMN, EDGE];
  const ground = layGround(places, { size: { width, height }, margin: { top: EDGE, right, bottom: 76, left } });
  const frame = { paint, options, theatre, words };
  const layers = drawLayers({
    ground,
    borders: bordersOf(ground),
    places,
    cells: cells.map(cellOf),
    sides: nameSides(theatre.sides, words),
    numbers: numberSides(theatre.sides),
    paint,
    prefix: 'map',
    chosen: options.chosen ?? null,
    zoom: 1,
    interactive: false,
    bareWords: words.verdict.silent,
    view: null,
    room: null,
    signs: [],
    dense: false,
  });
  return draw(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': FONT,
      role: 'img',
      'aria-label': `${theatre.title}${words.comma}${longDayWords(options.on, words)}`,
    },
    [
      draw('rect', { width, height, fill: paint('paper') }),
      ...layers,
      ...drawHead(frame, cells),
      ...drawSwatches(frame, cells),
      ...drawScale(frame, ground),
      ...drawFoot(frame, cells),
    ],
  );
};

/** The picture as an SVG file's text. */
export const drawMap = (theatre: Theatre, cells: readonly Assessment[], options: PictureOptions): string =>
  `${toMarkup(drawPicture(theatre, cells, options))}\n`;
