// "posts ALONG THE RIVER at Ashford", "positions ON THE RIDGE above it": what of a place something stands on, before the place itself.
// Invariant: nothing but what describes it stands between, and the place follows right behind it.

import { isFiller, isIn, isInAny, type SentenceView } from '../words/view-sentence.ts';
import { markFrom, nounAt, placeAt } from './place-marks.ts';

/** Words of "the old Salt Road", "the far bank of the river". */
const REACH = 5;

const FEATURES = ['natureNames', 'travelledWays', 'landFeatures'] as const;

/** Where the place begins behind "along the river at"; -1 where no such words stand. */
export const pastFeature = (view: SentenceView, from: number): number => {
  if (!isIn(view, 'featureLinks', from) || !isIn(view, 'determiners', from + 1)) return -1;
  for (let at = from + 2; at < from + REACH + 2; at++) {
    const road = nounAt(view, at) ?? placeAt(view, at);
    if (isInAny(view, FEATURES, at) || road !== null) {
      const to = road?.to ?? at + 1;
      const links = isInAny(view, ['locatorLinks', 'postStands', 'overLinks'], to);
      const place = links ? markFrom(view, to + 1, 3) : -1;
      return place >= 0 && placeAt(view, place) !== null ? place : -1;
    }
    if (!isFiller(view, at)) return -1;
  }
  return -1;
};
