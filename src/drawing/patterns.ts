// The six forms as SVG patterns: each status is told by form alone, so that grey print loses nothing.
import type { Look, Pattern } from './look.ts';
import type { Paint, SideNumber } from './palette.ts';
import { type Drawn, draw } from './scene.ts';

/** A pattern's id, the same for the same look. `prefix` keeps two drawings on one page apart. */
export const patternId = (pattern: Pattern, prefix: string): string =>
  [prefix, pattern.form, ...pattern.sides, ...(pattern.age === 0 ? [] : [`age${pattern.age}`])].join('-');

export const fillOf = (fill: Look['fill'], paint: Paint, prefix: string): string =>
  'token' in fill ? paint(fill.token) : `url(#${patternId(fill.pattern, prefix)})`;

const rect = (box: readonly [x: number, y: number, width: number, height: number], fill: string): Drawn =>
  draw('rect', { x: box[0], y: box[1], width: box[2], height: box[3], fill });

interface Tile {
  readonly size: readonly [width: number, height: number];
  readonly turn: number;
  readonly parts: readonly Drawn[];
}

const areaOf = (side: SideNumber | undefined, pattern: Pattern, paint: Paint): string =>
  side === undefined ? paint('land') : paint(`side-${side}-area-0${pattern.age}`);

/** Stripes lean one way for odd sides and the other for even ones; later pairs are wider, then upright. */
const claimedTile = (pattern: Pattern, paint: Paint): Tile => {
  const side = pattern.sides[0] ?? 6;
  const wide = side === 3 || side === 4;
  const [period, bar] = wide ? [6.4, 2.1] : [4.25, 1.4];
  const turn = side > 4 ? 0 : side % 2 === 0 ? 45 : -45;
  return {
    size: [period, period],
    turn,
    parts: [rect([0, 0, period, period], paint('land')), rect([0, 0, bar, period], paint(`side-${side}-line`))],
  };
};

const threatenedTile = (pattern: Pattern, paint: Paint): Tile => ({
  size: [6, 6],
  turn: 0,
  parts: [
    rect([0, 0, 6, 6], areaOf(pattern.sides[0], pattern, paint)),
    draw('circle', { cx: 3, cy: 3, r: 1.8, fill: paint('land') }),
  ],
});

const contestedTile = (pattern: Pattern, paint: Paint): Tile => ({
  size: [8, 8],
  turn: 0,
  parts: [
    rect([0, 0, 8, 8], areaOf(pattern.sides[0], pattern, paint)),
    rect([4, 0, 4, 4], areaOf(pattern.sides[1], pattern, paint)),
    rect([0, 4, 4, 4], areaOf(pattern.sides[1], pattern, paint)),
  ],
});

const BAND = 4.25;
const disputedTile = (pattern: Pattern, paint: Paint): Tile => {
  const bands = pattern.sides.length > 1 ? pattern.sides : [pattern.sides[0], undefined];
  return {
    size: [bands.length * BAND, bands.length * BAND],
    turn: 45,
    parts: bands.map((side, at) => rect([at * BAND, 0, BAND, bands.length * BAND], areaOf(side, pattern, paint))),
  };
};

const emptiedTile = (_: Pattern, paint: Paint): Tile => ({
  size: [6, 6],
  turn: 0,
  parts: [rect([0, 0, 6, 6], paint('land')), draw('circle', { cx: 3, cy: 3, r: 0.7, fill: paint('rule') })],
});

const TILES: Readonly<Record<Pattern['form'], (pattern: Pattern, paint: Paint) => Tile>> = {
  claimed: claimedTile,
  threatened: threatenedTile,
  contested: contestedTile,
  disputed: disputedTile,
  emptied: emptiedTile,
};

/** One `<pattern>`; `zoom` keeps it the same size on screen when the drawing is scaled. */
export const drawPattern = (pattern: Pattern, options: { paint: Paint; prefix: string; zoom: number }): Drawn => {
  const tile = TILES[pattern.form](pattern, options.paint);
  return draw(
    'pattern',
    {
      id: patternId(pattern, options.prefix),
      patternUnits: 'userSpaceOnUse',
      width: tile.size[0],
      height: tile.size[1],
      patternTransform: `scale(${1 / options.zoom}) rotate(${tile.turn})`,
      'data-turn': tile.turn,
    },
    tile.parts,
  );
};

/** Every pattern that these looks need, once each, in a fixed order. */
export const patternsOf = (looks: readonly Look[], prefix: string): readonly Pattern[] => {
  const found = new Map<string, Pattern>();
  for (const { fill } of looks) if ('pattern' in fill) found.set(patternId(fill.pattern, prefix), fill.pattern);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern);
};
