// Real outlines that a user has imported: kept in his data directory, they take the place of a theatre's approximate cells.
// Invariant: the theatre's own files stay as they are; with other outlines it has another version.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '../model/outcome.ts';
import { contentId } from '../model/text.ts';
import type { CellShape, Theatre } from '../model/theatre.ts';
import { coverOf } from './lies-in.ts';
import type { Boundaries } from './match-boundaries.ts';
import { parseCells } from './parse-cells.ts';
import { printFault, type TheatreFault } from './theatre-fault.ts';

export const boundariesFile = (home: string, theatre: Pick<Theatre, 'id'>): string =>
  join(home, 'boundaries', `${theatre.id}.geojson`);

/** One feature a place, in the form of a theatre's own cells. */
export const keepBoundaries = (file: string, { matches }: Boundaries): void => {
  const features = matches.map(({ place, outline }) => ({
    type: 'Feature',
    properties: { place, approximate: false },
    geometry: outline.geometry,
  }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ type: 'FeatureCollection', features })}\n`);
};

export const forgetBoundaries = (file: string): void => rmSync(file, { force: true });

const readShapes = (file: string): readonly CellShape[] => {
  const faults: TheatreFault[] = [];
  const text = readFileSync(file, 'utf8');
  const shapes = parseCells(JSON.parse(text), (fault) => faults.push(fault));
  if (faults.length === 0) return shapes.map(({ value }) => value);
  const [first] = faults.map(printFault);
  throw new Fault('world', `The imported outlines in ${file} cannot be read (${first}): import them again.`);
};

/** A district without an outline of its own, of which a real outline has the land: it is shown as a sign at its seat. */
const coveredBy = ({ gazetteer }: Theatre, shapes: readonly CellShape[]) => {
  const isCovered = coverOf(shapes.map(({ geometry }) => geometry));
  return ({ place }: CellShape): boolean => {
    const point = gazetteer.get(place)?.point ?? null;
    return point !== null && isCovered(point);
  };
};

/** The theatre with the outlines that were imported for it, where there are any. */
export const withBoundaries = (theatre: Theatre, home: string): Theatre => {
  const file = boundariesFile(home, theatre);
  if (!existsSync(file)) return theatre;
  const shapes = new Map(readShapes(file).map((shape) => [shape.place, shape]));
  const known = new Set(theatre.cells.map(({ place }) => place));
  const isCovered = coveredBy(theatre, [...shapes.values()]);
  const cells = [
    ...theatre.cells.flatMap((cell) => shapes.get(cell.place) ?? (isCovered(cell) ? [] : [cell])),
    ...[...shapes.values()].filter(({ place }) => !known.has(place)),
  ];
  return { ...theatre, cells, version: contentId('the', [theatre.version, [...shapes.values()]]) };
};
