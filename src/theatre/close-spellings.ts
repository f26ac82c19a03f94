// Finds the places that a name nobody has written before may mean: by the theatre's rules of transliteration, then by few edits.
// Invariant: where two different names are as close, none is given; a wrong place is worse than no place.
import type { Place, PlaceId } from '../model/place.ts';
import { editDistance, type Spelling, skeletonOf } from './spelling.ts';

type Index = ReadonlyMap<string, readonly PlaceId[]>;

/** One edit in a name of five letters, two from nine on: shorter names have too many neighbours. */
const editsAllowed = (skeleton: string): number => (skeleton.length < 5 ? 0 : skeleton.length < 9 ? 1 : 2);

const buildIndex = (places: readonly Place[], spelling: Spelling): Index => {
  const index = new Map<string, PlaceId[]>();
  for (const place of places)
    for (const skeleton of new Set([place.name, ...place.names].map((name) => skeletonOf(name, spelling)))) {
      const ids = index.get(skeleton);
      if (ids === undefined) index.set(skeleton, [place.id]);
      else ids.push(place.id);
    }
  return index;
};

interface Near {
  readonly edits: number;
  readonly ids: readonly PlaceId[];
}

const nearest = (index: Index, skeleton: string): readonly Near[] => {
  let limit = editsAllowed(skeleton);
  let best: Near[] = [];
  for (const [other, ids] of limit === 0 ? [] : index) {
    if (other[0] !== skeleton[0] && skeleton.length < 9) continue;
    const edits = editDistance(skeleton, other, limit);
    if (edits > limit) continue;
    if (edits < limit) best = [];
    limit = edits;
    best.push({ edits, ids });
  }
  return best;
};

export type CloseSpellings = (name: string, how: 'near' | 'sure') => readonly PlaceId[];

/** Shorter names are alike by chance. */
const SHORT = 5;

/** So long is a name in which one letter more, less or other is a slip and no other name. */
const LONG = 7;

/** `homeOf` says which places are one spot on the map (a town and its district), so that they do not count as two. */
export const closeSpellings = (
  places: readonly Place[],
  spelling: Spelling,
  homeOf: (id: PlaceId) => PlaceId,
): CloseSpellings => {
  let index: Index | null = null;
  const find = (name: string, isSure: boolean): readonly PlaceId[] => {
    index ??= buildIndex(places, spelling);
    const skeleton = skeletonOf(name, spelling);
    if (skeleton === '' || (isSure && skeleton.length < SHORT)) return [];
    const same = index.get(skeleton);
    if (same !== undefined) return same;
    const all = nearest(index, skeleton);
    const near = isSure ? all.filter(({ edits }) => edits === 1 && skeleton.length >= LONG) : all;
    const ids = [...new Set(near.flatMap((one) => one.ids))];
    const homes = new Set(ids.map(homeOf));
    return near.length <= 1 || homes.size === 1 ? ids : [];
  };
  const near = remembered((name) => find(name, false));
  const sure = remembered((name) => find(name, true));
  return (name, how) => (how === 'sure' ? sure(name) : near(name));
};

const MOST_REMEMBERED = 2000;

/** News says the same names again and again. */
const remembered = (find: (name: string) => readonly PlaceId[]): ((name: string) => readonly PlaceId[]) => {
  const known = new Map<string, readonly PlaceId[]>();
  return (name) => {
    const ids = known.get(name) ?? find(name);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(name, ids);
    return ids;
  };
};
