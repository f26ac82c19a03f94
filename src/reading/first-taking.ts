// Who never had a place takes it when he drives its holder out; "recapture" is for those who had it before (guide, kinds).
// Invariant: only the side that is out to take the ground takes for the first time, and only where nothing says "again".
import type { Draft, Predicate } from './marks.ts';
import { challengerOf } from './theatre-sides.ts';

/** "drove the army out of A" by those who never had it is a taking, not a retaking. */
export const firstTaking = (draft: Draft, predicate: Predicate): Predicate => {
  const { actor, kind, other, sentence } = predicate;
  const { lexicon } = draft.theatre;
  if (kind !== 'recapture' || other === null || actor === null || actor !== challengerOf(draft.theatre))
    return predicate;
  const again = draft.sentences[sentence]?.tokens.some(({ word }) => lexicon.has('againWords', word)) === true;
  return again ? predicate : { ...predicate, kind: 'capture' };
};
