// Which side has which of the six colours and slants: a matter of order in the theatre, never of who it is.
import type { Side, SideId } from '../model/actor.ts';
import { SIDE_NUMBERS, type SideNumber } from './palette.ts';

/** What the drawing and the words need of a side. */
export type DrawnSide = Pick<Side, 'id' | 'name' | 'belligerent' | 'role' | 'class' | 'alliedWith'>;

const RANK: Readonly<Record<Side['role'], number>> = { incumbent: 0, challenger: 1, other: 2 };
const rank = (side: DrawnSide): number => (side.belligerent ? 0 : 3) + RANK[side.role];

/** Incumbent 1, then challengers, other belligerents, the rest; past the sixth all share the last colour. */
export const numberSides = (sides: readonly DrawnSide[]): ReadonlyMap<SideId, SideNumber> => {
  const ordered = [...sides].sort((a, b) => rank(a) - rank(b));
  return new Map(ordered.map((side, at) => [side.id, SIDE_NUMBERS[at] ?? 6]));
};
