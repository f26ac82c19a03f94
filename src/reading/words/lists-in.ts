// Where in a sentence the words stand that belong to a list of the lexicon: a rule is asked only at words it can begin with.
// Invariant: the answers are those of asking at every word, in order. Most sentences have no word of most lists, and one
// look at the sentence's bits says so.
import { kept } from '../../model/keep.ts';
import type { Lexicon, VerbForms } from '../../model/lexicon.ts';
import type { Token } from '../marks.ts';

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

const bitsForVerbs = (lexicon: Lexicon) =>
  kept((verbs: readonly VerbForms[]): Bits => {
    const all = new Uint32Array((numbers.size >> 5) + 1);
    for (const { lemma } of verbs) {
      const lists = lexicon.listsOf(lemma);
      if (lists !== undefined) addTo(all, bitsOfLists(lists));
    }
    return all;
  });
let bitsOfVerbs = kept(bitsForVerbs);

interface SentenceBits {
  /** By word; none for one that stands in no list. */
  readonly each: readonly (Bits | null)[];
  readonly all: Bits;
}

const indexes: { forget(): void }[] = [];

const numberOf = (list: string): number => {
  const known = numbers.get(list);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(list, number);
  bitsOfLists = kept(bitsFor);
  bitsOfVerbs = kept(bitsForVerbs);
  for (const index of indexes) index.forget();
  return number;
};

const NONE: readonly number[] = [];

const addTo = (all: Bits, bits: Bits): void => {
  for (let i = 0; i < all.length; i++) all[i] = (all[i] ?? 0) | (bits[i] ?? 0);
};

/** Words of a sentence by the lists that `bitsOf` knows each to stand in. */
const indexBy = (bitsOf: (word: string, lexicon: Lexicon) => Bits | null) => {
  const make = (lexicon: Lexicon) =>
    kept((tokens: readonly Token[]): SentenceBits => {
      const all = new Uint32Array((numbers.size >> 5) + 1);
      const each = tokens.map(({ word }) => bitsOf(word, lexicon));
      for (const bits of each) if (bits !== null) addTo(all, bits);
      return { each, all };
    });
  let byLexicon = kept(make);
  indexes.push({
    forget: () => {
      byLexicon = kept(make);
    },
  });
  return (tokens: readonly Token[], list: string, lexicon: Lexicon): readonly number[] => {
    const number = numberOf(list);
    const { each, all } = byLexicon(lexicon)(tokens);
    const at = number >> 5;
    const bit = 1 << number;
    if (((all[at] ?? 0) & bit) === 0) return NONE;
    const found: number[] = [];
    for (let i = 0; i < each.length; i++) if (((each[i]?.[at] ?? 0) & bit) !== 0) found.push(i);
    return found;
  };
};

/** The words that stand in a list. */
export const wordsIn = indexBy((word, lexicon) => {
  const lists = lexicon.listsOf(word);
  return lists === undefined ? null : bitsOfLists(lists);
});

/** The words at which a phrase of a list or map may begin. */
export const beginningsIn = indexBy((word, lexicon) => {
  const lists = lexicon.startsOf(word);
  return lists === undefined ? null : bitsOfLists(lists);
});

/** The words that may be a form of a verb whose lemma stands in a list. */
export const lemmasIn = indexBy((word, lexicon) => {
  const verbs = lexicon.verbs.get(word);
  return verbs === undefined ? null : bitsOfVerbs(lexicon)(verbs);
});

/** True where one of the words stands in the list. */
export const holds = (tokens: readonly Token[], list: string, lexicon: Lexicon): boolean =>
  wordsIn(tokens, list, lexicon).length > 0;
