// A subject that is nobody: "nobody has surrendered", "no one in A left", "not one man laid down his arms".
// Invariant: who tells of nobody is not who did it, whatever stands left of the verb.

import { isIn, phraseBefore, type SentenceView } from '../words/view-sentence.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';

/** "nobody has seen", "no one entered", "neither has fallen". */
export const isNobody = (view: SentenceView, at: number): boolean =>
  isIn(view, 'nobodyWords', at) || (isIn(view, 'negativeWords', at - 1) && isIn(view, 'nobodyHeads', at));

/** "NOT ONE MAN", "not a single one": so many words and the noun. */
const isNotOneMan = (view: SentenceView, at: number): boolean =>
  phraseBefore(view, 'notOne', at) > 0 && isIn(view, 'plainPersons', at);

/** Where the subject stands of which "in A", "of the men", "there" tell more. */
const headBefore = ({ view, phraseAt }: Parse, verb: VerbGroup): number => {
  let at = verb.from - 1;
  for (let step = 0; step < PHRASES && at > 0; step++) {
    const phrase = phraseAt[at];
    if (phrase !== undefined && isIn(view, 'prepositions', phrase.from - 1)) at = phrase.from - 2;
    else if (isIn(view, 'thereWords', at)) at--;
    else return at;
  }
  return at;
};

/** "nobody AMONG the men IN A": two phrases at most. */
const PHRASES = 2;

/** "NOBODY has left", "NO ONE in A has surrendered", "NOT ONE MAN went". */
export const isNobodysDeed = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  if (verb.infinitive || verb.gerund) return false;
  for (let at = verb.from; at < verb.head; at++) if (isIn(view, 'nobodySubjects', at)) return true;
  const head = headBefore(parse, verb);
  const none = isIn(view, 'nobodySubjects', head) || !isIn(view, 'nobodyWords', head);
  return (none && isNobody(view, head)) || isNotOneMan(view, head);
};
