// The gazetteer: places by id, by spelling in running text, by a spelling that is only close, and by what holds them.
// Invariant: answers depend on the theatre's files alone, and candidates come in the order of the gazetteer file.
import type { Gazetteer, Place, PlaceId, ScannedName } from '../model/place.ts';
import { foldName } from './fold-name.ts';
import { buildNameTree, scanNames } from './scan-names.ts';

const spellingsOf = (place: Place): readonly string[] => [place.name, ...place.names];

const groupByFold = (places: readonly Place[]): ReadonlyMap<string, readonly PlaceId[]> => {
  const groups = new Map<string, PlaceId[]>();
  for (const place of places)
    for (const folded of new Set(spellingsOf(place).map(foldName))) {
      const ids = groups.get(folded);
      if (ids === undefined) groups.set(folded, [place.id]);
      else ids.push(place.id);
    }
  return groups;
};

/** `otherNames` are names that are no places (people, outlets, sides): a place's name inside one of them is not found. */
export const buildGazetteer = (places: readonly Place[], otherNames: readonly string[]): Gazetteer => {
  const byId = new Map(places.map((place) => [place.id, place]));
  const byFold = groupByFold(places);
  const names = places.flatMap((place) => spellingsOf(place).map((name) => [name, place.id] as const));
  const tree = buildNameTree([...names, ...otherNames.map((name) => [name, null] as const)]);
  const ancestors = (id: PlaceId): Place[] => {
    const above = byId.get(byId.get(id)?.within ?? '');
    return above === undefined ? [] : [above, ...ancestors(above.id)];
  };
  return {
    get: (id) => byId.get(id) ?? null,
    all: () => places,
    scan: (text) =>
      scanNames(tree, text).flatMap(({ start, end, targets }): ScannedName[] => {
        const candidates = targets.filter((target) => target !== null);
        return candidates.length < targets.length
          ? []
          : [{ span: { start, end }, text: text.slice(start, end), candidates }];
      }),
    lookup: (name) => byFold.get(foldName(name)) ?? [],
    ancestors,
    cellOf: (id) => {
      const place = byId.get(id);
      if (place === undefined) return null;
      return [place, ...ancestors(id)].find(({ kind }) => kind === 'district')?.id ?? null;
    },
  };
};
