// "meddling THE CONGRESSMAN said is bad", "the third time AROS said": what is spoken of stands right before who speaks.
// Invariant: an article inside a phrase begins another, unless a link or a possessor stands before it.
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

const LINKS = ['prepositions', 'conjunctions', 'determiners', 'verbAdverbs', 'speakerLeads', 'be', 'asideParticiples'];

/** Where the words of who speaks begin. */
export const behindObject = ({ view, verbAt }: Parse, from: number, to: number): number => {
  for (let at = from + 1; at < to; at++) {
    const before = view.tokens[at - 1];
    // "a faction LEADING the assault"
    const verbal = verbAt[at - 1] !== undefined || /(?:ing|ed)$/u.test(before?.word ?? '');
    const plain = before?.type === 'word' && /^\p{Ll}{3}/u.test(before.text) && !isInAny(view, LINKS, at - 1);
    if (!plain || (verbal && !isIn(view, 'objectGerunds', at - 1))) continue;
    if (isIn(view, 'definiteArticles', at) && !isIn(view, 'relatives', at - 1)) return at;
    if (
      isIn(view, 'occasionNouns', at - 1) &&
      isIn(view, 'determiners', from) &&
      /^\p{Lu}/u.test(view.tokens[at]?.text ?? '')
    )
      return at;
  }
  return from;
};

/** "have fallen since Saturday, an MP said": the day before the comma is no part of who speaks. */
export const afterDay = (view: SentenceView, from: number): number =>
  isIn(view, 'weekdays', from) && wordAt(view, from + 1) === ',' ? from + 2 : from;
