// The places of a reading as marks: every name that is a place, its likeliest candidate first.
// Invariant: a mark's candidates are those of its name, none left out; only their order says what the words beside it say.
import type { Marks } from '../../model/claim.ts';
import type { PlaceId, PlaceKind } from '../../model/place.ts';
import type { Draft, PlaceMark } from '../marks.ts';
import { nationWordsOf } from '../mentions/nation-words.ts';
import { listNamedPlaces, type NamedPlace } from '../places/named-places.ts';
import { provincesNear } from '../places/near-provinces.ts';

type PlaceSpan = Marks['places'][number];

/** What a bare name means first (judgement call 7). */
const ORDER: readonly (PlaceKind | null)[] = ['country', 'city', 'district', 'province', 'crossing', 'town', 'area'];

/** Smaller is likelier: the kind and the larger place said with it, then what the report is about, then the bare order. */
const rankOf = (draft: Draft, mark: PlaceMark, named: NamedPlace | undefined) => {
  const { gazetteer } = draft.theatre;
  const provinces = provincesNear(draft, mark.sentence);
  return (id: PlaceId): readonly number[] => {
    const place = gazetteer.get(id);
    const above = gazetteer.ancestors(id).map((larger) => larger.id);
    const near = provinces.findIndex((province) => above.includes(province) || province === id);
    const order = ORDER.indexOf(place?.kind ?? null);
    return [
      named?.item.kindWord != null && named.item.kindWord === place?.kind ? 0 : 1,
      named?.item.within.some((larger) => above.includes(larger)) ? 0 : 1,
      near < 0 ? provinces.length : near,
      order < 0 ? ORDER.length : order,
    ];
  };
};

const likeliestFirst = (draft: Draft, mark: PlaceMark, named: NamedPlace | undefined): readonly PlaceId[] => {
  if (mark.candidates.length < 2) return mark.candidates;
  const rank = rankOf(draft, mark, named);
  const ranked = mark.candidates.map((id) => ({ id, by: rank(id) }));
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((value, i) => value !== b[i]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
  };
  return ranked.sort((a, b) => compare(a.by, b.by)).map(({ id }) => id);
};

/** Without a gazetteer nations are sides; as places they are marked all the same. */
const nationsOf = ({ sentences, theatre }: Draft): readonly PlaceSpan[] =>
  sentences.flatMap(({ tokens }) =>
    nationWordsOf(tokens, theatre.lexicon).flatMap(({ from, to, as }) => {
      const [first, last] = [tokens[from], tokens[to - 1]];
      if (as === 'nationAdjectives' || first === undefined || last === undefined) return [];
      return [{ start: first.start, end: last.end, candidates: [] }];
    }),
  );

/** Every place of the text in its order, in sentences without a claim too. */
export const markPlaces = (draft: Draft): readonly PlaceSpan[] => {
  const named = new Map(listNamedPlaces(draft).map((one) => [one.mark.start, one]));
  const claimed = new Set(draft.claims.map(({ place }) => place.span.start));
  const places = draft.mentions.flatMap((mark): PlaceSpan[] => {
    if (mark.type !== 'place' || mark.described || !(mark.sure || claimed.has(mark.start))) return [];
    return [{ start: mark.start, end: mark.end, candidates: likeliestFirst(draft, mark, named.get(mark.start)) }];
  });
  if (!draft.theatre.open) return places;
  const free = nationsOf(draft).filter(({ start, end }) => !places.some((one) => one.start < end && start < one.end));
  return [...places, ...free].sort((a, b) => a.start - b.start);
};
