// The terminal: answers go to standard output, everything else (progress, notes, faults) to standard error.
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Fault } from '../model/outcome.ts';

/** Exit status: 0 done, 1 done but some input was refused, 2 wrong use, 3 the world is broken. */
export type ExitStatus = 0 | 1 | 2 | 3;

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

export interface Progress {
  step(what: string): void;
  end(): void;
}

const PLAIN_EVERY = 50;

/** A bar on a terminal, a plain line now and then elsewhere. `total` null = not known beforehand. */
export const progress = (label: string, total: number | null): Progress => {
  let done = 0;
  if (process.stderr.isTTY && total !== null) {
    // Loaded only where a bar is drawn: every command starts through this file.
    const { SingleBar } = createRequire(import.meta.url)('cli-progress') as typeof import('cli-progress');
    const bar = new SingleBar({
      format: `${label} {bar} {value}/{total} · {eta_formatted} left · {what}`,
      hideCursor: true,
    });
    bar.start(total, 0, { what: '' });
    return { step: (what) => bar.update(++done, { what }), end: () => bar.stop() };
  }
  return {
    step: () => {
      done += 1;
      if (done % PLAIN_EVERY === 0) tell(`${label} ${done}${total === null ? '' : ` of ${total}`}`);
    },
    end: () => tell(`${label} ${done}${total === null ? '' : ` of ${total}`}, done`),
  };
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
