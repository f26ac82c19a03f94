// Loads a theatre: data in, checked values out. All its faults come at once, with file, row and column, like a linter's.
// Invariant: a theatre that was returned is whole; nothing of it is read from disk later.
import type { Lexicon } from '../model/lexicon.ts';
import { Fault } from '../model/outcome.ts';
import type { Place } from '../model/place.ts';
import type { Theatre } from '../model/theatre.ts';
import { checkFiles } from './check-theatre.ts';
import type { FalseNames } from './false-names.ts';
import { buildGazetteer } from './gazetteer.ts';
import { loadLexicon } from './lexicon.ts';
import { parseFiles, type TheatreFiles } from './parse-files.ts';
import { type DataFolder, languageFolder, readFolder, readTheatreFolder } from './read-folder.ts';
import type { PlaceRow, TheatreFile } from './schema.ts';
import { printFault, type ReportFault, type TheatreFault } from './theatre-fault.ts';

interface Loaded {
  readonly files: TheatreFiles;
  readonly lexicon: Lexicon | null;
  /** The version of the language's files; empty where nobody has written it. */
  readonly language: string;
  readonly faults: readonly TheatreFault[];
}

/** Every file of a language; null where nobody has written it yet. */
const languageFiles = (language: string): DataFolder | null => {
  const folder = languageFolder(language);
  return folder === null ? null : readFolder(folder);
};

/** The language's words with the theatre's own; null where the files do not say which or are at fault. */
const readLexicon = (
  { theatre, lexicon }: TheatreFiles,
  folder: DataFolder | null,
  report: ReportFault,
): Lexicon | null => {
  if (theatre === null) return null;
  if (folder === null) {
    report({
      file: 'theatre.json',
      row: null,
      column: 'language',
      message: `no language has the id "${theatre.language}"`,
    });
    return null;
  }
  try {
    return loadLexicon(folder, lexicon);
  } catch (error) {
    if (!(error instanceof Fault) || lexicon === null) throw error;
    report({ file: 'lexicon.json', row: null, column: null, message: error.message });
    return null;
  }
};

const readFiles = (folder: DataFolder): Loaded => {
  const faults: TheatreFault[] = [];
  const files = parseFiles(folder.files, (fault) => faults.push(fault));
  const language = files.theatre === null ? null : languageFiles(files.theatre.language);
  const lexicon = readLexicon(files, language, (fault) => faults.push(fault));
  return { files, lexicon, language: language?.version ?? '', faults: [...faults, ...checkFiles(files)] };
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

/** Who fights over the places: the sides, but for states abroad, and whoever stands on one. */
const partyNames = ({ theatre, actors }: TheatreFiles): readonly string[] => {
  const sides = (theatre?.sides ?? []).filter((side) => side.class !== 'foreign');
  const ids = new Set(sides.map(({ id }) => id));
  const own = actors.map(({ value }) => value).filter(({ roles }) => roles.some(({ side }) => ids.has(side)));
  return [...sides, ...own].flatMap(({ name, names }) => [name, ...names]);
};

const baselinesOf = ({ baselines, exceptions }: TheatreFiles): Theatre['baselines'] =>
  baselines.map(({ value }) => ({
    ...value,
    exceptions: new Map(
      (exceptions.get(value.exceptions ?? '') ?? []).map(({ value: { place, side } }) => [place, side]),
    ),
  }));

const namesOf = ({ names }: TheatreFiles): Theatre['names'] => {
  const languages = new Set(names.map(({ value }) => value.language));
  const namesIn = (language: string) => {
    const rows = names.map(({ value }) => value).filter((row) => row.language === language);
    const of = (what: (typeof rows)[number]['of']) =>
      new Map(rows.filter((row) => row.of === what).map(({ id, name }) => [id, name]));
    return { title: [...of('theatre').values()][0] ?? null, sides: of('side'), places: of('place') };
  };
  return new Map([...languages].map((language) => [language, namesIn(language)]));
};

const falseNamesOf = (lexicon: Lexicon): FalseNames => ({
  personWords: new Set(lexicon.list('personWords')),
  ordinaryWords: new Set(lexicon.list('ordinaryWords')),
  kindWords: new Set(
    lexicon
      .list('scopeLists')
      .flatMap((scope) => [...lexicon.list(`scope:${scope}`), ...lexicon.list(`scopes:${scope}`)]),
  ),
});

interface Sound {
  readonly theatre: TheatreFile;
  readonly lexicon: Lexicon;
}

const build = (folder: DataFolder, files: TheatreFiles, { theatre, lexicon }: Sound): Theatre => {
  const { id, title, period, openOn, timezone, sides, open, tempo, coverage, spelling, crossings } = theatre;
  return {
    ...{ id, title, period, openOn, timezone, sides, open, tempo, coverage },
    crossings: new Map(Object.entries(crossings)),
    version: folder.version,
    actors: files.actors.map(({ value }) => value),
    outlets: files.outlets.map(({ value }) => value),
    gazetteer: buildGazetteer(
      files.places.map(({ value }) => placeOf(value)),
      {
        ...{ spelling, otherNames: otherNames(files), partyNames: partyNames(files) },
        falseNames: falseNamesOf(lexicon),
      },
    ),
    lexicon,
    baselines: baselinesOf(files),
    denominators: files.denominators.map(({ value }) => value),
    cells: files.cells.map(({ value }) => value),
    names: namesOf(files),
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

/** A theatre once loaded, by its version, with that of its language: what has not changed is not parsed again. */
const known = new Map<string, { readonly theatre: Theatre; readonly language: string }>();

/**
 * Loads a theatre by the id of one that comes with the package (`open` has no gazetteer) or by its folder.
 * Throws one `Fault` of kind `usage` that lists every fault of its files.
 */
export const loadTheatre = (idOrDirectory: string): Theatre => {
  const folder = readTheatreFolder(idOrDirectory);
  const before = known.get(folder.version);
  if (before !== undefined && before.language === languageFiles(before.theatre.lexicon.language)?.version)
    return before.theatre;
  const { files, lexicon, language, faults } = readFiles(folder);
  const { theatre } = files;
  if (faults.length > 0 || theatre === null || lexicon === null) throw faultOf(folder.directory, faults);
  const built = build(folder, files, { theatre, lexicon });
  known.set(folder.version, { theatre: built, language });
  return built;
};
