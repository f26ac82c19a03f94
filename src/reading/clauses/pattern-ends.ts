// Where a pattern's clause may end: at a mark, a day, a stretch of time, a further verb.
// Invariant: looks at one place of a sentence, and past no verb.
import { closesWithTime } from '../words/time-ahead.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** "passed ON TUESDAY under their control": a day may stand anywhere. */
export const isDay = (view: SentenceView, at: number): boolean =>
  isIn(view, 'weekdays', at) ||
  isIn(view, 'months', at) ||
  ((isIn(view, 'weekdays', at + 1) || isIn(view, 'months', at + 1)) && isIn(view, 'prepositions', at));

/** Words of "nearly a month". */
const STRETCH = 4;

/** "has had A FOR EIGHT DAYS". */
const isStretch = (view: SentenceView, at: number): boolean =>
  isIn(view, 'lengthLeads', at) &&
  Array.from({ length: STRETCH }, (_, i) => at + 1 + i).some((i) => isInAny(view, ['spanUnits', 'timeNouns'], i));

/** "that the rebels have A IS untrue": a further verb goes on with something else. */
const CLOSING = ['conjunctions', 'clauseEnds', 'fullBe'];

/** "came in.", "came in on Monday": nothing but a time follows. */
export const isClauseEnd = (view: SentenceView, at: number): boolean =>
  view.tokens[at] === undefined ||
  /^[,;:.!?/—–"”]$/.test(wordAt(view, at)) ||
  isInAny(view, CLOSING, at) ||
  isDay(view, at) ||
  isStretch(view, at) ||
  closesWithTime(view, at);

/** A mark or "but": the clause is over, whatever time could follow. */
export const isStop = (view: SentenceView, at: number): boolean =>
  view.tokens[at] === undefined || /^[,;:.!?—–]$/.test(wordAt(view, at)) || isIn(view, 'butWords', at);
