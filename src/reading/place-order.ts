// Which place holds which, and which kinds are larger than a district.
import type { PlaceKind } from '../model/place.ts';
import type { Theatre } from '../model/theatre.ts';
import type { PlaceMark } from './marks.ts';

/** A country or a province is never the small place that a report means beside it. */
export const isLargerKind = (kind: PlaceKind | null): boolean => kind === 'province' || kind === 'country';

/** True where some reading of `outer` holds some reading of `inner`. */
export const isLarger = ({ gazetteer }: Theatre, outer: PlaceMark, inner: PlaceMark): boolean =>
  inner.candidates.some((id) => gazetteer.ancestors(id).some((above) => outer.candidates.includes(above.id)));
