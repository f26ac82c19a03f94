// Two numbers that answer each other, side by side: whether they are of one proposition, and in what they differ (section 10).
// Invariant: predicate, unit, place and time decide; another whole is told beside them and never converted.
import type { AggregateClaim } from '../model/claim.ts';
import type { Beside, Difference, Proposition } from '../model/reconciliation.ts';
import { isChange, takerOf, UNIT_KINDS } from './counted-propositions.ts';
import { campOf, type Ground } from './ground.ts';

/** A number with what it says of each place; null where the ledger cannot answer it. */
export interface Compared {
  readonly aggregate: AggregateClaim;
  readonly proposition: Proposition | null;
}

/** "The Reds have taken 29" and "the Council has lost 11" count the same changes. */
const predicateOf = (ground: Ground, { aggregate, proposition }: Compared): string => {
  if (proposition === null) return JSON.stringify([aggregate.kind, aggregate.predicate, aggregate.actor]);
  const taker = takerOf(ground, proposition);
  const measure = proposition.measure === 'lost' && taker !== null ? 'seized' : proposition.measure;
  return JSON.stringify([measure, taker === null ? null : campOf(ground, taker)]);
};

const unitOf = ({ aggregate }: Compared): string => UNIT_KINDS.get(aggregate.unit) ?? aggregate.unit;

const placeOf = ({ aggregate }: Compared): string => aggregate.within.toSorted().join(' ');

const sameTime = (a: Compared, b: Compared): boolean => {
  const [one, other] = [a.proposition, b.proposition];
  if (one === null || other === null) {
    return a.aggregate.when.latest === b.aggregate.when.latest && a.aggregate.since === b.aggregate.since;
  }
  if (one.until !== other.until) return false;
  if (!isChange(one.measure) || !isChange(other.measure)) return true;
  return one.startTold === other.startTold && one.from === other.from;
};

const sameWhole = (a: Compared, b: Compared): boolean => {
  const [one, other] = [a.aggregate.of, b.aggregate.of];
  return one === null || other === null || one === other;
};

const differencesOf = (ground: Ground, a: Compared, b: Compared): readonly Difference[] => {
  const same: Readonly<Record<Difference, boolean>> = {
    predicate: predicateOf(ground, a) === predicateOf(ground, b),
    unit: unitOf(a) === unitOf(b),
    place: placeOf(a) === placeOf(b),
    time: sameTime(a, b),
    denominator: sameWhole(a, b),
  };
  return (Object.keys(same) as Difference[]).filter((part) => !same[part]);
};

const besideOf = (ground: Ground, own: Compared, other: Compared): Omit<Beside, 'direction'> => {
  const differs = differencesOf(ground, own, other);
  const sameProposition = differs.every((part) => part === 'denominator');
  return { aggregate: other.aggregate.id, sameProposition, differs };
};

/** What each number answers and what answers it. */
export const findBeside = (ground: Ground, all: readonly Compared[]): ((own: Compared) => readonly Beside[]) => {
  const byId = new Map(all.map((one) => [one.aggregate.id, one]));
  const answering = Map.groupBy(all, ({ aggregate }) => aggregate.answers);
  return (own) => {
    const answered = byId.get(own.aggregate.answers ?? '');
    const back = answering.get(own.aggregate.id) ?? [];
    return [
      ...(answered === undefined ? [] : [{ ...besideOf(ground, own, answered), direction: 'answers' as const }]),
      ...back.map((other) => ({ ...besideOf(ground, own, other), direction: 'answered-by' as const })),
    ];
  };
};
