// "The rebels stood two miles off, though NONE HAD ENTERED the town": none of those of whom the sentence has just told.
// Invariant: only where who did nothing is named by no word of its own, in the same sentence or the one before.
import type { SideId } from '../../model/actor.ts';
import type { Draft, Predicate } from '../marks.ts';
import { inSentences } from '../words/by-sentence.ts';
import { sideAt } from './actor-meant.ts';

/** Words of "None had so far been". */
const NEAR = 4;

/** Whose men did not do it; null where the subject is no such word. */
export const noneOfThem = (draft: Draft, { sentence, doer, polarity, start, end }: Predicate): SideId | null => {
  if (doer !== null || polarity !== 'denied') return null;
  const { tokens = [] } = draft.sentences[sentence] ?? {};
  const has = (list: string, at: number): boolean => draft.theatre.lexicon.has(list, tokens[at]?.word ?? '');
  const verb = tokens.findIndex((token) => token.start >= start);
  const last = tokens.findLastIndex((token) => token.start < end);
  const near = tokens.slice(Math.max(0, verb - NEAR), last).map((_, i) => Math.max(0, verb - NEAR) + i);
  // "none OF THE POSTS had fallen" has a noun of its own.
  const none = near.find(
    (at) =>
      has('noneSubjects', at) || (has('oneWords', at) && has('negations', at - 1) && !has('negativeWords', at - 1)),
  );
  if (none === undefined || has('partLinks', none + 1)) return null;
  const told = inSentences(draft.predicates, { from: sentence - 1, to: sentence }).findLast(
    (one) => one.start < start && one.doer !== null && one.doer.means !== 'civilian',
  );
  return told === undefined ? null : sideAt(draft, told.doer);
};
