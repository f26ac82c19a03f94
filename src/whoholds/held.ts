// What was asked for last, kept in memory up to a number; what was not asked for longest goes first.
export class Held<T> {
  readonly #most: number;
  readonly #values = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(id: string): T | undefined {
    const value = this.#values.get(id);
    if (value !== undefined) this.set(id, value);
    return value;
  }

  set(id: string, value: T): void {
    this.#values.delete(id);
    this.#values.set(id, value);
    const [oldest] = this.#values.keys();
    if (oldest !== undefined && this.#values.size > this.#most) this.#values.delete(oldest);
  }
}
