// "lost five districts but said TWO HAD BEEN RETAKEN, among them A": names stand for the number that was told last.
// Invariant: a later number counts places, or the things counted before, and has a verb of its own.
import { bareNumberAt } from '../clauses/bare-numbers.ts';
import type { Parse } from '../clauses/parse.ts';
import { amountAt } from '../words/read-amounts.ts';

/** Words between a number and its verb: "two OF THEM had been retaken". */
const NEAR = 5;

/** True where another number with a verb of its own stands between two words. */
export const isCountedSince = ({ view, verbAt }: Parse, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some((_, i) => {
    const at = from + i;
    const amount = amountAt(view, at);
    const ofPlaces = amount !== null && amount.to <= to && view.markAt[amount.to]?.type === 'scope';
    if (!ofPlaces && bareNumberAt(view, at) === null) return false;
    return verbAt[at - 1] !== undefined || verbAt.slice(at, Math.min(to, at + NEAR)).some((verb) => verb !== undefined);
  });
