// The places that begin at a word, and those behind the share that is told of them: "most of Ashford", "the north of Ashford".
// Invariant: a thing without a name that only lies beyond a place is no share of it.

import type { Parse } from '../clauses/parse.ts';
import { isFiller, isIn, isInAny, type SentenceView } from '../words/view-sentence.ts';
import type { PlaceGroup } from './find-place-groups.ts';

/** The places whose words begin at a word, or stand around it. */
export const groupFrom = ({ groups }: Parse, at: number): PlaceGroup | null =>
  groups.find((group) => group.from <= at && at <= (group.items[0]?.from ?? -1)) ?? null;

/** "took a crossroads NORTH OF Ashford": where something lies; "THE NORTH of Ashford", "the WHOLE NORTH of it" are parts of it. */
const liesBeyond = (view: SentenceView, at: number): boolean =>
  isIn(view, 'directions', at) && !isInAny(view, ['definiteArticles', 'wholeWords'], at - 1);

/** "most of Ashford", "all but the garrison of": the share before the place. */
export const afterShare = (parse: Parse, at: number): PlaceGroup | null => {
  const { view } = parse;
  for (let i = at; i < at + 5; i++) {
    const all = isIn(view, 'everythingWords', i - 1) && isIn(view, 'homeLinks', i);
    if (isIn(view, 'partLinks', i) && liesBeyond(view, i - 1)) return null;
    if ((all || isIn(view, 'partLinks', i)) && i > at) {
      const group = groupFrom(parse, i + 1);
      const share = isIn(view, 'partialWords', i - 1) || isIn(view, 'relativeMost', i - 1);
      return group === null ? null : { ...group, partial: group.partial || share };
    }
    if (!isFiller(view, i)) return null;
  }
  return null;
};
