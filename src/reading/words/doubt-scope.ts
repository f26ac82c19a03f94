// How far a word of doubt reaches: "The rebels left A, and soldiers REPORTEDLY moved in" leaves open only who moved in.
// Invariant: a doubt that opens its sentence, or stands in the words of who tells it, is over all of it.
import { isInAny, isVerbForm, phraseLength, type SentenceView, wordAt } from './view-sentence.ts';

/** Words between a verb and the doubt that is said behind it: "fell on Monday to the rebels, reportedly". */
const BEHIND = 8;

const isVerb = (view: SentenceView, at: number): boolean =>
  (isVerbForm(view, at) && view.markAt[at] === undefined) || isInAny(view, ['be', 'have', 'modals', 'do'], at);

/** "and SOLDIERS", "while the army", "; it": a clause with a subject of its own begins. */
const opensClause = (view: SentenceView, at: number): boolean => {
  const joins = isInAny(view, ['conjunctions', 'contrastWords'], at) || wordAt(view, at) === ';';
  const mark = view.markAt[at + 1] ?? view.markAt[at + 2];
  const subject = mark !== undefined || isInAny(view, ['determiners', 'subjectPronouns'], at + 1);
  if (!joins || !subject || isVerb(view, at + 1)) return false;
  // "took A AND B": a list goes on to no verb.
  const to = mark?.to ?? at + 2;
  return [to, to + 1, to + 2].some((next) => isVerb(view, next) && !/ing$/.test(wordAt(view, next)));
};

const some = (from: number, to: number, is: (at: number) => boolean): boolean => {
  for (let at = from; at < to; at++) if (is(at)) return true;
  return false;
};

/** "according to UNCONFIRMED reports", "UNCONFIRMED reports said": of whoever tells it. */
const isOfTeller = (view: SentenceView, doubt: number): boolean =>
  !wordAt(view, doubt).endsWith('ly') &&
  (some(Math.max(0, doubt - 3), doubt, (i) => phraseLength(view, 'accordingTo', i) > 0) ||
    some(doubt + 2, doubt + 4, (i) =>
      (view.lexicon.verbs.get(wordAt(view, i)) ?? []).some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma)),
    ));

/** Whether the doubt said at `doubt` is over what is said at `at`. */
const reaches = (view: SentenceView, doubt: number, at: number): boolean => {
  if (doubt === 0 && wordAt(view, 1) === ',') return true;
  if (doubt <= at) return !some(doubt + 1, at, (i) => opensClause(view, i));
  // "After taking A, THE REBELS reportedly entered B"
  const subject = (i: number): boolean =>
    wordAt(view, i) === ',' && [i + 1, i + 2].some((next) => view.markAt[next]?.type === 'actor');
  const link = (i: number): boolean =>
    isVerb(view, i) ||
    isInAny(view, ['conjunctions', 'subordinators', 'relatives'], i) ||
    wordAt(view, i) === ';' ||
    subject(i);
  // "left A amid UNCONFIRMED reports": what a noun is called says nothing of the verb before it.
  return wordAt(view, doubt).endsWith('ly') && doubt - at <= BEHIND && !some(at + 1, doubt, link);
};

/** "reportedly", "an unconfirmed report", over the word at `at`. */
export const isDoubtedAt = (view: SentenceView, at: number): boolean =>
  view.tokens.some(
    ({ word }, doubt) => view.lexicon.has('doubtWords', word) && (isOfTeller(view, doubt) || reaches(view, doubt, at)),
  ) ||
  view.tokens.some((_, i) => phraseLength(view, 'doubtPhrases', i) > 0) ||
  view.tokens.filter(({ word }) => word === '?').length > 1;

/** "has it fallen?" is a question; "gone??" in a flash is doubt. */
export const isQuestion = ({ tokens, lexicon }: SentenceView, to: number): boolean => {
  const marks = tokens.filter(({ word }) => word === '?');
  if (marks.length === 0) return false;
  const last = tokens.findIndex((token, at) => token.word === '?' && at >= to);
  return last >= 0 && marks.length === 1 && !tokens.some(({ word }) => lexicon.has('doubtWords', word));
};
