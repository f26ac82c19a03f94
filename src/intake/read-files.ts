// The disk, for sources: sizes, walks, whole files within a limit, chunks.
// Invariant: what does not exist or cannot be opened is a Fault that says what to do; what is too large is never read whole.
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Fault } from '../model/outcome.ts';
import { TAKEN_IN } from './forms/form.ts';

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error';

const unreadable = (path: string, cause: unknown): Fault =>
  codeOf(cause) === 'ENOENT'
    ? new Fault('world', `${path}: no such file or directory; check the path`, { cause, expected: TAKEN_IN })
    : new Fault('world', `${path}: cannot be read (${codeOf(cause)}); check its permissions`, { cause });

/** Bytes of a file; null for a directory. Throws a Fault where there is neither. */
export const sizeOf = (path: string): number | null => {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? null : stat.size;
  } catch (cause) {
    throw unreadable(path, cause);
  }
};

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Files of a directory with one of the endings, in name order, through its folders; hidden and README files are passed over. */
export function* walk(directory: string, endings: readonly string[]): Generator<string> {
  try {
    const entries = readdirSync(directory, { withFileTypes: true }).sort(byName);
    for (const entry of entries) {
      const path = join(directory, entry.name);
      if (entry.name.startsWith('.') || /^readme\b/i.test(entry.name)) continue;
      if (entry.isDirectory()) yield* walk(path, endings);
      else if (endings.includes(extname(entry.name).toLowerCase())) yield path;
    }
  } catch (cause) {
    throw cause instanceof Fault ? cause : unreadable(directory, cause);
  }
}

/** A file that lies on the disk, so that it can be read again from anywhere; a pipe is none. */
export const isRegular = (path: string): boolean => statSync(path).isFile();

const LARGEST_CHUNK = 1_048_576;
const SMALLEST_CHUNK = 65_536;

/** A small file is not worth a large buffer. */
const chunkSize = (path: string): number => Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, statSync(path).size + 1));

/** A file in chunks, from an offset on; what cannot be read is a Fault. */
export async function* readChunks(path: string, from = 0): AsyncGenerator<Uint8Array> {
  // A pipe has no places: it is only ever read on.
  const place = from > 0 ? { start: from } : {};
  try {
    for await (const chunk of createReadStream(path, { ...place, highWaterMark: chunkSize(path) }))
      yield chunk as Uint8Array;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** The bytes of a file; null where it is larger than the limit, which is then not read. */
export const readWhole = async (path: string, limit: number): Promise<Uint8Array | null> => {
  if ((sizeOf(path) ?? 0) > limit) return null;
  try {
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    throw unreadable(path, cause);
  }
};
