// Whether a list of places stands where a clause may begin behind its first name: "captured A and B fell", but "an attack on A and B failed".
// Invariant: before the verb of its clause a list is of one subject, and no clause begins within it.

import { isIn, isInAny, isVerbForm, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { deedNouns } from './noun-links.ts';

export const isReportingForm = (view: SentenceView, at: number): boolean =>
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma));

/** "captured A, B claimed", "A, the B NEWSPAPER said": whether a name that ends here stands before a reporting verb and speaks. */
export const isTeller = (view: SentenceView, to: number): boolean =>
  isReportingForm(view, isIn(view, 'orgIntroducers', to) ? to + 1 : to);

/** Behind a verb or a preposition a list may end where a clause begins; before its verb ("said A and B fell") it does not. */
export const isObjectPosition = (view: SentenceView, from: number): boolean =>
  isObjectAt(view, beforeAllBut(view, from));

/** "control ALL BUT three of them": the words that leave something out stand between the verb and its object. */
const beforeAllBut = (view: SentenceView, start: number): number => {
  let at = start;
  while (at > 0 && isInAny(view, ['exceptionWords', 'wholeWords'], at - 1)) at--;
  return at;
};

const isObjectAt = (view: SentenceView, start: number): boolean =>
  (view.lexicon.verbs.has(wordAt(view, start - 1)) || isIn(view, 'prepositions', start - 1)) &&
  !isReportingForm(view, start - 1) &&
  // "will not talk WHILE A and B are held": what opens a clause has its list for a subject.
  ![start, start - 1].some((at) => isInAny(view, ['clauseStarts', 'clauseSubordinators'], at)) &&
  !isOfSubject(view, start) &&
  tellsBefore(view, start);

/** "An attack on A and B was repelled": where no verb stands before the list in its clause, the list is of what the verb is said of. */
const tellsBefore = (view: SentenceView, start: number): boolean => {
  for (let at = start - 1; at >= 0; at--) {
    if (/^[,;:“”"]$/.test(wordAt(view, at)) || isReportingForm(view, at)) return false;
    if (isDeed(view, at)) return true;
  }
  return false;
};

/** "The rebels HOLD A", "the army now CONTROLS A": right behind who does it, and before no link, the word tells a deed. */
const isTold = (view: SentenceView, at: number): boolean => {
  const who = isIn(view, 'verbAdverbs', at - 1) ? at - 2 : at - 1;
  return view.markAt[who]?.type === 'actor' && !isInAny(view, ['nounLinks', 'homeLinks', 'rulingLinks'], at + 1);
};

/** "captured", "is"; "an attack", "the fall" and "to capture" are names of deeds. */
const isDeed = (view: SentenceView, at: number): boolean =>
  isVerbForm(view, at) &&
  view.markAt[at] === undefined &&
  !/ing$/.test(wordAt(view, at)) &&
  !isIn(view, 'infinitiveMarks', at - 1) &&
  !isIn(view, 'determiners', at - 1) &&
  (isTold(view, at) || !deedNouns(view.lexicon).has(wordAt(view, at)));

/** "Cities INCLUDING A and B fell": examples of the sentence's subject, before any verb. */
const isOfSubject = (view: SentenceView, start: number): boolean => {
  const lead = [1, 2].find((words) => phraseLength(view, 'includingWords', start - words) === words);
  return lead !== undefined && !view.tokens.slice(0, start - lead).some((_, at) => isVerbForm(view, at));
};
