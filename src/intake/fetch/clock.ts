// Time and chance, as the world gives them; a test gives its own.
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../model/seeded.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly random: Random;
}

/** As long as a timer of the system can wait; a longer one would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The real clock; sleeping ends at once, with the signal's reason, when the program is asked to stop. */
export const realClock = (signal: AbortSignal): Clock => ({
  now: () => Date.now(),
  sleep: async (ms) => {
    for (let left = ms; left > 0; left -= LONGEST_MS) await pause(Math.min(left, LONGEST_MS), undefined, { signal });
  },
  random: () => Math.random(),
});
