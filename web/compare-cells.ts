// What differs between two moments, cell by cell, in groups: gained and lost by the counted side, changed hands twice, newly
// known, and cells of which only the status changed. Pure. Invariant: each cell is in one group; unchanged cells in none.
import { type Day, daysBetween } from '../src/model/time.ts';
import type { CellAnswer, HoldingsAnswer } from './answers.ts';
import type { Moment } from './compare-moments.ts';

export const GROUPS = ['gained', 'lost', 'twice', 'hands', 'known', 'status'] as const;
export type Group = (typeof GROUPS)[number];

export interface Changed {
  readonly group: Group;
  readonly place: CellAnswer['place'];
  readonly scope: CellAnswer['scope'];
  /** Null: nobody had spoken of it, or nobody speaks of it any more. */
  readonly before: CellAnswer | null;
  readonly after: CellAnswer | null;
}

export interface Compared {
  readonly earlier: Moment;
  readonly later: Moment;
  readonly changed: readonly Changed[];
}

export interface Comparable {
  readonly earlier: Moment;
  readonly later: Moment;
  /** The cells of the earlier moment and of the later one. */
  readonly before: readonly CellAnswer[];
  readonly after: readonly CellAnswer[];
  /** The earlier day as it was known on that very day; null where one day is compared with itself. */
  readonly knownThen: readonly CellAnswer[] | null;
  /** Every change from the theatre's first day to the later day. */
  readonly holdings: readonly HoldingsAnswer[];
  /** Whose gains and losses are told. */
  readonly counted: string | null;
}

const keyOf = ({ place, scope }: Pick<CellAnswer, 'place' | 'scope'>): string => `${place.id} ${scope}`;
const byKey = <T extends Pick<CellAnswer, 'place' | 'scope'>>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [keyOf(one), one]));

/** Nobody spoke of it, or nothing follows from what was said: the baseline is no news. */
const isSilent = (cell: CellAnswer | null): cell is null =>
  cell === null || (cell.status === 'undetermined' && cell.holder !== 'none' && !cell.flags.includes('stale'));

const isAlike = (a: CellAnswer | null, b: CellAnswer | null): boolean =>
  isSilent(a) || isSilent(b) ? isSilent(a) && isSilent(b) : a.holder === b.holder && a.status === b.status;

type Hand = string | null;

/** Who had it last by a day: a quarrel takes it out of nobody's hand. */
const handsOf = ({ holdings }: HoldingsAnswer, from: Day, until: Day): { was: Hand; is: Hand; turns: number } => {
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

interface Pair {
  readonly before: CellAnswer | null;
  readonly after: CellAnswer | null;
}

/** One day as known at two moments: what nobody had said then is newly known. */
const groupOfKnown = ({ before, after }: Pair, counted: string | null): Group | null => {
  if (isAlike(before, after)) return null;
  if (isSilent(before)) return 'known';
  const [was, is] = [before.holder, after?.holder ?? null];
  if (was === is || was === null || is === null) return is === counted && is !== was ? 'gained' : 'status';
  return groupOfHands({ was, is, turns: 1 }, counted);
};

/** All cells that differ, in the order of the groups, by province and name within. */
export const compareCells = (asked: Comparable): readonly Changed[] => {
  const { earlier, later, counted } = asked;
  const [before, after, holdings] = [byKey(asked.before), byKey(asked.after), byKey(asked.holdings)];
  const knownThen = asked.knownThen === null ? null : byKey(asked.knownThen);
  const groupOf = (key: string, pair: Pair): Group | null => {
    if (earlier.on === later.on) return groupOfKnown(pair, counted);
    const told = holdings.get(key);
    const hands = told === undefined ? null : groupOfHands(handsOf(told, earlier.on, later.on), counted);
    if (hands !== null) return hands;
    if (!isAlike(pair.before, pair.after)) return 'status';
    return knownThen === null || isAlike(knownThen.get(key) ?? null, pair.before) ? null : 'known';
  };
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Changed[] => {
    const pair: Pair = { before: before.get(key) ?? null, after: after.get(key) ?? null };
    const one = pair.after ?? pair.before;
    const group = groupOf(key, pair);
    return one === null || group === null ? [] : [{ group, place: one.place, scope: one.scope, ...pair }];
  });
  const order = ({ group }: Changed): number => GROUPS.indexOf(group);
  const name = ({ place }: Changed): string => `${place.province ?? ''} ${place.name}`;
  return changed.sort((a, b) => order(a) - order(b) || name(a).localeCompare(name(b)));
};
