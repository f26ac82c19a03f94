// "The rebels' shadow governor says HIS MEN are at the gates": his own, though the text has told of others who rose.
// Invariant: only a man of the challenger's is asked; the holder's officials may speak of men who rose beside them.
import type { SideId } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Frame } from '../marks.ts';
import { challengerOf } from '../mentions/theatre-sides.ts';
import { isMany, isSaidByMany } from './it-meant.ts';

export const isTellersOwn = (theatre: Theatre, owner: ActorMark | null, speaker: () => SideId | null): boolean => {
  if (owner === null || !theatre.lexicon.has('personPronouns', owner.text.toLowerCase())) return false;
  const teller = speaker();
  return teller !== null && teller === challengerOf(theatre);
};

/** Whoever tells of a quoted word is himself told of in the quotation. */
export const isToldInside = (draft: Draft, { sentence, start }: ActorMark): boolean => {
  const frame = frameOver(draft, start);
  return (
    frame?.sentence === sentence &&
    frame.end <= start &&
    draft.sentences[sentence]?.tokens.find((token) => token.start >= frame.start)?.quoted === true
  );
};

/** "A, which the army says IT took", "which the rebels say THEY hold": one who speaks is one, many are many; "its men" are his. */
export const isTellersPronoun = (draft: Draft, mark: ActorMark, { speaker }: Frame): boolean => {
  if (!mark.pronoun) return true;
  const many = isSaidByMany(draft, mark) || isMany(draft.report.text.slice(speaker?.start ?? 0, speaker?.end ?? 0));
  return draft.theatre.lexicon.has('onePronouns', mark.text.toLowerCase()) !== many;
};

/** "They said the rebels had gone and that THEY THEMSELVES were in A": who tells, whoever was spoken of last. */
export const isSelf = ({ sentences, theatre: { lexicon } }: Draft, { sentence, to }: ActorMark): boolean => {
  const next = sentences[sentence]?.tokens[to];
  return next?.quoted === false && lexicon.has('emphatics', next.word);
};
