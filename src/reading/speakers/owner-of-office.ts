// "The Council admits to two. Which two, ITS SPOKESWOMAN Ida Brandt was asked": whose an office is that a possessive stands before.
// Invariant: only what stands before the office is looked at; many are no "its".
import type { SpeakerSide } from '../../model/actor.ts';
import type { ActorMark, Draft } from '../marks.ts';
import { inSentences, sentenceAt } from '../words/by-sentence.ts';

/** So many sentences back the owner may stand. */
const BACK = 2;

/** "The Reds": many, and no body with a name of its own. */
const areMany = (text: string): boolean => /\p{L}s$/u.test(text) && !/\p{Lu}\S* \p{Lu}\S*s$/u.test(text);

const isOwner = (single: boolean, mark: ActorMark): boolean =>
  mark.side !== null && !mark.pronoun && mark.means !== 'civilian' && !(single && areMany(mark.text)) && !mark.modifies;

/** The side that the office's own possessive means; none where it has none, or nobody can be meant. */
export const sidesOfOwner = (draft: Draft, role: string, at: number): readonly SpeakerSide[] => {
  const { lexicon } = draft.theatre;
  const first = role.split(/\s+/u)[0]?.toLowerCase() ?? '';
  const many = lexicon.has('pluralPossessives', first);
  if (!lexicon.has('possessives', first) || !(many || lexicon.has('placePossessives', first))) return [];
  const to = sentenceAt(draft, at);
  const owner = inSentences(draft.mentions, { from: to - BACK, to }).findLast(
    (one): one is ActorMark => one.type === 'actor' && one.end <= at && isOwner(!many, one),
  );
  return owner?.side == null ? [] : [owner.side];
};
