// A stream of bytes looked at through a window that grows at its end and is dropped at its front.
// Invariant: what was dropped is not held; `offset` is where the window's first byte stands in the stream.

/** One buffer of all; where only the last has bytes it is taken as it is. */
export const joined = (held: readonly Uint8Array[]): Buffer => {
  const full = held.filter(({ length }) => length > 0);
  const [only] = full;
  return full.length === 1 && only !== undefined
    ? Buffer.from(only.buffer, only.byteOffset, only.length)
    : Buffer.concat(full);
};

/** What grows at its end and is dropped at its front. */
interface Window {
  readonly bytes: Buffer;
  fill(wanted: number): Promise<boolean>;
  drop(count: number): void;
}

/** Passes over bytes that may not be there yet, holding none of them; false where the window ends before. */
export const passOver = async (window: Window, count: number): Promise<boolean> => {
  let left = count;
  while (left > window.bytes.length) {
    left -= window.bytes.length;
    window.drop(window.bytes.length);
    if (!(await window.fill(1))) return false;
  }
  window.drop(left);
  return true;
};

export class ByteWindow {
  bytes: Buffer = Buffer.alloc(0);
  offset = 0;
  private readonly chunks: AsyncIterator<Uint8Array>;
  private ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** Grows to at least so many bytes; false where the stream ends before that. */
  async fill(wanted: number): Promise<boolean> {
    if (this.bytes.length >= wanted) return true;
    const held: Uint8Array[] = [this.bytes];
    let size = this.bytes.length;
    while (size < wanted && !this.ended) {
      const next = await this.chunks.next();
      if (next.done) this.ended = true;
      else {
        held.push(next.value);
        size += next.value.length;
      }
    }
    if (held.length > 1) this.bytes = joined(held);
    return size >= wanted;
  }

  drop(count: number): void {
    this.bytes = this.bytes.subarray(count);
    this.offset += count;
  }

  skip(count: number): Promise<boolean> {
    return passOver(this, count);
  }

  /** Lets go of the stream before its end. */
  async close(): Promise<void> {
    await this.chunks.return?.();
  }
}
