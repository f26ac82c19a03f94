// "the Norlandic 47th Tank Division", "the 5th Brigade": a unit with a number is of an army, and no group of its own.
// Invariant: an ordinal stands before the name, at most two capitalised words away; without a nation its side is left to context.

import type { Theatre } from '../../model/theatre.ts';
import type { Sentence } from '../marks.ts';
import type { FoundPhrase } from './name-tree.ts';

/** "47th GUARDS TANK Division". */
const NAME = 3;

/** "47th", "47": a number in figures, where it begins. */
const numberEndingAt = (tokens: Sentence['tokens'], at: number, { lexicon }: Theatre): number | null => {
  if (tokens[at]?.type === 'number') return at;
  const before = tokens[at - 1];
  const joined = before?.type === 'number' && before.end === tokens[at]?.start;
  return joined && lexicon.has('ordinalEnds', tokens[at]?.word ?? '') ? at - 1 : null;
};

/** Where the number before the unit stands; null where there is none. */
export const numberedFrom = (
  { tokens }: Pick<Sentence, 'tokens'>,
  { from, to }: FoundPhrase,
  theatre: Theatre,
): number | null => {
  if (!theatre.lexicon.has('armyUnits', tokens[to - 1]?.word ?? '')) return null;
  for (let at = from - 1; at >= Math.max(0, from - NAME); at--) {
    const number = numberEndingAt(tokens, at, theatre);
    if (number !== null) return number;
    if (!/^\p{Lu}/u.test(tokens[at]?.text ?? '')) return null;
  }
  return null;
};

/** Words of "of the rebels". */
const OWNER = 2;

/** "the REBEL 5th Brigade", "the front'S 2nd Battalion", "the 3rd Division OF THE REBELS": who is named beside it has it. */
export const isOfOthers = ({ tokens }: Sentence, found: FoundPhrase, theatre: Theatre): boolean => {
  const { lexicon } = theatre;
  const before = tokens[(numberedFrom({ tokens }, found, theatre) ?? 0) - 1]?.word ?? '';
  const behind = tokens.slice(found.to + 1, found.to + 1 + OWNER).map(({ word }) => word);
  const owned = lexicon.has('partLinks', tokens[found.to]?.word ?? '');
  return (
    /^['’]s?$/.test(before) ||
    lexicon.has('rebelAdjectives', before) ||
    (owned && behind.some((word) => lexicon.has('rebelAdjectives', word)))
  );
};
