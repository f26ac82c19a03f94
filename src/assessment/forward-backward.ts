// Forward and backward passes over a cell's days (control-method 7.5), in log space where numbers could vanish.
// Invariant: filtered is what could be said on the day; smoothed is what is thought of it now. Neither changes its input.
import type { StateSpace } from './state-space.ts';

/** Distributions over the states, day after day in one array: day d begins at d × size. */
export interface Passes {
  readonly space: StateSpace;
  readonly days: number;
  readonly filtered: Float64Array;
  readonly smoothed: Float64Array;
  /** ln of what the model gave to all that was heard: a learner wants it to grow. */
  readonly logEvidence: number;
}

export interface Observed {
  readonly space: StateSpace;
  /** Over the states, before the first day's reports. */
  readonly start: Float64Array;
  /** ln L of each day and state, in one array; what a day leaves open is 0. */
  readonly logLikelihoods: Float64Array;
}

/** Adds one day's log-likelihood to a belief and makes it sum to one, the largest exponent taken out first; gives ln of the sum. */
export const weigh = (belief: Float64Array, logs: Float64Array, offset: number): number => {
  const size = belief.length;
  let top = Number.NEGATIVE_INFINITY;
  for (let state = 0; state < size; state += 1) {
    const log = logs[offset + state] ?? 0;
    if ((belief[state] ?? 0) > 0 && log > top) top = log;
  }
  let sum = 0;
  for (let state = 0; state < size; state += 1) {
    const value = (belief[state] ?? 0) * Math.exp((logs[offset + state] ?? 0) - top);
    belief[state] = value;
    sum += value;
  }
  for (let state = 0; state < size; state += 1) belief[state] = (belief[state] ?? 0) / sum;
  return top + Math.log(sum);
};

/** One day on: Σ_r f(r) A(r, s); into `next` where a caller with many days brings it. */
export const stepOn = (
  { size, transitions }: StateSpace,
  belief: Float64Array,
  next: Float64Array = new Float64Array(size),
): Float64Array => {
  next.fill(0);
  for (let from = 0; from < size; from += 1)
    for (let to = 0; to < size; to += 1)
      next[to] = (next[to] ?? 0) + (belief[from] ?? 0) * (transitions[from * size + to] ?? 0);
  return next;
};

const forward = ({ space, start, logLikelihoods }: Observed, days: number) => {
  const { size } = space;
  const filtered = new Float64Array(days * size);
  let [belief, spare]: [Float64Array, Float64Array] = [Float64Array.from(start), new Float64Array(size)];
  let logEvidence = 0;
  for (let day = 0; day < days; day += 1) {
    if (day > 0) [belief, spare] = [stepOn(space, belief, spare), belief];
    logEvidence += weigh(belief, logLikelihoods, day * size);
    filtered.set(belief, day * size);
  }
  return { filtered, logEvidence };
};

/** One day back: Σ_s A(r, s) m(s), where `m` is the next day's message with its likelihood already in it. */
export const stepBack = ({ size, transitions }: StateSpace, after: Float64Array): Float64Array => {
  const before = new Float64Array(size);
  for (let from = 0; from < size; from += 1)
    for (let to = 0; to < size; to += 1)
      before[from] = (before[from] ?? 0) + (transitions[from * size + to] ?? 0) * (after[to] ?? 0);
  return before;
};

/** b_d(r) = Σ_s A(r, s) L_{d+1}(s) b_{d+1}(s), brought to sum one each day. */
const backward = ({ space, logLikelihoods }: Observed, days: number): Float64Array => {
  const { size, transitions } = space;
  const messages = new Float64Array(days * size).fill(1 / size);
  const after = new Float64Array(size);
  for (let day = days - 2; day >= 0; day -= 1) {
    after.set(messages.subarray((day + 1) * size, (day + 2) * size));
    weigh(after, logLikelihoods, (day + 1) * size);
    let sum = 0;
    for (let from = 0; from < size; from += 1) {
      let value = 0;
      for (let to = 0; to < size; to += 1) value += (transitions[from * size + to] ?? 0) * (after[to] ?? 0);
      messages[day * size + from] = value;
      sum += value;
    }
    for (let from = 0; from < size; from += 1) messages[day * size + from] = (messages[day * size + from] ?? 0) / sum;
  }
  return messages;
};

const combine = (filtered: Float64Array, messages: Float64Array, size: number): Float64Array => {
  const smoothed = filtered.map((value, at) => value * (messages[at] ?? 0));
  for (let day = 0; day < smoothed.length; day += size) {
    let sum = 0;
    for (let state = 0; state < size; state += 1) sum += smoothed[day + state] ?? 0;
    for (let state = 0; state < size; state += 1) smoothed[day + state] = (smoothed[day + state] ?? 0) / sum;
  }
  return smoothed;
};

/** Both passes over all days of the observations. */
export const runPasses = (observed: Observed): Passes => {
  const { space, logLikelihoods } = observed;
  const days = logLikelihoods.length / space.size;
  const { filtered, logEvidence } = forward(observed, days);
  const smoothed = combine(filtered, backward(observed, days), space.size);
  return { space, days, filtered, smoothed, logEvidence };
};

/** ξ of one step: the joint probability of a state on `day − 1` and one on `day`, row-major (7.5). */
export const pairsOn = ({ space, filtered, smoothed }: Passes, day: number): Float64Array => {
  const { size, transitions } = space;
  const pairs = new Float64Array(size * size);
  const before = (day - 1) * size;
  for (let to = 0; to < size; to += 1) {
    let predicted = 0;
    for (let from = 0; from < size; from += 1) {
      const pair = (filtered[before + from] ?? 0) * (transitions[from * size + to] ?? 0);
      pairs[from * size + to] = pair;
      predicted += pair;
    }
    const ratio = predicted === 0 ? 0 : (smoothed[day * size + to] ?? 0) / predicted;
    for (let from = 0; from < size; from += 1) pairs[from * size + to] = (pairs[from * size + to] ?? 0) * ratio;
  }
  return pairs;
};

const draw = (weights: Float64Array, random: () => number): number => {
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [state, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return state;
  }
  return weights.findLastIndex((weight) => weight > 0);
};

/** One path of states, forward filtered and sampled backward (7.5); `random` gives numbers in [0, 1). */
export const samplePath = ({ space, days, filtered }: Passes, random: () => number): Uint8Array => {
  const { size, transitions } = space;
  const path = new Uint8Array(days);
  path[days - 1] = draw(filtered.subarray((days - 1) * size), random);
  for (let day = days - 2; day >= 0; day -= 1) {
    const to = path[day + 1] ?? 0;
    const weights = filtered.slice(day * size, (day + 1) * size);
    path[day] = draw(
      weights.map((weight, from) => weight * (transitions[from * size + to] ?? 0)),
      random,
    );
  }
  return path;
};
