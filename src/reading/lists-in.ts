// Where in a sentence the words stand that belong to a list of the lexicon: a rule is asked only at words it can begin with.
// Invariant: the answers are those of asking at every word, in order. Most sentences have no word of most lists, and one
// look at the sentence's bits says so.
import { kept } from '../model/keep.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { Token } from './marks.ts';

/** The lists that rules ask for, numbered as they are first asked for. */
const numbers = new Map<string, number>();

/** A bit for each of those lists. */
type Bits = Uint32Array;

type Lists = ReadonlySet<string>;

const bitsFor = (lists: Lists): Bits => {
  const bits = new Uint32Array((numbers.size >> 5) + 1);
  for (const [list, number] of numbers)
    if (lists.has(list)) bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << number);
  return bits;
};

/** What is known of words and sentences, as long as no list is asked for that never was before. */
let bitsOfLists = kept(bitsFor);

interface SentenceBits {
  /** By word; none for one that stands in no list. */
  readonly each: readonly (Bits | null)[];
  readonly all: Bits;
}

const join = (bits: readonly Bits[]): Bits | null => {
  const [first, ...more] = bits;
  if (first === undefined || more.length === 0) return first ?? null;
  const all = first.slice();
  for (const one of more) for (let i = 0; i < all.length; i++) all[i] = (all[i] ?? 0) | (one[i] ?? 0);
  return all;
};

const indexes: { forget(): void }[] = [];

const numberOf = (list: string): number => {
  const known = numbers.get(list);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(list, number);
  bitsOfLists = kept(bitsFor);
  for (const index of indexes) index.forget();
  return number;
};

const NONE: readonly number[] = [];

/** Words of a sentence by the lists that `listsOf` finds for each. */
const indexBy = (listsOf: (word: string, lexicon: Lexicon) => readonly Lists[]) => {
  const make = (lexicon: Lexicon) =>
    kept((tokens: readonly Token[]): SentenceBits => {
      const each = tokens.map(({ word }) => join(listsOf(word, lexicon).map((lists) => bitsOfLists(lists))));
      return { each, all: join(each.filter((bits) => bits !== null)) ?? new Uint32Array((numbers.size >> 5) + 1) };
    });
  let byLexicon = kept(make);
  indexes.push({
    forget: () => {
      byLexicon = kept(make);
    },
  });
  return (tokens: readonly Token[], list: string, lexicon: Lexicon): readonly number[] => {
    const number = numberOf(list);
    const [at, bit] = [number >> 5, 1 << number];
    const { each, all } = byLexicon(lexicon)(tokens);
    if (((all[at] ?? 0) & bit) === 0) return NONE;
    const found: number[] = [];
    for (let i = 0; i < each.length; i++) if (((each[i]?.[at] ?? 0) & bit) !== 0) found.push(i);
    return found;
  };
};

const NO_LISTS: readonly Lists[] = [];
const only = (lists: Lists | undefined): readonly Lists[] => (lists === undefined ? NO_LISTS : [lists]);

/** The words that stand in a list. */
export const wordsIn = indexBy((word, lexicon) => only(lexicon.listsOf(word)));

/** The words at which a phrase of a list or map may begin. */
export const beginningsIn = indexBy((word, lexicon) => only(lexicon.startsOf(word)));

/** The words that may be a form of a verb whose lemma stands in a list. */
export const lemmasIn = indexBy((word, lexicon) => {
  const verbs = lexicon.verbs.get(word);
  return verbs === undefined ? NO_LISTS : verbs.flatMap(({ lemma }) => only(lexicon.listsOf(lemma)));
});

/** True where one of the words stands in the list. */
export const holds = (tokens: readonly Token[], list: string, lexicon: Lexicon): boolean =>
  wordsIn(tokens, list, lexicon).length > 0;
