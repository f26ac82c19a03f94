// The whole that a number is said to be of, against the lists that are known: "80 of 421" and whose 421.
// Invariant: a list is recognised by its count and unit alone, and no number is ever converted from one list to another.
import type { AggregateClaim } from '../model/claim.ts';
import type { DenominatorCheck } from '../model/reconciliation.ts';
import type { Denominator } from '../model/theatre.ts';

export interface Lists {
  readonly denominators: readonly Denominator[];
  /** How many such places the gazetteer has, where the number counts. */
  readonly gazetteer: number;
}

/** A centre stands for its district in every list. */
const unitOf = (unit: string): string => (unit === 'centre' ? 'district' : unit);

const listsOf = ({ unit }: AggregateClaim, { denominators }: Lists): readonly Denominator[] =>
  denominators.filter((list) => unitOf(list.unit) === unitOf(unit));

export const checkDenominator = (aggregate: AggregateClaim, lists: Lists): DenominatorCheck => {
  const stated = aggregate.of;
  const known = aggregate.within.length > 0 ? [] : listsOf(aggregate, lists).filter(({ count }) => count === stated);
  const own = stated === lists.gazetteer;
  const matches = stated === null ? null : own ? 'gazetteer' : known.length > 0 ? 'list' : 'none';
  return { stated, gazetteer: lists.gazetteer, lists: known, matches };
};

/** "17 of 28 districts" where every list has hundreds: of which part is not told. Half the least list is part enough. */
export const isOfUntoldPart = (aggregate: AggregateClaim, lists: Lists): boolean => {
  if (aggregate.of === null || aggregate.within.length > 0) return false;
  const least = Math.min(lists.gazetteer, ...listsOf(aggregate, lists).map(({ count }) => count));
  return aggregate.of < least / 2;
};
