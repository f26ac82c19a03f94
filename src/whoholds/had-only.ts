// Where a cell would stand had only a copy been read, in place of its whole family: what a dropped sentence cost.
// Invariant: told only where it moves the answer, and only of copies that could be read by the moment asked about.
import type { Ledger } from '../ledger/ledger.ts';
import type { Assessment, Evidence } from '../model/control.ts';
import type { FamilyEdge, ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import type { HadOnly } from './contract.ts';
import { type Dropped, droppedBy } from './dropped-sentences.ts';
import { indexReports, type ReportIndex } from './gather-evidence.ts';
import { type Change, type Looked, moveBetween } from './what-if.ts';

interface Known {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
  readonly asOf: Instant | null;
  readonly seq: number;
}

interface Copy {
  readonly report: ReportId;
  readonly family: string;
  readonly dropped: readonly Dropped[];
}

/** Of a family, one member's own claims; all else as it is. */
const keepOnly =
  ({ report, family }: Pick<Copy, 'report' | 'family'>): Change =>
  (evidence) => {
    const rest = evidence.filter((one) => one.report.family !== family || one.report.id === report);
    return rest.length === evidence.length ? null : rest;
  };

const groupByReport = (evidence: readonly Evidence[]): ReadonlyMap<ReportId, readonly Evidence[]> =>
  Map.groupBy(evidence, ({ report }) => report.id);

/** Sentences with a claim on the cell that the copy lacks. */
const missedBy = (report: ReportId, edges: readonly FamilyEdge[], told: ReturnType<typeof groupByReport>) =>
  droppedBy(report, edges, (of) => (told.get(of) ?? []).map(({ claim }) => claim)).flatMap(({ of, sentences }) => {
    const missed = sentences.filter(({ claims }) => claims.length > 0);
    return missed.length === 0 ? [] : [{ of, sentences: missed }];
  });

const isKnown = ({ reports }: ReportIndex, id: ReportId, asOf: Instant | null): boolean => {
  const known = reports.get(id)?.known;
  return known !== undefined && (asOf === null || known <= asOf);
};

const copiesIn = async ({ ledger, theatre, asOf, seq }: Known, evidence: readonly Evidence[]) => {
  const told = groupByReport(evidence);
  const edges = await ledger.familyEdges(seq, [...told.keys()]);
  const ids = [...new Set(edges.flatMap(({ report, of }) => [report, of]))];
  const index = await indexReports({ ledger, theatre }, seq, ids);
  const copies = [...new Set(edges.map(({ report }) => report))].sort().flatMap((report): Copy[] => {
    const dropped = missedBy(report, edges, told);
    const family = told.get(dropped[0]?.of ?? '')?.[0]?.report.family;
    return family === undefined || !isKnown(index, report, asOf) ? [] : [{ report, family, dropped }];
  });
  return { copies, index };
};

/** Each is one assessment more: of a story with hundreds of copies, those that lack most are tried. */
const MOST_TRIED = 20;

/** What its family weighs here without the copy's own sentences: so much can be lost with it. */
const atStake = ({ report, family }: Copy, { steps }: Assessment): number =>
  steps
    .filter(({ evidence }) => evidence.report.family === family && evidence.report.id !== report)
    .reduce((sum, { logOdds }) => sum + Math.abs(logOdds ?? 0), 0);

/** Copies with which alone the cell would stand otherwise, by their ids. */
export const findHadOnly = async (
  known: Known,
  { evidence, assessment, suppose }: Looked,
): Promise<readonly HadOnly[]> => {
  const { copies, index } = await copiesIn(known, evidence);
  const most = copies.toSorted((a, b) => atStake(b, assessment) - atStake(a, assessment)).slice(0, MOST_TRIED);
  const tried = most.sort((a, b) => (a.report < b.report ? -1 : 1));
  return tried.flatMap(({ report, family, dropped }): HadOnly[] => {
    const then = suppose(keepOnly({ report, family }));
    const move = then && moveBetween(assessment, then);
    if (!move) return [];
    const { outlet = null, url = null } = index.reports.get(report) ?? {};
    return [{ report: { id: report, outlet, url }, dropped, ...move.to }];
  });
};
