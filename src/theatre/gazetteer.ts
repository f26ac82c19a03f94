// The gazetteer: places by id, by spelling in running text, by a spelling that is only close, and by what holds them.
// Invariant: answers depend on the theatre's files alone, and candidates come in the order of the gazetteer file.
import { keptOfText } from '../model/keep.ts';
import type { Gazetteer, Place, PlaceId, ScannedName } from '../model/place.ts';
import { closeSpellings } from './close-spellings.ts';
import { dropFalseNames, type FalseNames } from './false-names.ts';
import { PARTY, partyName, touchFinder } from './find-touch.ts';
import { foldName } from './fold-name.ts';
import { buildNameTree, type NameTarget, type NameTree, scanNames } from './scan-names.ts';
import { jointForms, type Spelling } from './spelling.ts';

export interface GazetteerRules {
  readonly spelling: Spelling;
  /** Names that are no places (people, outlets, sides): a place's name inside one of them is not found. */
  readonly otherNames: readonly string[];
  readonly falseNames: FalseNames;
  /** Names of the parties to the conflict, by which a text is known to be about it. */
  readonly partyNames: readonly string[];
}

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

const chainOf =
  (byId: ReadonlyMap<PlaceId, Place>) =>
  (id: PlaceId): Place[] => {
    const chain: Place[] = [];
    for (let at = byId.get(byId.get(id)?.within ?? ''); at !== undefined; at = byId.get(at.within ?? ''))
      chain.push(at);
    return chain;
  };

/** So many texts are asked for at once. */
const AT_ONCE = 64;

/** Made when it is first asked for: a command that only shows cells should not wait for the index of all spellings. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const treeOf = (places: readonly Place[], { otherNames, partyNames, spelling }: GazetteerRules): NameTree => {
  const names = places.flatMap((place) => spellingsOf(place).map((name) => [name, place.id] as const));
  const parties = partyNames.flatMap((name) => partyName(name) ?? []);
  return buildNameTree(
    [...names, ...otherNames.map((name) => [name, null] as const), ...parties.map((name) => [name, PARTY] as const)],
    jointForms(spelling),
  );
};

const isPlace = (target: NameTarget): target is PlaceId => target !== null && target !== PARTY;

export const buildGazetteer = (places: readonly Place[], rules: GazetteerRules): Gazetteer => {
  const byId = new Map(places.map((place) => [place.id, place]));
  const byFold = once(() => groupByFold(places));
  const tree = once(() => treeOf(places, rules));
  const ancestors = chainOf(byId);
  const cellOf = (id: PlaceId): PlaceId | null =>
    [byId.get(id), ...ancestors(id)].find((place) => place?.kind === 'district')?.id ?? null;
  const close = closeSpellings(places, rules.spelling, (id) => cellOf(id) ?? id);
  const find = (text: string): readonly ScannedName[] => {
    const found = dropFalseNames(scanNames(tree(), text), { text, ...rules.falseNames });
    return found.flatMap(({ start, end, targets }): ScannedName[] => {
      const candidates = targets.filter(isPlace);
      return candidates.length === 0 ? [] : [{ span: { start, end }, text: text.slice(start, end), candidates }];
    });
  };
  // A text is asked for twice: whether it is about the theatre at all, and then for its names.
  const scan = keptOfText(find, AT_ONCE);
  const touch = once(() => touchFinder(tree(), (text) => scan(text).length > 0));
  return {
    get: (id) => byId.get(id) ?? null,
    all: () => places,
    scan,
    touches: (text) => touch()(text),
    lookup: (name) => byFold().get(foldName(name)) ?? close(name, 'near'),
    spells: (name) => close(name, 'sure'),
    ancestors,
    cellOf,
  };
};
