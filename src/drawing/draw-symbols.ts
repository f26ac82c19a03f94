// Signs over the land: towns, gates and bases with a verdict of their own, tiny cells, and dots for silent cities.
import { type ControlCell, coversExtent, type DrawnPlace } from './cell.ts';
import { drawGlyph, glyphOf } from './glyph.ts';
import { choosable, isSeen, isTiny, type MapDrawing, type Shown } from './map-drawing.ts';
import { type Drawn, draw } from './scene.ts';

export interface MapSymbol {
  readonly place: DrawnPlace;
  readonly cell: ControlCell;
  readonly at: readonly [x: number, y: number];
}

/** Scopes that have no spot on the map: the list tells of them. */
const UNDRAWN: ReadonlySet<ControlCell['scope']> = new Set(['area', 'outskirts', 'province']);

/** One sign a place: what its own kind stands for, else the first; the list and the table tell the rest. */
const mainOf = (cells: readonly ControlCell[], places: readonly DrawnPlace[]): readonly ControlCell[] => {
  const kinds = new Map<string, string>(places.map(({ id, kind }) => [id, kind]));
  const chosen = new Map<string, ControlCell>();
  for (const cell of cells)
    if (!chosen.has(cell.place) || kinds.get(cell.place) === cell.scope) chosen.set(cell.place, cell);
  return [...chosen.values()];
};

export const symbolsOf = (map: MapDrawing, all: readonly Shown[]): readonly MapSymbol[] => {
  const byId = new Map(map.places.map((place) => [place.id, place]));
  const apart = map.cells.filter(
    (cell) => !UNDRAWN.has(cell.scope) && !(coversExtent(cell) && map.ground.extents.has(cell.place)),
  );
  const main = mainOf(apart, map.places);
  const tiny = all.flatMap((shown) => (shown.cell !== null && isTiny(shown, map) ? [shown.cell] : []));
  const loud = tiny.filter((cell) => !isQuiet(map, cell));
  const symbols = [...loud, ...main].flatMap((cell) => {
    const place = byId.get(cell.place);
    const at = place === undefined ? null : map.ground.pointOf(place);
    return place === undefined || at === null || !isSeen(map, [...at, ...at]) ? [] : [{ place, cell, at }];
  });
  return symbols.sort((a, b) => Number(isQuiet(map, b.cell)) - Number(isQuiet(map, a.cell)));
};

/** Spoken of, but nothing can be said: a smaller sign, behind the others. */
const isQuiet = (map: MapDrawing, { place, status, holder }: ControlCell): boolean =>
  status === 'undetermined' && holder !== 'none' && place !== map.chosen;

const QUIET_SIZE = 0.6;

export const drawSymbol = (map: MapDrawing, { place, cell, at }: MapSymbol): Drawn =>
  draw(
    'g',
    {
      class: 'symbol',
      transform: `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)}) scale(${(isQuiet(map, cell) ? QUIET_SIZE : 1) / map.zoom}) translate(-8 -8)`,
      ...choosable(map, place, cell),
    },
    [
      draw('circle', { cx: 8, cy: 8, r: 12, fill: 'none', 'pointer-events': 'all' }),
      draw('circle', { cx: 8, cy: 8, r: 9, fill: map.paint('land'), 'fill-opacity': 0.9 }),
      ...drawGlyph(glyphOf(cell, map.numbers), map.paint),
    ],
  );

/** Silent cities as dots, so that a name always names something. */
export const drawDots = (map: MapDrawing, symbols: readonly MapSymbol[]): readonly Drawn[] =>
  map.places.flatMap((place) => {
    const at = map.ground.pointOf(place);
    if (place.kind !== 'city' || at === null || symbols.some((symbol) => symbol.place.id === place.id)) return [];
    return [
      draw('circle', {
        cx: at[0].toFixed(1),
        cy: at[1].toFixed(1),
        r: 1.8 / map.zoom,
        fill: map.paint('ink2'),
        class: 'dot',
      }),
    ];
  });
