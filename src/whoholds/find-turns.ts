// What an act would change of the map: the cells it may bear on, over all days, as they stand and as they would stand.
// Invariant: both sides are assessed by the same code from whole evidence; a cell whose holder and status stay is left out.
import { provinceOf } from '../assessment/coverage.ts';
import { findHoldings } from '../assessment/find-periods.ts';
import type { Ground } from '../assessment/ground.ts';
import { cellsAround } from '../assessment/scopes.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Cell, Holding } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import { addDays, type Day, daysBetween } from '../model/time.ts';
import type { CellTurn, Held } from './act-contract.ts';
import { askedDays, type Where } from './asked-days.ts';
import { Gatherer } from './gatherer.ts';
import type { SupposedLedger } from './supposed-ledger.ts';

export interface TurnGround extends Where {
  readonly ground: Ground;
}

const MOST_CLAIMS = 1000;

/** Places of all claims in the families that ties would change. */
const placesInFamilies = async (ledger: Ledger, supposed: SupposedLedger): Promise<readonly PlaceId[]> => {
  const tied = [...new Set(supposed.tiedReports())];
  if (tied.length === 0) return [];
  const edges = [...(await ledger.familyEdges(undefined, tied)), ...(await supposed.familyEdges(undefined, tied))];
  const reports = new Set([...tied, ...edges.flatMap(({ report, of }) => [report, of])]);
  const places: PlaceId[] = [];
  for (const report of reports) {
    const { rows } = await ledger.claims({ report, limit: MOST_CLAIMS });
    places.push(...rows.flatMap(({ claim }) => claim.place.id ?? []));
  }
  return places;
};

const placesChanged = async (ledger: Ledger, supposed: SupposedLedger): Promise<readonly PlaceId[]> => {
  const places: PlaceId[] = supposed.putClaims().flatMap(({ claim }) => claim.place.id ?? []);
  for (const id of new Set(supposed.changedClaims())) {
    const turns = await ledger.claimTurns(id);
    places.push(...turns.flatMap(({ claim }) => claim.place.id ?? []));
  }
  return [...new Set([...places, ...(await placesInFamilies(ledger, supposed))])];
};

interface Span {
  readonly from: Day;
  readonly last: Day;
}

type HoldingsOf = (cell: Cell) => readonly Holding[];

const holdingsIn = async (
  { ground, theatre }: TurnGround,
  ledger: Ledger,
  { cells, from, last }: Span & { readonly cells: readonly Cell[] },
): Promise<HoldingsOf> => {
  const gatherer = new Gatherer(ledger, theatre, ground);
  const seq = await ledger.seq();
  const gathered = await gatherer.aroundAll(cells, seq);
  return (cell) => {
    const heard = gatherer.heardIn(cell, null, gathered);
    const span = { cell, heard, from, until: addDays(last, 1), asOf: null, seq };
    return findHoldings(ground, span, gatherer.evidenceFor(cell, gathered));
  };
};

const NOBODY: Held = { holder: null, status: 'undetermined', against: [] };

const heldOn = (holdings: readonly Holding[], day: Day): Held => {
  const found = holdings.findLast(({ from }) => from <= day);
  return found === undefined ? NOBODY : { holder: found.holder, status: found.status, against: found.against };
};

const isSame = (a: Held, b: Held): boolean =>
  a.holder === b.holder && a.status === b.status && a.against.join() === b.against.join();

/** The stretches between days on which either side changes, each with both verdicts, where those differ. */
const differing = (before: readonly Holding[], after: readonly Holding[], { from, last }: Span) => {
  const starts = [...new Set([from, ...before.map((one) => one.from), ...after.map((one) => one.from)])].sort();
  return starts.flatMap((start, at) => {
    const end = starts[at + 1] === undefined ? last : addDays(starts[at + 1] as Day, -1);
    const [was, would] = [heldOn(before, start), heldOn(after, start)];
    return isSame(was, would) ? [] : [{ start, end, was, would }];
  });
};

const turnOf = (cell: Cell, stretches: ReturnType<typeof differing>, on: Day): CellTurn | null => {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined) return null;
  const shown = stretches.find(({ start, end }) => start <= on && on <= end) ?? first;
  return {
    cell,
    at: shown.start <= on && on <= shown.end ? on : shown.start,
    from: shown.was,
    to: shown.would,
    first: first.start,
    last: last.end,
    days: stretches.reduce((sum, { start, end }) => sum + daysBetween(start, end) + 1, 0),
  };
};

/** Cells in the provinces of the places concerned: one report more makes the silence of their others count for more. */
export const findTurns = async (where: TurnGround, supposed: SupposedLedger, on: Day): Promise<readonly CellTurn[]> => {
  const { ledger, ground } = where;
  const provinces = new Set((await placesChanged(ledger, supposed)).map((place) => provinceOf(ground, place)));
  if (provinces.size === 0) return [];
  const { from, last: asked } = await askedDays(where, { from: null, until: null });
  const span = { from, last: asked < on ? on : asked };
  const spoken = cellsAround(await supposed.places(), ground.gazetteer);
  const cells = spoken.filter(({ place }) => provinces.has(provinceOf(ground, place)));
  const before = await holdingsIn(where, ledger, { cells, ...span });
  const after = await holdingsIn(where, supposed, { cells, ...span });
  return cells.flatMap((cell) => turnOf(cell, differing(before(cell), after(cell), span), on) ?? []);
};
