// The words that stand for places spoken of, as the object of a verb: "most of IT", "took BOTH back", "gave THEM BOTH up".
// Invariant: "them" alone may be people, and stands for places only where it is taken back.
import { isIn, isInAny, phraseLength, type SentenceView } from '../words/view-sentence.ts';

/** "hold parts of it", "took most of it": behind the share, where one is said. */
export const behindShare = (view: SentenceView, at: number): number =>
  isIn(view, 'partLinks', at + 1) && isInAny(view, ['partialWords', 'relativeMost', 'shareNouns', 'wholeShares'], at)
    ? at + 2
    : at;

/** "took BOTH back", "gave THEM BOTH up", "retook BOTH on Monday": no thing that is two ("both attempts") stands behind it. */
const endsThere = (view: SentenceView, at: number): boolean =>
  view.tokens[at]?.type !== 'word' ||
  isInAny(view, ['verbParticles', 'backWords', 'prepositions', 'conjunctions', 'timeNouns', 'weekdays'], at);

/** Behind the words that stand for several places; "won THEM back", and not "took them back to base", who are people. */
export const pastPlural = (view: SentenceView, at: number): number => {
  const many = phraseLength(view, 'placePlurals', at);
  const back = isIn(view, 'placePronouns', at) && isIn(view, 'backWords', at + 1) && !isIn(view, 'toWords', at + 2);
  if (many > 0) return endsThere(view, at + many) ? at + many : at;
  return back ? at + 1 : at;
};

/** "foiled BOTH attempts": two of what stands behind it. */
export const isTwoOf = (view: SentenceView, at: number): boolean =>
  isIn(view, 'bothWords', at) && !endsThere(view, at + 1);
