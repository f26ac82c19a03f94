// "an analysis of NEWLY FILED reports", "the newly formed council", "758 PLEDGED delegates": a participle that only describes.
// Invariant: an adverb or a number stands before it, and a preposition, an article or the number alone before that.
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** Behind an adverb that a preposition or an article governs. */
export const isBehindAdverb = (view: SentenceView, at: number): boolean =>
  /\p{Ll}ly$/u.test(wordAt(view, at - 1)) &&
  // "his FAMILY said", "the ASSEMBLY said"
  !isInAny(view, ['institutionNouns', 'orgWords', 'pressWords'], at - 1) &&
  (isInAny(view, ['determiners', 'prepositions'], at - 2) || /^['’]s$/u.test(wordAt(view, at - 2))) &&
  !isIn(view, 'determiners', at + 1);

/** Behind a figure, with a noun in the plural behind it. */
export const isOfFigure = (view: SentenceView, at: number): boolean =>
  view.tokens[at - 1]?.type === 'number' &&
  /ed$/u.test(wordAt(view, at)) &&
  /^\p{Ll}+s$/u.test(view.tokens[at + 1]?.text ?? '') &&
  !isInAny(view, ['determiners', 'possessives', 'prepositions', 'pronouns'], at + 1);
