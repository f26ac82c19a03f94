import { geoContains } from 'd3-geo';
import polygonClipping, { type MultiPolygon } from 'polygon-clipping';
import { describe, expect, test } from 'vitest';
import type { CellShape } from '../model/theatre.ts';
import { loadTheatre } from './load.ts';

type Ring = readonly (readonly [number, number])[];

const signedArea = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [x, y], index) => {
    const [fromX, fromY] = ring[index] ?? [x, y];
    return sum + (fromX * y - x * fromY) / 2;
  }, 0);

const polygonsOf = ({ geometry }: CellShape): readonly (readonly Ring[])[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** In square degrees; holes count against it. */
const areaOf = (polygons: readonly (readonly Ring[])[]): number =>
  polygons.flat().reduce((sum, ring) => sum + signedArea(ring), 0);

describe.each(['tiny', 'afghanistan-2021'])('the drawn cells of %s', (id) => {
  const { cells, gazetteer } = loadTheatre(id);
  const all = polygonClipping.union(cells.flatMap(polygonsOf) as unknown as MultiPolygon);

  test('are one for each district, and each says that it is approximate', () => {
    const districts = gazetteer.all().filter(({ kind }) => kind === 'district');
    expect(cells.map(({ place }) => place)).toEqual(districts.map((place) => place.id));
    expect(cells.every(({ approximate }) => approximate)).toBe(true);
  });

  test('run against the clock outside and with it in holes, as RFC 7946 says', () => {
    for (const cell of cells)
      for (const [outer = [], ...holes] of polygonsOf(cell)) {
        expect(signedArea(outer)).toBeGreaterThan(0);
        for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0);
      }
  });

  test('neither overlap nor leave gaps: together they are one land without holes, as large as their sum', () => {
    expect(all).toHaveLength(1);
    expect(all[0]).toHaveLength(1);
    const sum = cells.reduce((total, cell) => total + areaOf(polygonsOf(cell)), 0);
    expect(areaOf(all as unknown as readonly (readonly Ring[])[])).toBeCloseTo(sum, 6);
  });

  test('hold the point of their district, but for points that several share', () => {
    const points = new Map<string, number>();
    for (const { place } of cells) {
      const key = String(gazetteer.get(place)?.point);
      points.set(key, (points.get(key) ?? 0) + 1);
    }
    const outside = cells.filter(({ place, geometry }) => {
      const point = gazetteer.get(place)?.point ?? null;
      // d3 reads rings the other way round: a ring against the clock is its outside (see house.md).
      const shape = {
        type: 'MultiPolygon' as const,
        coordinates: polygonsOf({ place, geometry, approximate: true }).map((rings) =>
          rings.map((ring) => [...ring].reverse().map(([x, y]) => [x, y])),
        ),
      };
      return point !== null && points.get(String(point)) === 1 && !geoContains(shape, [...point]);
    });
    expect(outside.map(({ place }) => place)).toEqual([]);
  });
});
