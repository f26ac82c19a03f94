// Joins the ledger's claims with what is known of their reports: known time, family, origin, affiliation.
import { foldFamilies } from '../intake/fold-families.ts';
import { quotedRuns } from '../intake/shingles.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerRecord, ReportHead } from '../ledger/records.ts';
import type { SpeakerSide } from '../model/actor.ts';
import type { AnswerEdge, Judgement } from '../model/answer.ts';
import type { ClaimId } from '../model/claim.ts';
import type { Evidence } from '../model/control.ts';
import { personName } from '../model/person.ts';
import type { PlaceId } from '../model/place.ts';
import type { ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import { datedByFamily, type FamilyBounds, isUndated } from './bound-by-family.ts';
import { foldHistory, type Tie } from './family-history.ts';
import { knownTime } from './known-time.ts';

type ReportSide = Evidence['report'];

const LONG_PAST = '1970-01-01T00:00:00.000Z' as Instant;

const affiliations = (theatre: Theatre): ReadonlyMap<string, SpeakerSide | null> =>
  new Map(
    theatre.outlets.flatMap((outlet) => [outlet.name, ...outlet.names].map((name) => [name, outlet.affiliation])),
  );

/** What is known of some reports (without `ids`, of all) as of one state of the ledger. */
export interface ReportIndex {
  readonly reports: ReadonlyMap<ReportId, ReportSide>;
  readonly copyOf: ReadonlyMap<ReportId, ReportId>;
}

/** Families as they were read: a person's act is of its own day, and must not change what was known before it. */
export const readFamilies = (ties: readonly Tie[]): ReadonlyMap<ReportId, string> =>
  foldFamilies(ties.filter(({ known }) => known === null).map(({ value }) => value));

/** When undated reports were out by their families, whose other members may have to be looked up. */
const familyDatings = async (
  { ledger, theatre, seq }: { readonly ledger: Ledger; readonly theatre: Theatre; readonly seq: number },
  heads: readonly ReportHead[],
  families: ReadonlyMap<ReportId, string>,
): Promise<ReadonlyMap<ReportId, FamilyBounds>> => {
  const open = new Set(heads.filter(isUndated).flatMap(({ id }) => families.get(id) ?? []));
  if (open.size === 0) return new Map();
  const known = new Set(heads.map(({ id }) => id));
  const missing = [...families].filter(([id, family]) => open.has(family) && !known.has(id)).map(([id]) => id);
  const others = missing.length === 0 ? [] : await ledger.reportHeads(missing, seq);
  return datedByFamily([...heads, ...others.map(({ report }) => report)], families, theatre.timezone);
};

export const indexReports = async (
  { ledger, theatre }: { ledger: Ledger; theatre: Theatre },
  seq: number,
  ids?: readonly ReportId[],
): Promise<ReportIndex> => {
  const ties = await ledger.familyTies(seq, ids);
  const { now, before } = foldHistory(ties);
  const affiliation = affiliations(theatre);
  const heads = await ledger.reportHeads(ids, seq);
  const datings = await familyDatings(
    { ledger, theatre, seq },
    heads.map(({ report }) => report),
    readFamilies(ties),
  );
  const sideOf = (head: ReportHead): ReportSide => {
    const dating = datings.get(head.id);
    return {
      id: head.id,
      outlet: head.outlet,
      url: head.url,
      published: dating?.published ?? head.published,
      publishedAt: head.publishedAt,
      known: dating?.known ?? knownTime(head, theatre.timezone, LONG_PAST),
      family: now.get(head.id) ?? head.id,
      familyBefore: before.get(head.id) ?? [],
      agency: head.agency,
      affiliation: affiliation.get(head.outlet ?? '') ?? null,
    };
  };
  return {
    reports: new Map(heads.map(({ report }) => [report.id, sideOf(report)])),
    copyOf: new Map(ties.flatMap(({ value, retracted }) => (retracted === null ? [[value.report, value.of]] : []))),
  };
};

interface JudgedDenial {
  readonly denial: ClaimId;
  readonly judgement: Judgement;
}

const judgementOf = ({ value, by, reason, known, seq, retracted }: LedgerRecord<AnswerEdge>): JudgedDenial => {
  const { denial, claim, sameProposition } = value;
  const judgement = { claim, sameProposition, by: personName(by), reason: reason ?? '', seq, retracted };
  return { denial, judgement: { ...judgement, known: known ?? LONG_PAST } };
};

export type EvidenceByPlace = ReadonlyMap<PlaceId, readonly Evidence[]>;

/** Evidence by place, of some places (null: of the whole theatre), in one state of the ledger. */
export const gatherEvidence = async (
  where: { ledger: Ledger; theatre: Theatre },
  seq: number,
  places: readonly PlaceId[] | null,
): Promise<EvidenceByPlace> => {
  const rows = await where.ledger.claimsOf({ seq, ...(places === null ? {} : { places }) });
  const ids = places === null ? undefined : [...new Set(rows.map((row) => row.report))];
  const { reports } = await indexReports(where, seq, ids);
  const answers = Map.groupBy((await where.ledger.answers(seq, ids)).map(judgementOf), ({ denial }) => denial);
  const evidence = rows.flatMap(({ claim, report, seq: entered, known, retracted }): Evidence[] => {
    const side = reports.get(report);
    if (side === undefined) return [];
    const judged = (answers.get(claim.id) ?? []).map(({ judgement }) => judgement);
    const quoted = quotedRuns(claim.quote.text);
    const later = known !== null && known > side.known ? known : null;
    return [{ claim, report: side, quoted, known: later, judged, seq: entered, retracted }];
  });
  return Map.groupBy(evidence, ({ claim }) => claim.place.id ?? '');
};
