// How well shares fit what happened: Brier's score, the expected calibration error over ten bins, and the bins themselves.
import type { Row } from './fit.ts';

const BINS = 10;

const binOf = ({ given }: Row): number => Math.min(BINS - 1, Math.floor(given * BINS));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const hit = ({ right }: Row): number => (right ? 1 : 0);

export const brierOf = (rows: readonly Row[]): number => mean(rows.map((row) => (row.given - hit(row)) ** 2));

const binned = (rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> => Map.groupBy(rows, binOf);

export const eceOf = (rows: readonly Row[]): number =>
  [...binned(rows).values()].reduce(
    (sum, bin) => sum + (bin.length / rows.length) * Math.abs(mean(bin.map(({ given }) => given)) - mean(bin.map(hit))),
    0,
  );

/** How often a right claim is given more than a wrong one; half where both get the same. */
export const aucOf = (rows: readonly Row[]): number => {
  const [right, wrong] = [rows.filter((row) => row.right), rows.filter((row) => !row.right)];
  const wins = right.flatMap((a) =>
    wrong.map((b) => (a.given === b.given ? 0.5 : a.given > b.given ? 1 : 0) as number),
  );
  return mean(wins);
};

/** One line a bin that has rows: bounds, how many, what was given, what came true. */
export const reliabilityTable = (rows: readonly Row[]): readonly string[] =>
  [...binned(rows)]
    .sort(([a], [b]) => a - b)
    .map(([bin, own]) => {
      const bounds = `${(bin / BINS).toFixed(1)}–${((bin + 1) / BINS).toFixed(1)}`;
      const [given, came] = [mean(own.map((row) => row.given)), mean(own.map(hit))];
      return `| ${bounds} | ${own.length} | ${given.toFixed(2)} | ${came.toFixed(2)} |`;
    });
