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

const windowOf = (belief: Belief, out: ReadonlySet<Weighed>, asked: number): Window => {
  const { first, space, observed } = belief;
  const shifts = shiftsOf(belief, out);
  const from = Math.min(asked, ...shifts.map(({ of }) => of.from - first));
  const until = Math.max(asked, ...shifts.map(({ of }) => of.until - first));
  const logs = observed.logLikelihoods.slice(from * space.size, (until + 1) * space.size);
  const window = { from, until, logs };
  for (const shift of shifts) addShift(belief, shift, window);
  addPresence(belief, out, window);
  return window;
};

const forwardTo = ({ space, observed, passes }: Belief, { from, logs }: Window, asked: number): Float64Array => {
  const { size } = space;
  let belief =
    from === 0
      ? Float64Array.from(observed.start)
      : stepOn(space, passes.filtered.subarray((from - 1) * size, from * size));
  for (let day = from; day <= asked; day += 1) {
    if (day > from) belief = stepOn(space, belief);
    weigh(belief, logs, (day - from) * size);
  }
  return belief;
};

/** What the days after the asked one say of it; after the window nothing changed, so what they said is smoothed by filtered. */
const backTo = ({ space, passes }: Belief, { from, until, logs }: Window, asked: number): Float64Array => {
  const { size } = space;
  let message: Float64Array = Float64Array.from({ length: size }, (_, state) => {
    const at = until * size + state;
    const filtered = passes.filtered[at] ?? 0;
    return filtered > 0 ? (passes.smoothed[at] ?? 0) / filtered : 0;
  });
  for (let day = until; day > asked; day -= 1) {
    weigh(message, logs, (day - from) * size);
    message = stepBack(space, message);
  }
  return message;
};

/** The states on a day (number) without what is left out, as all the rest tells it. Days after the last told are that one's. */
export const leaveOut = (belief: Belief, out: ReadonlySet<Weighed>, day: number): Float64Array => {
  const asked = Math.min(Math.max(day - belief.first, 0), belief.passes.days - 1);
  const window = windowOf(belief, out, asked);
  const states = forwardTo(belief, window, asked);
  const message = backTo(belief, window, asked);
  const joined = states.map((value, state) => value * (message[state] ?? 0));
  const sum = joined.reduce((total, value) => total + value, 0);
  return joined.map((value) => value / sum);
};
