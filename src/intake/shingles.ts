// A report's five-word shingles as 32-bit hashes, and the few of them that an index holds.
// Invariant: two bodies that share any run of twelve words share a sampled hash (winnowing), however long or short they are.
import type { Signature } from '../model/report.ts';

const SHINGLE_WORDS = 5;
/** Of any eight shingles in a row one is sampled: about two in nine of all. */
const WINDOW = 8;

const SEED = 0x2545f491;

/** Lower-case words of a text, letters and digits only. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const hashWord = (word: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

const mix = (hash: number, word: number): number => {
  const turned = Math.imul(hash ^ word, 0x9e3779b1);
  return (turned ^ (turned >>> 15)) >>> 0;
};

const runsOf = (hashes: readonly number[], { long, count }: { readonly long: number; readonly count: number }) =>
  Array.from({ length: count }, (_, i) => {
    let hash = SEED;
    for (let j = i; j < Math.min(i + long, hashes.length); j++) hash = mix(hash, hashes[j] ?? 0);
    return hash;
  });

/** Hashes of every five words in a row, in text order; of a shorter text its one hash. */
export const shinglesOf = (words: readonly string[]): readonly number[] => {
  const count = words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE_WORDS + 1);
  return runsOf(words.map(hashWord), { long: SHINGLE_WORDS, count });
};

/** So many equal words in a row of one speaker are one statement (control method, 5.3). */
const QUOTED_WORDS = 6;

/** Hashes of every six words in a row of a quote; none of a shorter one. */
export const quotedRuns = (quote: string): readonly number[] => {
  const hashes = wordsOf(quote).map(hashWord);
  return runsOf(hashes, { long: QUOTED_WORDS, count: Math.max(0, hashes.length - QUOTED_WORDS + 1) });
};

/** The sample: the least hash of each window; equal texts choose equal hashes wherever they stand. */
export const winnow = (shingles: readonly number[]): readonly number[] => {
  const chosen = new Set<number>();
  for (let i = 0; i < Math.max(1, shingles.length - WINDOW + 1); i++) {
    let least = shingles[i];
    for (let j = i + 1; j < Math.min(i + WINDOW, shingles.length); j++) least = Math.min(least ?? 0, shingles[j] ?? 0);
    if (least !== undefined) chosen.add(least);
  }
  return [...chosen];
};

/** Each number once, in order. */
export const ascending = (numbers: Iterable<number>): readonly number[] =>
  Array.from(Uint32Array.from(new Set(numbers)).sort());

/** |A∩B| / min(|A|, |B|); 0 where either is empty. */
export const containment = (a: Signature, b: Signature): number => {
  const [few, many] = a.shingles.length <= b.shingles.length ? [a, b] : [b, a];
  if (few.shingles.length === 0) return 0;
  const other = new Set(many.shingles);
  return few.shingles.filter((hash) => other.has(hash)).length / few.shingles.length;
};
