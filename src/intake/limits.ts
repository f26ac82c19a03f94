// What intake guards itself by: every limit with its default. The command line has a flag for each.
// Invariant: a limit refuses one thing with its reason, and the rest goes on.

export interface Limits {
  /** Bytes of one item: a larger one is refused as `too-large`. */
  readonly itemBytes: number;
  /** How many times larger than its packed form a thing may become. */
  readonly ratio: number;
  /** Bytes that all of one archive may unpack to, with what is packed inside it. */
  readonly unpackedBytes: number;
  /** How many containers may lie in one another; a tar in gzip counts as two. */
  readonly depth: number;
  /** Members, records or messages of one archive. */
  readonly members: number;
  /** How deep elements of XML may be nested. */
  readonly xmlDepth: number;
}

export const DEFAULT_LIMITS: Limits = {
  itemBytes: 20_000_000,
  // Deflate at its best makes 1,032 of one; pages become ten times as large, a long table of equal lines a hundred.
  ratio: 250,
  unpackedBytes: 100_000_000_000,
  depth: 8,
  members: 10_000_000,
  xmlDepth: 200,
};

/** Below this, nothing is called a bomb: a few kilobytes of equal letters are a test page, not an attack. */
export const RATIO_FLOOR = 4_000_000;
