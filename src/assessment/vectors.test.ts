// The test vectors of the control method (12.5), to ± 0.002: the model with marks given by name, without any claim.
import { describe, expect, it } from 'vitest';
import { type Passes, runPasses } from './forward-backward.ts';
import { type MarkName, MODEL_PARAMETERS } from './model-parameters.ts';
import { type DayMark, observe } from './observe.ts';
import { type StateSpace, stateSpaceOf } from './state-space.ts';

const space: StateSpace = stateSpaceOf(MODEL_PARAMETERS, 'incumbent', ['challenger']);

/** Days after the first of May. */
const JUNE_21 = 51;
const JUNE_23 = 53;
const JULY_14 = 74;
const KUNDUZ = [0.9, 0.08, 0.01, 0.01];

type Said = readonly [day: number, ...marks: (MarkName | readonly [MarkName, number])[]];

interface Vector {
  readonly at: number;
  /** Only the day's own step: the prior is given, as for the city of the example. */
  readonly prior?: readonly number[];
  readonly first?: readonly number[];
  readonly said: readonly Said[];
  readonly until?: number;
  readonly smoothed?: boolean;
  /** G C N T at ρ = 1, then p at 1, .3 and 0. */
  readonly expected: readonly number[];
}

const markOn = (day: number, mark: MarkName | readonly [MarkName, number]): DayMark => {
  const [name, weight] = typeof mark === 'string' ? ([mark, 1] as const) : mark;
  return { day, row: MODEL_PARAMETERS.marks[name], of: null, mirrored: false, weight };
};

const isDanger = ([, ...marks]: Said): boolean =>
  marks.every((mark) => (typeof mark === 'string' ? mark : mark[0]) === 'near');

const run = ({ at, prior, first, said, until }: Vector, rho: number): Passes => {
  const shift = prior === undefined ? 0 : at;
  const danger = new Set(said.filter(isDanger).map(([day]) => day - shift));
  const seen = new Set(said.map(([day]) => day - shift).filter((day) => !danger.has(day)));
  const marks = said.flatMap(([day, ...names]) => names.map((name) => markOn(day - shift, name)));
  const days = (until ?? Math.max(at, ...said.map(([day]) => day))) - shift + 1;
  const logLikelihoods = observe(space, MODEL_PARAMETERS, {
    reports: { marks, seen, danger },
    days,
    coverage: () => rho,
  });
  return runPasses({ space, start: Float64Array.from(prior ?? first ?? [0.96, 0.03, 0.005, 0.005]), logLikelihoods });
};

const statesOn = (vector: Vector, rho: number): readonly number[] => {
  const { filtered, smoothed } = run(vector, rho);
  const day = vector.at - (vector.prior === undefined ? 0 : vector.at);
  return [...(vector.smoothed ? smoothed : filtered).subarray(day * 4, day * 4 + 4)];
};

const A0: Said = [JULY_14, 'own-capture'];
const A1: Said = [JULY_14, 'own-capture', 'central-repulse'];
const A3: Said = [...A1, 'third-anonymous', 'witness'];
const A4: readonly Said[] = [A3, [JULY_14 + 1, ['third-with-stake', 0.5]]];
const A5: readonly Said[] = [A1, [JULY_14 + 1, 'third-with-stake']];
const B1: Said = [JUNE_23, 'local-concession'];
const B3: readonly Said[] = [B1, [JUNE_23 + 2, 'central-retaken']];
const B5: readonly Said[] = [...B3, [JUNE_23 + 3, 'local-concession']];
const B6: Said = [JUNE_23, 'own-capture', 'central-repulse'];
const B6B: readonly Said[] = [B6, [JUNE_23 + 21, 'local-concession']];
const D2: readonly Said[] = [
  [JUNE_21, 'local-source'],
  [JUNE_21 + 3, 'central-concession'],
  [JUNE_21 + 4, 'central-retaken'],
];

const VECTORS: Readonly<Record<string, Vector>> = {
  A0: { at: JULY_14, said: [A0], expected: [0.485, 0.179, 0.27, 0.066, 0.335, 0.554, 0.77] },
  A0j: { at: JUNE_23, said: [[JUNE_23, 'own-capture']], expected: [0.497, 0.183, 0.276, 0.044, 0.32, 0.531, 0.752] },
  A1: { at: JULY_14, said: [A1], expected: [0.593, 0.197, 0.197, 0.013, 0.21, 0.385, 0.629] },
  A1j: { at: JUNE_23, said: [B6], expected: [0.596, 0.198, 0.198, 0.009, 0.207, 0.378, 0.621] },
  A2: { at: JULY_14, said: [[...A1, 'third-anonymous']], expected: [0.219, 0.175, 0.583, 0.024, 0.607, 0.769, 0.893] },
  A3: { at: JULY_14, said: [A3], expected: [0.038, 0.123, 0.818, 0.021, 0.839, 0.909, 0.958] },
  A4: { at: JULY_14 + 1, said: A4, expected: [0.002, 0.041, 0.948, 0.009, 0.957, 0.973, 0.985] },
  A4s: { at: JULY_14, said: A4, smoothed: true, expected: [0.001, 0.07, 0.927, 0.002, 0.929, 0.959, 0.98] },
  A5: { at: JULY_14 + 1, said: A5, expected: [0.012, 0.096, 0.885, 0.007, 0.892, 0.932, 0.965] },
  A5s: { at: JULY_14, said: A5, smoothed: true, expected: [0.025, 0.258, 0.714, 0.002, 0.716, 0.821, 0.91] },
  'A6 (wrong on purpose)': {
    at: JULY_14,
    said: [[JULY_14, ['own-capture', 3], 'central-repulse']],
    expected: [0.129, 0.172, 0.688, 0.011, 0.699, 0.826, 0.92],
  },
  B1: { at: JUNE_23, said: [B1], expected: [0.026, 0.097, 0.818, 0.059, 0.877, 0.933, 0.969] },
  B2: { at: JUNE_23, said: [[...B1, 'own-capture']], expected: [0.007, 0.054, 0.907, 0.033, 0.939, 0.966, 0.985] },
  B3: { at: JUNE_23 + 2, said: B3, expected: [0.113, 0.407, 0.464, 0.016, 0.481, 0.638, 0.744] },
  B4: {
    at: JUNE_23 + 2,
    said: [B1, [JUNE_23 + 2, 'central-retaken', ['local-retaken', 0.5]]],
    expected: [0.269, 0.561, 0.165, 0.006, 0.171, 0.289, 0.402],
  },
  B5: { at: JUNE_23 + 3, said: B5, expected: [0.0, 0.037, 0.961, 0.002, 0.963, 0.977, 0.985] },
  B5s: { at: JUNE_23 + 2, said: B5, smoothed: true, expected: [0.001, 0.201, 0.798, 0.0, 0.798, 0.877, 0.922] },
  B6: { at: JUNE_23 + 20, said: [B6], expected: [0.888, 0.008, 0.003, 0.1, 0.103, 0.32, 0.661] },
  B6b: { at: JUNE_23 + 21, said: B6B, expected: [0.024, 0.089, 0.75, 0.137, 0.887, 0.942, 0.983] },
  B6s: { at: JUNE_23, said: B6B, smoothed: true, expected: [0.799, 0.078, 0.103, 0.02, 0.123, 0.217, 0.589] },
  T1: { at: JUNE_23, said: [[JUNE_23, ['near', 0.5]]], expected: [0.966, 0.017, 0.004, 0.012, 0.016, 0.052, 0.143] },
  C1: {
    at: JUNE_21,
    said: [[JUNE_21, 'local-concession', 'own-capture']],
    expected: [0.007, 0.054, 0.908, 0.031, 0.939, 0.966, 0.985],
  },
  C2: {
    at: JUNE_21,
    prior: KUNDUZ,
    said: [[JUNE_21, 'not-entered', ['near', 0.5]]],
    expected: [0.692, 0.303, 0.004, 0.0, 0.004, 0.004, 0.004],
  },
  C3: {
    at: JUNE_21,
    prior: KUNDUZ,
    said: [[JUNE_21, 'not-entered', ['near', 0.5], 'outlet-inside']],
    expected: [0.171, 0.824, 0.005, 0.0, 0.005, 0.005, 0.005],
  },
  D1: { at: JUNE_21, said: [[JUNE_21, 'local-source']], expected: [0.386, 0.237, 0.321, 0.055, 0.377, 0.582, 0.782] },
  D2s: { at: JUNE_21 + 3, said: D2, smoothed: true, expected: [0.004, 0.207, 0.788, 0.002, 0.79, 0.896, 0.947] },
  D2: { at: JUNE_21 + 4, said: D2, expected: [0.022, 0.256, 0.716, 0.006, 0.722, 0.815, 0.858] },
  R1: {
    at: JUNE_23 + 2,
    said: [B1, [JUNE_23 + 2, 'challenger-concession']],
    expected: [0.564, 0.272, 0.155, 0.008, 0.163, 0.302, 0.418],
  },
  R2: {
    at: JUNE_23 + 2,
    said: [B1, [JUNE_23 + 2, 'challenger-concession', 'central-retaken']],
    expected: [0.746, 0.24, 0.014, 0.0, 0.014, 0.032, 0.052],
  },
  R3: {
    at: JUNE_23 + 20,
    said: [B1, [JUNE_23 + 20, 'challenger-concession']],
    expected: [0.962, 0.021, 0.001, 0.016, 0.016, 0.026, 0.049],
  },
  R4: {
    at: JUNE_23 + 20,
    said: [B1, [JUNE_23 + 20, 'challenger-concession', 'central-retaken']],
    expected: [0.985, 0.014, 0.0, 0.001, 0.001, 0.001, 0.003],
  },
  Z7: { at: 7, first: [0.005, 0.02, 0.975, 0], said: [], expected: [0.174, 0.003, 0.004, 0.819, 0.823, 0.862, 0.891] },
  Z90: { at: 90, first: [0.005, 0.02, 0.975, 0], said: [], expected: [0.13, 0.002, 0.001, 0.867, 0.868, 0.863, 0.85] },
};

/** The prior of a day: silence from the first of May, then one step. */
const PRIORS: Readonly<Record<string, Vector>> = {
  P1: { at: JUNE_23, said: [], expected: [0.934, 0.015, 0.009, 0.042, 0.05, 0.152, 0.356] },
  P2: { at: JULY_14, said: [], expected: [0.915, 0.015, 0.008, 0.062, 0.07, 0.208, 0.448] },
};

const stepFrom = (states: readonly number[]): readonly number[] =>
  [0, 1, 2, 3].map((to) =>
    states.reduce((sum, value, from) => sum + value * (space.transitions[from * 4 + to] ?? 0), 0),
  );

const check = (states: (rho: number) => readonly number[], expected: readonly number[]): void => {
  const full = states(1);
  for (const [at, value] of full.entries()) expect(Math.abs(value - (expected[at] ?? 9))).toBeLessThanOrEqual(0.002);
  for (const [at, rho] of [1, 0.3, 0].entries()) {
    const [, , fresh = 9, settled = 9] = states(rho);
    expect(Math.abs(fresh + settled - (expected[4 + at] ?? 9)), `p at ρ = ${rho}`).toBeLessThanOrEqual(0.002);
  }
};

describe('the test vectors of the control method', () => {
  it.each(Object.entries(PRIORS))('%s', (_, vector) => {
    check((rho) => stepFrom(statesOn({ ...vector, at: vector.at - 1 }, rho)), vector.expected);
  });

  it.each(Object.entries(VECTORS))('%s', (_, vector) => {
    check((rho) => statesOn(vector, rho), vector.expected);
  });
});
