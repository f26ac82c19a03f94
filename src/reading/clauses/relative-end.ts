// "A, WHICH THE REBELS CLAIM TO HAVE CAPTURED, is in our hands": what is told inside a relative clause ends with it.
// Invariant: only where the sentence's own verb stands right behind the comma that closes the clause.

import { reportingVerbs } from '../speakers/saying-verbs.ts';
import { sourceBefore } from '../speakers/source-before.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import type { Parse } from './parse.ts';

/** The comma that closes a relative clause, with the sentence's own verb behind it; -1 where there is none. */
const closingComma = ({ view: { tokens }, verbAt }: Parse, from: number): number =>
  tokens.findIndex(({ word }, at) => {
    const next = at >= from && word === ',' ? verbAt[at + 1] : undefined;
    const participle = next?.bare === true && next.forms.includes('participle') && !next.forms.includes('past');
    return next !== undefined && !next.gerund && !next.infinitive && !participle;
  });

/** "X denied having lost A, WHICH THE ARMY SAYS it took": what others say in a clause at the end, X does not. */
export const othersRelative = (parse: Parse, from: number): number => {
  const { view } = parse;
  for (const verb of reportingVerbs(parse)) {
    const source = verb.from > from ? sourceBefore(parse, verb.from).from : 0;
    if (source <= from + 1 || !isIn(view, 'clauseRelatives', source - 1) || wordAt(view, source - 2) !== ',') continue;
    if (!view.tokens[source]?.quoted && closingComma(parse, verb.to) < 0) return source - 2;
  }
  return view.tokens.length;
};

/** Where what a verb of saying in a relative clause tells ends; the sentence's end where it is in none. */
export const relativeEnd = (parse: Parse, from: number): number => {
  const { view, verbs } = parse;
  const { tokens } = view;
  const verb = verbs.find(({ to }) => to === from);
  if (verb === undefined) return tokens.length;
  const { from: source } = sourceBefore(parse, verb.from);
  if (!isIn(view, 'relatives', source - 1) || wordAt(view, source - 2) !== ',') return tokens.length;
  const close = closingComma(parse, from);
  return close < 0 ? tokens.length : close;
};
