// In which states of its cell a statement is true: what a probability can be asked of (control-method 6 and 7.1).
// Invariant: danger, plans and what is borrowed have no truth among the states: nothing here judges them.
import { campOf } from './ground.ts';
import type { Marking } from './marks.ts';
import { isMain } from './opposition.ts';
import { CONTESTED, freshOf, HELD, type StateSpace, settledOf } from './state-space.ts';
import type { Statement } from './statements.ts';

/** 1 for each state in which it is true. */
export type Truth = Float64Array;

const heldBy = (space: StateSpace, camp: string): Truth | null => {
  const states = new Float64Array(space.size);
  if (camp === space.incumbent) states[HELD] = 1;
  else {
    const at = space.challengers.indexOf(camp);
    if (at < 0) return null;
    states[freshOf(at)] = 1;
    states[settledOf(at)] = 1;
  }
  return states;
};

const contestedIn = (space: StateSpace): Truth => {
  const states = new Float64Array(space.size);
  states[CONTESTED] = 1;
  return states;
};

const not = (truth: Truth): Truth => truth.map((value) => 1 - value);

/** The side is inside where it has the place or fights in it. */
const insideOf = (held: Truth): Truth => held.map((value, state) => (state === CONTESTED ? 1 : value));

/** Null where no state makes it true or false. */
export const truthOf = ({ ground, space }: Marking, one: Statement): Truth | null => {
  const { what, side } = one.says;
  if (!isMain(one)) return null;
  if (side === null) return what === 'inside' ? contestedIn(space) : null;
  const held = heldBy(space, campOf(ground, side));
  if (held === null) return null;
  switch (what) {
    case 'has':
    case 'kept':
      return held;
    case 'lost':
    case 'not':
    case 'repulse':
      return not(held);
    case 'inside':
      return insideOf(held);
    case 'out':
      return not(insideOf(held));
    default:
      return null;
  }
};

/** P(true) by a distribution over the states. */
export const probabilityOf = (truth: Truth, states: Float64Array): number =>
  states.reduce((sum, value, state) => sum + value * (truth[state] ?? 0), 0);
