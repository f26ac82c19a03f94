// Loads a theatre: data in, checked values out. All its faults come at once, with file, row and column, like a linter's.
// Invariant: a theatre that was returned is whole; nothing of it is read from disk later.
import { join } from 'node:path';
import type { Lexicon } from '../model/lexicon.ts';
import { Fault } from '../model/outcome.ts';
import type { Place } from '../model/place.ts';
import type { Theatre } from '../model/theatre.ts';
import { checkFiles } from './check-theatre.ts';
import type { FalseNames } from './false-names.ts';
import { buildGazetteer } from './gazetteer.ts';
import { loadLexicon } from './lexicon.ts';
import { parseFiles, type TheatreFiles } from './parse-files.ts';
import { packageFolder, readTheatreFolder, type TheatreFolder } from './read-folder.ts';
import type { PlaceRow, TheatreFile } from './schema.ts';
import { printFault, type TheatreFault } from './theatre-fault.ts';

const readFiles = (folder: TheatreFolder): { files: TheatreFiles; faults: readonly TheatreFault[] } => {
  const faults: TheatreFault[] = [];
  const files = parseFiles(folder.files, (fault) => faults.push(fault));
  return { files, faults: [...faults, ...checkFiles(files)] };
};

const placeOf = ({ id, kind, name, province, lat, lon, parent, aka }: PlaceRow): Place => ({
  id,
  kind,
  name,
  names: aka.split(';').filter((spelling) => spelling !== ''),
  province: province === '' ? null : province,
  within: parent === '' ? null : parent,
  point: lat === '' || lon === '' ? null : [lon, lat],
});

const otherNames = ({ theatre, actors, outlets }: TheatreFiles): readonly string[] =>
  [...(theatre?.sides ?? []), ...actors.map(({ value }) => value), ...outlets.map(({ value }) => value)].flatMap(
    ({ name, names }) => [name, ...names],
  );

const baselinesOf = ({ baselines, exceptions }: TheatreFiles): Theatre['baselines'] =>
  baselines.map(({ value }) => ({
    ...value,
    exceptions: new Map(
      (exceptions.get(value.exceptions ?? '') ?? []).map(({ value: { place, side } }) => [place, side]),
    ),
  }));

const falseNamesOf = (lexicon: Lexicon): FalseNames => ({
  personWords: new Set(lexicon.list('personWords')),
  ordinaryWords: new Set(lexicon.list('ordinaryWords')),
  kindWords: new Set(lexicon.list('scopeLists').flatMap((scope) => lexicon.list(`scope:${scope}`))),
});

const build = (folder: TheatreFolder, files: TheatreFiles, theatre: TheatreFile): Theatre => {
  const { id, title, period, openOn, timezone, sides, open, tempo, coverage, spelling } = theatre;
  const lexicon = loadLexicon(join(packageFolder('languages'), theatre.language), files.lexicon);
  return {
    ...{ id, title, period, openOn, timezone, sides, open, tempo, coverage },
    version: folder.version,
    actors: files.actors.map(({ value }) => value),
    outlets: files.outlets.map(({ value }) => value),
    gazetteer: buildGazetteer(
      files.places.map(({ value }) => placeOf(value)),
      { spelling, otherNames: otherNames(files), falseNames: falseNamesOf(lexicon) },
    ),
    lexicon,
    baselines: baselinesOf(files),
    cells: files.cells.map(({ value }) => value),
  };
};

const faultOf = (directory: string, faults: readonly TheatreFault[]): Fault =>
  new Fault(
    'usage',
    [
      `The theatre in ${directory} has ${faults.length} fault${faults.length === 1 ? '' : 's'}:`,
      ...faults.map(printFault),
    ].join('\n'),
  );

/** Every fault of a theatre's files, in the order of the files; empty where it is sound. Throws where there is none. */
export const checkTheatre = (idOrDirectory: string): readonly TheatreFault[] =>
  readFiles(readTheatreFolder(idOrDirectory)).faults;

/**
 * Loads a theatre by the id of one that comes with the package (`open` has no gazetteer) or by its folder.
 * Throws one `Fault` of kind `usage` that lists every fault of its files.
 */
export const loadTheatre = (idOrDirectory: string): Theatre => {
  const folder = readTheatreFolder(idOrDirectory);
  const { files, faults } = readFiles(folder);
  if (faults.length > 0 || files.theatre === null) throw faultOf(folder.directory, faults);
  return build(folder, files, files.theatre);
};
