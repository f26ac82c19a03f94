// Numbers about many places, held against the ledger of one moment. Province after province is read, so that memory stays flat.
// Invariant: the same state, moment and theatre give the same bytes; no cell is kept or changed.
import { type Listening, listenTo, placesByProvince, provinceOf } from '../assessment/coverage.ts';
import type { Ground } from '../assessment/ground.ts';
import { knownAt } from '../assessment/known-evidence.ts';
import { Reconciler, type ReportedAggregate } from '../assessment/reconcile.ts';
import { lendersOf } from '../assessment/scopes.ts';
import { prepare } from '../assessment/view.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerRecord } from '../ledger/records.ts';
import type { AggregateClaim } from '../model/claim.ts';
import type { Cell, Evidence } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import { MEASURES, type Measure, type Reconciliation } from '../model/reconciliation.ts';
import { type Random, seeded } from '../model/seeded.ts';
import { contentId } from '../model/text.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Day, Instant } from '../model/time.ts';
import type { AggregateQuery } from './contract.ts';
import { LARGE_LEDGER } from './derived-control.ts';
import { type EvidenceByPlace, gatherEvidence, indexReports } from './gather-evidence.ts';

const isMeasure = (word: string | null): word is Measure => MEASURES.some((measure) => measure === word);

/** A number that follows from the cell's name alone. */
const randomOf = ({ place, scope }: Cell): Random =>
  seeded(Number.parseInt(contentId('cel', [place, scope]).slice(4, 12), 16));

/** The day that a number speaks of, as it is listed; the day it was known where it says none. */
const byDay = (a: Reconciliation, b: Reconciliation): number => {
  const dayOf = ({ proposition, aggregate, report }: Reconciliation): string =>
    proposition?.until ?? aggregate.when.latest ?? report.known.slice(0, 10);
  const [one, other] = [dayOf(a), dayOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
};

const isToldOf = (day: Day | null, { proposition, aggregate }: Reconciliation): boolean =>
  day === null || (proposition?.until ?? aggregate.when.latest) === day;

interface Cut {
  readonly asOf: Instant | null;
  readonly seq: number;
}

/** What an undated report counts is told otherwise once its family dates it. */
const isSaid = ({ known, retracted }: LedgerRecord<AggregateClaim>, asOf: Instant | null): boolean =>
  (known === null || asOf === null || known <= asOf) &&
  (retracted === null || (asOf !== null && retracted.known > asOf));

export interface AggregateOptions {
  readonly ground: Ground;
  /** From so many entries on the ledger is read province by province. */
  readonly largeFrom?: number;
}

export class AggregateDesk {
  readonly #ledger: Ledger;
  readonly #theatre: Theatre;
  readonly #ground: Ground;
  readonly #largeFrom: number;
  #last: { readonly key: string; readonly all: readonly Reconciliation[] } | null = null;
  readonly #provinces: ReadonlyMap<PlaceId, readonly PlaceId[]>;

  constructor(ledger: Ledger, theatre: Theatre, { ground, largeFrom = LARGE_LEDGER }: AggregateOptions) {
    this.#largeFrom = largeFrom;
    this.#ledger = ledger;
    this.#theatre = theatre;
    this.#ground = ground;
    this.#provinces = placesByProvince(this.#ground);
  }

  get #where() {
    return { ledger: this.#ledger, theatre: this.#theatre };
  }

  /** What a number's qualifying words mean is the language's to say. */
  #meaningOf({ predicate }: AggregateClaim): Measure | null {
    const meaning = predicate === null ? null : this.#theatre.lexicon.look('predicateMeanings', predicate);
    return isMeasure(meaning) ? meaning : null;
  }

  /** Those that could be known by then, each with its report. */
  async #said({ asOf, seq }: Cut): Promise<readonly ReportedAggregate[]> {
    const turns = (await this.#ledger.aggregateTurns(seq)).filter((turn) => isSaid(turn, asOf));
    const all = turns.map(({ value }) => value);
    const { reports } = await indexReports(this.#where, seq, [...new Set(all.map(({ report }) => report))]);
    return all.flatMap((aggregate) => {
      const report = reports.get(aggregate.report);
      if (report === undefined || (asOf !== null && report.known > asOf)) return [];
      const { id, outlet, url, known } = report;
      return [{ aggregate, known, meaning: this.#meaningOf(aggregate), report: { id, outlet, url, known } }];
    });
  }

  async #horizon(seq: number): Promise<Day> {
    const { period } = this.#theatre;
    if (period.until !== null) return period.until;
    const heads = await this.#ledger.reportHeads(undefined, seq);
    return (
      heads
        .flatMap(({ report }) => report.published.latest ?? [])
        .sort()
        .at(-1) ?? period.from
    );
  }

  async *#gathered(cells: readonly Cell[], { asOf, seq }: Cut): AsyncGenerator<ReturnType<typeof prepare>> {
    const whole = seq < this.#largeFrom ? await gatherEvidence(this.#where, seq, null) : null;
    for (const [province, own] of Map.groupBy(cells, ({ place }) => provinceOf(this.#ground, place))) {
      const places = this.#provinces.get(province) ?? [province];
      const lenders = own.flatMap((cell) => lendersOf(cell, this.#theatre.gazetteer));
      const evidence = whole ?? (await gatherEvidence(this.#where, seq, [...new Set([...places, ...lenders])]));
      const said = (ids: readonly PlaceId[]): readonly Evidence[] => knownIn(evidence, ids, { asOf, seq });
      const heard: Listening = listenTo(this.#ground, said(places));
      for (const cell of own)
        yield prepare(this.#ground, { cell, heard }, said(lendersOf(cell, this.#theatre.gazetteer)));
    }
  }

  async #reconcileAll(cut: Cut): Promise<readonly Reconciliation[]> {
    const settings = { ground: this.#ground, denominators: this.#theatre.denominators, randomOf };
    const reconciler = new Reconciler({ ...settings, horizon: await this.#horizon(cut.seq) }, await this.#said(cut));
    for await (const prepared of this.#gathered(reconciler.cells(), cut)) reconciler.add(prepared);
    return reconciler.reconciliations().toSorted(byDay);
  }

  async reconcile({ on, asOf, seq: asked }: AggregateQuery): Promise<readonly Reconciliation[]> {
    const seq = asked ?? (await this.#ledger.seq());
    const key = `${seq} ${asOf}`;
    // Sampling every cell takes about a second: one moment's answer serves all its days.
    if (this.#last?.key !== key) this.#last = { key, all: await this.#reconcileAll({ asOf, seq }) };
    return this.#last.all.filter((one) => isToldOf(on, one));
  }
}

const knownIn = (evidence: EvidenceByPlace, places: readonly PlaceId[], cut: Cut): readonly Evidence[] =>
  places.flatMap((place) => evidence.get(place) ?? []).flatMap((one) => knownAt(one, cut) ?? []);
