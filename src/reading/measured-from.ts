// Names that a distance or a direction is reckoned from: "60 km north of A", "the town south of A".
// Invariant: looks only at the words right before the name, never over a comma.
import type { Draft, PlaceMark } from './marks.ts';

/** Words of "some 60 km north-west of the capital". */
const MEASURE = 5;

/** "Residents of B, 60 KM NORTH OF A, said": A only tells where they are. */
export const isMeasuredFrom = ({ sentences, theatre }: Draft, { sentence, from }: PlaceMark): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const before = tokens.slice(Math.max(0, from - MEASURE), from).map(({ word }) => word);
  const inside = before.slice(before.lastIndexOf(',') + 1);
  const has = (lists: readonly string[]): boolean =>
    inside.some((word) => lists.some((list) => theatre.lexicon.has(list, word)));
  return has(['reckoningLinks']) && has(['distanceWords', 'compassPoints']);
};
