// Whose column it is that was ambushed: those who boast of it tell of no men of their own.
// Invariant: asked only of words that are anybody's ("a column", "the convoy"), and of a side that is no state's.
import type { SideId } from '../../model/actor.ts';
import type { ActorMark, Draft } from '../marks.ts';
import { isIncumbent, opponentOf } from '../mentions/theatre-sides.ts';

/** Words from the column to what befell it. */
const REACH = 10;

/** "A column sent to A was AMBUSHED, the rebels said": the enemy's of who says so; null where nothing befell it. */
export const harmedSide = (draft: Draft, mark: ActorMark, speaker: SideId | null): SideId | null => {
  const { theatre, sentences } = draft;
  if (!theatre.open || speaker === null || isIncumbent(speaker, theatre)) return null;
  const { tokens = [] } = sentences[mark.sentence] ?? {};
  const last = mark.text.toLowerCase().split(' ').at(-1) ?? '';
  if (!theatre.lexicon.has('weakForces', last) || theatre.lexicon.has('possessives', tokens[mark.from - 1]?.word ?? ''))
    return null;
  const behind = tokens.slice(mark.to, mark.to + REACH);
  const at = behind.findIndex(({ word }) => theatre.lexicon.has('be', word));
  return at >= 0 && theatre.lexicon.has('harmForms', behind[at + 1]?.word ?? '') ? opponentOf(speaker, theatre) : null;
};
