// What kind a described place can be ("the city", "the district"), and whether a name fits it; without a gazetteer by what
// the report calls the name.
// Invariant: a kind that nobody says excludes nothing but what is too large to be taken.
import type { SideId } from '../../model/actor.ts';
import type { PlaceId, PlaceKind } from '../../model/place.ts';
import type { Draft, PlaceItem, PredicatePlace } from '../marks.ts';
import { isLargerKind } from '../place-groups/place-order.ts';
import { calledIn } from './called-kinds.ts';
import type { DescribedPlace, NamedPlace } from './named-places.ts';

export const kindsOf = (draft: Draft, named: NamedPlace): readonly (PlaceKind | null)[] =>
  named.item.kindWord !== null && named.item.kindWord !== 'area'
    ? [named.item.kindWord]
    : named.mark.candidates.map((id) => draft.theatre.gazetteer.get(id)?.kind ?? null);

const SUITS: Readonly<Partial<Record<PlaceKind, readonly (PlaceKind | null)[]>>> = {
  district: ['district'],
  city: ['city'],
  town: ['town', 'district', 'city', 'village'],
  crossing: ['crossing'],
  village: ['village', 'town'],
  airport: ['airport'],
  road: ['road', 'pass'],
  dam: ['dam'],
  province: ['province'],
};

/** Without a gazetteer: whether the report ever calls the place by such a kind; null where it calls it by none. */
export const isCalled = (draft: Draft, wanted: PlaceKind, named: NamedPlace): boolean | null => {
  const called = (calledIn(draft).get(named.mark.text.toLowerCase()) ?? []).filter((kind) => kind !== null);
  return called.length === 0 ? null : called.some((kind) => ALIKE[wanted]?.includes(kind) ?? kind === wanted);
};

const SMALLER: readonly (PlaceKind | null)[] = ['district', 'village'];

/** Without a gazetteer: "the Ashford district south of Garth" is not the city where a report speaks of another place. */
export const isCalledSmaller = (draft: Draft, { mark }: NamedPlace): boolean => {
  const called = (calledIn(draft).get(mark.text.toLowerCase()) ?? []).filter((kind) => kind !== null);
  return draft.theatre.open && called.length > 0 && called.every((kind) => SMALLER.includes(kind));
};

/** What writers call one place by turns: "the city", "the town". */
export const ALIKE: Readonly<Partial<Record<PlaceKind, readonly PlaceKind[]>>> = {
  city: ['city', 'town', 'district'],
  town: ['town', 'city', 'village', 'district'],
  village: ['village', 'town'],
  // A town has an airport, a crossing, a road: "the airstrip" is that of the town spoken of.
  airport: ['airport', 'city', 'town', 'village', 'district'],
  crossing: ['crossing', 'city', 'town', 'village', 'district'],
  road: ['road', 'pass', 'city', 'town', 'village', 'district'],
};

/** "Golan Heights", "Tigris River": no town. */
const isOfNature = ({ theatre: { lexicon } }: Draft, { mark }: NamedPlace): boolean => {
  const words = mark.text.toLowerCase().split(' ');
  return words.length > 1 && [words[0], words.at(-1)].some((word) => lexicon.has('natureNames', word ?? ''));
};

const SETTLED: readonly (PlaceKind | null)[] = ['city', 'town', 'village', 'district'];

const suitsOpen = (draft: Draft, wanted: PlaceKind | null, named: NamedPlace): boolean => {
  if (SETTLED.includes(wanted) && isOfNature(draft, named)) return false;
  const called = calledIn(draft).get(named.mark.text.toLowerCase()) ?? [];
  if (called.length > 0 && called.every((kind) => isLargerKind(kind) || (kind === 'area' && wanted !== null)))
    return false;
  return wanted === null || isCalled(draft, wanted, named) !== false;
};

/** Without a gazetteer: a name that the report calls a region and nothing smaller is no "town" and has no centre, whatever else fits. */
const isCalledRegion = (draft: Draft, item: PlaceItem | null, { mark }: NamedPlace): boolean => {
  const called = calledIn(draft).get(mark.text.toLowerCase()) ?? [];
  const part = item?.scope === 'centre' || item?.scope === 'outskirts';
  const settled = draft.theatre.open && (part || (item?.kindWord != null && SETTLED.includes(item.kindWord)));
  return settled && called.length > 0 && called.every((kind) => kind === 'area' || isLargerKind(kind));
};

/** "a provincial capital" is never the nation's own. */
const isNationsOwn = ({ theatre: { lexicon } }: Draft, item: PlaceItem | null, { mark }: NamedPlace): boolean =>
  item?.noun != null &&
  lexicon.has('provincialSeats', item.noun.noun) &&
  lexicon.look('nationCapitals', mark.text.toLowerCase()) !== null;

/** "a base in X province" is none of the places that lie in another. */
const liesElsewhere = ({ theatre: { gazetteer } }: Draft, item: PlaceItem | null, { mark }: NamedPlace): boolean => {
  const above = (id: PlaceId): readonly PlaceId[] => [id, ...gazetteer.ancestors(id).map((larger) => larger.id)];
  const within = item?.place === null ? item.within.filter((id) => gazetteer.get(id) !== null) : [];
  const liesThere = (id: PlaceId): boolean => above(id).some((one) => within.includes(one));
  return within.length > 0 && mark.candidates.length > 0 && !mark.candidates.some(liesThere);
};

/** "from A, the district's main town. … The district": a town that bears its district's name, or the other way round. */
const isSeatOf = ({ theatre: { gazetteer } }: Draft, wanted: PlaceKind, { mark, item }: NamedPlace): boolean =>
  wanted === 'district' &&
  item.kindWord === 'town' &&
  mark.candidates.some((id) => gazetteer.get(id)?.kind === 'district');

export const suits = (draft: Draft, item: PlaceItem | null, named: NamedPlace): boolean => {
  const wanted = item?.kindWord ?? null;
  if (isNationsOwn(draft, item, named) || liesElsewhere(draft, item, named)) return false;
  if (draft.theatre.open) return suitsOpen(draft, wanted, named);
  const kinds = kindsOf(draft, named);
  if (wanted !== null && SUITS[wanted] !== undefined)
    return kinds.some((kind) => SUITS[wanted]?.includes(kind)) || isSeatOf(draft, wanted, named);
  return kinds.some((kind) => kind !== null && !isLargerKind(kind));
};

export interface PartSpokenOf {
  readonly sentence: number;
  readonly place: PredicatePlace;
}

export interface Ground {
  readonly draft: Draft;
  readonly places: readonly NamedPlace[];
  /** The same by the offset of the name. */
  readonly byStart: ReadonlyMap<number, readonly NamedPlace[]>;
  /** Where the predicates before this one put what they say, latest last. */
  readonly focus: NamedPlace[];
  /** Places said without a name, in the order of the text. */
  readonly described: readonly DescribedPlace[];
  /** What plurals ("both", "the districts") were found to mean, with where they stand. */
  readonly sets: (readonly NamedPlace[])[];
  /** Places that were said to be taken or lost, and those that were won back. */
  readonly taken: NamedPlace[];
  readonly retaken: NamedPlace[];
  /** Places that somebody was said to lose, to leave or to give up. */
  readonly lost: NamedPlace[];
  /** Places that somebody was said to hold. */
  readonly held: { readonly named: NamedPlace; readonly by: SideId | null }[];
  /** Whole places that somebody was said to have taken or to hold, and who said so; null for the outlet. */
  readonly won: { readonly named: NamedPlace; readonly by: SideId | null; readonly teller: string | null }[];
  /** Parts that the gazetteer names ("the airfield" of a town), as they were spoken of, latest last. */
  readonly parts: PartSpokenOf[];
  /** Where the words of order stand that have been looked up ("residents of the first"). */
  readonly noted: number[];
}

/** "Hollin has had no bread since the SALT ROAD was closed. There is no SIEGE": a road is cut, and what it leads to is besieged. */
export const besieged = (ground: Ground): Ground => {
  const isRoad = (named: NamedPlace): boolean => {
    const kinds = kindsOf(ground.draft, named);
    return kinds.length > 0 && kinds.every((kind) => kind === 'road');
  };
  const other = (named: NamedPlace): boolean => !isRoad(named);
  return { ...ground, places: ground.places.filter(other), focus: ground.focus.filter(other) };
};

/** A name that can be no province: sure to mean a place that can be taken. */
export const isSmall = (draft: Draft, named: NamedPlace): boolean =>
  kindsOf(draft, named).every((kind) => !isLargerKind(kind));

export const isCity = (draft: Draft, named: NamedPlace): boolean =>
  draft.theatre.open ? isCalled(draft, 'city', named) === true : kindsOf(draft, named).includes('city');

/** A city, or a district with a governor of its own: where an office may stand. */
export const isSeat = (draft: Draft, named: NamedPlace): boolean =>
  isCity(draft, named) || (!draft.theatre.open && kindsOf(draft, named).includes('district'));

export const LANDMARKS: readonly (PlaceKind | null)[] = ['crossing', 'airport', 'dam', 'road'];

/** "The streets" are a town's; an airport or a crossing has none. */
const isStreetOfLandmark = (draft: Draft, item: PlaceItem | null, named: NamedPlace): boolean => {
  const kinds = kindsOf(draft, named);
  const street = item?.noun != null && draft.theatre.lexicon.has('townParts', item.noun.noun);
  return street && kinds.length > 0 && kinds.every((kind) => kind !== null && LANDMARKS.includes(kind));
};

/** The streets of an airport, a region that is no town: what the words cannot mean, whatever else would fit. */
export const isOtherGround = (draft: Draft, item: PlaceItem | null, named: NamedPlace): boolean =>
  isStreetOfLandmark(draft, item, named) || isCalledRegion(draft, item, named);
