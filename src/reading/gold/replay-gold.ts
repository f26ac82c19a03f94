// The second reader: replays what a person read (gold), so that assessment can be judged apart from reading.
// Invariant: same types, same voices by the same rules, places as the person set them; text decides nothing here.
import type { AggregateClaim, Claim, Incident, Reading } from '../../model/claim.ts';
import type { GoldClaim, GoldRecord, GoldReference } from '../../model/gold.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Correction, Report } from '../../model/report.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { GoldGround } from './build-gold.ts';
import { buildGoldAggregates, buildGoldClaims, buildGoldIncidents } from './build-gold.ts';
import { findGoldQuote } from './gold-values.ts';

const READER = 'gold';

/** Claims by file and index, with holes where a record was refused: what references point into. */
type Known = Map<string, readonly (Claim | null)[]>;

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

const acceptedOf = <T>(outcome: Outcome<T>): T | null => (outcome.ok ? outcome.value : null);

const isNamed = (gold: GoldClaim, words: string): boolean => `${gold.place} ${gold.kind} by ${gold.actor}` === words;

const targetOf = (to: GoldReference | null | undefined, gold: GoldRecord, known: Known): Claim | null => {
  if (to === null || to === undefined) return null;
  if (typeof to === 'object') return known.get(to.file)?.[to.index] ?? null;
  const index = typeof to === 'number' ? to : gold.claims.findIndex((claim) => isNamed(claim, to));
  return known.get(gold.file)?.[index] ?? null;
};

const linkClaims = (claims: readonly (Claim | null)[], gold: GoldRecord, known: Known): readonly Claim[] =>
  claims.flatMap((claim, index) => {
    if (claim === null) return [];
    return [{ ...claim, answers: targetOf(gold.claims[index]?.answers, gold, known)?.id ?? null }];
  });

const linkAggregates = (aggregates: readonly (AggregateClaim | null)[], gold: GoldRecord): readonly AggregateClaim[] =>
  aggregates.flatMap((aggregate, index) => {
    const to = gold.aggregates[index]?.answers;
    const answers = typeof to === 'number' ? (aggregates[to]?.id ?? null) : null;
    return aggregate === null ? [] : [{ ...aggregate, answers }];
  });

const linkIncidents = (incidents: readonly (Incident | null)[], gold: GoldRecord): readonly Incident[] =>
  incidents.flatMap((incident, index) => {
    const to = gold.incidents[index]?.sameEvent;
    const sameEvent = typeof to === 'number' ? (incidents[to]?.id ?? null) : null;
    return incident === null ? [] : [{ ...incident, sameEvent }];
  });

const corrected = (claim: Claim | null): Correction['of'] =>
  claim === null ? null : { place: claim.place.id ?? claim.place.name, kind: claim.kind, date: claim.when.latest };

/** Corrections of other reports, and claims that take back an earlier one of the same live report. */
const findGoldCorrections = ({ gold, report }: GoldGround, known: Known): readonly Correction[] => {
  const own = gold.claims.flatMap((claim) =>
    claim.corrects === undefined || claim.corrects === null
      ? []
      : [{ of: claim.corrects, text: claim.quote, quote: claim.quote }],
  );
  return [...gold.corrections, ...own].flatMap(({ of, text, quote }) => {
    const found = findGoldQuote(report.text, { quote });
    const claim = targetOf(of, gold, known);
    return found === null ? [] : [{ quote: found, of: corrected(claim), text, claim: claim?.id ?? null }];
  });
};

const emptyReading = (report: Report): Reading => ({
  report: report.id,
  reader: READER,
  claims: [],
  aggregates: [],
  incidents: [],
  corrections: [],
  notes: [{ code: 'no-gold', message: `No gold record of this theatre names the file ${report.file}.`, span: null }],
  refusals: [],
  marks: { dates: [], places: [], speakers: [] },
  trace: [],
});

const replay = (ground: GoldGround, known: Known): Reading => {
  const claims = buildGoldClaims(ground);
  const aggregates = buildGoldAggregates(ground);
  const incidents = buildGoldIncidents(ground);
  known.set(ground.gold.file, claims.map(acceptedOf));
  const refusals = [...claims, ...aggregates, ...incidents].flatMap((one) => (one.ok ? [] : [one.refusal]));
  return {
    ...emptyReading(ground.report),
    claims: linkClaims(claims.map(acceptedOf), ground.gold, known),
    aggregates: linkAggregates(aggregates.map(acceptedOf), ground.gold),
    incidents: linkIncidents(incidents.map(acceptedOf), ground.gold),
    corrections: findGoldCorrections(ground, known),
    notes: [],
    refusals,
  };
};

/**
 * A `Reader` that replays gold, matched by file name. A report without a record of this theatre reads as empty, with the
 * note `no-gold`. References to another report's claims are followed where that report was read before by this reader;
 * `readGold` reads all twice, so that the order does not matter.
 */
export const readerOfGold = (gold: readonly GoldRecord[]): ((report: Report, theatre: Theatre) => Reading) => {
  const records = new Map(gold.map((record) => [fileName(record.file), record]));
  const known: Known = new Map();
  return (report, theatre) => {
    const record = records.get(fileName(report.file));
    if (!record || (record.theatre !== undefined && record.theatre !== theatre.id && !theatre.open)) {
      return emptyReading(report);
    }
    return replay({ gold: record, report, theatre }, known);
  };
};

/** All reports by gold, with every reference between reports followed, in whatever order they come. */
export const readGold = (
  reports: readonly Report[],
  gold: readonly GoldRecord[],
  theatre: Theatre,
): readonly Reading[] => {
  const reader = readerOfGold(gold);
  for (const report of reports) reader(report, theatre);
  return reports.map((report) => reader(report, theatre));
};
