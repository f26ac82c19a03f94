// "The LOSS of A is a setback": so speaks who tells of the loser, though the taker be known.
// Invariant: only without a gazetteer's theatre; elsewhere a loss whose taker is told is a capture (judgement call 3).
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';
import { inSentence } from '../words/by-sentence.ts';
import { sideAt } from './actor-meant.ts';
import { takerTold } from './taker-told.ts';

/** Who lost the place: the foe of who is told to have taken it, else who is said to speak of the loss. */
export const loserMeant = (draft: Draft, predicate: Predicate): SideId | null => {
  const { theatre } = draft;
  if (!theatre.open || !theatre.lexicon.has('losersRules', predicate.rule)) return null;
  const taker = takerTold(draft, predicate);
  if (taker !== null) return opponentOf(taker, theatre);
  const own = inSentence(draft.mentions, predicate.sentence).find(
    (mark) => mark.type === 'actor' && mark.end <= predicate.start,
  );
  return own?.type === 'actor' ? sideAt(draft, own) : null;
};
