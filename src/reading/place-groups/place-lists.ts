// What one member of a list of places says for the others: "A, B and C districts of X", "the headquarters and the prison in A".
// Invariant: what a member says of itself stays; only what it lacks is taken from a later or the first one.
import type { PlaceId } from '../../model/place.ts';
import type { PlaceItem, ScopeMark } from '../marks.ts';

/** A plural noun behind the last name ("A, B and C districts of X") counts for all without their own. */
const backward = (items: readonly PlaceItem[]): readonly PlaceItem[] => {
  const result = [...items];
  let noun: ScopeMark | null = null;
  let within: readonly PlaceId[] = [];
  for (let i = result.length - 1; i >= 0; i--) {
    const item = result[i];
    if (item === undefined) continue;
    const own = item.noun !== null && item.noun !== noun;
    if (own) noun = item.noun?.plural && item.place !== null && item.noun.from > item.place.from ? item.noun : null;
    if (item.within.length > 0) within = item.within;
    const given =
      noun !== null && item.noun === null ? { noun, scope: noun.scope, kindWord: item.kindWord ?? noun.kind } : {};
    result[i] = { ...item, ...given, within: item.within.length > 0 ? item.within : within };
  }
  return result;
};

/** "districts", and what has no plural: "territory". */
export const isOfMany = ({ noun }: PlaceItem): boolean =>
  noun?.plural === true || (noun?.scope === 'area' && noun.kind === null && !noun.definite);

const isUnnamed = (item: PlaceItem): boolean => item.place === null && item.noun !== null && isOfMany(item);

/** "five districts in A", "towns and villages in A": some of what lies there, and the names only locate. */
export const areSomeIn = (items: readonly PlaceItem[]): boolean => {
  const last = items.at(-1);
  const located = (item: PlaceItem): boolean => item.within.length > 0 || item.to > (item.noun?.to ?? item.to);
  const [first] = items;
  if (first === undefined || last === undefined || !isUnnamed(first)) return false;
  return located(first) || (items.every(isUnnamed) && located(last));
};

/** "the districts of A, B and C": a plural noun before the first. */
const forward = (items: readonly PlaceItem[]): readonly PlaceItem[] => {
  const [first] = items;
  if (first === undefined || first.noun === null || !isOfMany(first) || first.place === null) return items;
  if (first.noun.from > first.place.from) return items;
  const { noun, scope, kindWord } = first;
  // "outposts in A and B DISTRICTS": the plural behind the last says what all are in which the posts lie.
  const posts = noun.kind === null;
  // "posts in A, B and C PROVINCES": all of them are.
  const larger = posts && items.at(-1)?.kindWord === 'province' ? 'province' : null;
  return items.map((item) => {
    const behind = item.place !== null && item.noun?.plural === true && item.noun.from >= item.place.to;
    const lacks = item.noun === null || (posts && item !== first && behind && item.noun.kind !== null);
    return lacks || item === first ? { ...item, noun, scope, kindWord: item.kindWord ?? larger ?? kindWord } : item;
  });
};

const PARTS = ['airport', 'dam'];

/** "the headquarters", "the airport": a part that lies in some place; "the town" is one itself. */
const isPart = ({ place, noun, within }: PlaceItem): boolean =>
  place === null &&
  noun !== null &&
  !noun.plural &&
  noun.refers === null &&
  within.length === 0 &&
  (noun.kind === null || PARTS.includes(noun.kind));

/** "the TOWN and the port of Ashford": one of the kinds that bear the name beside it. */
const isNamesake = ({ place, noun, within }: PlaceItem): boolean =>
  place === null &&
  noun?.definite === true &&
  !noun.plural &&
  noun.refers === null &&
  within.length === 0 &&
  NAMESAKES.includes(noun.kind ?? '');

const NAMESAKES = ['town', 'city', 'crossing', 'district'];

/** "the headquarters, the mill and the prison in Ashford", "the town and the port of A": the place said with the last part is that of all. */
const shared = (items: readonly PlaceItem[]): readonly PlaceItem[] => {
  const last = items.at(-1);
  const { place, noun } = last ?? { place: null, noun: null };
  if (last === undefined || place === null || noun === null || noun.from > place.from) return items;
  // "the hall and CAMP ASHFORD": a name of its own, and no place that the others lie in.
  if (noun.to === place.from && !noun.definite) return items;
  const others = items.slice(0, -1);
  const part = noun.kind === null || PARTS.includes(noun.kind);
  const namesake = !noun.plural && (part || NAMESAKES.includes(noun.kind ?? ''));
  const fit = others.every(isPart) ? part : namesake && others.every((one) => isPart(one) || isNamesake(one));
  return fit ? items.map((item) => (item === last ? item : { ...item, place, within: last.within })) : items;
};

/** "THE port, airport and mill": one article goes before them all. */
const articled = (items: readonly PlaceItem[]): readonly PlaceItem[] => {
  const [first] = items;
  if (first?.noun?.definite !== true || first.place !== null || first.noun.plural) return items;
  return items.map((item) =>
    isPart(item) && item.noun !== null ? { ...item, noun: { ...item.noun, definite: true } } : item,
  );
};

/** A list whose members say for each other what they share. */
export const distribute = (items: readonly PlaceItem[]): readonly PlaceItem[] =>
  shared(articled(backward(forward(items))));

/** "six posts in A PROVINCE": they are a number, and the province is where they lie. */
export const isAcross = ({ place, noun, kindWord }: PlaceItem): boolean =>
  noun?.plural === true &&
  !noun.definite &&
  noun.kind === null &&
  noun.from < (place?.from ?? 0) &&
  kindWord === 'province';
