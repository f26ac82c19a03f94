// Logistic weights by plain gradient descent: every doubt takes away, none adds, and a doubt that nothing shows takes little.
// Invariant: no randomness but the seeded order of the folds; the same rows give the same weights.
import { seeded } from '../../src/model/seeded.ts';
import { ANY_CLAIM } from '../../src/reading/claims/confidence.ts';
import { DOUBTS } from '../../src/reading/claims/doubts.ts';

/** A claim as read: what leaves doubt about it, of which story its report is, and whether gold has it. */
export interface Row {
  readonly family: string;
  readonly doubts: readonly string[];
  /** What the reader gave it. */
  readonly given: number;
  readonly right: boolean;
  /** True where most rules were written on its report: there the reader is righter than elsewhere. */
  readonly home: boolean;
}

export type Weights = ReadonlyMap<string, number>;

const ROUNDS = 4000;
const RATE = 0.5;
/** How strongly weights are drawn to nothing, in rows. */
const RIDGE = 2;
/** No doubt helps, so that what is said plainly is always the surer. */
const LEAST_DOUBT = -0.05;

/** What the reader gains where its rules were written: fitted beside the weights, so that it stays out of them. */
const AT_HOME = 'at home';

const partsOf = ({ doubts, home }: Row): readonly string[] => [ANY_CLAIM, ...doubts, ...(home ? [AT_HOME] : [])];

const oddsOf = (row: Row, weights: Weights): number =>
  partsOf(row).reduce((sum, name) => sum + (weights.get(name) ?? 0), 0);

export const shareFor = (row: Row, weights: Weights): number =>
  Math.min(0.98, Math.max(0.05, 1 / (1 + Math.exp(-oddsOf(row, weights)))));

/** One step down the slope of the log loss. */
const step = (rows: readonly Row[], weights: Map<string, number>): void => {
  const slope = new Map<string, number>();
  for (const row of rows) {
    const error = 1 / (1 + Math.exp(-oddsOf(row, weights))) - (row.right ? 1 : 0);
    for (const name of partsOf(row)) slope.set(name, (slope.get(name) ?? 0) + error);
  }
  for (const [name, weight] of weights) {
    const isDoubt = name !== ANY_CLAIM && name !== AT_HOME;
    const pull = isDoubt ? RIDGE * weight : 0;
    const next = weight - (RATE * ((slope.get(name) ?? 0) + pull)) / Math.sqrt(rows.length * 10);
    weights.set(name, isDoubt ? Math.min(LEAST_DOUBT, next) : next);
  }
};

export const fitWeights = (rows: readonly Row[]): Weights => {
  const weights = new Map<string, number>([[ANY_CLAIM, 2], ...DOUBTS.map((name) => [name, LEAST_DOUBT] as const)]);
  if (rows.some(({ home }) => home) && rows.some(({ home }) => !home)) weights.set(AT_HOME, 0);
  for (let round = 0; round < ROUNDS; round++) step(rows, weights);
  weights.delete(AT_HOME);
  return new Map([...weights].map(([name, weight]) => [name, Math.round(weight * 100) / 100]));
};

/** The numbers 0..n-1 in an order that a seed fixes. */
const shuffled = (n: number, seed: number): readonly number[] => {
  const next = seeded(seed);
  return Array.from({ length: n }, (_, at) => [next(), at] as const)
    .sort(([a], [b]) => a - b)
    .map(([, at]) => at);
};

/** Each row with a share by weights fitted without any report of its family. */
export const crossValidated = (rows: readonly Row[], folds: number, seed: number): readonly Row[] => {
  const families = [...new Set(rows.map(({ family }) => family))].sort();
  const order = shuffled(families.length, seed);
  const foldOf = new Map(order.map((at, place) => [families[at] ?? '', place % folds]));
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isOut = ({ family }: Row): boolean => foldOf.get(family) === fold;
    const weights = fitWeights(rows.filter((row) => !isOut(row)));
    return rows.filter(isOut).map((row) => ({ ...row, given: shareFor(row, weights) }));
  });
};
