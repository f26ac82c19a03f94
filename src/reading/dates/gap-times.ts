// The times that stand in a gap ("B on Monday", "by evening B as well"), and where a gap ends.
// Invariant: a time never reaches over a stop, a verb or a place.
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';

const TIMES = ['weekdays', 'months', 'timeNouns'];

/** "THAT same evening": a pointing word before a time opens no clause. */
const pointsToTime = ({ view }: Pick<Parse, 'view'>, at: number): boolean =>
  isIn(view, 'demonstratives', at) && [at + 1, at + 2].some((i) => isInAny(view, TIMES, i));

/** The end of what a gap may hold: a stop, a verb, a link. */
export const isWall = ({ view, verbAt }: Parse, at: number): boolean =>
  at >= view.tokens.length ||
  verbAt[at] !== undefined ||
  /^[,;:.!?"“”()—–]$/.test(wordAt(view, at)) ||
  isIn(view, 'conjunctions', at) ||
  (isIn(view, 'clauseStarts', at) && !pointsToTime({ view }, at));

/** A time stands among these words. */
export const isTimed = ({ view }: Parse, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some((_, i) => isInAny(view, TIMES, from + i));

/** Words of ", after a day of talks,". */
const ASIDE = 7;

/** "B, WITHOUT A SHOT, on Wednesday": behind the comma that ends what is put in, where it tells of nobody and no place. */
const afterAside = (parse: Parse, from: number): number => {
  const { view, groupAt, verbAt } = parse;
  if (wordAt(view, from) !== ',' || !isIn(view, 'prepositions', from + 1)) return from;
  const length = view.tokens.slice(from + 1, from + 1 + ASIDE).findIndex(({ word }) => word === ',');
  const end = from + 1 + length;
  const plain = view.tokens.slice(from + 1, end).every(({ type }, i) => {
    const at = from + 1 + i;
    return type === 'word' && groupAt[at] === undefined && verbAt[at] === undefined && view.markAt[at] === undefined;
  });
  return length > 0 && plain && !isTimed(parse, from + 1, end) ? end + 1 : from;
};

/** Behind the time that stands at `from` ("on Monday", "last Thursday", "on March 9"); null where none does. */
export const afterTime = (parse: Parse, from: number): number | null => timeBehind(parse, afterAside(parse, from));

const timeBehind = (parse: Parse, from: number): number | null => {
  let to = from;
  let timed = false;
  for (; !isWall(parse, to); to++) {
    if (parse.groupAt[to] !== undefined) return null;
    timed = timed || isInAny(parse.view, TIMES, to);
  }
  return timed ? to : null;
};

/** "by nightfall", "on the following day"; "by nightfall THE MAYOR of" tells of somebody. */
export const isTimeOnly = (parse: Parse, from: number, to: number): boolean =>
  isTimed(parse, from, to) &&
  parse.view.tokens
    .slice(from, to)
    .every((_, i) => !isWall(parse, from + i) && parse.view.markAt[from + i]?.type !== 'actor');
