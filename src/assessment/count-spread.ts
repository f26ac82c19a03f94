// How a count of places is spread: joint samples, widened because falls come in clusters (section 10).
// Invariant: cells are sampled each from its own evidence, as if independent; phi stands for what they have in common.

export interface CountSpread {
  readonly mean: number;
  readonly deviation: number;
  /** P(at most so many). */
  atMost(count: number): number;
  /** The least count that is not exceeded with this probability. */
  quantile(share: number): number;
}

/** P(a standard normal is at most x), good to seven places (Abramowitz and Stegun 7.1.26). */
const normalBelow = (x: number): number => {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (series * Math.exp((-x * x) / 2)) / 2;
  return x < 0 ? tail : 1 - tail;
};

interface Centre {
  readonly count: number;
  readonly weight: number;
}

interface Around {
  readonly centres: readonly Centre[];
  readonly noise: number;
  readonly least: number;
  readonly most: number;
}

/** Centres with the same normal noise around each; counts are whole, so a half belongs to each side. */
const spreadAround = ({ centres, noise, least, most }: Around): Pick<CountSpread, 'atMost' | 'quantile'> => {
  const below = (edge: number, centre: number): number =>
    noise === 0 ? Number(centre <= edge) : normalBelow((edge - centre) / noise);
  const atMost = (count: number): number => {
    if (count < least) return 0;
    if (count >= most) return 1;
    return centres.reduce((sum, { count: centre, weight }) => sum + weight * below(Math.floor(count) + 0.5, centre), 0);
  };
  const quantile = (share: number): number => {
    let [low, high] = [least, most];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (atMost(middle) >= share) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { atMost, quantile };
};

export interface Widening {
  /** What the count cannot leave however falls cluster, both inclusive. */
  readonly least: number;
  readonly most: number;
  readonly phi: number;
}

/** From the counts of joint samples: their own shape, with the clusters' share of the variance as noise. */
export const spreadOfDraws = (draws: Int32Array, { least, most, phi }: Widening): CountSpread => {
  const mean = draws.reduce((sum, count) => sum + count, 0) / draws.length;
  const variance = draws.reduce((sum, count) => sum + (count - mean) ** 2, 0) / draws.length;
  const frequencies = new Map<number, number>();
  for (const count of draws) frequencies.set(count, (frequencies.get(count) ?? 0) + 1);
  const centres = [...frequencies].map(([count, times]) => ({ count, weight: times / draws.length }));
  const spread = spreadAround({ centres, noise: Math.sqrt((phi - 1) * variance), least, most });
  return { mean, deviation: Math.sqrt(phi * variance), ...spread };
};
