// Walks a cell through the days on which something can change, carrying the last holder along (hysteresis is over days).
// Invariant: two days between neighbouring event days are alike; the walk depends on the statements, not on their order.
import type { Belief } from './belief.ts';
import { carryOn, decide } from './decide.ts';
import { campOf, type Ground, limitDays } from './ground.ts';
import { likelihoodWords } from './likelihood.ts';
import type { Statement } from './statements.ts';
import type { Carry, Verdict } from './verdict.ts';
import { type Prepared, type View, viewOf } from './view.ts';

export interface DayState {
  readonly day: number;
  readonly view: View;
  readonly verdict: Verdict;
}

const DANGERS = ['siege', 'threat'];

/** The days after which a statement of this age counts no longer, and those on which it begins to. */
const eventsOf = (ground: Ground, one: Statement): readonly number[] => {
  const { days, lookAheadDays, hours } = ground.parameters;
  const lapses = [days.disputed, days.contested, days.claimed, days.confirmed].map((limit) => limitDays(ground, limit));
  const decays = DANGERS.includes(one.says.what) || one.relation.as === 'near';
  const decay = decays ? Array.from({ length: limitDays(ground, days.threatened) }, (_, age) => age + 1) : [];
  const begins = [one.day - lookAheadDays, one.day, one.until, one.day + hours.withdrawal / 24];
  return [...begins, ...decay.map((age) => one.until + age), ...lapses.map((limit) => one.until + limit + 1)];
};

/** Camps that somebody gives the cell to or sees inside: nobody else can be confirmed (S), so nobody else needs the interval. */
const namedCamps = ({ ground, statements }: Prepared): ReadonlySet<string> =>
  new Set(
    statements.flatMap(({ says }) =>
      says.side !== null && (says.what === 'has' || says.what === 'inside') ? [campOf(ground, says.side)] : [],
    ),
  );

/** Which bars each probability reaches on a day, and what it is called, as a word. */
const reaching = (prepared: Prepared, belief: Belief): ((day: number) => string) => {
  const { parameters } = prepared.ground;
  const { confirmEnter, confirmLeave, confirmLow, overrideDenial, contested, held } = parameters.bars;
  const camps = [belief.space.incumbent, ...belief.space.challengers];
  const named = namedCamps(prepared);
  const bars = [confirmEnter, confirmLeave, overrideDenial, held];
  const of = (camp: string, day: number): string => {
    const p = belief.share(camp, day);
    let reached = 0;
    for (const bar of bars) reached = reached * 2 + Number(p >= bar);
    // The interval costs five more runs: it is only asked for where p alone would do.
    const sure = p >= confirmEnter && named.has(camp) && belief.low(camp, day) >= confirmLow;
    return `${reached}${likelihoodWords(parameters, p)}${Number(sure)}`;
  };
  return (day) => {
    const inside = belief.contested(day);
    const words = camps.map((camp) => of(camp, day)).join(' ');
    return `${words} ${Number(inside >= contested)}${likelihoodWords(parameters, inside)}`;
  };
};

/** Days on which a probability passes one of the bars that a status asks for. */
const crossings = (prepared: Prepared, last: number): readonly number[] => {
  const { belief } = prepared;
  if (belief === null || prepared.statements.length === 0) return [];
  const days = Array.from({ length: Math.max(0, last - belief.first + 1) }, (_, at) => belief.first + at);
  const reached = days.map(reaching(prepared, belief));
  return days.filter((_, at) => at > 0 && reached[at] !== reached[at - 1]);
};

/** Days (numbers), ascending, on which the cell may change, up to and with the last one asked for. */
export const eventDays = (prepared: Prepared, last: number): readonly number[] => {
  const { ground, statements, parted } = prepared;
  const days = new Set([
    ...parted.days.flatMap((on) => [on, on + ground.parameters.apartDays + 1]),
    ...crossings(prepared, last),
  ]);
  for (const one of statements) for (const day of eventsOf(ground, one)) if (day <= last) days.add(day);
  return [...days].filter((day) => day <= last).sort((a, b) => a - b);
};

export const startOf = (prepared: Prepared): Carry => ({
  holder: prepared.baseline,
  changed: null,
  settled: null,
  threatened: false,
  contested: false,
  confirmed: null,
});

/** The state on each event day; the caller stops where it likes. */
export function* walk(prepared: Prepared, days: readonly number[]): Generator<DayState> {
  let carry = startOf(prepared);
  for (const day of days) {
    const view = viewOf(prepared, day);
    const verdict = decide(view, carry);
    yield { day, view, verdict };
    carry = carryOn(verdict, day);
  }
}

/** The state on one day: the walk up to it, and the day itself. */
export const stateOn = (prepared: Prepared, day: number): DayState => {
  const days = eventDays(prepared, day);
  let state: DayState | null = null;
  for (const next of walk(prepared, days.at(-1) === day ? days : [...days, day])) state = next;
  if (state !== null) return state;
  const view = viewOf(prepared, day);
  return { day, view, verdict: decide(view, startOf(prepared)) };
};
