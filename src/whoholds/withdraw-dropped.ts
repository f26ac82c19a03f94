// A version that says that it corrects withdraws what the earlier ones said in sentences that it drops or changes.
// Invariant: a version that says nothing of a correction withdraws nothing; what the later version says as well stands.
import { compareVersions } from '../intake/compare-versions.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerClaim, ReportHead } from '../ledger/records.ts';
import type { Claim } from '../model/claim.ts';
import type { Correction, Report, ReportId } from '../model/report.ts';
import { overlaps } from '../model/text.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import { changeKnown, inOrder, versionsOf } from './versions.ts';

interface Where {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
}

export interface WithdrawnClaim {
  readonly row: LedgerClaim;
  /** From when on. */
  readonly known: Instant;
}

/** What the correction is about, where it says so: of two sentences dropped only one may be wrong. */
const concerns = (claim: Claim, { of }: Correction, theatre: Theatre): boolean => {
  if (of === null || (of.place === null && of.kind === null)) return true;
  if (of.place === null) return of.kind === claim.kind;
  const name = theatre.gazetteer.get(of.place)?.name ?? of.place;
  return claim.place.id === of.place || claim.place.name.toLowerCase() === name.toLowerCase();
};

const sameProposition = (a: Claim, b: Claim): boolean =>
  a.kind === b.kind &&
  a.actor === b.actor &&
  a.polarity === b.polarity &&
  a.modality === b.modality &&
  a.scope === b.scope &&
  (a.place.id === null ? a.place.name === b.place.name : a.place.id === b.place.id);

/** How the reason of a retraction begins that a correction brought. */
export const CORRECTED = 'Corrected by its outlet';

/** All claims of a report, also those that were taken back. */
export const claimsIn = async (ledger: Ledger, report: ReportId): Promise<readonly LedgerClaim[]> => {
  const rows: LedgerClaim[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<Ledger['claims']>> = await ledger.claims({ report, limit: 500, cursor });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    cursor = page.next;
  }
};

const isStanding = ({ retracted }: LedgerClaim): boolean => retracted === null;

interface Versions {
  readonly earlier: Report;
  readonly later: Report;
  readonly corrections: readonly Correction[];
}

const withdrawnIn = async ({ ledger, theatre }: Where, { earlier, later, corrections }: Versions) => {
  const { dropped, changed } = compareVersions(earlier, later);
  const gone = [...dropped, ...changed.map(({ before }) => before)];
  const said = (await claimsIn(ledger, later.id)).filter(isStanding).map(({ claim }) => claim);
  return (await claimsIn(ledger, earlier.id))
    .filter(isStanding)
    .filter(
      ({ claim }) =>
        gone.some((sentence) => overlaps(sentence, claim.quote)) &&
        !said.some((other) => sameProposition(claim, other)) &&
        corrections.some((correction) => concerns(claim, correction, theatre)),
    );
};

/** Claims of earlier versions that this one withdraws; `within`: only of these reports (null: of all). */
export const withdrawnByVersion = async (
  where: Where,
  { report, corrections }: { readonly report: Report; readonly corrections: readonly Correction[] },
  within: ReadonlySet<ReportId> | null,
): Promise<readonly WithdrawnClaim[]> => {
  const { timezone } = where.theatre;
  const isMeant = (head: ReportHead): boolean =>
    inOrder(head, report, timezone) < 0 && (within === null || within.has(head.id));
  const withdrawn: WithdrawnClaim[] = [];
  for (const head of (await versionsOf(where, report)).filter(isMeant)) {
    const found = await where.ledger.report(head.id);
    if (found === null) continue;
    const known = changeKnown(head, report, timezone);
    for (const row of await withdrawnIn(where, { earlier: found.report, later: report, corrections }))
      withdrawn.push({ row, known });
  }
  return withdrawn;
};
