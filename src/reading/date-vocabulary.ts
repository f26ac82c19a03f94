// The date words and date patterns of a language (languages/en/dates.json), made ready once for each lexicon.
// Invariant: an entry is "words | words = value"; a pattern is "words and {slots} = name of its meaning".
import type { Lexicon } from '../model/lexicon.ts';
import type { DateWord } from './date-words.ts';

/** One step of a pattern: words of which one must stand there, a slot to be read, or up to three joining marks. */
export type Step =
  | { readonly type: 'words'; readonly words: ReadonlySet<string> }
  | { readonly type: 'slot'; readonly slot: string }
  | { readonly type: 'joint' };

export interface DatePattern {
  readonly name: string;
  readonly steps: readonly Step[];
}

interface Phrase {
  readonly words: readonly string[];
  readonly value: string;
}

/** Phrases by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

export interface DateVocabulary {
  readonly lexicon: Lexicon;
  readonly phrases: (list: PhraseList) => Phrases;
  /** Patterns that begin with a word, by that word. */
  readonly byWord: ReadonlyMap<string, readonly DatePattern[]>;
  /** Patterns that begin with a slot, by that slot. */
  readonly bySlot: ReadonlyMap<string, readonly DatePattern[]>;
  /** Patterns that go on from what is already read there ("{day} night"), by that first slot. */
  readonly extensions: ReadonlyMap<string, readonly DatePattern[]>;
  /** True where an expression may begin with the word. */
  readonly opens: (word: string) => boolean;
  /** Words of which a sentence without figures needs one to bear a date. */
  readonly gate: ReadonlySet<string>;
}

const PHRASE_LISTS = [
  'dateWeekdays',
  'dateMonths',
  'dateUnits',
  'dateSteps',
  'dateParts',
  'dateSeasons',
  'dateFeasts',
  'dateVague',
] as const;
export type PhraseList = (typeof PHRASE_LISTS)[number];

const sides = (entry: string): readonly [string, string] => {
  const at = entry.lastIndexOf(' = ');
  return at < 0 ? [entry, ''] : [entry.slice(0, at), entry.slice(at + 3)];
};

const phrasesOf = (entries: readonly string[]): Phrases => {
  const all = entries.flatMap((entry) => {
    const [words, value] = sides(entry);
    return words.split(' | ').map((phrase) => ({ words: phrase.trim().split(/\s+/), value }));
  });
  return Map.groupBy(
    all.sort((a, b) => b.words.length - a.words.length),
    ({ words }) => words[0] ?? '',
  );
};

const stepOf = (sign: string): Step => {
  if (sign === '~') return { type: 'joint' };
  const slot = /^\{([\w-]+)\}$/.exec(sign)?.[1];
  return slot === undefined ? { type: 'words', words: new Set(sign.split('|')) } : { type: 'slot', slot };
};

/** Every way to leave out what a pattern's "?" leaves open. */
const variantsOf = (signs: readonly string[]): readonly (readonly string[])[] =>
  signs.reduce<readonly (readonly string[])[]>(
    (all, sign) => {
      const optional = sign.endsWith('?') && sign.length > 1;
      const given = optional ? sign.replace('?}', '}').replace(/\?$/, '') : sign;
      const having = all.map((one) => [...one, given]);
      return optional ? [...having, ...all] : having;
    },
    [[]],
  );

/** "{year?}" is written "{year}?" inside. */
const signsOf = (pattern: string): readonly string[] => pattern.replaceAll('?}', '}?').split(/\s+/);

/** A joint joins: what has nothing behind it ends without one. */
const withoutLastJoint = (signs: readonly string[]): readonly string[] =>
  signs.at(-1) === '~' ? signs.slice(0, -1) : signs;

const patternsOf = (entries: readonly string[]): readonly DatePattern[] =>
  entries.flatMap((entry) => {
    const [pattern, name] = sides(entry);
    return variantsOf(signsOf(pattern)).map((signs) => ({ name, steps: withoutLastJoint(signs).map(stepOf) }));
  });

/** What an expression already read may stand for at the head of a longer one. */
export const CLASSES = ['day', 'period', 'reckoned', 'week', 'month-stretch', 'year-stretch', 'stretch'] as const;
export type DateClass = (typeof CLASSES)[number];

const isClass = (slot: string): slot is DateClass => (CLASSES as readonly string[]).includes(slot);

const headsOf = ({ steps: [first] }: DatePattern): readonly string[] =>
  first?.type === 'words' ? [...first.words] : [];

const slotOf = ({ steps: [first] }: DatePattern): string => (first?.type === 'slot' ? first.slot : '');

const indexByWord = (patterns: readonly DatePattern[]): ReadonlyMap<string, readonly DatePattern[]> => {
  const index = new Map<string, DatePattern[]>();
  for (const pattern of patterns)
    for (const word of headsOf(pattern)) {
      const known = index.get(word) ?? [];
      known.push(pattern);
      index.set(word, known);
    }
  return index;
};

const GATE_LISTS: readonly PhraseList[] = ['dateWeekdays', 'dateMonths', 'dateUnits', 'dateSeasons', 'dateFeasts'];

const make = (lexicon: Lexicon): DateVocabulary => {
  const tables = new Map(PHRASE_LISTS.map((list) => [list, phrasesOf(lexicon.list(list))]));
  const none: Phrases = new Map();
  const phrases = (list: PhraseList): Phrases => tables.get(list) ?? none;
  const patterns = patternsOf(lexicon.list('datePatterns'));
  const slotted = patterns.filter((pattern) => slotOf(pattern) !== '');
  const byWord = indexByWord(patterns);
  const heads = new Set([...byWord.keys(), ...PHRASE_LISTS.flatMap((list) => [...phrases(list).keys()])]);
  return {
    lexicon,
    phrases,
    byWord,
    bySlot: Map.groupBy(
      slotted.filter((pattern) => !isClass(slotOf(pattern))),
      slotOf,
    ),
    extensions: Map.groupBy(
      slotted.filter((pattern) => isClass(slotOf(pattern))),
      slotOf,
    ),
    opens: (word) =>
      heads.has(word) || lexicon.look('numbers', word) !== null || lexicon.look('ordinals', word) !== null,
    gate: new Set([...lexicon.list('dateWords'), ...GATE_LISTS.flatMap((list) => [...phrases(list).keys()])]),
  };
};

const made = new WeakMap<Lexicon, DateVocabulary>();

export const vocabularyOf = (lexicon: Lexicon): DateVocabulary => {
  const known = made.get(lexicon) ?? make(lexicon);
  made.set(lexicon, known);
  return known;
};

const isMark = (word: DateWord | undefined): boolean => word?.glued === true && /^['’‘`-]$/.test(word.text);

const endOf = (words: readonly DateWord[], at: number, phrase: readonly string[]): number | null => {
  let to = at + 1;
  for (const wanted of phrase.slice(1)) {
    if (words[to]?.word !== wanted && isMark(words[to])) to += 1;
    if (words[to]?.word !== wanted) return null;
    to += 1;
  }
  return to;
};

/** The longest phrase that stands here: hyphens and apostrophes between its words count for nothing ("Eid al-Adha"). */
export const phraseAt = (
  words: readonly DateWord[],
  at: number,
  phrases: Phrases,
): { readonly to: number; readonly value: string } | null => {
  for (const phrase of phrases.get(words[at]?.word ?? '') ?? []) {
    const to = endOf(words, at, phrase.words);
    if (to !== null) return { to, value: phrase.value };
  }
  return null;
};
