// "Residents said the rebels had come. THE GROUP'S SPOKESMAN denied it": of the group that fights, and not of those who live there.
// Invariant: asked only where the last who spoke are people without a name; a union or a network that spoke is a group too.

import type { ActorMark } from '../marks.ts';
import { isIncumbent } from '../mentions/theatre-sides.ts';
import { inSentences, sentenceAt } from '../words/by-sentence.ts';
import { isOnePerson, type Known, wordsOf } from './known-speakers.ts';
import type { Heard } from './speaker-pronouns.ts';

/** Sentences back that "the group" reaches. */
const BACK = 3;

/** "two residents", "witnesses": people, and no body. */
const arePeople = ({ speaker, sides }: Known): boolean =>
  sides.every((side) => side === 'local' || side === 'unknown') && !/\p{Lu}/u.test((speaker ?? '').slice(1));

/** The side of the group whose spokesman the words name; null where they name none. */
export const groupsVoice = ({ draft, known, at }: Heard, words: string): Known['sides'] | null => {
  const { lexicon } = draft.theatre;
  const parts = wordsOf(words);
  const speaks = parts.some((word) => lexicon.has('spokesWords', word));
  const noun = parts.findIndex((word) => lexicon.has('actors:group', word.replace(/['’]s?$/u, '')));
  if (!speaks || noun < 1 || !lexicon.has('definiteWords', parts[noun - 1] ?? '')) return null;
  const last = known.at(-1);
  if (last !== undefined && (isOnePerson(last, lexicon) || !arePeople(last))) return null;
  const to = sentenceAt(draft, at);
  const group = inSentences(draft.mentions, { from: to - BACK, to }).findLast(
    (one): one is ActorMark =>
      one.type === 'actor' &&
      one.end <= at &&
      !one.pronoun &&
      one.side !== null &&
      one.means !== 'civilian' &&
      !one.modifies,
  );
  return group?.side == null || isIncumbent(group.side, draft.theatre) ? null : [group.side];
};
