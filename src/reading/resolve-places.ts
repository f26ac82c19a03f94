// Which place "the district", "its headquarters", "there" and "it" mean: the one spoken of last that can be one,
// in a headline the first one named after it. Fills what the stage `places` needs to tell names apart.
// Invariant: a predicate whose place cannot be found makes no claim.
import type { Scope } from '../model/claim.ts';
import type { PlaceContext, PlaceId, PlaceKind, PlaceMention } from '../model/place.ts';
import type { Draft, PlaceItem, Predicate, PredicatePlace } from './marks.ts';
import { listNamedPlaces, type NamedPlace } from './named-places.ts';
import { isLargerKind } from './place-order.ts';
import { scopeOf } from './place-scope.ts';

/** How far back a bare "there" or "the attack" may reach, and how far a headline may look ahead, in sentences. */
const BACK = 3;
const AHEAD = 8;

const kindsOf = (draft: Draft, named: NamedPlace): readonly (PlaceKind | null)[] =>
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

const suits = (draft: Draft, item: PlaceItem | null, named: NamedPlace): boolean => {
  const kinds = kindsOf(draft, named);
  const wanted = item?.kindWord ?? null;
  if (draft.theatre.open) return wanted === null || !isLargerKind(named.item.kindWord);
  if (wanted !== null && SUITS[wanted] !== undefined) return kinds.some((kind) => SUITS[wanted]?.includes(kind));
  return kinds.some((kind) => kind !== null && !isLargerKind(kind));
};

const lastBefore = (
  draft: Draft,
  item: PlaceItem | null,
  predicate: Predicate,
  places: readonly NamedPlace[],
  at: number,
) =>
  places.filter(
    (named) =>
      named.mark.start < at &&
      named.mark.sentence >= predicate.sentence - (item === null ? BACK : 12) &&
      suits(draft, item, named),
  );

const firstAfter = (
  draft: Draft,
  item: PlaceItem | null,
  predicate: Predicate,
  places: readonly NamedPlace[],
): NamedPlace | null =>
  places.find(
    (named) =>
      named.mark.sentence > predicate.sentence &&
      named.mark.sentence <= predicate.sentence + AHEAD &&
      suits(draft, item, named),
  ) ?? null;

/** A headline and a first sentence speak of what the report names after them. */
const looksAhead = (draft: Draft, item: PlaceItem | null, predicate: Predicate): boolean => {
  const sentence = draft.sentences[predicate.sentence];
  return (
    sentence !== undefined &&
    (sentence.part === 'headline' || sentence.paragraph <= 2) &&
    (item === null || !item.noun?.plural)
  );
};

const findNamed = (
  draft: Draft,
  item: PlaceItem | null,
  predicate: Predicate,
  places: readonly NamedPlace[],
): NamedPlace | null => {
  const at =
    item === null
      ? predicate.start
      : (draft.sentences[predicate.sentence]?.tokens[item.from]?.start ?? predicate.start);
  const before = lastBefore(draft, item, predicate, places, at);
  const preferred = before.filter((named) => !named.locates).at(-1) ?? before.at(-1);
  if (preferred !== undefined) return preferred;
  return looksAhead(draft, item, predicate) ? firstAfter(draft, item, predicate, places) : null;
};

/** "the capital of Nimroz": the only city of that province. */
const capitalIn = (draft: Draft, within: readonly PlaceId[]): PlaceId | null => {
  const { gazetteer } = draft.theatre;
  const cities = gazetteer
    .all()
    .filter(({ id, kind }) => kind === 'city' && gazetteer.ancestors(id).some((above) => within.includes(above.id)));
  return cities.length === 1 ? (cities[0]?.id ?? null) : null;
};

const contextOf = (item: PlaceItem, beside: PlaceContext['beside'], provinces: readonly PlaceId[]): PlaceContext => ({
  kindWord: item.kindWord,
  within: item.within,
  beside,
  report: provinces,
});

const isUsable = (item: PlaceItem): boolean => item.noun === null || item.noun.definite || !item.noun.plural;

interface Ground {
  readonly draft: Draft;
  readonly places: readonly NamedPlace[];
  readonly provinces: readonly PlaceId[];
}

const withScope = (draft: Draft, mention: PlaceMention, item: PlaceItem): PredicatePlace => ({
  mention,
  scope: item.scope ?? scopeOf(draft.theatre, mention),
});

/** A named item keeps its words; a described one takes the words of the place that it means. */
const placeOf = (
  ground: Ground,
  predicate: Predicate,
  item: PlaceItem,
  beside: PlaceContext['beside'],
): readonly PredicatePlace[] => {
  const { draft, places, provinces } = ground;
  if (item.place !== null) {
    const { start, end, text, candidates } = item.place;
    return [
      withScope(draft, { span: { start, end }, text, candidates, context: contextOf(item, beside, provinces) }, item),
    ];
  }
  const capital = item.kindWord === 'city' && item.within.length > 0 ? capitalIn(draft, item.within) : null;
  if (capital !== null && item.noun !== null) {
    const { start, end } = item.noun;
    const text = draft.report.text.slice(start, end);
    return [
      withScope(
        draft,
        { span: { start, end }, text, candidates: [capital], context: contextOf(item, beside, provinces) },
        item,
      ),
    ];
  }
  const named = isUsable(item) ? findNamed(draft, item, predicate, places) : null;
  return named === null ? [] : [borrowed(ground, named, item)];
};

const PART_SCOPES: readonly Scope[] = [
  'centre',
  'base',
  'facility',
  'outskirts',
  'village',
  'road',
  'area',
  'crossing',
];

/** "the headquarters" of a place named before: that place, this scope. */
const borrowed = ({ draft, provinces }: Ground, named: NamedPlace, item: PlaceItem | null): PredicatePlace => {
  const { start, end, text, candidates } = named.mark;
  const kindWord =
    item?.kindWord && !PART_SCOPES.includes(item.scope ?? 'district') ? item.kindWord : named.item.kindWord;
  const context: PlaceContext = { kindWord, within: named.item.within, beside: named.beside, report: provinces };
  const mention: PlaceMention = { span: { start, end }, text, candidates, context };
  return { mention, scope: item?.scope ?? named.item.scope ?? scopeOf(draft.theatre, mention) };
};

const resolve = (ground: Ground, predicate: Predicate): Predicate => {
  if (predicate.placeFromContext) {
    const named = findNamed(ground.draft, null, predicate, ground.places);
    return { ...predicate, places: named === null ? [] : [borrowed(ground, named, null)] };
  }
  const beside = predicate.items.flatMap(({ place }) => (place === null ? [] : [place.candidates]));
  return { ...predicate, places: predicate.items.flatMap((item) => placeOf(ground, predicate, item, beside)) };
};

/** Provinces that the report speaks of, most often first. */
const provincesOf = (draft: Draft): readonly PlaceId[] => {
  const counts = new Map<PlaceId, number>();
  for (const mark of draft.mentions) {
    if (mark.type !== 'place') continue;
    for (const id of mark.candidates)
      if (isLargerKind(draft.theatre.gazetteer.get(id)?.kind ?? null)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
};

/** Pass: gives each predicate its places, and drops those that have none. */
export const resolvePlaces = (draft: Draft): Draft => {
  const ground = { draft, places: listNamedPlaces(draft), provinces: provincesOf(draft) };
  const resolved = draft.predicates.map((predicate) => resolve(ground, predicate));
  const kept = resolved.filter(({ places }) => places.length > 0);
  const trace = resolved
    .filter(({ places }) => places.length === 0)
    .map(({ clause, kind, rule }) => ({
      pass: 'resolvePlaces',
      span: clause,
      says: `${kind} by "${rule}" dropped: no place is named or meant`,
    }));
  return { ...draft, predicates: kept, trace: [...draft.trace, ...trace] };
};
