// Renames a theatre and texts about it consistently: what is read in the one must be what is read in the other, renamed.
// Invariant: pure; one word of a name becomes one invented word everywhere, and words of the language stay what they are.
import { foldWord } from '../../src/theatre/fold-name.ts';
import { splitCsv } from '../../src/theatre/split-csv.ts';

/** A theatre's files by name, as text. */
export type Files = ReadonlyMap<string, string>;

export interface Renaming {
  readonly files: Files;
  /** A text with every name in it renamed; lengths change, so that offsets do. */
  text(original: string): string;
  /** Ids; what is no id of the theatre (a voice, null) stays. */
  side<T extends string | null>(id: T): T | string;
  place<T extends string | null>(id: T): T | string;
  actor<T extends string | null>(id: T): T | string;
}

const SYLLABLES = ['zor', 'vek', 'lum', 'tig', 'dri', 'mop', 'xan', 'qul', 'bur', 'jef'] as const;
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’‘ʼ`´](?!s\b)\p{L}[\p{L}\p{M}]*)*/gu;

/** No two numbers have one word, and no language has these words. */
const inventWord = (index: number): string =>
  [...String(index + 10)].map((digit) => SYLLABLES[Number(digit)] ?? '').join('');

const wordsOf = (text: string): readonly string[] => [...text.matchAll(WORD)].map(([word]) => word);
const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

const stringsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
};

const withCaseOf = (original: string, invented: string): string => {
  if (original.length > 1 && original === original.toUpperCase()) return invented.toUpperCase();
  return isCapitalised(original) ? `${invented[0]?.toUpperCase()}${invented.slice(1)}` : invented;
};

type Json = Record<string, unknown>;
type Change = (value: unknown) => unknown;

/** Applies changes to the named fields of an entry, through lists; other fields stay. */
const changeFields = (entry: unknown, changes: Readonly<Record<string, Change>>): Json =>
  Object.fromEntries(
    Object.entries(entry as Json).map(([field, value]) => [
      field,
      changes[field] === undefined ? value : changes[field](value),
    ]),
  );

const eachOf =
  (change: Change): Change =>
  (list) =>
    (list as readonly unknown[]).map(change);

const onText =
  (change: (text: string) => string): Change =>
  (value) =>
    typeof value === 'string' ? change(value) : Array.isArray(value) ? value.map((one) => change(String(one))) : value;

const listOf = (files: Files, file: string): readonly Json[] => JSON.parse(files.get(file) ?? '[]') as Json[];

const NAMED_FIELDS = ['name', 'names', 'title', 'sharedNames'] as const;

/** The words that only stand in names: never in lower case in the texts, and not in what belongs to the language. */
const wordsToRename = (
  files: Files,
  texts: readonly string[],
  kept: ReadonlySet<string>,
): ReadonlyMap<string, string> => {
  const lower = new Set(
    texts
      .flatMap(wordsOf)
      .filter((word) => !isCapitalised(word))
      .map(foldWord),
  );
  const theatre = JSON.parse(files.get('theatre.json') ?? '{}') as { sides?: readonly Json[] };
  const entries = [...(theatre.sides ?? []), ...listOf(files, 'actors.json'), ...listOf(files, 'outlets.json')];
  const named = entries.flatMap((entry) => NAMED_FIELDS.flatMap((field) => stringsOf(entry[field])));
  const places = splitCsv(files.get('gazetteer.csv') ?? '')
    .records.slice(1)
    .flatMap(({ fields }) => fields.slice(2));
  const capitalised = [...named, ...places].flatMap(wordsOf).filter(isCapitalised).map(foldWord);
  const own = [...new Set(capitalised)].filter((word) => word.length > 2 && !lower.has(word) && !kept.has(word));
  return new Map(own.map((word, index) => [word, inventWord(index)]));
};

const numbered = (prefix: string, ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map(ids.map((id, index) => [id, `${prefix}-${String(index + 1).padStart(4, '0')}`]));

const idsIn = (records: readonly Json[]): readonly string[] => records.map(({ id }) => String(id));

const csvField = (field: string): string => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

interface Names {
  readonly text: Renaming['text'];
  readonly side: Renaming['side'];
  readonly place: Renaming['place'];
  readonly actor: Renaming['actor'];
}

const renameCsv = (csv: string, names: Names): string => {
  const [header, ...rows] = splitCsv(csv).records;
  const columns = header?.fields ?? [];
  const changes: Readonly<Record<string, (field: string) => string>> = {
    id: names.place,
    parent: names.place,
    place: names.place,
    side: names.side,
    name: names.text,
    province: names.text,
    aka: names.text,
  };
  const renamed = rows.map(({ fields }) =>
    fields.map((field, index) => csvField(changes[columns[index] ?? '']?.(field) ?? field)).join(','),
  );
  return [columns.join(','), ...renamed, ''].join('\n');
};

const renameLexicon = (lexicon: Json, word: (word: string) => string): Json =>
  changeFields(lexicon, {
    lists: (lists) =>
      Object.fromEntries(
        Object.entries(lists as Json).map(([list, words]) => [
          list,
          onText((text) => text.split(' ').map(word).join(' '))(words),
        ]),
      ),
  });

const renameJson = (file: string, json: unknown, { text, side, place, actor }: Names): unknown => {
  const name = onText(text);
  const sideId = onText(side);
  const sides = eachOf((entry) => changeFields(entry, { id: sideId, name, names: name, alliedWith: sideId }));
  const roles = eachOf((entry) => changeFields(entry, { title: name, side: sideId }));
  const cell: Change = (feature) =>
    changeFields(feature, { properties: (properties) => changeFields(properties, { place: onText(place) }) });
  const crossings: Change = (byLand) =>
    Object.fromEntries(
      Object.entries(byLand as Readonly<Record<string, readonly string[]>>).map(([land, ids]) => [
        text(land.replace(/^./, (letter) => letter.toUpperCase())).toLowerCase(),
        ids.map(place),
      ]),
    );
  const changes: Readonly<Record<string, Change>> = {
    'theatre.json': (theatre) =>
      changeFields(theatre, { id: onText((id) => `${id}-renamed`), title: name, sharedNames: name, crossings, sides }),
    'actors.json': eachOf((entry) => changeFields(entry, { id: onText(actor), name, names: name, roles })),
    'outlets.json': eachOf((entry) => changeFields(entry, { name, names: name, affiliation: sideId })),
    'baseline.json': eachOf((entry) => changeFields(entry, { holder: sideId })),
    'cells.geojson': (collection) => changeFields(collection, { features: eachOf(cell) }),
  };
  return changes[file]?.(json) ?? json;
};

const byMap =
  (map: ReadonlyMap<string, string>) =>
  <T extends string | null>(id: T): T | string =>
    id === null ? id : (map.get(id) ?? id);

/**
 * Renames places, sides, people, outlets and ids of a theatre. `texts` are what will be read: a word that stands in them in
 * lower case is a word of the language and stays; so do the words in `kept` (those of the language's own lists).
 */
export const renameTheatre = (files: Files, texts: readonly string[], kept: ReadonlySet<string>): Renaming => {
  const words = wordsToRename(files, texts, kept);
  const theatre = JSON.parse(files.get('theatre.json') ?? '{}') as { sides?: readonly Json[] };
  const placeIds = splitCsv(files.get('gazetteer.csv') ?? '')
    .records.slice(1)
    .map(({ fields }) => fields[0] ?? '');
  const names: Names = {
    text: (original) =>
      original.replace(WORD, (word) => {
        const invented = isCapitalised(word) ? words.get(foldWord(word)) : undefined;
        return invented === undefined ? word : withCaseOf(word, invented);
      }),
    side: byMap(numbered('side', idsIn(theatre.sides ?? []))),
    place: byMap(numbered('place', placeIds)),
    actor: byMap(numbered('actor', idsIn(listOf(files, 'actors.json')))),
  };
  // Names in another language are for the page; no text is read by them.
  const read = [...files].filter(([file]) => file !== 'names.csv');
  const renamed = read.map(([file, text]): readonly [string, string] => {
    if (file.endsWith('.csv')) return [file, renameCsv(text, names)];
    if (!/json$/.test(file)) return [file, text];
    const json: unknown = JSON.parse(text);
    if (file === 'lexicon.json')
      return [file, JSON.stringify(renameLexicon(json as Json, (word) => words.get(word) ?? word))];
    return [file, JSON.stringify(renameJson(file, json, names))];
  });
  return { files: new Map(renamed), ...names };
};
