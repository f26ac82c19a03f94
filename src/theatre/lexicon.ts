// Loads a language's rules and word lists: every JSON file of its folder, then the theatre's additions, checked and joined.
// A language is joined once; a theatre's additions are laid over it, and what they leave alone is shared by all theatres.
// Invariant: lists only grow by additions; a fault names the file and the path in it, all faults at once.
import { basename, join } from 'node:path';
import * as z from 'zod';
import { KINDS, SCOPES } from '../model/claim.ts';
import type { Lexicon, NounRule, VerbForms, VerbRule } from '../model/lexicon.ts';
import { Fault } from '../model/outcome.ts';
import { indexWords, type Lists, lookUp, type Maps, type WordIndex } from './index-words.ts';
import type { DataFolder } from './read-folder.ts';

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
  polarity: z.enum(['affirmed', 'denied']).nullable().default(null),
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

/** Words by the ten thousand: checked as a list, for one check a word is what starting would wait for. */
const words = z.custom<readonly string[]>(
  (value) => Array.isArray(value) && value.every((word) => typeof word === 'string'),
  'must be a list of words',
);

const lexiconFile = z.strictObject({
  language: z.string().optional(),
  /** Five forms in one string: "take takes took taken taking". */
  verbs: z.array(z.string().regex(/^\S+ \S+ \S+ \S+ \S+$/)).default([]),
  verbRules: z.array(verbRule).default([]),
  nounRules: z.array(nounRule).default([]),
  lists: z.record(z.string(), words).default({}),
  /** Value → its words: scopeNouns: { centre: ["headquarters"] }. */
  maps: z.record(z.string(), z.record(z.string(), words)).default({}),
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

const parseJson = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault('world', `The lexicon file ${path} is no JSON: mend it or restore it.`, { cause });
  }
};

const formsOf = (line: string): VerbForms => {
  const [base = '', s = '', past = '', participle = '', ing = ''] = line.split(' ');
  return { lemma: base, base, s, past, participle, ing };
};

const indexForms = (lines: readonly string[], before: Lexicon['verbs']): Lexicon['verbs'] => {
  if (lines.length === 0) return before;
  const index = new Map(before);
  for (const forms of lines.map(formsOf)) {
    for (const form of new Set([forms.base, forms.s, forms.past, forms.participle, forms.ing])) {
      const known = index.get(form) ?? [];
      if (!known.some((other) => other.lemma === forms.lemma)) index.set(form, [...known, forms]);
    }
  }
  return index;
};

const joinLists = (files: readonly LexiconFile[]): Lists => {
  const lists = new Map<string, Set<string>>();
  for (const file of files)
    for (const [name, words] of Object.entries(file.lists)) {
      const list = lists.get(name) ?? new Set<string>();
      for (const word of words) list.add(word.toLowerCase());
      lists.set(name, list);
    }
  return lists;
};

const joinMaps = (files: readonly LexiconFile[]): Maps => {
  const maps = new Map<string, Map<string, string>>();
  for (const file of files)
    for (const [name, values] of Object.entries(file.maps)) {
      const map = maps.get(name) ?? new Map<string, string>();
      for (const [value, words] of Object.entries(values)) for (const word of words) map.set(word.toLowerCase(), value);
      maps.set(name, map);
    }
  return maps;
};

type Weights = ReadonlyMap<string, ReadonlyMap<string, number>>;

const joinWeights = (files: readonly LexiconFile[]): Weights => {
  const weights = new Map<string, ReadonlyMap<string, number>>();
  for (const file of files)
    for (const [name, own] of Object.entries(file.weights))
      weights.set(name, new Map([...(weights.get(name) ?? []), ...Object.entries(own)]));
  return weights;
};

const NO_WORDS: readonly string[] = Object.freeze([]);

/** A lexicon with what additions are laid over it by. */
interface Joined {
  readonly lexicon: Lexicon;
  readonly lists: Lists;
  readonly maps: Maps;
  readonly weights: Weights;
  readonly index: WordIndex;
  /** As they are written, with the names of lists in their patterns. */
  readonly verbRules: readonly VerbRule[];
}

const NO_LEXICON: Joined = {
  lexicon: {
    ...{ language: '', verbs: new Map(), verbRules: [], nounRules: [], list: () => NO_WORDS, weight: () => 0 },
    ...lookUp(() => undefined),
  },
  ...{ lists: new Map(), maps: new Map(), weights: new Map(), index: () => undefined, verbRules: [] },
};

/** What is named before with what is added to it; what nothing is added to stays the very same. */
const added = <Named>(
  before: ReadonlyMap<string, Named>,
  own: ReadonlyMap<string, Named>,
  both: (before: Named, own: Named) => Named,
): ReadonlyMap<string, Named> => {
  const all = new Map(before);
  for (const [name, value] of own) {
    const known = before.get(name);
    all.set(name, known === undefined ? value : both(known, value));
  }
  return all;
};

/** A list as an array, made when first asked for; of a list that is as before, the array made then. */
const arraysOf = (lists: Lists, before: Joined): Lexicon['list'] => {
  const arrays = new Map<string, readonly string[]>();
  return (name) => {
    const known = arrays.get(name);
    if (known !== undefined) return known;
    const list = lists.get(name);
    const same = list === before.lists.get(name);
    const array = same ? before.lexicon.list(name) : Object.freeze([...(list ?? NO_WORDS)]);
    arrays.set(name, array);
    return array;
  };
};

/** A pattern may name a list ("off? ~ #assaultNouns on ~ {place}"): any of its words stands there. */
const spelledOut = (rule: VerbRule, list: Lexicon['list']): VerbRule =>
  rule.after?.includes('#')
    ? { ...rule, after: rule.after.replace(/#(\w+)/g, (_, name: string) => list(name).join('|')) }
    : rule;

const joinFiles = (files: readonly LexiconFile[], before: Joined): Joined => {
  const own = { lists: joinLists(files), maps: joinMaps(files), weights: joinWeights(files) };
  const lists = added(before.lists, own.lists, (known, more) => new Set([...known, ...more]));
  const maps = added(before.maps, own.maps, (known, more) => new Map([...known, ...more]));
  const weights = added(before.weights, own.weights, (known, more) => new Map([...known, ...more]));
  const index = indexWords(own.lists, own.maps, before.index);
  const verbRules = [...before.verbRules, ...files.flatMap((file): VerbRule[] => file.verbRules)];
  const verbs = files.flatMap((file) => file.verbs);
  const list = arraysOf(lists, before);
  const lexicon: Lexicon = {
    language: [before.lexicon.language, ...files.map((file) => file.language)].find((id) => id) ?? 'en',
    verbs: indexForms(verbs, before.lexicon.verbs),
    verbRules: verbRules.map((rule) => spelledOut(rule, list)),
    nounRules: [...before.lexicon.nounRules, ...files.flatMap((file): NounRule[] => file.nounRules)],
    list,
    ...lookUp(index),
    weight: (name, of) => weights.get(name)?.get(of) ?? 0,
  };
  return { lexicon, lists, maps, weights, index, verbRules };
};

const joinLanguage = ({ directory, files }: DataFolder): Joined => {
  const parsed = [...files]
    .filter(([name]) => name.endsWith('.json'))
    .map(([name, text]) =>
      parseFile(`languages/${basename(directory)}/${name}`, parseJson(join(directory, name), text)),
    );
  return joinFiles(parsed, NO_LEXICON);
};

/** A language once joined, by its version. */
const known = new Map<string, Joined>();

/**
 * The rules and words of a language's folder, in name order, and a theatre's own `lexicon.json` content after them
 * (null = none).
 * @throws Fault 'world' where a file is no JSON, or not of the form.
 */
export const loadLexicon = (language: DataFolder, additions: unknown | null): Lexicon => {
  const joined = known.get(language.version) ?? joinLanguage(language);
  known.set(language.version, joined);
  return additions === null
    ? joined.lexicon
    : joinFiles([parseFile("the theatre's lexicon.json", additions)], joined).lexicon;
};
