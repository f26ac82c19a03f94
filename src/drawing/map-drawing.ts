// What one drawing of the map is made from, and what a cell looks like in it.
// Invariant: a cell nobody spoke of is bare land, whoever held it before the reports.
import type { SideId } from '../model/actor.ts';
import type { PlaceId } from '../model/place.ts';
import type { Borders } from './borders.ts';
import { type ControlCell, coversExtent, type DrawnPlace } from './cell.ts';
import type { Extent, Ground } from './ground.ts';
import { fill } from './language.ts';
import { BARE, type Look, lookOf } from './look.ts';
import type { Paint, SideNumber } from './palette.ts';
import { type SideNames, verdictOf } from './words.ts';

export interface MapDrawing {
  readonly ground: Ground;
  readonly borders: Borders;
  readonly places: readonly DrawnPlace[];
  readonly cells: readonly ControlCell[];
  readonly sides: SideNames;
  readonly numbers: ReadonlyMap<SideId, SideNumber>;
  readonly paint: Paint;
  /** Keeps the pattern ids of two drawings on one page apart. */
  readonly prefix: string;
  readonly chosen: PlaceId | null;
  /** How far the drawing is magnified: patterns, symbols and names keep their size on screen. */
  readonly zoom: number;
  /** Labelled, focusable cells for the page; plain shapes for a picture. */
  readonly interactive: boolean;
  /** What is said of a place without a cell. */
  readonly bareWords: string;
  /** What can be seen, in the drawing's own pixels: what lies outside is left out. Null: all. */
  readonly view: Box | null;
  /** Where names may stand, in the drawing's own pixels: other words of the page lie beyond. Null: anywhere. */
  readonly room: Box | null;
  /** Signs that lie over the map: no name may cover them. */
  readonly signs: readonly (readonly [x: number, y: number])[];
  /** Thousands of cells: small ones keep their fill, since a sign on each would cover them all. */
  readonly dense: boolean;
}

export type Box = Extent['box'];

export const isSeen = ({ view }: Pick<MapDrawing, 'view'>, [left, top, right, bottom]: Box): boolean =>
  view === null || (right >= view[0] && left <= view[2] && bottom >= view[1] && top <= view[3]);

/** Extents with a smaller side than this hold a sign instead of a pattern. */
const SMALLEST_PATTERN = 14;

export interface Shown {
  readonly extent: Extent;
  readonly cell: ControlCell | null;
  readonly look: Look;
}

export const shownExtents = (map: MapDrawing): readonly Shown[] => {
  const cells = new Map(map.cells.filter(coversExtent).map((cell) => [cell.place, cell]));
  const seen = [...map.ground.extents.values()].filter(({ box }) => isSeen(map, box));
  return seen.map((extent) => {
    const cell = cells.get(extent.place.id) ?? null;
    return { extent, cell, look: cell === null ? BARE : lookOf(cell, map.numbers) };
  });
};

export const isTiny = ({ extent: { box } }: Shown, { zoom, dense }: Pick<MapDrawing, 'zoom' | 'dense'>): boolean =>
  !dense && Math.min(box[2] - box[0], box[3] - box[1]) * zoom < SMALLEST_PATTERN;

/** A cell's name and verdict, as it is called by those who do not see it. */
export const labelOf = (map: MapDrawing, place: DrawnPlace, cell: ControlCell | null): string =>
  fill(
    map.sides.words.verdict.named,
    { place: place.name, verdict: cell === null ? map.bareWords : verdictOf(cell, map.sides) },
    map.sides.words,
  );

/** One thing to choose on the page has a name and a role; one tab stop for all of them is the page's care. */
export const choosable = (map: MapDrawing, place: DrawnPlace, cell: ControlCell | null) =>
  map.interactive
    ? {
        role: 'button',
        tabindex: -1,
        'aria-label': labelOf(map, place, cell),
        'data-place': place.id,
        'data-scope': cell?.scope ?? 'district',
      }
    : {};
