// A stream of bytes to lines, with a limit on each line.
// Invariant: of a line beyond the limit no more than the limit is kept; it comes out as null and the next lines still come.

const NEWLINE = 10;

/** Lines of UTF-8 bytes without their line break; null for a line longer than `limit` bytes. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<string | null> {
  let held: Uint8Array[] = [];
  let size = 0;
  const flush = (): string | null => {
    const line = size > limit ? null : Buffer.concat(held).toString('utf8');
    held = [];
    size = 0;
    return line;
  };
  const hold = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size > limit) held = [];
    else held.push(bytes);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      hold(chunk.subarray(from, at));
      yield flush();
      from = at + 1;
    }
    hold(chunk.subarray(from));
  }
  if (size > 0) yield flush();
}
