// Which places a plural means: "both", "all three", "the two districts", "they", "them"; and, at the head of a report,
// "two districts" that it names right after.
// Invariant: a number that is said must be the number of places found; where it is not, nothing is meant.

import type { Draft, PlaceItem, Predicate, ScopeMark } from '../marks.ts';
import { numberOf } from '../words/numbers.ts';
import { startOf } from './find-meant-place.ts';
import type { NamedPlace } from './named-places.ts';
import { type Ground, isSmall, suits } from './place-suits.ts';

/** How many sentences back a plural noun, and a pronoun, may reach; how far a head looks ahead. */
const BACK = 12;
const PRONOUN_BACK = 2;
const AHEAD = 5;
/** So few sentences back the last named stand apart from those before them. */
const NEAR = 3;
/** More places than this are a number, whose names come in other words. */
const MOST_AHEAD = 3;

type PlaceSet = readonly NamedPlace[];

interface Search {
  readonly item: PlaceItem | null;
  readonly predicate: Predicate;
  readonly count: number | null;
}

/** "both ports", "the three districts": the number before the noun, or said by the reference itself. */
const countOf = ({ draft }: Ground, item: PlaceItem, predicate: Predicate): number | null => {
  const { noun } = item;
  if (noun === null) return null;
  if (noun.refers !== null) return noun.refers.count;
  const { lexicon } = draft.theatre;
  const words = draft.sentences[predicate.sentence]?.tokens.slice(Math.max(0, item.from - 4), item.from) ?? [];
  if (words.some(({ word }) => lexicon.has('referencePairs', word))) return 2;
  // "NOT ONE of the districts": all of them, however many.
  if (words.some(({ word }, i) => lexicon.has('negations', word) && lexicon.has('oneWords', words[i + 1]?.word ?? '')))
    return null;
  return words.map(({ word }) => numberOf([word], lexicon)).find((value) => value !== null && value > 0) ?? null;
};

const distinct = (places: PlaceSet): PlaceSet => [
  ...new Map(places.map((named) => [named.mark.candidates.join() || named.mark.text, named])).values(),
];

/** The lists of names and the plurals resolved before, the latest last. */
export const setsBefore = ({ places, sets }: Pick<Ground, 'places' | 'sets'>, at: number): readonly PlaceSet[] => {
  const lists = Map.groupBy(
    places.filter(({ mark, beside }) => beside.length > 1 && mark.start < at),
    ({ beside }) => beside,
  );
  const all = [...lists.values(), ...sets];
  return all.map((set) => distinct(set)).sort((a, b) => (a.at(-1)?.mark.start ?? 0) - (b.at(-1)?.mark.start ?? 0));
};

/** "All three DISTRICTS": a town and its district are one. */
const distinctDistricts = ({ draft }: Ground, { item }: Search, places: PlaceSet): PlaceSet => {
  if (item?.kindWord !== 'district') return distinct(places);
  const { gazetteer } = draft.theatre;
  const cellOf = ({ mark }: NamedPlace): string => gazetteer.cellOf(mark.candidates[0] ?? '') ?? mark.text;
  return [...new Map(places.map((named) => [cellOf(named), named])).values()];
};

/** Words of "of the 34". */
const PART = 4;

/** "the five capitals THAT THE REBELS TOOK": which they are the clause says, and not what was named in passing. */
const isToldByClause = ({ draft }: Ground, { item, predicate }: Search): boolean => {
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[predicate.sentence] ?? {};
  // "A is the only ONE OF THE 34 PROVINCES which they do not hold": the one is named.
  const one = tokens
    .slice(Math.max(0, (item?.from ?? 0) - PART), item?.from ?? 0)
    .some(({ word }) => lexicon.has('partLinks', word));
  return !one && lexicon.has('relatives', tokens[item?.to ?? -1]?.word ?? '');
};

/** The last so many places named, one by one, within the reach. */
const lastNamed = (ground: Ground, search: Search, from: number): PlaceSet => {
  const { draft, places } = ground;
  const { item, predicate, count } = search;
  if (count === null || isToldByClause(ground, search)) return [];
  const at = startOf(draft, item, predicate);
  const fits = (named: NamedPlace): boolean =>
    named.mark.start < at && named.mark.sentence >= from && !named.locates && suits(draft, item, named);
  const latestFirst = distinctDistricts(ground, search, places.filter(fits).toReversed());
  const last = latestFirst.slice(0, count);
  // Of more than that number any might be meant, but for those of the sentences just before.
  const near = last.every(({ mark }) => mark.sentence >= predicate.sentence - NEAR);
  return latestFirst.length < count || (latestFirst.length > count && !near) ? [] : last.toReversed();
};

/** "Soldiers will take over the two districts": the two of which it was said that they were taken or lost, and no others. */
const lastTaken = (ground: Ground, search: Search, from: number): PlaceSet => {
  const { draft, taken, retaken } = ground;
  const { item, predicate, count } = search;
  const told = [...taken, ...retaken].filter(({ mark }) => mark.sentence >= from && mark.sentence < predicate.sentence);
  const near = distinctDistricts(ground, search, told).filter((named) => suits(draft, item, named));
  return count !== null && count > 1 && near.length === count ? near : [];
};

/** Without a gazetteer: "the districts IN SOUTH ORLEN" are some of those there, and nobody says which. */
const liesApart = ({ draft }: Ground, item: PlaceItem | null): boolean => {
  const { tokens = [] } = draft.sentences[item?.noun?.sentence ?? -1] ?? {};
  return (
    draft.theatre.open &&
    item?.noun?.refers === null &&
    draft.theatre.lexicon.has('whereLinks', tokens[item.noun.to]?.word ?? '')
  );
};

const inside = ({ draft }: Ground, item: PlaceItem | null, named: NamedPlace): boolean => {
  const { gazetteer } = draft.theatre;
  if (item === null || item.within.length === 0) return true;
  return named.mark.candidates.some((id) => gazetteer.ancestors(id).some((above) => item.within.includes(above.id)));
};

/** "boats that sail BETWEEN A AND B; they were seized": where a way begins and ends, which "they" are not. */
const areEnds = ({ draft }: Ground, [first]: PlaceSet): boolean => {
  const { tokens = [] } = draft.sentences[first?.mark.sentence ?? -1] ?? {};
  return draft.theatre.lexicon.has('betweenWords', tokens[(first?.mark.from ?? 0) - 1]?.word ?? '');
};

const findBefore = (ground: Ground, search: Search): PlaceSet => {
  const { draft } = ground;
  const { item, predicate, count } = search;
  if (liesApart(ground, item)) return [];
  // "the areas that the police have left": of what was told just now, and no districts of long before.
  const areas = item !== null && item.kindWord === null && item.scope === 'area';
  const reach = predicate.sentence - (item === null ? PRONOUN_BACK : areas ? NEAR : BACK);
  const fits = (set: PlaceSet): boolean =>
    set.length > 1 &&
    (count === null || set.length === count) &&
    !(item === null && areEnds(ground, set)) &&
    set.every((named) => named.mark.sentence >= reach && suits(draft, item, named) && inside(ground, item, named));
  const said = setsBefore(ground, startOf(draft, item, predicate)).findLast(fits);
  if (said !== undefined) return said;
  const takenOnes = item === null ? [] : lastTaken(ground, search, reach);
  return takenOnes.length > 0 ? takenOnes : lastNamed(ground, search, reach);
};

/** "Rebels seize two districts" at the head of a report: the two that it names right after. */
const findAfter = (ground: Ground, { item, predicate, count }: Search): PlaceSet => {
  const { draft, places } = ground;
  const sentence = draft.sentences[predicate.sentence];
  const leads = sentence !== undefined && (sentence.part === 'headline' || sentence.paragraph <= 2);
  if (!leads || item === null || count === null || count < 2 || count > MOST_AHEAD) return [];
  // "… the jail and the mill. ALL THREE are besieged": a word without a noun looks back, and ahead only over a report.
  if (item.noun?.refers != null && sentence.part !== 'headline') return [];
  const next = places.filter(
    (named) =>
      named.mark.start > startOf(draft, item, predicate) &&
      named.mark.sentence <= predicate.sentence + AHEAD &&
      !named.locates &&
      isSmall(draft, named) &&
      suits(draft, item, named) &&
      inside(ground, item, named),
  );
  const named = distinct(next);
  return named.length < count ? [] : named.slice(0, count);
};

/** "Three capitals fell, A AND B before noon and C in the evening": as many as are named behind its comma, in its own sentence. */
const listedBehind = ({ draft, places }: Ground, { item, predicate, count }: Search): PlaceSet => {
  if (item === null || count === null || count < 2 || !isListMark(draft, predicate)) return [];
  const named = distinct(
    places.filter(({ mark }) => mark.sentence === predicate.sentence && mark.start > predicate.clause.end),
  );
  return named.length === count && named.every((one) => suits(draft, item, one)) ? named : [];
};

const isListMark = ({ report }: Draft, { clause }: Predicate): boolean =>
  /^(?:,|:| [—–-]) \p{Lu}/u.test(report.text.slice(clause.end, clause.end + LIST_MARK));

/** Characters of " — A". */
const LIST_MARK = 4;

/** "On THE SUNDAY three capitals fell": the article is the day's. */
const isOfDay = ({ draft }: Ground, { from, noun }: PlaceItem, { sentence }: Predicate): boolean => {
  const tokens = draft.sentences[sentence]?.tokens.slice(Math.max(0, from - SHARE), noun?.from ?? from) ?? [];
  const { lexicon } = draft.theatre;
  return tokens.some(
    ({ word }, i) => lexicon.has('weekdays', word) && lexicon.has('definiteArticles', tokens[i - 1]?.word ?? ''),
  );
};

/** "ALL THREE districts were quiet": as many as were spoken of. */
const isAll = ({ draft }: Ground, { from, noun }: PlaceItem, { sentence }: Predicate): boolean => {
  const words = draft.sentences[sentence]?.tokens.slice(Math.max(0, from - 2), from) ?? [];
  const has = (list: string): boolean => words.some(({ word }) => draft.theatre.lexicon.has(list, word));
  return (
    noun?.plural === true &&
    has('everythingWords') &&
    words.some(({ word }) => numberOf([word], draft.theatre.lexicon) !== null)
  );
};

/** Words of "of the three", and of "is now the only" before them. */
const SHARE = 4;
const LEAD = 3;

/** "ONE OF the two", "TWO OF the three districts": some, and nobody says which. */
const isSomeOf = ({ draft: { sentences, theatre } }: Ground, { from }: PlaceItem, { sentence }: Predicate): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  // "A IS the ONLY one of the provinces that …": the verb says which.
  const said = tokens
    .slice(Math.max(0, from - SHARE - LEAD), from)
    .some(({ word }) => theatre.lexicon.has('be', word) || theatre.lexicon.has('onlyWords', word));
  const words = tokens.slice(Math.max(0, from - SHARE), from + 1);
  const of = words.findLastIndex(({ word }) => theatre.lexicon.has('partLinks', word));
  const share = words[of - 1]?.word ?? '';
  const next = words[of + 1]?.word ?? '';
  // "are IN three of ITS ten quarters": where somebody is, and no verb that says which they are.
  const before = tokens[Math.max(0, from - SHARE) + of - 2]?.word ?? '';
  const inside = of > 0 && theatre.lexicon.has('insideLinks', before);
  if (said && !inside) return false;
  return (
    of > 0 &&
    ((numberOf([share], theatre.lexicon) ?? 0) > 0 || theatre.lexicon.has('oneWords', share)) &&
    !theatre.lexicon.has('negations', words[of - 2]?.word ?? '') &&
    ['referenceArticles', 'possessives'].some((list) => theatre.lexicon.has(list, next))
  );
};

/** "75 PERCENT of the quarters", "the EASTERN neighbourhoods": a share, and parts of a place that are told by where they lie. */
export const isTold = ({ draft }: Ground, { noun, from }: PlaceItem): boolean => {
  if (noun === null) return false;
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[noun.sentence] ?? {};
  const share = tokens.slice(Math.max(0, from - SHARE), noun.from).some(({ word }) => lexicon.has('shareUnits', word));
  return share || lexicon.has('directions', tokens[noun.from - 1]?.word ?? '');
};

/** The places that a plural noun, a plural pronoun (no item) or a reference by number means; none where it cannot be said. */
export const findSet = (ground: Ground, item: PlaceItem | null, predicate: Predicate): PlaceSet => {
  if (item !== null && (isSomeOf(ground, item, predicate) || isTold(ground, item))) return [];
  const search = { item, predicate, count: item === null ? null : countOf(ground, item, predicate) };
  const definite =
    item === null ||
    (item.noun?.definite === true && !isOfDay(ground, item, predicate)) ||
    isAll(ground, item, predicate);
  const listed = listedBehind(ground, search);
  if (listed.length > 0) return listed;
  const before = definite ? findBefore(ground, search) : [];
  return before.length > 0 ? before : findAfter(ground, search);
};

/** "A and B fell; C is contested, with THE STREETS in rebel hands", "A and B fell. In A they fought in THE STREETS": those of the place named last. */
export const isNamedSince = ({ places }: Ground, set: readonly NamedPlace[], { sentence, start }: ScopeMark): boolean =>
  places.some(
    ({ mark, locates }) =>
      !locates &&
      mark.sentence === sentence &&
      mark.start < start &&
      (set.every((one) => one.mark.sentence < sentence) ||
        set.every((one) => one.mark.candidates.join() !== mark.candidates.join() && one.mark.start < mark.start)),
  );

/** "attacked bases in A and B. They overran THE BASES": all of those that were told of together. */
export const basesTogether = (ground: Ground, item: PlaceItem, predicate: Predicate): PlaceSet => {
  if (item.scope !== 'base' || !item.noun?.plural || !item.noun.definite) return [];
  const set = findSet(ground, item, predicate);
  return set.length > 1 && set.every((one) => one.item.scope === 'base') ? set : [];
};

/** "hold A and THE HILLS", "took A and THE VILLAGES": of the one named right before them. */
export const isBesideTown = ({ scope, from }: PlaceItem, { items }: Predicate): boolean =>
  (scope === 'area' || scope === 'village') && items.some((other) => other.place !== null && other.from < from);

/** "bandits had entered THE THREE DISTRICT CENTRES. They would be cleared": what the noun calls them they stay. */
export const isSetOfNoun = ({ items: [item, ...more] }: Predicate): boolean =>
  more.length === 0 && item?.place === null && item.noun?.plural === true;
