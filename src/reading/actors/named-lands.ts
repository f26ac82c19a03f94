// "soldiers crossed into NORLAND", "NORLAND said …": a neighbour that does not fight holds no place, and no "they" means it.
import type { ActorMark, Draft } from '../marks.ts';

/** True of a neighbour's name; of a side that fights it is not asked. */
export const isLandNamed = ({ theatre }: Draft, { side, means }: ActorMark): boolean =>
  means === 'name' &&
  theatre.sides.some(({ id, belligerent, class: of }) => id === side && of === 'foreign' && !belligerent);
