// Numbers about many places against the ledger's joint distribution (control-method 10): reconciled, never coloured.
// Invariant: reads what is believed of the cells and gives nothing back to them; with or without a number every cell is the same.
import type { Cell } from '../model/control.ts';
import type { PlaceId } from '../model/place.ts';
import type { Beside, OwnAdmission, Proposition, Reconciliation, Undecidable } from '../model/reconciliation.ts';
import type { Random } from '../model/seeded.ts';
import type { Denominator } from '../model/theatre.ts';
import type { Day } from '../model/time.ts';
import { type Compared, findBeside } from './compare-aggregates.ts';
import { type CountSpread, spreadOfDraws } from './count-spread.ts';
import { admittedIn, countedCells, isCounted, isNamed } from './counted-places.ts';
import { type AggregateSaid, propositionOf, takerOf, UNIT_KINDS } from './counted-propositions.ts';
import { checkDenominator, isOfUntoldPart } from './denominators.ts';
import { type Drawn, DrawnCounts } from './drawn-counts.ts';
import { campOf, type Ground, isParty } from './ground.ts';
import { type Counted, judgeCount, satisfied } from './judge-count.ts';
import { reconcileWords, type Told } from './reconcile-words.ts';
import { statedCount } from './stated-count.ts';
import type { Prepared } from './view.ts';

export interface ReportedAggregate extends AggregateSaid {
  readonly report: Reconciliation['report'];
}

interface Asked {
  readonly said: ReportedAggregate;
  readonly proposition: Proposition | null;
  readonly why: Undecidable | null;
  /** The speaker's camp, where it is a party and counts what it lost. */
  readonly against: string | null;
  readonly named: PlaceId[];
  readonly admitted: OwnAdmission[];
}

export interface ReconcileSettings {
  readonly ground: Ground;
  readonly denominators: readonly Denominator[];
  /** A generator of its own for each cell, so that what else is asked changes no draw. */
  readonly randomOf: (cell: Cell) => Random;
  /** The last day that anything can be asked of: the theatre's, or that of its last report. */
  readonly horizon: Day;
}

/** The one party whose number it is, where others gained what it counts. */
const speakerAgainst = (
  ground: Ground,
  { aggregate }: AggregateSaid,
  proposition: Proposition | null,
): string | null => {
  const parties = [
    ...new Set(aggregate.by.sides.filter((side) => isParty(ground, side)).map((side) => campOf(ground, side))),
  ];
  const [camp] = parties;
  const taker = proposition === null ? null : takerOf(ground, proposition);
  if (camp === undefined || parties.length > 1 || taker === null || aggregate.polarity === 'denied') return null;
  return campOf(ground, taker) === camp ? null : camp;
};

/** All numbers of a moment; the cells are given one after the other, in any order. */
export class Reconciler {
  readonly #settings: ReconcileSettings;
  readonly #asked: readonly Asked[];
  readonly #drawn: DrawnCounts;

  constructor(settings: ReconcileSettings, all: readonly ReportedAggregate[]) {
    this.#settings = settings;
    this.#asked = all.map((said) => this.#ask(said));
    this.#drawn = new DrawnCounts(settings.ground, this.#propositions(), settings.horizon);
  }

  #ask(said: ReportedAggregate): Asked {
    const { ground } = this.#settings;
    const found = propositionOf(ground, said);
    const untold = typeof found !== 'string' && isOfUntoldPart(said.aggregate, this.#listsFor(said));
    const proposition = typeof found === 'string' ? null : found;
    const why = typeof found === 'string' ? found : untold ? 'part-not-told' : null;
    return { said, proposition, why, against: speakerAgainst(ground, said, proposition), named: [], admitted: [] };
  }

  #propositions(): readonly Proposition[] {
    return this.#asked.flatMap(({ proposition, why }) => (proposition === null || why !== null ? [] : [proposition]));
  }

  #placesOf({ aggregate }: AggregateSaid): number {
    const { gazetteer } = this.#settings.ground;
    return gazetteer.all().filter(({ id }) => isCounted(gazetteer, aggregate, id)).length;
  }

  #listsFor(said: AggregateSaid) {
    return { denominators: this.#settings.denominators, gazetteer: this.#placesOf(said) };
  }

  /** The cells that the numbers ask for. */
  cells(): readonly Cell[] {
    const units = new Set(this.#propositions().map(({ unit }) => unit));
    return countedCells(this.#settings.ground.gazetteer, units);
  }

  /** What is known of one of those cells, as it is known at the moment asked about. */
  add(prepared: Prepared): void {
    const { cell, ground } = prepared;
    this.#drawn.add(prepared, this.#settings.randomOf(cell));
    for (const { proposition, said, named, admitted, against } of this.#asked) {
      if (proposition === null || !isCounted(ground.gazetteer, proposition, cell.place)) continue;
      if (isNamed(prepared, proposition, said.known)) named.push(cell.place);
      if (against === null) continue;
      const claims = admittedIn(prepared, proposition, against);
      admitted.push(...claims.map((claim) => ({ place: cell.place, claim })));
    }
  }

  reconciliations(): readonly Reconciliation[] {
    const { ground } = this.#settings;
    const compared = this.#asked.map(({ said, proposition }): Compared => ({ aggregate: said.aggregate, proposition }));
    const besideOf = findBeside(ground, compared);
    return this.#asked.map((asked) => {
      const { said, proposition } = asked;
      return this.#tell(asked, besideOf({ aggregate: said.aggregate, proposition }));
    });
  }

  #tell(asked: Asked, beside: readonly Beside[]): Reconciliation {
    const told = this.#measured(asked);
    return { ...told, sentence: reconcileWords(this.#settings.ground, told), beside };
  }

  #measured(asked: Asked): Told {
    const { said, proposition } = asked;
    const { aggregate, report } = said;
    const lists = this.#listsFor(said);
    const stated = statedCount(aggregate, lists.gazetteer, this.#settings.ground.parameters.aggregates);
    const isOfPlaces = UNIT_KINDS.has(aggregate.unit) && aggregate.kind !== 'not-control';
    const named = proposition === null || asked.why !== null ? null : asked.named.toSorted();
    return {
      ...{ aggregate, report, proposition, stated, named },
      namingGap: named === null || stated === null ? null : stated.number - named.length,
      denominator: isOfPlaces ? checkDenominator(aggregate, lists) : null,
      contradictedBy: tooManyAdmitted(asked, stated),
      ...this.#judge(asked, stated, lists.gazetteer),
    };
  }

  #judge(asked: Asked, stated: Told['stated'], places: number): Pick<Told, 'ledger' | 'p' | 'verdict' | 'why'> {
    const { proposition, said } = asked;
    const drawn = proposition === null ? null : this.#drawn.of(proposition);
    const missing = places === 0 ? 'no-places' : drawn === null ? 'no-model' : stated === null ? 'no-number' : null;
    const why = asked.why ?? missing;
    if (drawn === null || stated === null || why !== null) return { ledger: null, p: null, verdict: 'cannot-say', why };
    const { polarity } = said.aggregate;
    const parameters = this.#settings.ground.parameters.aggregates;
    const counted = spreadsOf(drawn, parameters.phi);
    const verdict = judgeCount(stated, counted, { polarity, places, parameters });
    const chance = (spread: CountSpread): number => {
      const p = satisfied(stated, spread);
      return round(polarity === 'denied' ? 1 - p : p);
    };
    const heard = { ...intervalOf(counted.heard, parameters.interval), p: chance(counted.heard) };
    const ledger = { ...intervalOf(counted.all, parameters.interval), heard, places, spokenOf: drawn.spokenOf };
    // A small number without a start may be of the last days alone: only what it says too much can be judged.
    const open = proposition?.startTold === false && (verdict === 'implausible-low' || verdict === 'plausible-low');
    return open
      ? { ledger, p: null, verdict: 'cannot-say', why: 'start-not-told' }
      : { ledger, p: chance(counted.all), verdict, why };
  }
}

const spreadsOf = ({ counts, heard, places, spokenOf, still }: Drawn, phi: number): Counted => ({
  all: spreadOfDraws(counts, { least: 0, most: places, phi }),
  heard: spreadOfDraws(heard, { least: still, most: still + spokenOf, phi }),
});

const round = (value: number): number => Math.round(value * 1000) / 1000;

const intervalOf = (spread: CountSpread, interval: number) => ({
  mean: Math.round(spread.mean * 10) / 10,
  low: spread.quantile((1 - interval) / 2),
  high: spread.quantile((1 + interval) / 2),
});

/** "None", "at most", and a tally since a day mean all there are; five that fell today may be five of many. */
const meansAll = ({ said, why }: Asked): boolean => {
  const { comparator, count, since } = said.aggregate;
  return why === null && (count === 0 || comparator === 'at most' || comparator === 'under' || since !== null);
};

/** What its own side admitted, where that is more places than the number allows. */
const tooManyAdmitted = (asked: Asked, stated: Told['stated']): readonly OwnAdmission[] => {
  if (!meansAll(asked)) return [];
  const { admitted } = asked;
  const places = new Set(admitted.map(({ place }) => place));
  return stated !== null && places.size > stated.most ? admitted : [];
};
