// "Forces loyal to renegade general Alan Hale", "troops allied to warlord Hale": a man's own, not the state's.
// Invariant: asked only where the theatre is `open` and no side is named behind the noun.
import type { Side } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Token } from '../marks.ts';
import { phraseAt } from './name-tree.ts';

/** Words from "loyal to" to the man's name. */
const REACH = 10;

/** The man of whom the report says "Hale's forces". */
const isOwner = (word: string, { sides, lexicon }: Theatre): boolean =>
  sides.some((side) =>
    side.names.some((name) => lexicon.list('ownedForces').some((noun) => name === `${word}'s ${noun}`)),
  );

/** Whose forces are by the words behind them: a man's that fights the state, or the state's own; null where they do not say. */
export const loyalClass = (tokens: readonly Token[], from: number, theatre: Theatre): Side['class'] | null => {
  const { lexicon } = theatre;
  if (!lexicon.has('loyalLinks', tokens[from]?.word ?? '')) return null;
  // "loyal to A powerful GENERAL" tells of one that is not the state's.
  const some = lexicon.has('indefiniteArticles', tokens[from + 2]?.word ?? '');
  for (let at = from + 1; at < from + REACH; at++) {
    const token = tokens[at];
    const joins = token?.word === '-' || token?.word === "'s";
    if (token === undefined || (token.type === 'mark' && !joins) || lexicon.has('have', token.word)) return null;
    const named = phraseAt(theatre, tokens, at)?.value;
    if (named?.type === 'side') return theatre.sides.find(({ id }) => id === named.side)?.class ?? null;
    if (some && lexicon.has('warlordWords', token.word)) return 'non-state';
    if (lexicon.has('rebelOwners', token.word) || isOwner(token.text, theatre)) return 'non-state';
    if (lexicon.has('stateNouns', token.word)) return 'government';
  }
  return null;
};
