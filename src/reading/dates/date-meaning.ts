// The form of a date rule's meaning: the values of its words in, an anchor out; and what the words around may forbid.
import type { Lexicon } from '../../model/lexicon.ts';
import type { SlotGround } from './date-slot.ts';
import type { DateMeaning, DateOrder, Values } from './date-values.ts';
import type { DateClass } from './date-vocabulary.ts';
import { type DateWord, isLetters } from './date-words.ts';

/** Where the expression stands: its words are those from `from` to `to`, exclusive. */
export interface Standing {
  readonly scan: SlotGround;
  readonly from: number;
  readonly to: number;
  readonly order: DateOrder;
}

export type Means = (values: Values, standing: Standing) => DateMeaning | null;

export interface MeaningEntry {
  readonly means: Means;
  /** What it may stand for inside a longer expression. */
  readonly classes: readonly DateClass[];
  /** A duration up to now, which starts a state as "since" does. */
  readonly lasting?: true;
  /** Reckoned from the day told last; what it means where none was told. */
  readonly fromTold?: Means;
  /** Its own words say from when to when. */
  readonly closed?: true;
  /** It means something only in a report that tells a story. */
  readonly ofStory?: true;
}

export const day = (means: Means): MeaningEntry => ({ means, classes: ['day'] });
export const reckoned = (means: Means): MeaningEntry => ({ means, classes: ['day', 'reckoned'] });
export const plain = (means: Means): MeaningEntry => ({ means, classes: [] });
export const told = (means: Means, untold: Means): MeaningEntry => ({ means, classes: [], fromTold: untold });
export const never: Means = () => null;

const lexiconOf = ({ scan }: Standing): Lexicon => scan.vocabulary.lexicon;
const wordBefore = ({ scan, from }: Standing): DateWord | undefined => scan.words[from - 1];
const wordBehind = ({ scan, to }: Standing): DateWord | undefined => scan.words[to];

/** The word before it is one of the list's: "ON the 18th", "IN May", "mid-July". */
export const isLinked = (standing: Standing, list: string): boolean => {
  const before = wordBefore(standing);
  const word = before?.text === '-' ? standing.scan.words[standing.from - 2] : before;
  return word !== undefined && lexiconOf(standing).has(list, word.word);
};

/** A word follows that belongs to it as a noun does: "on the 10th FLOOR", "in May 12 PEOPLE", "5/12%", "1.8-LITRE". */
export const hasNoun = (standing: Standing): boolean => {
  const next = wordBehind(standing);
  if (next === undefined || !isLetters(next)) return next?.glued === true && /^[%°-]$/.test(next.text);
  return !lexiconOf(standing).has('dateFollowers', next.word);
};

/** "in 2001 FIGHTERS", "since 2014 PEOPLE": a number of things. */
export const countsThings = (standing: Standing): boolean => {
  const next = wordBehind(standing);
  if (next === undefined || !isLetters(next) || next.text !== next.word) return false;
  if (lexiconOf(standing).has('dateFollowers', next.word)) return false;
  return /[^s]s$/.test(next.word) || lexiconOf(standing).has('datePlurals', next.word);
};

/** It is all that its sentence says: a line with a date alone. */
export const standsAlone = ({ scan, from, to }: Standing): boolean =>
  from === 0 && scan.words.slice(to).every((word) => !word.figure && !isLetters(word));

/** The first of its words. */
export const firstWord = ({ scan, from }: Standing): string => scan.words[from]?.word ?? '';

/** It is the last of its clause. */
export const endsClause = ({ scan, to }: Standing): boolean => /^[.,;:)!?]?$/.test(scan.words[to]?.text ?? '');
