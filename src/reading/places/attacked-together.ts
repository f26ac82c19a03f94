// Which places "all the attacks were repelled" means: those that the sentence before, or its own, tells were attacked.
// Invariant: only a plural of attacks, or "both", means more than one.

import type { Predicate } from '../marks.ts';
import { findSet } from './find-place-set.ts';
import type { NamedPlace } from './named-places.ts';
import type { Ground } from './place-suits.ts';

const attackedTogether = (ground: Ground, { kind, sentence, clause }: Predicate): readonly NamedPlace[] => {
  const { sentences, theatre } = ground.draft;
  const isSeveral = sentences[sentence]?.tokens.some(
    (token) =>
      token.start >= clause.start && token.end <= clause.end && theatre.lexicon.has('severalAttacks', token.word),
  );
  if (kind !== 'repulse' || isSeveral !== true) return [];
  const last = ground.sets.at(-1) ?? [];
  return last.every(({ mark }) => mark.sentence >= sentence - 1) ? last : [];
};

/** The places that a plural without a name means. */
export const manyMeant = (ground: Ground, predicate: Predicate, isPlural: boolean): readonly NamedPlace[] =>
  isPlural ? findSet(ground, null, predicate) : attackedTogether(ground, predicate);
