// "Both sides said", "officials from both sides": who speaks for the two parties of the war at once.
// Invariant: "both residents and officials" and "officials in both provinces" are not the two sides.
import type { Theatre } from '../../model/theatre.ts';
import { cutWords } from '../words/text-words.ts';
import { findPhrases } from './find-phrases.ts';

/** "BOTH residents AND officials" are two who speak. */
const isPairOf = (behind: string, { lexicon }: Theatre): boolean => {
  const [first = ''] = cutWords(behind).words;
  return first !== '' && !['sideWords', 'partLinks'].some((list) => lexicon.has(list, first));
};

export const isBothSides = (words: string, theatre: Theatre): boolean =>
  findPhrases(words, theatre.lexicon.list('bothSides')).some(
    ({ start, end }) =>
      (start === 0 && !isPairOf(words.slice(end), theatre)) ||
      (theatre.lexicon.has('sideLinks', cutWords(words.slice(0, start)).words.at(-1) ?? '') && end === words.length),
  );
