// The phrases of a lexicon list, taken apart into words once and found by their first word.
// Invariant: phrases that begin with one word come in the list's order.

import { kept } from '../../model/keep.ts';

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

/** How many words the longest phrase of the list has that begins at a word; 0 where none does. */
export const lengthAt = (list: readonly string[], tokens: readonly { readonly word: string }[], at: number): number =>
  phrasesFrom(list, tokens[at]?.word ?? '')
    .filter((words) => words.every((word, i) => tokens[at + i]?.word === word))
    .reduce((longest, { length }) => Math.max(longest, length), 0);
