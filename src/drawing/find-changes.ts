// What differs between two moments, cell by cell, in groups: gained and lost by the counted side, changed hands twice, newly
// known, and cells of which only the status changed. Pure. Invariant: each cell is in one group; unchanged cells in none.
import { type Day, daysBetween } from '../model/time.ts';
import type { ControlCell } from './cell.ts';

export const GROUPS = ['gained', 'lost', 'twice', 'hands', 'known', 'status'] as const;
export type Group = (typeof GROUPS)[number];

export interface Moment {
  readonly on: Day;
  /** A day (its end) or an instant; null: everything known. */
  readonly asOf: string | null;
}

/** The earlier and the later of two moments; of one day, the one that knew less and the one that knows more. */
export const inOrder = (one: Moment, other: Moment): readonly [earlier: Moment, later: Moment] => {
  if (one.on !== other.on) return one.on < other.on ? [one, other] : [other, one];
  const isLater = one.asOf === null || (other.asOf !== null && one.asOf > other.asOf);
  return isLater ? [other, one] : [one, other];
};

type Comparable = Pick<ControlCell, 'holder' | 'status' | 'flags'>;

export interface Changed<T> {
  readonly group: Group;
  /** Null: nobody had spoken of it, or nobody speaks of it any more. */
  readonly before: T | null;
  readonly after: T | null;
}

export interface Compared<T> {
  readonly earlier: Moment;
  readonly later: Moment;
  readonly changed: readonly Changed<T>[];
}

export interface Comparing<T> {
  readonly earlier: Moment;
  readonly later: Moment;
  /** The cells of the earlier moment and of the later one. */
  readonly before: readonly T[];
  readonly after: readonly T[];
  /** The earlier day as it was known on that very day; null where one day is compared with itself. */
  readonly knownThen: readonly T[] | null;
  /** Every change from the theatre's first day to the later day, by the cell's key. */
  readonly holdings: ReadonlyMap<string, readonly { readonly from: Day; readonly holder: string | null }[]>;
  /** Whose gains and losses are told. */
  readonly counted: string | null;
}

/** Nobody spoke of it, or nothing follows from what was said: the baseline is no news. */
const isSilent = (cell: Comparable | null): cell is null =>
  cell === null || (cell.status === 'undetermined' && cell.holder !== 'none' && !cell.flags.includes('stale'));

const isAlike = (a: Comparable | null, b: Comparable | null): boolean =>
  isSilent(a) || isSilent(b) ? isSilent(a) && isSilent(b) : a.holder === b.holder && a.status === b.status;

type Hand = string | null;

/** Who had it last by a day: a quarrel takes it out of nobody's hand. */
const handsOf = (
  holdings: readonly { readonly from: Day; readonly holder: Hand }[],
  [from, until]: readonly [Day, Day],
): { was: Hand; is: Hand; turns: number } => {
  let [was, is, turns]: [Hand, Hand, number] = [null, null, 0];
  for (const { from: day, holder } of holdings) {
    if (holder === null || daysBetween(day, until) < 0) continue;
    if (daysBetween(day, from) >= 0) was = holder;
    else if (is !== null && is !== holder) turns += 1;
    is = holder;
  }
  return { was, is, turns };
};

const groupOfHands = ({ was, is, turns }: ReturnType<typeof handsOf>, counted: string | null): Group | null => {
  if (turns > 1) return 'twice';
  if (was === is) return null;
  return is === counted ? 'gained' : was === counted ? 'lost' : 'hands';
};

interface Pair<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** One day as known at two moments: what nobody had said then is newly known. */
const groupOfKnown = ({ before, after }: Pair<Comparable>, counted: string | null): Group | null => {
  if (isAlike(before, after)) return null;
  if (isSilent(before)) return 'known';
  const [was, is] = [before.holder, after?.holder ?? null];
  if (was === is || was === null || is === null) return is === counted && is !== was ? 'gained' : 'status';
  return groupOfHands({ was, is, turns: 1 }, counted);
};

/** All cells that differ, in the order of the groups. `keyOf` tells one cell (place and scope) from another. */
export const findChanges = <T extends Comparable>(
  asked: Comparing<T>,
  keyOf: (cell: T) => string,
): readonly Changed<T>[] => {
  const { earlier, later, counted, holdings } = asked;
  const byKey = (cells: readonly T[]): ReadonlyMap<string, T> => new Map(cells.map((cell) => [keyOf(cell), cell]));
  const [before, after] = [byKey(asked.before), byKey(asked.after)];
  const knownThen = asked.knownThen === null ? null : byKey(asked.knownThen);
  const groupOf = (key: string, pair: Pair<T>): Group | null => {
    if (earlier.on === later.on) return groupOfKnown(pair, counted);
    const told = holdings.get(key);
    const hands = told === undefined ? null : groupOfHands(handsOf(told, [earlier.on, later.on]), counted);
    if (hands !== null) return hands;
    if (!isAlike(pair.before, pair.after)) return 'status';
    return knownThen === null || isAlike(knownThen.get(key) ?? null, pair.before) ? null : 'known';
  };
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Changed<T>[] => {
    const pair = { before: before.get(key) ?? null, after: after.get(key) ?? null };
    const group = groupOf(key, pair);
    return group === null ? [] : [{ group, ...pair }];
  });
  return changed.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
};

export const countOf = (changed: readonly Pick<Changed<unknown>, 'group'>[], group: Group): number =>
  changed.filter((one) => one.group === group).length;
