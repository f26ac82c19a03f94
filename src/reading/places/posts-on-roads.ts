// "took the checkpoints on the GARTH road": a road is called by where it leads, and the post need not lie there.
// Invariant: a road that bears a name of its own is a place.
import type { Draft, PlaceItem } from '../marks.ts';

/** The post alone, where the only name said with it is of the place that its road leads to. */
export const withoutWayTo = ({ theatre: { gazetteer } }: Draft, item: PlaceItem): PlaceItem => {
  const { place, noun, scope, kindWord } = item;
  const onRoad = kindWord === 'road' && scope !== 'road' && noun !== null;
  const own = place?.candidates.some((id) => gazetteer.get(id)?.kind === 'road');
  return onRoad && place !== null && own === false ? { ...item, place: null, kindWord: null, within: [] } : item;
};
