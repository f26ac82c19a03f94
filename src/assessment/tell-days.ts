// What is told of a prepared cell on many days: holder, status, p and reason, without interval, sentences and counts.
// Invariant: word for word what `assess` tells of each of these days.
import type { Told } from '../model/series.ts';
import type { Day } from '../model/time.ts';
import { sharesOf } from './assess.ts';
import { explain } from './explain.ts';
import { dayFrom, dayNumber } from './statements.ts';
import type { Prepared } from './view.ts';
import { type DayState, eventDays, walk } from './walk.ts';

const toldOf = (state: DayState): Told => {
  const { holder, status } = state.verdict;
  return { p: sharesOf(state), holder, status, reason: explain(state) };
};

/** By day. One walk for all of them. */
export const tellDays = (prepared: Prepared, days: readonly Day[]): ReadonlyMap<Day, Told> => {
  const asked = new Set(days.map(dayNumber));
  const events = eventDays(prepared, Math.max(...asked));
  const walked = [...new Set([...events, ...asked])].sort((a, b) => a - b);
  const told = new Map<Day, Told>();
  for (const state of walk(prepared, walked)) if (asked.has(state.day)) told.set(dayFrom(state.day), toldOf(state));
  return told;
};
