import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../model/seeded.ts';
import { bandBySums, bandByTimes, sumByBlock } from './bootstrap.ts';
import { ratio, totalOf } from './sums.ts';

const rows = Array.from({ length: 60 }, (_, at) => ({ block: `b${at % 6}`, value: at % 6, weight: 1 }));
const sums = sumByBlock(rows, ({ value, weight }) => [value * weight, weight]);
const mean = ([sum = 0, weight = 0]: readonly number[]): number | null => ratio(sum, weight);

test('the generator is the same for the same seed, another for another, and keeps within 0 and 1', () => {
  const three = (seed: number): number[] => {
    const random = seeded(seed);
    return [random(), random(), random()];
  };
  expect(three(7)).toEqual(three(7));
  expect(three(7)).not.toEqual(three(8));
  const random = seeded(1);
  const drawn = Array.from({ length: 20_000 }, random);
  expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
  expect(totalOf(drawn) / drawn.length).toBeCloseTo(0.5, 1);
  expect(new Set(drawn).size).toBeGreaterThan(19_900);
});

test('sums of blocks keep what their rows had', () => {
  expect(sums).toHaveLength(6);
  expect(totalOf(sums.map(([sum = 0]) => sum))).toBe(totalOf(rows.map(({ value }) => value)));
});

test('a band is the same for the same seed, holds the mean, and lies within what the blocks have', () => {
  const band = (seed: number) => bandBySums(sums, mean, { random: seeded(seed), draws: 500 });
  expect(band(3)).toEqual(band(3));
  const { low, high } = band(3) ?? { low: 9, high: -9 };
  expect(low).toBeLessThan(2.5);
  expect(high).toBeGreaterThan(2.5);
  expect([low >= 0, high <= 5]).toEqual([true, true]);
});

test('blocks that are alike leave no width, and one block alone has no band', () => {
  const alike = sumByBlock(
    rows.map((one) => ({ ...one, value: 2 })),
    ({ value, weight }) => [value * weight, weight],
  );
  expect(bandBySums(alike, mean, { random: seeded(1), draws: 50 })).toEqual({ low: 2, high: 2 });
  expect(bandBySums(alike.slice(0, 1), mean, { random: seeded(1), draws: 50 })).toBeNull();
  expect(bandBySums([], mean, { random: seeded(1), draws: 50 })).toBeNull();
});

test('draws that give no number are left out; where none does there is no band', () => {
  expect(bandByTimes(3, () => null, { random: seeded(1), draws: 20 })).toBeNull();
});

test('as many blocks are drawn as there are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.integer(), (blocks, seed) => {
      const drawn = (times: Int32Array): number => totalOf([...times]);
      const band = bandByTimes(blocks, drawn, { random: seeded(seed), draws: 5 });
      expect(band).toEqual({ low: blocks, high: blocks });
    }),
  );
});
