// One-to-one pairing of predicted and gold records, best pairs first, and the tallies made of it.

export interface Pairing<P, G> {
  readonly pairs: readonly (readonly [P, G])[];
  readonly extra: readonly P[];
  readonly missed: readonly G[];
}

/** Greedy: the pair with the highest score first; of equal ones the earlier predicted, then the earlier gold. */
export const pairRecords = <P, G>(
  predicted: readonly P[],
  gold: readonly G[],
  by: { readonly fits: (p: P, g: G) => boolean; readonly score: (p: P, g: G) => number },
): Pairing<P, G> => {
  const edges = predicted
    .flatMap((p) => gold.flatMap((g) => (by.fits(p, g) ? [{ p, g, score: by.score(p, g) }] : [])))
    .sort((a, b) => b.score - a.score);
  const usedP = new Set<P>();
  const usedG = new Set<G>();
  const pairs: (readonly [P, G])[] = [];
  for (const { p, g } of edges) {
    if (usedP.has(p) || usedG.has(g)) continue;
    usedP.add(p);
    usedG.add(g);
    pairs.push([p, g]);
  }
  return { pairs, extra: predicted.filter((p) => !usedP.has(p)), missed: gold.filter((g) => !usedG.has(g)) };
};

export interface Tally {
  readonly predicted: number;
  readonly gold: number;
  readonly hit: number;
}

export const NOTHING: Tally = { predicted: 0, gold: 0, hit: 0 };

export const addTallies = (a: Tally, b: Tally): Tally => ({
  predicted: a.predicted + b.predicted,
  gold: a.gold + b.gold,
  hit: a.hit + b.hit,
});

export interface Figures extends Tally {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const round3 = (value: number): number => Number(value.toFixed(3));

/** Precision = paired / predicted, recall = paired / gold, F1 of both; three digits. */
export const figuresOf = ({ predicted, gold, hit }: Tally): Figures => {
  const precision = predicted ? hit / predicted : 0;
  const recall = gold ? hit / gold : 0;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { predicted, gold, hit, precision: round3(precision), recall: round3(recall), f1: round3(f1) };
};
