// The terminal: answers go to standard output, everything else (progress, notes, faults) to standard error.
import { once } from 'node:events';
import { Fault } from '../model/outcome.ts';

/**
 * Exit status: 0 done, 1 done but some input was refused, 2 wrong use, 3 the world is broken; 130 and 143 = stopped on the
 * way by SIGINT or SIGTERM.
 */
export type ExitStatus = 0 | 1 | 2 | 3 | 130 | 143;

/** A reader that went away (`| head`) is no fault: the program ends quietly. */
export const endQuietlyOnClosedPipe = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
};

/** Writes and waits where the pipe is full, so that a million lines never pile up in memory. */
export const print = async (text: string): Promise<void> => {
  if (!process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)) await once(process.stdout, 'drain');
};

export const printRecord = (record: unknown): Promise<void> => print(JSON.stringify(record));

export const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** What would have been accepted, as a line under what was wrong. */
export const tellAccepted = (expected: readonly string[]): void => {
  if (expected.length > 0) tell(`  accepted: ${expected.join(' · ')}`);
};

/** What a fault says on standard error, and the exit status it ends with. */
export const reportFault = (error: unknown): ExitStatus => {
  if (error instanceof Fault) {
    tell(`whoholds: ${error.message}`);
    tellAccepted(error.expected);
    return error.kind === 'usage' ? 2 : 3;
  }
  tell(`whoholds: unexpected fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 3;
};
