// Which places without a name can stand for one that is named: "the district", "two checkpoints", "most villages"; not a number.
// Invariant: asks of the words of the item alone; which name is meant is found elsewhere.
import type { Theatre } from '../../model/theatre.ts';
import type { Draft, PlaceItem, Predicate, ScopeMark } from '../marks.ts';
import { numberOf } from '../words/numbers.ts';

/** "denied that it had lost ANY VILLAGES in Midvale": a number, and no village of the place spoken of. */
const isAny = ({ theatre, sentences }: Draft, { sentence, from }: ScopeMark): boolean =>
  theatre.lexicon.has('zeroWords', sentences[sentence]?.tokens[from - 1]?.word ?? '');

/** "most villages", "the villages of X and Y" that no gazetteer has: those of any place that was spoken of; "three villages" may be anywhere. */
export const isMostVillages = (
  draft: Draft,
  { noun, kindWord, from, to }: PlaceItem,
  { sentence }: Predicate,
): boolean => {
  const before = draft.sentences[sentence]?.tokens[from - 1]?.word ?? '';
  if (kindWord !== 'village' || noun === null || isAny(draft, noun)) return false;
  return to > noun.to || (noun.plural && draft.theatre.lexicon.has('manyWords', before));
};

/** "hold the centre of A, though ITS VILLAGES are theirs": those of any place that was spoken of, a district too. */
export const isOwnVillages = ({ kindWord, noun }: PlaceItem): boolean =>
  kindWord === 'village' && noun?.plural === true && noun.definite;

/** "took over villages": some somewhere, and in the place of another paragraph hardly. */
export const isBareVillages = (draft: Draft, item: PlaceItem, predicate: Predicate): boolean =>
  item.kindWord === 'village' && item.noun?.plural === true && !isMostVillages(draft, item, predicate);

/** More parts than these are a number and no more. */
const FEW = 4;

/** "several neighbourhoods", "two quarters" are those of the town spoken of; "35 neighbourhoods" are a number. */
export const isSomeOfTown = (
  { theatre, sentences }: Pick<Draft, 'theatre' | 'sentences'>,
  noun: ScopeMark,
): boolean => {
  const before = sentences[noun.sentence]?.tokens[noun.from - 1]?.word ?? '';
  const some = theatre.lexicon.has('manyWords', before) || (numberOf([before], theatre.lexicon) ?? FEW) < FEW;
  return theatre.lexicon.has('townParts', noun.noun) && some;
};

/** "a swath of territory": no one place, as "a strategic area" is. */
const isSomeLand = ({ definite, noun }: ScopeMark, { lexicon }: Theatre): boolean =>
  !definite && lexicon.has('massAreas', noun);

/** "the army claims ONE district recovered": a number of districts, and not the one spoken of. */
export const isOneOfThem = (
  { theatre: { lexicon }, sentences }: Draft,
  { noun, kindWord, within }: PlaceItem,
): boolean =>
  noun !== null &&
  !noun.definite &&
  kindWord === 'district' &&
  within.length === 0 &&
  lexicon.has('oneWords', sentences[noun.sentence]?.tokens[noun.from - 1]?.word ?? '');

/** "THE NORTHERN REGION", with no word of whose: it is larger than the town spoken of. */
const isLandOfDirection = ({ theatre: { lexicon }, sentences }: Draft, { noun, within, to }: PlaceItem): boolean => {
  if (noun === null || within.length > 0 || to > noun.to || !lexicon.has('wholeLands', noun.noun)) return false;
  return lexicon.has('directions', sentences[noun.sentence]?.tokens[noun.from - 1]?.word ?? '');
};

/** Words of "more than 70 small villages" before the noun, and how many are more than the place spoken of would have. */
const COUNTING = 5;
const MANY = 10;
/** More posts than one town has. */
const MANY_POSTS = 30;

/** "70 villages" with no word of where they lie: a number, which tells of no place. */
const isNumber = ({ theatre, sentences }: Draft, { noun, to }: PlaceItem, most = MANY): boolean => {
  if (noun === null || !noun.plural || to > noun.to) return false;
  const { lexicon } = theatre;
  const before = sentences[noun.sentence]?.tokens.slice(Math.max(0, noun.from - COUNTING), noun.from) ?? [];
  // "killed 20 soldiers and took two villages": the number of something else stands before a verb.
  const last = before.findLastIndex(({ word }) => lexicon.verbs.has(word) || lexicon.has('conjunctions', word));
  return before
    .slice(last + 1)
    .some(({ word }) => lexicon.has('hostWords', word) || (numberOf([word], lexicon) ?? 0) >= most);
};

/** "12 posts ACROSS THE PROVINCE": spread over more than the place spoken of. */
const isSpread = ({ theatre: { lexicon }, sentences }: Draft, { noun, to }: PlaceItem): boolean =>
  lexicon.has('spreadWords', sentences[noun?.sentence ?? -1]?.tokens[to]?.word ?? '');

/** "several villages ON THE ROAD to the capital": they lie along a road, and not in the place spoken of. */
const isOnRoad = ({ theatre: { lexicon }, sentences }: Draft, { sentence, to }: ScopeMark): boolean => {
  const [link = '', ...words] = sentences[sentence]?.tokens.slice(to, to + ALONG).map(({ word }) => word) ?? [];
  return lexicon.has('roadsideLinks', link) && words.some((word) => lexicon.has('travelledWays', word));
};

/** "several OTHER villages", "a NEARBY village": none of the place spoken of. */
const isBeside = ({ theatre: { lexicon }, sentences }: Draft, { sentence, from }: ScopeMark): boolean =>
  sentences[sentence]?.tokens
    .slice(Math.max(0, from - 2), from)
    .some(({ word }) => lexicon.has('besideAdjectives', word)) === true;

/** Words of "along the main coastal road". */
const ALONG = 5;

/** "EVERY DISTRICT taken": all of them, and none by name; "left every checkpoint" left those of the place spoken of. */
const isEvery = ({ theatre: { lexicon }, sentences }: Draft, { noun }: PlaceItem): boolean =>
  noun !== null &&
  noun.kind !== null &&
  lexicon.has('everyWords', sentences[noun.sentence]?.tokens[noun.from - 1]?.word ?? '');

/** "two checkpoints" are somewhere in the place spoken of; "two districts" and "75 centres" are a number. */
/** "retain control of OTHER BASES up the coast": not those of the place spoken of. */
const areElsewhere = ({ theatre: { lexicon }, sentences }: Draft, { noun }: PlaceItem): boolean =>
  noun?.plural === true &&
  !noun.definite &&
  noun.scope === 'base' &&
  lexicon.has('otherWords', sentences[noun.sentence]?.tokens[noun.from - 1]?.word ?? '');

/** "people who fled when rebels took THEIR villages": those that they are from, wherever they lie. */
const areSomebodys = ({ theatre: { lexicon }, sentences, mentions }: Draft, { noun }: PlaceItem): boolean =>
  noun?.kind === 'village' &&
  noun.plural &&
  lexicon.has('theirWords', sentences[noun.sentence]?.tokens[noun.from - 1]?.word ?? '') &&
  // "RESIDENTS OF A say rebels hold their villages"
  !mentions.some(({ type, sentence, start }) => type === 'place' && sentence === noun.sentence && start < noun.start);

export const isUsable = (draft: Draft, item: PlaceItem): boolean =>
  !isEvery(draft, item) &&
  !areElsewhere(draft, item) &&
  !areSomebodys(draft, item) &&
  !isLandOfDirection(draft, item) &&
  (item.noun === null ||
    item.noun.definite ||
    (!item.noun.plural && !isSomeLand(item.noun, draft.theatre)) ||
    (item.noun.kind === null &&
      item.noun.scope !== 'area' &&
      item.noun.scope !== 'centre' &&
      !isSpread(draft, item) &&
      !isNumber(draft, item, MANY_POSTS)) ||
    isSomeOfTown(draft, item.noun) ||
    // "two valleys of the district"
    (item.noun.scope === 'area' && item.noun.plural && item.within.length === 0 && item.to > item.noun.to) ||
    (item.noun.kind === 'village' &&
      !isNumber(draft, item) &&
      !isAny(draft, item.noun) &&
      !isOnRoad(draft, item.noun) &&
      !isBeside(draft, item.noun)));

/** "retook TOWER 45": it has a name of its own, which is not the one told of next. */
export const isNumbered = ({ sentences }: Draft, { noun }: PlaceItem): boolean =>
  noun !== null && !noun.plural && sentences[noun.sentence]?.tokens[noun.to]?.type === 'number';
