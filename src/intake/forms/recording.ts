// The bytes of one document kept while it is read, for the refusal it may end in.
// Invariant: nothing beyond the limit is held, and a piece of a document is never passed off as the document.

export interface Recording {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** All that was read; null where the document was larger than the limit, or was not read to its end. */
  whole(): Uint8Array | null;
}

export const recording = (chunks: AsyncIterable<Uint8Array>, limit: number): Recording => {
  let held: Uint8Array[] = [];
  let size = 0;
  let hasEnded = false;
  const recorded = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limit) held = [];
      else held.push(chunk);
      yield chunk;
    }
    hasEnded = true;
  };
  return {
    chunks: recorded(),
    whole: () => (hasEnded && size <= limit ? new Uint8Array(Buffer.concat(held)) : null),
  };
};
