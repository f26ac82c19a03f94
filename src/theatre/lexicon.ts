// Loads a language's rules and word lists: every JSON file of its folder, then the theatre's additions, checked and joined.
// Invariant: lists only grow by additions; a fault names the file and the path in it, all faults at once.
import { basename, join } from 'node:path';
import * as z from 'zod';
import { KINDS, SCOPES } from '../model/claim.ts';
import type { Lexicon, NounRule, VerbForms, VerbRule } from '../model/lexicon.ts';
import { Fault } from '../model/outcome.ts';
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

type Lists = ReadonlyMap<string, ReadonlySet<string>>;

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

type Maps = ReadonlyMap<string, ReadonlyMap<string, string>>;

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

const joinWeights = (files: readonly LexiconFile[]): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const weights = new Map<string, ReadonlyMap<string, number>>();
  for (const file of files)
    for (const [name, own] of Object.entries(file.weights))
      weights.set(name, new Map([...(weights.get(name) ?? []), ...Object.entries(own)]));
  return weights;
};

const firstWord = (phrase: string): string => {
  const end = phrase.indexOf(' ');
  return end < 0 ? phrase : phrase.slice(0, end);
};

/** All that is known of a word. */
interface WordEntry {
  lists: Set<string> | undefined;
  starts: Set<string> | undefined;
  values: Map<string, string> | undefined;
}

/** Most words are in one list alone: they share its set, for thirty thousand sets of one name are slow to make and to keep. */
const joinSets = (): ((known: Set<string> | undefined, name: string) => Set<string>) => {
  const alone = new Map<string, Set<string>>();
  return (known, name) => {
    // A set of one is shared; one of more is the word's own.
    if (known !== undefined && known.size > 1) return known.add(name);
    if (known !== undefined) return known.has(name) ? known : new Set([...known, name]);
    const own = alone.get(name) ?? new Set([name]);
    alone.set(name, own);
    return own;
  };
};

const NOTHING_KNOWN: WordEntry = { lists: undefined, starts: undefined, values: undefined };

const indexWords = (lists: Lists, maps: Maps): ReadonlyMap<string, WordEntry> => {
  const index = new Map<string, WordEntry>();
  const entryOf = (word: string): WordEntry => {
    const entry = index.get(word) ?? { ...NOTHING_KNOWN };
    index.set(word, entry);
    return entry;
  };
  const joined = joinSets();
  const start = (phrase: string, name: string): void => {
    const entry = entryOf(firstWord(phrase));
    entry.starts = joined(entry.starts, name);
  };
  for (const [name, words] of lists)
    for (const word of words) {
      const entry = entryOf(word);
      entry.lists = joined(entry.lists, name);
      start(word, name);
    }
  for (const [name, map] of maps)
    for (const [word, value] of map) {
      const entry = entryOf(word);
      entry.values = (entry.values ?? new Map()).set(name, value);
      start(word, name);
    }
  return index;
};

type Lookup = Pick<Lexicon, 'has' | 'listsOf' | 'startsOf' | 'look'>;

/** So many words that were asked about lately stay at hand. */
const AT_HAND = 2048;

/** Where a word stays: by its length and its first and last letters. */
const placeAtHand = (word: string): number => {
  const last = word.length - 1;
  if (last < 0) return 0;
  const letters = word.charCodeAt(0) * 31 + word.charCodeAt(last) * 7 + word.charCodeAt(last >> 1);
  return (letters * 31 + last) & (AT_HAND - 1);
};

/** One word is asked about many times in a row, and the words of a sentence by many rules: they are looked up once. */
const lookUp = (index: ReadonlyMap<string, WordEntry>): Lookup => {
  let last = '';
  let found = index.get(last) ?? NOTHING_KNOWN;
  const words: string[] = new Array(AT_HAND).fill(last);
  const entries: WordEntry[] = new Array(AT_HAND).fill(found);
  const turnTo = (word: string): void => {
    const at = placeAtHand(word);
    if (words[at] !== word) {
      words[at] = word;
      entries[at] = index.get(word) ?? NOTHING_KNOWN;
    }
    last = word;
    found = entries[at] ?? NOTHING_KNOWN;
  };
  return {
    has: (name, word) => {
      if (word !== last) turnTo(word);
      return found.lists?.has(name) === true;
    },
    listsOf: (word) => {
      if (word !== last) turnTo(word);
      return found.lists;
    },
    startsOf: (word) => {
      if (word !== last) turnTo(word);
      return found.starts;
    },
    look: (name, word) => {
      if (word !== last) turnTo(word);
      return found.values?.get(name) ?? null;
    },
  };
};

const NO_WORDS: readonly string[] = Object.freeze([]);

/** A pattern may name a list ("off? ~ #assaultNouns on ~ {place}"): any of its words stands there. */
const spelledOut = (after: string, list: (name: string) => readonly string[]): string =>
  after.replace(/#(\w+)/g, (_, name: string) => list(name).join('|'));

const joinFiles = (files: readonly LexiconFile[]): Lexicon => {
  const lists = joinLists(files);
  const arrays = new Map<string, readonly string[]>();
  const arrayOf = (name: string): readonly string[] => {
    const array = arrays.get(name) ?? Object.freeze([...(lists.get(name) ?? NO_WORDS)]);
    arrays.set(name, array);
    return array;
  };
  const maps = joinMaps(files);
  const weights = joinWeights(files);
  return {
    language: files.find((file) => file.language !== undefined)?.language ?? 'en',
    verbs: indexForms(files.flatMap((file) => file.verbs)),
    verbRules: files.flatMap((file): VerbRule[] =>
      file.verbRules.map((rule) => ({ ...rule, after: rule.after === null ? null : spelledOut(rule.after, arrayOf) })),
    ),
    nounRules: files.flatMap((file): NounRule[] => file.nounRules),
    list: arrayOf,
    ...lookUp(indexWords(lists, maps)),
    weight: (name, of) => weights.get(name)?.get(of) ?? 0,
  };
};

/**
 * The rules and words of a language's folder, in name order, and a theatre's own `lexicon.json` content after them
 * (null = none).
 * @throws Fault 'world' where a file is no JSON, or not of the form.
 */
export const loadLexicon = (language: DataFolder, additions: unknown | null): Lexicon => {
  const files = [...language.files]
    .filter(([name]) => name.endsWith('.json'))
    .map(([name, text]) => {
      const content = parseJson(join(language.directory, name), text);
      return parseFile(`languages/${basename(language.directory)}/${name}`, content);
    });
  return joinFiles(additions === null ? files : [...files, parseFile("the theatre's lexicon.json", additions)]);
};
