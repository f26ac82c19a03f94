// What a number about many places says of each of them: seized since a day, held on one, lost, contested (control-method 10).
// Invariant: works on kind, side, days and the meaning of qualifying words; two numbers with one proposition count the same thing.
import type { AggregateClaim } from '../model/claim.ts';
import type { PlaceKind } from '../model/place.ts';
import { MEASURES, type Measure, type Proposition, type Undecidable } from '../model/reconciliation.ts';
import { type Day, dayIn, type Instant } from '../model/time.ts';
import { type Ground, isParty, mainOpponent } from './ground.ts';

/** A number as it was said: when it could be known, and what its qualifying words mean. */
export interface AggregateSaid {
  readonly aggregate: AggregateClaim;
  readonly known: Instant;
  /** Null where it has no such words, or where nobody has said what they mean. */
  readonly meaning: Measure | null;
}

const MEASURES_BY_KIND: Readonly<Partial<Record<AggregateClaim['kind'], Measure>>> = {
  capture: 'seized',
  recapture: 'retaken',
  loss: 'lost',
  withdrawal: 'lost',
  surrender: 'lost',
  hold: 'held',
  entry: 'present',
  clash: 'contested',
};

/** Which kind of place each unit counts; a district by its centre's cell, a capital by its city's. */
export const UNIT_KINDS: ReadonlyMap<string, PlaceKind> = new Map([
  ['district', 'district'],
  ['centre', 'district'],
  ['capital', 'city'],
  ['city', 'city'],
  ['crossing', 'crossing'],
]);

const CHANGES: readonly Measure[] = ['seized', 'retaken', 'lost', 'changed-hands'];
const SIDELESS: readonly Measure[] = ['changed-hands', 'contested'];

/** A change within days, not a state on one. */
export const isChange = (measure: Measure): boolean => CHANGES.includes(measure);

const measureOf = ({ aggregate, meaning }: AggregateSaid): Measure | Undecidable => {
  const { kind, predicate, modality } = aggregate;
  if (kind === 'not-control') return 'not-control';
  if (modality === 'possible' || modality === 'planned') return 'not-actual';
  const measure = predicate === null ? MEASURES_BY_KIND[kind] : meaning;
  if (measure === undefined || measure === null) return 'unknown-predicate';
  // Seized or lost by whom is not said: it changed hands.
  return aggregate.actor === null && (measure === 'seized' || measure === 'lost') ? 'changed-hands' : measure;
};

type Times = Pick<Proposition, 'from' | 'until' | 'startTold'>;

/** The days of a change: since a day, on a day, within told days; else all the ledger's days. A state has its last day. */
const timesOf = (
  ground: Ground,
  { aggregate, known }: AggregateSaid,
  { measure, first }: { readonly measure: Measure; readonly first: Day },
): Times => {
  const { since, on, until: by, when } = aggregate;
  const until = on ?? by ?? when.latest ?? dayIn(known, ground.timezone);
  if (!isChange(measure)) return { from: until, until, startTold: true };
  const told = since ?? on ?? (when.basis === 'stated' ? when.earliest : null);
  if (told !== null) return { from: told < until ? told : until, until, startTold: true };
  return { from: first, until, startTold: false };
};

const isMeasure = (word: string): word is Measure => (MEASURES as readonly string[]).includes(word);

/** What it says of each place; else why the ledger cannot answer it. */
export const propositionOf = (ground: Ground, said: AggregateSaid): Proposition | Undecidable => {
  const { aggregate } = said;
  const measure = measureOf(said);
  if (!isMeasure(measure)) return measure;
  if (!UNIT_KINDS.has(aggregate.unit)) return 'unknown-unit';
  const side = SIDELESS.includes(measure) ? null : aggregate.actor;
  if (!SIDELESS.includes(measure) && (side === null || !isParty(ground, side))) return 'no-side';
  const first = ground.baselines[0]?.day;
  if (first === undefined) return 'no-model';
  const times = timesOf(ground, said, { measure, first });
  // What the first day is like is the baseline's assumption and nobody's evidence.
  if (times.until <= first) return 'before-the-ledger';
  return { measure, side, unit: aggregate.unit, within: aggregate.within, ...times };
};

/** A loss of the incumbent is a gain of its one challenger, and back (E13a): who has what the words count. */
export const takerOf = (ground: Ground, { measure, side }: Proposition): string | null =>
  measure === 'lost' && side !== null ? mainOpponent(ground, side) : side;
