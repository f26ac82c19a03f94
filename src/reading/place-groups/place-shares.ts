// The share of a place that is said before it: "most of", "the rest of", "large swathes of", "all of", "the north of".
// Invariant: a share begins where its own noun phrase begins, so that what governs it governs the place.
import type { Scope } from '../../model/claim.ts';
import { numberOf } from '../words/numbers.ts';
import { isIn, isInAny, type SentenceView, startOfPhrase, wordAt } from '../words/view-sentence.ts';

export interface Share {
  readonly from: number;
  /** "all of" is the whole. */
  readonly partial: boolean;
  /** What it is of the place where it is told which: "the heart of" is its centre, "the eastern half of" an area. */
  readonly scope: Scope | null;
}

/** "more than half of", "no less than a third of": the comparison before the share. */
const beforeComparison = (view: SentenceView, from: number): number =>
  isIn(view, 'comparisonLinks', from - 1) && isIn(view, 'comparisonWords', from - 2) ? from - 2 : from;

/** "the north of the city": a direction with an article is a part, "north of the city" is outside. */
const isSide = (view: SentenceView, at: number): boolean =>
  isIn(view, 'directions', at) && isIn(view, 'determiners', at - 1);

/** "the heart of", "the north of", "the eastern half of"; "half of" is any half. */
const scopeOfShare = (view: SentenceView, at: number): Scope | null => {
  if (isIn(view, 'centreNouns', at)) return 'centre';
  const side = isIn(view, 'sideNouns', at) && isInAny(view, ['compassAdjectives', 'partUses'], at - 1);
  const named = isIn(view, 'compassPoints', at) && isSide(view, at) && !isIn(view, 'goalLinks', at - 2);
  // "THE PARTS OF the city that the police have left": those that the words tell of, and no share of the whole.
  const told = isIn(view, 'definiteParts', at) && isIn(view, 'definiteArticles', at - 1);
  return side || named || told ? 'area' : null;
};

/** The share that ends right before the phrase at `start`, or null. */
export const shareBefore = (view: SentenceView, start: number): Share | null => {
  const at = start - 2;
  if (!isIn(view, 'partLinks', start - 1) || view.markAt[at] !== undefined) return null;
  // "left A NUMBER OF posts in A": so many, and none of them in part.
  const counts = isIn(view, 'countShares', at);
  const whole = counts || isIn(view, 'wholeShares', at) || numberOf([wordAt(view, at)], view.lexicon) !== null;
  const scope = scopeOfShare(view, at);
  const share = isInAny(view, ['partialWords', 'relativeMost', 'shareNouns'], at) || isSide(view, at);
  if (!whole && !share && scope === null) return null;
  const first = startOfPhrase(view, at);
  // "nearly all of", "almost half of".
  const near = isIn(view, 'shareAdverbs', first - 1) ? first - 1 : first;
  const from = beforeComparison(view, near);
  return { from, scope, partial: !whole || (wordAt(view, at - 1) !== '' && isIn(view, 'shareAdverbs', at - 1)) };
};

/** "and most of B", "and nearly all of B": how many words the share takes; 0 where there is none. */
export const shareAt = (view: SentenceView, at: number): number => {
  for (let i = at + 1; i < at + 4; i++) {
    if (view.markAt[i - 1]?.type === 'place') return 0;
    const isShare = isIn(view, 'partialWords', i - 1) || isIn(view, 'relativeMost', i - 1);
    // "and SIX AREAS of B" are so many places in B.
    const isCounted = numberOf([wordAt(view, i - 2)], view.lexicon) !== null;
    if (isShare && !isCounted && isIn(view, 'partLinks', i)) return i - at + 1;
  }
  return 0;
};
