// What a verb is done to where a day or a means parts it from the verb: "repelled WITH HEAVY LOSSES an attack on A".
// Invariant: what parts them names no place and has no verb of its own.
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { matchPattern, type Pattern, type PatternMatch } from '../clauses/match-pattern.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf } from '../clauses/parse-sentence.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import { pastAside } from './verb-aside.ts';

/** So many words stand at most in ", after four hours of fighting,". */
const ASIDE = 9;

/** "captured, IN QUICK SUCCESSION, A and B": the place follows the aside that parts it from its verb; -1 where none does. */
const pastTime = ({ view, verbAt, groupAt }: Parse, { to }: VerbGroup): number => {
  if (wordAt(view, to) !== ',' || !isIn(view, 'prepositions', to + 1)) return -1;
  for (let at = to + 2; at <= to + ASIDE; at++) {
    if (wordAt(view, at) === ',') return at + 1;
    if (verbAt[at] !== undefined || groupAt[at] !== undefined) return -1;
  }
  return -1;
};

/** So many words stand at most in "with the help of two neighbouring villages". */
const MEANS = 8;

/** "repelled WITH HEAVY LOSSES an attack on A": what the verb is done to follows the means; -1 where none does. */
const pastMeans = ({ view, verbAt, groupAt }: Parse, { to }: VerbGroup): number => {
  if (!isIn(view, 'withWords', to)) return -1;
  for (let at = to + 1; at <= to + MEANS; at++) {
    const opens = isIn(view, 'determiners', at) || view.tokens[at]?.type === 'number';
    if (opens && at > to + 1 && !isIn(view, 'prepositions', at - 1)) return at;
    if (verbAt[at] !== undefined || groupAt[at] !== undefined || view.tokens[at]?.type === 'mark') return -1;
  }
  return -1;
};

/** Where what a verb is done to begins behind a day or a means; -1 where none parts them. */
export const pastAdjunct = (parse: Parse, verb: VerbGroup): number =>
  Math.max(pastTime(parse, verb), pastMeans(parse, verb));

/** What a rule spells out: right behind the verb, else past the words that part it from what it is done to. */
export const matchBehind = (parse: Parse, verb: VerbGroup, pattern: Pattern): PatternMatch | null => {
  const finder = finderOf(parse);
  const near = matchPattern(finder, pattern, pastAside(parse, verb));
  if (near !== null) return near;
  const far = pastAdjunct(parse, verb);
  return far < 0 ? null : matchPattern(finder, pattern, far);
};
