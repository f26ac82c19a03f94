// Which place holds which, and which kinds are larger than a district.
import type { PlaceKind } from '../../model/place.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { PlaceMark } from '../marks.ts';

/** A country or a province is never the small place that a report means beside it. */
export const isLargerKind = (kind: PlaceKind | null): boolean => kind === 'province' || kind === 'country';

/** True where some reading of `outer` holds some reading of `inner`. */
export const isLarger = ({ gazetteer }: Theatre, outer: PlaceMark, inner: PlaceMark): boolean =>
  inner.candidates.some((id) => gazetteer.ancestors(id).some((above) => outer.candidates.includes(above.id)));

/** True where two names can mean one spot: a town and its district, a place and its other name. */
export const isSamePlace = ({ gazetteer }: Theatre, a: PlaceMark, b: PlaceMark): boolean => {
  const cells = new Set(a.candidates.map((id) => gazetteer.cellOf(id)));
  return b.candidates.some((id) => gazetteer.cellOf(id) !== null && cells.has(gazetteer.cellOf(id)));
};
