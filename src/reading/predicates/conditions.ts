// What is only supposed: "if A falls", "in case A falls", "should the rebels take A", "unless help comes, A".
// Invariant: a condition stands in the verb's own clause, or opens the sentence and stands over all of it.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isTellingStart, tellingStarts } from '../clauses/telling-starts.ts';
import { isQuoteMark } from '../speakers/saying-verbs.ts';
import { isNounStart } from '../speakers/source-words.ts';
import { isIn, phraseBefore, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { opensFact, opensSaying } from './feared.ts';

/** "if", "whether" and "fears that" before the verb, in its own clause. */
const hasIf = (view: SentenceView, verb: VerbGroup): boolean => {
  for (let at = verb.from - 1; at >= 0; at--) {
    const word = wordAt(view, at);
    // "ask whether "A has fallen"": the words asked about, in their marks.
    if (isQuoteMark(word) && isIn(view, 'ifWords', at - 1)) continue;
    if (/^[,;:"“”]$/.test(word)) return false;
    if (verb.modal === null && (opensFact(view, at) || opensSaying(view, at))) return false;
    // "risks losing A" is no condition.
    if (isIn(view, 'ifWords', at)) return !(verb.gerund && at === verb.from - 1);
  }
  return false;
};

/** "If Ashford falls, the road is open", "He said that UNLESS help comes, …": what follows a condition is as little told as it. */
const opensSo = (view: SentenceView, { from }: VerbGroup): boolean =>
  tellingStarts(view).some((start) => {
    let at = start;
    while (/^["“‘']$/.test(wordAt(view, at)) || isIn(view, 'conditionLeads', at)) at++;
    // "He was asked IF A had fallen": behind a verb "if" may open what is asked, and nothing follows that it would lead to.
    const leads = start === 0 || view.tokens.some(({ word }, i) => i > at && i < from && word === ',');
    const anew = view.tokens.some((_, i) => i > at && i < from && opensAnew(view, i));
    return from > at && leads && !anew && isIn(view, 'conditionStarts', at) && (start === 0 || isConditionAt(view, at));
  });

/** "They said if A falls they will go, AND THAT the rebels hold B": told anew, and on no condition. */
const opensAnew = (view: SentenceView, at: number): boolean =>
  isIn(view, 'clauseComplements', at) && isIn(view, 'conjunctions', at - 1);

/** "if", or a helper before its subject: "that SHOULD the rebels take A", never "said HAD taken A". */
const isConditionAt = (view: SentenceView, at: number): boolean =>
  isIn(view, 'ifWords', at) || isNounStart(view, at + 1);

/** "IN CASE A falls", "in the event that A falls", "as long as A does not fall". */
const isInCase = ({ view, verbAt }: Parse, { from }: VerbGroup): boolean => {
  for (let at = from - 1; at >= 0 && view.tokens[at]?.type !== 'mark' && verbAt[at] === undefined; at--)
    if (phraseLength(view, 'conditionPhrases', at) > 0) return true;
  return false;
};

/** Words of "should the rebels in the north". */
const INVERTED = 10;

/** "he said SHOULD the rebels take A", "that HAD the rebels taken A": the helper before its subject, where a clause begins. */
const isTurned = ({ view, verbAt }: Parse, { from }: VerbGroup): boolean => {
  for (let at = from - 1; at > 0 && at >= from - INVERTED; at--) {
    if (view.tokens[at]?.type === 'mark') return false;
    if (!isIn(view, 'conditionStarts', at) || !isNounStart(view, at + 1)) continue;
    const told = verbAt[at - 1]?.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)) === true;
    // "Planning: SHOULD A fall, people may move": a colon opens words of their own.
    return (
      told ||
      isQuoteMark(wordAt(view, at - 1)) ||
      isTellingStart(view, at) ||
      wordAt(view, at - 1) === ':' ||
      isIn(view, 'clauseComplements', at - 1)
    );
  }
  return false;
};

/** Words of "a district as fallen". */
const DEFINED = 6;

/** "COUNTS A DISTRICT AS fallen when the rebels hold it": what a word is to mean, and nothing that happened. */
const isDefinition = ({ view }: Parse, { from }: VerbGroup): boolean => {
  for (let at = from - 1; at >= 0 && !/^[,;:]$/.test(wordAt(view, at)); at--)
    if (isIn(view, 'definingForms', at) && isIn(view, 'definedLeads', at + 1)) {
      const words = Array.from({ length: DEFINED }, (_, i) => at + 2 + i);
      return words.some((i) => isIn(view, 'definingLinks', i));
    }
  return false;
};

/** "WITHOUT the rebels LEAVING A there is no peace": of somebody else it is a condition; "without leaving A" says that they did not. */
const isWithout = ({ view, verbAt }: Parse, { from, gerund }: VerbGroup): boolean => {
  if (!gerund) return false;
  for (let at = from - 1; at >= 0 && view.tokens[at]?.type !== 'mark' && verbAt[at] === undefined; at--)
    if (phraseBefore(view, 'lacking', at + 1) > 0) return at < from - 1;
  return false;
};

/** "rather THAN SEE the army retake A", "INSTEAD OF LETTING them hold A": what is not to be looked on at. */
const isForestalled = ({ view, verbAt }: Parse, { from }: VerbGroup): boolean => {
  for (let at = from - 1; at > 0 && view.tokens[at]?.type !== 'mark' && verbAt[at] === undefined; at--) {
    if (!isIn(view, 'onlookingForms', at)) continue;
    return isIn(view, 'preferredLinks', at - 1) || phraseLength(view, 'rulingOutLeads', at - 2) === 2;
  }
  return false;
};

/** "In her NOVEL the rebels take A", "in the EXERCISE they hold it": where the tale is set that opens the sentence. */
const isTale = ({ view, verbAt }: Parse, { from }: VerbGroup): boolean => {
  return tellingStarts(view).some((start) => {
    if (!isIn(view, 'taleLinks', start)) return false;
    for (let at = start + 1; at < from && verbAt[at] === undefined && at <= start + INVERTED; at++)
      if (isIn(view, 'taleNouns', at)) return true;
    return false;
  });
};

/** "the further", "the more", "the greater": the article and a comparative. */
const isTheMore = (view: SentenceView, at: number): boolean =>
  isIn(view, 'definiteArticles', at) && (isIn(view, 'degreeWords', at + 1) || /.{2}er$/u.test(wordAt(view, at + 1)));

/** "THE FURTHER they push into A, THE GREATER the danger": as far as it may go. */
const isByDegrees = (view: SentenceView, { from, to }: VerbGroup): boolean => {
  const start = tellingStarts(view).findLast((at) => at < from) ?? 0;
  const then = view.tokens.findIndex(({ word }, at) => at >= to && word === ',');
  return isTheMore(view, start) && isIn(view, 'degreeWords', start + 1) && then > 0 && isTheMore(view, then + 1);
};

/** Words of "the bridge at A, the last one standing,". */
const BIDDEN = 12;

/** "LOSE A AND YOU LOSE B", "take A and B falls": what a bare verb bids at the start is what the second clause hangs on. */
const isBidding = (parse: Parse, verb: VerbGroup): boolean => {
  const { view, verbAt, verbs, phraseAt } = parse;
  return tellingStarts(view).some((start) => {
    const first = verbAt[start];
    if (first?.from !== start || !first.bare || !first.forms.includes('base') || first.head !== start) return false;
    // "CUT the road and the rebels held A": what looks like a base form may be a past.
    if (first.forms.includes('past') || isNounStart(view, first.to) === isIn(view, 'conjunctions', first.to))
      return false;
    const then = verbs.find(({ from }) => from > first.to);
    if (then === undefined || then.from - start > BIDDEN || !(then.modal !== null || isPresent(then))) return false;
    const subject = phraseAt[then.from - 1];
    const joined = subject !== undefined && isIn(view, 'andWords', subject.from - 1);
    return joined && (verb === first || verb === then);
  });
};

const isPresent = ({ forms, bare }: VerbGroup): boolean => bare && (forms.includes('base') || forms.includes('s'));

/** True where the verb tells only what would be. */
export const isCondition = (parse: Parse, verb: VerbGroup): boolean =>
  isBidding(parse, verb) ||
  isByDegrees(parse.view, verb) ||
  isDefinition(parse, verb) ||
  isTale(parse, verb) ||
  hasIf(parse.view, verb) ||
  opensSo(parse.view, verb) ||
  isInCase(parse, verb) ||
  isForestalled(parse, verb) ||
  isWithout(parse, verb) ||
  isTurned(parse, verb);
