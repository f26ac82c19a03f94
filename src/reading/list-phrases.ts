// The phrases of a lexicon list, taken apart into words once and found by their first word.
// Invariant: phrases that begin with one word come in the list's order.

import { kept } from '../model/keep.ts';

type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

const takeApart = kept(
  (list: readonly string[]): Phrases =>
    Map.groupBy(
      list.map((phrase) => phrase.split(' ')),
      ([first]) => first ?? '',
    ),
);

const NONE: readonly (readonly string[])[] = [];

/** The phrases of a list that begin with a word, each in its words. */
export const phrasesFrom = (list: readonly string[], word: string): readonly (readonly string[])[] => {
  return takeApart(list).get(word) ?? NONE;
};
