// How sure the reader is of a claim, 0..1: the weights of its doubts, summed and squashed, never certain either way.
// The weights stand in languages/<id>/confidence.json; a doubt without a weight takes nothing away.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Doubt } from './doubts.ts';

/** The weights' name in the data, and of those the one that every claim has. */
export const CONFIDENCE = 'confidence';
export const ANY_CLAIM = 'any claim';

const LEAST = 0.05;
const MOST = 0.98;

/** Log-odds as a share of one, two decimals. */
export const shareOf = (logOdds: number): number =>
  Math.round(Math.min(MOST, Math.max(LEAST, 1 / (1 + Math.exp(-logOdds)))) * 100) / 100;

/** The confidence in a claim with these doubts. */
export const confidenceIn = (lexicon: Lexicon, doubts: readonly Doubt[]): number =>
  shareOf([ANY_CLAIM, ...doubts].reduce((sum, name) => sum + lexicon.weight(CONFIDENCE, name), 0));

/** What the trace says of it: "sure 0.93: the day is implied". */
export const sureWords = (confidence: number, doubts: readonly Doubt[]): string =>
  `sure ${confidence}${doubts.length === 0 ? '' : `: ${doubts.join('; ')}`}`;
