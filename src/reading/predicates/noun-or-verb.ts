// Words that are a verb by their form and a noun where they stand: "In Ashford, clashes went on", "denies fall of A".
// Invariant: where nothing beside it makes it a noun it stays the verb that it was found to be.

import type { Parse } from '../clauses/parse.ts';
import { isIn } from '../words/view-sentence.ts';
import { frontedPlace } from './fronted-place.ts';

/** "In Ashford, CLASHES went on": what looks like a verb right behind the place that opens and before a verb is a noun. */
const isBeforeVerb = (parse: Parse, at: number): boolean => {
  const [own, next] = [parse.verbAt[at], parse.verbAt[at + 1]];
  const plain = own?.bare === true && own.forms.every((form) => form === 's');
  return plain && next !== undefined && next !== own && frontedPlace(parse, at) !== null;
};

/** "Governor denies FALL of A": right behind another verb and before "of" what looks like a verb is a noun. */
export const isVerbAt = (parse: Parse, at: number): boolean =>
  parse.verbAt[at] !== undefined &&
  !isBeforeVerb(parse, at) &&
  !(isIn(parse.view, 'partLinks', at + 1) && parse.verbAt[at - 1] !== undefined && parse.verbAt[at]?.from === at);
