// Which kinds of place a word or a claim's scope can mean, best first (reading guide, scopes and judgement call 7).
// Invariant: the first kind that a name has wins; a district stands for its seat where the gazetteer has no town.
import type { Scope } from '../model/claim.ts';
import type { Place, PlaceKind } from '../model/place.ts';
import { SCOPE_OF_KIND } from '../model/scope-of-kind.ts';

type Word = PlaceKind | Scope;

const SETTLED: readonly PlaceKind[] = ['city', 'district', 'town', 'village'];

const KINDS_FOR: Readonly<Partial<Record<Word, readonly PlaceKind[]>>> = {
  country: ['country'],
  province: ['province'],
  district: ['district'],
  // The headquarters inside a capital are the city's, any other centre is the district's.
  centre: SETTLED,
  city: ['city', 'town', 'district'],
  town: ['town', 'city', 'district', 'village'],
  village: ['village', 'town', 'district'],
  crossing: ['crossing', ...SETTLED],
  base: ['base', 'airport', ...SETTLED],
  airport: ['airport', 'base', ...SETTLED],
  road: ['road', 'pass', 'area', 'district', 'province'],
  pass: ['pass', 'road', 'area', 'district'],
  dam: ['dam', 'district'],
  area: [...SETTLED, 'province', 'area', 'pass'],
  facility: ['facility', 'dam', 'base', 'airport', ...SETTLED],
  outskirts: SETTLED,
};

/** Kinds that the word can stand for, best first; none for no word. */
export const kindsFor = (word: Word | null): readonly PlaceKind[] => (word === null ? [] : (KINDS_FOR[word] ?? []));

// A town at a crossing is spoken of for its gate; where a district has the name too, the district comes first.
const BARE_ORDER: readonly PlaceKind[] = ['city', 'district', 'crossing', 'town', 'province', 'area'];

/** What a bare name means among places of one province: a capital the city, else the district, else the next smaller. */
export const lastChoiceFor = (candidates: readonly Place[]): PlaceKind | null =>
  BARE_ORDER.find((kind) => candidates.some((place) => place.kind === kind)) ?? null;

/** A claim about a bare name is about the whole of what the name turned out to be. */
export const scopeOfKind = (kind: PlaceKind): Scope => (kind === 'country' ? 'district' : SCOPE_OF_KIND[kind]);
