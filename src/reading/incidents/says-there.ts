// "received five dead from A. The rebels say they killed 22 THERE": where the last incident was.
// Invariant: no other place has been named since; "there was", "there were" point nowhere.
import type { PlaceMention } from '../../model/place.ts';
import type { NamedPlace } from '../places/named-places.ts';
import { isIn } from '../words/view-sentence.ts';
import type { Found } from './incident-cues.ts';

export const saysThere = (
  named: readonly NamedPlace[],
  { cue, parse: { view }, stretch: [from, to] }: Found,
  last: PlaceMention | null,
): boolean =>
  last !== null &&
  view.tokens.slice(from, to).some((_, i) => isIn(view, 'thereWords', from + i) && !isIn(view, 'be', from + i + 1)) &&
  !named.some(({ mark, locates }) => !locates && mark.start > last.span.start && mark.start < cue.start);
