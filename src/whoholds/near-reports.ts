// The reports that one report may be a copy of: of those in the ledger and of those on their way into it.
// Invariant: what is held in memory is bounded, however many reports come in; a report is never near itself.
import { type NearReport, signatureOf } from '../intake/find-family.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ReportId } from '../model/report.ts';

/** A story's copies come within a day or two of each other: the last ones looked at are looked at again. */
const MOST_HELD = 1000;

export class NearReports {
  readonly #ledger: Ledger;
  /** Oldest use first. */
  readonly #held = new Map<ReportId, NearReport>();
  readonly #waiting = new Map<number, Set<NearReport>>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  #hold(one: NearReport): NearReport {
    this.#held.delete(one.report.id);
    this.#held.set(one.report.id, one);
    const [oldest] = this.#held.keys();
    if (oldest !== undefined && this.#held.size > MOST_HELD) this.#held.delete(oldest);
    return one;
  }

  async #fetch(id: ReportId): Promise<NearReport | null> {
    const known = this.#held.get(id);
    if (known !== undefined) return this.#hold(known);
    const found = await this.#ledger.report(id);
    return found === null ? null : this.#hold({ report: found.report, signature: signatureOf(found.report) });
  }

  /** Those that share sampled hashes with this one. */
  async to({ report, signature }: NearReport): Promise<readonly NearReport[]> {
    const near = new Set(signature.sample.flatMap((hash) => [...(this.#waiting.get(hash) ?? [])]));
    for (const id of await this.#ledger.near(signature)) {
      const one = await this.#fetch(id);
      if (one !== null) near.add(one);
    }
    return [...near].filter((one) => one.report.id !== report.id);
  }

  /** It is on its way: until it is in the ledger, it is found here. */
  add(one: NearReport): void {
    for (const hash of one.signature.sample) this.#waiting.set(hash, (this.#waiting.get(hash) ?? new Set()).add(one));
    this.#hold(one);
  }

  /** What was on its way is in the ledger. */
  arrived(): void {
    this.#waiting.clear();
  }
}
