// Which place "the former", "the ninth", "the other" and "the one in X" mean: by order in the last list, by what is left of
// a pair, by a name that several places bear.
// Invariant: a place that is not spoken of before is never meant.
import type { PlaceKind } from '../../model/place.ts';
import type { Draft, PlaceItem, PlaceMark, Predicate, Reference } from '../marks.ts';
import { numberOf, ordinalOf } from '../words/numbers.ts';
import { findNamed, startOf } from './find-meant-place.ts';
import { findSet, setsBefore } from './find-place-set.ts';
import type { NamedPlace } from './named-places.ts';
import { type Ground, isSmall, suits } from './place-suits.ts';
import { isRest, restOfPlace } from './rest-of-place.ts';

/** How many sentences back a list may stand, and the parts of a city that are counted through. */
const LIST_BACK = 3;
const PARTS_BACK = 15;

/** A place spoken of, and what the words that mean it say of it. */
export interface Referred {
  readonly named: NamedPlace;
  readonly item: PlaceItem | null;
}

interface Search {
  readonly item: PlaceItem;
  readonly predicate: Predicate;
  readonly refers: Reference;
}

/** "The crossing at A is lost. THE ONE AT B has held": what was told of last, in another place. */
const oneThere = ({ draft, focus }: Ground, { item, predicate }: Search): readonly Referred[] => {
  const last = focus.at(-1);
  const mark = draft.mentions.find(
    (one): one is PlaceMark =>
      one.type === 'place' &&
      one.sentence === predicate.sentence &&
      one.from >= item.from &&
      item.within.some((id) => one.candidates.includes(id)),
  );
  // "The bridge at A is theirs. THE ONE AT B collapsed": a thing that falls is lost to nobody.
  const falls = predicate.fromContext && predicate.rule !== 'follow';
  if (last === undefined || mark === undefined || falls) return [];
  const named = { ...last, mark, beside: [], item: { ...last.item, within: [] } };
  return isSmall(draft, named) ? [{ named, item: { ...item, within: [], scope: last.item.scope } }] : [];
};

/** "Two places are called A. The one in X …": the last name that a place in X bears. */
const byName = (ground: Ground, search: Search): readonly Referred[] => {
  const { draft, places } = ground;
  const { item, predicate } = search;
  const { gazetteer } = draft.theatre;
  const at = startOf(draft, item, predicate);
  const isInside = (id: string): boolean => gazetteer.ancestors(id).some((above) => item.within.includes(above.id));
  const named = places.findLast(({ mark }) => mark.start < at && mark.candidates.some(isInside));
  if (named === undefined) return oneThere(ground, search);
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

const ORDER_OF_TWO: readonly number[] = [1, -1];

const byOrder = (ground: Ground, search: Search): readonly Referred[] => {
  const { refers, item } = search;
  const listed = lastList(ground, search);
  const pair = ORDER_OF_TWO.includes(refers.count ?? 0);
  // "took A on Sunday and B on Monday. They have lost THE LATTER": two that were named one by one.
  // "There is an A here and an A there. THE FORMER fell": the two of the sentence before come first.
  const just = pair ? namedApart(ground, search, 1) : [];
  const apart = just.length === 2 || listed.length > 0 || !pair ? just : namedApart(ground, search);
  const list = apart.length === 2 ? apart : listed;
  const count = refers.count ?? 0;
  const named = count > 2 && list.length < count ? undefined : list.at(count > 0 ? count - 1 : count);
  return named === undefined ? partOfCity(ground, search) : [{ named: narrowed(ground.draft, named), item }];
};

/** A name that several places bear, of those alone that lie in what is named with it. */
const narrowed = ({ theatre: { gazetteer } }: Draft, named: NamedPlace): NamedPlace => {
  const { mark, item } = named;
  const isInside = (id: string): boolean => gazetteer.ancestors(id).some((above) => item.within.includes(above.id));
  const candidates = item.within.length === 0 ? [] : mark.candidates.filter(isInside);
  return candidates.length === 0 ? named : { ...named, mark: { ...mark, candidates } };
};

/** "A fell. B was attacked. In the OTHER district …": so few places, named one by one. */
const namedApart = (
  { draft, places }: Ground,
  { item, predicate }: Search,
  back = LIST_BACK,
): readonly NamedPlace[] => {
  const at = startOf(draft, item, predicate);
  const near = places.filter(
    (named) =>
      named.mark.start < at &&
      named.mark.sentence >= predicate.sentence - back &&
      !named.locates &&
      !named.dateline &&
      suits(draft, item, named),
  );
  // "a Fernhill in Midvale and a Fernhill in Southlea": two of one name.
  const told = near.map((named) => narrowed(draft, named));
  return [...new Map(told.map((named) => [named.mark.candidates.join() || named.mark.text, named])).values()];
};

/** "took half of A. THE REST is with the rebels": what is left of the one place of which a part was told right before; null for none. */
const restOfOne = (ground: Ground, { item, predicate }: Search): readonly Referred[] | null => {
  const { predicates, theatre } = ground.draft;
  const word = item.noun?.noun.split(' ').at(-1) ?? '';
  if (!theatre.lexicon.has('restWords', word)) return null;
  const last = predicates.findLast(
    ({ start, sentence, items }) =>
      start < predicate.start && sentence >= predicate.sentence - 1 && items.some(({ place }) => place !== null),
  );
  const [one, ...more] = last?.items ?? [];
  const named = ground.places.findLast(({ mark }) => mark.start === one?.place?.start);
  const isPart = last?.partial === true || one?.scope === 'area';
  return isPart && more.length === 0 && named !== undefined ? [{ named, item: { ...item, scope: 'area' } }] : null;
};

/** "Two fell. One was retaken; the other …": what the last list has beside the place spoken of last. */
const byRest = (ground: Ground, search: Search): readonly Referred[] => {
  const { item, refers } = search;
  if (item.within.length > 0) return byName(ground, search);
  const rest = restOfOne(ground, search);
  if (rest !== null) return rest;
  const left = restOfPlace(ground, search, namedApart(ground, search, 0));
  if (left !== null) return [{ named: left, item: { ...item, scope: 'area' } }];
  const listed = lastList(ground, search);
  const list = listed.length > 0 ? listed : namedApart(ground, search);
  const idOf = ({ mark }: NamedPlace): string => mark.candidates.join() || mark.text;
  const last = ground.focus.at(-1);
  const others = list.filter((named) => last === undefined || idOf(named) !== idOf(last));
  if (isRest(ground, item)) {
    // "hold A and B. THE REST is …": the rest of what, nobody says.
    const whole = last === undefined || list.some(({ mark }) => mark.start === last.mark.start);
    return whole || others.length === list.length ? [] : others.map((named) => ({ named, item }));
  }
  const many = refers.count === null ? others.length > 1 : others.length === refers.count;
  return many && others.length < list.length ? others.map((named) => ({ named, item })) : [];
};

/** "the OTHER district", "the OTHER TWO towns": those beside the one spoken of last; null where it is no such noun. */
const otherThan = ({ draft }: Ground, { noun, within }: PlaceItem): Reference | null => {
  if (noun === null || noun.refers !== null || within.length > 0) return null;
  if (noun.kind === null || !SETTLED.includes(noun.kind)) return null;
  const { lexicon } = draft.theatre;
  const words = draft.sentences[noun.sentence]?.tokens.slice(Math.max(0, noun.from - 3), noun.from) ?? [];
  const count = numberOf([words.at(-1)?.word ?? ''], lexicon);
  const at = words.length - (count === null ? 1 : 2);
  const other =
    lexicon.has('otherWords', words[at]?.word ?? '') && lexicon.has('referenceArticles', words[at - 1]?.word ?? '');
  return other ? { by: 'other', count: noun.plural ? count : 1 } : null;
};

/** "THE FIRST CITY", "the second town": one of those listed before, where nothing behind it tells which of others it is. */
const ranked = ({ draft }: Ground, { noun, place, within }: PlaceItem): Reference | null => {
  if (noun === null || noun.refers !== null || noun.plural || place !== null || within.length > 0) return null;
  if (noun.kind === null || !SETTLED.includes(noun.kind)) return null;
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[noun.sentence] ?? {};
  const word = (at: number): string => tokens[at]?.word ?? '';
  const count = ordinalOf(word(noun.from - 1), lexicon);
  const told = ['relatives', 'infinitiveLinks', 'partLinks', 'homeLinks', 'clauseComplements'].some((list) =>
    lexicon.has(list, word(noun.to)),
  );
  return count !== null && count <= MOST && !told && lexicon.has('definiteArticles', word(noun.from - 2))
    ? { by: 'order', count }
    : null;
};

/** "the fourth town" is counted still. */
const MOST = 4;

/** What a noun for a place without a name points to by "other" or by its order; null where it does not. */
export const pointing = (ground: Ground, item: PlaceItem): Reference | null => {
  const order = otherThan(ground, item) === null ? ranked(ground, item) : null;
  return order !== null && !hasList(ground, item, order.count ?? 0) ? null : (order ?? otherThan(ground, item));
};

/** So many places were listed before, or two named in the sentence before: else "the second city" is a city's rank. */
const hasList = ({ places, sets, draft }: Ground, { noun }: PlaceItem, count: number): boolean => {
  const at = noun?.sentence ?? 0;
  const before = places.filter(({ mark, locates }) => mark.sentence === at - 1 && !locates);
  const two = new Set(before.map(({ mark }) => mark.candidates.join() || mark.text)).size === 2;
  const near = setsBefore({ places, sets }, draft.sentences[at]?.start ?? 0).findLast(
    (set) => set.length > 1 && set.every(({ mark }) => mark.sentence >= at - LIST_BACK),
  );
  return (two && count <= 2) || (near?.length ?? 0) >= count;
};

const SETTLED: readonly PlaceKind[] = ['district', 'town', 'city', 'village', 'crossing'];

/** The places that a word without name or noun means, each with what is said of it. */
export const findReferred = (ground: Ground, item: PlaceItem, predicate: Predicate): readonly Referred[] => {
  const refers = item.noun?.refers ?? pointing(ground, item);
  if (refers === null) return [];
  const search: Search = { item, predicate, refers };
  if (refers.by === 'one') return byName(ground, search);
  if (refers.by === 'order') return byOrder(ground, search);
  if (refers.by === 'other') return byRest(ground, search);
  return findSet(ground, item, predicate).map((named) => ({ named, item }));
};
