// "Forces loyal to renegade general Alan Hale", "troops allied to warlord Hale": a man's own, not the state's.
// Invariant: asked only where the theatre is `open` and no side is named behind the noun.
import type { Theatre } from '../model/theatre.ts';
import type { Token } from './marks.ts';

/** Words from "loyal to" to the man's name. */
const REACH = 7;

/** The man of whom the report says "Hale's forces". */
const isOwner = (word: string, { sides, lexicon }: Theatre): boolean =>
  sides.some((side) =>
    side.names.some((name) => lexicon.list('ownedForces').some((noun) => name === `${word}'s ${noun}`)),
  );

/** True where the words behind a noun of forces make them a man's that fights the state. */
export const areRebelOwned = (tokens: readonly Token[], from: number, theatre: Theatre): boolean => {
  const { lexicon } = theatre;
  if (!lexicon.has('loyalLinks', tokens[from]?.word ?? '')) return false;
  for (let at = from + 1; at < from + REACH; at++) {
    const token = tokens[at];
    if (token === undefined || token.type === 'mark' || lexicon.has('have', token.word)) return false;
    if (lexicon.has('rebelOwners', token.word) || isOwner(token.text, theatre)) return true;
  }
  return false;
};
