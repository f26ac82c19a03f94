// Names that a distance or a direction is reckoned from: "60 km north of A", "the town south of the capital, A".
// Invariant: looks only at the words right before the name, and over no comma but that behind what the name explains.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Draft, PlaceMark, Token } from '../marks.ts';

/** Words of "some 60 km north-west of the national capital". */
const MEASURE = 6;

interface Words {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
}

/** Whether the name that begins at `from` is one that something is measured from. */
export const isMeasured = ({ tokens, lexicon }: Words, from: number): boolean => {
  const has = (list: string, at: number): boolean => lexicon.has(list, tokens[at]?.word ?? '');
  // "north of THE CAPITAL, A"
  const apposed = tokens[from - 1]?.word === ',' && has('seatNouns', from - 2);
  const end = apposed ? from - 1 : from;
  const before = tokens.slice(Math.max(0, end - MEASURE), end);
  const first = Math.max(0, end - MEASURE) + before.findLastIndex(({ word }) => /^[,;:]$/u.test(word)) + 1;
  const at = tokens.slice(first, end).map((_, i) => first + i);
  return (
    at.some((i) => has('reckoningLinks', i)) &&
    at.some((i) => ['distanceWords', 'compassPoints'].some((list) => has(list, i)))
  );
};

/** "Residents of B, 60 KM NORTH OF A, said": A only tells where they are. */
export const isMeasuredFrom = ({ sentences, theatre }: Draft, { sentence, from }: PlaceMark): boolean =>
  isMeasured({ tokens: sentences[sentence]?.tokens ?? [], lexicon: theatre.lexicon }, from);
