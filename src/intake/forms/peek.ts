// The first bytes of a stream looked at, and the whole stream still to be read.

export interface Peeked {
  readonly head: Uint8Array;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Lets go of the stream, also where nobody read on. */
  close(): Promise<void>;
}

/** What the head held, then the rest; the rest is let go of where the reader stops early. */
async function* again(held: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    // What was given on is not held any longer.
    for (let next = held.shift(); next !== undefined; next = held.shift()) yield next;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** At least `size` bytes of the stream's start, where it has so many. */
export const peek = async (chunks: AsyncIterable<Uint8Array>, size: number): Promise<Peeked> => {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    held.push(next.value);
    length += next.value.length;
  }
  const [only] = held;
  const head = held.length === 1 && only !== undefined ? only : Buffer.concat(held);
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { head: head.subarray(0, size), chunks: again(held, iterator), close };
};
