// Whose losses a clause counts, where its subject is who lost them.
// Invariant: only a side by name or noun loses men of its own; "they lost nine" tells nothing of who they were.

import { subjectPhrase } from '../clauses/find-subject.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn } from '../words/view-sentence.ts';

/** "THE REBELS LOST nine men, residents say": whoever tells it, the dead are theirs. */
export const isOwnLoss = (parse: Parse, at: number): boolean => {
  const verb = isIn(parse.view, 'lossVerbs', at) ? parse.verbAt[at] : undefined;
  const subject = verb === undefined || verb.passive ? null : subjectPhrase(parse, verb);
  const loser = subject === null ? undefined : parse.view.markAt[subject.to - 1];
  return loser?.type === 'actor' && loser.side !== null && !loser.pronoun;
};
