// Loads a language's rules and word lists: every JSON file of its folder, then the theatre's additions, checked and joined.
// Invariant: lists only grow by additions; a fault names the file and the path in it, all faults at once.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { KINDS, SCOPES } from '../model/claim.ts';
import type { Lexicon, NounRule, VerbForms, VerbRule } from '../model/lexicon.ts';
import { Fault } from '../model/outcome.ts';

const SLOT = z.enum(['subject', 'object', 'after', 'context', 'speaker', 'enemy', 'agent', 'behind']).nullable();
const MODALITY = z.enum(['possible', 'planned', 'reported']).nullable().default(null);

const verbRule = z.strictObject({
  name: z.string(),
  kind: z.enum(KINDS),
  verbs: z.array(z.string()).min(1),
  after: z.string().nullable().default(null),
  forms: z
    .array(z.enum(['base', 's', 'past', 'participle', 'ing']))
    .nullable()
    .default(null),
  voice: z.enum(['active', 'passive']).nullable().default(null),
  lead: z.string().nullable().default(null),
  place: SLOT.default('object'),
  actor: SLOT.default('subject'),
  whenScope: z.array(z.enum(SCOPES)).nullable().default(null),
  scope: z.enum(SCOPES).nullable().default(null),
  modality: MODALITY,
  polarity: z.literal('denied').nullable().default(null),
  partial: z.boolean().default(false),
  says: z.string().min(1),
});

const nounRule = z.strictObject({
  name: z.string(),
  kind: z.enum(KINDS),
  nouns: z.array(z.string()).min(1),
  placeAfter: z.array(z.string()).default([]),
  actorAfter: z.array(z.string()).default([]),
  possessor: z.enum(['actor', 'place']).nullable().default(null),
  gives: z.boolean().default(false),
  needsActor: z.boolean().default(false),
  modality: MODALITY,
  says: z.string().min(1),
});

const lexiconFile = z.strictObject({
  language: z.string().optional(),
  /** Five forms in one string: "take takes took taken taking". */
  verbs: z.array(z.string().regex(/^\S+ \S+ \S+ \S+ \S+$/)).default([]),
  verbRules: z.array(verbRule).default([]),
  nounRules: z.array(nounRule).default([]),
  lists: z.record(z.string(), z.array(z.string())).default({}),
  /** Value → its words: scopeNouns: { centre: ["headquarters"] }. */
  maps: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
  /** Name → what is weighed → its weight; a later file's wins. */
  weights: z.record(z.string(), z.record(z.string(), z.number())).default({}),
});
type LexiconFile = z.infer<typeof lexiconFile>;

const parseFile = (name: string, content: unknown): LexiconFile => {
  const parsed = lexiconFile.safeParse(content);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${name}: ${issue.path.join('.')}: ${issue.message}`);
  throw new Fault('world', `The lexicon has ${faults.length} faults:\n${faults.join('\n')}`);
};

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Fault('world', `The lexicon file ${path} is no JSON: mend it or restore it.`, { cause });
  }
};

const formsOf = (line: string): VerbForms => {
  const [base = '', s = '', past = '', participle = '', ing = ''] = line.split(' ');
  return { lemma: base, base, s, past, participle, ing };
};

const indexForms = (lines: readonly string[]): ReadonlyMap<string, readonly VerbForms[]> => {
  const index = new Map<string, VerbForms[]>();
  for (const forms of lines.map(formsOf)) {
    for (const form of new Set([forms.base, forms.s, forms.past, forms.participle, forms.ing])) {
      const known = index.get(form) ?? [];
      if (!known.some((other) => other.lemma === forms.lemma)) index.set(form, [...known, forms]);
    }
  }
  return index;
};

const joinLists = (files: readonly LexiconFile[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const lists = new Map<string, Set<string>>();
  for (const file of files)
    for (const [name, words] of Object.entries(file.lists))
      lists.set(name, new Set([...(lists.get(name) ?? []), ...words.map((word) => word.toLowerCase())]));
  return lists;
};

const joinMaps = (files: readonly LexiconFile[]): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const maps = new Map<string, Map<string, string>>();
  for (const file of files)
    for (const [name, values] of Object.entries(file.maps)) {
      const map = maps.get(name) ?? new Map<string, string>();
      for (const [value, words] of Object.entries(values)) for (const word of words) map.set(word.toLowerCase(), value);
      maps.set(name, map);
    }
  return maps;
};

const joinWeights = (files: readonly LexiconFile[]): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const weights = new Map<string, ReadonlyMap<string, number>>();
  for (const file of files)
    for (const [name, own] of Object.entries(file.weights))
      weights.set(name, new Map([...(weights.get(name) ?? []), ...Object.entries(own)]));
  return weights;
};

type ListsByWord = ReadonlyMap<string, ReadonlySet<string>>;

type Named = Iterable<readonly [name: string, phrases: Iterable<string>]>;

const indexBy = (named: Named, keyOf: (phrase: string) => string): ListsByWord => {
  const index = new Map<string, Set<string>>();
  for (const [name, phrases] of named)
    for (const phrase of phrases) {
      const key = keyOf(phrase);
      const known = index.get(key);
      if (known === undefined) index.set(key, new Set([name]));
      else known.add(name);
    }
  return index;
};

const firstWord = (phrase: string): string => {
  const end = phrase.indexOf(' ');
  return end < 0 ? phrase : phrase.slice(0, end);
};

/** Most words of a text are in no list, and one word is asked for many lists in a row: it is looked up once. */
const lookUp = <Found>(byWord: ReadonlyMap<string, Found>): ((word: string) => Found | undefined) => {
  let last = '';
  let found = byWord.get(last);
  return (word) => {
    if (word !== last) {
      last = word;
      found = byWord.get(word);
    }
    return found;
  };
};

/** By word: the value that each map has for it. */
const valuesByWord = (maps: ReadonlyMap<string, ReadonlyMap<string, string>>) => {
  const index = new Map<string, Map<string, string>>();
  for (const [name, map] of maps)
    for (const [word, value] of map) {
      const known = index.get(word);
      if (known === undefined) index.set(word, new Map([[name, value]]));
      else known.set(name, value);
    }
  return index;
};

const NO_WORDS: readonly string[] = Object.freeze([]);

const joinFiles = (files: readonly LexiconFile[]): Lexicon => {
  const lists = joinLists(files);
  const arrays = new Map([...lists].map(([name, words]) => [name, Object.freeze([...words])]));
  const maps = joinMaps(files);
  const weights = joinWeights(files);
  const listsOf = lookUp(indexBy(lists, (word) => word));
  const valuesOf = lookUp(valuesByWord(maps));
  const keys = [...maps].map(([name, map]) => [name, map.keys()] as const);
  const byStart = indexBy([...lists, ...keys], firstWord);
  return {
    language: files.find((file) => file.language !== undefined)?.language ?? 'en',
    verbs: indexForms(files.flatMap((file) => file.verbs)),
    verbRules: files.flatMap((file): VerbRule[] => file.verbRules),
    nounRules: files.flatMap((file): NounRule[] => file.nounRules),
    list: (name) => arrays.get(name) ?? NO_WORDS,
    has: (name, word) => listsOf(word)?.has(name) === true,
    listsOf,
    startsOf: lookUp(byStart),
    look: (name, word) => valuesOf(word)?.get(name) ?? null,
    weight: (name, of) => weights.get(name)?.get(of) ?? 0,
  };
};

/**
 * Loads `languages/<id>/*.json` in name order and a theatre's own `lexicon.json` content after them (null = none).
 * @throws Fault 'world' where a file is missing, no JSON, or not of the form.
 */
export const loadLexicon = (languageDirectory: string, additions: unknown | null): Lexicon => {
  const paths = readdirSync(languageDirectory)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(languageDirectory, name));
  const files = paths.map((path) =>
    parseFile(`languages/${basename(languageDirectory)}/${basename(path)}`, readJson(path)),
  );
  return joinFiles(additions === null ? files : [...files, parseFile("the theatre's lexicon.json", additions)]);
};
