// Which named place "the district", "there" and "it" mean: the one spoken of last that can be one; in a headline and a
// first sentence the first one named after it; in a speaker's own words, where he holds office.
import type { PlaceKind } from '../model/place.ts';
import { frameOver } from './frame-over.ts';
import type { Draft, PlaceItem, Predicate } from './marks.ts';
import type { NamedPlace } from './named-places.ts';
import { isLargerKind } from './place-order.ts';

/** How far back a bare "there" or "the attack" may reach, and how far a headline may look ahead, in sentences. */
const BACK = 3;
const FAR_BACK = 12;
const AHEAD = 8;
/** An office behind a name ends within so many characters. */
const ROLE = 60;

export const kindsOf = (draft: Draft, named: NamedPlace): readonly (PlaceKind | null)[] =>
  named.item.kindWord !== null && named.item.kindWord !== 'area'
    ? [named.item.kindWord]
    : named.mark.candidates.map((id) => draft.theatre.gazetteer.get(id)?.kind ?? null);

const SUITS: Readonly<Partial<Record<PlaceKind, readonly (PlaceKind | null)[]>>> = {
  district: ['district'],
  city: ['city'],
  town: ['town', 'district', 'city', 'village'],
  crossing: ['crossing'],
  village: ['village', 'town'],
  airport: ['airport'],
  road: ['road', 'pass'],
  dam: ['dam'],
  province: ['province'],
};

export const suits = (draft: Draft, item: PlaceItem | null, named: NamedPlace): boolean => {
  const kinds = kindsOf(draft, named);
  const wanted = item?.kindWord ?? null;
  if (draft.theatre.open) return wanted === null || !isLargerKind(named.item.kindWord);
  if (wanted !== null && SUITS[wanted] !== undefined) return kinds.some((kind) => SUITS[wanted]?.includes(kind));
  return kinds.some((kind) => kind !== null && !isLargerKind(kind));
};

export interface Ground {
  readonly draft: Draft;
  readonly places: readonly NamedPlace[];
  /** The same by the offset of the name. */
  readonly byStart: ReadonlyMap<number, readonly NamedPlace[]>;
  /** Where the predicates before this one put what they say, latest last. */
  readonly focus: NamedPlace[];
  /** What plurals ("both", "the districts") were found to mean, with where they stand. */
  readonly sets: (readonly NamedPlace[])[];
}

export const startOf = (draft: Draft, item: PlaceItem | null, predicate: Predicate): number =>
  item === null ? predicate.start : (draft.sentences[predicate.sentence]?.tokens[item.from]?.start ?? predicate.start);

/** How far back the words may reach: "the attack" over a paragraph, "surrendered" within its own, "the district" far. */
const reachOf = ({ draft }: Ground, item: PlaceItem | null, predicate: Predicate): number => {
  if (item !== null) return predicate.sentence - FAR_BACK;
  const { paragraph } = draft.sentences[predicate.sentence] ?? { paragraph: 0 };
  const first = draft.sentences.findIndex((sentence) => sentence.paragraph === paragraph);
  return predicate.kind === 'surrender' ? first : Math.min(first, predicate.sentence - BACK);
};

type Fits = (named: NamedPlace) => boolean;

/** What is looked for: a described place (null = none is even described) of a predicate. */
interface Search {
  readonly item: PlaceItem | null;
  readonly predicate: Predicate;
}

const firstFrom = (places: readonly NamedPlace[], sentence: number): number => {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.mark.sentence ?? 0) < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The places named in a stretch of sentences; they stand in the order of the text. */
const spokenIn = (places: readonly NamedPlace[], from: number, to: number): readonly NamedPlace[] =>
  places.slice(firstFrom(places, from), firstFrom(places, to + 1));

/** The place spoken of last: in this sentence, else what the predicates before were about, else named before at all. */
const findBefore = (ground: Ground, { item, predicate }: Search, fits: Fits): NamedPlace | null => {
  const { draft, places, focus } = ground;
  const at = startOf(draft, item, predicate);
  const reach = reachOf(ground, item, predicate);
  const near: Fits = (named) =>
    named.mark.sentence >= reach && named.mark.sentence <= predicate.sentence && fits(named);
  const before = spokenIn(places, reach, predicate.sentence).filter((named) => named.mark.start < at && near(named));
  const here = before.filter((named) => named.mark.sentence === predicate.sentence && !named.locates).at(-1);
  const about = focus.findLast(near);
  const spoken = before.filter((named) => !named.locates).at(-1);
  const nearer =
    spoken !== undefined && about !== undefined && spoken.mark.sentence > about.mark.sentence + 1 ? spoken : about;
  const last = predicate.sentence - 1;
  const topic =
    item === null
      ? before.findLast(({ mark, locates, subject }) => mark.sentence === last && subject && !locates)
      : undefined;
  return (
    here ??
    (topic !== undefined && (about?.mark.sentence ?? -1) < last ? topic : null) ??
    nearer ??
    spoken ??
    before.at(-1) ??
    null
  );
};

export const LANDMARKS: readonly (PlaceKind | null)[] = ['crossing', 'airport', 'dam', 'road'];

const leads = (draft: Draft, predicate: Predicate): boolean => {
  const sentence = draft.sentences[predicate.sentence];
  return sentence !== undefined && (sentence.part === 'headline' || sentence.paragraph <= 2);
};

/** A headline and a first sentence speak of what the report names after them; so does "the country's main crossing". */
const findAfter = ({ draft, places }: Ground, { item, predicate }: Search, fits: Fits): NamedPlace | null => {
  const first = leads(draft, predicate);
  const landmark = item !== null && LANDMARKS.includes(item.kindWord);
  const headline = draft.sentences[predicate.sentence]?.heading === true;
  if (!(first || landmark) || (item === null ? !headline : !isUsable(item))) return null;
  const last = predicate.sentence + (first ? AHEAD : BACK);
  return (
    places.find(
      (named) =>
        named.mark.sentence > predicate.sentence &&
        named.mark.sentence <= last &&
        !named.locates &&
        draft.sentences[named.mark.sentence]?.part !== 'caption' &&
        fits(named),
    ) ?? null
  );
};

/** A name that can be no province: sure to mean a place that can be taken. */
const isSmall = (draft: Draft, named: NamedPlace): boolean =>
  kindsOf(draft, named).every((kind) => !isLargerKind(kind));

/**
 * "The district" looks back first, "a border town" of a first sentence ahead first; what fits no kind is found by
 * looking at what the report is about at all.
 */
export const findNamed = (ground: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null =>
  officeOf(ground, item, predicate) ?? findSpoken(ground, item, predicate) ?? placeOfSpeaker(ground, predicate);

/** "Residents of A said police had left two checkpoints": posts without a name are where the speakers are from. */
const officeOf = (ground: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null => {
  const { draft } = ground;
  const vague = item === null || (item.kindWord === null && item.noun?.definite === false);
  const place = vague ? placeOfSpeaker(ground, predicate) : null;
  if (place === null || place.mark.sentence !== predicate.sentence || !isSmall(draft, place)) return null;
  const before = draft.sentences[place.mark.sentence]?.tokens[place.mark.from - 1]?.word ?? '';
  return draft.theatre.lexicon.has('homeLinks', before) ? place : null;
};

/** "We left at dawn," said the police chief of Khanabad: where the speaker holds office. */
const placeOfSpeaker = ({ draft, places }: Ground, predicate: Predicate): NamedPlace | null => {
  const speaker = frameOver(draft, predicate.start)?.speaker ?? null;
  if (speaker === null) return null;
  return places.findLast(({ mark }) => speaker.start <= mark.start && mark.start < speaker.end + ROLE) ?? null;
};

const findSpoken = (ground: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null => {
  const { draft } = ground;
  const strict: Fits = (named) => suits(draft, item, named);
  const loose: Fits = (named) => suits(draft, null, named) && isSmall(draft, named);
  const before = (fits: Fits) => findBefore(ground, { item, predicate }, fits);
  const after = (fits: Fits) => findAfter(ground, { item, predicate }, fits);
  const isPart = item !== null && item.noun !== null && item.kindWord === null && item.scope !== 'area';
  if (item?.noun !== null && item?.noun?.definite === false)
    return (
      (isPart ? before(strict) : null) ??
      after(strict) ??
      (leads(draft, predicate) ? after(loose) : null) ??
      (isUsable(item) ? before(strict) : null)
    );
  const isHeadline = draft.sentences[predicate.sentence]?.heading === true;
  return (
    before(strict) ??
    (isHeadline || item?.kindWord === 'crossing' ? after(strict) : null) ??
    before(loose) ??
    after(strict)
  );
};

/** "two checkpoints" are somewhere in the place spoken of; "two districts" and "75 centres" are a number. */
export const isUsable = (item: PlaceItem): boolean =>
  item.noun === null ||
  item.noun.definite ||
  !item.noun.plural ||
  (item.noun.kind === null && item.noun.scope !== 'area' && item.noun.scope !== 'centre') ||
  item.noun.kind === 'village';
