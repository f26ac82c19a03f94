// Which place "the district", "its headquarters", "there" and "it" mean: the one spoken of last that can be one,
// in a headline the first one named after it. Fills what the stage `places` needs to tell names apart.
// Invariant: a predicate whose place cannot be found makes no claim.

import type { Draft, PlaceItem, PlaceMark, Predicate, PredicatePlace } from './marks.ts';
import { isAcross } from './place-groups/place-lists.ts';
import { manyMeant } from './places/attacked-together.ts';
import { groundOf, nothingTold } from './places/begin-ground.ts';
import { borrowed } from './places/borrowed-place.ts';
import { canBeSeat, capitalOfRegion, regionOfSeat } from './places/capital-of.ts';
import { areOfCity, quartersOf } from './places/city-quarters.ts';
import { describedLast, partMeant } from './places/described-before.ts';
import { isElsewhereFronted } from './places/elsewhere-fronted.ts';
import { isAnyDenied, isChiefOfAll } from './places/elsewhere-meant.ts';
import { findNamed } from './places/find-meant-place.ts';
import { basesTogether, findSet, isBesideTown, isNamedSince, isSetOfNoun, isTold } from './places/find-place-set.ts';
import { findReferred, pointing } from './places/find-referred.ts';
import { frontedPlaces } from './places/fronted-order.ts';
import {
  cityJustDescribed,
  contextOf,
  isCountry,
  isOfCountry,
  type Listed,
  partOf,
  placeOfCapital,
  placeOfProvince,
  postInProvince,
  withScope,
} from './places/known-places.ts';
import { isCentreOfMany, isLandShared, isOfUnnamed } from './places/land-shares.ts';
import type { NamedPlace } from './places/named-places.ts';
import { provincesMeant } from './places/near-provinces.ts';
import { noteReferences } from './places/note-references.ts';
import {
  areLocated,
  areMen,
  areOwned,
  isNumberAhead,
  isNumberBeside,
  isNumberElsewhere,
  isNumberInLarger,
  isNumberOfMen,
  isOfNumber,
} from './places/numbers-elsewhere.ts';
import { labelOf } from './places/place-labels.ts';
import { besieged, type Ground } from './places/place-suits.ts';
import { withoutWayTo } from './places/posts-on-roads.ts';
import { rememberTold } from './places/remember-told.ts';
import { isReckonedSince } from './places/since-clashes.ts';
import { toldApart } from './places/told-apart.ts';
import { toldOnce } from './places/told-once.ts';
import { isOfUnplaced } from './places/unplaced-fights.ts';
import { isUsable } from './places/usable-items.ts';
import { namedAround } from './places/villages-around.ts';
import { isBeyondBorder, isFromStretch, isOfLargerWhere } from './places/where-clause.ts';
import { isOfWholeLand } from './places/whole-lands.ts';

const placeOfName = (ground: Listed, item: PlaceItem, mark: PlaceMark): readonly PredicatePlace[] => {
  const { draft, beside } = ground;
  if (isCountry(draft, mark.candidates)) return [];
  const { start, end, text, candidates } = mark;
  const context = { ...contextOf(item, beside, provincesMeant(draft, mark.sentence)), told: toldApart(ground, mark) };
  return [withScope(draft, { span: { start, end }, text, candidates, context }, item)];
};

/** "took A, B and C as the police left their posts": what has no place of its own is in all that its sentence has taken. */
const setOf = ({ sets }: Ground, named: NamedPlace, { sentence, placeWord }: Predicate): readonly NamedPlace[] => {
  const last = sets.at(-1) ?? [];
  const isHere = last.every(({ mark }) => mark.sentence === sentence);
  return placeWord === null && isHere && last.some(({ mark }) => mark.start === named.mark.start) ? last : [named];
};

/** "most of the city's districts": an area of the city that is meant. */
const inCity = (ground: Listed, item: PlaceItem, predicate: Predicate): readonly PredicatePlace[] => {
  if (item.noun === null) return [];
  const noun = { ...item.noun, kind: 'city' as const, plural: false, definite: true };
  const city: PlaceItem = { ...item, noun, kindWord: 'city', scope: 'area' };
  const named = findNamed(ground, city, predicate);
  return named === null ? [] : [{ ...borrowed(ground, named, city), scope: 'area' }];
};

/** "the capital of Hesk province": the town that the report calls so, else the city spoken of, and no other town. */
const placeOfSeat = (ground: Listed, predicate: Predicate, { item, region }: Seat): readonly PredicatePlace[] => {
  const seat = capitalOfRegion(ground.draft, { ...item, place: region });
  if (seat !== null) return placeOfName(ground, item, seat);
  const named = isUsable(ground.draft, item) ? findNamed(ground, item, predicate) : null;
  return named !== null && canBeSeat(ground.draft, named) ? [borrowed(ground, named, item)] : [];
};

interface Seat {
  readonly item: PlaceItem;
  readonly region: PlaceMark;
}

/** A named item keeps its words; a described one takes the words of the place that it means. */
const placesOf = (ground: Listed, predicate: Predicate, said: PlaceItem): readonly PredicatePlace[] => {
  const item = withoutWayTo(ground.draft, said);
  const region = regionOfSeat(ground.draft, item);
  return region === null ? placesMeant(ground, predicate, item) : placeOfSeat(ground, predicate, { item, region });
};

const placesMeant = (ground: Listed, predicate: Predicate, item: PlaceItem): readonly PredicatePlace[] => {
  if (item.place !== null)
    return isAcross(item) ? [] : placeOfName(ground, item, capitalOfRegion(ground.draft, item) ?? item.place);
  if (item.noun !== null && (item.noun.refers !== null || pointing(ground, item) !== null))
    return findReferred(ground, item, predicate).map((one) => borrowed(ground, one.named, one.item));
  if (isAnyDenied(item, predicate) || isCentreOfMany(ground, item, predicate)) return [];
  const quarters = quartersOf(ground.draft, item, predicate);
  if (quarters !== null) return [quarters];
  const fronted = frontedPlaces(ground, item, predicate);
  if (fronted.length > 0) return fronted.map((one) => borrowed(ground, one.named, one.item));
  if (areOfCity(ground.draft, item)) return inCity(ground, item, predicate);
  const around = namedAround(ground.draft, item);
  if (around != null) return placeOfName(ground, item, around);
  if (around === undefined || [isOfCountry, isLandShared, areLocated].some((is) => is(ground.draft, item))) return [];
  if (isOfWholeLand(ground.draft, item, predicate)) return postInProvince(ground, item, predicate);
  const capital = item.noun === null ? [] : placeOfCapital(ground, item, item.noun);
  if (capital.length > 0) return capital;
  const described = cityJustDescribed(ground, item, predicate);
  if (described !== null) return [described];
  const bases = basesTogether(ground, item, predicate);
  if (bases.length > 0) return bases.map((named) => borrowed(ground, named, item));
  if (
    item.noun?.plural &&
    (item.kindWord !== null || (item.noun.definite && ['area', 'centre'].includes(item.scope ?? '')))
  ) {
    // "most of the districts" are some of those spoken of, and nobody says which.
    const set = predicate.partial && item.kindWord !== null ? [] : findSet(ground, item, predicate);
    const streets = ground.draft.theatre.lexicon.has('townParts', item.noun.noun) || isBesideTown(item, predicate);
    if (set.length > 0 && !(streets && isNamedSince(ground, set, item.noun)))
      return set.map((named) => borrowed(ground, named, item));
    if (item.noun.definite && item.kindWord !== 'village' && !streets) return [];
  }
  if (item.kindWord === 'province' && item.noun !== null) return placeOfProvince(ground, item, item.noun);
  const named =
    isUsable(ground.draft, item) && !isNumberBeside(ground.draft, item, predicate)
      ? findNamed(ground, item, predicate)
      : null;
  if (named === null) return postInProvince(ground, item, predicate);
  if (isNumberElsewhere(ground.draft, predicate, named.mark)) return [];
  if (named.mark.sentence !== predicate.sentence && isChiefOfAll(ground.draft, item, predicate)) return [];
  if (isNumberInLarger(ground.draft, predicate, { item, named })) return [];
  if (isNumberAhead(ground.draft, predicate, { item, named })) return [];
  // "the EASTERN quarters" are none of a quarter.
  if (named.item.scope === 'area' && item.noun?.plural === true && isTold(ground, item)) return [];
  const part = partOf(ground, named, item);
  if (part !== null) return [part];
  const all = item.noun?.plural === true ? setOf(ground, named, predicate) : [named];
  return all.map((one) => borrowed(ground, one, item));
};

const isMany = ({ theatre }: Draft, { placeWord }: Predicate): boolean =>
  ['pluralPronouns', 'bothWords'].some((list) => theatre.lexicon.has(list, placeWord ?? ''));

/** "gave BOTH up", "got THEM back": where no two places were spoken of it is two of something else. */
const isOfTwo = ({ theatre }: Draft, { placeWord, kind }: Predicate): boolean =>
  theatre.lexicon.has(kind === 'recapture' ? 'objectPlurals' : 'bothWords', placeWord ?? '');

const placesFor = (ground: Ground, predicate: Predicate): readonly PredicatePlace[] => {
  const { draft } = ground;
  if (predicate.placeFromContext) {
    if (isReckonedSince(draft, predicate)) return [];
    const label = labelOf(draft, predicate);
    if (label !== null) return placesOf({ ...ground, beside: [] }, predicate, label);
    const fronted = frontedPlaces(ground, null, predicate);
    if (fronted.length > 0) return fronted.map((one) => borrowed(ground, one.named, one.item));
    const many = manyMeant(ground, predicate, isMany(draft, predicate) && !areMen(draft, predicate));
    if (many.length > 0) return many.map((named) => borrowed(ground, named, null));
    if (
      isOfTwo(draft, predicate) ||
      isOfNumber(draft, predicate) ||
      isOfUnnamed(draft, predicate) ||
      isFromStretch(draft, predicate) ||
      isElsewhereFronted(draft, predicate)
    )
      return [];
    if (predicate.placeWord === null && (isOfLargerWhere(draft, predicate) || isBeyondBorder(draft, predicate)))
      return [];
    const part = partMeant(ground, predicate);
    if (part !== null) return [part];
    const last = describedLast(ground, predicate, isMany(draft, predicate));
    const described =
      last === null ? [] : placesOf({ ...ground, beside: [] }, { ...predicate, sentence: last.sentence }, last.item);
    if (described.length > 0) return described;
    // "took A. THEY were gone by noon": many are not the one place spoken of.
    if (predicate.fromContext && isMany(draft, predicate)) return [];
    const among = predicate.kind === 'siege' ? besieged(ground) : ground;
    const named = areOwned(draft, predicate) ? null : findNamed(among, null, predicate);
    if (named === null || isNumberOfMen(draft, predicate, named.mark)) return [];
    const set = setOf(ground, named, predicate);
    // "Two boats left A. THEY were seized": many things, and no one place.
    if (set.length === 1 && predicate.kind === 'capture' && isMany(draft, predicate)) return [];
    return set.map((one) => borrowed(ground, one, null));
  }
  const beside = predicate.items.flatMap(({ place }) => (place === null ? [] : [place.candidates]));
  return toldOnce(predicate.items.map((item) => ({ item, places: placesOf({ ...ground, beside }, predicate, item) })));
};

export type MeantPlaces = (deed: Predicate) => readonly PredicatePlace[];

/** Which places a deed's words mean, where the report's predicates before it have been put. */
export const findMeantPlaces = (draft: Draft): MeantPlaces => {
  const ground = groundOf(draft);
  const spoken = draft.predicates.flatMap((before) =>
    before.places.flatMap(({ mention }) =>
      (ground.byStart.get(mention.span.start) ?? []).map((named) => ({
        at: before.start,
        named: { ...named, mark: { ...named.mark, sentence: before.sentence } },
      })),
    ),
  );
  return (deed) => {
    const focus = spoken.filter(({ at }) => at < deed.start).map(({ named }) => named);
    return placesFor({ ...ground, ...nothingTold(), focus }, deed);
  };
};

/** Resolves one predicate and remembers what it was about. */
const resolve = (ground: Ground, predicate: Predicate): Predicate => {
  noteReferences(ground, predicate);
  const places = placesFor(ground, predicate);
  const spoken: NamedPlace[] = [];
  const isOfRoad = places.length > 0 && places.every(({ scope }) => scope === 'road');
  const mentions = new Map(places.map((place) => [place.mention.span.start, place]));
  const isSet = mentions.size > 1 && isSetOfNoun(predicate);
  for (const [start, { mention, scope }] of [...mentions].sort(([a], [b]) => a - b)) {
    const { candidates, context } = mention;
    for (const named of ground.byStart.get(start) ?? []) {
      const { sentence } = predicate;
      spoken.push({
        ...named,
        // "retook A and were moving on B. The district …", "have cut the road to B. The bazaar …": of B less is told.
        reckoned: named.reckoned || predicate.kind === 'threat' || (named.locates && isOfRoad),
        mark: { ...named.mark, candidates, sentence },
        item: { ...named.item, within: context.within, ...(isSet ? { kindWord: context.kindWord, scope } : {}) },
      });
    }
  }
  ground.focus.push(...spoken);
  const [only, ...more] = places;
  const unnamed = places.findLast(({ mention, scope }) => scope === 'city' && !ground.byStart.has(mention.span.start));
  const part = only !== undefined && more.length === 0 && spoken.length === 0 ? only : unnamed;
  if (part !== undefined) ground.parts.push({ sentence: predicate.sentence, place: part });
  if (spoken.length > 1) ground.sets.push(spoken);
  rememberTold(ground, predicate, { places, spoken });
  const { part: scope } = predicate;
  return { ...predicate, places: scope === undefined ? places : places.map((place) => ({ ...place, scope })) };
};

const REASON = 'no place is named or meant';

/** Pass: gives each predicate its places, and drops those that have none. */
export const resolvePlaces = (draft: Draft): Draft => {
  const ground: Ground = { ...groundOf(draft), ...nothingTold() };
  const resolved: Predicate[] = [];
  for (const predicate of draft.predicates)
    resolved.push(isOfUnplaced(resolved, predicate) ? { ...predicate, places: [] } : resolve(ground, predicate));
  const kept = resolved.filter(({ places }) => places.length > 0);
  const left = resolved.filter(({ places }) => places.length === 0);
  const drops = left.map(({ sentence, start, items, placeFromContext: meant }) => ({
    ...{ sentence, reason: REASON, unnamed: items.length > 0 && !meant ? start : null },
  }));
  const trace = left.map(({ clause, kind, rule }) => ({
    pass: 'resolvePlaces',
    span: clause,
    says: `${kind} by "${rule}" dropped: ${REASON}`,
  }));
  return { ...draft, predicates: kept, drops: [...draft.drops, ...drops], trace: [...draft.trace, ...trace] };
};
