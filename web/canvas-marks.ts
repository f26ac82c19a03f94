// What lies where on a map that is one image: found by its outlines, since no element stands for a cell.

import { symbolsOf } from '../src/drawing/draw-symbols.ts';
import { labelOf, type MapDrawing, shownExtents } from '../src/drawing/map-drawing.ts';
import type { PlaceId } from '../src/model/place.ts';
import type { Mark } from './map-surface.ts';
import type { Point } from './neighbours.ts';
import { isScope } from './scopes.ts';

export interface PlacedMark extends Mark {
  readonly at: Point;
  /** Its outline; null for a sign at a point. */
  readonly path: string | null;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

const SIGN = 12;

/** Every cell and sign of a drawing, in the order in which they lie over each other. */
export const marksOf = (map: MapDrawing): readonly PlacedMark[] => {
  const all = shownExtents(map);
  const extents = all.map(({ extent, cell }): PlacedMark => {
    const scope = cell?.scope ?? 'district';
    const { place, seat, path, box } = extent;
    return {
      place: place.id,
      scope: isScope(scope) ? scope : null,
      label: labelOf(map, place, cell),
      at: seat,
      path,
      box,
    };
  });
  const r = SIGN / map.zoom;
  const signs = symbolsOf(map, all).map(({ place, cell, at }): PlacedMark => {
    const [x, y] = at;
    const box = [x - r, y - r, x + r, y + r] as const;
    return { place: place.id, scope: cell.scope, label: labelOf(map, place, cell), at, path: null, box };
  });
  return [...extents, ...signs];
};

const isInBox = ({ box: [left, top, right, bottom] }: PlacedMark, [x, y]: Point): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/** The topmost of them at a point of the drawing. */
export const markAt = (
  marks: readonly PlacedMark[],
  point: Point,
  isInside: (path: string, point: Point) => boolean,
): PlacedMark | null =>
  marks.findLast((mark) => isInBox(mark, point) && (mark.path === null || isInside(mark.path, point))) ?? null;

export const markOf = (marks: readonly PlacedMark[], place: PlaceId | null): PlacedMark | null =>
  marks.findLast((mark) => mark.place === place) ?? null;
