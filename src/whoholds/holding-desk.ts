// Who held every place over a range of days, as one state of the ledger has it and as known by a moment.
// Invariant: on each day the same holder and status as `control` tells of it; what is kept can be made again.
import { countDays } from '../assessment/count-days.ts';
import { provinceOf } from '../assessment/coverage.ts';
import { findHoldings } from '../assessment/find-periods.ts';
import type { Ground } from '../assessment/ground.ts';
import { cellsAround } from '../assessment/scopes.ts';
import type { Cell, CellHoldings, DayCounts } from '../model/control.ts';
import { addDays, type Day, type Instant } from '../model/time.ts';
import { askedDays, type Where } from './asked-days.ts';
import type { HoldingsQuery } from './contract.ts';
import { cellKey, type DerivedControl, KEPT_FROM } from './derived-control.ts';
import type { Gatherer } from './gatherer.ts';

/** Somebody's word says more of it than that nobody knows. */
const isTold = ({ holdings }: CellHoldings): boolean =>
  holdings.some(({ holder, status }) => status !== 'undetermined' || holder === 'none');

/** Both days inclusive. */
interface Asked {
  readonly from: Day;
  readonly last: Day;
  readonly asOf: Instant | null;
  readonly seq: number;
}

/** A page that looks at a day as known then and as known now, and at the days between, asks for few answers again and again. */
const ANSWERS_KEPT = 8;

interface Rooms extends Where {
  readonly gatherer: Gatherer;
  readonly derived: DerivedControl;
}

export class HoldingDesk {
  readonly #ground: Ground;
  readonly #rooms: Rooms;
  readonly #kept = new Map<string, Promise<readonly CellHoldings[]>>();

  constructor(ground: Ground, rooms: Rooms) {
    this.#ground = ground;
    this.#rooms = rooms;
  }

  async #askedOf({ asOf, ...query }: HoldingsQuery): Promise<Asked> {
    const seq = query.seq ?? (await this.#rooms.ledger.seq());
    return { ...(await askedDays(this.#rooms, query)), asOf, seq };
  }

  /** Every cell that was ever more than undetermined in that range, ordered by place id, then scope. */
  async cells(query: HoldingsQuery): Promise<readonly CellHoldings[]> {
    return this.#cells(await this.#askedOf(query));
  }

  /** How many places each side had on each day of a range, by which right. */
  async counts(query: HoldingsQuery): Promise<readonly DayCounts[]> {
    const asked = await this.#askedOf(query);
    return countDays(await this.#cells(asked), asked);
  }

  #cells(asked: Asked): Promise<readonly CellHoldings[]> {
    const key = JSON.stringify([asked.from, asked.last, asked.asOf, asked.seq]);
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const made = this.#make(asked);
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > ANSWERS_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }

  async #make(asked: Asked): Promise<readonly CellHoldings[]> {
    const derived = await this.#derived(asked);
    const { gazetteer } = this.#ground;
    const cells = derived?.touched ?? cellsAround(await this.#rooms.ledger.places(), gazetteer);
    const found = [...(derived?.cells ?? [])];
    for (const own of Map.groupBy(cells, ({ place }) => provinceOf(this.#ground, place)).values())
      found.push(...(await this.#ofProvince(own, asked)));
    return found.filter(isTold).sort((a, b) => (cellKey(a.cell) < cellKey(b.cell) ? -1 : 1));
  }

  /** What is kept beside a large ledger answers for its last state, as all is known now. */
  async #derived({ from, asOf, seq }: Asked) {
    const last = await this.#rooms.ledger.seq();
    return seq === last && asOf === null && last >= KEPT_FROM ? this.#rooms.derived.holdings(from) : null;
  }

  async #ofProvince(cells: readonly Cell[], { from, last, asOf, seq }: Asked) {
    const { gatherer } = this.#rooms;
    const gathered = await gatherer.aroundAll(cells, seq);
    return cells.flatMap((cell): CellHoldings[] => {
      const evidence = gatherer.evidenceFor(cell, gathered);
      const heard = gatherer.heardIn(cell, asOf, gathered);
      const span = { cell, heard, from, until: addDays(last, 1), asOf, seq };
      return [{ cell, holdings: findHoldings(this.#ground, span, evidence) }];
    });
  }
}
