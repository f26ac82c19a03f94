// The stage `places`: words become places of the gazetteer, or keep their candidates and a refusal that says why.
// Invariant: pure; nothing but place, scope of a bare name, refusals and trace changes, and ids stay as the reader gave them.
import type { Reading, Scope, TraceLine, UnplacedReading } from '../model/claim.ts';
import type { Refusal } from '../model/outcome.ts';
import type { PlaceId } from '../model/place.ts';
import type { Theatre } from '../model/theatre.ts';
import { scopeOfKind } from './kind-order.ts';
import {
  type Asked,
  asWritten,
  candidatesFor,
  type Elsewhere,
  type Placed,
  placeMention,
  same,
  spelled,
} from './place-mention.ts';
import { GUESSED_SCOPES, rankCandidates, SURE_RULES } from './rank-candidates.ts';

/** What the report's own words settle, by name, for the rule "as elsewhere in the report". */
const settledNames = (mentions: readonly Asked[], { gazetteer }: Theatre): Elsewhere['settled'] => {
  const settled = new Map<string, readonly PlaceId[]>();
  for (const { mention, scope } of mentions) {
    const candidates = candidatesFor(mention, gazetteer);
    const question = { context: mention.context, scope, gazetteer, elsewhere: [], inFull: [] };
    const { left } = rankCandidates(candidates, question, SURE_RULES);
    if (left.length === 0 || left.length === candidates.length || same(left.map((one) => one.province)) === null)
      continue;
    settled.set(spelled(mention), [...(settled.get(spelled(mention)) ?? []), ...left.map(({ id }) => id)]);
  }
  return settled;
};

/** The names that only one place bears: a shorter one that begins them may stand for the same place. */
const fullNames = (mentions: readonly Asked[]): Elsewhere['full'] =>
  new Map(
    mentions.flatMap(({ mention }) => {
      const [id, second] = mention.candidates;
      return id === undefined || second !== undefined ? [] : [[spelled(mention), id] as const];
    }),
  );

/** A bare name's claim is about what the name turned out to be: a city, a crossing. Words that say a part of it stay. */
const scopeOf = ({ mention, scope, place }: Placed): Scope => {
  if (scope === null) return 'district';
  const guessed = mention.context.kindWord === null && GUESSED_SCOPES.includes(scope);
  return guessed && place.kind !== null ? scopeOfKind(place.kind) : scope;
};

const distinct = (refusals: readonly Refusal[]): readonly Refusal[] => {
  const seen = new Set<string>();
  return refusals.filter(({ code, span }) => {
    const key = `${code} ${span?.start} ${span?.end}`;
    return !seen.has(key) && seen.add(key);
  });
};

const traceOf = ({ mention, place }: Placed): TraceLine => ({
  pass: 'places',
  span: mention.span,
  says: `${asWritten(mention.text)} → ${place.id ?? (place.candidates.join(' or ') || 'no place')} (${place.reason})`,
});

const askedOf = ({ claims, incidents }: UnplacedReading): readonly Asked[] => [
  ...claims.map(({ place, scope }) => ({ mention: place, scope })),
  ...incidents.flatMap(({ place }) => (place === null ? [] : [{ mention: place, scope: null }])),
];

/** Nothing in it has a place. */
const isPlaced = (reading: UnplacedReading | Reading): reading is Reading =>
  reading.claims.length === 0 && reading.incidents.length === 0;

/**
 * Gives every claim and incident of a reading its place (reading guide, judgement calls 7 and 8). A name that cannot be told
 * apart, or that the gazetteer does not have, keeps its words with `id: null`, its candidates, and a refusal.
 */
export const placeReading = (reading: UnplacedReading, theatre: Theatre): Reading => {
  if (isPlaced(reading)) return reading;
  const asked = askedOf(reading);
  const setting = {
    theatre,
    report: reading.report,
    elsewhere: { settled: settledNames(asked, theatre), full: fullNames(asked) },
  };
  const claims = reading.claims.map((claim) => ({
    claim,
    placed: placeMention({ mention: claim.place, scope: claim.scope }, setting),
  }));
  const incidents = reading.incidents.map((incident) => ({
    incident,
    placed: incident.place === null ? null : placeMention({ mention: incident.place, scope: null }, setting),
  }));
  const placed = [...claims, ...incidents].flatMap((one) => one.placed ?? []);
  const { report, reader, aggregates, corrections, notes } = reading;
  return {
    ...{ report, reader, aggregates, corrections, notes },
    get marks() {
      return reading.marks;
    },
    claims: claims.map(({ claim, placed }) => ({ ...claim, place: placed.place, scope: scopeOf(placed) })),
    incidents: incidents.map(({ incident, placed }) => ({ ...incident, place: placed?.place ?? null })),
    refusals: [...reading.refusals, ...distinct(placed.flatMap(({ refusal }) => refusal ?? []))],
    trace: [...reading.trace, ...placed.map(traceOf)],
  };
};
