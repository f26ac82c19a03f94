// Without a gazetteer: a name that only says where another place lies ("Garth, Norland", "Norland's Garth district").

import { isPossessive } from '../clauses/word-class.ts';
import type { PlaceItem, ScopeMark } from '../marks.ts';
import { numberOf } from '../words/numbers.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { nounAt } from './place-marks.ts';
import { isLargerKind } from './place-order.ts';

/** "captured Garth, Norland, on Monday": two names with a comma and no "and" are a town and where it lies. */
export const withoutRegion = (
  { theatre, sentence, lexicon }: SentenceView,
  items: readonly PlaceItem[],
): readonly PlaceItem[] => {
  const [town, region, ...more] = items;
  const bare = [town, region].every((item) => item?.place != null && item.noun === null);
  const pair = town !== undefined && region !== undefined && more.length === 0 && bare;
  if (!theatre.open || !pair) return items;
  const [{ place: first }, { place: second }] = [town, region];
  // "Rebels take Garth, Hollin" is how headlines put two; "Rebels take Garth, WEST Hollin" is one.
  const isHalf = [first, second].map((place) =>
    lexicon.has('landHalves', place?.text.split(' ')[0]?.toLowerCase() ?? ''),
  );
  if (sentence.heading && (isHalf[0] || !isHalf[1])) return items;
  const between = sentence.tokens.slice(first?.to, second?.from);
  return between.length === 1 && between[0]?.word === ',' ? [town] : items;
};

/** "Norland's Garth district": a name that only says whose the next one is. */
export const ownsNext = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[at];
  if (!view.theatre.open || mark?.type !== 'place' || mark.from !== at || !isPossessive(view, mark.to)) return false;
  return view.markAt[mark.to + 1]?.type === 'place';
};

/** "the Northmark districts of GARTH AND Hollin": the first of several names. */
export const isListed = (view: SentenceView, { to }: { readonly to: number }): boolean =>
  wordAt(view, to) === ',' || isIn(view, 'listLinks', to);

const isRegion = (view: SentenceView, { noun }: PlaceItem): boolean =>
  noun !== null && !noun.plural && view.lexicon.has('regionNouns', noun.noun);

/** "took the village of A, B DISTRICT, on Monday": the unit that a smaller place lies in; "A, B district, and C" is a list. */
export const isRegionBehind = (view: SentenceView, item: PlaceItem, named: PlaceItem): boolean => {
  if (isLargerKind(named.kindWord)) return true;
  if (isRegion(view, item) || !isRegion(view, named)) return false;
  if (wordAt(view, named.to) !== ',') return true;
  const next = named.to + (isIn(view, 'listLinks', named.to + 1) ? 2 : 1);
  const place = view.markAt[next];
  if (place?.type !== 'place') return true;
  const noun = nounAt(view, place.to);
  return next === named.to + 1 && noun !== null && view.lexicon.has('regionNouns', noun.noun);
};

/** "took A, IN X, on Monday": told between commas where it lies; "in A, in B and in C" is a list. */
export const isAsideIn = (view: SentenceView, { from, to }: PlaceItem, named: PlaceItem): boolean => {
  if (!isIn(view, 'locatorLinks', to + 1) || wordAt(view, from - 1) === wordAt(view, to + 1)) return false;
  if (!/^[,.)]?$/.test(wordAt(view, named.to))) return false;
  return !isIn(view, 'locatorLinks', named.to + (isIn(view, 'listLinks', named.to + 1) ? 2 : 1));
};

/** "Northmark districts" of a province, where no name stands beside it: "Garth and Northmark districts" are two. */
const isSomeDistricts = (view: SentenceView, { from, place }: PlaceItem, noun: ScopeMark): boolean =>
  noun.plural &&
  noun.kind === 'district' &&
  !view.theatre.open &&
  place?.candidates.some((id) => view.theatre.gazetteer.get(id)?.kind === 'province') === true &&
  wordAt(view, from - 1) !== ',' &&
  !isIn(view, 'listLinks', from - 1);

/** "THREE Northmark towns", "the other three Northmark capitals": a number of places that lie there. */
export const isSomeOf = (view: SentenceView, item: PlaceItem, noun: ScopeMark): boolean => {
  if (isSomeDistricts(view, item, noun)) return true;
  if (!noun.plural || noun.kind === null || noun.kind === 'village') return false;
  return [item.from - 1, item.from - 2].some((at) => {
    const value = numberOf([wordAt(view, at)], view.lexicon);
    return value !== null && value > 1;
  });
};

/** Of these a report names one, or says that it is some one. */
export const UNNAMED: ReadonlySet<ScopeMark['kind']> = new Set(['town', 'city', 'district']);

/** Without a gazetteer: "a key town in X", "a settlement in the X REGION" lies there and is not X. */
export const isUnnamedIn = (
  { theatre, lexicon }: SentenceView,
  noun: ScopeMark,
  { inner, link }: { readonly inner: PlaceItem; readonly link: string },
): boolean => {
  const region = inner.noun !== null && lexicon.has('regionNouns', inner.noun.noun);
  // "THE TOWN in the X region": one that was spoken of, which lies there too.
  const known = !noun.plural && noun.definite && !region;
  if (!theatre.open || theatre.lexicon.has('partLinks', link) || known) return false;
  return UNNAMED.has(noun.kind) || (noun.kind === 'village' && region && lexicon.has('locatorLinks', link));
};

/** "the MAIN CITY of", "the BIGGEST CITY of", "the CAPITAL of": of a province, and never of a town that bears its name. */
export const isSeatCity = (view: SentenceView, noun: ScopeMark): boolean =>
  noun.kind === 'city' &&
  !noun.plural &&
  (isIn(view, 'seatNouns', noun.to - 1) ||
    view.lexicon.has('seatNouns', noun.noun) ||
    isIn(view, 'superlatives', noun.from - 1));
