// "crossed into NORLAND", "traders from NORLAND": a land where something is or goes, and nobody of whom anything is told.
import type { ActorMark, Draft } from './marks.ts';

/** True of a neighbour's name behind a word of place; of a side that fights it is not asked. */
export const isLandNamed = ({ sentences, theatre }: Draft, { side, means, sentence, from }: ActorMark): boolean =>
  means === 'name' &&
  theatre.lexicon.has('landLinks', sentences[sentence]?.tokens[from - 1]?.word ?? '') &&
  theatre.sides.some(({ id, belligerent, class: of }) => id === side && of === 'foreign' && !belligerent);
