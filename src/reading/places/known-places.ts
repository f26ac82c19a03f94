// Places that the gazetteer tells from a description alone: "the capital of X", "the capital", "the whole province",
// "the airport" of a city.
// Invariant: where two places could be meant, none is.

import { kept } from '../../model/keep.ts';
import type { Gazetteer, PlaceContext, PlaceId, PlaceMention } from '../../model/place.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Draft, PlaceItem, Predicate, PredicatePlace, ScopeMark } from '../marks.ts';
import { isLargerKind } from '../place-groups/place-order.ts';
import { inSentence } from '../words/by-sentence.ts';
import type { NamedPlace } from './named-places.ts';
import { provincesNear } from './near-provinces.ts';
import { scopeSaid } from './place-scope.ts';
import { type Ground, kindsOf, LANDMARKS } from './place-suits.ts';

/** The ground of a list: with the names beside each other. */
export interface Listed extends Ground {
  readonly beside: PlaceContext['beside'];
}

/** The cities by what they lie in. */
const citiesBy = kept((gazetteer: Gazetteer): ReadonlyMap<PlaceId, readonly PlaceId[]> => {
  const cities = new Map<PlaceId, PlaceId[]>();
  for (const { id, kind } of gazetteer.all())
    if (kind === 'city')
      for (const above of gazetteer.ancestors(id)) cities.set(above.id, [...(cities.get(above.id) ?? []), id]);
  return cities;
});

/** "the capital of Nimroz": the only city of that province. */
const capitalIn = (draft: Draft, within: readonly PlaceId[]): PlaceId | null => {
  const cities = new Set(within.flatMap((id) => citiesBy(draft.theatre.gazetteer).get(id) ?? []));
  const [one] = cities;
  return cities.size === 1 ? (one ?? null) : null;
};

export const contextOf = (
  item: PlaceItem,
  beside: PlaceContext['beside'],
  provinces: readonly PlaceId[],
): PlaceContext => ({
  kindWord: item.kindWord,
  within: item.within,
  beside,
  told: [],
  report: provinces,
});

/** Nobody takes a whole country in a sentence of news: "the withdrawal from Afghanistan" is no claim. */
export const isCountry = ({ theatre }: Draft, candidates: readonly PlaceId[]): boolean =>
  candidates.length > 0 && candidates.every((id) => theatre.gazetteer.get(id)?.kind === 'country');

export const withScope = (draft: Draft, mention: PlaceMention, item: PlaceItem): PredicatePlace => ({
  mention,
  scope: scopeSaid(draft.theatre, mention, item),
});

/** "the provincial capital" without a name is that of the province spoken of last. */
const provinceMeant = ({ draft }: Ground, item: PlaceItem, noun: ScopeMark): readonly PlaceId[] => {
  if (item.within.length > 0) return item.within;
  // "a second provincial capital" is some province's.
  if (!noun.definite || !draft.theatre.lexicon.has('capitalNouns', noun.noun)) return [];
  // "a provincial capital" is never the nation's own, though every report has its dateline from there.
  const own = draft.theatre.lexicon.has('provincialSeats', noun.noun) ? nationalCapital(draft.theatre) : null;
  return provincesNear(draft, noun.sentence)
    .filter((id) => own === null || capitalIn(draft, [id]) !== own)
    .slice(0, 1);
};

/** "IN NORTHMARK PROVINCE they hold little but the capital": the province that the same sentence has named before, and no other. */
const provinceHere = ({ draft, places }: Ground, { within }: PlaceItem, noun: ScopeMark): readonly PlaceId[] => {
  const { gazetteer, lexicon } = draft.theatre;
  if (within.length > 0 || !noun.definite || !lexicon.has('bareCapitals', noun.noun)) return [];
  const isProvince = (id: PlaceId): boolean => gazetteer.get(id)?.kind === 'province';
  const { tokens = [] } = draft.sentences[noun.sentence] ?? {};
  // "FROM Northmark province they close in on the capital": that of another land, or of none that is told.
  const isLeft = (at: number): boolean =>
    [1, 2].some((back) => lexicon.has('fromWords', tokens[at - back]?.word ?? '')) ||
    lexicon.verbs.has(tokens[at - 1]?.word ?? '');
  const here = places.filter(
    ({ mark }) => mark.sentence === noun.sentence && mark.end <= noun.start && !isLeft(mark.from),
  );
  const named = here.flatMap(({ mark, item, fronted }) =>
    fronted || isLargerKind(item.kindWord) || mark.candidates.every(isProvince)
      ? mark.candidates.filter(isProvince)
      : [],
  );
  return new Set(named).size === 1 ? named.slice(0, 1) : [];
};

/** "A, B AND THE CITY remain with the government": the city of the province that A and B lie in. */
const cityBeside = (
  { draft, beside }: Listed,
  { within }: PlaceItem,
  { noun, definite }: ScopeMark,
): PlaceId | null => {
  const { gazetteer, lexicon } = draft.theatre;
  if (beside.length === 0 || within.length > 0 || !definite || !lexicon.has('cityWords', noun)) return null;
  const isProvince = (id: PlaceId): boolean => gazetteer.get(id)?.kind === 'province';
  const provinces = beside.map(
    (candidates) =>
      new Set(
        candidates.flatMap((id) =>
          gazetteer.ancestors(id).flatMap((above) => (isProvince(above.id) ? [above.id] : [])),
        ),
      ),
  );
  const [first] = provinces;
  const shared = [...(first ?? [])].filter((id) => provinces.every((own) => own.has(id)));
  return shared.length === 1 ? capitalIn(draft, shared) : null;
};

export const placeOfCapital = (ground: Listed, item: PlaceItem, noun: ScopeMark): readonly PredicatePlace[] => {
  const { draft } = ground;
  const one = item.kindWord === 'city' && !noun.plural;
  const capital = one
    ? (capitalIn(draft, provinceHere(ground, item, noun)) ??
      nationalFor(ground, item, noun) ??
      capitalIn(draft, provinceMeant(ground, item, noun)) ??
      cityBeside(ground, item, noun))
    : null;
  if (capital === null) return [];
  const { start, end, sentence } = noun;
  const context = contextOf(item, [], provincesNear(draft, sentence));
  const text = draft.report.text.slice(start, end);
  return [withScope(draft, { span: { start, end }, text, candidates: [capital], context }, item)];
};

/** "85 percent of the country's territory" is no place; "the country's busiest crossing" is one spoken of elsewhere. */
export const isOfCountry = (draft: Draft, { within, noun }: PlaceItem): boolean =>
  within.length > 0 && noun?.kind === null && noun.scope === 'area' && isCountry(draft, within);

const capitals = new WeakMap<Theatre, PlaceId | null>();

const findNational = ({ gazetteer, lexicon }: Theatre): PlaceId | null => {
  const country = gazetteer.all().find(({ kind }) => kind === 'country');
  const nation = country === undefined ? null : lexicon.look('nationNames', country.name.toLowerCase());
  const isCapital = (name: string): boolean => lexicon.look('nationCapitals', name.toLowerCase()) === nation;
  if (nation === null) return null;
  return gazetteer.all().find(({ kind, name }) => kind === 'city' && isCapital(name))?.id ?? null;
};

const nationalCapital = (theatre: Theatre): PlaceId | null => {
  const known = capitals.get(theatre);
  if (known !== undefined) return known;
  const found = findNational(theatre);
  capitals.set(theatre, found);
  return found;
};

/** How far back the country's capital may be named for "the capital" to mean it. */
const NEAR = 3;

/** "take the capital by force" where the country's capital has just been named, or is what the headline is about. */
const nationalFor = ({ draft, places }: Ground, { within }: PlaceItem, noun: ScopeMark): PlaceId | null => {
  const capital = nationalCapital(draft.theatre);
  if (capital === null || within.length > 0 || !draft.theatre.lexicon.has('bareCapitals', noun.noun)) return null;
  const named = places.some(
    ({ mark, dateline, locates }) =>
      !dateline &&
      // "200 miles from the capital, A"
      !locates &&
      mark.candidates.includes(capital) &&
      mark.start < noun.start &&
      (mark.sentence >= noun.sentence - NEAR || draft.sentences[mark.sentence]?.heading === true),
  );
  return named ? capital : null;
};

/** "in A province, WHERE they attacked THE PROVINCE": the one right before the clause. */
const provinceOfWhere = (draft: Draft, { sentence, from }: ScopeMark): PlaceId | null => {
  const tokens = draft.sentences[sentence]?.tokens ?? [];
  const at = tokens.findLastIndex(({ word }, i) => i < from && draft.theatre.lexicon.has('whereWords', word));
  const before = inSentence(draft.mentions, sentence).findLast(({ type, to }) => type === 'place' && to <= at);
  if (before?.type !== 'place' || tokens.slice(at, from).some(({ word }) => /^[,;:]$/.test(word))) return null;
  const near = tokens
    .slice(before.to, at)
    .every(({ word }) => word === ',' || draft.theatre.lexicon.has('scope:province/province', word));
  return near ? (before.candidates.find((id) => draft.theatre.gazetteer.get(id)?.kind === 'province') ?? null) : null;
};

/** "the whole province": the one spoken of last. */
export const placeOfProvince = ({ draft }: Ground, item: PlaceItem, noun: ScopeMark): readonly PredicatePlace[] => {
  const province = provinceOfWhere(draft, noun) ?? provincesNear(draft, noun.sentence)[0];
  if (province === undefined || noun.plural) return [];
  const { start, end } = noun;
  const mention = { span: { start, end }, text: draft.report.text.slice(start, end), candidates: [province] };
  return [withScope(draft, { ...mention, context: contextOf(item, [], []) }, item)];
};

const FOUGHT_FOR: readonly Predicate['kind'][] = ['attack', 'clash', 'repulse'];

/** "attacked checkpoints in X province": an unnamed post is somewhere in the province, and is nobody's gain there. */
export const postInProvince = ({ draft }: Ground, item: PlaceItem, { kind }: Predicate): readonly PredicatePlace[] => {
  const { noun, scope, within } = item;
  const [province, ...more] = within.filter((id) => draft.theatre.gazetteer.get(id)?.kind === 'province');
  if (noun === null || scope !== 'base' || !FOUGHT_FOR.includes(kind) || province === undefined || more.length > 0)
    return [];
  const { start, end } = noun;
  const mention = { span: { start, end }, text: draft.report.text.slice(start, end), candidates: [province] };
  return [withScope(draft, { ...mention, context: contextOf(item, [], []) }, item)];
};

/** "the airport" of a city spoken of: the only one that the gazetteer has there. */
export const partOf = ({ draft }: Ground, named: NamedPlace, item: PlaceItem): PredicatePlace | null => {
  const { gazetteer } = draft.theatre;
  const { kindWord, noun } = item;
  if (noun === null || kindWord === null || !LANDMARKS.includes(kindWord) || kindsOf(draft, named).includes(kindWord))
    return null;
  const districts = new Set(named.mark.candidates.flatMap((id) => [gazetteer.cellOf(id)]).filter((id) => id !== null));
  const there = gazetteer
    .all()
    .filter((place) => place.kind === kindWord && districts.has(gazetteer.cellOf(place.id) ?? ''));
  // "the airport" of A that lies in the district beside it and bears its name
  const called =
    there.length > 0
      ? there
      : gazetteer.all().filter(({ kind, name }) => kind === kindWord && name.startsWith(`${named.mark.text} `));
  const [only] = called;
  if (only === undefined || called.length > 1) return null;
  const { start, end } = noun;
  const mention = { span: { start, end }, text: draft.report.text.slice(start, end), candidates: [only.id] };
  return withScope(draft, { ...mention, context: contextOf(item, [], []) }, item);
};

/** "hold only THE CAPITAL, and even there they roam the streets": a part without a name is of the city that was described last. */
export const cityJustDescribed = (
  { draft, parts, places }: Ground,
  { noun, within }: PlaceItem,
  { sentence, start }: Predicate,
): PredicatePlace | null => {
  const last = parts.at(-1);
  const isPart = noun !== null && noun.kind === null && within.length === 0;
  const ofCity = draft.theatre.gazetteer.get(last?.place.mention.candidates[0] ?? '')?.kind === 'city';
  if (!isPart || last === undefined || !ofCity || last.sentence < sentence - 1) return null;
  const from = last.place.mention.span.start;
  const since = places.some(({ mark, locates }) => !locates && mark.start > from && mark.start < start);
  return since ? null : { ...last.place, scope: noun.scope };
};
