// Reads cells.geojson: one feature a place, with rings as RFC 7946 wants them.
// Invariant: a ring that is kept is closed, has four positions or more, and only numbers in it.
import * as z from 'zod';
import type { CellShape } from '../model/theatre.ts';
import type { ReportFault, Row } from './theatre-fault.ts';

type Position = readonly [number, number];

const FILE = 'cells.geojson';

// Coordinates are checked by hand below: a hundred thousand numbers through a schema would cost more than all the rest.
const featureSchema = z.looseObject({
  properties: z.looseObject({ place: z.string(), approximate: z.boolean() }),
  geometry: z.looseObject({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.unknown() }),
});

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);

const faultOfRing = (ring: unknown): string | null => {
  if (!Array.isArray(ring) || !ring.every(isPosition)) return 'a ring must be a list of [longitude, latitude]';
  if (ring.length < 4) return 'a ring must have four positions or more';
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? null : 'a ring must end where it begins';
};

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const ringsOf = (type: string, coordinates: unknown): readonly unknown[] =>
  type === 'Polygon' ? asList(coordinates) : asList(coordinates).flatMap(asList);

const parseFeature = (feature: unknown, row: number, report: ReportFault): Row<CellShape>[] => {
  const result = featureSchema.safeParse(feature);
  if (!result.success) {
    for (const { path, message } of result.error.issues) report({ file: FILE, row, column: path.join('.'), message });
    return [];
  }
  const { properties, geometry } = result.data;
  const wrong = ringsOf(geometry.type, geometry.coordinates)
    .map(faultOfRing)
    .find((fault) => fault !== null);
  if (wrong !== undefined) {
    report({ file: FILE, row, column: 'geometry.coordinates', message: wrong });
    return [];
  }
  const shape = { place: properties.place, approximate: properties.approximate, geometry };
  return [{ row, value: shape as CellShape }];
};

/** The shapes of a FeatureCollection; every fault is reported with the number of its feature. */
export const parseCells = (json: unknown, report: ReportFault): readonly Row<CellShape>[] => {
  const features = typeof json === 'object' && json !== null && 'features' in json ? json.features : null;
  if (!Array.isArray(features)) {
    report({ file: FILE, row: null, column: null, message: 'must be a GeoJSON FeatureCollection' });
    return [];
  }
  return features.flatMap((feature: unknown, index) => parseFeature(feature, index + 1, report));
};
