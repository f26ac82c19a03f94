// Uncertainty by drawing whole provinces again with replacement: cells of a province fall together (control-method 11).
// Invariant: the generator is passed in, so that the same seed gives the same bands to the last digit.
import type { Random } from '../model/seeded.ts';

export interface Drawing {
  readonly random: Random;
  readonly draws: number;
}

/** 90 % of the draws lie between the two. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

export const BAND = 0.9;

/** The value below which a share of the sorted values lies, between two neighbours in proportion. */
const quantile = (sorted: readonly number[], share: number): number => {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
};

/** A band needs draws of two kinds at least; draws that gave no number are left out. */
const bandOf = (values: readonly (number | null)[]): Band | null => {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length < 2) return null;
  return { low: quantile(sorted, (1 - BAND) / 2), high: quantile(sorted, (1 + BAND) / 2) };
};

/** How often each of `count` blocks is drawn, in one drawing of as many. */
const drawBlocks = (count: number, random: Random): Int32Array => {
  const times = new Int32Array(count);
  for (let drawn = 0; drawn < count; drawn += 1) {
    const at = Math.floor(random() * count);
    times[at] = (times[at] ?? 0) + 1;
  }
  return times;
};

/** The band of a statistic that can be had from how often each block was drawn. One block alone has no band. */
export const bandByTimes = (
  blocks: number,
  statistic: (times: Int32Array) => number | null,
  { random, draws }: Drawing,
): Band | null => {
  if (blocks < 2) return null;
  return bandOf(Array.from({ length: draws }, () => statistic(drawBlocks(blocks, random))));
};

/** Sums by block, in the order in which blocks are first met: what most figures can be computed from. */
export const sumByBlock = <T extends { readonly block: string }>(
  all: readonly T[],
  figures: (one: T) => readonly number[],
): readonly (readonly number[])[] => {
  const sums = new Map<string, number[]>();
  for (const one of all) {
    const values = figures(one);
    const known = sums.get(one.block);
    if (known === undefined) sums.set(one.block, [...values]);
    else for (const [at, value] of values.entries()) known[at] = (known[at] ?? 0) + value;
  }
  return [...sums.values()];
};

/** The band of a statistic of sums. */
export const bandBySums = (
  sums: readonly (readonly number[])[],
  statistic: (total: readonly number[]) => number | null,
  drawing: Drawing,
): Band | null => {
  const length = sums[0]?.length ?? 0;
  const total = (times: Int32Array): readonly number[] => {
    const out = new Array<number>(length).fill(0);
    for (const [block, values] of sums.entries()) {
      const drawn = times[block] ?? 0;
      if (drawn > 0) for (let at = 0; at < length; at += 1) out[at] = (out[at] ?? 0) + drawn * (values[at] ?? 0);
    }
    return out;
  };
  return bandByTimes(sums.length, (times) => statistic(total(times)), drawing);
};
