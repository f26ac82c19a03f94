// How a stated number stands to what the ledger would count: within its interval, above or below it, or out of reach.
// Invariant: a number that only bounds from one side is never called implausible for what it leaves open; none is called so for
// what the model supposes of places that nobody spoke of.
import type { AggregateClaim } from '../model/claim.ts';
import type { AggregateVerdict, StatedCount } from '../model/reconciliation.ts';
import type { CountSpread } from './count-spread.ts';
import type { AggregateParameters } from './parameters.ts';
import { slackOf } from './stated-count.ts';

/** The ledger's count, silent places drifting as the model lets them; and with those as the baseline had them. */
export interface Counted {
  readonly all: CountSpread;
  readonly heard: CountSpread;
}

interface Question {
  readonly polarity: AggregateClaim['polarity'];
  readonly places: number;
  readonly parameters: AggregateParameters;
}

/** P(the count is one that satisfies the words). */
export const satisfied = ({ least, most }: StatedCount, spread: CountSpread): number =>
  least > most ? 0 : Math.max(0, spread.atMost(most) - spread.atMost(least - 1));

/** A denial says that the number is less: it fails where the ledger would count as many, however silence is taken. */
const judgeDenial = (
  stated: StatedCount,
  { all, heard }: Counted,
  parameters: AggregateParameters,
): AggregateVerdict => {
  const fails = 1 - Math.min(satisfied(stated, all), satisfied(stated, heard));
  if (fails < parameters.implausible) return 'implausible-low';
  return fails < (1 - parameters.interval) / 2 ? 'plausible-low' : 'plausible';
};

/**
 * Against the places that were spoken of by the tails: P(as many at least), P(as many at most). Only what the silent places could
 * not make up for either is implausible. A bound that is left open reaches as far as a rounded number may be off: "over 80" where
 * the ledger would count 140 is true, and low.
 */
export const judgeCount = (stated: StatedCount, counted: Counted, question: Question): AggregateVerdict => {
  const { places, parameters } = question;
  const { interval, implausible } = parameters;
  if (question.polarity === 'denied') return judgeDenial(stated, counted, parameters);
  const slack = slackOf(stated.number, parameters);
  const openAbove = stated.most === places && stated.number < places;
  const openBelow = stated.least === 0 && stated.number > 0;
  const asMany = ({ atMost }: CountSpread): number =>
    1 - atMost((openBelow ? stated.number - slack : stated.least) - 1);
  const asFew = ({ atMost }: CountSpread): number => atMost(openAbove ? stated.number + slack : stated.most);
  const edge = (1 - interval) / 2;
  const isOut = (tail: (spread: CountSpread) => number): boolean =>
    Math.max(tail(counted.all), tail(counted.heard)) < implausible;
  if (asMany(counted.heard) < edge) return isOut(asMany) && !openBelow ? 'implausible-high' : 'plausible-high';
  if (asFew(counted.heard) < edge) return isOut(asFew) && !openAbove ? 'implausible-low' : 'plausible-low';
  return 'plausible';
};
