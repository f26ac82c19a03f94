// Reads undated reports again in the bounds that their families give them, and has the ledger keep both, each for its time.
// Invariant: what comes of it depends on the family alone, not on the order in which it came in; memory is bounded.
import type { Ledger } from '../ledger/ledger.ts';
import type { Batch, DatedTurn } from '../model/entry.ts';
import type { Report, ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import { type DatingTurn, datingTurns, isUndated, sayBounds } from './bound-by-family.ts';
import { Held } from './held.ts';
import type { DateHead } from './known-time.ts';
import type { Reader } from './read-item.ts';

interface Where {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
  readonly reader: Reader;
}

interface Writing {
  readonly by: string;
  readonly now: Instant;
}

const MOST_KEPT = 50_000;

const headOf = ({ id, published, publishedAt, retrieved }: DateHead): DateHead => ({
  ...{ id, published, publishedAt, retrieved },
});

export class KinDates {
  readonly #where: Where;
  readonly #heads = new Held<DateHead>(MOST_KEPT);
  /** The turns by which an undated report was read last. */
  readonly #turns = new Held<string>(MOST_KEPT);

  constructor(where: Where) {
    this.#where = where;
  }

  async #headsOf(ids: readonly ReportId[]): Promise<readonly DateHead[]> {
    const known = ids.flatMap((id) => this.#heads.get(id) ?? []);
    const has = new Set(known.map(({ id }) => id));
    const missing = ids.filter((id) => !has.has(id));
    const found = missing.length === 0 ? [] : await this.#where.ledger.reportHeads(missing);
    const heads = found.map(({ report }) => headOf(report));
    for (const head of heads) this.#heads.set(head.id, head);
    return [...known, ...heads];
  }

  /** The turns of every undated report in the families of these, and of those of them that are dated now and were not. */
  async #turnsIn(reports: readonly Report[]): Promise<ReadonlyMap<ReportId, readonly DatingTurn[]>> {
    const { ledger, theatre } = this.#where;
    const turns = new Map<ReportId, readonly DatingTurn[]>();
    const families = new Map([...(await ledger.kin(reports.map(({ id }) => id)))].map(([, of]) => [of[0] ?? '', of]));
    for (const members of families.values()) {
      const heads = await this.#headsOf(members);
      for (const head of heads.filter(isUndated)) turns.set(head.id, datingTurns(head, heads, theatre.timezone));
    }
    return turns;
  }

  async #date(id: ReportId, turns: readonly DatingTurn[], { by, now }: Writing): Promise<Report | null> {
    const { ledger, reader, theatre } = this.#where;
    const found = await ledger.report(id);
    if (found === null) return null;
    const readings = turns.map(({ from, published }) => ({
      from,
      reason: from === null ? '' : sayBounds(published),
      reading: reader({ ...found.report, published }, theatre),
    }));
    const told = readings.map(({ from, reason, reading }): DatedTurn => {
      const { claims, aggregates, incidents } = reading;
      return { from, reason, claims, aggregates, incidents };
    });
    const name = readings[0]?.reading.reader ?? '';
    const written = await ledger.dateAnew({ report: id, by, reader: name, recorded: now, turns: told });
    return written === 0 ? null : found.report;
  }

  /** After these are in the ledger; gives the reports of which something stands otherwise now. */
  async follow(batches: readonly Batch[], writing: Writing): Promise<readonly Report[]> {
    const { ledger } = this.#where;
    for (const { report } of batches) this.#heads.set(report.id, headOf(report));
    const reports = batches.map(({ report }) => report);
    const kin = batches.filter(({ families }) => families.length > 0).map(({ report }) => report);
    const turns = kin.length === 0 ? new Map<ReportId, readonly DatingTurn[]>() : new Map(await this.#turnsIn(kin));
    // Also what was dated by its family before, and has a day of its own or no dated kin now.
    const before = await ledger.datedAnew([...new Set([...reports.map(({ id }) => id), ...turns.keys()])]);
    for (const { id, published } of reports)
      if (before.has(id) && !turns.has(id)) turns.set(id, [{ from: null, published }]);
    const again = new Set(reports.map(({ id }) => id));
    const changed: Report[] = [];
    for (const [id, of] of [...turns].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const key = JSON.stringify(of);
      if ((of.length === 1 && !before.has(id)) || (!again.has(id) && this.#turns.get(id) === key)) continue;
      this.#turns.set(id, key);
      const report = await this.#date(id, of, writing);
      if (report !== null) changed.push(report);
    }
    return changed;
  }
}
