// Words that pick one of several by their order: "former", "latter", "second".
import type { Lexicon } from '../../model/lexicon.ts';
import { ordinalOf } from './numbers.ts';

/** 1 for the first, -1 for the last of a list; null for a word that tells no order. */
export const orderOf = (word: string, lexicon: Lexicon): number | null => {
  if (lexicon.has('referenceFirst', word)) return 1;
  if (lexicon.has('referenceLast', word)) return -1;
  return ordinalOf(word, lexicon);
};
