// One place as said: a name with the noun behind it, a noun over a name, and the larger places that only locate it.
// Invariant: an item is one place; what holds it stands in `within`.

import { isPossessive } from '../clauses/word-class.ts';
import type { PlaceItem, PlaceMark, ScopeMark } from '../marks.ts';
import { isUnknownName, ofUnit, pastUnknownNames } from '../mentions/unknown-names.ts';
import { isFiller, isIn, isOfficeNoun, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { endOfBracket, withBracket } from './place-brackets.ts';
import { compoundAt } from './place-compounds.ts';
import { isAloneAt, isDirected, pastDirection, pastRoad, withUnnamedLarger } from './place-direction.ts';
import { innerOf, namesFrom } from './place-inner.ts';
import { isAirport, markFrom, nounAt, placeAt } from './place-marks.ts';
import { withNeighbour } from './place-neighbour.ts';
import { isLarger, isLargerKind } from './place-order.ts';
import { isAsideIn, isListed, isRegionBehind, isSeatCity, isSomeOf, isUnnamedIn, UNNAMED } from './place-regions.ts';

const bare = (mark: PlaceMark): PlaceItem => ({
  ...{ place: mark, noun: null, scope: null, kindWord: null, within: [], capitalOf: null },
  ...{ from: mark.from, to: mark.to },
});

const isProvinceOnly = (view: SentenceView, item: PlaceItem): boolean =>
  item.place !== null &&
  (isLargerKind(item.kindWord) ||
    (item.place.candidates.length > 0 &&
      item.place.candidates.every((id) => isLargerKind(view.theatre.gazetteer.get(id)?.kind ?? null))));

export const canBeProvince = (view: SentenceView, item: PlaceItem): boolean =>
  isLargerKind(item.kindWord) ||
  (item.place?.candidates.some((id) => isLargerKind(view.theatre.gazetteer.get(id)?.kind ?? null)) ?? false);

/** "Afghanistan's main crossing", "Helmand's capital": the larger place only locates what is meant. */
const isWholeLarger = (view: SentenceView, item: PlaceItem, noun: ScopeMark): boolean =>
  // "rebels take Northmark capital": in a headline the province stands bare before it.
  (item.to === noun.from && isIn(view, 'capitalNames', noun.from) && canBeProvince(view, item)) ||
  // "rebels take Northmark district": a province is no district, so that it is one of its districts.
  (item.to === noun.from && noun.kind === 'district' && !view.theatre.open && isProvinceOnly(view, item)) ||
  // "rebels push into Northmark districts": and no end of a list of districts.
  (item.to === noun.from && isSomeOf(view, item, noun)) ||
  (isPossessive(view, item.to) &&
    // "Ashford's districts": many places of a kind lie in the province of that name.
    (isProvinceOnly(view, item) ||
      (isSeatCity(view, noun) && canBeProvince(view, item)) ||
      (noun.plural && noun.kind !== null && canBeProvince(view, item)) ||
      (view.theatre.open && noun.plural && UNNAMED.has(noun.kind))));

const ofLarger = (view: SentenceView, item: PlaceItem, noun: ScopeMark): PlaceItem => ({
  ...item,
  ...{ place: null, scope: noun.scope, kindWord: noun.kind, to: noun.to },
  noun: { ...noun, definite: !noun.plural || noun.definite },
  within: [...(item.place?.candidates ?? [])],
  capitalOf: noun.noun.split(' ').some((word) => view.lexicon.has('seatNouns', word)) ? item.place : null,
});

/** "Threeshire's northern province of Northmark": the name behind the noun is what is held. */
const deeper = (view: SentenceView, item: PlaceItem, noun: ScopeMark): PlaceItem => {
  const inner = itemAt(view, noun.from);
  if (inner === null || inner.place === null) return ofLarger(view, item, noun);
  return { ...inner, within: [...inner.within, ...(item.place?.candidates ?? [])], from: item.from };
};

const HOLDS_TOWNS: ReadonlySet<ScopeMark['kind']> = new Set(['district', 'province', 'country']);

/** "THE northern Eastry town of Garth", and in a title "Eastry town of Garth"; "Garth village of Eastry" has no article. */
const isDescribed = (view: SentenceView, from: number): boolean =>
  view.sentence.heading ||
  [1, 2, 3].some((back) => isIn(view, 'determiners', from - back) && describes(view, from, back));

const describes = (view: SentenceView, from: number, back: number): boolean =>
  view.tokens.slice(from - back + 1, from).every((_, i) => isFiller(view, from - back + 1 + i));

/** "the Northmark district of Garth": the larger place stands before the noun, and what is meant behind it. */
const ofOuter = (view: SentenceView, item: PlaceItem, noun: ScopeMark): PlaceItem | null => {
  if (item.to !== noun.from || noun.kind === null || !isIn(view, 'partLinks', noun.to)) return null;
  const inner = placeAt(view, noun.to + 1);
  if (
    inner === null ||
    item.place === null ||
    (noun.plural && !(isDescribed(view, item.place.from) && isListed(view, inner)))
  )
    return null;
  // Without a gazetteer "the Northmark town of Garth", "the White Sea port of Garth" is Garth, and "the Eastry quarter of Garth" a part of it.
  const nature = isIn(view, 'natureNames', item.to - 1) || isIn(view, 'natureNames', item.place.from);
  // "Garth town OF NORTHMARK PROVINCE" is Garth.
  const outermost = HOLDS_TOWNS.has(nounAt(view, inner.to)?.kind ?? null) || !isDescribed(view, item.place.from);
  const larger = view.theatre.open
    ? nature || noun.plural || (UNNAMED_TOWNS.has(noun.kind) && !outermost)
    : isLarger(view.theatre, item.place, inner);
  if (!larger) return null;
  const { from, place } = item;
  return { ...bare(inner), noun, scope: noun.scope, kindWord: noun.kind, within: place.candidates, from };
};

/** "the Upper Nale state capital GARTH", "Northmark's capital, GARTH,", "Northmark's capital of GARTH": the larger place and the office only tell which town it is. */
const seatNamed = (view: SentenceView, item: PlaceItem, noun: ScopeMark): PlaceItem | null => {
  if (noun.plural || item.place === null || !isIn(view, 'seatNouns', noun.to - 1)) return null;
  const of = isPossessive(view, item.to) && isIn(view, 'partLinks', noun.to);
  const comma = wordAt(view, noun.to) === ',' ? 1 : 0;
  const inner = placeAt(view, noun.to + (of ? 1 : comma));
  // "took Northmark's capital, Garth AND Hollin": a list.
  if (inner === null || (comma === 1 && !/^[,.;:)]?$/u.test(wordAt(view, inner.to)))) return null;
  const { from, place } = item;
  return { ...bare(inner), noun, scope: noun.scope, kindWord: noun.kind, within: place.candidates, from };
};

/** "the Norlandic army post AT Garth": whose the post is stands before it, and where it stands behind. */
const postAt = (view: SentenceView, item: PlaceItem, noun: ScopeMark): PlaceItem | null => {
  if (item.to !== noun.from || noun.scope !== 'base' || noun.kind !== null || noun.plural) return null;
  const inner = isIn(view, 'postStands', noun.to) ? placeAt(view, noun.to + 1) : null;
  if (inner === null) return null;
  const where = withNounBehind(view, bare(inner));
  return { ...where, noun, scope: noun.scope, from: item.from };
};

/** "Ashford district", "Ashford's police house", "the Ashford border area": the noun behind a name. */
const withNounBehind = (view: SentenceView, item: PlaceItem): PlaceItem => {
  const gap = isPossessive(view, item.to) ? 1 : 0;
  const at = markFrom(view, item.to + gap, gap === 1 ? Math.max(3, namesFrom(view, item.to + 1)) : 1);
  const noun = at < 0 ? null : nounAt(view, at);
  if (noun === null || (at > item.to + gap && gap === 0 && isIn(view, 'determiners', item.to))) return item;
  if (isWholeLarger(view, item, noun)) return deeper(view, item, noun);
  const outer = ofOuter(view, item, noun) ?? seatNamed(view, item, noun) ?? postAt(view, item, noun);
  if (outer !== null) return outer;
  const kindWord = item.kindWord ?? (gap === 1 && !isMarket(view, noun) && !isAirport(noun) ? null : noun.kind);
  return withNounBehind(view, { ...item, noun, scope: noun.scope, kindWord, to: noun.to });
};

/** Where a locator begins behind a name: "in X", "(X", ", X", and between commas ", in X,"; -1 where none does. */
const locatorFrom = (view: SentenceView, { to, noun }: PlaceItem): number => {
  const link = wordAt(view, to);
  if (noun?.refers?.by === 'one' && isIn(view, 'oneLinks', to)) return markFrom(view, to + 1, 5);
  if (link === ',' && isIn(view, 'locatorLinks', to + 1)) return markFrom(view, to + 2, 5);
  if (!view.lexicon.has('locatorLinks', link) && link !== ',' && link !== '(') return -1;
  return markFrom(view, to + 1, link === ',' ? 1 : 5);
};

/** "Northmark", "X province", "the northern province of X": what may locate. */
const largerAt = (view: SentenceView, at: number): PlaceItem | null => {
  const place = placeAt(view, at);
  if (place !== null) return withNounBehind(view, bare(place));
  const noun = nounAt(view, at);
  const inner =
    noun !== null && isLargerKind(noun.kind) && isIn(view, 'partLinks', noun.to) ? placeAt(view, noun.to + 1) : null;
  return noun === null || inner === null ? null : { ...bare(inner), noun, kindWord: noun.kind, from: noun.from };
};

/** "in THREESHIRE'S Northmark province": a land that owns the larger place is passed over. */
const pastOwner = (view: SentenceView, at: number): number => {
  const owner = at < 0 ? null : placeAt(view, at);
  if (owner === null || !isPossessive(view, owner.to)) return at;
  const next = markFrom(view, owner.to + 1, 2);
  return next >= 0 && placeAt(view, next) !== null && largerAt(view, next) !== null ? next : at;
};

/** "in Northmark", "of X province", "(Northmark)", ", Northmark", ", in Northmark,": a larger place that only locates. */
const withLocator = (view: SentenceView, given: PlaceItem): PlaceItem => {
  const item = pastDirection(view, given);
  const link = wordAt(view, item.to);
  if (item.place === null) return item;
  const at = pastOwner(view, locatorFrom(view, item));
  const named = at < 0 ? null : largerAt(view, at);
  const larger = named?.place ?? null;
  // "A, NORTHMARK'S breadbasket,": what is said of A, which need not lie there.
  if (link === ',' && isPossessive(view, named?.to ?? 0)) return item;
  if (named === null || larger === null) return at < 0 || link === ',' ? item : withUnnamedLarger(view, item, at);
  const ends = !isIn(view, 'listLinks', named.to);
  const outer = view.theatre.open
    ? link !== ',' || isAsideIn(view, item, named) || (ends && isRegionBehind(view, item, named))
    : isLarger(view.theatre, larger, item.place) && (link !== ',' || ends || isProvinceOnly(view, named));
  if (!outer) return item;
  // "Garth (Eastmark, Northmark)": the whole bracket tells where it lies.
  const to = Math.max(named.to + (wordAt(view, named.to) === ')' ? 1 : 0), endOfBracket(view, item.to));
  return withLocator(view, { ...item, within: [...item.within, ...larger.candidates], to });
};

/** "Nahrin's bazaar", "the market in Nahrin": the town of a place is not all of it. */
const isMarket = (view: SentenceView, noun: ScopeMark): boolean => view.lexicon.has('marketWords', noun.noun);

const alone = (noun: ScopeMark): PlaceItem => ({
  ...{ place: null, noun, scope: noun.refers === null ? noun.scope : null, kindWord: noun.kind },
  ...{ within: [], capitalOf: null, from: noun.from, to: noun.to },
});

interface Inner {
  readonly inner: PlaceItem;
  readonly link: string;
}

const UNNAMED_TOWNS: ReadonlySet<ScopeMark['kind']> = new Set(['town', 'city', 'village']);

/** "the capital of X province", "districts in X", "an unknown NAME district of X": the name behind the noun only holds what is meant. */
const isOuter = (view: SentenceView, noun: ScopeMark, { inner, link }: Inner): boolean => {
  if (isProvinceOnly(view, inner) || isUnnamedIn(view, noun, { inner, link })) return true;
  const each = isIn(view, 'wholeNouns', noun.from - 1);
  // "three districts of Northmark" lie there; "the districts of Ashford and Garth" are those.
  const many =
    each || (noun.plural && noun.kind !== null && (!view.lexicon.has('partLinks', link) || isAloneAt(view, inner)));
  const capital = view.lexicon.has('partLinks', link) && isSeatCity(view, noun);
  // "a key district in X": one of several there.
  if (noun.kind === 'district' && !noun.plural && isUnknownName(view, noun.from - 1)) return canBeProvince(view, inner);
  const some = noun.kind === 'district' && !noun.plural && (!noun.definite || isDirected(view, noun)) && link === 'in';
  return (many || capital || some) && canBeProvince(view, inner);
};

/** A noun over the place it is said of: "the centre of A district", "the capital of X", "outposts in A". */
const nounOver = (view: SentenceView, noun: ScopeMark, { inner, link }: Inner): PlaceItem => {
  const over = { noun, from: noun.from, to: inner.to };
  if (inner.place === null && inner.within.length === 0) return { ...alone(noun), to: inner.to };
  if (isLargerKind(noun.kind)) return { ...inner, ...over, scope: noun.scope, kindWord: noun.kind };
  if (link !== '' && isOuter(view, noun, { inner, link })) {
    const within = [...(inner.place?.candidates ?? [])];
    const capitalOf = noun.kind === 'city' ? inner.place : null;
    return { ...inner, ...over, place: null, scope: noun.scope, kindWord: noun.kind, within, capitalOf };
  }
  const same =
    link === '' ||
    ((view.lexicon.has('partLinks', link) || isMarket(view, noun) || isAirport(noun)) &&
      noun.kind !== null &&
      inner.kindWord === null);
  // "posts near Ashford's AIRPORT" are not that.
  const beside = inner.kindWord === 'airport' ? null : inner.kindWord;
  return { ...inner, ...over, scope: noun.scope, kindWord: same ? (inner.kindWord ?? noun.kind) : beside };
};

/** "Ghazni's Qarabagh district": the larger place before the smaller. */
const ownedPlace = (view: SentenceView, larger: PlaceMark): PlaceItem | null => {
  const inner = placeAt(view, larger.to + (isPossessive(view, larger.to) ? 1 : 0));
  if (inner === null || !isLarger(view.theatre, larger, inner)) return null;
  const item = withLocator(view, withNounBehind(view, bare(inner)));
  return { ...item, within: [...larger.candidates, ...item.within], from: larger.from };
};

/** Without a gazetteer: "Eastry PROVINCE'S northern Garth district": what is called so large holds the name behind it. */
const ownedByLarger = (view: SentenceView, larger: PlaceMark): PlaceItem | null => {
  const item = view.theatre.open ? withNounBehind(view, bare(larger)) : null;
  if (item === null || !isLargerKind(item.noun?.kind ?? null) || !isPossessive(view, item.to)) return null;
  const inner = placeAt(view, markFrom(view, item.to + 1, 2));
  return inner === null ? null : { ...withLocator(view, withNounBehind(view, bare(inner))), from: larger.from };
};

/** "the one in Northmark", "the other, in Northmark,": a reference with the larger place that tells it apart. */
const referred = (view: SentenceView, noun: ScopeMark): PlaceItem => {
  const item = alone(noun);
  const at = locatorFrom(view, item);
  const larger = at < 0 || wordAt(view, at - 1) === ',' ? null : placeAt(view, at);
  if (larger === null) return item;
  const { to } = withNounBehind(view, bare(larger));
  return { ...item, within: larger.candidates, to };
};

/** "the city's prison", "the province's largest district": what is owned is meant, and its owner says where it lies. */
const partOwned = (view: SentenceView, owner: ScopeMark): PlaceItem | null => {
  const at = isPossessive(view, owner.to) && !owner.plural ? markFrom(view, owner.to + 1, 3) : -1;
  // "the city's Ashford quarter"
  if (at >= 0 && placeAt(view, at) !== null)
    return { ...withNounBehind(view, bare(placeAt(view, at)!)), from: owner.from };
  const noun = at < 0 ? null : nounAt(view, at);
  if (noun === null || noun.refers !== null || isOfficeNoun(view, noun.to)) return null;
  // "the province's capital Ashford": what it is called stands right behind it.
  const called = noun.kind === null || noun.plural ? null : placeAt(view, noun.to);
  const item = called === null ? alone({ ...noun, definite: true }) : { ...alone(noun), place: called, to: called.to };
  const kindWord = noun.kind ?? (isLargerKind(owner.kind) ? null : owner.kind);
  return { ...item, kindWord, from: owner.from };
};

/** "the palace in the capital, Ashford": the name behind what only described it. */
const namedAfter = (view: SentenceView, item: PlaceItem | null): PlaceItem | null => {
  const seat = item?.place === null && item.noun?.definite === true && isIn(view, 'seatNouns', item.noun.to - 1);
  const name = seat && wordAt(view, item.to) === ',' ? placeAt(view, item.to + 1) : null;
  return item === null || name === null ? item : { ...item, place: name, to: name.to };
};

/** One place as said from the mark at `at`. */
export const itemAt = (view: SentenceView, at: number): PlaceItem | null => {
  const item = plainItemAt(view, at);
  return item === null ? null : withBracket(view, withNeighbour(view, item));
};

const plainItemAt = (view: SentenceView, at: number): PlaceItem | null => {
  const place = placeAt(view, at);
  const owned = place === null ? null : (ownedPlace(view, place) ?? ownedByLarger(view, place));
  if (owned !== null) return owned;
  if (place !== null) return withLocator(view, withNounBehind(view, bare(place)));
  const noun = ofUnit(view, compoundAt(view, at));
  // "the city police", "the district governor": somebody, not a place.
  if (noun === null || isOfficeNoun(view, noun.to)) return null;
  if (noun.refers !== null) return referred(view, noun);
  const part = partOwned(view, noun);
  if (part !== null) return part;
  const behind = innerOf(view, noun);
  const inner = behind === null ? null : namedAfter(view, itemAt(view, behind.at));
  return behind === null || inner === null
    ? { ...alone(noun), to: Math.max(pastUnknownNames(view, noun), pastRoad(view, noun.to)) }
    : withLocator(view, nounOver(view, noun, { inner, link: behind.link }));
};
