// Which two moments are compared: two days as known now, or one day as known at two moments. All of it is in the address.
import { addDays, type Day } from '../src/model/time.ts';
import { type Axis, clampDay } from './axis.ts';
import type { State } from './state.ts';

const WEEK = 7;

type Compared = Pick<State, 'with' | 'withAsOf'>;

export interface Moment {
  readonly on: Day;
  readonly asOf: string | null;
}

const isOn = (state: Compared): boolean => state.with !== null || state.withAsOf !== null;

/** Off, or the same day a week before. */
const toggled = (state: Compared, on: Day, axis: Axis): Partial<State> => {
  if (isOn(state)) return { with: null, withAsOf: null };
  const before = clampDay(addDays(on, -WEEK), axis);
  return { with: before === on ? clampDay(addDays(on, WEEK), axis) : before };
};

/** The shown day as known at its own end, beside what is known now. */
const thenAndNow = (on: Day): Partial<State> => ({ with: null, withAsOf: on });

/** The earlier and the later of the two moments; of one day, the one that knew less and the one that knows more. */
const momentsOf = (state: State, on: Day): readonly [earlier: Moment, later: Moment] => {
  const one: Moment = { on, asOf: state.asOf };
  const other: Moment = { on: state.with ?? on, asOf: state.withAsOf ?? state.asOf };
  if (one.on !== other.on) return one.on < other.on ? [one, other] : [other, one];
  const isLater = one.asOf === null || (other.asOf !== null && one.asOf > other.asOf);
  return isLater ? [other, one] : [one, other];
};

export const comparison = { isOn, toggled, thenAndNow, momentsOf };
