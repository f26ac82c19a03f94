// "some of the villages AROUND Ashford", "several hamlets near it": those of the place that is named right behind them.
// Invariant: a number of villages around a place is a number, and told of no place.

import type { Draft, PlaceItem, PlaceMark } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { numberOf } from '../words/numbers.ts';

/** The name behind "around"; null where none is, undefined where a number, or a road between two, is told. */
export const namedAround = (
  { sentences, mentions, theatre }: Draft,
  { noun, place }: PlaceItem,
): PlaceMark | null | undefined => {
  if (place !== null || noun === null) return null;
  const tokens = sentences[noun.sentence]?.tokens ?? [];
  // "the road BETWEEN A and B"
  const road = noun.scope === 'road' && theatre.lexicon.has('roadBetween', tokens[noun.to]?.word ?? '');
  const village =
    noun.kind === 'village' && noun.plural && theatre.lexicon.has('aroundLinks', tokens[noun.to]?.word ?? '');
  if (!road && !village) return null;
  const mark = inSentence(mentions, noun.sentence).find(({ from }) => from === noun.to + 1);
  if (mark?.type !== 'place') return null;
  // A road between two places is neither; nor is a number of villages any place.
  const counted = road || numberOf([tokens[noun.from - 1]?.word ?? ''], theatre.lexicon) !== null;
  return counted ? undefined : mark;
};
