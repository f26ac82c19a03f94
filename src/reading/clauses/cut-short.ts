// "WERE HALTED BEFORE entering A", "the army stopped them BEFORE THEY ENTERED A": who was cut short did not come so far.
// Invariant: what has a day of its own behind it came about: "was stopped at B on Sunday before retaking A on Monday".

import { isIn, isInAny } from '../words/view-sentence.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';

/** Words of "stopped at a bridge BEFORE". */
const SHORT = 6;

/** Words of "entering the old town of A on". */
const BEHIND = 10;

/** Whether a verb behind "before", which stands at `at`, is what those did not come to who were cut short. */
export const isCutShort = ({ view, verbs }: Parse, deed: VerbGroup, at: number): boolean => {
  const verb = isIn(view, 'beforeWords', at) ? verbs.findLast(({ to }) => to <= at) : undefined;
  if (verb === undefined || at - verb.to > SHORT || verb.negated || verb.modal !== null) return false;
  const own = view.tokens
    .slice(deed.to, deed.to + BEHIND)
    .some((_, i) => isInAny(view, ['weekdays', 'timeNouns', 'months'], deed.to + i));
  const has = (list: string): boolean => verb.lemmas.some((lemma) => view.lexicon.has(list, lemma));
  // "rested before entering A": they came in. "The Reds stopped in B before entering A" may have.
  const cut = has('cutShortOwn') || (has('cutShortVerbs') && (verb.passive || !deed.gerund));
  return !own && cut;
};

/** "stopped the Reds BEFORE THEY ENTERED A": the pronoun between is of those who were stopped. */
export const isStoppedBefore = (parse: Parse, verb: VerbGroup): boolean => {
  const subject = parse.phraseAt[verb.from - 1];
  const pronoun = subject?.actor?.pronoun === true && !verb.gerund && !verb.infinitive;
  return pronoun && isCutShort(parse, verb, subject.from - 1);
};
