// The states of one cell (control-method 7.1): held by the incumbent, contested, and fresh and settled for each challenger.
// Invariant: with one challenger this is the two-sided table, number for number.
import type { ModelParameters, Row } from './model-parameters.ts';

export interface StateSpace {
  /** Camp ids. */
  readonly incumbent: string;
  readonly challengers: readonly string[];
  readonly size: number;
  /** Row-major: the probability of `to` tomorrow, given `from` today. */
  readonly transitions: Float64Array;
}

export const HELD = 0;
export const CONTESTED = 1;
const FIRST = 2;
export const freshOf = (challenger: number): number => FIRST + 2 * challenger;
export const settledOf = (challenger: number): number => FIRST + 2 * challenger + 1;

/** Whose a state is: 0 the incumbent's, 1 + n the n-th challenger's, -1 nobody's while it is contested. */
export const campAt = (state: number): number =>
  state === HELD ? 0 : state === CONTESTED ? -1 : 1 + ((state - FIRST) >> 1);

/** Held for longer than the days after a capture. */
export const isSettled = (state: number): boolean => state === HELD || (state >= FIRST && (state - FIRST) % 2 === 1);

/** What each state is worth, where `of` is the challenger spoken of (null: all alike); others are "not that one" (7.1). */
export const spread = ({ challengers, size }: StateSpace, row: Row, of: string | null): Float64Array => {
  const values = new Float64Array(size);
  values[HELD] = row[0];
  values[CONTESTED] = row[1];
  for (const [at, camp] of challengers.entries()) {
    const own = of === null || camp === of;
    values[freshOf(at)] = own ? row[2] : row[0];
    values[settledOf(at)] = own ? row[3] : row[0];
  }
  return values;
};

/** The same words about the other side: what spoke for the challenger now speaks for the incumbent (7.4). */
export const mirror = ([held, contested, fresh]: Row): Row => [fresh, contested, held, held];

const fill = (space: StateSpace, { transitions, betweenChallengers }: ModelParameters): void => {
  const { size, challengers } = space;
  const count = challengers.length;
  const [held, contested, fresh, settled] = transitions;
  const set = (from: number, to: number, value: number): void => {
    space.transitions[from * size + to] = value;
  };
  set(HELD, HELD, held[0]);
  set(HELD, CONTESTED, held[1]);
  set(CONTESTED, HELD, contested[0]);
  set(CONTESTED, CONTESTED, contested[1]);
  for (const at of challengers.keys()) {
    const [newly, long] = [freshOf(at), settledOf(at)];
    set(HELD, newly, held[2] / count);
    set(HELD, long, held[3] / count);
    set(CONTESTED, newly, contested[2] / count);
    set(CONTESTED, long, contested[3] / count);
    set(newly, HELD, fresh[0]);
    set(newly, CONTESTED, fresh[1]);
    set(newly, newly, fresh[2] - (count - 1) * betweenChallengers.fresh);
    set(newly, long, fresh[3]);
    set(long, HELD, settled[0]);
    set(long, CONTESTED, settled[1]);
    set(long, newly, settled[2]);
    set(long, long, settled[3] - (count - 1) * betweenChallengers.settled);
    for (const other of challengers.keys()) {
      if (other === at) continue;
      set(newly, freshOf(other), betweenChallengers.fresh);
      set(long, freshOf(other), betweenChallengers.settled);
    }
  }
};

/** @param challengers camps, the theatre's main one first; at least one. */
export const stateSpaceOf = (
  parameters: ModelParameters,
  incumbent: string,
  challengers: readonly string[],
): StateSpace => {
  const size = FIRST + 2 * challengers.length;
  const space = { incumbent, challengers, size, transitions: new Float64Array(size * size) };
  fill(space, parameters);
  return space;
};

/** Where the first day begins: the baseline's holder has `p`, the rest goes by the table's own shares (E18, 7.1). */
export const startOf = (
  space: StateSpace,
  { start, listedFrom }: ModelParameters,
  { holder, p }: { readonly holder: string; readonly p: number },
): Float64Array => {
  const table = p >= listedFrom ? start.listed : start.leaning;
  const values = new Float64Array(space.size);
  const held = space.challengers.indexOf(holder);
  const row = held < 0 ? table.incumbent : table.challenger;
  const others = space.challengers.length - (held < 0 ? 0 : 1);
  values[CONTESTED] = row[1];
  if (held < 0) values[HELD] = row[0];
  else {
    values[HELD] = row[0] / (others + 1);
    values[freshOf(held)] = row[2];
    values[settledOf(held)] = row[3];
  }
  for (const at of space.challengers.keys()) {
    if (at === held) continue;
    values[freshOf(at)] = held < 0 ? row[2] / others : 0;
    values[settledOf(at)] = held < 0 ? row[3] / others : row[0] / (others + 1);
  }
  const own = held < 0 ? row[0] : row[2] + row[3];
  const isOwn = (state: number): boolean =>
    held < 0 ? state === HELD : state === freshOf(held) || state === settledOf(held);
  return values.map((value, state) => (isOwn(state) ? (value / own) * p : (value / (1 - own)) * (1 - p)));
};

/** P(camp) of one distribution over the states. */
export const sideShare = ({ incumbent, challengers }: StateSpace, camp: string, values: Float64Array): number => {
  if (camp === incumbent) return values[HELD] ?? 0;
  const at = challengers.indexOf(camp);
  return at < 0 ? 0 : (values[freshOf(at)] ?? 0) + (values[settledOf(at)] ?? 0);
};
