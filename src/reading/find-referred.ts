// Which place "the former", "the ninth", "the other" and "the one in X" mean: by order in the last list, by what is left of
// a pair, by a name that several places bear.
// Invariant: a place that is not spoken of before is never meant.
import { findNamed, startOf } from './find-meant-place.ts';
import { findSet, setsBefore } from './find-place-set.ts';
import type { PlaceItem, Predicate, Reference } from './marks.ts';
import type { NamedPlace } from './named-places.ts';
import type { Ground } from './place-suits.ts';

/** How many sentences back a list may stand, and the parts of a city that are counted through. */
const LIST_BACK = 3;
const PARTS_BACK = 15;

interface Referred {
  readonly named: NamedPlace;
  readonly item: PlaceItem;
}

interface Search {
  readonly item: PlaceItem;
  readonly predicate: Predicate;
  readonly refers: Reference;
}

/** "Two places are called A. The one in X …": the last name that a place in X bears. */
const byName = ({ draft, places }: Ground, { item, predicate }: Search): readonly Referred[] => {
  const { gazetteer } = draft.theatre;
  const at = startOf(draft, item, predicate);
  const isInside = (id: string): boolean => gazetteer.ancestors(id).some((above) => item.within.includes(above.id));
  const named = places.findLast(({ mark }) => mark.start < at && mark.candidates.some(isInside));
  if (named === undefined) return [];
  const candidates = named.mark.candidates.filter(isInside);
  const told = {
    ...named,
    mark: { ...named.mark, candidates },
    beside: [],
    item: { ...named.item, within: item.within },
  };
  return [{ named: told, item }];
};

const lastList = (ground: Ground, { item, predicate }: Search): readonly NamedPlace[] =>
  setsBefore(ground, startOf(ground.draft, item, predicate)).findLast(
    (set) => set.length > 1 && set.every(({ mark }) => mark.sentence >= predicate.sentence - LIST_BACK),
  ) ?? [];

/** "The city has ten police districts. … In the first": a part of the city. */
const partOfCity = (ground: Ground, { item, predicate }: Search): readonly Referred[] => {
  const { draft } = ground;
  const at = startOf(draft, item, predicate);
  const counted = draft.mentions.some(
    (mark) =>
      mark.type === 'scope' &&
      mark.refers === null &&
      mark.scope === 'area' &&
      mark.kind === null &&
      mark.start < at &&
      mark.sentence >= predicate.sentence - PARTS_BACK,
  );
  if (!counted) return [];
  const city: PlaceItem = { ...item, noun: null, kindWord: 'city', scope: 'area' };
  const named = findNamed(ground, city, predicate);
  return named === null ? [] : [{ named, item: { ...item, scope: 'area' } }];
};

const byOrder = (ground: Ground, search: Search): readonly Referred[] => {
  const { refers, item } = search;
  const list = lastList(ground, search);
  const count = refers.count ?? 0;
  const named = count > 2 && list.length < count ? undefined : list.at(count > 0 ? count - 1 : count);
  return named === undefined ? partOfCity(ground, search) : [{ named, item }];
};

/** "Two fell. One was retaken; the other …": what the last list has beside the place spoken of last. */
const byRest = (ground: Ground, search: Search): readonly Referred[] => {
  const { item, refers } = search;
  if (item.within.length > 0) return byName(ground, search);
  const list = lastList(ground, search);
  const about = ground.focus.at(-1)?.mark.candidates.join();
  const rest = list.filter(({ mark }) => mark.candidates.join() !== about);
  return rest.length === (refers.count ?? 1) && rest.length < list.length ? rest.map((named) => ({ named, item })) : [];
};

/** The places that a word without name or noun means, each with what is said of it. */
export const findReferred = (ground: Ground, item: PlaceItem, predicate: Predicate): readonly Referred[] => {
  const refers = item.noun?.refers ?? null;
  if (refers === null) return [];
  const search: Search = { item, predicate, refers };
  if (refers.by === 'one') return byName(ground, search);
  if (refers.by === 'order') return byOrder(ground, search);
  if (refers.by === 'other') return byRest(ground, search);
  return findSet(ground, item, predicate).map((named) => ({ named, item }));
};
