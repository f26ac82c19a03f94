// Who did what was told in the sentence before, for the "they" that goes on with it.
// Invariant: where others came, those who fled before them are not meant by who came on.
import type { SideId } from '../model/actor.ts';
import { inSentence } from './by-sentence.ts';
import type { ActorMark, Draft, Predicate } from './marks.ts';
import { risenPeople } from './risen-people.ts';

export const GOING: readonly Predicate['kind'][] = ['withdrawal', 'loss', 'surrender'];
export const COMING: readonly Predicate['kind'][] = ['capture', 'recapture', 'entry', 'attack'];

/** "They also took B": who did the first thing told in the sentence before; not who fled, where others came. */
export const doerBefore = (draft: Draft, mark: ActorMark): SideId | null => {
  const sideOf = (one: Predicate): SideId | null => one.doer?.side ?? risenPeople(draft, one);
  const before = inSentence(draft.predicates, mark.sentence - 1).filter((one) => sideOf(one) !== null);
  const own = inSentence(draft.predicates, mark.sentence).find(({ doer }) => doer?.start === mark.start);
  const came = own !== undefined && COMING.includes(own.kind) ? before.filter(({ kind }) => !GOING.includes(kind)) : [];
  const first = came[0] ?? before[0];
  return first === undefined ? null : sideOf(first);
};
