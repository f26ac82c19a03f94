// "THAT A has fallen IS A LIE", "THE NOTION THAT A has fallen IS ABSURD": a clause that is the subject, and what is said of it.
// Invariant: the clause opens what is told; "the claim that A has fallen is untrue" answers somebody's words and is read as a denial of them.

import { pastOnceMore } from '../speakers/once-more.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { Parse } from './parse.ts';
import { isTellingStart } from './telling-starts.ts';

/** Where the "that" over a verb stands; -1 where another verb or a mark stands between. */
const thatOver = ({ view, verbAt }: Parse, { from }: VerbGroup): number => {
  for (let at = from - 1; at >= 0 && verbAt[at] === undefined && view.tokens[at]?.type !== 'mark'; at--)
    if (isIn(view, 'clauseComplements', at)) return at;
  return -1;
};

/** "the idea that": what somebody may think, and nobody is told to have said. */
const isIdea = ({ view }: Parse, that: number): boolean =>
  isIn(view, 'ideaNouns', that - 1) && isIn(view, 'determiners', that - 2);

const FALSE: readonly string[] = ['lieWords', 'lieNouns'];

/** Words of "is a complete and utter". */
const VERDICT = 4;

/** The copula behind a clause that says what to think of it. */
const judgeOf = ({ view, verbs }: Parse, { to }: VerbGroup): VerbGroup | null => {
  const judge = verbs.find((one) => one.from >= to && !one.infinitive && !one.gerund);
  return judge?.lemmas.some((lemma) => view.lexicon.has('copulas', lemma)) === true ? judge : null;
};

/** "THAT A has fallen IS ONLY A RUMOUR": nobody knows. */
export const isThatRumour = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  const that = thatOver(parse, verb);
  const judge = that >= 0 && isTellingStart(view, that) ? judgeOf(parse, verb) : null;
  if (judge === null || judge.negated) return false;
  return view.tokens.slice(judge.to, judge.to + VERDICT).some((_, i) => isIn(view, 'doubtNouns', judge.to + i));
};

/** "IS NOT TRUE", "is a lie", "is absurd": what the verb behind the clause calls it. */
const isCalledFalse = (parse: Parse, verb: VerbGroup, lists: readonly string[] = FALSE): boolean => {
  const { view } = parse;
  const judge = judgeOf(parse, verb);
  if (judge === null) return false;
  for (let at = judge.from + 1; at <= judge.to + VERDICT && !/^[,;:.]$/.test(wordAt(view, at)); at++)
    if (lists.some((list) => phraseLength(view, list, at) > 0)) return !judge.negated || isIn(view, 'negations', at);
  return false;
};

/** "TO SAY THAT A has fallen is not accurate", "SAYING that it has is wrong": a saying that nobody does. */
const isSaying = ({ view, verbAt }: Parse, that: number): boolean => {
  const over = verbAt[that - 1];
  const nobodys = over?.infinitive === true || over?.gerund === true;
  const opens = over !== undefined && (over.from === 0 || isInAny(view, ['conjunctions', 'quoteMarks'], over.from - 1));
  return (
    nobodys &&
    opens &&
    !isIn(view, 'rumourNouns', that - 1) &&
    over.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma))
  );
};

/** A clause that is the subject of its sentence and is called false. */
export const isThatFalse = (parse: Parse, verb: VerbGroup): boolean => {
  const that = thatOver(parse, verb);
  if (that > 0 && isSaying(parse, that)) return isCalledFalse(parse, verb, [...FALSE, 'wrongWords']);
  if (that < 0 || !(isTellingStart(parse.view, that) || isIdea(parse, that))) return false;
  return isCalledFalse(parse, verb);
};

/** Words of "the very notion". */
const IDEA = 3;

/** "DISMISSED any notion that": who denies an idea denies what it is of. */
const isDeniedIdea = ({ view, verbs }: Parse, that: number): boolean => {
  const denies = ({ to, lemmas }: VerbGroup): boolean =>
    to < that && lemmas.some((lemma) => view.lexicon.has('denyingVerbs', lemma));
  const over = verbs.findLast(denies);
  if (over === undefined || over.negated || over.modal !== null) return false;
  return that - pastOnceMore(view, over.to) <= IDEA;
};

/** "The idea that they hold A": no more than an idea. */
export const isMereIdea = (parse: Parse, verb: VerbGroup): boolean => {
  const that = thatOver(parse, verb);
  return that > 0 && isIdea(parse, that) && !isCalledFalse(parse, verb) && !isDeniedIdea(parse, that);
};
