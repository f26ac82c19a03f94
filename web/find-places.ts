// Places by any spelling, and where there is none of that name, those spelled most alike. Pure.
import type { PlaceRecord } from './answers.ts';

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const KINDS = ['district', 'city', 'town'];
const kindRank = ({ kind }: PlaceRecord): number => (KINDS.indexOf(kind) + KINDS.length + 1) % (KINDS.length + 1);

/** An id counts whole only: it begins with its province's name, which is not the place's. */
const rankOf = ({ id, name, names }: PlaceRecord, wanted: string): number => {
  const spellings = [name, ...names].map(fold);
  if (spellings.includes(wanted) || fold(id) === wanted) return 0;
  if (spellings.some((spelling) => spelling.startsWith(wanted))) return 1;
  return spellings.some((spelling) => spelling.includes(wanted)) ? 2 : 3;
};

/** Places by any spelling, the best first: equal, then beginning with, then holding the words; the shortest name first. */
export const findPlaces = (words: string, places: readonly PlaceRecord[]): readonly PlaceRecord[] => {
  const wanted = fold(words);
  if (wanted === '') return [];
  const order = (a: PlaceRecord, b: PlaceRecord): number =>
    a.name.length - b.name.length || kindRank(a) - kindRank(b) || (a.id < b.id ? -1 : 1);
  return places
    .map((place) => ({ place, rank: rankOf(place, wanted) }))
    .filter((found) => found.rank < 3)
    .sort((a, b) => a.rank - b.rank || order(a.place, b.place))
    .map(({ place }) => place);
};

const pairsOf = (word: string): readonly string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));

/** How many of their pairs of letters two words share, from 0 to 1. */
const likeness = (a: readonly string[], b: readonly string[]): number => {
  const left = [...b];
  let shared = 0;
  for (const pair of a) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / Math.max(1, a.length + b.length);
};

const LEAST_LIKENESS = 0.34;

/** For words that no place is called by: the places spelled most alike, the likeliest first. */
export const nearestPlaces = (words: string, places: readonly PlaceRecord[]): readonly PlaceRecord[] => {
  const wanted = pairsOf(fold(words));
  return places
    .map((place) => {
      const spellings = [place.name, ...place.names].map(fold);
      return { place, like: Math.max(...spellings.map((spelling) => likeness(wanted, pairsOf(spelling)))) };
    })
    .filter(({ like }) => like >= LEAST_LIKENESS)
    .sort((a, b) => b.like - a.like || (a.place.id < b.place.id ? -1 : 1))
    .map(({ place }) => place);
};
