// Between many that find and one that writes: first in, first out; who finds waits where the writer is behind.
// Invariant: nothing is dropped, and what one source found is written in its order.

export class FoundQueue<T> {
  readonly #most: number;
  readonly #held: T[] = [];
  #isEnded = false;
  #wakeWriter: () => void = () => {};
  #wakeFinders: (() => void)[] = [];

  /** `most`: how many may wait. */
  constructor(most: number) {
    this.#most = most;
  }

  async push(one: T): Promise<void> {
    while (this.#held.length >= this.#most) await new Promise<void>((resolve) => void this.#wakeFinders.push(resolve));
    this.#held.push(one);
    this.#wakeWriter();
  }

  /** Nothing more comes. */
  end(): void {
    this.#isEnded = true;
    this.#wakeWriter();
  }

  #news(ms: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === null ? null : setTimeout(resolve, ms);
      this.#wakeWriter = () => {
        if (timer !== null) clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Waits for the first, then a little for more; null at the end. */
  async take(most: number, ms: number): Promise<readonly T[] | null> {
    while (this.#held.length === 0) {
      if (this.#isEnded) return null;
      await this.#news(null);
    }
    const until = performance.now() + ms;
    for (let left = ms; this.#held.length < most && !this.#isEnded && left > 0; left = until - performance.now())
      await this.#news(left);
    const taken = this.#held.splice(0, most);
    const waiting = this.#wakeFinders;
    this.#wakeFinders = [];
    for (const wake of waiting) wake();
    return taken;
  }
}
