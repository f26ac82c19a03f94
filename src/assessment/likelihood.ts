// A probability in words (control-method section 15): what a reader is told; the number stands beside it for who asks.
import type { Parameters } from './parameters.ts';

export const likelihoodWords = ({ likelihoods }: Pick<Parameters, 'likelihoods'>, p: number): string =>
  likelihoods.find(([from]) => p >= from)?.[1] ?? 'almost excluded';
