// "More than forty have died SINCE THE CLASHES BROKE OUT": the fighting only dates what the sentence tells, and is in no one place.
// Invariant: asked only of fighting to which the sentence itself gives no place.
import type { Draft, Predicate } from '../marks.ts';

/** Words of "since the latest fierce". */
const LEAD = 4;

/** True where the fighting, said without its place, is what something else is reckoned from. */
export const isReckonedSince = ({ sentences, theatre }: Draft, { kind, sentence, start }: Predicate): boolean => {
  if (kind !== 'clash') return false;
  const { tokens = [] } = sentences[sentence] ?? {};
  const at = tokens.findIndex((token) => token.start >= start);
  const lead = tokens.slice(Math.max(0, at - LEAD), Math.max(0, at + 1));
  const since = lead.findLastIndex(({ word }) => theatre.lexicon.has('sinceLinks', word));
  return since >= 0 && lead.slice(since).every(({ type }) => type !== 'mark');
};
