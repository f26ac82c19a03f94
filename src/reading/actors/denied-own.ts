// Whose loss or deed a denial is about: nobody denies what his own men took, and whoever denies a loss denies his own.
// Invariant: a no that only leaves one place out of a whole denies nothing.
import type { SideId } from '../../model/actor.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { Draft, Predicate } from '../marks.ts';
import { isGuest, opponentOf } from '../mentions/theatre-sides.ts';
import { speakerSideAt } from './actor-meant.ts';

export const isDenied = (draft: Draft, { polarity, start, leftOut = false }: Predicate): boolean =>
  (frameOver(draft, start)?.polarity === 'denied') !== ((polarity === 'denied') !== leftOut);

/** "The army denied that A had fallen": to no men of its own, whatever they took before. */
export const notOwn = (draft: Draft, predicate: Predicate, taker: SideId | null): SideId | null =>
  taker !== null && taker === ownDenied(draft, predicate) ? opponentOf(taker, draft.theatre) : taker;

/** "He denied that A had been given up. IT HAD.": what is told again after its denial is of those who deny it. */
const echoed = (draft: Draft, { echoes }: Predicate): Predicate | undefined =>
  echoes === undefined ? undefined : draft.predicates.find(({ start }) => start === echoes);

/** "The rebels deny that A was lost": whoever denies a loss denies his own; a guest of the land's speaks of its holder's. */
export const ownDenied = (draft: Draft, predicate: Predicate): SideId | null => {
  const denied = [predicate, echoed(draft, predicate)].find((one) => one !== undefined && isDenied(draft, one));
  const side = denied === undefined ? null : speakerSideAt(draft, denied.start);
  return isGuest(side, draft.theatre) ? null : side;
};
