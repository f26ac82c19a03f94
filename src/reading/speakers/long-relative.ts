// "A man WHO GAVE HIS NAME as Karim said", "the brigade THAT HELD A denied it": a clause about who speaks goes with his words.
// Invariant: the clause has a verb of its own, and none stands before it; what it says itself is another frame's.

import type { Parse } from '../clauses/parse.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { isQuoteMark, isReporting } from './saying-verbs.ts';
import { isReduced, skipLead } from './source-scan.ts';
import { isNounStart } from './source-words.ts';

/** "Two senior officials from the ministry of defence". */
const LONGEST_HEAD = 9;

const clauseStart = (view: SentenceView, to: number): number => {
  let at = to;
  while (at > 0 && !/^[,;:—–]$/.test(wordAt(view, at - 1)) && !isQuoteMark(wordAt(view, at - 1))) at--;
  return skipLead(view, at, to);
};

/** "who", and "that" with its verb right behind: "the claim that A fell" has another subject. */
const opensRelative = ({ view, verbAt }: Parse, at: number): boolean =>
  isIn(view, 'personRelatives', at) ||
  (isIn(view, 'clauseComplements', at) && verbAt[at + 1]?.from === at + 1 && !isIn(view, 'claimNouns', at - 1));

/** Where the words of a speaker begin whom a clause describes, up to the verb of saying; else -1. */
export const longRelative = (parse: Parse, to: number): number => {
  const { view, verbs } = parse;
  const start = clauseStart(view, to);
  const who = view.tokens.findIndex((_, at) => at > start && at < to && opensRelative(parse, at));
  const inside = verbs.filter((verb) => verb.from > who && verb.to <= to);
  if (who < 0 || who - start > LONGEST_HEAD || inside.length === 0 || !isNounStart(view, start)) return -1;
  const ownVerb = verbs.some((verb) => verb.from >= start && verb.to <= who && !isReduced(parse, verb));
  const said = inside.some((verb) => verb.from > who + 1 && isReporting(view, verb));
  return ownVerb || said ? -1 : start;
};
