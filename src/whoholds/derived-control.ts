// Assessments kept beside a large ledger, so that a question about a day need not read a million claims.
// Invariant: all of it can be deleted; it is used only as of the sequence number it was made at, touched cells apart.

import { cutEvidence } from '../assessment/assess.ts';
import { type AssessedDays, assessDays, type DayAssessment, type Probabilities } from '../assessment/assess-days.ts';
import { listenTo, placesByProvince, provinceOf } from '../assessment/coverage.ts';
import { bestGrade } from '../assessment/grade.ts';
import { type Ground, limitDays } from '../assessment/ground.ts';
import { type Letters, lettersFrom } from '../assessment/letters.ts';
import { cellsAround, lendersOf } from '../assessment/scopes.ts';
import type { TrackRecord } from '../assessment/track-record.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { CachedRow } from '../ledger/records.ts';
import type { Assessment, Cell, CellHoldings, Evidence, Holding } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import type { Theatre } from '../model/theatre.ts';
import { addDays, type Day, daysBetween } from '../model/time.ts';
import { gatherEvidence } from './gather-evidence.ts';

/** Raised whenever the same claims would be assessed otherwise than before. */
const ASSESSMENT = 'assessment/6';

/** Below so many entries everything else is gathered from the claims themselves, which takes well under a second. */
export const LARGE_LEDGER = 20_000;

/** Below so many, what was told on other days and what became of each claim is told from the claims too, in seconds. */
export const MOST_RETOLD = 60_000;

/** From so many entries on the days of each cell are kept: going from day to day must not wait for each to be assessed. */
export const KEPT_FROM = 500;

const CELLS_A_NOTICE = 50;
/** Each write is one flush to disk. */
const ROWS_A_WRITE = 2000;

export const cellKey = (cell: Cell): string => `${cell.place} ${cell.scope}`;

/** Every cell with the days from which its assessments hold, in order, and what its claims add to the sources' histories. */
type DaysByCell = Readonly<
  Record<string, { readonly cell: Cell; readonly days: readonly Day[]; readonly record: TrackRecord }>
>;

interface Kept {
  readonly seq: number;
  readonly days: DaysByCell;
  /** What is kept answers for these days, both inclusive. */
  readonly first: Day;
  readonly last: Day;
}

/** Of every day from the first that is kept to the last. */
type Series = readonly Probabilities[];

export interface DerivedAnswer {
  readonly assessments: readonly Assessment[];
  /** Cells that later entries bear on: to be assessed from the claims. */
  readonly touched: readonly Cell[];
}

export interface DerivedHoldings {
  readonly cells: readonly CellHoldings[];
  readonly touched: readonly Cell[];
}

/** Grades follow from these once the letters of all sources are known. */
type KeptDay = Pick<DayAssessment, 'assessment' | 'supports'>;

const holdingOf = (from: Day, { assessment: { holder, status, against } }: KeptDay): Holding => ({
  from,
  holder,
  status,
  against,
});

/** Neighbours that differ in holder or status, the first of them on `from`. */
const holdingsFrom = (all: readonly Holding[], from: Day): readonly Holding[] => {
  const first = all.findLastIndex((one) => one.from <= from);
  const inside = all.slice(Math.max(0, first)).map((one) => (one.from < from ? { ...one, from } : one));
  return inside.filter(
    ({ holder, status }, at) => holder !== inside[at - 1]?.holder || status !== inside[at - 1]?.status,
  );
};

const lettersOf = ({ days }: Kept): Letters => lettersFrom(Object.values(days).map(({ record }) => record));

/** Says now and then how far it is; silent where it takes no time. */
const noticeEvery = (total: number, notice: (message: string) => void): (() => void) => {
  let done = 0;
  return () => {
    if (done > 0 && done % CELLS_A_NOTICE === 0) notice(`Assessing: ${done} of ${total} cells …`);
    done += 1;
  };
};

interface CellRows extends Pick<AssessedDays, 'record'> {
  readonly days: readonly Day[];
  readonly cached: readonly CachedRow[];
}

export class DerivedControl {
  readonly #ledger: Ledger;
  readonly #theatre: Theatre;
  readonly #ground: Ground;
  readonly #prefix: string;
  #provinces: ReadonlyMap<PlaceId, readonly PlaceId[]> | null = null;

  constructor(ledger: Ledger, theatre: Theatre, ground: Ground) {
    this.#ledger = ledger;
    this.#theatre = theatre;
    this.#ground = ground;
    this.#prefix = ['control', ASSESSMENT, theatre.version, ground.paramsHash].join(' ');
  }

  async #kept(): Promise<Kept | null> {
    const row = (await this.#ledger.cached([this.#prefix])).get(this.#prefix);
    return row === undefined ? null : { ...(JSON.parse(row.body) as Omit<Kept, 'seq'>), seq: row.seq };
  }

  /** From the first day of the theatre to its last, or the last report's, and until all that was confirmed by then has lapsed. */
  async #range(): Promise<Pick<Kept, 'first' | 'last'>> {
    const { period } = this.#theatre;
    const first = this.#ground.baselines[0]?.day ?? period.from;
    const last = period.until ?? (await this.#lastDay());
    const lapse = limitDays(this.#ground, this.#ground.parameters.days.confirmed);
    return { first: first < period.from ? first : period.from, last: addDays(last, lapse) };
  }

  async #lastDay(): Promise<Day> {
    const heads = await this.#ledger.reportHeads();
    const days = heads.flatMap(({ report }) => report.published.latest ?? []);
    return days.sort().at(-1) ?? this.#theatre.period.from;
  }

  #seriesKey(key: string): string {
    return `${this.#prefix} ${key} p`;
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
    // One more report from a province makes the silence of all its other cells count for more.
    const heard = new Set([...touched].map((place) => provinceOf(this.#ground, place)));
    const isTouched = (cell: Cell): boolean =>
      heard.has(provinceOf(this.#ground, cell.place)) || lendersOf(cell, gazetteer).some((place) => touched.has(place));
    return cells.filter((cell) => kept.days[cellKey(cell)] === undefined || isTouched(cell));
  }

  /** Makes again what later entries bear on, province by province, so that memory stays flat. A read-only ledger keeps nothing. */
  async refresh(notice: (message: string) => void = () => {}): Promise<void> {
    const [seq, before, range] = [await this.#ledger.seq(), await this.#kept(), await this.#range()];
    if (before?.seq === seq && before.last === range.last) return;
    const kept = before?.last === range.last ? before : null;
    const days: Record<string, DaysByCell[string]> = { ...kept?.days };
    const cells = await this.#touchedSince(kept);
    const tell = noticeEvery(cells.length, notice);
    for (const [province, own] of Map.groupBy(cells, ({ place }) => provinceOf(this.#ground, place))) {
      const assessed = await this.#assessProvince(province, own, { ...range, seq });
      let pending: CachedRow[] = [];
      for (const { cell, rows } of assessed()) {
        tell();
        days[cellKey(cell)] = { cell, days: rows.days, record: rows.record };
        pending.push(...rows.cached);
        if (pending.length < ROWS_A_WRITE) continue;
        await this.#ledger.cache(pending);
        pending = [];
      }
      await this.#ledger.cache(pending);
    }
    await this.#ledger.cache([{ key: this.#prefix, seq, body: JSON.stringify({ days, ...range }) }]);
  }

  /** The cells of one province, one after the other, from what is said of its places and of those that lend to it. */
  async #assessProvince(
    province: PlaceId,
    cells: readonly Cell[],
    range: Pick<Kept, 'first' | 'last' | 'seq'>,
  ): Promise<() => Generator<{ cell: Cell; rows: CellRows }>> {
    const { gazetteer } = this.#theatre;
    this.#provinces ??= placesByProvince(this.#ground);
    const own = this.#provinces.get(province) ?? [province];
    const places = [...new Set([...own, ...cells.flatMap((cell) => lendersOf(cell, gazetteer))])];
    const where = { ledger: this.#ledger, theatre: this.#theatre };
    const evidence = await gatherEvidence(where, range.seq, places);
    const said = (ids: readonly PlaceId[]): readonly Evidence[] => ids.flatMap((place) => evidence.get(place) ?? []);
    const heard = listenTo(this.#ground, cutEvidence(said(own), { asOf: null, seq: range.seq }));
    const rowsOf = (cell: Cell): CellRows => {
      const found = assessDays(this.#ground, { cell, heard, ...range }, said(lendersOf(cell, gazetteer)));
      return this.#rowsOf(cell, found, range.seq);
    };
    return function* () {
      for (const cell of cells) yield { cell, rows: rowsOf(cell) };
    };
  }

  #rowsOf(cell: Cell, { days, probabilities, record }: AssessedDays, seq: number): CellRows {
    const key = cellKey(cell);
    const rows = days.map(({ from, assessment, supports }) => ({
      key: this.#rowKey(key, from),
      body: JSON.stringify({ assessment, supports } satisfies KeptDay),
    }));
    const series = { key: this.#seriesKey(key), body: JSON.stringify(probabilities) };
    return { record, days: days.map(({ from }) => from), cached: [...rows, series].map((row) => ({ ...row, seq })) };
  }

  /** The letters of all sources by what is kept; null where nothing is. Entries since then have not made any. */
  async letters(): Promise<Letters | null> {
    const kept = await this.#kept();
    return kept === null ? null : lettersOf(kept);
  }

  /** Who held each cell from a day on, as all is known now; null where nothing is kept of that day. */
  async holdings(from: Day): Promise<DerivedHoldings | null> {
    const kept = await this.#kept();
    if (kept === null || from < kept.first) return null;
    const touched = kept.seq === (await this.#ledger.seq()) ? [] : await this.#touchedSince(kept);
    const apart = new Set(touched.map(cellKey));
    const cells: CellHoldings[] = [];
    for (const [key, { cell, days }] of Object.entries(kept.days)) {
      if (apart.has(key)) continue;
      const bodies = await this.#ledger.cached(days.map((day) => this.#rowKey(key, day)));
      const assessed = days.flatMap((day): Holding[] => {
        const row = bodies.get(this.#rowKey(key, day));
        return row === undefined ? [] : [holdingOf(day, JSON.parse(row.body) as KeptDay)];
      });
      cells.push({ cell, holdings: holdingsFrom(assessed, from) });
    }
    return { cells, touched };
  }

  /** The cells of a day as all is known now; null where nothing is kept. */
  async on(day: Day): Promise<DerivedAnswer | null> {
    const kept = await this.#kept();
    if (kept === null || day < kept.first || day > kept.last) return null;
    const seq = await this.#ledger.seq();
    const touched = kept.seq === seq ? [] : await this.#touchedSince(kept);
    const apart = new Set(touched.map(cellKey));
    const cells = Object.entries(kept.days).flatMap(([key, { days }]) => {
      const from = days.findLast((one) => one <= day);
      return from === undefined || apart.has(key)
        ? []
        : [{ row: this.#rowKey(key, from), series: this.#seriesKey(key) }];
    });
    const bodies = await this.#ledger.cached(cells.flatMap(({ row, series }) => [row, series]));
    const at = daysBetween(kept.first, day);
    const letters = lettersOf(kept);
    const assessments = cells.flatMap(({ row, series }): Assessment[] => {
      const [body, values] = [bodies.get(row), bodies.get(series)];
      if (body === undefined || values === undefined) return [];
      const { assessment, supports } = JSON.parse(body.body) as KeptDay;
      const grade = bestGrade(this.#ground.parameters.grading, letters, supports);
      const probabilities = (JSON.parse(values.body) as Series)[at];
      return [{ ...assessment, ...probabilities, grade, moment: { on: day, asOf: null, seq } }];
    });
    return { assessments, touched };
  }
}
