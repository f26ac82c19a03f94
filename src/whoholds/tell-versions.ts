// What is shown of a report's other versions, and where its family's story comes from.
// Invariant: what changed is told from the earlier of two versions to the later, whichever of them is looked at.
import { compareVersions } from '../intake/compare-versions.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ReportHead } from '../ledger/records.ts';
import type { Report, ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Origin, Relative, Version } from './overview-contract.ts';
import { inOrder, versionsOf } from './versions.ts';
import { CORRECTED, claimsIn } from './withdraw-dropped.ts';

interface Where {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
}

/** A live page may have hundreds: those next to this one say what changed before and after it. */
const MOST_TOLD = 20;

export const relativeOf = ({ id, outlet, url, title, published }: ReportHead): Relative => ({
  ...{ id, outlet, url, title, published },
});

const withdrawnOf = async (ledger: Ledger, earlier: ReportId): Promise<Version['tookBack']> => {
  const rows = await claimsIn(ledger, earlier);
  return rows
    .filter(({ retracted }) => retracted?.reason.startsWith(CORRECTED))
    .map(({ claim: { id, kind, place, scope, quote } }) => ({ id, kind, place, scope, quote }));
};

const tell = async ({ ledger, theatre }: Where, report: Report, other: Report): Promise<Version> => {
  const isEarlier = inOrder(other, report, theatre.timezone) < 0;
  const [earlier, later] = isEarlier ? [other, report] : [report, other];
  const tookBack = await withdrawnOf(ledger, earlier.id);
  const corrections = await ledger.correctionsIn(later.id);
  return {
    ...relativeOf(other),
    is: isEarlier ? 'earlier' : 'later',
    corrects: corrections.length > 0,
    changes: compareVersions(earlier, later),
    withdrawn: tookBack.map(({ id }) => id),
    tookBack,
  };
};

/** Of all other versions those nearest to this one, earliest first. */
export const tellVersions = async (where: Where, report: Report): Promise<readonly Version[]> => {
  const heads = await versionsOf(where, report);
  const before = heads.filter((head) => inOrder(head, report, where.theatre.timezone) < 0).length;
  const from = Math.max(0, Math.min(before - MOST_TOLD / 2, heads.length - MOST_TOLD));
  const versions: Version[] = [];
  for (const { id } of heads.slice(from, from + MOST_TOLD)) {
    const found = await where.ledger.report(id);
    if (found !== null) versions.push(await tell(where, report, found.report));
  }
  return versions;
};

/** "With agencies" names none. */
const UNNAMED = 'agencies';

/** The agency that most of a family credit, and its own report where that is there; else the member that is an agency's. */
export const originOf = (family: readonly ReportHead[], theatre: Theatre): Origin => {
  const named = family.flatMap(({ agency }) => (agency === null || agency === UNNAMED ? [] : agency));
  const credits = Map.groupBy(named, (name) => name);
  const agencies = theatre.outlets.filter(({ agency }) => agency).map(({ name }) => name);
  const own = family.flatMap(({ outlet }) => (outlet !== null && agencies.includes(outlet) ? outlet : []));
  const [credited] = [...credits.entries()].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const agency = credited?.[0] ?? own.sort()[0] ?? null;
  const first = family
    .filter(({ outlet }) => agency !== null && outlet === agency)
    .sort((a, b) => inOrder(a, b, theatre.timezone))[0];
  return { agency, report: first?.id ?? null };
};
