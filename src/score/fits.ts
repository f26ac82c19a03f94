// When a predicted record and a gold record agree, field by field (reading guide, Scoring).
// Invariant: a quote that is not the text at its offsets never agrees with anything.
import type { GoldClaim, GoldIncident } from '../model/gold.ts';
import type { PredictedClaim, PredictedQuote, PredictedReading, PredictedWhen } from './predicted.ts';

/** A gazetteer's row, as far as "a district and its own seat town are one place" needs it. */
export interface ScorePlace {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string;
}

export interface Ground {
  readonly places: ReadonlyMap<string, ScorePlace>;
  /** Compare without the doer, for theatres whose sides the gold names otherwise. */
  readonly noActor: boolean;
}

export const normalise = (words: unknown): string =>
  (Array.isArray(words) ? words.join(' and ') : String(words ?? ''))
    .normalize('NFKC')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .trim()
    .toLowerCase();

const fold = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

const isSeat = (town: ScorePlace, district: ScorePlace): boolean =>
  town.kind === 'town' &&
  district.kind === 'district' &&
  town.parent === district.id &&
  fold(town.name) === fold(district.name);

export const isSamePlace = (a: string, b: string, { places }: Ground): boolean => {
  if (a === b) return true;
  const [x, y] = [places.get(a), places.get(b)];
  return x !== undefined && y !== undefined && (isSeat(x, y) || isSeat(y, x));
};

export const quoteStands = (reading: PredictedReading, quote: PredictedQuote | null | undefined): boolean => {
  const text = reading.report?.text;
  if (!text || !quote || !Number.isInteger(quote.start) || quote.end <= quote.start) return false;
  return text.slice(quote.start, quote.end) === quote.text;
};

/** One holds the other, or half of the shorter one's words stand in the longer. */
export const quotesOverlap = (predicted: string | undefined, gold: string): boolean => {
  const [a, b] = [normalise(predicted), normalise(gold)];
  if (a === '' || b === '') return false;
  if (a.includes(b) || b.includes(a)) return true;
  const words = a.split(' ');
  const wanted = new Set(b.split(' '));
  return words.filter((word) => wanted.has(word)).length / Math.min(words.length, wanted.size) >= 0.5;
};

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Days by which an interval may miss, by the gold's precision. */
const SLACK = { day: 0, about: 3, week: 6, month: 15, unknown: 30 } as const;

const goldStretch = (gold: GoldClaim | GoldIncident): readonly (string | null | undefined)[] =>
  Array.isArray(gold.date)
    ? gold.date
    : [gold.dateFrom ?? gold.dateStart ?? (gold.date as string | null), gold.date as string | null];

/** Contains the gold day and is not wider than a week, or lies within the gold's interval and its slack. */
export const dateFits = (when: PredictedWhen | null | undefined, gold: GoldClaim | GoldIncident): boolean => {
  const [from, to] = goldStretch(gold);
  if (!from || !to) return true;
  if (!when?.earliest || !when.latest) return false;
  const slack = SLACK[gold.datePrecision ?? 'day'];
  const width = days(when.earliest, when.latest);
  if (from === to && slack === 0) return when.earliest <= from && from <= when.latest && width <= 6;
  const reaches = days(when.earliest, to) >= -slack && days(from, when.latest) >= -slack;
  return reaches && width <= Math.max(45, days(from, to) + 7);
};

interface Sided {
  readonly sides?: readonly string[] | null | undefined;
  readonly speakerSide?: string | readonly string[] | null | undefined;
}

export const sidesOf = ({ sides, speakerSide }: Sided): readonly string[] => {
  const given = sides ?? speakerSide;
  if (Array.isArray(given)) return given;
  return given ? [given as string] : ['unknown'];
};

export const sidesMeet = (a: Sided, b: Sided): boolean => sidesOf(a).some((side) => sidesOf(b).includes(side));

const placeIds = (gold: GoldClaim): readonly string[] =>
  [gold.placeId, ...(gold.placeIdAlso ?? gold.altPlaceIds ?? [])].filter((id): id is string => Boolean(id));

const placeFits = (claim: PredictedClaim, gold: GoldClaim, ground: Ground): boolean => {
  const ids = placeIds(gold);
  const id = claim.place?.id;
  if (ids.length === 0) return normalise(claim.place?.name) === normalise(gold.place);
  return ids.some((one) => Boolean(id) && isSamePlace(id ?? '', one, ground));
};

interface Proposition {
  readonly kind?: string | undefined;
  readonly actor?: string | null | undefined;
  readonly polarity?: string | undefined;
  readonly altKinds?: readonly string[] | undefined;
  readonly altActors?: readonly (string | null)[] | undefined;
}

const readsAs = (claim: PredictedClaim, gold: Proposition, { noActor }: Ground): boolean => {
  const actor = claim.actor ?? null;
  const isActor = noActor || actor === (gold.actor ?? null) || (gold.altActors ?? []).includes(actor);
  const isKind = claim.kind === gold.kind || (gold.altKinds ?? []).includes(claim.kind);
  return isKind && isActor && claim.polarity === gold.polarity;
};

/** The same place, kind, actor and polarity, or another whole reading that the gold accepts. */
export const isCore = (claim: PredictedClaim, gold: GoldClaim, ground: Ground): boolean => {
  if (!placeFits(claim, gold, ground)) return false;
  const others = (gold.accept ?? []).map((other) => ({ ...gold, altKinds: [], altActors: [], ...other }));
  return readsAs(claim, gold, ground) || others.some((other) => readsAs(claim, other, ground));
};

/** What strict asks beyond core. */
export const STRICT = {
  modality: (claim: PredictedClaim, gold: GoldClaim): boolean =>
    claim.modality === gold.modality ||
    (gold.altModalities ?? []).includes(claim.modality ?? '') ||
    (gold.accept ?? []).some((other) => other.modality === claim.modality),
  date: (claim: PredictedClaim, gold: GoldClaim): boolean => dateFits(claim.when, gold),
  side: (claim: PredictedClaim, gold: GoldClaim): boolean =>
    sidesMeet(claim, gold) || sidesOf(claim).some((side) => (gold.altSides ?? []).includes(side)),
};
export type StrictField = keyof typeof STRICT;
export const STRICT_FIELDS: readonly StrictField[] = ['modality', 'date', 'side'];

/** Two gold records that say one thing twice, such as a headline and its sentence. */
export const isRestated = (a: GoldClaim, b: GoldClaim, ground: Ground): boolean =>
  placeIds(a).some((x) => placeIds(b).some((y) => isSamePlace(x, y, ground))) &&
  a.kind === b.kind &&
  (a.actor ?? null) === (b.actor ?? null) &&
  a.polarity === b.polarity &&
  a.modality === b.modality &&
  sidesMeet(a, b);

/** How well a core pair agrees beyond the core: the best pairs are made first. */
export const closeness = (claim: PredictedClaim, gold: GoldClaim): number =>
  STRICT_FIELDS.filter((field) => STRICT[field](claim, gold)).length * 4 +
  (quotesOverlap(claim.quote?.text, gold.quote) ? 3 : 0) +
  (claim.scope === gold.scope ? 2 : 0) +
  (normalise(claim.speaker) === normalise(gold.speaker) ? 1 : 0);
