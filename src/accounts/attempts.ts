// How often somebody may try a password: after some failures in a row there is a wait, for the name and for the address.
// Invariant: memory is bounded; a name that has no account is counted like one that has.

interface Failures {
  readonly count: number;
  readonly last: number;
}

/** A failure is forgotten after so long. */
const WINDOW_MS = 15 * 60_000;
const MOST_KEYS = 10_000;

export class Attempts {
  readonly #failures = new Map<string, Failures>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Milliseconds to wait before the next attempt; 0 where it may be made. */
  wait(key: string, now: number): number {
    const failed = this.#failures.get(key);
    if (failed === undefined || failed.count < this.#most) return 0;
    return Math.max(0, failed.last + WINDOW_MS - now);
  }

  failed(key: string, now: number): void {
    const before = this.#failures.get(key);
    const count = before === undefined || before.last + WINDOW_MS <= now ? 0 : before.count;
    this.#failures.delete(key);
    this.#failures.set(key, { count: count + 1, last: now });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > MOST_KEYS && oldest !== undefined) this.#failures.delete(oldest);
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }
}
