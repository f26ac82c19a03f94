// How long to wait before asking again: what the server says, else twice as long each time, with some chance in it.
// Invariant: many clients that failed together do not come back together, and none waits less than the server asks.
import type { Random } from '../../model/seeded.ts';

export interface BackOff {
  readonly firstMs: number;
  readonly mostMs: number;
}

/** Between half of the wait and the whole of it, after the n-th failure in a row (1, 2 …). */
export const backOffMs = (failures: number, { firstMs, mostMs }: BackOff, random: Random): number => {
  const whole = Math.min(mostMs, firstMs * 2 ** Math.max(0, failures - 1));
  return Math.round(whole / 2 + (random() * whole) / 2);
};

/** Retry-After in milliseconds from now: seconds, or a date; null where there is none that can be read. */
export const retryAfterMs = (header: string | null, now: number): number | null => {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, until - now);
};
