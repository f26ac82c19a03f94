// How many places a proposition is true of, in each of the joint draws: cell after cell is sampled and added (control-method 7.5).
// Invariant: draw n of every cell belongs to count n; each cell is sampled from its own evidence, independent of the others.
import type { Proposition } from '../model/reconciliation.ts';
import type { Random } from '../model/seeded.ts';
import type { Day } from '../model/time.ts';
import type { Belief } from './belief.ts';
import { isCounted } from './counted-places.ts';
import { isChange } from './counted-propositions.ts';
import { campOf, type Ground } from './ground.ts';
import { type Event, historyOf, isTrueOn, readTurns } from './place-events.ts';
import { pathSampler } from './sample-paths.ts';
import { dayNumber } from './statements.ts';
import type { Prepared } from './view.ts';

export interface Drawn {
  /** The count of each draw. */
  readonly counts: Int32Array;
  /** The same where a place of which nothing was said of those days, nor of any before, is as the baseline had it. */
  readonly heard: Int32Array;
  /** Cells that went in, and those of them of which anything was said by the proposition's last day. */
  readonly places: number;
  readonly spokenOf: number;
  /** Of the others, how many are counted as the baseline had them. */
  readonly still: number;
}

interface Tally extends Drawn {
  readonly proposition: Proposition;
  places: number;
  spokenOf: number;
  still: number;
}

const keyOf = ({ measure, side, unit, within, from, until }: Proposition): string =>
  JSON.stringify([measure, side, unit, within, from, until]);

const campIn = (ground: Ground, { space }: Belief, side: string | null): number => {
  if (side === null) return -1;
  const camp = campOf(ground, side);
  if (camp === space.incumbent) return 0;
  const at = space.challengers.indexOf(camp);
  return at < 0 ? -1 : at + 1;
};

/** @returns null for a camp that has no state here: then nothing of it is true. */
const eventOf = (ground: Ground, belief: Belief, { measure, side, from, until }: Proposition): Event | null => {
  const camp = campIn(ground, belief, side);
  if (side !== null && camp < 0) return null;
  return { measure, camp, from: dayNumber(from) - belief.first, until: Math.max(0, dayNumber(until) - belief.first) };
};

interface Asked {
  readonly event: Event;
  /** The counts that it goes into. */
  readonly into: readonly Int32Array[];
}

/** Of a place that stays as the baseline had it: nothing changes, and its holder holds it. */
const isTrueOfBaseline = ({ ground, baseline }: Prepared, { measure, side }: Proposition): boolean =>
  !isChange(measure) && baseline !== null && side !== null && campOf(ground, baseline) === campOf(ground, side);

const addToAll = (counts: Int32Array): void => {
  for (let draw = 0; draw < counts.length; draw += 1) counts[draw] = (counts[draw] ?? 0) + 1;
};

export class DrawnCounts {
  readonly #ground: Ground;
  readonly #tallies: ReadonlyMap<string, Tally>;
  readonly #horizon: number;

  /** @param horizon the last day of every path that is drawn, or later where a proposition is: what else is asked changes no draw. */
  constructor(ground: Ground, propositions: readonly Proposition[], horizon: Day) {
    const { draws } = ground.parameters.aggregates;
    this.#ground = ground;
    this.#horizon = dayNumber(horizon);
    this.#tallies = new Map(
      propositions.map((proposition) => [
        keyOf(proposition),
        { proposition, counts: new Int32Array(draws), heard: new Int32Array(draws), places: 0, spokenOf: 0, still: 0 },
      ]),
    );
  }

  /** Samples the cell's paths once, for all propositions that count it. */
  add(prepared: Prepared, random: Random): void {
    const { cell, ground, belief } = prepared;
    if (belief === null) return;
    const spokenFrom = Math.min(...belief.weighed.map(({ until }) => until));
    const asked: Asked[] = [];
    for (const tally of this.#tallies.values()) {
      if (!isCounted(ground.gazetteer, tally.proposition, cell.place)) continue;
      tally.places += 1;
      const isSpokenOf = spokenFrom <= dayNumber(tally.proposition.until);
      if (isSpokenOf) tally.spokenOf += 1;
      const event = eventOf(ground, belief, tally.proposition);
      if (event === null) continue;
      asked.push({ event, into: isSpokenOf ? [tally.counts, tally.heard] : [tally.counts] });
      if (isSpokenOf || !isTrueOfBaseline(prepared, tally.proposition)) continue;
      tally.still += 1;
      addToAll(tally.heard);
    }
    if (asked.length > 0) this.#draw(belief, asked, random);
  }

  #draw(belief: Belief, asked: readonly Asked[], random: Random): void {
    const last = Math.max(this.#horizon - belief.first, ...asked.map(({ event }) => event.until));
    const sample = pathSampler(belief.passes, last);
    const history = historyOf(last + 1);
    const states = asked.filter(({ event }) => !isChange(event.measure));
    for (let draw = 0; draw < this.#ground.parameters.aggregates.draws; draw += 1) {
      sample(random, history.path);
      readTurns(history);
      // Most paths of most places never turn.
      for (const { event, into } of history.turns === 0 ? states : asked)
        if (isTrueOn(history, event)) for (const counts of into) counts[draw] = (counts[draw] ?? 0) + 1;
    }
  }

  /** Null where no cell went in. */
  of(proposition: Proposition): Drawn | null {
    const tally = this.#tallies.get(keyOf(proposition));
    return tally === undefined || tally.places === 0 ? null : tally;
  }
}
