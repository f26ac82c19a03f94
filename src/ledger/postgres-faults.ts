// PostgreSQL's and the network's error codes as sentences: what happened, where, what to do.
// Invariant: a fault that is one already goes through unchanged; no message holds a password.
import { Fault } from '../model/outcome.ts';

export const LOCK_NOT_AVAILABLE = '55P03';

export const sqlState = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

const SENTENCES: ReadonlyMap<string, (where: string) => string> = new Map([
  ['ECONNREFUSED', (where) => `No PostgreSQL answers at ${where}. Start it, or give another --ledger.`],
  ['ENOTFOUND', (where) => `The host of ${where} is not known. Check the address of --ledger.`],
  ['ECONNRESET', (where) => `The connection to ${where} broke. Nothing of this batch was written; add again.`],
  ['57P01', (where) => `The server at ${where} was stopped. Nothing of this batch was written; add again.`],
  ['28P01', (where) => `The password for ${where} is wrong.`],
  ['28000', (where) => `The server at ${where} does not let this user in.`],
  ['3D000', (where) => `There is no database ${where}. Make it with "createdb".`],
  ['42501', (where) => `This user may not write in ${where}. Nothing was written; grant it the right.`],
  ['25006', (where) => `The database ${where} is read-only. Nothing was written.`],
  ['53100', (where) => `The server at ${where} has no room left on its disk. Nothing of this batch was written.`],
]);

/** The same error, or a world fault that says it in a sentence. */
export const postgresFault = (error: unknown, where: string): unknown => {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  const code = sqlState(error);
  const sentence = code === null ? undefined : SENTENCES.get(code);
  if (sentence) return new Fault('world', sentence(where), { cause: error });
  return new Fault('world', `The ledger ${where} refused: ${error.message}.`, { cause: error });
};
