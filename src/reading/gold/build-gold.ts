// One gold record's claims, aggregates and incidents as the house keeps them.
// Invariant: what does not fit the report or the theatre becomes a refusal `gold-mismatch`, and nothing else is dropped.
import type { AggregateClaim, Claim, Incident } from '../../model/claim.ts';
import { claimId } from '../../model/claim.ts';
import type { GoldAggregate, GoldClaim, GoldIncident, GoldRecord } from '../../model/gold.ts';
import type { Outcome, Refusal } from '../../model/outcome.ts';
import { done, refused } from '../../model/outcome.ts';
import type { Report } from '../../model/report.ts';
import type { Quote } from '../../model/text.ts';
import { contentId } from '../../model/text.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { When } from '../../model/time.ts';
import { onDay } from '../../model/time.ts';
import { aggregateId, incidentId } from '../record-ids.ts';
import {
  findGoldQuote,
  firstDayOf,
  firstOf,
  goldPlace,
  goldPlaceSpan,
  goldSpeaker,
  goldWhen,
  lastDayOf,
} from './gold-values.ts';

export interface GoldGround {
  readonly gold: GoldRecord;
  readonly report: Report;
  readonly theatre: Theatre;
}

const mismatch = ({ report }: GoldGround, reason: string, expected: readonly string[]): Refusal => ({
  code: 'gold-mismatch',
  stage: 'reading',
  reason,
  report: report.id,
  file: report.file,
  span: null,
  expected,
});

const noQuote = (ground: GoldGround, quote: string): Outcome<never> =>
  refused(mismatch(ground, `The quote "${quote}" does not stand in the report.`, ['the exact characters of the text']));

const noPlace = (ground: GoldGround, id: string): Outcome<never> =>
  refused(mismatch(ground, `The place "${id}" is not in the gazetteer.`, ['an id of the theatre’s gazetteer']));

/** Two records may differ in their place alone, which an id does not name; the later one then takes the place in. */
const uniqueId = (id: string, place: string | null, taken: ReadonlySet<string>): string =>
  taken.has(id) ? contentId('clm', [id, place]) : id;

const claimFrom = (gold: GoldClaim, quote: Quote, ground: GoldGround): Omit<Claim, 'id'> | null => {
  const { report, theatre } = ground;
  const place = goldPlace(gold.placeId, gold.place, { theatre, candidates: gold.candidates ?? [] });
  if (place === null) return null;
  const { scope, kind, actor, polarity, modality } = gold;
  return {
    report: report.id,
    place,
    placeSpan: goldPlaceSpan(report, gold.place, quote),
    ...{ scope, kind, actor, polarity, modality },
    when: goldWhen(gold),
    by: goldSpeaker(gold, theatre),
    quote,
    answers: null,
    to: gold.to ?? null,
    force: gold.force ?? null,
    deadline: deadlineOf(gold.by),
    partial: gold.partial ?? false,
    tactical: gold.flag === 'tacticalRetreatClaimed',
    reading: 1,
    reader: 'gold',
  };
};

const deadlineOf = (by: string | null | undefined): When | null => {
  const day = lastDayOf(by);
  return day === null ? null : onDay(day, 'stated');
};

/** Claims in the order of the file, each with its index there; `answers` are joined by the caller. */
export const buildGoldClaims = (ground: GoldGround): readonly Outcome<Claim>[] => {
  const taken = new Set<string>();
  return ground.gold.claims.map((gold) => {
    const quote = findGoldQuote(ground.report.text, gold);
    if (quote === null) return noQuote(ground, gold.quote);
    const claim = claimFrom(gold, quote, ground);
    if (claim === null) return noPlace(ground, gold.placeId ?? '');
    const id = uniqueId(claimId(claim), claim.place.id ?? claim.place.name, taken);
    taken.add(id);
    return done({ id, ...claim });
  });
};

/** "on" a day, "since" a day up to the report, else the report's day. */
const aggregateWhen = (gold: GoldAggregate, published: When): When => {
  const on = firstDayOf(gold.on);
  if (on !== null) return { earliest: on, latest: lastDayOf(gold.on), precision: 'day', basis: 'stated' };
  const since = firstDayOf(gold.since);
  if (since !== null) return { earliest: since, latest: published.latest, precision: 'about', basis: 'stated' };
  return { ...published, basis: 'implied' };
};

/** Its one place, else its provinces by name. */
const goldWithin = ({ placeId, provinces }: GoldAggregate, { gazetteer }: Theatre): AggregateClaim['within'] => {
  if (placeId) return gazetteer.get(placeId) === null ? [] : [placeId];
  const isNamed = (name: string): boolean => (provinces ?? []).includes(name);
  return gazetteer.all().flatMap(({ id, kind, name }) => (kind === 'province' && isNamed(name) ? [id] : []));
};

const aggregateFrom = (gold: GoldAggregate, quote: Quote, { report, theatre }: GoldGround): AggregateClaim => {
  const aggregate: Omit<AggregateClaim, 'id'> = {
    report: report.id,
    count: gold.count,
    comparator: gold.comparator ?? null,
    fraction: gold.fraction ?? null,
    of: typeof gold.of === 'number' ? gold.of : null,
    unit: gold.unit,
    within: goldWithin(gold, theatre),
    kind: gold.kind,
    actor: gold.actor ?? null,
    since: firstDayOf(gold.since),
    on: firstDayOf(gold.on),
    until: lastDayOf(gold.by),
    predicate: gold.predicate ?? null,
    when: aggregateWhen(gold, report.published),
    polarity: gold.polarity,
    modality: gold.modality ?? 'actual',
    by: goldSpeaker(gold, theatre),
    quote,
    answers: null,
  };
  return { id: aggregateId(aggregate), ...aggregate };
};

export const buildGoldAggregates = (ground: GoldGround): readonly Outcome<AggregateClaim>[] =>
  ground.gold.aggregates.map((gold) => {
    const quote = findGoldQuote(ground.report.text, gold);
    return quote === null ? noQuote(ground, gold.quote) : done(aggregateFrom(gold, quote, ground));
  });

const exactly = (count: number | null | undefined) =>
  count === null || count === undefined ? null : { low: count, high: count };

const incidentFrom = (gold: GoldIncident, quote: Quote, { report, theatre }: GoldGround): Incident => {
  const name = firstOf(gold.place);
  const incident: Omit<Incident, 'id'> = {
    report: report.id,
    type: gold.type,
    subtype: gold.subtype ?? null,
    actor: gold.actor ?? null,
    target: gold.target ?? null,
    place: name === null ? null : goldPlace(firstOf(gold.placeId), name, { theatre, candidates: [] }),
    when: gold.date === undefined ? { ...report.published, basis: 'implied' } : goldWhen(gold),
    polarity: gold.polarity ?? 'affirmed',
    modality: gold.modality ?? 'actual',
    fatalities: exactly(gold.fatalities),
    injuries: exactly(gold.injuries),
    by: goldSpeaker(gold, theatre),
    deniedBy: firstOf(gold.deniedBy),
    sameEvent: null,
    quote,
  };
  return { id: incidentId(incident), ...incident };
};

export const buildGoldIncidents = (ground: GoldGround): readonly Outcome<Incident>[] =>
  ground.gold.incidents.map((gold) => {
    const quote = findGoldQuote(ground.report.text, gold);
    return quote === null ? noQuote(ground, gold.quote) : done(incidentFrom(gold, quote, ground));
  });
