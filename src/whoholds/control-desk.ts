// Who holds what, on a day, as known by a moment, from one state of the ledger. Answers are derived; nothing is kept here
// but what can be made again from the entries.
import { assess, cutEvidence } from '../assessment/assess.ts';
import type { Listening } from '../assessment/coverage.ts';
import { findPeriods } from '../assessment/find-periods.ts';
import { type Ground, groundOf } from '../assessment/ground.ts';
import { type HeardFrom, hearCell } from '../assessment/hear-cell.ts';
import { cellOfClaim, cellsOf, naturalCell } from '../assessment/scopes.ts';
import { findWouldChange } from '../assessment/would-change.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Scope } from '../model/claim.ts';
import {
  type Assessment,
  type Cell,
  type ControlPeriod,
  type Evidence,
  type Moment,
  STATUSES,
} from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import type { CellSeries } from '../model/series.ts';
import type { Theatre } from '../model/theatre.ts';
import { addDays, type Day, daysBetween, type Instant } from '../model/time.ts';
import { askedDays, lastReportDay, type Where } from './asked-days.ts';
import { cellSeries } from './cell-series.ts';
import type { ControlQuery, SeriesQuery, SourceGrades, TimelineQuery, Why } from './contract.ts';
import { cellKey, DerivedControl, KEPT_FROM } from './derived-control.ts';
import { type Gathered, Gatherer } from './gatherer.ts';
import { HoldingDesk } from './holding-desk.ts';
import { LetterDesk, type Outcomes } from './letter-desk.ts';
import { tellWhy } from './tell-why.ts';
import type { Looked } from './what-if.ts';

export interface Cut {
  readonly asOf: Instant | null;
  readonly seq: number | null;
}

const sameScope = (cell: Cell, scope: Scope | null): boolean =>
  scope === null || cell.scope === scope || (scope === 'centre' && cell.scope === 'district');

const byPlace = (a: Cell, b: Cell): number =>
  a.place < b.place ? -1 : a.place > b.place ? 1 : a.scope < b.scope ? -1 : a.scope > b.scope ? 1 : 0;

export interface DeskSettings {
  /** Told what takes long. */
  readonly notice?: (message: string) => void;
  /** The theatre with the numbers to assess by; without it, with those that come with the program. */
  readonly ground?: Ground;
}

/** The questions that need assessment, on one open ledger. What it keeps in memory belongs to one state of the ledger. */
export class ControlDesk {
  readonly #ledger: Ledger;
  readonly #theatre: Theatre;
  readonly #ground: Ground;
  readonly #derived: DerivedControl;
  readonly #notice: (message: string) => void;
  readonly #gatherer: Gatherer;
  readonly #letters: LetterDesk;
  readonly holdings: HoldingDesk;

  constructor(ledger: Ledger, theatre: Theatre, { notice = () => {}, ground = groundOf(theatre) }: DeskSettings = {}) {
    this.#notice = notice;
    this.#ledger = ledger;
    this.#theatre = theatre;
    this.#ground = ground;
    this.#gatherer = new Gatherer(ledger, theatre, this.#ground);
    this.#derived = new DerivedControl(ledger, theatre, this.#ground);
    this.holdings = new HoldingDesk(this.#ground, { ...this.#where, gatherer: this.#gatherer, derived: this.#derived });
    this.#letters = new LetterDesk(this.#ground, {
      gatherer: this.#gatherer,
      kept: () => this.#derived.letters(),
      lastSeq: () => ledger.seq(),
    });
  }

  get #where(): Where {
    return { ledger: this.#ledger, theatre: this.#theatre };
  }

  get model(): Assessment['model'] {
    return { version: this.#ground.parameters.version, paramsHash: this.#ground.paramsHash };
  }

  async #assess(cell: Cell, moment: Moment, gathered: Gathered): Promise<Assessment> {
    const heard = this.#gatherer.heardIn(cell, moment.asOf, gathered);
    const letters = await this.#letters.at(moment);
    return assess(this.#ground, { cell, moment, heard, letters }, this.#gatherer.evidenceFor(cell, gathered));
  }

  /** Every district, and the place that is asked for by itself, where nobody has spoken of it. */
  async #assessSilent(spoken: readonly Assessment[], query: ControlQuery, seq: number): Promise<readonly Assessment[]> {
    const { gazetteer } = this.#theatre;
    const known = new Set(spoken.map(({ cell }) => cellKey(cell)));
    const asked = query.place === null ? [] : [this.#askedCell(query.place, query.scope)];
    const districts = gazetteer.all().filter(({ kind }) => kind === 'district');
    const cells = [...districts.map(({ id }) => naturalCell(gazetteer, id)), ...asked];
    const silent = new Map(cells.map((cell) => [cellKey(cell), cell]));
    const assessed: Assessment[] = [];
    for (const [key, cell] of silent) {
      if (known.has(key) || (query.place !== null && cell.place !== query.place)) continue;
      const gathered = await this.#gatherer.around(cell, seq);
      assessed.push(await this.#assess(cell, { on: query.on, asOf: query.asOf, seq }, gathered));
    }
    return assessed;
  }

  #askedCell(place: PlaceId, scope: Scope | null): Cell {
    const { gazetteer } = this.#theatre;
    return scope === null ? naturalCell(gazetteer, place) : cellOfClaim(gazetteer, place, scope);
  }

  /** Ordered by place id, then scope. Cells of which nobody has spoken only with `all`. The sentences are in `why`. */
  async control(query: ControlQuery): Promise<readonly Assessment[]> {
    const last = await this.#ledger.seq();
    const seq = query.seq ?? last;
    const derived = seq === last && query.asOf === null && last >= KEPT_FROM ? await this.#derivedOn(query.on) : null;
    const found = derived ?? (await this.#assessAll(query, seq));
    const silent = query.all ? await this.#assessSilent(found, query, seq) : [];
    const worst = query.minStatus === null ? STATUSES.length : STATUSES.indexOf(query.minStatus);
    return [...found, ...silent]
      .filter(({ cell }) => (query.place === null || cell.place === query.place) && sameScope(cell, query.scope))
      .filter((one) => STATUSES.indexOf(one.status) <= worst && (query.all || !one.flags.includes('baselineOnly')))
      .sort((a, b) => byPlace(a.cell, b.cell));
  }

  async #assessAll({ on, asOf, place }: ControlQuery, seq: number): Promise<readonly Assessment[]> {
    const gathered = await this.#gatherer.whole(seq);
    // A cell that is only spoken of later is none yet.
    const known = cutEvidence([...gathered.evidence.values()].flat(), { asOf, seq });
    const cells = cellsOf(known, this.#theatre.gazetteer);
    const asked = cells.filter((cell) => place === null || cell.place === place);
    return Promise.all(asked.map((cell) => this.#assess(cell, { on, asOf, seq }, gathered)));
  }

  /** From what is kept, made first where nothing is; cells touched since are assessed from their claims. */
  async #derivedOn(on: Day): Promise<readonly Assessment[] | null> {
    const kept = await this.#derived.on(on);
    if (kept === null && this.#ledger.readOnly) return null;
    if (kept === null) await this.#derived.refresh(this.#notice);
    const answer = kept ?? (await this.#derived.on(on));
    if (answer === null) return null;
    const touched: Assessment[] = [];
    for (const cell of answer.touched) touched.push(await this.#assessOne(cell, { on, asOf: null, seq: null }));
    return [...answer.assessments, ...touched];
  }

  /** One cell with its sentences. */
  assessAt(cell: Cell, moment: Moment): Promise<Assessment> {
    return this.#assessOne(cell, moment);
  }

  /** All that one state of the ledger has on a cell, with what was taken back. */
  async evidenceOf(cell: Cell, seq: number): Promise<readonly Evidence[]> {
    return this.#gatherer.evidenceFor(cell, await this.#gatherer.around(cell, seq));
  }

  async #assessOne(cell: Cell, { on, asOf, seq }: Cut & { on: Day }): Promise<Assessment> {
    const gathered = await this.#gatherer.around(cell, seq);
    return this.#assess(cell, { on, asOf, seq: gathered.seq }, gathered);
  }

  /** A cell as it stands, and as it would stand were its evidence another. */
  async look(cell: Cell, moment: Moment): Promise<Looked> {
    const gathered = await this.#gatherer.around(cell, moment.seq);
    const evidence = cutEvidence(this.#gatherer.evidenceFor(cell, gathered), moment);
    const heard = this.#gatherer.heardIn(cell, moment.asOf, gathered);
    const letters = await this.#letters.at(moment);
    return {
      ...{ cell, evidence, assessment: assess(this.#ground, { cell, moment, heard, letters }, evidence) },
      wouldChange: () => findWouldChange(this.#ground, { cell, moment, heard }, evidence),
      suppose: (change) => {
        const other = change(evidence, cell);
        if (other === null) return null;
        const heardThen = this.#gatherer.heardWith(change, { cell, moment, gathered });
        return assess(this.#ground, { cell, moment, heard: heardThen, letters }, other);
      },
    };
  }

  /** After an addition to a large ledger, what is kept beside it is brought up to date. */
  async settle(): Promise<void> {
    if ((await this.#ledger.seq()) >= KEPT_FROM) await this.#derived.refresh(this.#notice);
  }

  /** Periods of one cell over [from, until). */
  async periodsOf(cell: Cell, range: { from: Day; until: Day }, cut: Cut): Promise<readonly ControlPeriod[]> {
    const gathered = await this.#gatherer.around(cell, cut.seq);
    const heard = this.#gatherer.heardIn(cell, cut.asOf, gathered);
    const bounds = { ...range, asOf: cut.asOf, seq: gathered.seq, heard };
    return findPeriods(this.#ground, { cell, ...bounds }, this.#gatherer.evidenceFor(cell, gathered));
  }

  async timeline(place: PlaceId, query: TimelineQuery): Promise<readonly ControlPeriod[]> {
    const { from, last } = await askedDays(this.#where, query);
    const bounds = { from, until: addDays(last, 1) };
    const cells = await this.#cellsAt(place, query.scope);
    const all = await Promise.all(cells.map((cell) => this.periodsOf(cell, bounds, query)));
    return all.flat();
  }

  async #cellsAt(place: PlaceId, scope: Scope | null): Promise<readonly Cell[]> {
    const spoken = scope === null ? await this.scopesOf(place) : [scope];
    const scopes = spoken.length > 0 ? spoken : [this.mainScope(place)];
    return scopes.map((one) => ({ place, scope: one }));
  }

  /** The days of a place's cells, each as known on the day and as known at the end. */
  async *days(place: PlaceId, query: TimelineQuery): AsyncIterable<CellSeries> {
    const { from, last } = await askedDays(this.#where, query);
    const days = Array.from({ length: Math.max(0, daysBetween(from, last) + 1) }, (_, at) => addDays(from, at));
    yield* this.series({ cells: await this.#cellsAt(place, query.scope), days, asOf: query.asOf, seq: query.seq });
  }

  async why(cell: Cell, { on, ...cut }: Cut & { on: Day }): Promise<Why> {
    const seq = cut.seq ?? (await this.#ledger.seq());
    const looked = await this.look(cell, { on, asOf: cut.asOf, seq });
    const from = this.#theatre.period.from < on ? this.#theatre.period.from : on;
    const periods = await this.periodsOf(cell, { from, until: addDays(on, 1) }, { ...cut, seq });
    return tellWhy({ ledger: this.#ledger, theatre: this.#theatre, asOf: cut.asOf, seq }, looked, periods);
  }

  /** What is told of each cell on each day, under both clocks, one cell after the other. */
  async *series({ cells, days, asOf, seq: asked }: SeriesQuery): AsyncIterable<CellSeries> {
    const seq = asked ?? (await this.#ledger.seq());
    for (const cell of cells) {
      const gathered = await this.#gatherer.around(cell, seq);
      const heardBy = (known: Instant | null): Listening => this.#gatherer.heardIn(cell, known, gathered);
      yield cellSeries(this.#ground, cell, {
        days,
        asOf,
        seq,
        evidence: this.#gatherer.evidenceFor(cell, gathered),
        heardBy,
      });
    }
  }

  /** Every district, spoken of or not, as a fit hears it; other cells would hear the same reports a second time. */
  async hear(seq: number): Promise<readonly HeardFrom[]> {
    const gathered = await this.#gatherer.whole(seq);
    const districts = this.#theatre.gazetteer.all().filter(({ kind }) => kind === 'district');
    return districts.flatMap(({ id }) => {
      const cell: Cell = { place: id, scope: 'district' };
      const evidence = cutEvidence(this.#gatherer.evidenceFor(cell, gathered), { asOf: null, seq });
      return hearCell(this.#ground, { cell, heard: this.#gatherer.heardIn(cell, null, gathered) }, evidence) ?? [];
    });
  }

  async sourceGrades({ asOf, seq }: Cut): Promise<SourceGrades> {
    return this.#letters.grades({ asOf, seq: seq ?? (await this.#ledger.seq()) });
  }

  /** What became of each claim by others' words; null for a ledger too large to tell it at once. */
  outcomes(cut: { readonly asOf: Instant | null; readonly seq: number }): Promise<Outcomes | null> {
    return this.#letters.outcomes(cut);
  }

  /** The scope that a place's kind stands for: district, city, crossing … */
  mainScope(place: PlaceId): Scope {
    return naturalCell(this.#theatre.gazetteer, place).scope;
  }

  async scopesOf(place: PlaceId): Promise<readonly Scope[]> {
    const gathered = await this.#gatherer.around(naturalCell(this.#theatre.gazetteer, place), null);
    const cells = cellsOf(gathered.evidence.get(place) ?? [], this.#theatre.gazetteer);
    return [...new Set(cells.filter((cell) => cell.place === place).map((cell) => cell.scope))];
  }

  lastDay(): Promise<Day | null> {
    return lastReportDay(this.#ledger);
  }
}
