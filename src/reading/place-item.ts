// One place as said: a name with the noun behind it, a noun over a name, and the larger places that only locate it.
// Invariant: an item is one place; what holds it stands in `within`.
import type { PlaceItem, PlaceMark, ScopeMark } from './marks.ts';
import { isLarger, isLargerKind } from './place-order.ts';
import { isFiller, isIn, isVerbForm, type SentenceView, wordAt } from './view-sentence.ts';

const placeAt = (view: SentenceView, at: number): PlaceMark | null => {
  const mark = view.markAt[at];
  return mark?.type === 'place' && mark.from === at ? mark : null;
};

const nounAt = (view: SentenceView, at: number): ScopeMark | null => {
  const mark = view.markAt[at];
  return mark?.type === 'scope' && mark.from === at ? mark : null;
};

/** The first mark at or after `at`, over at most `most` describing words. */
export const markFrom = (view: SentenceView, at: number, most: number): number => {
  let i = at;
  while (
    i < at + most &&
    placeAt(view, i) === null &&
    nounAt(view, i) === null &&
    isFiller(view, i) &&
    !isVerbForm(view, i)
  )
    i++;
  return placeAt(view, i) !== null || nounAt(view, i) !== null ? i : -1;
};

const isPossessive = (view: SentenceView, at: number): boolean => /^('s|'|’)$/.test(wordAt(view, at));

const bare = (mark: PlaceMark): PlaceItem => ({
  ...{
    place: mark,
    noun: null,
    scope: null,
    kindWord: null,
    within: [],
    capitalOf: null,
    from: mark.from,
    to: mark.to,
  },
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
const isWholeLarger = (view: SentenceView, item: PlaceItem, gap: number): boolean =>
  gap === 1 && isProvinceOnly(view, item);

const ofLarger = (item: PlaceItem, noun: ScopeMark): PlaceItem => ({
  ...item,
  ...{ place: null, noun: { ...noun, definite: true }, scope: noun.scope, kindWord: noun.kind, to: noun.to },
  within: [...(item.place?.candidates ?? [])],
});

/** "Ashford district", "Ashford's police house", "the Ashford border area": the noun behind a name. */
const withNounBehind = (view: SentenceView, item: PlaceItem): PlaceItem => {
  const gap = isPossessive(view, item.to) ? 1 : 0;
  const at = markFrom(view, item.to + gap, gap === 1 ? 3 : 1);
  const noun = at < 0 ? null : nounAt(view, at);
  if (noun === null || (at > item.to + gap && gap === 0 && isIn(view, 'determiners', item.to))) return item;
  if (isWholeLarger(view, item, gap)) return ofLarger(item, noun);
  const kindWord = item.kindWord ?? (gap === 1 ? null : noun.kind);
  return withNounBehind(view, { ...item, noun, scope: noun.scope, kindWord, to: noun.to });
};

/** "in Northmark", "of X province", "(Northmark)", ", Northmark": a larger place that only locates. */
const withLocator = (view: SentenceView, item: PlaceItem): PlaceItem => {
  const link = wordAt(view, item.to);
  if (item.place === null || !(view.lexicon.has('locatorLinks', link) || link === ',' || link === '(')) return item;
  const at = markFrom(view, item.to + 1, link === ',' ? 1 : 5);
  const larger = at < 0 ? null : placeAt(view, at);
  if (larger === null) return item;
  const named = withNounBehind(view, bare(larger));
  const ends = !isIn(view, 'listLinks', named.to);
  const outer = view.theatre.open
    ? link !== ',' || (isLargerKind(named.kindWord) && ends)
    : isLarger(view.theatre, larger, item.place);
  if (!outer) return item;
  const to = wordAt(view, named.to) === ')' ? named.to + 1 : named.to;
  return withLocator(view, { ...item, within: [...item.within, ...larger.candidates], to });
};

/** What follows a common noun: "of Ashford", "in Ashford", "called Wesh", or the name itself ("the town Ashford"). */
const innerOf = (view: SentenceView, noun: ScopeMark): { at: number; link: string } | null => {
  const link = wordAt(view, noun.to);
  if (placeAt(view, noun.to) !== null) return { at: noun.to, link: '' };
  if (isIn(view, 'directions', noun.to) && isIn(view, 'locatorLinks', noun.to + 1)) {
    // "villages north of Ashford"
    const beyond = noun.kind === 'village' || noun.kind === null ? markFrom(view, noun.to + 2, 4) : -1;
    return beyond < 0 ? null : { at: beyond, link };
  }
  const named = isIn(view, 'namingLinks', noun.to);
  if (!named && !isIn(view, 'scopeLinks', noun.to)) return null;
  if (noun.kind !== null && isIn(view, 'nearLinks', noun.to)) return null;
  const at = markFrom(view, noun.to + (wordAt(view, noun.to + 1) === 'as' ? 2 : 1), 5);
  return at < 0 ? null : { at, link: named ? '' : link };
};

const alone = (noun: ScopeMark): PlaceItem => ({
  ...{
    place: null,
    noun,
    scope: noun.scope,
    kindWord: noun.kind,
    within: [],
    capitalOf: null,
    from: noun.from,
    to: noun.to,
  },
});

interface Inner {
  readonly inner: PlaceItem;
  readonly link: string;
}

/** "the capital of X province", "districts in X": the name behind the noun only holds what is meant. */
const isOuter = (view: SentenceView, noun: ScopeMark, { inner, link }: Inner): boolean => {
  if (isProvinceOnly(view, inner)) return true;
  const many = noun.plural && noun.kind !== null && link !== 'of';
  const capital = noun.kind === 'city' && link === 'of' && isIn(view, 'seatNouns', noun.to - 1);
  return (many || capital) && canBeProvince(view, inner);
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
  const same = link === '' || (link === 'of' && noun.kind !== null && inner.kindWord === null);
  return { ...inner, ...over, scope: noun.scope, kindWord: same ? (inner.kindWord ?? noun.kind) : inner.kindWord };
};

/** "Ghazni's Qarabagh district": the larger place before the smaller. */
const ownedPlace = (view: SentenceView, larger: PlaceMark): PlaceItem | null => {
  const inner = placeAt(view, larger.to + (isPossessive(view, larger.to) ? 1 : 0));
  if (inner === null || !isLarger(view.theatre, larger, inner)) return null;
  const item = withLocator(view, withNounBehind(view, bare(inner)));
  return { ...item, within: [...larger.candidates, ...item.within], from: larger.from };
};

/** One place as said from the mark at `at`. */
export const itemAt = (view: SentenceView, at: number): PlaceItem | null => {
  const place = placeAt(view, at);
  const owned = place === null ? null : ownedPlace(view, place);
  if (owned !== null) return owned;
  if (place !== null) return withLocator(view, withNounBehind(view, bare(place)));
  const noun = nounAt(view, at);
  // "the city police", "the district governor": somebody, not a place.
  if (noun === null || isIn(view, 'officeNouns', noun.to)) return null;
  const behind = innerOf(view, noun);
  const inner = behind === null ? null : itemAt(view, behind.at);
  return behind === null || inner === null
    ? alone(noun)
    : withLocator(view, nounOver(view, noun, { inner, link: behind.link }));
};
