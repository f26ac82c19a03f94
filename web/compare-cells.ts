// Two moments compared in the page: what differs, each with its place, by the kind of change, then by province and name.

import { type Changed as Differing, findChanges, type Moment } from '../src/drawing/find-changes.ts';
import type { CellAnswer, HoldingsAnswer } from './answers.ts';
import { placeName, provinceName } from './names.ts';

export interface Changed extends Differing<CellAnswer> {
  readonly place: CellAnswer['place'];
  readonly scope: CellAnswer['scope'];
}

export interface Compared {
  readonly earlier: Moment;
  readonly later: Moment;
  readonly changed: readonly Changed[];
}

export interface Comparable extends Omit<Parameters<typeof findChanges<CellAnswer>>[0], 'holdings'> {
  readonly holdings: readonly HoldingsAnswer[];
}

const keyOf = ({ place, scope }: Pick<CellAnswer, 'place' | 'scope'>): string => `${place.id} ${scope}`;

const named = (differing: Differing<CellAnswer>): readonly Changed[] => {
  const cell = differing.after ?? differing.before;
  return cell === null ? [] : [{ ...differing, place: cell.place, scope: cell.scope }];
};

/** All cells that differ, in the order of the groups, by province and name within. */
export const compareCells = ({ holdings, ...asked }: Comparable): readonly Changed[] => {
  const told = new Map(holdings.map((one) => [keyOf(one), one.holdings]));
  const changed = findChanges({ ...asked, holdings: told }, keyOf).flatMap(named);
  const name = ({ place }: Changed): string => `${provinceName(place.province) ?? ''} ${placeName(place)}`;
  return Object.values(Object.groupBy(changed, ({ group }) => group)).flatMap((group) =>
    group.sort((a, b) => name(a).localeCompare(name(b))),
  );
};
