// Dates that only bound what something is the first or the most of: "the third capital to fall in a week", "its biggest gain
// since May", "for the first time since 2015".
// Invariant: the rank stands before the date, with no mark and no other clause between them.
import type { DateMark, Draft, Token } from '../marks.ts';
import { ordinalOf } from '../words/numbers.ts';

/** How many words before the date its rank may stand. */
const REACH = 8;

/** How many words before "in a week" the ordinal may stand that counts up to it. */
const TALLY = 7;

/** "the tenth capital to fall IN A WEEK": how long the count took, and no day of it. */
export const isTally = ({ sentences, theatre: { lexicon } }: Draft, { sentence, start, when }: DateMark): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const at = tokens.findIndex((token) => token.start >= start);
  const counted = tokens.slice(Math.max(0, at - TALLY), at).some(({ word }) => ordinalOf(word, lexicon) !== null);
  // "for the second TIME this year"
  const times = lexicon.has('turnNouns', tokens[at - 1]?.word ?? '');
  return counted && when.earliest !== when.latest && (times || lexicon.has('homeLinks', tokens[at]?.word ?? ''));
};

/** The words before a date back to the last mark, without the word that leads to it; null where none leads from a time on. */
const wordsBefore = (
  { theatre: { lexicon } }: Draft,
  tokens: readonly Token[],
  at: number,
): readonly Token[] | null => {
  const lead = [at, at - 1].find((i) => lexicon.has('sinceLinks', tokens[i]?.word ?? ''));
  if (lead === undefined) return null;
  const before = tokens.slice(Math.max(0, lead - REACH), lead);
  return before.slice(before.findLastIndex(({ type }) => type === 'mark') + 1);
};

/** "the first town to fall SINCE MAY", "the worst fighting SINCE APRIL": what the rank is reckoned from, and no day of the deed. */
export const isOfRank = (draft: Draft, { sentence, start }: DateMark): boolean => {
  const { tokens = [] } = draft.sentences[sentence] ?? {};
  const { lexicon } = draft.theatre;
  const at = tokens.findIndex((token) => token.start >= start);
  return (
    wordsBefore(draft, tokens, at)?.some(
      ({ word }) => lexicon.has('ordinalWords', word) || lexicon.has('superlatives', word),
    ) === true
  );
};
