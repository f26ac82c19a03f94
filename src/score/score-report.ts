// Scores one report's reading against its gold: claims, aggregates, incidents, and each error in words.
import type { GoldAggregate, GoldClaim, GoldIncident, GoldRecord } from '../model/gold.ts';
import { type Admitted, admittedIn, NOTHING_ADMITTED } from './admitted.ts';
import {
  closeness,
  dateFits,
  type Ground,
  isCore,
  isRestated,
  isSamePlace,
  normalise,
  quoteStands,
  quotesOverlap,
  STRICT,
  STRICT_FIELDS,
  type StrictField,
  sidesMeet,
  sidesOf,
} from './fits.ts';
import { NOTHING, type Pairing, pairRecords, type Tally } from './pair.ts';
import type { PredictedAggregate, PredictedClaim, PredictedIncident, PredictedReading } from './predicted.ts';

export interface ReportScore {
  readonly core: Tally;
  readonly strict: Tally;
  readonly aggregates: Tally;
  readonly incidents: Tally;
  readonly byKind: ReadonlyMap<string, Tally>;
  /** Of each field: how often it was compared, and how often it agreed. */
  readonly fields: readonly (readonly [field: string, agrees: boolean])[];
  readonly badQuotes: number;
  readonly notUnderstood: Admitted;
  readonly errors: readonly string[];
}

type ClaimPairing = Pairing<PredictedClaim, GoldClaim>;

/** What remains when records that only say again what is paired count neither for nor against. */
export interface Counted {
  readonly pairs: ClaimPairing['pairs'];
  readonly predicted: readonly PredictedClaim[];
  readonly gold: readonly GoldClaim[];
  readonly extra: readonly PredictedClaim[];
  readonly missed: readonly GoldClaim[];
}

/** The one-to-one pairing of a report's claims with its gold, by the core. */
export const pairClaims = (reading: PredictedReading, gold: GoldRecord, ground: Ground): Counted => {
  const core = (claim: PredictedClaim, of: GoldClaim) => quoteStands(reading, claim.quote) && isCore(claim, of, ground);
  const { pairs, extra, missed } = pairRecords(reading.claims, gold.claims, { fits: core, score: closeness });
  const paired = pairs.map(([, of]) => of);
  const isAgain = (claim: PredictedClaim) =>
    paired.some((of) => core(claim, of) && STRICT.modality(claim, of) && STRICT.side(claim, of));
  const isNotAsked = (of: GoldClaim) => of.optional || paired.some((other) => isRestated(of, other, ground));
  const spareClaims = new Set(extra.filter(isAgain));
  const spareGold = new Set(missed.filter(isNotAsked));
  return {
    pairs,
    predicted: reading.claims.filter((claim) => !spareClaims.has(claim)),
    gold: gold.claims.filter((of) => !spareGold.has(of)),
    extra: extra.filter((claim) => !spareClaims.has(claim)),
    missed: missed.filter((of) => !spareGold.has(of)),
  };
};

const contains = (a: unknown, b: unknown): boolean => {
  const [x, y] = [normalise(a), normalise(b)];
  return x.includes(y) || y.includes(x || '\u0000');
};

const fieldsOf = ([claim, gold]: ClaimPairing['pairs'][number]): ReportScore['fields'] => [
  ...STRICT_FIELDS.map((field) => [field, STRICT[field](claim, gold)] as const),
  ['scope', claim.scope === gold.scope || (gold.altScopes ?? []).includes(claim.scope ?? '')],
  ['quote', quotesOverlap(claim.quote?.text, gold.quote)],
  ...(gold.speaker
    ? [['speaker', [gold.speaker, ...(gold.altSpeakers ?? [])].some((one) => contains(claim.speaker, one))] as const]
    : []),
  ...(gold.via ? [['via', contains(claim.via, gold.via)] as const] : []),
  ...(gold.answers === undefined || gold.answers === null
    ? []
    : [['answers', claim.answers !== undefined && claim.answers !== null] as const]),
];

const isStrict = ([claim, gold]: ClaimPairing['pairs'][number]): boolean =>
  STRICT_FIELDS.every((field) => STRICT[field](claim, gold));

const tallyKinds = ({ pairs, predicted, gold }: Counted): ReadonlyMap<string, Tally> => {
  const kinds = new Map<string, Tally>();
  const add = (kind: string, field: keyof Tally) => {
    const tally = kinds.get(kind) ?? NOTHING;
    kinds.set(kind, { ...tally, [field]: tally[field] + 1 });
  };
  for (const of of gold) add(of.kind, 'gold');
  for (const claim of predicted) add(claim.kind, 'predicted');
  for (const [claim] of pairs) add(claim.kind, 'hit');
  return kinds;
};

const wordsOf = (claim: { polarity?: string | null | undefined; modality?: string | null | undefined; kind: string }) =>
  `${claim.polarity === 'denied' ? 'denied ' : ''}${claim.modality === 'actual' ? '' : `${claim.modality} `}${claim.kind}`;

const got = (claim: PredictedClaim, field: StrictField): unknown =>
  ({ modality: claim.modality, date: claim.when, side: sidesOf(claim) })[field];
const wanted = (gold: GoldClaim, field: StrictField): unknown =>
  ({ modality: gold.modality, date: gold.date, side: sidesOf(gold) })[field];

const claimErrors = (counted: Counted, reading: PredictedReading): readonly string[] => [
  ...counted.pairs.flatMap(([claim, gold]) =>
    STRICT_FIELDS.filter((field) => !STRICT[field](claim, gold)).map(
      (field) =>
        `${field} of ${gold.kind} ${gold.place}: got ${JSON.stringify(got(claim, field))}, gold ${JSON.stringify(wanted(gold, field))}`,
    ),
  ),
  ...counted.missed.map((gold) => `missed ${wordsOf(gold)} ${gold.place} by ${gold.actor}: "${gold.quote}"`),
  ...counted.extra.map(
    (claim) =>
      `extra ${wordsOf(claim)} ${claim.place?.name ?? '?'} (${claim.place?.id ?? '-'}) by ${claim.actor}: "${claim.quote?.text}"` +
      (quoteStands(reading, claim.quote) ? '' : ' [quote does not stand]'),
  ),
];

interface Loose {
  readonly quote?: { readonly text: string } | null | undefined;
  readonly actor?: string | null | undefined;
}
const looseCloseness = (p: Loose, g: { readonly quote: string; readonly actor?: string | null | undefined }): number =>
  (quotesOverlap(p.quote?.text, g.quote) ? 2 : 0) + ((p.actor ?? null) === (g.actor ?? null) ? 1 : 0);

const aggregateFits = (p: PredictedAggregate, g: GoldAggregate): boolean =>
  (p.count ?? null) === (g.count ?? null) &&
  ((g.count ?? null) !== null || (p.comparator ?? null) === (g.comparator ?? null)) &&
  p.unit === g.unit &&
  p.kind === g.kind &&
  sidesMeet(p, g);

const incidentFits = (p: PredictedIncident, g: GoldIncident, ground: Ground): boolean => {
  if (p.type !== g.type || (g.date && !dateFits(p.when, g))) return false;
  const ids = g.placeId ? [g.placeId].flat() : [];
  if (ids.length === 0 || !p.place) return true;
  const id = p.place.id;
  return ids.some((one) => id && isSamePlace(id, one, ground)) || normalise(p.place.name) === normalise(g.place);
};

interface Loosely {
  readonly tally: Tally;
  readonly errors: readonly string[];
}

const scoreAggregates = (reading: PredictedReading, gold: GoldRecord): Loosely => {
  const fits = (p: PredictedAggregate, g: GoldAggregate) => quoteStands(reading, p.quote) && aggregateFits(p, g);
  const { pairs, extra, missed } = pairRecords(reading.aggregates, gold.aggregates, { fits, score: looseCloseness });
  const asked = missed.filter((one) => !one.optional && !one.duplicate);
  return {
    tally: { predicted: reading.aggregates.length, gold: pairs.length + asked.length, hit: pairs.length },
    errors: [
      ...asked.map((one) => `missed aggregate ${one.count} ${one.unit} ${one.kind}: "${one.quote}"`),
      ...extra.map((one) => `extra aggregate ${one.count} ${one.unit} ${one.kind}: "${one.quote?.text}"`),
    ],
  };
};

const scoreIncidents = (reading: PredictedReading, gold: GoldRecord, ground: Ground): Loosely => {
  const fits = (p: PredictedIncident, g: GoldIncident) => quoteStands(reading, p.quote) && incidentFits(p, g, ground);
  const { pairs, extra, missed } = pairRecords(reading.incidents, gold.incidents, { fits, score: looseCloseness });
  const asked = missed.filter((one) => !one.optional && !one.duplicate);
  return {
    tally: { predicted: reading.incidents.length, gold: pairs.length + asked.length, hit: pairs.length },
    errors: [
      ...asked.map((one) => `missed incident ${one.type} ${one.place ?? ''}: "${one.quote}"`),
      ...extra.map((one) => `extra incident ${one.type} ${one.place?.name ?? ''}: "${one.quote?.text}"`),
    ],
  };
};

export const scoreReport = (reading: PredictedReading, gold: GoldRecord, ground: Ground): ReportScore => {
  const counted = pairClaims(reading, gold, ground);
  const aggregates = scoreAggregates(reading, gold);
  const incidents = scoreIncidents(reading, gold, ground);
  const core = { predicted: counted.predicted.length, gold: counted.gold.length, hit: counted.pairs.length };
  return {
    core,
    strict: { ...core, hit: counted.pairs.filter(isStrict).length },
    aggregates: aggregates.tally,
    incidents: incidents.tally,
    byKind: tallyKinds(counted),
    fields: counted.pairs.flatMap(fieldsOf),
    notUnderstood: admittedIn(reading, counted.missed),
    badQuotes: reading.claims.filter((claim) => !quoteStands(reading, claim.quote)).length,
    errors: [...claimErrors(counted, reading), ...aggregates.errors, ...incidents.errors].map(
      (error) => `${gold.file}: ${error}`,
    ),
  };
};

/** A report that nobody read: all its gold is missed. */
export const scoreAbsent = (gold: GoldRecord): ReportScore => {
  const missed = (records: readonly unknown[]): Tally => ({ ...NOTHING, gold: records.length });
  return {
    core: missed(gold.claims),
    strict: missed(gold.claims),
    aggregates: missed(gold.aggregates),
    incidents: missed(gold.incidents),
    byKind: new Map(),
    fields: [],
    badQuotes: 0,
    notUnderstood: { ...NOTHING_ADMITTED, silent: gold.claims.length },
    errors: [`${gold.file}: no reading`],
  };
};
