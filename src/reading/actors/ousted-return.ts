// "The army drove the rebels out of A. THEY were back by Tuesday.": who comes back is who was driven out, and not who drove.
// Invariant: the driving out is told in the same sentence or the one before, with those who were driven by name.
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { sideAt } from './actor-meant.ts';

const DRIVING: readonly Predicate['kind'][] = ['recapture', 'repulse'];

/** The side of those who come back, or null where the words tell of nothing of the kind. */
export const oustedReturn = (draft: Draft, { kind, doer, rule, sentence, start }: Predicate): SideId | null => {
  if (kind !== 'entry' || doer?.pronoun !== true || !draft.theatre.lexicon.has('comeBackRules', rule)) return null;
  const last = draft.predicates.findLast((one) => one.start < start && one.dropped === null);
  const drove = last !== undefined && DRIVING.includes(last.kind) && last.polarity === 'affirmed';
  return drove && last.sentence >= sentence - 1 ? sideAt(draft, last.other) : null;
};
