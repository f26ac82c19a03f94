// Nouns that look like verbs where a sentence or a clause opens: "Clashes went on", "Rebel attacks near", "said that clashes erupted".

import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { deedNouns } from './noun-links.ts';
import { formsAt } from './verb-forms.ts';

/** "Clashes went on": the verb behind it makes the first word a noun. */
export const opensWithNoun = (view: SentenceView): boolean =>
  isIn(view, 'be', 1) ||
  isIn(view, 'have', 1) ||
  (view.markAt[1] === undefined && view.lexicon.verbs.has(wordAt(view, 1)));

/** "Talks between the two sides have stalled": only a heading begins with a verb in the s-form. */
export const opensWithPlural = (view: SentenceView): boolean =>
  !view.sentence.heading && formsAt(view, 0).every((form) => form === 's');

/** "Armed clashes between", "Rebel attacks near", "Fierce battles raged": behind the adjective that a sentence opens with. */
export const isNounOfOpening = (view: SentenceView, at: number): boolean => {
  const first = view.markAt[0];
  if (at !== 1 || view.sentence.heading || (first !== undefined && (first.type !== 'actor' || first.means === 'name')))
    return false;
  if (isIn(view, 'pronouns', 0) || isIn(view, 'determiners', 0) || /s$/.test(wordAt(view, 0))) return false;
  const plural = formsAt(view, at).every((form) => form === 's');
  const verb = view.markAt[at + 1] === undefined && view.lexicon.verbs.has(wordAt(view, at + 1));
  return plural && (verb || isInAny(view, ['prepositions', 'be', 'have'], at + 1));
};

/** "said that CLASHES erupted", "According to officials, ATTACKS on A went on": the plural of a deed, where a clause begins. */
export const opensClauseAsNoun = (view: SentenceView, at: number): boolean => {
  const opens = isIn(view, 'rumourLinks', at - 1) || /^[,“"]$/.test(wordAt(view, at - 1));
  if (!opens || view.sentence.heading || !deedNouns(view.lexicon).has(wordAt(view, at))) return false;
  const verb = view.markAt[at + 1] === undefined && view.lexicon.verbs.has(wordAt(view, at + 1));
  return formsAt(view, at).every((form) => form === 's') && (verb || isIn(view, 'prepositions', at + 1));
};
