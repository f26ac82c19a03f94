// A note beside a SQLite ledger that says who is writing it. SQLite knows that a lock is held, not by whom.
// Invariant: only the holder of the lock writes or removes the note; the lock itself is SQLite's, never this file.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

const noteOf = (file: string): string => `${file}-writer`;

export const noteWriter = (file: string): void =>
  writeFileSync(noteOf(file), `process ${process.pid} on ${hostname()} since ${new Date().toISOString()}`);

export const removeWriter = (file: string): void => rmSync(noteOf(file), { force: true });

/** "process 4711 on host since …", or "another process" in the moments when there is no note. */
export const readWriter = (file: string): string => {
  try {
    return readFileSync(noteOf(file), 'utf8') || 'another process';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'another process';
    throw error;
  }
};
