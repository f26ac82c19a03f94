// Quick joint samples against the passes they are drawn from: the same shares, the same pairs of days, the same seed the same path.
import { describe, expect, it } from 'vitest';
import { seeded } from '../model/seeded.ts';
import { type Passes, pairsOn, runPasses, samplePath, stepOn } from './forward-backward.ts';
import { MODEL_PARAMETERS } from './model-parameters.ts';
import { observe } from './observe.ts';
import { pathSampler } from './sample-paths.ts';
import { startOf, stateSpaceOf } from './state-space.ts';

const space = stateSpaceOf(MODEL_PARAMETERS, 'blue', ['red']);
const DAYS = 8;
const DRAWS = 20_000;

const passes: Passes = (() => {
  const marks = [
    { day: 3, row: MODEL_PARAMETERS.marks['own-capture'], of: 'red', mirrored: false, weight: 1 },
    { day: 6, row: MODEL_PARAMETERS.marks['central-repulse'], of: 'red', mirrored: false, weight: 1 },
  ];
  const reports = { marks, seen: new Set([3, 6]), danger: new Set<number>() };
  const logLikelihoods = observe(space, MODEL_PARAMETERS, { reports, days: DAYS, coverage: () => 0.3 });
  return runPasses({ space, start: startOf(space, MODEL_PARAMETERS, { holder: 'blue', p: 0.96 }), logLikelihoods });
})();

/** Shares of the states on each day, and of the pairs of states on a day and the one before. */
const drawn = (until: number, pairDay: number) => {
  const sample = pathSampler(passes, until);
  const [random, path] = [seeded(11), new Uint8Array(until + 1)];
  const shares = new Float64Array((until + 1) * space.size);
  const pairs = new Float64Array(space.size ** 2);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    sample(random, path);
    for (const [day, state] of path.entries()) shares[day * space.size + state]! += 1 / DRAWS;
    pairs[(path[pairDay - 1] ?? 0) * space.size + (path[pairDay] ?? 0)]! += 1 / DRAWS;
  }
  return { shares, pairs };
};

const distance = (a: Float64Array, b: Float64Array): number =>
  Math.max(...a.map((value, at) => Math.abs(value - (b[at] ?? 0))));

describe('joint samples of a cell', () => {
  it('have the smoothed shares of every day, and the pairs of days', () => {
    const { shares, pairs } = drawn(DAYS - 1, 4);
    expect(distance(shares, passes.smoothed)).toBeLessThan(0.012);
    expect(distance(pairs, pairsOn(passes, 4))).toBeLessThan(0.012);
  });

  it('that end earlier still know of the days behind them', () => {
    const { shares, pairs } = drawn(5, 4);
    expect(distance(shares, passes.smoothed.slice(0, 6 * space.size))).toBeLessThan(0.012);
    expect(distance(pairs, pairsOn(passes, 4))).toBeLessThan(0.012);
  });

  it('that end later go on by the dynamics alone', () => {
    const { shares } = drawn(DAYS, 4);
    const next = stepOn(space, passes.smoothed.slice((DAYS - 1) * space.size));
    expect(distance(shares.slice(DAYS * space.size), next)).toBeLessThan(0.012);
    expect(distance(shares.slice(0, DAYS * space.size), passes.smoothed)).toBeLessThan(0.012);
  });

  it('are path for path those of the plain sampler', () => {
    const path = new Uint8Array(DAYS);
    const sample = pathSampler(passes, DAYS - 1);
    const [one, other] = [seeded(3), seeded(3)];
    for (let draw = 0; draw < 200; draw += 1) {
      sample(one, path);
      expect([...path]).toEqual([...samplePath(passes, other)]);
    }
  });
});
