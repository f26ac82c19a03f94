// "A, just outside B, in rebel hands": of two places it is told of the one that the words between the commas locate.
// Invariant: only where those words name no side and hold no verb.
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, isInAny, startOfPhrase, wordAt } from '../words/view-sentence.ts';
import type { Parse } from './parse.ts';

/** Words of "a few miles to the north". */
const LOCATING = 8;

const LINKS = ['farPrepositions', 'compassPoints', 'nextDoorWords', 'distanceWords'];

/** The place that another one, between its commas, only locates. */
export const locatedBy = ({ view, groups, verbAt }: Parse, { from, to }: PlaceGroup): PlaceGroup | null => {
  if (wordAt(view, to) !== ',') return null;
  const start = startOfPhrase(view, from);
  if (!isIn(view, 'prepositions', start - 1)) return null;
  let near = false;
  for (let at = start - 1; at > 0 && at >= start - LOCATING; at--) {
    if (wordAt(view, at) === ',') return near ? (groups.find((one) => one.to === at && !one.counted) ?? null) : null;
    if (verbAt[at] !== undefined || view.markAt[at]?.type === 'actor') return null;
    near ||= isInAny(view, LINKS, at);
  }
  return null;
};
