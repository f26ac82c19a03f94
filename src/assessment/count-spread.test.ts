// How counts are spread: the worked arithmetic of control-method 10, and what the widening keeps.
import { describe, expect, it } from 'vitest';
import { seeded } from '../model/seeded.ts';
import { spreadOfDraws } from './count-spread.ts';

const EXAMPLE = [...Array(60).fill(0.9), ...Array(80).fill(0.3), ...Array(281).fill(0.03)] as readonly number[];

const drawsOf = (probabilities: readonly number[], draws: number): Int32Array => {
  const random = seeded(7);
  return Int32Array.from({ length: draws }, () => probabilities.filter((p) => random() < p).length);
};

describe('60 cells at .9, 80 at .3, 281 at .03', () => {
  const spread = (phi: number) => spreadOfDraws(drawsOf(EXAMPLE, 20_000), { least: 0, most: EXAMPLE.length, phi });

  it('make 86.4 with a deviation of 5.5, and of 9.6 where falls come in clusters', () => {
    expect(Math.abs(spread(1).mean - 86.43)).toBeLessThan(0.15);
    expect(Math.abs(spread(1).deviation - 5.5)).toBeLessThan(0.15);
    expect(Math.abs(spread(3).deviation - 9.6)).toBeLessThan(0.2);
  });

  it('are over 80 with a probability of about .73', () => {
    expect(Math.abs(1 - spread(3).atMost(80) - 0.73)).toBeLessThan(0.02);
  });
});

describe('a spread', () => {
  it('is no wider than its draws where phi is one', () => {
    const spread = spreadOfDraws(Int32Array.of(2, 2, 3, 5), { least: 0, most: 9, phi: 1 });
    expect([1, 2, 3, 4, 5].map((count) => spread.atMost(count))).toEqual([0, 0.5, 0.75, 0.75, 1]);
    expect([0.5, 0.51, 0.9].map((share) => spread.quantile(share))).toEqual([2, 3, 5]);
  });

  it('never leaves zero and the number of places', () => {
    const spread = spreadOfDraws(Int32Array.of(0, 0, 1, 0), { least: 0, most: 4, phi: 3 });
    expect(spread.atMost(-1)).toBe(0);
    expect(spread.atMost(4)).toBe(1);
    expect(spread.quantile(0.001)).toBe(0);
    expect(spread.quantile(1)).toBeLessThanOrEqual(4);
  });

  it('leaves out no number in between, however few draws had it', () => {
    const spread = spreadOfDraws(drawsOf([0.5, 0.4, 0.6], 200), { least: 0, most: 3, phi: 3 });
    for (const count of [0, 1, 2, 3]) expect(spread.atMost(count) - spread.atMost(count - 1)).toBeGreaterThan(0.05);
  });
});
