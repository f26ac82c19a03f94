// What the weather cut off, where nobody says that anybody did: "Snow closed the roads. Ashford WAS CUT OFF for hours."
// Invariant: a force of nature is named in the sentence or right before it, and nobody who fights is named in either.
import type { Draft, Predicate } from '../marks.ts';
import { namesFighter } from './told-of-game.ts';

export const isCutByWeather = (draft: Draft, { kind, rule, doer, sentence }: Predicate): boolean => {
  const { lexicon } = draft.theatre;
  if (kind !== 'siege' || doer !== null || !lexicon.has('cuttingRules', rule)) return false;
  const near = [sentence - 1, sentence];
  const isNatural = near.some((at) =>
    draft.sentences[at]?.tokens.some(({ word }) => lexicon.has('cuttingForces', word)),
  );
  const fights = draft.predicates.some((one) => one.kind !== 'siege' && near.includes(one.sentence));
  return isNatural && !fights && !near.some((at) => namesFighter(draft, at));
};
