// Sides that are counted together are one camp; the question that is scored is whether the main challenger's camp has the seat.
// Invariant: a side is of exactly one camp; `none` (nobody holds it) is a camp of its own.
import type { Side, SideId } from '../model/actor.ts';
import { Fault } from '../model/outcome.ts';

/** A camp is named by the side at the end of the chain of allies, or is `none`. */
export type Camp = SideId | 'none';

export interface Camps {
  readonly of: (side: SideId | 'none') => Camp;
  readonly challenger: Camp;
}

const allyOf = (sides: readonly Side[], id: SideId): SideId => {
  const seen = new Set<string>();
  let camp = id;
  while (!seen.has(camp)) {
    seen.add(camp);
    camp = sides.find((side) => side.id === camp)?.alliedWith ?? camp;
  }
  return camp;
};

/** @throws Fault where the theatre has no challenger: there is nothing to forecast. */
export const campsOf = (sides: readonly Side[]): Camps => {
  const camps = new Map(sides.map(({ id }) => [id, allyOf(sides, id)]));
  const challenger = sides.find(({ id, role }) => role === 'challenger' && camps.get(id) === id);
  if (challenger === undefined) {
    throw new Fault(
      'usage',
      'This theatre has no challenger, so there is no forecast to score. Name one in theatre.json.',
    );
  }
  return { of: (side) => camps.get(side) ?? side, challenger: challenger.id };
};
