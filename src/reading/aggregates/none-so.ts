// "No district has fallen SO FAST", "no town was given up WITH SO LITTLE resistance": how the one spoken of fell, and no number of none.
// Invariant: only a count of none is meant; "no district has fallen so far" counts.
import type { AggregateClaim } from '../../model/claim.ts';
import type { Draft } from '../marks.ts';
import { sentenceAt } from '../words/by-sentence.ts';

/** True of a count of none that only says how another came about. */
export const isNoneSo = (draft: Draft, { count, quote }: AggregateClaim): boolean => {
  if (count !== 0) return false;
  const { lexicon } = draft.theatre;
  const tokens = draft.sentences[sentenceAt(draft, quote.start)]?.tokens ?? [];
  const from = tokens.findIndex(({ start }) => start >= quote.start);
  const stop = tokens.findIndex(({ word }, at) => at > from && /^[.;:!?]$/.test(word));
  return tokens.slice(from, stop < 0 ? tokens.length : stop).some(
    ({ word }, i, own) =>
      i > 0 &&
      own[i + 1]?.type === 'word' &&
      ((lexicon.has('degreeLeads', word) && !lexicon.has('degreeEnds', own[i + 1]?.word ?? '')) ||
        // "as quickly AS A"
        (lexicon.has('comparingWords', word) && lexicon.has('comparingWords', own[i + 2]?.word ?? ''))),
  );
};
