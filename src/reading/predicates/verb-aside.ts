// Words between commas that part a verb from what it says: "A is, according to residents, in rebel hands".
// Invariant: only words that tell who says it, or how surely, are passed over.
import { openingComma } from '../clauses/clause-bounds.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';

/** So many words stand at most in ", according to the mayor,". */
const ASIDE = 9;

/** "A is, ACCORDING TO RESIDENTS, in rebel hands": what is said goes on behind the aside. */
export const pastAside = ({ view, verbAt }: Parse, { to }: VerbGroup): number => {
  if (wordAt(view, to) !== ',' || !isIn(view, 'asideLeads', to + 1)) return to;
  for (let at = to + 2; at <= to + ASIDE; at++) {
    if (wordAt(view, at) === ',') return at + 1;
    if (verbAt[at] !== undefined && !isIn(view, 'asideLeads', to + 1)) return to;
  }
  return to;
};

/** So many words stand at most in ", which lies on the main road to the capital,". */
const PARENTHESIS = 20;

/** "An attack on A, WHICH LIES ON THE ROAD, was repelled": what is said goes on behind what only describes. */
export const pastParenthesis = (parse: Parse, at: number): number => {
  const { tokens } = parse.view;
  if (tokens[at]?.word !== ',') return at;
  const close = tokens.findIndex(({ word }, i) => i > at + 1 && i <= at + PARENTHESIS && word === ',');
  return close > 0 && openingComma(parse, close) === at ? close + 1 : at;
};
