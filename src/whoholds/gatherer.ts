// The evidence that questions about cells need, as one state of the ledger has it, and how well each province was listened to.
// Invariant: what is kept in memory belongs to one state of the ledger; an answer depends on that state, not on what is kept.
import { cutEvidence } from '../assessment/assess.ts';
import { areSameCampaigns, type Campaigns, findCampaigns, NO_CAMPAIGNS } from '../assessment/campaigns.ts';
import { areHeardAlike, type Listening, listenTo, placesByProvince, provinceOf } from '../assessment/coverage.ts';
import type { Ground } from '../assessment/ground.ts';
import { lendersOf } from '../assessment/scopes.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Cell, Evidence, Moment } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Instant } from '../model/time.ts';
import { LARGE_LEDGER } from './derived-control.ts';
import { type EvidenceByPlace, gatherEvidence } from './gather-evidence.ts';
import type { Change } from './what-if.ts';

export interface Gathered {
  readonly seq: number;
  readonly evidence: EvidenceByPlace;
  readonly heard: Map<string, Listening>;
  readonly campaigns: Map<Instant | null, Campaigns>;
  /** By province, what was heard from the same evidence among the same campaigns: one object for as long as it is the same. */
  readonly alike: Map<string, { readonly from: readonly Evidence[]; readonly heard: Listening }>;
}

const isSame = (a: readonly Evidence[], b: readonly Evidence[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

/** Two states of a ledger are compared with each other; more need not be kept. */
const STATES_KEPT = 2;

interface Around {
  readonly cell: Cell;
  readonly moment: Moment;
  readonly gathered: Gathered;
}

export class Gatherer {
  readonly #ledger: Ledger;
  readonly #theatre: Theatre;
  readonly #ground: Ground;
  readonly #wholes = new Map<number, Promise<Gathered>>();
  #last: { readonly key: string; readonly gathered: Promise<Gathered> } | null = null;
  #provinces: ReadonlyMap<PlaceId, readonly PlaceId[]> | null = null;

  constructor(ledger: Ledger, theatre: Theatre, ground: Ground) {
    this.#ledger = ledger;
    this.#theatre = theatre;
    this.#ground = ground;
  }

  async #gather(seq: number, places: readonly PlaceId[] | null): Promise<Gathered> {
    const evidence = await gatherEvidence({ ledger: this.#ledger, theatre: this.#theatre }, seq, places);
    return { seq, evidence, heard: new Map(), campaigns: new Map(), alike: new Map() };
  }

  whole(seq: number): Promise<Gathered> {
    const known = this.#wholes.get(seq);
    if (known !== undefined) return known;
    const made = this.#gather(seq, null);
    this.#wholes.set(seq, made);
    made.catch(() => this.#wholes.delete(seq));
    const [oldest] = this.#wholes.keys();
    if (this.#wholes.size > STATES_KEPT && oldest !== undefined) this.#wholes.delete(oldest);
    return made;
  }

  #provinceOf(cell: Cell): readonly PlaceId[] {
    this.#provinces ??= placesByProvince(this.#ground);
    return this.#provinces.get(provinceOf(this.#ground, cell.place)) ?? [cell.place];
  }

  /** What one cell needs. A large ledger is read province by province. */
  async around(cell: Cell, asked: number | null): Promise<Gathered> {
    const seq = asked ?? (await this.#ledger.seq());
    if (seq < LARGE_LEDGER || this.#wholes.has(seq)) return this.whole(seq);
    return this.#lastOf(seq, this.#placesFor(cell));
  }

  /** What several cells need; of one province they are read at once. */
  async aroundAll(cells: readonly Cell[], seq: number): Promise<Gathered> {
    if (seq < LARGE_LEDGER || this.#wholes.has(seq)) return this.whole(seq);
    return this.#gather(seq, [...new Set(cells.flatMap((cell) => this.#placesFor(cell)))]);
  }

  /** One question asks for the same surroundings several times: the last that were read are kept. */
  #lastOf(seq: number, places: readonly PlaceId[]): Promise<Gathered> {
    const key = [seq, ...places].join('\n');
    if (this.#last?.key === key) return this.#last.gathered;
    const last = { key, gathered: this.#gather(seq, places) };
    this.#last = last;
    last.gathered.catch(() => {
      if (this.#last === last) this.#last = null;
    });
    return last.gathered;
  }

  /** Alike for the cells of one province, in the same order. */
  #placesFor(cell: Cell): readonly PlaceId[] {
    return [...new Set([...lendersOf(cell, this.#theatre.gazetteer), ...this.#provinceOf(cell)])].sort();
  }

  evidenceFor(cell: Cell, { evidence }: Gathered): readonly Evidence[] {
    return lendersOf(cell, this.#theatre.gazetteer).flatMap((place) => evidence.get(place) ?? []);
  }

  /** They are told from all that is known of the theatre, which of a large ledger is too much to read for one cell. */
  #campaignsBy(asOf: Instant | null, { seq, evidence, campaigns }: Gathered): Campaigns {
    if (seq >= LARGE_LEDGER) return NO_CAMPAIGNS;
    const known = campaigns.get(asOf);
    if (known !== undefined) return known;
    const found = findCampaigns(this.#ground, cutEvidence([...evidence.values()].flat(), { asOf, seq }));
    const same = [...campaigns.values()].findLast((one) => areSameCampaigns(one, found)) ?? found;
    campaigns.set(asOf, same);
    return same;
  }

  /** How well a cell's province was listened to by a moment; worked out once for each province, moment and gathering. */
  heardIn(cell: Cell, asOf: Instant | null, gathered: Gathered): Listening {
    const province = provinceOf(this.#ground, cell.place);
    const key = `${province} ${asOf}`;
    const known = gathered.heard.get(key);
    if (known !== undefined) return known;
    const evidence = this.#provinceOf(cell).flatMap((place) => gathered.evidence.get(place) ?? []);
    const { seq } = gathered;
    const campaigns = this.#campaignsBy(asOf, gathered);
    const from = cutEvidence(evidence, { asOf, seq });
    const alike = gathered.alike.get(province);
    const same = alike !== undefined && alike.heard.campaigns === campaigns && isSame(alike.from, from);
    const heard = same ? alike.heard : listenTo(this.#ground, from, campaigns);
    gathered.heard.set(key, heard);
    gathered.alike.set(province, { from, heard });
    return heard;
  }

  /** The same, were the evidence another. One report more or less of thousands is not heard. */
  heardWith(change: Change, { cell, moment, gathered }: Around): Listening {
    const heard = this.heardIn(cell, moment.asOf, gathered);
    if (gathered.seq >= LARGE_LEDGER) return heard;
    const around = this.#provinceOf(cell).flatMap((place) => gathered.evidence.get(place) ?? []);
    const known = cutEvidence(around, moment);
    const other = change(known, cell);
    if (other === null || areHeardAlike(known, other)) return heard;
    return listenTo(this.#ground, other, heard.campaigns);
  }
}
