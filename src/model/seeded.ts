// Numbers that look like chance and are the same on every machine: whoever draws them passes the generator in.
// Invariant: the same seed gives the same numbers, for ever; kept figures and kept cases depend on it.

/** Gives the next number in [0, 1). */
export type Random = () => number;

/** A small generator with one word of state (mulberry32). */
export const seeded = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
};
