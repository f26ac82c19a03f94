// Asked to stop (Ctrl-C, or a signal): what is in hand is finished and kept, then the program ends. A second time ends it at once.
import type { ExitStatus } from './terminal.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface Stopping {
  readonly signal: AbortSignal;
  /** The status to end with: that of a program ended by the signal, where one came. */
  readonly status: (otherwise: ExitStatus) => ExitStatus;
  readonly isAsked: () => boolean;
  /** Signals end the program by themselves again. */
  readonly forget: () => void;
  /** Ends what still waits, without anybody having asked. */
  readonly end: () => void;
}

export const stopOnSignal = (): Stopping => {
  const controller = new AbortController();
  let got: (typeof SIGNALS)[number] | null = null;
  const stop = (name: NodeJS.Signals): void => {
    got = name === 'SIGTERM' ? 'SIGTERM' : 'SIGINT';
    forget();
    controller.abort(new Error('asked to stop'));
  };
  const forget = (): void => {
    for (const name of SIGNALS) process.removeListener(name, stop);
  };
  for (const name of SIGNALS) process.once(name, stop);
  return {
    signal: controller.signal,
    status: (otherwise) => (got === null ? otherwise : got === 'SIGINT' ? 130 : 143),
    isAsked: () => got !== null,
    forget,
    end: () => {
      forget();
      controller.abort(new Error('ended'));
    },
  };
};

/** The items until somebody asks to stop; what is read already is given. */
export async function* untilStopped<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  if (signal.aborted) return;
  for await (const item of items) {
    yield item;
    if (signal.aborted) return;
  }
}
