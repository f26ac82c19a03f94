// Which two moments are compared: two days as known now, or one day as known at two moments. All of it is in the address.
import { inOrder, type Moment } from '../src/drawing/find-changes.ts';
import { addDays, type Day } from '../src/model/time.ts';
import { type Axis, clampDay } from './axis.ts';
import type { State } from './state.ts';

const WEEK = 7;

type Compared = Pick<State, 'with' | 'withAsOf'>;

const isOn = (state: Compared): boolean => state.with !== null || state.withAsOf !== null;

/** Off, or the same day a week before. */
const toggled = (state: Compared, on: Day, axis: Axis): Partial<State> => {
  if (isOn(state)) return { with: null, withAsOf: null };
  const before = clampDay(addDays(on, -WEEK), axis);
  return { with: before === on ? clampDay(addDays(on, WEEK), axis) : before };
};

/** The shown day as known at its own end, beside what is known now. */
const thenAndNow = (on: Day): Partial<State> => ({ with: null, withAsOf: on });

const momentsOf = (state: State, on: Day): readonly [earlier: Moment, later: Moment] =>
  inOrder({ on, asOf: state.asOf }, { on: state.with ?? on, asOf: state.withAsOf ?? state.asOf });

export const comparison = { isOn, toggled, thenAndNow, momentsOf };
