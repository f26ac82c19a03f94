// Time and chance, as the world gives them; a test gives its own.
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../model/seeded.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly random: Random;
}

/** The real clock; sleeping ends at once, with the signal's reason, when the program is asked to stop. */
export const realClock = (signal: AbortSignal): Clock => ({
  now: () => Date.now(),
  sleep: (ms) => pause(ms, undefined, { signal }),
  random: () => Math.random(),
});
