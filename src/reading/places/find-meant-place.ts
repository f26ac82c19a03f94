// Which named place "the district", "there" and "it" mean: the one spoken of last that can be one; in a headline and a
// first sentence the first one named after it; in a speaker's own words, where he holds office.
import type { Draft, PlaceItem, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';
import { calledInstead, namedByNoun } from './called-instead.ts';
import { capitalNamed, isOfNation, isOtherThanCapital } from './capital-named.ts';
import { canHave, isOfCity } from './city-parts.ts';
import { deniedFor } from './denied-place.ts';
import { calledJustBefore, introducedAs } from './introduced-as.ts';
import { partOf } from './known-places.ts';
import { isNoneTold } from './land-at-large.ts';
import { isLandWide, isOfRank } from './land-wide.ts';
import { lostInstead } from './lost-before.ts';
import { mainPlaceBefore, onlyPlace } from './main-place.ts';
import { type NamedPlace, spokenIn } from './named-places.ts';
import { isBesideDescribed, isNearAnother } from './near-another.ts';
import { liesElsewhere } from './other-province.ts';
import { placeBehindItem } from './place-behind-item.ts';
import { headingOver, isOneOfMany } from './place-headings.ts';
import { placeOfGarrison } from './place-of-garrison.ts';
import { isSpeakersRefuge, officeOf, placeOfSpeaker } from './place-of-speaker.ts';
import { type Ground, isCalledSmaller, isCity, isOtherGround, isSmall, LANDMARKS, suits } from './place-suits.ts';
import { BACK, reachOf } from './reach-back.ts';
import { roundupPlace } from './roundup-place.ts';
import { mostSalient } from './salience.ts';
import { sceneBefore } from './shared-scene.ts';
import { toldAhead } from './told-ahead.ts';
import { isBareVillages, isMostVillages, isNumbered, isOneOfThem, isOwnVillages, isUsable } from './usable-items.ts';
import { isWhereTheyFled, placeOfBase, placeOfClause } from './where-clause.ts';
import { isLeftPlace, isOriginOf, isRalliedTo, withoutGoals } from './where-from.ts';
import { writersPlace } from './writers-place.ts';

/** How far a headline may look ahead, in sentences. */
const AHEAD = 8;
/** "A second town" is named soon or not at all. */
const FURTHER_AHEAD = 4;

export const startOf = (draft: Draft, item: PlaceItem | null, predicate: Predicate): number =>
  item === null ? predicate.start : (draft.sentences[predicate.sentence]?.tokens[item.from]?.start ?? predicate.start);

type Fits = (named: NamedPlace) => boolean;

/** What is looked for: a described place (null = none is even described) of a predicate. */
interface Search {
  readonly item: PlaceItem | null;
  readonly predicate: Predicate;
}

/** "The city" of a new paragraph: without a gazetteer, what the report is about rather than what another paragraph named. */
const mainInstead = ({ draft, places }: Ground, { item, predicate }: Search, last: NamedPlace | null) => {
  const paragraphOf = (sentence: number) => draft.sentences[sentence]?.paragraph;
  if (!draft.theatre.open || item?.noun?.definite !== true) return null;
  const main = mainPlaceBefore(draft, places, startOf(draft, item, predicate));
  if (last === null || last.mark.sentence === predicate.sentence) return last === null ? main : null;
  const here = paragraphOf(predicate.sentence);
  // "What about A? / Nothing yet, though they are to leave the city's suburbs": the one asked about.
  if (draft.report.text[(draft.sentences[last.mark.sentence]?.end ?? 0) - 1] === '?') return null;
  return paragraphOf(last.mark.sentence) === here && paragraphOf(main?.mark.sentence ?? -1) !== here ? null : main;
};

/** The place that is meant by what was said before: the last one of this sentence, else the one most in mind. */
const findBefore = (ground: Ground, { item, predicate }: Search, fits: Fits): NamedPlace | null => {
  const { draft, places, focus } = ground;
  const { sentence } = predicate;
  const [at, reach] = [startOf(draft, item, predicate), reachOf(ground, item, predicate)];
  const near: Fits = (named) => named.mark.sentence >= reach && named.mark.sentence <= sentence && fits(named);
  const spoken = spokenIn(places, reach, sentence).filter(
    (named) =>
      named.mark.start < at && near(named) && !isOriginOf(draft, predicate, named) && !isBesideDescribed(draft, named),
  );
  const before = withoutGoals(draft, predicate, spoken);
  const here =
    before.findLast(({ mark, locates }) => mark.sentence === sentence && !locates) ??
    before.find((named) => !named.seat && isLeftPlace(draft, predicate, named));
  const named = before.filter(({ dateline, seat }) => !seat && (!dateline || item?.kindWord === 'city'));
  // "who stormed the capital of X were beaten back": where the same sentence has put what it told before.
  const same = item === null ? focus.findLast((named) => named.mark.sentence === sentence && fits(named)) : undefined;
  const called =
    introducedAs(item, predicate, before) ??
    namedByNoun(ground, item, predicate) ??
    sceneBefore(draft, predicate, before) ??
    here ??
    headingOver(ground, predicate, near) ??
    same ??
    calledJustBefore(ground, { item, predicate }, before) ??
    capitalNamed(draft, places, { item, at });
  if (called !== null) return called;
  const salient = mostSalient({ draft, sentence, named, focus: focus.filter(near) });
  const last = calledInstead(draft, { item, last: salient }, before);
  return (
    roundupPlace(ground, predicate, last) ??
    writersPlace(ground, { item, predicate }, last) ??
    mainInstead(ground, { item, predicate }, last) ??
    last
  );
};

const leads = (draft: Draft, predicate: Predicate): boolean => {
  const sentence = draft.sentences[predicate.sentence];
  return (
    sentence !== undefined && (sentence.part === 'headline' || sentence.paragraph <= 2 || headsEntry(draft, predicate))
  );
};

/** The title of a live page's entry tells of what the entry goes on to name. */
const headsEntry = ({ sentences }: Draft, { sentence }: Predicate): boolean => {
  const [here, next] = [sentences[sentence], sentences[sentence + 1]];
  return here?.part === 'entry' && here.heading && next?.heading === false && next.paragraph > here.paragraph;
};

/** "Rebels capture VILLAGES IN THE EAST": without a gazetteer several that lie somewhere are not the one named next. */
const areSomewhere = ({ sentences, theatre }: Draft, { noun, to }: PlaceItem): boolean =>
  theatre.open &&
  noun?.plural === true &&
  !noun.definite &&
  // "MORE BASES were seized": some of many
  ((noun.scope === 'base' && noun.kind === null) ||
    (noun.kind !== null && theatre.lexicon.has('whereLinks', sentences[noun.sentence]?.tokens[to]?.word ?? '')));

/** A headline and a first sentence speak of what the report names after them; so does "the country's main crossing". */
const findAfter = ({ draft, places }: Ground, { item, predicate }: Search, fits: Fits): NamedPlace | null => {
  const first = leads(draft, predicate);
  const landmark = item !== null && LANDMARKS.includes(item.kindWord);
  const headline = draft.sentences[predicate.sentence]?.heading === true;
  if (item !== null && (isOfNation(draft, item) || isNumbered(draft, item) || areSomewhere(draft, item))) return null;
  if (!(first || landmark) || (item === null ? !headline : !isUsable(draft, item))) return null;
  const last = predicate.sentence + (first ? AHEAD : BACK);
  const ahead = places.filter(
    (named) =>
      named.mark.sentence > predicate.sentence &&
      named.mark.sentence <= last &&
      !named.locates &&
      draft.sentences[named.mark.sentence]?.part !== 'caption' &&
      !isNearAnother(draft, item, named) &&
      !isBesideDescribed(draft, named) &&
      fits(named),
  );
  return landmark ? (ahead[0] ?? null) : toldAhead(draft, { item, predicate }, ahead);
};

/**
 * "The district" looks back first, "a border town" of a first sentence ahead first; what fits no kind is found by
 * looking at what the report is about at all.
 */
export const findNamed = (ground: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null => {
  if (isNoneTold(ground.draft, item, predicate)) return null;
  const named = findAny(ground, item, predicate);
  if (named !== null && liesElsewhere(ground, item, { predicate, named })) return null;
  if (named !== null && isOtherThanCapital(ground.draft, item, { predicate, named })) return null;
  // "One district was retaken, the army said": not the one told of before.
  const isBack = named !== null && item !== null && named.mark.end < startOf(ground.draft, item, predicate);
  if (isBack && (isOneOfThem(ground.draft, item) || isOfRank(ground.draft, item))) return null;
  if (named !== null && isLandWide(ground.draft, item, { predicate, named })) return null;
  return named !== null && item !== null && isOneOfMany(ground, item, { predicate, named }) ? null : named;
};

const findAny = (ground: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null =>
  isWhereTheyFled(ground, predicate)
    ? null
    : (placeOfClause(ground, item, predicate) ??
      placeBehindItem(ground, item, predicate) ??
      placeOfBase(ground, item, predicate) ??
      placeOfGarrison(ground, item, predicate) ??
      frontedFor(ground, item, predicate) ??
      deniedFor(ground, item, predicate) ??
      groundFor(ground, item, officeOf(ground, item, predicate)) ??
      lostInstead(ground, { item, predicate }, findSpoken(ground, item, predicate)) ??
      groundFor(ground, item, placeOfSpeaker(ground, predicate)) ??
      findBehind(ground, item, predicate) ??
      onlyPlace(ground, item, predicate));

/** "A lawmaker for Kesra province said the TOWN CENTRE was taken": where he holds office, if it can be what is meant. */
const groundFor = ({ draft }: Ground, item: PlaceItem | null, named: NamedPlace | null): NamedPlace | null =>
  named !== null && isOtherGround(draft, item, named) ? null : named;

const LEAVING: readonly Predicate['kind'][] = ['withdrawal', 'loss', 'surrender'];

/** "The enemy has fled and the centre of A is in our hands": said of nothing before, it is said of what the sentence goes on to name. */
const findBehind = ({ draft, places }: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null => {
  const { sentence, start, kind, placeWord } = predicate;
  if (item !== null || placeWord !== null || !LEAVING.includes(kind)) return null;
  const isGoal = (at: number): boolean =>
    draft.theatre.lexicon.has('goalLinks', draft.sentences[sentence]?.tokens[at]?.word ?? '');
  const behind = spokenIn(places, sentence, sentence).filter(
    (named) => named.mark.start > start && !named.locates && !isRalliedTo(draft, predicate, named),
  );
  // "overran ten districts as the army melted away, and now threaten A": it was those.
  if (inSentence(draft.mentions, sentence).some((one) => one.type === 'scope' && one.plural && one.end <= start))
    return null;
  const [only, ...more] = behind;
  // "would lay down their arms ONCE the others had left A": what is waited for lies elsewhere.
  const waits = draft.sentences[sentence]?.tokens.some(
    ({ word, start: at }) =>
      at > start && at < (only?.mark.start ?? 0) && draft.theatre.lexicon.has('waitingWords', word),
  );
  if (predicate.modality === 'planned' && waits) return null;
  if (only === undefined || more.length > 0 || isGoal(only.mark.from - 1)) return null;
  return isSmall(draft, only) ? only : null;
};

/** "In Ashford, officials said two outposts had fallen": parts without a name lie where the sentence opens. */
const frontedFor = ({ draft, places }: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null => {
  const { noun, within } = item ?? { noun: null, within: [] };
  if (item === null || noun === null || within.length > 0 || !isUsable(draft, item)) return null;
  const part = noun.kind === null || noun.kind === 'village' || LANDMARKS.includes(noun.kind);
  const fronts = spokenIn(places, predicate.sentence, predicate.sentence).filter(
    ({ fronted, dateline }) => fronted && !dateline,
  );
  const front = fronts.findLast(({ mark }) => mark.start < startOf(draft, item, predicate)) ?? fronts[0];
  // "In Ashford the army still holds the airport": its city's, though the name may be a province's too.
  const near = front !== undefined && (isSmall(draft, front) || (noun.kind === 'airport' && isCity(draft, front)));
  return near && (part || suits(draft, item, front)) ? front : null;
};

/** "a second crossing", "another town". */
const isFurther = (draft: Draft, item: PlaceItem, predicate: Predicate): boolean => {
  const words = draft.sentences[predicate.sentence]?.tokens.slice(Math.max(0, item.from - 2), item.from) ?? [];
  return item.kindWord !== null && words.some(({ word }) => draft.theatre.lexicon.has('furtherWords', word));
};

/** The next place of the kind that the report names and has not spoken of before. */
const findFurther = ({ draft, places, focus }: Ground, { item, predicate }: Search): NamedPlace | null => {
  const at = startOf(draft, item, predicate);
  const idOf = ({ mark }: NamedPlace): string => mark.candidates.join() || mark.text;
  const known = new Set([...focus, ...places.filter(({ mark }) => mark.start < at)].map(idOf));
  const head = draft.sentences[predicate.sentence]?.heading === true ? 1 : 0;
  const next = spokenIn(places, predicate.sentence, predicate.sentence + FURTHER_AHEAD + head);
  const further = next.filter(
    (named) => named.mark.start > at && !named.locates && !known.has(idOf(named)) && suits(draft, item, named),
  );
  return toldAhead(draft, { item, predicate }, further);
};

/** "A militia from Ashford lost a pass", "Ashford militia says pass lost": parts without a name lie where those are from. */
const homeOfActor = ({ draft, places }: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null => {
  const part = item !== null && (item.kindWord === null || item.kindWord === 'road' || item.kindWord === 'village');
  const here = part && !draft.theatre.open ? spokenIn(places, predicate.sentence, predicate.sentence) : [];
  const actors = inSentence(draft.mentions, predicate.sentence).filter(({ type }) => type === 'actor');
  const [home, other] = here.filter((named) => isSmall(draft, named));
  const isHome =
    home !== undefined && actors.some(({ from, to }) => from === home.mark.to || to === home.mark.from - 1);
  return isHome && other === undefined ? home : null;
};

const findSpoken = (ground: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null => {
  const { draft } = ground;
  const villages = item !== null && (isOwnVillages(item) || isMostVillages(draft, item, predicate));
  const strict: Fits = (named) => suits(draft, villages ? null : item, named) && !isOtherGround(draft, item, named);
  const paragraphOf = (sentence: number) => draft.sentences[sentence]?.paragraph;
  const sameParagraph: Fits = (named) =>
    strict(named) && paragraphOf(named.mark.sentence) === paragraphOf(predicate.sentence);
  // "The airport" of a text about Kabul: a name that may be a province's is here its city's.
  const ofCity = item !== null && item.noun?.definite === true && LANDMARKS.includes(item.kindWord);
  const loose: Fits = (named) =>
    suits(draft, null, named) &&
    (isSmall(draft, named) || (ofCity && isCity(draft, named))) &&
    !isOtherGround(draft, item, named);
  const before = (fits: Fits) => findBefore(ground, { item, predicate }, (one) => fits(one) && !fled(one));
  const fled: Fits = (named) => isSpeakersRefuge(draft, named, predicate);
  const after = (fits: Fits) => findAfter(ground, { item, predicate }, fits);
  if (item !== null && isFurther(draft, item, predicate)) return findFurther(ground, { item, predicate });
  // An entry tells of its own place first, though its name may be a province's too.
  const cityHere: Fits = (named) =>
    suits(draft, null, named) &&
    isCity(draft, named) &&
    paragraphOf(named.mark.sentence) === paragraphOf(predicate.sentence);
  const ownEntry = (): NamedPlace | null =>
    item?.noun?.definite === true && !item.noun.plural && item.kindWord !== 'district'
      ? (before(sameParagraph) ?? before(cityHere))
      : null;
  const isPart = item !== null && item.noun !== null && item.kindWord === null && item.scope !== 'area';
  // "several villages in the north of the district", "the last villages of the valley": a place spoken of is named with them.
  if (item !== null && villages && item.to > (item.noun?.to ?? 0)) return before(strict) ?? after(strict);
  if (item?.noun !== null && item?.noun?.definite === false)
    return (
      (isPart ? before(strict) : null) ??
      homeOfActor(ground, item, predicate) ??
      after(strict) ??
      (leads(draft, predicate) ? after(loose) : null) ??
      (isUsable(draft, item) ? before(isBareVillages(draft, item, predicate) ? sameParagraph : strict) : null)
    );
  const isHeadline = draft.sentences[predicate.sentence]?.heading === true;
  return (
    (headsEntry(draft, predicate) ? after(strict) : null) ??
    (draft.sentences[predicate.sentence]?.part === 'entry' ? ownEntry() : null) ??
    (item?.kindWord === 'city' ? before((named) => strict(named) && !isCalledSmaller(draft, named)) : null) ??
    (isOfCity(draft, item) ? before((named) => strict(named) && canHave(draft, item, named)) : null) ??
    before(strict) ??
    (ofCity ? before((named) => suits(draft, null, named) && partOf(ground, named, item) !== null) : null) ??
    (isHeadline || item?.kindWord === 'crossing' ? after(strict) : null) ??
    before(loose) ??
    after(strict)
  );
};
