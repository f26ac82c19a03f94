// Whoever denies a claim and goes on without a comma: "rejected THE CLAIM SAYING that A is ours", "denied IT SAYING".
// Invariant: what reports or rumours say is theirs ("denied reports SAYING that A had fallen").
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';
import { isReporting } from './saying-verbs.ts';

/** Words of "the rebels' latest". */
const OBJECT = 5;

/** "rejected THE CLAIM SAYING that A is ours", "denied IT SAYING": behind what is denied whoever denies it goes on. */
export const isBehindDenied = ({ view, verbAt }: Parse, { from }: VerbGroup): boolean => {
  if (!isInAny(view, ['deniedObjects', 'objectPronouns'], from - 1) || isIn(view, 'rumourVerbs', from)) return false;
  for (let at = from - 2; at >= Math.max(0, from - 2 - OBJECT); at--) {
    const before = verbAt[at];
    if (before !== undefined) return isReporting(view, before);
    if (isInAny(view, ['prepositions', 'conjunctions'], at) || /^[,;:]$/.test(wordAt(view, at))) return false;
  }
  return false;
};
