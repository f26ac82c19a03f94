// Whatever was counted, a learned row keeps what its class means (control-method 7.4 and 8).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampRow, rawRatio } from './learn-clamps.ts';
import { MARK_NAMES, type MarkName, MODEL_PARAMETERS } from './model-parameters.ts';

const four = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: 4, maxLength: 4 });
const estimates = fc.record({
  counted: four(fc.double({ min: 0.001, max: 500, noNaN: true })),
  days: four(fc.double({ min: 1, max: 500, noNaN: true })),
});
const inside = (mark: MarkName): boolean => mark.endsWith('-inside');
const days = [1000, 1000, 1000, 1000];
const countedLike = (row: readonly number[]) => ({ counted: row.map((value) => value * 1000), days });

describe('a learned row', () => {
  it.each(MARK_NAMES.filter((mark) => !inside(mark)))('keeps sign and order, whatever was counted: %s', (mark) => {
    const [held, , fresh] = MODEL_PARAMETERS.marks[mark];
    fc.assert(
      fc.property(estimates, (estimate) => {
        const [g, c, n, t] = clampRow(mark, estimate, 50);
        const [less, more] = fresh > held ? [Math.max(g, c), Math.min(n, t)] : [Math.max(n, t), Math.min(g, c)];
        expect(less).toBeLessThanOrEqual(more * (1 + 1e-12));
        expect(Math.min(g, c, n, t)).toBeGreaterThan(0);
        expect(Math.max(g, c, n, t)).toBeLessThan(1);
      }),
    );
  });

  it.each(MARK_NAMES.filter(inside))('says of a fight what it is for, whatever was counted: %s', (mark) => {
    fc.assert(
      fc.property(estimates, (estimate) => {
        const [held, contested] = clampRow(mark, estimate, 50);
        expect(held).toBeLessThanOrEqual(contested * (1 + 1e-12));
      }),
    );
  });

  it('is worth at least fifty to one where it is an admission, either side’s', () => {
    const even = { counted: [30, 30, 30, 30], days };
    for (const mark of ['local-concession', 'local-concession-hold', 'central-concession'] as const) {
      const [held, , fresh] = clampRow(mark, even, 50);
      expect(fresh / held, mark).toBeCloseTo(50);
    }
    const [held, , fresh] = clampRow('challenger-concession', even, 50);
    expect(held / fresh).toBeCloseTo(50);
    const [g, , n] = clampRow('third-on-record', even, 50);
    expect(n / g).toBeCloseTo(1);
  });

  it.each(MARK_NAMES)('is left as it is where it is in order: %s', (mark) => {
    const row = MODEL_PARAMETERS.marks[mark];
    const learned = clampRow(mark, countedLike(row), 50);
    for (const [column, value] of learned.entries()) expect(value).toBeCloseTo(row[column] ?? 0);
  });

  it('pools what stands the wrong way round, and leaves the rest', () => {
    const [held, contested, fresh, settled] = clampRow('witness', { counted: [50, 400, 300, 200], days }, 50);
    expect(held).toBeCloseTo(0.05);
    for (const value of [contested, fresh, settled]) expect(value).toBeCloseTo(0.3);
  });

  it('is scaled as a whole where a class speaks more often than once a day', () => {
    const [held, , fresh] = clampRow('witness', { counted: [300, 400, 3000, 2000], days }, 50);
    expect(fresh).toBeLessThan(1);
    expect(fresh / held).toBeCloseTo(10);
  });
});

describe('the ratio that counts speak for', () => {
  it('is above one for the author’s own rows, in the direction that each is meant for', () => {
    for (const mark of MARK_NAMES)
      expect(rawRatio(mark, countedLike(MODEL_PARAMETERS.marks[mark])), mark).toBeGreaterThan(1);
  });

  it('is below one where a class was heard where it should not be', () => {
    const turned = { counted: [60, 20, 15, 15], days };
    expect(rawRatio('own-capture', turned)).toBeCloseTo(0.25);
    expect(rawRatio('central-retaken', turned)).toBeCloseTo(4);
  });
});
