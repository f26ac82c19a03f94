// Assessments kept beside a large ledger, so that a question about a day need not read a million claims.
// Invariant: all of it can be deleted; it is used only as of the sequence number it was made at, touched cells apart.
import { assessDays } from '../assessment/assess-days.ts';
import type { Ground } from '../assessment/ground.ts';
import { cellsAround, lendersOf } from '../assessment/scopes.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CachedRow } from '../ledger/records.ts';
import type { Assessment, Cell } from '../model/control.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Day } from '../model/time.ts';
import { gatherEvidence } from './gather-evidence.ts';

/** Raised whenever the same claims would be assessed otherwise than before. */
const ASSESSMENT = 'assessment/1';

/** Below so many entries a day is assessed from the claims themselves, which takes well under a second. */
export const LARGE_LEDGER = 20_000;

const CELLS_A_NOTICE = 50;
/** Each write is one flush to disk. */
const ROWS_A_WRITE = 2000;

export const cellKey = (cell: Cell): string => `${cell.place} ${cell.scope}`;

/** Every cell with the days from which its assessments hold, in order. */
type DaysByCell = Readonly<Record<string, { readonly cell: Cell; readonly days: readonly Day[] }>>;

interface Kept {
  readonly seq: number;
  readonly days: DaysByCell;
}

export interface DerivedAnswer {
  readonly assessments: readonly Assessment[];
  /** Cells that later entries bear on: to be assessed from the claims. */
  readonly touched: readonly Cell[];
}

/** Says now and then how far it is; silent where it takes no time. */
const noticeEvery = (total: number, notice: (message: string) => void): (() => void) => {
  let done = 0;
  return () => {
    if (done > 0 && done % CELLS_A_NOTICE === 0) notice(`Assessing a large ledger: ${done} of ${total} cells …`);
    done += 1;
  };
};

export class DerivedControl {
  readonly #ledger: Ledger;
  readonly #theatre: Theatre;
  readonly #ground: Ground;
  readonly #prefix: string;

  constructor(ledger: Ledger, theatre: Theatre, ground: Ground) {
    this.#ledger = ledger;
    this.#theatre = theatre;
    this.#ground = ground;
    this.#prefix = ['control', ASSESSMENT, theatre.version, ground.paramsHash].join(' ');
  }

  async #kept(): Promise<Kept | null> {
    const row = (await this.#ledger.cached([this.#prefix])).get(this.#prefix);
    return row === undefined ? null : { seq: row.seq, days: JSON.parse(row.body) as DaysByCell };
  }

  #rowKey(key: string, day: Day): string {
    return `${this.#prefix} ${key} ${day}`;
  }

  /** Cells that entries after what is kept bear on; without anything kept, all that anybody spoke of. */
  async #touchedSince(kept: Kept | null): Promise<readonly Cell[]> {
    const { gazetteer } = this.#theatre;
    const spoken = cellsAround(await this.#ledger.places(), gazetteer);
    if (kept === null) return spoken;
    const gone = Object.values(kept.days).map(({ cell }) => cell);
    const cells = [...new Map([...spoken, ...gone].map((cell) => [cellKey(cell), cell])).values()];
    const touched = new Set((await this.#ledger.touched(kept.seq)).map(({ place }) => place));
    return cells.filter(
      (cell) =>
        kept.days[cellKey(cell)] === undefined || lendersOf(cell, gazetteer).some((place) => touched.has(place)),
    );
  }

  /** Makes again what later entries bear on, cell by cell, so that memory stays flat. A read-only ledger keeps nothing. */
  async refresh(notice: (message: string) => void = () => {}): Promise<void> {
    const [seq, kept] = [await this.#ledger.seq(), await this.#kept()];
    if (kept?.seq === seq) return;
    const days: Record<string, DaysByCell[string]> = { ...kept?.days };
    let pending: CachedRow[] = [];
    const cells = await this.#touchedSince(kept);
    const tell = noticeEvery(cells.length, notice);
    for (const cell of cells) {
      tell();
      const rows = await this.#rowsOf(cell, seq);
      days[cellKey(cell)] = { cell, days: rows.map(({ from }) => from) };
      pending.push(...rows.map(({ row }) => row));
      if (pending.length < ROWS_A_WRITE) continue;
      await this.#ledger.cache(pending);
      pending = [];
    }
    await this.#ledger.cache([...pending, { key: this.#prefix, seq, body: JSON.stringify(days) }]);
  }

  async #rowsOf(cell: Cell, seq: number): Promise<readonly { from: Day; row: CachedRow }[]> {
    const where = { ledger: this.#ledger, theatre: this.#theatre };
    const evidence = await gatherEvidence(where, seq, lendersOf(cell, this.#theatre.gazetteer));
    const found = assessDays(this.#ground, { cell, seq }, [...evidence.values()].flat());
    const key = cellKey(cell);
    return found.map(({ from, assessment }) => ({
      from,
      row: { key: this.#rowKey(key, from), seq, body: JSON.stringify(assessment) },
    }));
  }

  /** The cells of a day as all is known now; null where nothing is kept. */
  async on(day: Day): Promise<DerivedAnswer | null> {
    const kept = await this.#kept();
    if (kept === null) return null;
    const seq = await this.#ledger.seq();
    const touched = kept.seq === seq ? [] : await this.#touchedSince(kept);
    const apart = new Set(touched.map(cellKey));
    const keys = Object.entries(kept.days).flatMap(([key, { days }]) => {
      const from = days.findLast((one) => one <= day);
      return from === undefined || apart.has(key) ? [] : [this.#rowKey(key, from)];
    });
    const rows = [...(await this.#ledger.cached(keys)).values()];
    const assessments = rows.map(({ body }) => {
      const one = JSON.parse(body) as Assessment;
      return { ...one, moment: { on: day, asOf: null, seq } };
    });
    return { assessments, touched };
  }
}
