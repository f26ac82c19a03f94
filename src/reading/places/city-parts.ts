// Parts that stand in cities: a governor's house, a radio station, a palace.
// Invariant: the words are data; a place that bears none of their kinds is no home of theirs.
import type { Draft, PlaceItem } from '../marks.ts';
import type { NamedPlace } from './named-places.ts';
import { isCity, isSeat } from './place-suits.ts';

/** "The governor's house", "the radio station", "the palace": what stands in cities, though a village be named after one. */
export const isOfCity = ({ theatre }: Draft, item: PlaceItem | null): boolean =>
  item?.noun != null &&
  (theatre.lexicon.has('cityParts', partWord(item)) ||
    (!theatre.open && theatre.lexicon.has('capitalParts', item.noun.noun)));

const partWord = ({ noun }: PlaceItem): string => noun?.noun.replace(/ (?=['’])/gu, '') ?? '';

/** A city has all such parts; a district has a governor of its own, whose office is one. */
export const canHave = (draft: Draft, item: PlaceItem | null, named: NamedPlace): boolean =>
  isCity(draft, named) ||
  (item !== null && draft.theatre.lexicon.has('seatParts', partWord(item)) && isSeat(draft, named));
