// The sides of a theatre by their part in the war: who held the ground at first, who is out to take it, whose enemy is who.
import type { SideId } from '../../model/actor.ts';
import { kept } from '../../model/keep.ts';
import type { Theatre } from '../../model/theatre.ts';

export const isIncumbent = (side: SideId, { sides }: Theatre): boolean => {
  const found = sides.find(({ id }) => id === side);
  if (found === undefined) return false;
  return found.role === 'incumbent' || sides.some(({ id, role }) => id === found.alliedWith && role === 'incumbent');
};

export const challengerOf = ({ sides }: Theatre): SideId | null =>
  sides.find(({ role }) => role === 'challenger')?.id ?? null;
export const incumbentOf = ({ sides }: Theatre): SideId | null =>
  sides.find(({ role }) => role === 'incumbent')?.id ?? null;

/** The main enemy of a side: the challenger of the incumbent and its allies, the incumbent of everybody else. */
export const opponentOf = (side: SideId | null, theatre: Theatre): SideId | null => {
  if (side === null) return null;
  return isIncumbent(side, theatre) ? challengerOf(theatre) : incumbentOf(theatre);
};

/** One from outside who helps or looks on, where a theatre knows its sides: what is lost there was not his. */
export const isGuest = (side: SideId | null, { sides, open }: Theatre): boolean =>
  !open && sides.some(({ id, role, class: of }) => id === side && role === 'other' && of === 'foreign');

/** The one side that fights beside the holder and is neither the state's nor from abroad. */
export const localForceOf = kept((theatre: Theatre): SideId | null => {
  const holder = incumbentOf(theatre);
  const risen = theatre.sides.filter(
    ({ role, alliedWith, belligerent, class: of }) =>
      role === 'other' && belligerent && alliedWith !== null && alliedWith === holder && of !== 'foreign',
  );
  return risen.length === 1 ? (risen[0]?.id ?? null) : null;
});

/** Who gives a place up to a side, where nobody is named: its enemy, but to those who fight beside the holder the holder. */
export const giverTo = (side: SideId | null, theatre: Theatre): SideId | null =>
  side !== null && side === localForceOf(theatre) ? incumbentOf(theatre) : opponentOf(side, theatre);
