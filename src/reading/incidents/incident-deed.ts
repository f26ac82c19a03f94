// An incident's cue in the form of a predicate, so that its day and place are found as those of claims are.

import type { Lexicon } from '../../model/lexicon.ts';
import { subjectPhrase } from '../clauses/find-subject.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { Draft, PlaceItem, PlaceMark, Predicate, Sentence } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { clauseSpan, tenseOf } from '../predicates/make-predicate.ts';
import { isDateline } from '../words/datelines.ts';
import { isIn, isInAny, type SentenceView, startOfPhrase, wordAt } from '../words/view-sentence.ts';
import type { Found } from './incident-cues.ts';

/** A bare participle tells of what is over: "a dozen taken prisoner". */
const tenseIn = (verb: Found['cue']['verb']): Predicate['tense'] => {
  if (verb === null) return 'none';
  return verb.bare && verb.forms.includes('participle') ? 'past' : tenseOf(verb);
};

/** The deed without its places. */
export const deedOf = ({ cue, parse }: Found): Predicate => {
  const { view } = parse;
  const { start, end, verb } = cue;
  const from = Math.min(cue.from, verb?.from ?? cue.from);
  return {
    ...{ start, end, sentence: view.sentence.index, rule: cue.type, kind: 'attack' },
    ...{
      doer: null,
      receiver: null,
      means: null,
      fromContext: false,
      doerOpen: true,
      outsider: false,
      other: null,
      items: [],
    },
    ...{
      placeFromContext: true,
      placeWord: null,
      polarity: 'affirmed',
      modality: 'actual',
      partial: false,
      tactical: false,
    },
    ...{ tense: tenseIn(verb), dropped: null, actor: null, to: null, places: [] },
    clause: clauseSpan(parse, from, Math.max(cue.to, verb?.to ?? cue.to)),
  };
};

/** "the shadow governor of A", "a Taliban leader for A": the place is part of a title. */
const isOfPerson = (view: SentenceView, { from }: PlaceGroup): boolean =>
  isIn(view, 'titleLinks', from - 1) &&
  isIn(view, 'incidentWords:persons', from - 2) &&
  !isIn(view, 'incidentWords:residents', from - 2);

/** So many words may stand between what somebody does for a living and where. */
const WORK = 16;

/** "who operates in A", "based in B", "was planning attacks in A, B and C": where somebody is at home or means to strike. */
export const isAtHome = ({ tokens }: Sentence, from: number, lexicon: Lexicon): boolean => {
  for (let at = from - 1; at > Math.max(0, from - WORK); at--) {
    const { word = '', text = '' } = tokens[at] ?? {};
    // Behind a comma a list of names may go on.
    if (word === ';' || (word === ',' && !/^\p{Lu}/u.test(tokens[at - 1]?.text ?? text))) return false;
    // "lost THEIR LIVES in A", "lost three lives in A": what is lost there, and nobody who lives there.
    const noun = lexicon.has('possessives', tokens[at - 1]?.word ?? '');
    if (lexicon.has('homeVerbs', word) && !(noun || tokens[at - 1]?.type === 'number')) return true;
  }
  return false;
};

const isHome = ({ sentence, lexicon }: SentenceView, { from }: PlaceGroup): boolean =>
  isAtHome(sentence, from, lexicon);

/** "Ashford: two guards were killed": what stands before the colon is the heading of the entry. */
const isTopic = (view: SentenceView, { to }: PlaceGroup): boolean =>
  wordAt(view, to) === ':' || wordAt(view, to + 1) === ':';

const isOfSpeaker = ({ frames }: Draft, view: SentenceView, group: PlaceGroup): boolean => {
  const start = view.tokens[group.items[0]?.from ?? group.from]?.start ?? 0;
  const speaks = frames.some(
    (frame) =>
      (frame.start <= start && start < frame.end) ||
      (frame.speaker !== null && frame.speaker.start <= start && start < frame.speaker.end),
  );
  return speaks && !isTopic(view, group);
};

const LANDMARKS: readonly string[] = ['airport', 'crossing', 'dam'];

const isNamed = ({ items }: PlaceGroup): boolean => items.some(({ place }) => place !== null);

/** "in the capital of A": named by its province; that of a country is left to what else the report names. */
const isSeat = ({ theatre }: Draft, view: SentenceView, { items, from }: PlaceGroup): boolean =>
  isIn(view, 'insideLinks', from - 1) &&
  items.some(
    ({ noun, within }) =>
      noun?.definite === true &&
      noun.kind === 'city' &&
      within.some((id) => theatre.gazetteer.get(id)?.kind === 'province'),
  );
const isLandmark = (found: Found, group: PlaceGroup): boolean => {
  const { view } = found.parse;
  return !isTaken(found, group) && isSite(view, group);
};

/** "have retaken THE CUSTOMS HOUSE, and 28 rebels were killed": the object of another verb than the one that kills. */
const isTaken = ({ parse: { view, verbAt }, cue, losses }: Found, { from }: PlaceGroup): boolean => {
  const verb = verbAt[startOfPhrase(view, from) - 1];
  return verb !== undefined && losses !== null && verb.to <= cue.from && verb !== cue.verb && verb.from !== losses.at;
};

const isSite = (view: SentenceView, { items, to }: PlaceGroup): boolean =>
  view.markAt[to]?.type !== 'scope' &&
  items.some(({ noun, kindWord }) => noun?.definite === true && kindWord !== null && LANDMARKS.includes(kindWord));

/** "three districts of A": a number of places, of which none is told. */
const isNumber = ({ items, counted }: PlaceGroup): boolean => counted || items.every(isNumberOf);

export const isNumberOf = ({ noun, place }: PlaceItem): boolean =>
  noun?.plural === true && noun.kind !== null && (place === null || noun.from < place.from);

const isLargerPlace = (
  { theatre }: Draft,
  { kindWord, candidates }: Pick<PlaceMark, 'kindWord' | 'candidates'>,
): boolean =>
  kindWord === 'province' ||
  (candidates.length > 0 &&
    candidates.every((id) => ['province', 'country'].includes(theatre.gazetteer.get(id)?.kind ?? '')));

export const isLarger = (draft: Draft, { place, kindWord }: PlaceItem): boolean =>
  kindWord === 'province' || (place !== null && isLargerPlace(draft, place));

const isRoad = ({ items }: PlaceGroup): boolean =>
  items.some(({ scope, kindWord }) => scope === 'road' || kindWord === 'road');

/** "In Ashford two guards were killed and the mill was shelled": what opens the sentence holds for all of it. */
const isFronted = (view: SentenceView, { from }: PlaceGroup): boolean =>
  from <= 2 && isIn(view, 'prepositions', from - 1);

/** "were taken to the hospital in A", "freed from the prison in A": it is near. */
const isHospital = (view: SentenceView, { from, to }: PlaceGroup): boolean =>
  view.tokens
    .slice(from, to)
    .some((_, i) => ['hospitalWords', 'incidentWords:prisoners'].some((list) => isIn(view, list, from + i)));

/** "12 were killed, MOST OF THEM IN A", "two thirds of whom in A": where a part of it happened. */
export const isOfPart = (view: SentenceView, { from }: PlaceGroup): boolean =>
  view.lexicon.has('insideLinks', wordAt(view, from - 1)) &&
  isInAny(view, ['objectPlurals', 'relatives'], from - 2) &&
  isIn(view, 'partLinks', from - 3);

/** Only where somebody came from, is at home or holds office. */
const isElsewhere = (view: SentenceView, group: PlaceGroup): boolean =>
  (view.lexicon.has('originLinks', wordAt(view, group.from - 1)) && !isHospital(view, group)) ||
  isHome(view, group) ||
  isOfPerson(view, group);

/** "which lies 25 km south of A", "officials in A": said in passing, or of who speaks. */
const isPassing = (view: SentenceView, { from }: PlaceGroup): boolean => {
  if (isIn(view, 'officialWords', from - 2)) return true;
  for (let at = from - 1; at >= Math.max(0, from - 8); at--) {
    if (wordAt(view, at) === ',') return false;
    if (isIn(view, 'distanceWords', at) || isIn(view, 'directions', at)) return true;
  }
  return false;
};

/** "RESIDENTS OF A have taken up arms": whose deed it is, and no speakers. */
const isOfDoer = (parse: Found['parse'], { verb }: Found['cue'], { from }: PlaceGroup): boolean => {
  const subject = verb === null ? null : subjectPhrase(parse, verb);
  return subject !== null && subject.from <= from - 2 && from - 2 < Math.max(subject.to, from);
};

/** Smaller places before those around them, near ones before far ones; a road only where nothing else is said. */
const rankOf = (draft: Draft, { cue, parse }: Found, group: PlaceGroup): number => {
  const { view } = parse;
  const larger = group.items.every((item) => isLarger(draft, item)) ? 100 : 0;
  const far = view.lexicon.has('farPrepositions', wordAt(view, group.from - 1)) ? 20 : 0;
  const locates = isPassing(view, group) && !isOfDoer(parse, cue, group) ? 40 : 0;
  const framed = frameOver(draft, view.tokens[group.from]?.start ?? 0) === frameOver(draft, cue.start) ? 0 : 10;
  if (isFronted(view, group) || isTopic(view, group)) return larger + far + 1;
  const ahead = group.from >= cue.from ? 0 : 2;
  const between = [Math.min(cue.from, group.from), Math.max(cue.to, group.to)] as const;
  const verbs = parse.verbs.filter(({ head }) => head > between[0] && head < between[1] && head !== cue.verb?.head);
  const distance = Math.min(Math.abs(group.from - cue.to), Math.abs(cue.from - group.to)) + 8 * verbs.length;
  return larger + far + locates + framed + (isRoad(group) ? 30 : 0) + ahead + distance / 4;
};

const LEAVING: readonly string[] = ['displacement', 'strategic development|flight across border'];

const isLeaving = ({ type, subtype }: Found['cue']): boolean =>
  LEAVING.includes(type) || LEAVING.includes(`${type}|${subtype}`);

/** "crossed the Panj RIVER", "fled over the BRIDGE": what is crossed; at a bridge men may be killed. */
const isRiver = ({ cue, parse: { view } }: Found, { from, to }: PlaceGroup): boolean =>
  [to - 1, to].some(
    (at) => at >= from && (isIn(view, 'riverWords', at) || (isLeaving(cue) && isIn(view, 'bridgeWords', at))),
  );

/** "fled INTO A": where those go who leave. */
const isWhereto = ({ cue, parse: { view } }: Found, { from }: PlaceGroup): boolean =>
  isLeaving(cue) && isIn(view, 'wheretoLinks', from - 1);

/** Words of "12 wounded soldiers FROM". */
const BROUGHT = 6;

/** "received nine BODIES FROM A", "five dead and 12 WOUNDED SOLDIERS FROM A": where those died or were hurt. */
const isBroughtFrom = ({ losses, parse: { view, verbAt } }: Found, from: number): boolean => {
  const isHarmed = (at: number): boolean => isInAny(view, ['bodyNouns', 'deathWords', 'injuryWords'], at);
  for (let at = from - 2; losses !== null && at >= Math.max(0, from - BROUGHT); at--) {
    if (isHarmed(at)) return true;
    if (view.tokens[at]?.type === 'mark' || verbAt[at] !== undefined || isIn(view, 'prepositions', at)) return false;
  }
  return false;
};

const TAKEN: readonly string[] = ['abduction', 'prison break'];

/** "streamed towards B FROM A", "abducted FROM a school in A", "freed FROM A": the place that those leave who are driven or taken out. */
const isLeft = (found: Found, { from }: PlaceGroup): boolean =>
  isIn(found.parse.view, 'fromWords', from - 1) &&
  (isLeaving(found.cue) || TAKEN.includes(found.cue.subtype ?? '') || isBroughtFrom(found, from));

const candidatesOf = ({ items }: PlaceGroup): readonly string[] =>
  items.flatMap(({ place }) => place?.candidates ?? []);

/** "IN ASHFORD, 40 bodies were found in Birchholm": a name of city and province both, and the second place lies there. */
const surrounds = ({ theatre: { gazetteer } }: Draft, wide: PlaceGroup, inner: PlaceGroup): boolean => {
  const all = candidatesOf(wide);
  return candidatesOf(inner).some(
    (id) => !all.includes(id) && gazetteer.ancestors(id).some((above) => all.includes(above.id)),
  );
};

/** The place phrase of the sentence that says where it happened, or null. */
export const placeGroupOf = (draft: Draft, found: Found): PlaceGroup | null => {
  const { view, groups } = found.parse;
  const [from, to] = found.stretch;
  const own = groups
    .filter((group) => group.from >= from - 1 && group.to <= to && !isNumber(group))
    .filter((group) => !group.items.some((item) => isDateline(view, item)))
    .filter((group) => isNamed(group) || isSeat(draft, view, group) || isLandmark(found, group))
    .filter((group) => !isOfSpeaker(draft, view, group) && (isLeft(found, group) || !isElsewhere(view, group)))
    .filter((group) => !isRiver(found, group) && !isWhereto(found, group) && !isOfPart(view, group));
  const inner = own.filter((group) => !own.some((other) => other !== group && surrounds(draft, group, other)));
  return inner.toSorted((a, b) => rankOf(draft, found, a) - rankOf(draft, found, b))[0] ?? null;
};
