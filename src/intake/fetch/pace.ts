// Turns at a host: one request after another, with a pause between them.
// Invariant: two turns at one host never begin closer together than the pause that the later of them asks for.
import type { Clock } from './clock.ts';

export interface Pace {
  /** Resolves when it is this request's turn. */
  turn(host: string, pauseMs: number): Promise<void>;
}

export const makePace = ({ now, sleep }: Clock): Pace => {
  const last = new Map<string, number>();
  return {
    turn: async (host, pauseMs) => {
      const before = last.get(host);
      const start = Math.max(now(), before === undefined ? 0 : before + pauseMs);
      last.set(host, start);
      const wait = start - now();
      if (wait > 0) await sleep(wait);
    },
  };
};
