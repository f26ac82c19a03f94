// Which whole numbers satisfy the words of a count: "over 80", "nearly 15", "dozens", "half of the districts".
// Invariant: a fraction is taken of the whole that the words name, else of the gazetteer's own places; nothing is converted.
import type { AggregateClaim, Comparator } from '../model/claim.ts';
import type { StatedCount } from '../model/reconciliation.ts';
import type { AggregateParameters } from './parameters.ts';

type Bounds = readonly [least: number, most: number];

/** `slack` is how far a rounded number reaches to either side. */
const BOUNDS: Readonly<Record<Comparator, (number: number, slack: number) => Bounds>> = {
  exactly: (number) => [Math.round(number), Math.round(number)],
  over: (number) => [Math.floor(number) + 1, Number.POSITIVE_INFINITY],
  under: (number) => [0, Math.ceil(number) - 1],
  'at least': (number) => [Math.ceil(number), Number.POSITIVE_INFINITY],
  'at most': (number) => [0, Math.floor(number)],
  about: (number, slack) => [Math.ceil(number - slack), Math.floor(number + slack)],
  nearly: (number, slack) => [Math.ceil(number - slack), Math.floor(number)],
  dozens: (number) => [number, Number.POSITIVE_INFINITY],
  several: (number) => [number, Number.POSITIVE_INFINITY],
  half: (number, slack) => [Math.ceil(number - slack), Math.floor(number + slack)],
  all: (number) => [number, number],
};

const HALF = 0.5;

/** What a rounded number may be off by; one at least. */
export const slackOf = (number: number, { about }: AggregateParameters): number =>
  Math.max(1, Math.round(about * number));

const fractionOf = ({ comparator, fraction }: AggregateClaim): number | null => {
  if (fraction !== null) return fraction;
  return comparator === 'half' ? HALF : comparator === 'all' ? 1 : null;
};

const numberOf = (aggregate: AggregateClaim, places: number, parameters: AggregateParameters): number | null => {
  const { count, comparator, of } = aggregate;
  if (count !== null) return count;
  const fraction = fractionOf(aggregate);
  if (fraction !== null) return fraction * (of ?? places);
  return comparator === 'dozens' || comparator === 'several' ? parameters[comparator] : null;
};

/** @param places how many such places the gazetteer has. Null where the words give no number. */
export const statedCount = (
  aggregate: AggregateClaim,
  places: number,
  parameters: AggregateParameters,
): StatedCount | null => {
  const { comparator } = aggregate;
  const number = numberOf(aggregate, places, parameters);
  if (number === null) return null;
  const [least, most] = BOUNDS[comparator ?? 'exactly'](number, slackOf(number, parameters));
  const isWord = comparator === 'dozens' || comparator === 'several';
  return {
    number,
    least: Math.max(0, least),
    most: Math.min(most, places),
    convention: isWord ? `${comparator}: at least ${number}` : null,
  };
};
