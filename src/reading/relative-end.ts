// "A, WHICH THE REBELS CLAIM TO HAVE CAPTURED, is in our hands": what is told inside a relative clause ends with it.
// Invariant: only where the sentence's own verb stands right behind the comma that closes the clause.
import type { Parse } from './parse.ts';
import { sourceBefore } from './source-before.ts';
import { isIn, wordAt } from './view-sentence.ts';

/** Where what a verb of saying in a relative clause tells ends; the sentence's end where it is in none. */
export const relativeEnd = (parse: Parse, from: number): number => {
  const { view, verbs, verbAt } = parse;
  const { tokens } = view;
  const verb = verbs.find(({ to }) => to === from);
  if (verb === undefined) return tokens.length;
  const { from: source } = sourceBefore(parse, verb.from);
  if (!isIn(view, 'relatives', source - 1) || wordAt(view, source - 2) !== ',') return tokens.length;
  const close = tokens.findIndex(({ word }, at) => {
    const next = at >= from && word === ',' ? verbAt[at + 1] : undefined;
    return (
      next !== undefined &&
      !next.gerund &&
      !next.infinitive &&
      !(next.bare && next.forms.includes('participle') && !next.forms.includes('past'))
    );
  });
  return close < 0 ? tokens.length : close;
};
