// Many paths of one cell's states, forward filtered and sampled backward (control-method 7.5): what the model thinks may have
// happened, day after day. Invariant: the same as `samplePath`, and quick enough for a thousand draws of every cell.
import type { Random } from '../model/seeded.ts';
import { type Passes, stepOn } from './forward-backward.ts';

/** The filtered beliefs up to a day (index); beyond the last day that anything is known of, the dynamics alone go on. */
const filteredUntil = ({ space, days, filtered }: Passes, until: number): Float64Array => {
  if (until < days) return filtered.subarray(0, (until + 1) * space.size);
  const longer = new Float64Array((until + 1) * space.size);
  longer.set(filtered);
  for (let day = days; day <= until; day += 1) {
    const before = longer.subarray((day - 1) * space.size, day * space.size);
    longer.set(stepOn(space, Float64Array.from(before)), day * space.size);
  }
  return longer;
};

/** Running sums of weights, brought to end at one: a number in [0, 1) then picks a state. */
const cumulate = (weights: (state: number) => number, into: Float64Array): void => {
  let sum = 0;
  for (let state = 0; state < into.length; state += 1) {
    sum += weights(state);
    into[state] = sum;
  }
  for (let state = 0; state < into.length; state += 1) into[state] = (into[state] ?? 0) / sum;
};

const pick = (
  cuts: Float64Array,
  offset: number,
  { size, at }: { readonly size: number; readonly at: number },
): number => {
  let state = 0;
  while (state < size - 1 && at >= (cuts[offset + state] ?? 1)) state += 1;
  return state;
};

/** Writes one path into `path`, whose length must be `until + 1`. */
export type PathSampler = (random: Random, path: Uint8Array) => void;

/** P(state on a day | the state of the next day, all that was heard): for each day, next state and state. */
const backwardCuts = ({ space }: Passes, filtered: Float64Array, until: number): Float64Array => {
  const { size, transitions } = space;
  const cuts = new Float64Array(until * size * size);
  for (let day = 0; day < until; day += 1)
    for (let to = 0; to < size; to += 1) {
      const start = (day * size + to) * size;
      cumulate(
        (from) => (filtered[day * size + from] ?? 0) * (transitions[from * size + to] ?? 0),
        cuts.subarray(start, start + size),
      );
    }
  return cuts;
};

/** @param until the last day (index) of the paths; what is known of later days bears on it. */
export const pathSampler = (passes: Passes, until: number): PathSampler => {
  const { size } = passes.space;
  const filtered = filteredUntil(passes, until);
  const cuts = backwardCuts(passes, filtered, until);
  const ends = until < passes.days ? passes.smoothed : filtered;
  const last = new Float64Array(size);
  cumulate((state) => ends[until * size + state] ?? 0, last);
  return (random, path) => {
    let state = pick(last, 0, { size, at: random() });
    path[until] = state;
    for (let day = until - 1; day >= 0; day -= 1) {
      state = pick(cuts, (day * size + state) * size, { size, at: random() });
      path[day] = state;
    }
  };
};
