// "An aid group left Ashford. THE GROUP is now in Garth": who bears no arms stays so.
// Invariant: only where the same noun was said of them right before.
import type { ActorMark, Draft } from '../marks.ts';

/** How many sentences back the same noun may stand. */
const BACK = 3;

export const isOfUnarmed = ({ mentions }: Draft, mark: ActorMark): boolean => {
  const noun = mark.text.toLowerCase().split(' ').at(-1) ?? '';
  const before = mentions.findLast(
    (one): one is ActorMark =>
      one.type === 'actor' &&
      one.end <= mark.start &&
      one.sentence >= mark.sentence - BACK &&
      one.text.toLowerCase().split(' ').includes(noun),
  );
  if (before?.means !== 'civilian') return false;
  // "An aid group left. THE REBELS came. The group holds the mill": the one that was named last.
  return !mentions.some(
    (one) => one.type === 'actor' && one.start > before.start && one.end <= mark.start && one.side !== null,
  );
};
