// "have BYPASSED A", "had GARLANDED the town": a participle that no list has, with its object right behind it.
// Invariant: the word has the form of one, and what follows is a place by its name or a noun that is pointed at.
import { isIn, type SentenceView } from '../words/view-sentence.ts';

/** True where "have" before the word only helps it, though nobody knows what was done. */
export const isUnknownDeed = (view: SentenceView, at: number): boolean =>
  /^\p{Ll}+ed$/u.test(view.tokens[at]?.text ?? '') &&
  view.markAt[at] === undefined &&
  (view.markAt[at + 1]?.type === 'place' || isIn(view, 'definiteArticles', at + 1));
