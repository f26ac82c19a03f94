// A stated number against two readings of the ledger: places spoken of alone, and all with the drift of the silent ones.
import { expect, test } from 'vitest';
import type { AggregateClaim } from '../model/claim.ts';
import { seeded } from '../model/seeded.ts';
import { type CountSpread, spreadOfDraws } from './count-spread.ts';
import { judgeCount, satisfied } from './judge-count.ts';
import { PARAMETERS } from './parameters.ts';
import { statedCount } from './stated-count.ts';

const PLACES = 421;
const parameters = PARAMETERS.aggregates;

/** What joint samples of places make, of which each falls by itself with its probability. */
const spreadOf = (probabilities: readonly number[]): CountSpread => {
  const random = seeded(7);
  const draws = Int32Array.from({ length: 4000 }, () => probabilities.filter((p) => random() < p).length);
  return spreadOfDraws(draws, { least: 0, most: probabilities.length, phi: 3 });
};

/** 50 with a deviation of about 4 from what was said, 120 of about 15 with the drift. */
const heard = spreadOf([
  ...Array<number>(45).fill(0.98),
  ...Array<number>(20).fill(0.3),
  ...Array<number>(356).fill(0),
]);
const all = spreadOf([
  ...Array<number>(45).fill(0.98),
  ...Array<number>(20).fill(0.3),
  ...Array<number>(356).fill(0.2),
]);

const judge = (
  count: number,
  comparator: AggregateClaim['comparator'],
  polarity: AggregateClaim['polarity'] = 'affirmed',
) => {
  const aggregate = { count, comparator, fraction: null, of: null } as AggregateClaim;
  const stated = statedCount(aggregate, PLACES, parameters);
  return stated === null ? null : judgeCount(stated, { all, heard }, { polarity, places: PLACES, parameters });
};

test.each<[count: number, comparator: AggregateClaim['comparator'], verdict: string]>([
  [50, 'exactly', 'plausible'],
  [46, 'over', 'plausible'],
  [80, 'over', 'plausible-high'],
  [125, 'exactly', 'plausible-high'],
  [200, 'over', 'implausible-high'],
  [400, 'at least', 'implausible-high'],
  [30, 'over', 'plausible-low'],
  [10, 'at least', 'plausible-low'],
  [44, 'exactly', 'plausible-low'],
  [10, 'exactly', 'implausible-low'],
  [0, 'exactly', 'implausible-low'],
  [20, 'at most', 'implausible-low'],
  [60, 'at most', 'plausible'],
  [300, 'under', 'plausible-high'],
])('%i, %s', (count, comparator, verdict) => {
  expect(judge(count, comparator)).toBe(verdict);
});

test('a denial of a number fails only where the ledger must count it', () => {
  expect(judge(43, 'over', 'denied')).toBe('plausible-low');
  expect(judge(20, 'at least', 'denied')).toBe('implausible-low');
  expect(judge(80, 'over', 'denied')).toBe('plausible');
  expect(judge(250, 'about', 'denied')).toBe('plausible');
});

test('the chance of a bound is the tail above it', () => {
  const stated = { number: 80, least: 81, most: PLACES, convention: null };
  expect(satisfied(stated, all)).toBeCloseTo(1 - all.atMost(80), 12);
  expect(satisfied({ number: 500, least: 500, most: PLACES, convention: null }, all)).toBe(0);
});
