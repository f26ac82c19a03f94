// Which part of a place is meant where the part has no noun of its own: "the north of A", "the heart of A", "central A".
// Invariant: a part that a noun names keeps that noun's scope, and a larger place has no such parts.
import type { Scope } from '../../model/claim.ts';
import type { PlaceKind } from '../../model/place.ts';
import { SCOPE_OF_KIND } from '../../model/scope-of-kind.ts';
import type { PlaceItem } from '../marks.ts';
import { isIn, type SentenceView } from '../words/view-sentence.ts';
import { canBeProvince } from './place-item.ts';
import type { Share } from './place-shares.ts';

const SETTLED: readonly (PlaceKind | null)[] = ['city', 'town', 'district', 'village'];

/** A crossing or an airfield has no such parts. */
const isSettled = ({ theatre: { gazetteer } }: SentenceView, { kindWord, place }: PlaceItem): boolean =>
  kindWord !== null
    ? SETTLED.includes(kindWord)
    : place === null ||
      place.candidates.length === 0 ||
      place.candidates.some((id) => SETTLED.includes(gazetteer.get(id)?.kind ?? null));

/** Without a noun of a part: a bare name, "A city", "the city". */
const isWhole = ({ scope, kindWord }: PlaceItem): boolean =>
  scope === null || (kindWord !== null && scope === SCOPE_OF_KIND[kindWord]);

/** "eastern A", "central A"; "northern A" may lie in the north where a province is called so, and so does "the northern A". */
const sideBefore = (view: SentenceView, item: PlaceItem): Scope | null => {
  const at = item.place?.from ?? -1;
  if (at < 1 || at !== item.from || isIn(view, 'determiners', at - 2)) return null;
  if (item.noun === null && canBeProvince(view, item)) return null;
  if (isIn(view, 'centralAdjectives', at - 1)) return 'centre';
  return isIn(view, 'compassAdjectives', at - 1) ? 'area' : null;
};

/** The place with the part of it that the words before it say. */
export const withSide = (view: SentenceView, item: PlaceItem, share: Share | null): PlaceItem => {
  if (!isWhole(item) || !isSettled(view, item)) return item;
  const scope = share?.scope ?? sideBefore(view, item);
  return scope === null ? item : { ...item, scope };
};
