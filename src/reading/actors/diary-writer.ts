// Whose "we" a diary's is: its writer's, of whose side its introduction tells ("a policeman's diary", "He served in the army").
// Invariant: only under the days of a diary, and only where the words before its first day name one side of the war.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft } from '../marks.ts';

/** The side of the diary's writer; null where a sentence is no diary's, or nobody says who wrote it. */
export const writerSide = (draft: Draft, sentence: number): SideId | null => {
  const first = draft.sentences.findIndex(({ day }) => day !== null);
  if (first < 0 || draft.sentences[sentence]?.day === null) return null;
  const fights = (id: SideId | null): boolean =>
    draft.theatre.sides.some(({ id: side, belligerent }) => belligerent && side === id);
  const named = draft.mentions.filter(
    (mark): mark is ActorMark => mark.type === 'actor' && mark.sentence < first && !mark.pronoun && fights(mark.side),
  );
  const sides = new Set(named.map(({ side }) => side));
  return sides.size === 1 ? (named[0]?.side ?? null) : null;
};
