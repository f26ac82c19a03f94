// What the model promises for any belief, any marks and any number of sides (control-method 7.1, 7.4 and 14).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../model/seeded.ts';
import { pairsOn, runPasses, samplePath, stepOn } from './forward-backward.ts';
import { MARK_NAMES, type MarkName, MODEL_PARAMETERS } from './model-parameters.ts';
import { type DayMark, observe } from './observe.ts';
import { CONTESTED, mirror, type StateSpace, sideShare, spread, startOf, stateSpaceOf } from './state-space.ts';

const two = stateSpaceOf(MODEL_PARAMETERS, 'blue', ['red']);
const three = stateSpaceOf(MODEL_PARAMETERS, 'blue', ['red', 'green']);
const ADMISSIONS: readonly MarkName[] = ['local-concession', 'local-concession-hold', 'central-concession'];
const SELF_SERVING: readonly MarkName[] = ['own-capture', 'own-hold'];

const mark = (name: MarkName, of: string | null, rest: Partial<DayMark> = {}): DayMark => ({
  ...{ day: 0, row: MODEL_PARAMETERS.marks[name], of, mirrored: false, weight: 1 },
  ...rest,
});

const beliefs = (size: number) =>
  fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: size, maxLength: size }).map((values) => {
    const sum = values.reduce((total, value) => total + value, 0);
    return Float64Array.from(values, (value) => value / sum);
  });

const dayMarks = fc.record({
  day: fc.integer({ min: 0, max: 9 }),
  name: fc.constantFrom(...MARK_NAMES),
  of: fc.constantFrom('red', 'green', null),
  mirrored: fc.boolean(),
  weight: fc.double({ min: 0.05, max: 1, noNaN: true }),
});

const run = (space: StateSpace, marks: readonly DayMark[], rho = 0.5) => {
  const seen = new Set(marks.map(({ day }) => day));
  const reports = { marks, seen, danger: new Set<number>() };
  const logLikelihoods = observe(space, MODEL_PARAMETERS, { reports, days: 10, coverage: () => rho });
  return runPasses({ space, start: startOf(space, MODEL_PARAMETERS, { holder: 'blue', p: 0.96 }), logLikelihoods });
};

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

describe('the states of k sides', () => {
  it('are the two-sided table, number for number, where there is one challenger', () => {
    const rows = [0, 1, 2, 3].map((from) => [...two.transitions.slice(from * 4, from * 4 + 4)]);
    expect(rows).toEqual(MODEL_PARAMETERS.transitions.map((row) => [...row]));
  });

  it('go from each state to some state with probability one, and begin with one', () => {
    for (const count of [1, 2, 3, 4]) {
      const camps = Array.from({ length: count }, (_, at) => `c${at}`);
      const space = stateSpaceOf(MODEL_PARAMETERS, 'blue', camps);
      for (let from = 0; from < space.size; from += 1)
        expect(sumOf(space.transitions.slice(from * space.size, (from + 1) * space.size))).toBeCloseTo(1, 12);
      for (const holder of ['blue', ...camps])
        for (const p of [0.8, 0.96]) {
          const start = startOf(space, MODEL_PARAMETERS, { holder, p });
          expect(sumOf(start)).toBeCloseTo(1, 12);
          expect(sideShare(space, holder, start)).toBeCloseTo(p, 12);
        }
    }
  });

  it('treat two challengers alike: exchanging their names exchanges their probabilities', () => {
    const other = stateSpaceOf(MODEL_PARAMETERS, 'blue', ['green', 'red']);
    const swapped = (of: string | null): string | null => (of === 'red' ? 'green' : of === 'green' ? 'red' : null);
    fc.assert(
      fc.property(fc.array(dayMarks, { maxLength: 8 }), (told) => {
        const marks = told.map(({ name, of, ...rest }) => mark(name, of, rest));
        const plain = run(three, marks);
        const mirrored = run(
          other,
          told.map(({ name, of, ...rest }) => mark(name, swapped(of), rest)),
        );
        for (const [at, value] of plain.smoothed.entries()) expect(mirrored.smoothed[at]).toBeCloseTo(value, 9);
      }),
    );
  });
});

describe('the passes', () => {
  it('give distributions on every day, filtered and smoothed, and agree on the last', () => {
    fc.assert(
      fc.property(fc.array(dayMarks, { maxLength: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (told, rho) => {
        const passes = run(
          three,
          told.map(({ name, of, ...rest }) => mark(name, of, rest)),
          rho,
        );
        for (let day = 0; day < passes.days; day += 1) {
          expect(sumOf(passes.filtered.slice(day * 6, day * 6 + 6))).toBeCloseTo(1, 9);
          expect(sumOf(passes.smoothed.slice(day * 6, day * 6 + 6))).toBeCloseTo(1, 9);
        }
        expect([...passes.smoothed.slice(-6)].map((value) => value.toFixed(9))).toEqual(
          [...passes.filtered.slice(-6)].map((value) => value.toFixed(9)),
        );
      }),
    );
  });

  it('never vanish, however many marks fall on a day', () => {
    const marks = Array.from({ length: 3000 }, () => mark('local-concession', 'red', { day: 4 }));
    const { smoothed } = run(two, marks);
    expect(sideShare(two, 'red', smoothed.subarray(16, 20))).toBeGreaterThan(0.99);
    expect(smoothed.every(Number.isFinite)).toBe(true);
  });

  it('leave p = prior × A on a day without reports that nobody listened to', () => {
    const { filtered } = run(two, [], 0);
    let belief: Float64Array = startOf(two, MODEL_PARAMETERS, { holder: 'blue', p: 0.96 });
    for (let day = 1; day < 10; day += 1) {
      belief = stepOn(two, belief);
      for (const [state, value] of belief.entries()) expect(filtered[day * 4 + state]).toBeCloseTo(value, 12);
    }
  });

  it('join two days so that each has its own smoothed distribution', () => {
    fc.assert(
      fc.property(fc.array(dayMarks, { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), (told, day) => {
        const passes = run(
          three,
          told.map(({ name, of, ...rest }) => mark(name, of, rest)),
        );
        const pairs = pairsOn(passes, day);
        for (let state = 0; state < 6; state += 1) {
          const into = Array.from({ length: 6 }, (_, from) => pairs[from * 6 + state] ?? 0);
          const outOf = pairs.slice(state * 6, state * 6 + 6);
          expect(into.reduce((a, b) => a + b)).toBeCloseTo(passes.smoothed[day * 6 + state] ?? 0, 9);
          expect(sumOf(outOf)).toBeCloseTo(passes.smoothed[(day - 1) * 6 + state] ?? 0, 9);
        }
      }),
    );
  });

  it('draw paths as often as they are likely, and the same ones from the same seed', () => {
    const passes = run(two, [mark('own-capture', 'red', { day: 5 })]);
    const random = seeded(7);
    const paths = Array.from({ length: 4000 }, () => samplePath(passes, random));
    for (const day of [0, 4, 5, 9]) {
      const share = paths.filter((path) => (path[day] ?? 0) >= 2).length / paths.length;
      expect(Math.abs(share - sideShare(two, 'red', passes.smoothed.subarray(day * 4, day * 4 + 4)))).toBeLessThan(
        0.03,
      );
    }
    expect([...samplePath(passes, seeded(3))]).toEqual([...samplePath(passes, seeded(3))]);
  });
});

describe('the marks', () => {
  it('are ordered but for the two of fighting inside, so that interest has one direction (7.4)', () => {
    for (const name of MARK_NAMES) {
      const [held, contested, fresh, settled] = MODEL_PARAMETERS.marks[name];
      const ordered =
        Math.min(fresh, settled) >= Math.max(held, contested) || Math.max(fresh, settled) <= Math.min(held, contested);
      if (name !== 'clash-inside' && name !== 'outlet-inside') expect([name, ordered]).toEqual([name, true]);
    }
  });

  it('mirror themselves: the mirror of a row speaks for the incumbent as the row does for the challenger', () => {
    for (const name of MARK_NAMES) {
      const row = MODEL_PARAMETERS.marks[name];
      const [held, contested, fresh, settled] = mirror(row);
      expect([held, contested]).toEqual([row[2], row[1]]);
      expect([fresh, settled]).toEqual([row[0], row[0]]);
    }
  });

  it('of an admission never lower the other side, and of a self-serving word never one’s own (monotone)', () => {
    const after = (space: StateSpace, belief: Float64Array, marks: readonly DayMark[]): Float64Array => {
      const reports = { marks, seen: new Set([0]), danger: new Set<number>() };
      const logLikelihoods = observe(space, MODEL_PARAMETERS, { reports, days: 1, coverage: () => 0 });
      return runPasses({ space, start: belief, logLikelihoods }).filtered;
    };
    for (const space of [two, three])
      fc.assert(
        fc.property(beliefs(space.size), fc.constantFrom(...ADMISSIONS, ...SELF_SERVING), (belief, name) => {
          const neutral = sideShare(space, 'red', after(space, belief, []));
          expect(sideShare(space, 'red', after(space, belief, [mark(name, 'red')]))).toBeGreaterThanOrEqual(
            neutral - 1e-12,
          );
          const retaken = after(space, belief, [mark('challenger-concession', null)]);
          expect(sideShare(space, 'blue', retaken)).toBeGreaterThanOrEqual(
            sideShare(space, 'blue', after(space, belief, [])) - 1e-12,
          );
        }),
        { numRuns: 1000 },
      );
  });

  it('say of another challenger that he is not the one', () => {
    const values = spread(three, MODEL_PARAMETERS.marks['own-capture'], 'red');
    expect([...values]).toEqual([0.15, 0.3, 0.6, 0.3, 0.15, 0.15]);
    expect(values[CONTESTED]).toBe(0.3);
  });
});
