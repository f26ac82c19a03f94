// Which place "the district", "its headquarters", "there" and "it" mean: the one spoken of last that can be one,
// in a headline the first one named after it. Fills what the stage `places` needs to tell names apart.
// Invariant: a predicate whose place cannot be found makes no claim.
import type { Scope } from '../model/claim.ts';
import type { PlaceContext, PlaceId, PlaceKind, PlaceMention } from '../model/place.ts';
import { frameOver } from './frame-over.ts';
import type { Draft, PlaceItem, PlaceMark, Predicate, PredicatePlace, ScopeMark } from './marks.ts';
import { listNamedPlaces, type NamedPlace } from './named-places.ts';
import { isLargerKind } from './place-order.ts';
import { scopeOf } from './place-scope.ts';

/** How far back a bare "there" or "the attack" may reach, and how far a headline may look ahead, in sentences. */
const BACK = 3;
const FAR_BACK = 12;
const AHEAD = 8;
/** An office behind a name ends within so many characters. */
const ROLE = 60;

const kindsOf = (draft: Draft, named: NamedPlace): readonly (PlaceKind | null)[] =>
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

const suits = (draft: Draft, item: PlaceItem | null, named: NamedPlace): boolean => {
  const kinds = kindsOf(draft, named);
  const wanted = item?.kindWord ?? null;
  if (draft.theatre.open) return wanted === null || !isLargerKind(named.item.kindWord);
  if (wanted !== null && SUITS[wanted] !== undefined) return kinds.some((kind) => SUITS[wanted]?.includes(kind));
  return kinds.some((kind) => kind !== null && !isLargerKind(kind));
};

interface Ground {
  readonly draft: Draft;
  readonly places: readonly NamedPlace[];
  /** Where the predicates before this one put what they say, latest last. */
  readonly focus: NamedPlace[];
}

const startOf = (draft: Draft, item: PlaceItem | null, predicate: Predicate): number =>
  item === null ? predicate.start : (draft.sentences[predicate.sentence]?.tokens[item.from]?.start ?? predicate.start);

/** How far back the words may reach: "the attack" over a paragraph, "surrendered" within its own, "the district" far. */
const reachOf = ({ draft }: Ground, item: PlaceItem | null, predicate: Predicate): number => {
  if (item !== null) return predicate.sentence - FAR_BACK;
  const { paragraph } = draft.sentences[predicate.sentence] ?? { paragraph: 0 };
  const first = draft.sentences.findIndex((sentence) => sentence.paragraph === paragraph);
  return predicate.kind === 'surrender' ? first : Math.min(first, predicate.sentence - BACK);
};

type Fits = (named: NamedPlace) => boolean;

/** The place spoken of last: in this sentence, else what the predicates before were about, else named before at all. */
const findBefore = (ground: Ground, item: PlaceItem | null, predicate: Predicate, fits: Fits): NamedPlace | null => {
  const { draft, places, focus } = ground;
  const at = startOf(draft, item, predicate);
  const reach = reachOf(ground, item, predicate);
  const near: Fits = (named) =>
    named.mark.sentence >= reach && named.mark.sentence <= predicate.sentence && fits(named);
  const before = places.filter((named) => named.mark.start < at && near(named));
  const here = before.filter((named) => named.mark.sentence === predicate.sentence && !named.locates).at(-1);
  const about = focus.filter(near).at(-1);
  const spoken = before.filter((named) => !named.locates).at(-1);
  const nearer =
    spoken !== undefined && about !== undefined && spoken.mark.sentence > about.mark.sentence + 1 ? spoken : about;
  return here ?? nearer ?? spoken ?? before.at(-1) ?? null;
};

const LANDMARKS: readonly (PlaceKind | null)[] = ['crossing', 'airport', 'dam', 'road'];

const leads = (draft: Draft, predicate: Predicate): boolean => {
  const sentence = draft.sentences[predicate.sentence];
  return sentence !== undefined && (sentence.part === 'headline' || sentence.paragraph <= 2);
};

/** A headline and a first sentence speak of what the report names after them; so does "the country's main crossing". */
const findAfter = (
  { draft, places }: Ground,
  item: PlaceItem | null,
  predicate: Predicate,
  fits: Fits,
): NamedPlace | null => {
  const first = leads(draft, predicate);
  const landmark = item !== null && LANDMARKS.includes(item.kindWord);
  const headline = draft.sentences[predicate.sentence]?.heading === true;
  if (!(first || landmark) || (item === null ? !headline : !isUsable(item))) return null;
  const last = predicate.sentence + (first ? AHEAD : BACK);
  return (
    places.find(
      (named) =>
        named.mark.start > predicate.start &&
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
const findNamed = (ground: Ground, item: PlaceItem | null, predicate: Predicate): NamedPlace | null =>
  findSpoken(ground, item, predicate) ?? placeOfSpeaker(ground, predicate);

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
  const before = (fits: Fits) => findBefore(ground, item, predicate, fits);
  const after = (fits: Fits) => findAfter(ground, item, predicate, fits);
  if (item?.noun !== null && item?.noun?.definite === false)
    return after(strict) ?? (leads(draft, predicate) ? after(loose) : null) ?? (isUsable(item) ? before(strict) : null);
  const isHeadline = draft.sentences[predicate.sentence]?.heading === true;
  return (
    before(strict) ??
    (isHeadline || item?.kindWord === 'crossing' ? after(strict) : null) ??
    before(loose) ??
    after(strict)
  );
};

/** "the three districts", "these towns": the last list of names that can be meant. */
const findList = ({ draft, places }: Ground, item: PlaceItem, predicate: Predicate): readonly NamedPlace[] => {
  const before = places.filter(
    (named) =>
      named.mark.start < startOf(draft, item, predicate) && named.beside.length > 1 && suits(draft, item, named),
  );
  const last = before.at(-1);
  return last === undefined
    ? []
    : before.filter(({ mark, beside }) => mark.sentence === last.mark.sentence && beside === last.beside);
};

/** "the capital of Nimroz": the only city of that province. */
const capitalIn = (draft: Draft, within: readonly PlaceId[]): PlaceId | null => {
  const { gazetteer } = draft.theatre;
  const cities = gazetteer
    .all()
    .filter(({ id, kind }) => kind === 'city' && gazetteer.ancestors(id).some((above) => within.includes(above.id)));
  return cities.length === 1 ? (cities[0]?.id ?? null) : null;
};

const contextOf = (item: PlaceItem, beside: PlaceContext['beside'], provinces: readonly PlaceId[]): PlaceContext => ({
  kindWord: item.kindWord,
  within: item.within,
  beside,
  report: provinces,
});

/** "two checkpoints" are somewhere in the place spoken of; "two districts" are a number. */
const isUsable = (item: PlaceItem): boolean =>
  item.noun === null ||
  item.noun.definite ||
  !item.noun.plural ||
  item.noun.kind === null ||
  item.noun.kind === 'village';

/** Nobody takes a whole country in a sentence of news: "the withdrawal from Afghanistan" is no claim. */
const isCountry = ({ theatre }: Draft, candidates: readonly PlaceId[]): boolean =>
  candidates.length > 0 && candidates.every((id) => theatre.gazetteer.get(id)?.kind === 'country');

const withScope = (draft: Draft, mention: PlaceMention, item: PlaceItem): PredicatePlace => ({
  mention,
  scope: item.scope ?? scopeOf(draft.theatre, mention),
});

const placeOfName = (
  ground: Ground,
  item: PlaceItem,
  mark: PlaceMark,
  beside: PlaceContext['beside'],
): readonly PredicatePlace[] => {
  const { draft } = ground;
  if (isCountry(draft, mark.candidates)) return [];
  const { start, end, text, candidates } = mark;
  const context = contextOf(item, beside, provincesNear(draft, mark.sentence));
  return [withScope(draft, { span: { start, end }, text, candidates, context }, item)];
};

/** "the provincial capital" without a name is that of the province spoken of last. */
const provinceMeant = ({ draft }: Ground, item: PlaceItem, noun: ScopeMark): readonly PlaceId[] => {
  if (item.within.length > 0) return item.within;
  if (!draft.theatre.lexicon.has('capitalNouns', noun.noun)) return [];
  return provincesNear(draft, noun.sentence).slice(0, 1);
};

const placeOfCapital = (ground: Ground, item: PlaceItem, noun: ScopeMark): readonly PredicatePlace[] => {
  const { draft } = ground;
  const capital = item.kindWord === 'city' && !noun.plural ? capitalIn(draft, provinceMeant(ground, item, noun)) : null;
  if (capital === null) return [];
  const { start, end, sentence } = noun;
  const context = contextOf(item, [], provincesNear(draft, sentence));
  const text = draft.report.text.slice(start, end);
  return [withScope(draft, { span: { start, end }, text, candidates: [capital], context }, item)];
};

/** A named item keeps its words; a described one takes the words of the place that it means. */
const placesOf = (
  ground: Ground,
  predicate: Predicate,
  item: PlaceItem,
  beside: PlaceContext['beside'],
): readonly PredicatePlace[] => {
  if (item.place !== null) return placeOfName(ground, item, item.place, beside);
  const capital = item.noun === null ? [] : placeOfCapital(ground, item, item.noun);
  if (capital.length > 0) return capital;
  if (item.noun?.plural && item.noun.definite && item.kindWord !== null)
    return findList(ground, item, predicate).map((named) => borrowed(ground, named, item));
  if (item.kindWord === 'province' && item.noun !== null) return placeOfProvince(ground, item, item.noun);
  const named = isUsable(item) ? findNamed(ground, item, predicate) : null;
  return named === null ? [] : [partOf(ground, named, item) ?? borrowed(ground, named, item)];
};

/** "the whole province": the one spoken of last. */
const placeOfProvince = ({ draft }: Ground, item: PlaceItem, noun: ScopeMark): readonly PredicatePlace[] => {
  const [province] = provincesNear(draft, noun.sentence);
  if (province === undefined || noun.plural) return [];
  const { start, end } = noun;
  const mention = { span: { start, end }, text: draft.report.text.slice(start, end), candidates: [province] };
  return [withScope(draft, { ...mention, context: contextOf(item, [], []) }, item)];
};

/** "the airport" of a city spoken of: the only one that the gazetteer has there. */
const partOf = ({ draft }: Ground, named: NamedPlace, item: PlaceItem): PredicatePlace | null => {
  const { gazetteer } = draft.theatre;
  const { kindWord, noun } = item;
  if (noun === null || kindWord === null || !LANDMARKS.includes(kindWord) || kindsOf(draft, named).includes(kindWord))
    return null;
  const districts = new Set(named.mark.candidates.flatMap((id) => [gazetteer.cellOf(id)]).filter((id) => id !== null));
  const there = gazetteer
    .all()
    .filter((place) => place.kind === kindWord && districts.has(gazetteer.cellOf(place.id) ?? ''));
  const [only] = there;
  if (only === undefined || there.length > 1) return null;
  const { start, end } = noun;
  const mention = { span: { start, end }, text: draft.report.text.slice(start, end), candidates: [only.id] };
  return withScope(draft, { ...mention, context: contextOf(item, [], []) }, item);
};

const PART_SCOPES: readonly Scope[] = [
  'centre',
  'base',
  'facility',
  'outskirts',
  'village',
  'road',
  'area',
  'crossing',
];

/** "the headquarters" of a place named before: that place, this scope. */
const borrowed = ({ draft }: Ground, named: NamedPlace, item: PlaceItem | null): PredicatePlace => {
  const { start, end, text, candidates } = named.mark;
  const kindWord =
    item?.kindWord && !PART_SCOPES.includes(item.scope ?? 'district') ? item.kindWord : named.item.kindWord;
  const context: PlaceContext = {
    kindWord,
    within: named.item.within,
    beside: named.beside,
    report: provincesNear(draft, named.mark.sentence),
  };
  const mention: PlaceMention = { span: { start, end }, text, candidates, context };
  return { mention, scope: item?.scope ?? named.item.scope ?? scopeOf(draft.theatre, mention) };
};

const placesFor = (ground: Ground, predicate: Predicate): readonly PredicatePlace[] => {
  if (predicate.placeFromContext) {
    const named = findNamed(ground, null, predicate);
    return named === null ? [] : [borrowed(ground, named, null)];
  }
  const beside = predicate.items.flatMap(({ place }) => (place === null ? [] : [place.candidates]));
  return predicate.items.flatMap((item) => placesOf(ground, predicate, item, beside));
};

/** Resolves one predicate and remembers what it was about. */
const resolve = (ground: Ground, predicate: Predicate): Predicate => {
  const places = placesFor(ground, predicate);
  const starts = new Set(places.map(({ mention }) => mention.span.start));
  for (const named of ground.places)
    if (starts.has(named.mark.start))
      ground.focus.push({ ...named, mark: { ...named.mark, sentence: predicate.sentence } });
  return { ...predicate, places };
};

/** A name that is a province alone speaks of it; one that is a city too only may. */
const MAYBE = 0.4;

const weightAt = (distance: number): number => (distance === 0 ? 8 : distance > 0 ? 1 + 4 / distance : 0.5);

/** Provinces that the report speaks of: nearest before the sentence first, then the most often named. */
const provincesNear = (draft: Draft, sentence: number): readonly PlaceId[] => {
  const weights = new Map<PlaceId, number>();
  for (const mark of draft.mentions) {
    if (mark.type !== 'place') continue;
    const sure = mark.candidates.length === 1 || isLargerKind(nounBehind(draft, mark)) ? 1 : MAYBE;
    for (const id of mark.candidates)
      if (draft.theatre.gazetteer.get(id)?.kind === 'province')
        weights.set(id, (weights.get(id) ?? 0) + sure * weightAt(sentence - mark.sentence));
  }
  return [...weights].sort((a, b) => b[1] - a[1]).map(([id]) => id);
};

const nounBehind = (draft: Draft, mark: PlaceMark): PlaceKind | null => {
  const next = draft.mentions.find((other) => other.sentence === mark.sentence && other.from === mark.to);
  return next?.type === 'scope' ? next.kind : null;
};

/** Pass: gives each predicate its places, and drops those that have none. */
export const resolvePlaces = (draft: Draft): Draft => {
  const ground: Ground = { draft, places: listNamedPlaces(draft), focus: [] };
  const resolved = draft.predicates.map((predicate) => resolve(ground, predicate));
  const kept = resolved.filter(({ places }) => places.length > 0);
  const trace = resolved
    .filter(({ places }) => places.length === 0)
    .map(({ clause, kind, rule }) => ({
      pass: 'resolvePlaces',
      span: clause,
      says: `${kind} by "${rule}" dropped: no place is named or meant`,
    }));
  return { ...draft, predicates: kept, trace: [...draft.trace, ...trace] };
};
