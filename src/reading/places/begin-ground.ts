// What places are looked up among: those that a report names and describes, and what has been told of them so far.
// Invariant: each ground has a memory of its own, which nobody else writes to.
import type { Draft } from '../marks.ts';
import { listDescribed, listNamedPlaces } from './named-places.ts';
import type { Ground } from './place-suits.ts';

/** The names and descriptions of a report. */
export const groundOf = (draft: Draft): Pick<Ground, 'draft' | 'places' | 'byStart' | 'described'> => {
  const places = listNamedPlaces(draft);
  const byStart = Map.groupBy(places, ({ mark }) => mark.start);
  return { draft, places, byStart, described: listDescribed(draft) };
};

/** The memory of a report of which nothing has been read. */
export const nothingTold = (): Omit<Ground, 'draft' | 'places' | 'byStart' | 'described'> => ({
  ...{ focus: [], sets: [], taken: [], retaken: [], lost: [], held: [], won: [], parts: [], noted: [] },
});
