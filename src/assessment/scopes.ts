// What a claim about one place and scope says about a cell (control-method 4.1), and which cells claims speak of.
// Invariant: only `main` can prove anything; whatever is borrowed earns `claimed` at most. A town is not its district.
import type { Claim, Scope } from '../model/claim.ts';
import type { Cell, Evidence } from '../model/control.ts';
import type { Gazetteer, Place, PlaceId } from '../model/place.ts';
import { SCOPE_OF_KIND } from '../model/scope-of-kind.ts';
import type { Loan, LoanTable } from './parameters.ts';

/** `main`: the same scope; a district, its centre and its seat's town are one, unless reports set them apart. */
export type Relation = Loan | typeof MAIN;

const MAIN = { as: 'main', weight: 1, earns: undefined, apart: undefined } as const;

const POINTS: readonly Scope[] = ['crossing', 'base', 'road', 'facility', 'area', 'village'];

/** A country has no scope of its own. */
const naturalScope = (place: Place | null): Scope | null =>
  place === null || place.kind === 'country' ? null : SCOPE_OF_KIND[place.kind];

const childrenOf = (() => {
  const indexes = new WeakMap<Gazetteer, ReadonlyMap<PlaceId, readonly Place[]>>();
  return (gazetteer: Gazetteer, id: PlaceId): readonly Place[] => {
    let index = indexes.get(gazetteer);
    if (index === undefined) {
      index = Map.groupBy(gazetteer.all(), (place) => place.within ?? '');
      indexes.set(gazetteer, index);
    }
    return index.get(id) ?? [];
  };
})();

/** A district's seat: its city, else the town of its own name, else its only town. */
export const seatOf = (gazetteer: Gazetteer, district: PlaceId): PlaceId | null => {
  const children = childrenOf(gazetteer, district);
  const towns = children.filter(({ kind }) => kind === 'town');
  const city = children.find(({ kind }) => kind === 'city');
  const named = towns.find(({ name }) => name === gazetteer.get(district)?.name);
  return (city ?? named ?? (towns.length === 1 ? towns[0] : undefined))?.id ?? null;
};

/** The cell that a claim's place and scope belong to: centre with its district, a gate or a base under its own scope. */
export const cellOfClaim = (gazetteer: Gazetteer, place: PlaceId, scope: Scope): Cell => {
  const natural = naturalScope(gazetteer.get(place));
  if (natural !== null && POINTS.includes(natural)) return { place, scope: natural };
  if (natural === 'district' && scope === 'centre') return { place, scope: 'district' };
  if (natural === 'city' && scope === 'district') return { place, scope: 'city' };
  if (natural === 'town' && (scope === 'centre' || scope === 'district')) return { place, scope: 'town' };
  return { place, scope };
};

/** Which cell a person means by a place alone. */
export const naturalCell = (gazetteer: Gazetteer, place: PlaceId): Cell => ({
  place,
  scope: naturalScope(gazetteer.get(place)) ?? 'area',
});

/** Where places lie, and what one scope says about another. */
export interface Surroundings {
  readonly gazetteer: Gazetteer;
  readonly parameters: { readonly loans: LoanTable };
}

const samePlace = ({ gazetteer, parameters }: Surroundings, cell: Cell, spoken: Cell): Relation | null => {
  if (spoken.scope === cell.scope) return MAIN;
  const natural = naturalScope(gazetteer.get(cell.place));
  const urban = natural === 'city' || natural === 'town';
  // A quarter, an office or the headquarters inside a town is a part of it, not its edge.
  if (urban && cell.scope === natural && ['area', 'facility', 'centre'].includes(spoken.scope))
    return { as: 'part', weight: 0.5 };
  return parameters.loans[spoken.scope]?.[cell.scope] ?? null;
};

const isDistrictCell = (cell: Cell): boolean => cell.scope === 'district' || cell.scope === 'centre';

const fromElsewhere = ({ gazetteer, parameters }: Surroundings, cell: Cell, spoken: Cell): Relation | null => {
  const mine = gazetteer.cellOf(cell.place);
  const seat = mine === null ? null : seatOf(gazetteer, mine);
  const wholeSeat = spoken.place === seat && (spoken.scope === 'town' || spoken.scope === 'city');
  if (isDistrictCell(cell) && wholeSeat && mine === cell.place) return MAIN;
  if (cell.place === seat && cell.scope === 'town' && spoken.place === mine && isDistrictCell(spoken)) return MAIN;
  const above = gazetteer.ancestors(cell.place).some(({ id }) => id === spoken.place);
  const near = mine !== null && mine === gazetteer.cellOf(spoken.place);
  return above || near ? (parameters.loans[spoken.scope]?.[cell.scope] ?? null) : null;
};

const relate = (around: Surroundings, cell: Cell, spoken: Cell): Relation | null =>
  spoken.place === cell.place ? samePlace(around, cell, spoken) : fromElsewhere(around, cell, spoken);

/** How a claim bears on a cell; null where it says nothing about it. Claims without a place bear on none. */
export const relationOf = (around: Surroundings, cell: Cell, claim: Claim): Relation | null => {
  if (claim.place.id === null) return null;
  const { gazetteer } = around;
  const asked = cellOfClaim(gazetteer, cell.place, cell.scope);
  const spoken = cellOfClaim(gazetteer, claim.place.id, claim.scope);
  return relate(around, asked, spoken);
};

/** The places whose claims may bear on a cell, itself first: its district, what lies in that, what lies above. */
export const lendersOf = (cell: Cell, gazetteer: Gazetteer): readonly PlaceId[] => {
  const district = gazetteer.cellOf(cell.place);
  const around = district === null ? [] : [district, ...childrenOf(gazetteer, district).map(({ id }) => id)];
  return [...new Set([cell.place, ...around, ...gazetteer.ancestors(cell.place).map(({ id }) => id)])];
};

const keyOf = ({ place, scope }: Cell): string => `${place} ${scope}`;

/** Which cells claims at these places and scopes bear on: their own, their place's main one, and the district's that they lie in; by place, then scope. */
export const cellsAround = (spoken: Iterable<Cell>, gazetteer: Gazetteer): readonly Cell[] => {
  const cells = new Map<string, Cell>();
  const add = (cell: Cell): unknown => cells.set(keyOf(cell), cell);
  for (const { place, scope } of spoken) {
    if (gazetteer.get(place) === null) continue;
    add(cellOfClaim(gazetteer, place, scope));
    add(naturalCell(gazetteer, place));
    const district = gazetteer.cellOf(place);
    if (district !== null) add({ place: district, scope: 'district' });
  }
  return [...cells.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

/** The cells that these claims bear on. */
export const cellsOf = (evidence: readonly Evidence[], gazetteer: Gazetteer): readonly Cell[] =>
  cellsAround(
    evidence.flatMap(({ claim: { place, scope } }) => (place.id === null ? [] : [{ place: place.id, scope }])),
    gazetteer,
  );
