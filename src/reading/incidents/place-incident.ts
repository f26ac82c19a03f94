// Where an incident happened: as its sentence says, else where the paragraph is, else where the last thing happened.
// Invariant: a place in a speaker's own name says who speaks, not where it happened.
import type { PlaceKind, PlaceMention } from '../../model/place.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { Draft, PlaceItem } from '../marks.ts';
import { listNamedPlaces, type NamedPlace } from '../places/named-places.ts';
import { provincesNear } from '../places/near-provinces.ts';
import { findMeantPlaces, type MeantPlaces } from '../resolve-places.ts';
import { inSentence } from '../words/by-sentence.ts';
import { wordAt } from '../words/view-sentence.ts';
import type { Found } from './incident-cues.ts';
import { deedOf, isAtHome, isLarger, isNumberOf, placeGroupOf } from './incident-deed.ts';
import { saysThere } from './says-there.ts';

/** What a report is about; `sure` where nothing else is named half as often. */
interface Topic {
  readonly place: PlaceMention | null;
  readonly sure: boolean;
}

export interface PlaceGround {
  readonly draft: Draft;
  readonly meant: MeantPlaces;
  readonly named: readonly NamedPlace[];
  readonly topic: Topic;
}

const SITES: readonly (PlaceKind | null)[] = ['airport', 'base', 'road', 'dam', 'crossing', 'facility', 'pass'];

/** A site of a place spoken of in passing is not where the next thing happened. */
const isSite = ({ mark, item }: NamedPlace, { theatre }: Draft): boolean =>
  SITES.includes(item.kindWord) ||
  (mark.candidates.length > 0 &&
    mark.candidates.every((id) => SITES.includes(theatre.gazetteer.get(id)?.kind ?? null)));

const mentionOf = ({ mark, item, beside }: NamedPlace, draft: Draft): PlaceMention => {
  const { start, end, text, candidates, sentence } = mark;
  const report = provincesNear(draft, sentence);
  return {
    span: { start, end },
    text,
    candidates,
    context: { kindWord: item.kindWord, within: item.within, beside, told: [], report },
  };
};

/** "three districts of A" names none, "nine villages of A" are in A; a site is named for itself. */
const isPassing = (named: NamedPlace, draft: Draft): boolean =>
  (isNumberOf(named.item) && named.item.noun?.kind !== 'village') || isSite(named, draft);

/** What the headline and the first sentences name counts three times. */
const OPENING = 2;

/** The place that the report names most. */
const topicOf = (draft: Draft, named: readonly NamedPlace[]): Topic => {
  const small = named.filter((one) => !one.locates && !isLarger(draft, one.item) && !isPassing(one, draft));
  const opening = small.filter(({ mark }) => mark.sentence <= OPENING);
  const told = [...opening, ...opening, ...small].map((one) => mentionOf(one, draft));
  const byName = [...Map.groupBy(told, ({ text }) => text).values()];
  const [first, second] = byName.sort((a, b) => b.length - a.length);
  const text = first?.[0]?.text;
  const inBody = small.some(({ mark }) => mark.text === text && draft.sentences[mark.sentence]?.heading === false);
  return { place: first?.[0] ?? null, sure: inBody && (first?.length ?? 0) >= 2 * (second?.length ?? 0) };
};

export const placeGround = (draft: Draft): PlaceGround => {
  const named = listNamedPlaces(draft);
  return { draft, meant: findMeantPlaces(draft), named, topic: topicOf(draft, named) };
};

export interface Placed {
  readonly place: PlaceMention | null;
  /** True where the sentence itself says it. */
  readonly stated: boolean;
  /** A whole country. */
  readonly wide: boolean;
}

/** "operates in A", "was planning attacks in A": where somebody works is not where it happened. */
const isWork = ({ mark }: NamedPlace, { sentences, theatre }: Draft): boolean => {
  const sentence = sentences[mark.sentence];
  return sentence !== undefined && isAtHome(sentence, mark.from, theatre.lexicon);
};

const isCountry = ({ mark }: NamedPlace, { theatre }: Draft): boolean =>
  mark.candidates.length > 0 && mark.candidates.every((id) => theatre.gazetteer.get(id)?.kind === 'country');

/** "the road TO A", "fighters FROM A": where something leads or comes from, and nothing happened. */
const isPassage = ({ mark }: NamedPlace, { sentences, mentions, theatre: { lexicon } }: Draft): boolean => {
  const { tokens = [] } = sentences[mark.sentence] ?? {};
  const here = inSentence(mentions, mark.sentence);
  // "from A AND B"
  const firstOf = (from: number): number => {
    const before = lexicon.has('conjunctions', tokens[from - 1]?.word ?? '')
      ? here.find(({ type, to }) => type === 'place' && to === from - 1)
      : undefined;
    return before === undefined ? from : firstOf(before.from);
  };
  const word = tokens[firstOf(mark.from) - 1]?.word ?? '';
  return lexicon.has('goalLinks', word) || lexicon.has('robbedLinks', word);
};

/** The last place spoken of from an offset on, before the cue; provinces only where nothing else is, and what only locates before a country. */
const spokenOf = ({ draft, named }: PlaceGround, { cue }: Found, from: number): PlaceMention | null => {
  const told = named.filter(
    (one) => one.mark.start >= from && one.mark.start < cue.start && !isPassing(one, draft) && !isWork(one, draft),
  );
  const spoken = told.filter((one) => !one.locates);
  // "was arrested in A on his way TO B. Two soldiers died": where somebody was going, only where nothing else is said.
  const there = spoken.filter((one) => !isPassage(one, draft));
  const before = there.length > 0 ? there : spoken;
  const last = before.findLast(({ item }) => !isLarger(draft, item)) ?? before.at(-1);
  // "west of A yesterday morning. … Several men were detained": near A, and not in the whole country.
  const near = told.findLast((one) => one.locates && !one.dateline && !isCountry(one, draft) && !isPassage(one, draft));
  const found = last === undefined || isCountry(last, draft) ? (near ?? last) : last;
  return found === undefined ? null : mentionOf(found, draft);
};

/** "conducted an air strike in the east … The strike in A": said right after, where nothing is said before. */
const AHEAD = 3;

const spokenAfter = ({ draft, named }: PlaceGround, { parse }: Found): PlaceMention | null => {
  const { index } = parse.view.sentence;
  const next = named.find(
    (one) => one.mark.sentence > index && one.mark.sentence <= index + AHEAD && !one.locates && !isPassing(one, draft),
  );
  return next === undefined ? null : mentionOf(next, draft);
};

/** "Three districts of A rose … Officials in B": the one there that is named next, else the one named last. */
const oneOfThose = ({ draft, named }: PlaceGround, { parse }: Found, item: PlaceItem): PlaceMention | null => {
  if (item.noun?.plural !== true) return null;
  const { gazetteer } = draft.theatre;
  const { index } = parse.view.sentence;
  const there = named.filter(
    (one) =>
      !one.locates &&
      !isPassing(one, draft) &&
      !isLarger(draft, one.item) &&
      Math.abs(one.mark.sentence - index) <= AHEAD &&
      one.mark.candidates.some((id) => gazetteer.ancestors(id).some((above) => item.within.includes(above.id))),
  );
  const one = there.find(({ mark }) => mark.sentence > index) ?? there.at(-1);
  return one === undefined ? null : mentionOf(one, draft);
};

/** "in the Jharai district of A": the larger place, where the gazetteer has no such smaller one. */
const aroundUnknown = (ground: PlaceGround, given: Found): PlaceMention | null => {
  const { draft, named } = ground;
  const { view, groups } = given.parse;
  const group = groups.find(({ items }) => items.some(({ place, within }) => place === null && within.length > 0));
  const mark =
    group === undefined
      ? undefined
      : view.marks.find((one) => one.type === 'place' && one.from >= group.from && one.to <= group.to);
  const [first] = group?.items ?? [];
  const those = first === undefined ? null : oneOfThose(ground, given, first);
  if (those !== null) return those;
  const found = named.find((one) => one.mark === mark);
  if (mark?.type !== 'place') return null;
  if (found !== undefined) return mentionOf(found, draft);
  const { start, end, text, candidates } = mark;
  const context = { kindWord: 'province' as const, within: [], beside: [], told: [], report: [] };
  return { span: { start, end }, text, candidates, context };
};

const inParagraph = (ground: PlaceGround, found: Found): PlaceMention | null => {
  const { paragraph, start } = found.parse.view.sentence;
  return spokenOf(ground, found, ground.draft.sentences.find((one) => one.paragraph === paragraph)?.start ?? start);
};

/** Where the entry of a diary begins that the sentence stands in; 0 outside of one. */
const entryStart = ({ draft }: PlaceGround, { parse }: Found): number => {
  const { day, index } = parse.view.sentence;
  if (day === null) return 0;
  const other = draft.sentences.findLast((one) => one.index < index && one.day?.earliest !== day.earliest);
  return other === undefined ? 0 : other.end;
};

/** "Aug. 3 Northmark Province: eight dead": the heading of an entry says where, before what was told of other days does. */
const inEntry = (ground: PlaceGround, found: Found): PlaceMention | null => {
  const from = entryStart(ground, found);
  return from === 0 ? null : spokenOf(ground, found, from);
};

/** Spoken of a few sentences before, over the end of a paragraph. */
const BACK = 3;

const recently = (ground: PlaceGround, found: Found): PlaceMention | null => {
  const { index, start } = found.parse.view.sentence;
  return spokenOf(ground, found, ground.draft.sentences[Math.max(0, index - BACK)]?.start ?? start);
};

/** "rockets struck the airport": the only one of the province spoken of. */
const onlySite = (
  { theatre, mentions, sentences, ...draft }: Draft,
  item: PlaceItem | undefined,
  { parse }: Found,
): PlaceMention | null => {
  const noun = item?.place === null ? item.noun : null;
  if (!noun || !SITES.includes(item?.kindWord ?? null)) return null;
  const [province] = provincesNear({ ...draft, theatre, mentions, sentences }, parse.view.sentence.index);
  const there = theatre.gazetteer
    .all()
    .filter(
      ({ id, kind }) => kind === item?.kindWord && theatre.gazetteer.ancestors(id).some((one) => one.id === province),
    );
  const [only] = there;
  if (only === undefined || there.length > 1) return null;
  const { start, end } = noun;
  const context = { kindWord: only.kind, within: [], beside: [], told: [], report: [] };
  return { span: { start, end }, text: draft.report.text.slice(start, end), candidates: [only.id], context };
};

/** "Elders of Ashford said that talks went on": where those are at home who tell it. */
const homeOfSpeaker = ({ draft, named }: PlaceGround, { cue, parse }: Found): PlaceMention | null => {
  const speaker = frameOver(draft, cue.start)?.speaker ?? null;
  if (speaker === null) return null;
  const home = named.find(
    ({ mark, item }) =>
      mark.sentence === parse.view.sentence.index &&
      speaker.start <= mark.start &&
      mark.start < speaker.end &&
      draft.theatre.lexicon.has('homeLinks', wordAt(parse.view, mark.from - 1)) &&
      !isLarger(draft, item),
  );
  return home === undefined ? null : mentionOf(home, draft);
};

/** "The district collapsed …, and 38 of them were taken captive": the place that the same sentence has told of. */
const claimedBefore = ({ draft, named }: PlaceGround, { cue, parse }: Found): PlaceMention | null => {
  const { start, end } = parse.view.sentence;
  const here = draft.claims.filter(
    ({ quote, polarity }) => polarity === 'affirmed' && quote.start >= start && quote.end <= end,
  );
  const told = here.findLast(({ quote }) => quote.start <= cue.start);
  const place = told === undefined ? undefined : named.findLast(({ mark }) => mark.start === told.place.span.start);
  return place === undefined ? null : mentionOf(place, draft);
};

const isWide = ({ theatre }: Draft, items: readonly PlaceItem[]): boolean =>
  items.every(
    ({ place }) =>
      place !== null &&
      place.candidates.length > 0 &&
      place.candidates.every((id) => theatre.gazetteer.get(id)?.kind === 'country'),
  );

/** "in the east of the country": what is said right after tells where. */
const inCountry = (ground: PlaceGround, found: Found, items: readonly PlaceItem[]): Placed => {
  const named = ground.named.find(({ mark }) => mark === items[0]?.place);
  const country = named === undefined ? null : mentionOf(named, ground.draft);
  return { place: spokenAfter(ground, found) ?? country, stated: true, wide: true };
};

const isTalk = ({ cue, parse }: Found): boolean => parse.view.lexicon.has('plannedKinds', `${cue.type}|${cue.subtype}`);

/** "registered 211 martyred and 364 wounded": both are counted, by the words for them alone. */
const isSum = ({ cue, losses }: Found): boolean =>
  losses !== null && losses.fatalities !== null && losses.injuries !== null && cue.from === losses.at;

const isProvince = ({ draft: { theatre } }: PlaceGround, { candidates, context }: PlaceMention): boolean =>
  context.kindWord === 'province' ||
  (candidates.length > 0 && candidates.every((id) => theatre.gazetteer.get(id)?.kind === 'province'));

/** `last` is where the last incident before happened, null where that is too far away. */
export const placeIncident = (ground: PlaceGround, found: Found, last: PlaceMention | null): Placed => {
  const group = placeGroupOf(ground.draft, found);
  if (group !== null) {
    const named = group.items.filter(({ place }) => place !== null);
    const items = named.length > 0 ? named : group.items;
    if (isWide(ground.draft, items)) return inCountry(ground, found, items);
    const [place] = ground.meant({ ...deedOf(found), items, placeFromContext: false });
    const only = onlySite(ground.draft, items[0], found);
    if (only !== null || place !== undefined)
      return { place: only ?? place?.mention ?? null, stated: true, wide: false };
  }
  // "Police now say seven": of what was told last, where that was.
  if (group === null && found.toll && last !== null) return { place: last, stated: false, wide: false };
  const around = aroundUnknown(ground, found);
  if (around !== null) return { place: around, stated: true, wide: false };
  const home = homeOfSpeaker(ground, found);
  const claimed = group === null ? claimedBefore(ground, found) : null;
  const goesOn = last !== null && last.span.start >= entryStart(ground, found) ? last : null;
  const paragraph = inParagraph(ground, found);
  // "The governor of Northmark said … attacked A. He added that three were killed": where that was, and not all of the province.
  const fought = found.cue.type === 'battle' && paragraph !== null && isProvince(ground, paragraph);
  const there = fought || saysThere(ground.named, found, goesOn) ? goesOn : null;
  const near = home ?? claimed ?? there ?? paragraph ?? inEntry(ground, found) ?? goesOn;
  const { place, sure } = ground.topic;
  // An entry of a chronicle goes on with no other's place.
  const apart = entryStart(ground, found) > 0;
  const spoken = apart ? null : (recently(ground, found) ?? place ?? spokenOf(ground, found, 0));
  const wide = (sure ? place : null) ?? spoken;
  // "A three-day truce expired. … In A …": a truce of a whole land is none of the place that is named next.
  // "registered 211 dead in the month": neither is a sum without a deed.
  const next = isTalk(found) || isSum(found) ? null : spokenAfter(ground, found);
  return { place: near ?? wide ?? next, stated: home !== null, wide: false };
};
