// The reports that one report may be a copy of: of those in the ledger and of those on their way into it.
// Invariant: what is held in memory is bounded, however many reports come in; a report is never near itself.
import { type NearReport, signatureOf } from '../intake/find-family.ts';
import { FAMILY_LIMITS } from '../intake/judge-shared.ts';
import { containment } from '../intake/shingles.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Report, ReportId, Signature } from '../model/report.ts';
import { Held } from './held.ts';

export class NearReports {
  readonly #ledger: Ledger;
  /** A story's copies come within a day or two of each other. */
  readonly #reports = new Held<Report>(500);
  /** The same agency's background brings the same ones again and again, mostly to be passed over. */
  readonly #signatures = new Held<Signature>(10_000);
  readonly #waiting = new Map<number, Set<NearReport>>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  async #reportOf(id: ReportId): Promise<Report | null> {
    const report = this.#reports.get(id) ?? (await this.#ledger.report(id))?.report ?? null;
    if (report !== null) this.#reports.set(id, report);
    return report;
  }

  /** The report, where enough of one stands in the other that it may be of one family. */
  async #fetch(id: ReportId, signature: Signature): Promise<NearReport | null> {
    const known = this.#signatures.get(id);
    if (known !== undefined && containment(known, signature) < FAMILY_LIMITS.shared) return null;
    const report = await this.#reportOf(id);
    if (report === null) return null;
    const own = known ?? signatureOf(report);
    this.#signatures.set(id, own);
    return containment(own, signature) < FAMILY_LIMITS.shared ? null : { report, signature: own };
  }

  /** Those of which enough stands in this one, or of this one in them. */
  async to({ report, signature }: NearReport): Promise<readonly NearReport[]> {
    const waiting = new Set(signature.sample.flatMap((hash) => [...(this.#waiting.get(hash) ?? [])]));
    const near = [...waiting].filter((one) => containment(one.signature, signature) >= FAMILY_LIMITS.shared);
    for (const id of await this.#ledger.near(signature)) {
      const one = await this.#fetch(id, signature);
      if (one !== null) near.push(one);
    }
    return near.filter((one) => one.report.id !== report.id);
  }

  /** It is on its way: until it is in the ledger, it is found here. */
  add(one: NearReport): void {
    for (const hash of one.signature.sample) this.#waiting.set(hash, (this.#waiting.get(hash) ?? new Set()).add(one));
    this.#signatures.set(one.report.id, one.signature);
    this.#reports.set(one.report.id, one.report);
  }

  /** What was on its way is in the ledger. */
  arrived(): void {
    this.#waiting.clear();
  }
}
