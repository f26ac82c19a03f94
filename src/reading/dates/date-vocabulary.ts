// The date words of a language (languages/en/dates.json), made ready once for each lexicon.
// Invariant: an entry of a list is "words | words = value".
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import { growPatterns, type PatternNode } from './date-patterns.ts';
import type { DateWord } from './date-words.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly value: string;
}

/** Phrases by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;

export interface DateVocabulary {
  readonly lexicon: Lexicon;
  readonly phrases: (list: PhraseList) => Phrases;
  readonly patterns: PatternNode;
  /** The slots that may begin with a word. */
  readonly slotsAt: (word: DateWord) => ReadonlySet<string>;
  /** Words of which a sentence without figures needs one to bear a date; those of `capitals` only with a capital ("May"). */
  readonly gate: ReadonlySet<string>;
  readonly capitals: ReadonlySet<string>;
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
  'dateHalf',
  'dateAndHalf',
  'dateComing',
  'futureWords',
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

/** What an expression already read may stand for at the head of a longer one. */
export const CLASSES = ['day', 'period', 'reckoned', 'week', 'month-stretch', 'year-stretch', 'stretch'] as const;
export type DateClass = (typeof CLASSES)[number];

/** Which slots a word of a list may begin. */
const OPENED: Readonly<Record<PhraseList, readonly string[]>> = {
  dateWeekdays: ['weekday'],
  dateMonths: ['month', 'figures'],
  dateUnits: ['unit'],
  dateSteps: ['step'],
  dateParts: ['part'],
  dateSeasons: ['season'],
  dateFeasts: ['feast'],
  dateVague: ['vague'],
  dateHalf: ['length'],
  dateAndHalf: [],
  dateComing: [],
  futureWords: [],
};

/** A number in words may begin these. */
const NUMBER_SLOTS = ['nth', 'last-nth', 'mid-nth', 'spelt', 'year', 'length', 'ordinal'] as const;
const FIGURE_SLOTS = ['short-year', 'decade', 'figures', 'short-figures'] as const;

type Openings = ReadonlyMap<string, ReadonlySet<string>>;

const openingsOf = (phrases: (list: PhraseList) => Phrases): Openings => {
  const openings = new Map<string, Set<string>>();
  for (const list of PHRASE_LISTS)
    for (const word of phrases(list).keys())
      openings.set(word, new Set([...(openings.get(word) ?? []), ...OPENED[list]]));
  return openings;
};

const NO_SLOTS: ReadonlySet<string> = new Set();

/** Words may be numbers besides: "second" is an ordinal and, in a list, a month's none. */
const slotsBegun = (lexicon: Lexicon, openings: Openings): DateVocabulary['slotsAt'] => {
  const figure = new Set<string>([...NUMBER_SLOTS, ...FIGURE_SLOTS, 'feast']);
  const known = new Map<string, ReadonlySet<string>>();
  const isNumber = (word: string): boolean =>
    lexicon.look('numbers', word) !== null || lexicon.look('ordinals', word) !== null;
  return (word) => {
    if (word.figure) return figure;
    const before = known.get(word.word);
    if (before !== undefined) return before;
    const found = openings.get(word.word) ?? NO_SLOTS;
    if (!isNumber(word.word)) return found;
    const slots = new Set([...found, ...NUMBER_SLOTS]);
    known.set(word.word, slots);
    return slots;
  };
};

const GATE_LISTS: readonly PhraseList[] = ['dateWeekdays', 'dateMonths', 'dateUnits', 'dateSeasons', 'dateFeasts'];

const make = (lexicon: Lexicon): DateVocabulary => {
  const tables = new Map(PHRASE_LISTS.map((list) => [list, phrasesOf(lexicon.list(list))]));
  const none: Phrases = new Map();
  const phrases = (list: PhraseList): Phrases => tables.get(list) ?? none;
  const gate = [...lexicon.list('dateWords'), ...GATE_LISTS.flatMap((list) => [...phrases(list).keys()])];
  const needsCapital = (word: string): boolean => lexicon.has('dateNeedsCapital', word);
  return {
    lexicon,
    phrases,
    patterns: growPatterns(lexicon.list('datePatterns')),
    slotsAt: slotsBegun(lexicon, openingsOf(phrases)),
    gate: new Set(gate.filter((word) => !needsCapital(word))),
    capitals: new Set(gate.filter(needsCapital)),
  };
};

export const vocabularyOf = kept(make);

const isMark = (word: DateWord | undefined): boolean => word?.glued === true && /^['’‘`.-]$/.test(word.text);

const endOf = (words: readonly DateWord[], at: number, phrase: readonly string[]): number | null => {
  let to = at + 1;
  for (const wanted of phrase.slice(1)) {
    if (words[to]?.word !== wanted && isMark(words[to])) to += 1;
    if (words[to]?.word !== wanted) return null;
    to += 1;
  }
  return to;
};

/** The longest phrase that stands here: hyphens, stops and apostrophes between its words count for nothing ("Eid al-Adha"). */
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
