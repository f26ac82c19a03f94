// "did not enter UNTIL several hours after", "captured NOT ONLY A": a negated verb that tells of a deed done.
// Invariant: what has not happened "until now" has not happened; what will not happen until a day is not done yet.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { isIn, isInAny, type SentenceView } from '../words/view-sentence.ts';

/** Words between a verb and its "until". */
const REACH = 8;
/** Words of "until LATE IN THE afternoon", "until SEVERAL HOURS after". */
const TIME = 5;

/** "did not", "had not": told of what is over. */
const isPast = (view: SentenceView, { from, modal }: VerbGroup): boolean =>
  modal === null && isInAny(view, ['pastDo', 'pastHave'], from);

/** "until hours AFTER they had fled", "until AFTER dark", "until THE REBELS HAD LEFT": a moment that came. */
const isMoment = (view: SentenceView, from: number): boolean => {
  // "had not entered UNTIL THE ARMY LEFT"
  const who = [from, from + 1, from + 2].some((at) => view.markAt[at]?.type === 'actor');
  for (let at = from; at < from + TIME; at++) {
    if (view.tokens[at]?.type === 'mark') return false;
    if (who && view.markAt[at] === undefined && view.lexicon.verbs.has(view.tokens[at]?.word ?? '')) return true;
    if (isInAny(view, ['weekdays', 'months', 'timeNouns', 'momentWords'], at)) return !isIn(view, 'nowWords', at);
  }
  return false;
};

/** Words of ", the old capital of the valley,". */
const APPOSED = 9;

/** "did not give up A, THE CENTRE OF THE VALLEY, until": past what two commas say of the place before the first. */
const pastApposed = (view: SentenceView, comma: number): number => {
  const close = view.tokens.findIndex(({ word }, i) => i > comma && word === ',');
  const noun = view.markAt[comma - 1]?.type === 'place' && isIn(view, 'determiners', comma + 1);
  return noun && close > 0 && close - comma <= APPOSED ? close + 1 : comma;
};

/** Where "until" stands behind the verb, in its own clause; or -1. */
const untilAt = (view: SentenceView, { to }: VerbGroup): number => {
  const end = (from: number): number =>
    view.tokens.findIndex(({ word }, i) => i >= from && (isIn(view, 'untilWords', i) || /^[,;:]$/.test(word)));
  const first = end(to);
  const past = first < 0 ? first : pastApposed(view, first);
  const at = past > first ? end(past) : first;
  return at >= 0 && at < Math.max(to, past) + REACH && isIn(view, 'untilWords', at) ? at : -1;
};

/** Words of "Hardly had the last of the men" before the verb, and of what stands between it and its "when". */
const JUST = 10;
const THEN = 20;

/** "HARDLY had the army left A WHEN", "had scarcely taken it BEFORE": it had just come about. */
const isJustThen = ({ tokens, lexicon }: SentenceView, { head, to, perfect }: VerbGroup): boolean => {
  const has = (list: string, from: number, end: number): boolean =>
    tokens.slice(Math.max(0, from), end).some(({ word }) => lexicon.has(list, word));
  return perfect && has('hardlyWords', head - JUST, head) && has('thenLinks', to, to + THEN);
};

export const isOnlyLater = (view: SentenceView, verb: VerbGroup): boolean => {
  if (isJustThen(view, verb)) return true;
  const at = untilAt(view, verb);
  if (at < 0) return isIn(view, 'onlyWords', verb.to + 1);
  if (isPast(view, verb)) return isMoment(view, at + 1);
  return isInAny(view, ['weekdays', 'months', 'timeNouns'], at + 1) && !isIn(view, 'nowWords', at + 1);
};
