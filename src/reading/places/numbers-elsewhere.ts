// A number of posts, of soldiers or of "them" is told of no place that another sentence names.
// Invariant: only where the words with the deed count; "the posts" and "the soldiers" are those of the place spoken of.
import { daysBetween } from '../../model/time.ts';
import type { ActorMark, Draft, Mention, PlaceItem, PlaceMark, Predicate, ScopeMark } from '../marks.ts';
import { isLargerKind } from '../place-groups/place-order.ts';
import { inSentence } from '../words/by-sentence.ts';
import { numberOf } from '../words/numbers.ts';
import type { NamedPlace } from './named-places.ts';
import { isSomeOfTown } from './usable-items.ts';

/** Whether one of so many words before another is a number. */
const isCounted = ({ theatre, sentences }: Draft, sentence: number, [from, to]: readonly [number, number]): boolean =>
  (sentences[sentence]?.tokens ?? [])
    .slice(Math.max(0, from), to)
    .some(({ word }) => (numberOf([word], theatre.lexicon) ?? 0) > 1 && !theatre.lexicon.has('noCounts', word));

const SPOKEN_OF: readonly ScopeMark['kind'][] = ['district', 'city', 'town'];

/** Words of "at the entrance to the". */
const WHERE = 5;

/** "two posts in the district", "nine posts around the city", "two at the entrance to the bazaar": the one spoken of. */
const isInDistrict = ({ mentions }: Draft, sentence: number, item: PlaceItem | undefined): boolean =>
  item !== undefined &&
  inSentence(mentions, sentence).some(
    (one) =>
      one.type === 'scope' &&
      SPOKEN_OF.includes(one.kind) &&
      one.definite &&
      !one.plural &&
      one.from > item.from &&
      (one.to === item.to || (one.from >= item.to && one.from - item.to <= WHERE)),
  );

/** Words of a label. */
const LABEL = 4;

/** "COLDWELL. Three posts were left.": a name that is all of its sentence heads its paragraph. */
const isLabel = ({ sentences }: Draft, mark: PlaceMark, sentence: number): boolean => {
  const [label, here] = [sentences[mark.sentence], sentences[sentence]];
  if (label === undefined || here === undefined || label.tokens.length > LABEL) return false;
  const heads = label.heading ? here.paragraph - label.paragraph <= 1 : here.paragraph === label.paragraph;
  return heads && mark.from === 0 && mark.to >= label.tokens.length - 1;
};

/** "14 posts have been overrun in a week": a number of posts is only where its own sentence says; "they took five posts" goes on with a story. */
export const isNumberElsewhere = (draft: Draft, { items, sentence, doer }: Predicate, mark: PlaceMark): boolean => {
  const [item, ...more] = items;
  const goesOn = doer?.pronoun === true && mark.sentence === sentence - 1 && more.length === 0;
  if (goesOn || isInDistrict(draft, sentence, item) || isLabel(draft, mark, sentence)) return false;
  // "the two posts above the town": known ones, and so of the place spoken of.
  if (item?.scope !== 'base' && more.length === 0) return false;
  // "captured 102 centres, eight bases and 312 posts": each is a number.
  const all = [item, ...more];
  if (mark.sentence === sentence || !all.every((one) => one?.noun?.plural === true && !one.noun.definite)) return false;
  return all.every((one) => one !== undefined && isCounted(draft, sentence, [one.from - 2, one.from + 2]));
};

/** "three crossings have been lost, and they will retake THEM": those that were counted, whichever they are. */
export const isOfNumber = (draft: Draft, { sentence, start, placeWord }: Predicate): boolean => {
  if (!draft.theatre.lexicon.has('pluralPronouns', placeWord ?? '')) return false;
  const last = inSentence(draft.mentions, sentence).findLast(
    (mark) => (mark.type === 'place' || mark.type === 'scope') && mark.end <= start,
  );
  return last?.type === 'scope' && last.plural && isCounted(draft, sentence, [last.from - 3, last.from]);
};

/** "Reinforcements have come. THEY ARE OURS": where no places were spoken of, those are men or things. */
export const areOwned = ({ theatre: { lexicon } }: Draft, { placeWord, rule }: Predicate): boolean =>
  lexicon.has('pluralPronouns', placeWord ?? '') && lexicon.has('ownershipRules', rule);

/** "300 soldiers have fled across the frontier": a number of men was nowhere that only another sentence names. */
export const isNumberOfMen = (draft: Draft, predicate: Predicate, mark: PlaceMark): boolean => {
  const { kind, doer, sentence, start } = predicate;
  if (mark.sentence === sentence || doer === null || doer.pronoun || !areCounted(draft, doer)) return false;
  if (kind === 'withdrawal') return true;
  // "114 soldiers laid down their arms. … A school in A was hit": nor where a later one names something.
  return kind === 'surrender' && (mark.start > start || isArmy(draft, doer) || isOfMonths(draft, predicate));
};

/** "1,200 soldiers", "HUNDREDS of troops", "more than a THOUSAND men"; "dozens" may be those of one place. */
const areCounted = (draft: Draft, { sentence, from, to }: ActorMark): boolean =>
  isCounted(draft, sentence, [from - 2, to]) ||
  (draft.sentences[sentence]?.tokens ?? [])
    .slice(Math.max(0, from - MEN), to)
    .some(({ word }) => draft.theatre.lexicon.has('multitudes', word));

/** More days than one place takes to give up. */
const MONTHS = 27;

/** "have surrendered IN RECENT MONTHS", "SINCE MAY": so long a time is none that one place took. */
const isOfMonths = ({ dates }: Draft, { sentence, clause }: Predicate): boolean =>
  inSentence(dates, sentence).some(
    ({ when: { earliest, latest }, start }) =>
      start >= clause.start &&
      start <= clause.end &&
      earliest !== null &&
      latest !== null &&
      daysBetween(earliest, latest) >= MONTHS,
  );

/** More men than one place has. */
const ARMY = 1000;

/** "5,217 soldiers and policemen surrendered". */
const isArmy = ({ sentences, theatre }: Draft, doer: Predicate['doer']): boolean =>
  (sentences[doer?.sentence ?? -1]?.tokens ?? [])
    .slice(Math.max(0, (doer?.from ?? 0) - MEN), doer?.to)
    .some(({ word }) => (numberOf([word], theatre.lexicon) ?? 0) >= ARMY);

/** Words of "5,217 soldiers and". */
const MEN = 4;

/** "In Norland State the rebels control 14 of 17 towns": a number of places is not the province that holds them. */
export const isNumberInLarger = (draft: Draft, { sentence }: Predicate, { item, named }: Counted): boolean =>
  draft.theatre.open &&
  item.noun?.plural === true &&
  !item.noun.definite &&
  (item.noun.kind === null
    ? item.scope === 'area' && !isSomeOfTown(draft, item.noun)
    : isLargerKind(named.item.kindWord)) &&
  isCounted(draft, sentence, [item.from - 2, item.to]);

/** "has retaken nine villages in a week. Shells hit a school in A", "half of the province's 140 villages": a number of villages is no place that another sentence names. */
export const isNumberAhead = (draft: Draft, predicate: Predicate, { item, named }: Counted): boolean => {
  const { noun, from, to, within } = item;
  const { sentence } = predicate;
  if (noun?.plural !== true || noun.kind !== 'village' || named.mark.sentence === sentence) return false;
  if (draft.sentences[sentence]?.heading === true || !isCounted(draft, sentence, [from - 2, to])) return false;
  return noun.definite ? within.length > 0 : named.mark.start > predicate.start;
};

interface Counted {
  readonly item: PlaceItem;
  readonly named: NamedPlace;
}

/** "In A 90 soldiers surrendered after THEY had been besieged": those named in the sentence are meant, no list before it. */
export const areMen = (draft: Draft, { sentence, start, placeWord }: Predicate): boolean => {
  const marks = inSentence(draft.mentions, sentence).filter(({ end }) => end <= start);
  const isForce = (mark: Mention): boolean => mark.type === 'actor' && !mark.pronoun && mark.means !== 'civilian';
  const force = marks.findLastIndex(isForce);
  const places = marks.filter(({ type }) => type === 'place' || type === 'scope');
  return placeWord !== null && force >= 0 && places.length === 1;
};

/** "Ashford and four villages around it": beside a name a number of villages is a number and no more. */
export const isNumberBeside = (
  { theatre, sentences }: Draft,
  { noun, from }: PlaceItem,
  { items, sentence }: Predicate,
): boolean =>
  noun?.kind === 'village' &&
  noun.plural &&
  !noun.definite &&
  items.length > 1 &&
  sentences[sentence]?.tokens
    .slice(Math.max(0, from - 2), from)
    .some(({ word }) => numberOf([word], theatre.lexicon) !== null) === true;

/** "villages IN THE PROVINCES OF A AND B": without a gazetteer the names behind many tell where those lie, which is none told of before. */
export const areLocated = ({ theatre, sentences }: Draft, { place, noun, to }: PlaceItem): boolean => {
  if (!theatre.open || place !== null || noun?.plural !== true || to <= noun.to) return false;
  const behind = sentences[noun.sentence]?.tokens.slice(noun.to, to) ?? [];
  return behind.some(({ text, type }) => type === 'word' && /^\p{Lu}/u.test(text));
};
