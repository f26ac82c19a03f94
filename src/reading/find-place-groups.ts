// Names and common nouns of places joined as they are said: "the centre of A district", "A, B and C districts of X and D in Y".
// Invariant: each item is one place; what only locates it stands in `within`, not in the list.
import type { PlaceId } from '../model/place.ts';
import type { PlaceItem, PlaceMark, ScopeMark } from './marks.ts';
import { isLarger, isLargerKind } from './place-order.ts';
import { governorOf, isFiller, isIn, isVerbForm, type SentenceView, startOfPhrase, wordAt } from './view-sentence.ts';

export interface PlaceGroup {
  readonly items: readonly PlaceItem[];
  /** With determiners and adjectives before it. */
  readonly from: number;
  readonly to: number;
  /** "five more districts in Paktia": a number of places, none of them named. */
  readonly counted: boolean;
  /** "most of", "parts of". */
  readonly partial: boolean;
}

const placeAt = (view: SentenceView, at: number): PlaceMark | null => {
  const mark = view.markAt[at];
  return mark?.type === 'place' && mark.from === at ? mark : null;
};

const nounAt = (view: SentenceView, at: number): ScopeMark | null => {
  const mark = view.markAt[at];
  return mark?.type === 'scope' && mark.from === at ? mark : null;
};

/** The first mark at or after `at`, over at most `most` describing words. */
const markFrom = (view: SentenceView, at: number, most: number): number => {
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

const canBeProvince = (view: SentenceView, item: PlaceItem): boolean =>
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
  const isOuter = view.theatre.open
    ? link !== ',' || isLargerKind(named.kindWord)
    : isLarger(view.theatre, larger, item.place);
  if (!isOuter) return item;
  const to = wordAt(view, named.to) === ')' ? named.to + 1 : named.to;
  return withLocator(view, { ...item, within: [...item.within, ...larger.candidates], to });
};

const LINKS_TO_NAME = ['called', 'named', 'known'];

/** What follows a common noun: "of Ashford", "in Ashford", "called Wesh", or the name itself ("the town Ashford"). */
const innerOf = (view: SentenceView, noun: ScopeMark): { at: number; link: string } | null => {
  const link = wordAt(view, noun.to);
  if (placeAt(view, noun.to) !== null) return { at: noun.to, link: '' };
  const named = LINKS_TO_NAME.includes(link);
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

/** A noun over the place it is said of: "the centre of A district", "the capital of X", "outposts in A". */
const nounOver = (view: SentenceView, noun: ScopeMark, inner: PlaceItem, link: string): PlaceItem => {
  const over = { noun, from: noun.from, to: inner.to };
  if (inner.place === null && inner.within.length === 0) return { ...alone(noun), to: inner.to };
  if (isLargerKind(noun.kind)) return { ...inner, ...over, scope: noun.scope, kindWord: noun.kind };
  const many = noun.plural && noun.kind !== null && link !== 'of';
  const outer =
    isProvinceOnly(view, inner) ||
    (many && canBeProvince(view, inner)) ||
    (noun.kind === 'city' && link === 'of' && /capital/.test(noun.noun) && canBeProvince(view, inner));
  if (outer && link !== '') {
    const capitalOf = noun.kind === 'city' ? inner.place : null;
    return {
      ...inner,
      ...over,
      place: null,
      scope: noun.scope,
      kindWord: noun.kind,
      within: [...(inner.place?.candidates ?? [])],
      capitalOf,
    };
  }
  const same = link === '' || (link === 'of' && noun.kind !== null && inner.kindWord === null);
  return { ...inner, ...over, scope: noun.scope, kindWord: same ? (inner.kindWord ?? noun.kind) : inner.kindWord };
};

/** "Ghazni's Qarabagh district": the larger place before the smaller. */
const ownedPlace = (view: SentenceView, larger: PlaceMark): PlaceItem | null => {
  const inner = isPossessive(view, larger.to) ? placeAt(view, larger.to + 1) : null;
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
  if (noun === null) return null;
  const behind = innerOf(view, noun);
  const inner = behind === null ? null : itemAt(view, behind.at);
  return behind === null || inner === null ? alone(noun) : withLocator(view, nounOver(view, noun, inner, behind.link));
};

/** "Zaranj, the capital of Nimroz province,": the same place said again. */
const isApposition = (view: SentenceView, last: PlaceItem, next: PlaceItem): boolean => {
  const { noun } = next;
  if (last.place === null || noun === null || noun.plural || isIn(view, 'conjunctions', next.to)) return false;
  if (isIn(view, 'possessives', noun.from - 1)) return false;
  // "Banu, the centre of Andarab": the second name only says of what.
  if (next.place !== null)
    return (
      noun.to < next.place.from &&
      (isIn(view, 'seatNouns', noun.from) || (noun.definite && wordAt(view, noun.to) === 'in'))
    );
  return noun.definite && noun.kind !== null;
};

/** "the provincial capital, Taloqan,": the name said after its description. */
const isNameBehind = (view: SentenceView, last: PlaceItem, next: PlaceItem): boolean =>
  last.place === null &&
  last.noun !== null &&
  !last.noun.plural &&
  last.noun.definite &&
  next.place !== null &&
  next.noun === null &&
  !isIn(view, 'conjunctions', next.to) &&
  !(wordAt(view, next.to) === ',' && isIn(view, 'conjunctions', next.to + 1));

interface Separator {
  readonly next: number;
  readonly comma: boolean;
  readonly and: boolean;
}

const separatorAt = (view: SentenceView, at: number): Separator | null => {
  const comma = wordAt(view, at) === ',';
  const joint = at + (comma ? 1 : 0);
  const and = isIn(view, 'listLinks', joint);
  if (!comma && !and) return null;
  const share = and && isIn(view, 'partialWords', joint + 1) && wordAt(view, joint + 2) === 'of' ? 2 : 0;
  const again = and && isIn(view, 'listPrepositions', joint + 1) ? 1 : share;
  return { next: joint + (and ? 1 : 0) + again, comma, and };
};

/** "captured A and B fell": a verb behind the last name begins a clause of its own. */
const beginsClause = (view: SentenceView, item: PlaceItem, listed: boolean): boolean => {
  if (listed) return false;
  const at = item.to + (isIn(view, 'verbAdverbs', item.to) ? 1 : 0);
  return (
    isIn(view, 'be', at) ||
    isIn(view, 'have', at) ||
    (view.markAt[at] === undefined && view.lexicon.verbs.has(wordAt(view, at)) && !wordAt(view, at).endsWith('ing'))
  );
};

/** A plural noun behind the last name ("A, B and C districts of X") or before the first counts for all without their own. */
const distribute = (items: readonly PlaceItem[]): readonly PlaceItem[] => {
  const result = [...items];
  let noun: ScopeMark | null = null;
  let within: readonly PlaceId[] = [];
  for (let i = result.length - 1; i >= 0; i--) {
    const item = result[i];
    if (item === undefined) continue;
    const own = item.noun !== null && item.noun !== noun;
    if (own) noun = item.noun?.plural && item.place !== null && item.noun.from > item.place.from ? item.noun : null;
    if (item.within.length > 0) within = item.within;
    const given =
      noun !== null && item.noun === null ? { noun, scope: noun.scope, kindWord: item.kindWord ?? noun.kind } : {};
    result[i] = { ...item, ...given, within: item.within.length > 0 ? item.within : within };
  }
  return result;
};

const forward = (items: readonly PlaceItem[]): readonly PlaceItem[] => {
  const [first] = items;
  if (first?.noun?.plural !== true || first.place === null || first.noun.from > first.place.from) return items;
  const { noun, scope, kindWord } = first;
  return items.map((item) =>
    item.noun === null ? { ...item, noun, scope, kindWord: item.kindWord ?? kindWord } : item,
  );
};

const isNumberOf = (item: PlaceItem): boolean =>
  item.place === null && item.noun?.plural === true && item.within.length > 0;

/** "captured A, B claimed": a name before a reporting verb speaks. */
const saysSomething = (view: SentenceView, item: PlaceItem): boolean =>
  (view.lexicon.verbs.get(wordAt(view, item.to)) ?? []).some(({ lemma }) => view.lexicon.has('reportingVerbs', lemma));

/** "In Takhar, Ishkamish and Baharak …", "In addition to Abband, Qarabagh …": what opens the sentence is no member. */
const isFronted = (view: SentenceView, first: PlaceItem): boolean =>
  startOfPhrase(view, first.from) <= 4 && governorOf(view, first.from) !== null;

const listFrom = (view: SentenceView, first: PlaceItem, objectLike: boolean): { items: PlaceItem[]; to: number } => {
  const items = [first];
  let { to } = first;
  for (;;) {
    const separator = separatorAt(view, to);
    if (separator === null) return { items, to };
    const at = markFrom(view, separator.next, separator.and ? 4 : 3);
    const next = at < 0 ? null : itemAt(view, at);
    const last = items[items.length - 1];
    if (next === null || last === undefined || saysSomething(view, next)) return { items, to };
    if (separator.comma && !separator.and && items.length === 1 && isFronted(view, first)) return { items, to };
    if (separator.comma && !separator.and && isApposition(view, last, next)) to = next.to;
    else if (separator.comma && !separator.and && isNameBehind(view, last, next)) {
      items[items.length - 1] = { ...last, place: next.place, within: [...last.within, ...next.within], to: next.to };
      to = next.to;
    } else if (objectLike && separator.and && beginsClause(view, next, items.length > 1 && !separator.comma))
      return { items, to };
    else {
      // "five districts in Paktia, Ghazni and Badakhshan provinces": the further provinces only locate too.
      if (!(isNumberOf(first) && canBeProvince(view, next))) items.push(next);
      to = next.to;
    }
  }
};

/** "five more districts in Paktia", "several districts": places counted, not named. */
const isCounted = (items: readonly PlaceItem[]): boolean =>
  items.every(
    (item) =>
      item.place === null &&
      item.noun?.plural === true &&
      !item.noun.definite &&
      item.noun.kind !== null &&
      item.noun.kind !== 'village',
  );

/** Behind a verb or a preposition a list may end where a clause begins; before its verb it does not. */
const isObjectPosition = (view: SentenceView, start: number): boolean =>
  view.lexicon.verbs.has(wordAt(view, start - 1)) || isIn(view, 'prepositions', start - 1);

/** All place phrases of a sentence from left to right. */
export const findPlaceGroups = (view: SentenceView): readonly PlaceGroup[] => {
  const groups: PlaceGroup[] = [];
  for (let at = 0; at < view.tokens.length; ) {
    const item = itemAt(view, at);
    if (item === null) {
      at += 1;
      continue;
    }
    const start = startOfPhrase(view, item.from);
    const { items, to } = listFrom(view, item, isObjectPosition(view, start));
    const lead = view.tokens.slice(Math.max(0, start - 3), item.from).map(({ word }) => word);
    groups.push({
      ...{ items: distribute(forward(items)), from: start, to, counted: isCounted(items) },
      partial: lead.some((word) => view.lexicon.has('partialWords', word)),
    });
    at = Math.max(to, at + 1);
  }
  return groups;
};
