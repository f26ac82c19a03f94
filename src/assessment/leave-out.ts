// The belief of one day without some of what was told: only the days that this touches are run again (control-method 6).
// Invariant: equal to a whole run without it; what one voice left behind counts for its side's next voices (5.5).
import type { Belief } from './belief.ts';
import { spokenDays } from './belief.ts';
import { stepBack, stepOn, weigh } from './forward-backward.ts';
import { rowOf } from './marks.ts';
import { presenceOn } from './observe.ts';
import { spread } from './state-space.ts';
import { damp, type Weighed } from './weigh.ts';

const indexes = new WeakMap<Belief, ReadonlyMap<number, readonly Weighed[]>>();

/** What was told of each day (number), in its order. */
const byDay = (belief: Belief): ReadonlyMap<number, readonly Weighed[]> => {
  const index = indexes.get(belief) ?? Map.groupBy(belief.weighed, ({ until }) => until);
  indexes.set(belief, index);
  return index;
};

/** A change of one mark's weight over its days. */
interface Shift {
  readonly of: Weighed;
  readonly by: number;
}

/** Those left out lose their weight; voices of their day and the next may gain some. */
const shiftsOf = (belief: Belief, out: ReadonlySet<Weighed>): readonly Shift[] => {
  const index = byDay(belief);
  const days = new Set([...out].flatMap(({ until }) => [until, until + 1]));
  const near = [...new Set([...days].flatMap((day) => [day - 1, day]))].sort((a, b) => a - b);
  const left = near.flatMap((day) => index.get(day) ?? []).filter((one) => !out.has(one));
  const again = damp(belief.marking, left);
  const gained = left.flatMap((one, at): Shift[] => {
    const by = (again[at]?.weight ?? one.weight) - one.weight;
    return days.has(one.until) && by !== 0 ? [{ of: one, by }] : [];
  });
  return [...[...out].map((one) => ({ of: one, by: -one.weight })), ...gained];
};

interface Window {
  /** Days counted from the first, both inclusive. */
  readonly from: number;
  readonly until: number;
  /** ln L of these days. */
  readonly logs: Float64Array;
}

const addPresence = (belief: Belief, out: ReadonlySet<Weighed>, { from, logs }: Window): void => {
  const { space, first, coverage, marking } = belief;
  const model = marking.ground.parameters.model;
  const index = byDay(belief);
  for (const until of new Set([...out].map((one) => one.until))) {
    const all = index.get(until) ?? [];
    const rho = coverage(until - first);
    const [before, after] = [all, all.filter((one) => !out.has(one))].map((told) => {
      const { seen, danger } = spokenDays(told);
      return presenceOn(space, model, { seen: seen.has(until), danger: danger.has(until), rho });
    });
    for (let state = 0; state < space.size; state += 1) {
      const at = (until - first - from) * space.size + state;
      logs[at] = (logs[at] ?? 0) + (after?.[state] ?? 0) - (before?.[state] ?? 0);
    }
  }
};

const addShift = ({ space, first, marking }: Belief, { of, by }: Shift, { from, logs }: Window): void => {
  const values = spread(space, rowOf(marking, of.mark), of.mark.of).map((value) => by * Math.log(value));
  for (let day = of.from; day <= of.until; day += 1)
    for (let state = 0; state < space.size; state += 1) {
      const at = (day - first - from) * space.size + state;
      logs[at] = (logs[at] ?? 0) + (values[state] ?? 0);
    }
};

const windowOf = (belief: Belief, out: ReadonlySet<Weighed>, asked: readonly number[]): Window => {
  const { first, space, observed } = belief;
  const shifts = shiftsOf(belief, out);
  const from = Math.min(...asked, ...shifts.map(({ of }) => of.from - first));
  const until = Math.max(...asked, ...shifts.map(({ of }) => of.until - first));
  const logs = observed.logLikelihoods.slice(from * space.size, (until + 1) * space.size);
  const window = { from, until, logs };
  for (const shift of shifts) addShift(belief, shift, window);
  addPresence(belief, out, window);
  return window;
};

/** Filtered, of each day of the window. */
const forward = ({ space, observed, passes }: Belief, { from, until, logs }: Window): readonly Float64Array[] => {
  const { size } = space;
  let belief: Float64Array =
    from === 0
      ? Float64Array.from(observed.start)
      : stepOn(space, passes.filtered.subarray((from - 1) * size, from * size));
  const days: Float64Array[] = [];
  for (let day = from; day <= until; day += 1) {
    if (day > from) belief = stepOn(space, belief);
    weigh(belief, logs, (day - from) * size);
    days.push(belief);
  }
  return days;
};

/** What the days after the window say of its last: nothing changed there, so it is what they did to the belief before. */
const messageAt = ({ space, passes }: Belief, { until }: Window): Float64Array =>
  Float64Array.from({ length: space.size }, (_, state) => {
    const at = until * space.size + state;
    const filtered = passes.filtered[at] ?? 0;
    return filtered > 0 ? (passes.smoothed[at] ?? 0) / filtered : 0;
  });

const join = (filtered: Float64Array, message: Float64Array): Float64Array => {
  const joined = filtered.map((value, state) => value * (message[state] ?? 0));
  const sum = joined.reduce((total, value) => total + value, 0);
  return joined.map((value) => value / sum);
};

/**
 * The states on some days (numbers) without what is left out, as all the rest tells them, in the order of the days asked
 * for. A day after the last that anything is known of is that last one.
 */
export const leaveOut = (
  belief: Belief,
  out: ReadonlySet<Weighed>,
  days: readonly number[],
): readonly Float64Array[] => {
  const { first, space, passes } = belief;
  const asked = days.map((day) => Math.min(Math.max(day - first, 0), passes.days - 1));
  const window = windowOf(belief, out, asked);
  const filtered = forward(belief, window);
  const found = new Map<number, Float64Array>();
  const wanted = new Set(asked);
  const earliest = Math.min(...asked);
  let message = messageAt(belief, window);
  for (let day = window.until; day >= earliest; day -= 1) {
    if (wanted.has(day)) found.set(day, join(filtered[day - window.from] ?? message, message));
    weigh(message, window.logs, (day - window.from) * space.size);
    message = stepBack(space, message);
  }
  return asked.map((day) => found.get(day) ?? new Float64Array(space.size));
};
