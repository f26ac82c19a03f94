// "Both towns ARE LOST TO THE COUNCIL": of a state, and not of a deed, the words name who has lost them.
// Invariant: only of the state's side, told by nobody of its enemies; "was lost to the rebels" names who took it.
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { isIncumbent } from '../mentions/theatre-sides.ts';
import { speakerSideAt } from './actor-meant.ts';

export const isLostToHolder = (draft: Draft, { kind, tense, doer, start }: Predicate, to: SideId | null): boolean => {
  const speaker = speakerSideAt(draft, start);
  const told = speaker === null || isIncumbent(speaker, draft.theatre);
  return (
    kind === 'loss' && tense === 'present' && doer === null && to !== null && isIncumbent(to, draft.theatre) && told
  );
};
