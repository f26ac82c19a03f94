// SQLite's error codes as sentences: what happened, to which file, what to do.
// Invariant: a fault that is one already goes through unchanged; nothing is swallowed.
import { Fault } from '../model/outcome.ts';

export const BUSY = 5;
export const READ_ONLY = 8;
export const CANNOT_OPEN = 14;

/** The primary result code; extended codes keep it in their lowest byte. Null where SQLite did not raise the error. */
export const primaryCode = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;

const SENTENCES: ReadonlyMap<number, (file: string) => string> = new Map([
  [BUSY, (file) => `The ledger ${file} is locked by another process. Try again when it has finished.`],
  [6, (file) => `The ledger ${file} is locked. Try again.`],
  [
    READ_ONLY,
    (file) => `The ledger ${file} cannot be written: the file or its directory is read-only. Nothing was written.`,
  ],
  [
    10,
    (file) =>
      `The disk failed while the ledger ${file} was read or written. Nothing was half-written; check the disk and its room.`,
  ],
  [
    11,
    (file) => `The ledger ${file} is damaged. Restore it from a backup; "sqlite3 FILE .recover" can save what is left.`,
  ],
  [
    13,
    (file) =>
      `The disk has no room for the ledger ${file}. Nothing of this batch was written; make room and add again.`,
  ],
  [CANNOT_OPEN, (file) => `The ledger ${file} cannot be opened or made: check the directory and its permissions.`],
  [26, (file) => `The file ${file} is not a ledger: it is no SQLite database. Give another --ledger.`],
]);

const SYSTEM: ReadonlyMap<string, number> = new Map([
  ['ENOSPC', 13],
  ['EROFS', READ_ONLY],
  ['EACCES', CANNOT_OPEN],
  ['EPERM', CANNOT_OPEN],
  ['ENOTDIR', CANNOT_OPEN],
  ['EEXIST', CANNOT_OPEN],
  ['ENOENT', CANNOT_OPEN],
  ['EFBIG', 13],
]);

const systemCode = (error: unknown): number | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? (SYSTEM.get(error.code) ?? null) : null;

/** The same error, or a world fault that says it in a sentence. */
export const sqliteFault = (error: unknown, file: string): unknown => {
  if (error instanceof Fault) return error;
  const code = primaryCode(error) ?? systemCode(error);
  const sentence = code === null ? undefined : SENTENCES.get(code);
  if (sentence) return new Fault('world', sentence(file), { cause: error });
  if (primaryCode(error) === null || !(error instanceof Error)) return error;
  return new Fault('world', `The ledger ${file} refused: ${error.message}.`, { cause: error });
};
