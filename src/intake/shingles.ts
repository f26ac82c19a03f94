// A report's five-word shingles as 32-bit hashes, and the few of them that an index holds.
// Invariant: two bodies that share any run of twenty words share a sampled hash (winnowing), however long or short they are.
import type { Signature } from '../model/report.ts';
import { foldWords } from './fold-words.ts';

const SHINGLE_WORDS = 5;
/** Of any sixteen shingles in a row one is sampled: about two in seventeen of all. */
const WINDOW = 16;

const SEED = 0x2545f491;

const mix = (hash: number, word: number): number => {
  const turned = Math.imul(hash ^ word, 0x9e3779b1);
  return (turned ^ (turned >>> 15)) >>> 0;
};

/** One number for words in a row. */
export const hashRun = (words: readonly number[]): number => words.reduce(mix, SEED);

const runsOf = (
  hashes: readonly number[],
  { long, count }: { readonly long: number; readonly count: number },
): readonly number[] => {
  const runs: number[] = new Array(count);
  for (let i = 0; i < count; i++) {
    let hash = SEED;
    for (let j = i; j < Math.min(i + long, hashes.length); j++) hash = mix(hash, hashes[j] ?? 0);
    runs[i] = hash;
  }
  return runs;
};

/** Hashes of every five words in a row, in text order; of a shorter text its one hash. */
export const shinglesOf = (words: readonly number[]): readonly number[] => {
  const count = words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE_WORDS + 1);
  return runsOf(words, { long: SHINGLE_WORDS, count });
};

/** So many equal words in a row of one speaker are one statement (control method, 5.3). */
const QUOTED_WORDS = 6;

/** Hashes of every six words in a row of a quote; none of a shorter one. */
export const quotedRuns = (quote: string): readonly number[] => {
  const { hashes } = foldWords(quote);
  return runsOf(hashes, { long: QUOTED_WORDS, count: Math.max(0, hashes.length - QUOTED_WORDS + 1) });
};

const leastFrom = (shingles: readonly number[], from: number, until: number): number => {
  let least = from;
  for (let at = from + 1; at < until; at++) if ((shingles[at] ?? 0) <= (shingles[least] ?? 0)) least = at;
  return least;
};

/** The sample: the least hash of each window; equal texts choose equal hashes wherever they stand. */
export const winnow = (shingles: readonly number[]): readonly number[] => {
  if (shingles.length === 0) return [];
  const chosen = new Set<number>();
  let least = -1;
  for (let from = 0; from < Math.max(1, shingles.length - WINDOW + 1); from++) {
    const last = Math.min(from + WINDOW, shingles.length) - 1;
    // Only where the least has left the window are all of it looked at again.
    if (least < from) least = leastFrom(shingles, from, last + 1);
    else if ((shingles[last] ?? 0) <= (shingles[least] ?? 0)) least = last;
    chosen.add(shingles[least] ?? 0);
  }
  return [...chosen];
};

/** Each number once, in order. */
export const ascending = (numbers: readonly number[]): Uint32Array => {
  const sorted = Uint32Array.from(numbers).sort();
  let count = 0;
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[count++] = sorted[at] ?? 0;
  return sorted.slice(0, count);
};

/** |A∩B| / min(|A|, |B|); 0 where either is empty. */
export const containment = ({ shingles: a }: Signature, { shingles: b }: Signature): number => {
  if (a.length === 0 || b.length === 0) return 0;
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0];
    if (left === right) common += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return common / Math.min(a.length, b.length);
};
