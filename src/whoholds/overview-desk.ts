// What a ledger tells of itself as a whole: who speaks in it, where it hears nothing, how its answers held.
// Invariant: everything is made from evidence cut by known time and sequence number; one state's answers are kept, once made.
import { cutEvidence } from '../assessment/assess.ts';
import { placesByProvince } from '../assessment/coverage.ts';
import type { Ground } from '../assessment/ground.ts';
import { cellsAround } from '../assessment/scopes.ts';
import type { Cell, Evidence } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import { addDays, type Day, type Instant } from '../model/time.ts';
import { askedDays, type Where } from './asked-days.ts';
import type { ControlDesk } from './control-desk.ts';
import { cellKey, LARGE_LEDGER, MOST_RETOLD } from './derived-control.ts';
import { type EvidenceByPlace, gatherEvidence } from './gather-evidence.ts';
import type { Hindsight, Known, Overview, ProvinceCoverage, SpeakerRow } from './overview-contract.ts';
import { tellProvince } from './tell-coverage.ts';
import { type Compared, compareDays, tallyHindsight } from './tell-hindsight.ts';
import { type Saying, sayingOf, tellSpeakers } from './tell-speakers.ts';

interface Cut {
  readonly asOf: Instant | null;
  readonly seq: number;
}

interface ProvinceSaid {
  readonly province: PlaceId;
  readonly places: readonly PlaceId[];
  readonly said: readonly Evidence[];
  /** With what was taken back or only known later. */
  readonly entered: readonly Evidence[];
}

/** A cell, and since when anything was known of it: before that nobody was told of it. */
interface Spoken {
  readonly cell: Cell;
  readonly since: Instant;
}

const EVERY_DAYS = 7;
const MOST_KEPT = 12;

export class OverviewDesk implements Overview {
  readonly #where: Where;
  readonly #ground: Ground;
  readonly #desk: ControlDesk;
  /** The last answers, by question, moment and state: they take seconds, and a page is opened by many. */
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(where: Where, ground: Ground, desk: ControlDesk) {
    this.#where = where;
    this.#ground = ground;
    this.#desk = desk;
  }

  speakers(known: Known): Promise<readonly SpeakerRow[]> {
    return this.#once('speakers', known, (cut) => this.#speakers(cut));
  }

  coverage(known: Known): Promise<readonly ProvinceCoverage[]> {
    return this.#once('coverage', known, (cut) => this.#coverage(cut));
  }

  hindsight(known: Known): Promise<Hindsight | null> {
    return this.#once('hindsight', known, (cut) => this.#hindsight(cut));
  }

  async #once<T>(question: string, { asOf, seq }: Known, make: (cut: Cut) => Promise<T>): Promise<T> {
    const cut = { asOf, seq: seq ?? (await this.#where.ledger.seq()) };
    const key = `${question} ${cut.seq} ${asOf}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept as Promise<T>;
    const made = make(cut);
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }

  /** Province by province, so that a large ledger need not be in memory at once. */
  async *#byProvince(cut: Cut): AsyncGenerator<ProvinceSaid> {
    const whole: EvidenceByPlace | null =
      cut.seq < LARGE_LEDGER ? await gatherEvidence(this.#where, cut.seq, null) : null;
    for (const [province, places] of placesByProvince(this.#ground)) {
      const gathered = whole ?? (await gatherEvidence(this.#where, cut.seq, places));
      const entered = places.flatMap((id) => gathered.get(id) ?? []);
      yield { province, places, entered, said: cutEvidence(entered, cut) };
    }
  }

  async #speakers(cut: Cut): Promise<readonly SpeakerRow[]> {
    const all: Saying[] = [];
    for await (const { said } of this.#byProvince(cut)) for (const one of said) all.push(sayingOf(one));
    return tellSpeakers(all, await this.#desk.outcomes(cut));
  }

  async #coverage(cut: Cut): Promise<readonly ProvinceCoverage[]> {
    const rows: ProvinceCoverage[] = [];
    for await (const { said, ...one } of this.#byProvince(cut)) {
      const row = tellProvince(this.#where.theatre, one, said);
      if (row.districts > 0 || row.claims > 0) rows.push(row);
    }
    return rows.sort((a, b) => a.province.name.localeCompare(b.province.name, 'en'));
  }

  /** The cells of one province after those of another: each is read once. */
  async #spoken(cut: Cut): Promise<ReadonlyMap<string, Spoken>> {
    const spoken = new Map<string, Spoken>();
    for await (const { entered } of this.#byProvince(cut))
      for (const { claim, report, known } of entered) {
        const since = known ?? report.known;
        const said = claim.place.id === null ? [] : [{ place: claim.place.id, scope: claim.scope }];
        for (const cell of cellsAround(said, this.#ground.gazetteer)) {
          const before = spoken.get(cellKey(cell));
          if (before === undefined || since < before.since) spoken.set(cellKey(cell), { cell, since });
        }
      }
    return spoken;
  }

  async #hindsight(cut: Cut): Promise<Hindsight | null> {
    if (cut.seq >= MOST_RETOLD) return null;
    const { from, last } = await askedDays(this.#where, { from: null, until: null });
    const days: Day[] = [];
    for (let day = from; day <= last; day = addDays(day, EVERY_DAYS)) days.push(day);
    const spoken = await this.#spoken(cut);
    const compared: Compared[] = [];
    const cells = [...spoken.values()].map(({ cell }) => cell);
    for await (const told of this.#desk.series({ cells, days, ...cut })) {
      const since = spoken.get(cellKey(told.cell))?.since;
      const known = told.days.filter(({ knownBy }) => since !== undefined && since <= knownBy);
      compared.push(...compareDays(this.#ground, known));
    }
    return { from, until: last, everyDays: EVERY_DAYS, days: days.length, ...tallyHindsight(compared) };
  }
}
