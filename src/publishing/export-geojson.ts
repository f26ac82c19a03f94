// RFC 7946: one feature a cell; a district has its drawn extent, everything else its point, what has neither no geometry.
import type { Assessment } from '../model/control.ts';
import { type Exported, type Exporter, originOf } from './exporter.ts';
import { assessmentRecord } from './records.ts';

const geometryOf = ({ cell }: Assessment, { theatre }: Exported) => {
  const isExtent = cell.scope === 'district' || cell.scope === 'centre';
  const shape = isExtent ? theatre.cells.find(({ place }) => place === cell.place) : undefined;
  if (shape !== undefined) return shape.geometry;
  const point = theatre.gazetteer.get(cell.place)?.point ?? null;
  return point === null ? null : { type: 'Point', coordinates: [point[0], point[1]] };
};

const write = (exported: Exported): string => {
  const collection = {
    type: 'FeatureCollection',
    whoholds: {
      ...originOf(exported),
      on: exported.on,
      asOf: exported.stamp.asOf,
      approximate: exported.theatre.cells.some(({ approximate }) => approximate),
    },
    features: exported.cells.map((cell) => ({
      type: 'Feature',
      id: `${cell.cell.place}#${cell.cell.scope}`,
      geometry: geometryOf(cell, exported),
      properties: assessmentRecord(cell, exported.theatre),
    })),
  };
  return `${JSON.stringify(collection)}\n`;
};

export const geojson: Exporter = {
  format: 'geojson',
  mediaType: 'application/geo+json',
  extension: 'geojson',
  writes: 'cells',
  write,
};
