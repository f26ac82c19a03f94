// Places that a noun of taking or holding is of: "the capture of A and B was swift", "rebel control of A and B has ended".
// Invariant: before such a noun its clause has no verb yet.
import { isIn, isInAny, isVerbForm, type SentenceView, wordAt } from './view-sentence.ts';

/** The form of a verb that tells what somebody says. */
export const isReportingForm = (view: SentenceView, at: number): boolean =>
  (view.lexicon.verbs.get(wordAt(view, at)) ?? []).some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma));

/** A word that is a verb where no "of" or "in" makes a noun of it: "capture OF", "rule IN". */
const isVerbHere = (view: SentenceView, at: number): boolean =>
  isVerbForm(view, at) &&
  view.markAt[at] === undefined &&
  !isIn(view, 'determiners', at - 1) &&
  !isIn(view, 'nounLinks', at + 1) &&
  !(isInAny(view, ['ruleNouns', 'controlNouns'], at) && isInAny(view, ['homeLinks', 'rulingLinks'], at + 1));

/** "The capture OF A and B was swift": the noun is the subject of a verb that is still to come; no clause ends at A. */
export const isOfNoun = (view: SentenceView, link: number): boolean => {
  for (let at = link - 1; at >= 0; at--) {
    if (/^[,;:"“”]$/.test(wordAt(view, at)) || isIn(view, 'frameWalls', at)) break;
    if (isReportingForm(view, at)) break;
    if (isVerbHere(view, at)) return false;
  }
  const head = [link - 1, link - 2, link - 3, link - 4].find((at) => isIn(view, 'takingNouns', at));
  return head !== undefined && view.tokens.slice(head, link).every(({ type }) => type === 'word');
};
