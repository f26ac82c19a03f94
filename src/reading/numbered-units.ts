// "the Norlandic 47th Tank Division", "the 5th Brigade": a unit with a number is of an army, and no group of its own.
// Invariant: an ordinal stands before the name, at most two capitalised words away; without a nation its side is left to context.

import type { Theatre } from '../model/theatre.ts';
import type { Sentence } from './marks.ts';
import type { FoundPhrase } from './name-tree.ts';

/** "47th GUARDS TANK Division". */
const NAME = 3;

/** "47th", "47": a number in figures, where it begins. */
const numberEndingAt = (tokens: Sentence['tokens'], at: number): number | null => {
  if (tokens[at]?.type === 'number') return at;
  const before = tokens[at - 1];
  const joined = before?.type === 'number' && before.end === tokens[at]?.start;
  return joined && /^(?:st|nd|rd|th)$/.test(tokens[at]?.word ?? '') ? at - 1 : null;
};

/** Where the number before the unit stands; null where there is none. */
export const numberedFrom = ({ tokens }: Sentence, { from, to }: FoundPhrase, { lexicon }: Theatre): number | null => {
  if (!lexicon.has('armyUnits', tokens[to - 1]?.word ?? '')) return null;
  for (let at = from - 1; at >= Math.max(0, from - NAME); at--) {
    const number = numberEndingAt(tokens, at);
    if (number !== null) return number;
    if (!/^\p{Lu}/u.test(tokens[at]?.text ?? '')) return null;
  }
  return null;
};

/** "the REBEL 5th Brigade", "the front'S 2nd Battalion": who is named before the number has it. */
export const isOfOthers = ({ tokens }: Sentence, number: number, { lexicon }: Theatre): boolean => {
  const word = tokens[number - 1]?.word ?? '';
  return /^['’]s?$/.test(word) || lexicon.has('rebelAdjectives', word);
};
