// Reads cells.geojson: one feature a place, with rings as RFC 7946 wants them.
// Invariant: a ring that is kept is closed, has four positions or more, and only numbers in it.
import * as z from 'zod';
import type { CellShape } from '../model/theatre.ts';
import type { Outline } from './match-boundaries.ts';
import type { ReportFault, Row } from './theatre-fault.ts';

type Position = readonly [number, number];

const FILE = 'cells.geojson';

// Coordinates are checked by hand below: a hundred thousand numbers through a schema would cost more than all the rest.
const geometrySchema = z.looseObject({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.unknown() });
const featureSchema = z.looseObject({
  properties: z.looseObject({ place: z.string(), approximate: z.boolean() }),
  geometry: geometrySchema,
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

const outlineSchema = z.looseObject({ properties: z.record(z.string(), z.unknown()), geometry: geometrySchema });

interface Feature {
  readonly row: number;
  readonly feature: unknown;
}

/** A feature by a schema, its rings by hand; null where it has a fault, which is told. */
const checked = <T extends { readonly geometry: z.output<typeof geometrySchema> }>(
  schema: z.ZodType<T>,
  { row, feature }: Feature,
  report: ReportFault,
): T | null => {
  const result = schema.safeParse(feature);
  if (!result.success) {
    for (const { path, message } of result.error.issues) report({ file: FILE, row, column: path.join('.'), message });
    return null;
  }
  const { type, coordinates } = result.data.geometry;
  const wrong = ringsOf(type, coordinates)
    .map(faultOfRing)
    .find((fault) => fault !== null);
  if (wrong === undefined) return result.data;
  report({ file: FILE, row, column: 'geometry.coordinates', message: wrong });
  return null;
};

const featuresOf = (json: unknown, report: ReportFault): readonly Feature[] => {
  const features = typeof json === 'object' && json !== null && 'features' in json ? json.features : null;
  if (Array.isArray(features)) return features.map((feature: unknown, index) => ({ row: index + 1, feature }));
  report({ file: FILE, row: null, column: null, message: 'must be a GeoJSON FeatureCollection' });
  return [];
};

/** The shapes of a FeatureCollection; every fault is reported with the number of its feature. */
export const parseCells = (json: unknown, report: ReportFault): readonly Row<CellShape>[] =>
  featuresOf(json, report).flatMap((one) => {
    const found = checked(featureSchema, one, report);
    if (found === null) return [];
    const { properties, geometry } = found;
    const shape = { place: properties.place, approximate: properties.approximate, geometry };
    return [{ row: one.row, value: shape as CellShape }];
  });

/** The outlines of a file from outside, whatever its fields are called. */
export const parseOutlines = (json: unknown, report: ReportFault): readonly Outline[] =>
  featuresOf(json, report).flatMap((one) => {
    const found = checked(outlineSchema, one, report);
    if (found === null) return [];
    return [{ row: one.row, properties: found.properties, geometry: found.geometry as CellShape['geometry'] }];
  });
