// A correction withdraws what its outlet said before (control-method E22): a retraction, known from the correction's time.
// Invariant: only the same outlet's claims on the same place and kind are met; earlier as-of views keep them.
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerClaim, ReportHead } from '../ledger/records.ts';
import type { Claim } from '../model/claim.ts';
import { isPerson } from '../model/person.ts';
import type { PlaceId } from '../model/place.ts';
import type { Correction, KeptCorrection, Report, ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import { daysBetween, type Instant } from '../model/time.ts';
import { knownTime } from './known-time.ts';
import { CORRECTED, withdrawnByVersion } from './withdraw-dropped.ts';

/** How long after a report its outlet still corrects it. */
const CORRECTED_WITHIN_DAYS = 14;

export interface Corrected {
  readonly report: Report;
  readonly corrections: readonly Correction[];
  /** Null: whatever it meets. Else only what these reports said: they came in after the correction. */
  readonly within: ReadonlySet<ReportId> | null;
}

interface Withdrawn {
  /** Null where the correction's words name no one place. */
  readonly id: PlaceId | null;
  readonly name: string;
  readonly kind: string;
  readonly day: string | null;
}

const withdrawnBy = ({ of }: Correction, theatre: Theatre): Withdrawn | null => {
  if (of === null || of.kind === null || of.place === null) return null;
  const place = theatre.gazetteer.get(of.place);
  return { id: place?.id ?? null, name: place?.name ?? of.place, kind: of.kind, day: of.date };
};

const meets = ({ place, kind, when }: Claim, withdrawn: Withdrawn): boolean =>
  kind === withdrawn.kind &&
  (withdrawn.id === null ? place.name.toLowerCase() === withdrawn.name.toLowerCase() : place.id === withdrawn.id) &&
  (withdrawn.day === null || when.latest === null || when.latest === withdrawn.day);

const isBefore = (earlier: Report, later: Report): boolean => {
  const [from, to] = [earlier.published.latest, later.published.latest];
  if (from === null || to === null || earlier.id === later.id) return false;
  const days = daysBetween(from, to);
  return days >= 0 && days <= CORRECTED_WITHIN_DAYS;
};

const metBy = async (ledger: Ledger, report: Report, withdrawn: Withdrawn): Promise<readonly LedgerClaim[]> => {
  const met: LedgerClaim[] = [];
  const { id, name } = withdrawn;
  const page = await ledger.claims({ ...(id === null ? { q: name } : { place: id }), limit: 500 });
  for (const row of page.rows) {
    if (row.retracted !== null || !meets(row.claim, withdrawn)) continue;
    const earlier = await ledger.report(row.report);
    if (earlier !== null && earlier.report.outlet === report.outlet && isBefore(earlier.report, report)) met.push(row);
  }
  return met;
};

const claimsMet = async (
  { ledger, theatre }: { ledger: Ledger; theatre: Theatre },
  report: Report,
  correction: Correction,
): Promise<readonly LedgerClaim[]> => {
  if (correction.claim !== undefined && correction.claim !== null) {
    const named = await ledger.claim(correction.claim);
    return named === null || named.retracted !== null ? [] : [named];
  }
  const withdrawn = report.outlet === null ? null : withdrawnBy(correction, theatre);
  return withdrawn === null ? [] : metBy(ledger, report, withdrawn);
};

interface Applying {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
  readonly by: string;
  readonly now: Instant;
}

/** What a person asserted stands against every report. */
const isOpen = ({ claim, report }: LedgerClaim, within: Corrected['within']): boolean =>
  !isPerson(claim.reader) && (within === null || within.has(report));

/** Retracts what the corrections of one report meet; gives how many claims were withdrawn. */
export const applyCorrections = async (
  { ledger, theatre, by, now }: Applying,
  { report, corrections, within }: Corrected,
): Promise<number> => {
  let count = 0;
  const [first] = corrections;
  if (first === undefined) return count;
  for (const { row, known } of await withdrawnByVersion({ ledger, theatre }, { report, corrections }, within)) {
    const reason = `${CORRECTED} in a later version: ${first.text}`;
    const done =
      isOpen(row, within) &&
      (await ledger.retract({ type: 'claim', id: row.claim.id, by, reason, known, recorded: now }));
    count += done ? 1 : 0;
  }
  for (const correction of corrections) {
    const known = knownTime(report, theatre.timezone, now);
    const reason = `${CORRECTED}: ${correction.text}`;
    const met = await claimsMet({ ledger, theatre }, report, correction);
    for (const { claim } of met.filter((row) => isOpen(row, within))) {
      const done = await ledger.retract({ type: 'claim', id: claim.id, by, reason, known, recorded: now });
      count += done ? 1 : 0;
    }
  }
  return count;
};

interface KeptOf {
  readonly head: ReportHead;
  readonly corrections: readonly KeptCorrection[];
}

/** The corrections that are in the ledger, asked for once and from then on only for what came since. */
export class KeptCorrections {
  readonly #ledger: Ledger;
  readonly #byReport = new Map<ReportId, KeptOf>();
  #seq = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  async #refresh(): Promise<void> {
    const seq = await this.#ledger.seq();
    const fresh = Map.groupBy(await this.#ledger.corrections(seq, this.#seq), ({ report }) => report);
    this.#seq = seq;
    const heads = fresh.size === 0 ? [] : await this.#ledger.reportHeads([...fresh.keys()]);
    for (const { report: head } of heads) {
      const before = this.#byReport.get(head.id)?.corrections ?? [];
      this.#byReport.set(head.id, { head, corrections: [...before, ...(fresh.get(head.id) ?? [])] });
    }
  }

  /** Those that may meet what these reports say: of their outlets, or of a claim by name. */
  async meeting(reports: readonly Report[]): Promise<readonly KeptOf[]> {
    await this.#refresh();
    const outlets = new Set(reports.map(({ outlet }) => outlet));
    const ids = new Set(reports.map(({ id }) => id));
    return [...this.#byReport.values()].filter(
      ({ head, corrections }) =>
        !ids.has(head.id) && (outlets.has(head.outlet) || corrections.some(({ claim = null }) => claim !== null)),
    );
  }
}

/** The same for reports that came in after their correction: an archive may be loaded in any order. */
export const applyKept = async (
  applying: Applying,
  kept: KeptCorrections,
  reports: readonly Report[],
): Promise<void> => {
  const within = new Set(reports.map(({ id }) => id));
  for (const { head, corrections } of await kept.meeting(reports)) {
    const found = await applying.ledger.report(head.id);
    if (found !== null) await applyCorrections(applying, { report: found.report, corrections, within });
  }
};
