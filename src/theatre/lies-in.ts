// Whether a point lies inside an outline: a line from it to the east crosses the outline an odd number of times.
import type { Place } from '../model/place.ts';
import type { CellShape } from '../model/theatre.ts';

type Point = NonNullable<Place['point']>;
type Ring = readonly (readonly [number, number])[];

const crossings = (ring: Ring, [lon, lat]: Point): number =>
  ring.filter(([x, y], at) => {
    const [toX, toY] = ring[(at + 1) % ring.length] ?? [x, y];
    return y > lat !== toY > lat && lon < x + ((lat - y) / (toY - y)) * (toX - x);
  }).length;

const ringsOf = ({ type, coordinates }: CellShape['geometry']): readonly Ring[] =>
  type === 'Polygon' ? coordinates : coordinates.flat();

/** Holes are rings too, so that what lies in one is outside. */
export const liesIn = (point: Point, outline: CellShape['geometry']): boolean =>
  ringsOf(outline).reduce((sum, ring) => sum + crossings(ring, point), 0) % 2 === 1;

/** Tells whether a point lies in any of the outlines; what is far from one is not measured against its corners. */
export const coverOf = (outlines: readonly CellShape['geometry'][]): ((point: Point) => boolean) => {
  const boxed = outlines.map((outline) => {
    const corners = ringsOf(outline).flat();
    const bound = (of: 0 | 1, most: (a: number, b: number) => number): number =>
      corners.map((corner) => corner[of]).reduce((a, b) => most(a, b));
    const box = [bound(0, Math.min), bound(1, Math.min), bound(0, Math.max), bound(1, Math.max)] as const;
    return { outline, box };
  });
  return ([lon, lat]) =>
    boxed.some(
      ({ outline, box: [west, south, east, north] }) =>
        west <= lon && lon <= east && south <= lat && lat <= north && liesIn([lon, lat], outline),
    );
};
