// "killed nine in A, four in B and two in C": one deed told once, with a number for each place.
// Invariant: each number is of its own place alone; what goes on with a verb of its own is another deed.

import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { type Counted, countPeople } from './count-people.ts';
import type { Stretch } from './find-casualties.ts';

export interface LossesThere {
  readonly count: Counted;
  /** From the number to the end of its place. */
  readonly stretch: Stretch;
}

const PEOPLE = ['moreOfSame', 'furtherOnes', 'combatants', 'menWords', 'civilianVictims'];

/** "FOUR others IN B", "12 rebels in B": the first token of the place, or -1. */
const placeFrom = ({ view, groupAt }: Parse, { to }: Counted): number => {
  const link = isInAny(view, PEOPLE, to) || view.markAt[to]?.type === 'actor' ? to + 1 : to;
  if (!isIn(view, 'frontLinks', link)) return -1;
  const at = isIn(view, 'determiners', link + 1) ? link + 2 : link + 1;
  return groupAt[at] === undefined ? -1 : at;
};

const isJoined = (view: SentenceView, { at }: Counted): boolean => {
  let before = at - 1;
  while (isIn(view, 'countLeads', before) || isInAny(view, ['amountPrepositions', 'roundingWords'], before)) before--;
  return /^[,:]$/.test(wordAt(view, before)) || isIn(view, 'listLinks', before);
};

/** "and four in B WERE WOUNDED". */
const goesOn = ({ view, verbAt }: Parse, to: number): boolean =>
  verbAt[to] !== undefined || isInAny(view, ['be', 'have', 'deathWords', 'injuryWords'], to);

/** "killed NINE in the province, four in A and five in B": the whole is told again by its parts. */
export const isSumOf = (low: number | undefined, there: readonly LossesThere[]): boolean =>
  there.length > 1 && low === there.reduce((sum, { count }) => sum + count.low, 0);

/** The numbers behind the first that have a place each; none where the first has no place, and is not their sum. */
export const lossesByPlace = (parse: Parse, [from, to]: Stretch): readonly LossesThere[] => {
  const { view, groupAt } = parse;
  const counts = countPeople(view, [from, to]);
  const found = counts.flatMap((count): readonly LossesThere[] => {
    const at = isJoined(view, count) ? placeFrom(parse, count) : -1;
    const end = at < 0 ? 0 : (groupAt[at]?.to ?? at + 1);
    return at < 0 || end > to || goesOn(parse, end) ? [] : [{ count, stretch: [count.at, end] }];
  });
  const [first] = found;
  const placed = view.markAt.some((mark, at) => mark?.type === 'place' && at >= from && at < (first?.count.at ?? from));
  return placed || (counts[0] !== first?.count && isSumOf(counts[0]?.low, found)) ? found : [];
};
