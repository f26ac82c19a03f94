// Weighted sums and the few statistics that need no more than them. Absent is null: a mean of nothing is no number.

export interface Weighed {
  readonly weight: number;
}

export const totalOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

export const meanOf = <T extends Weighed>(all: readonly T[], value: (one: T) => number): number | null => {
  let sum = 0;
  let weight = 0;
  for (const one of all) {
    sum += one.weight * value(one);
    weight += one.weight;
  }
  return ratio(sum, weight);
};

/** The middle value; the mean of the two middle ones where their number is even. */
export const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};
