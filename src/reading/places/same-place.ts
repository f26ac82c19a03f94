// Whether two claims speak of one place.
// Invariant: the same words, or a place of the gazetteer that both may mean.
import type { UnplacedClaim } from '../../model/claim.ts';

export const samePlace = (a: UnplacedClaim, b: UnplacedClaim): boolean =>
  a.place.text === b.place.text || a.place.candidates.some((id) => b.place.candidates.includes(id));
