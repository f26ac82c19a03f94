// Things that happened beside the change of hands (reading guide, Incident): ACLED's six types and displacement.
// Invariant: a fight that is a claim is an incident only with losses; headings repeat and are passed over.

import type { Incident } from '../model/claim.ts';
import type { PlaceMention } from '../model/place.ts';
import type { Span } from '../model/text.ts';
import { overlaps, quoteOf } from '../model/text.ts';
import { daysBetween, type When } from '../model/time.ts';
import { attributionAt } from './aggregates/attribution-at.ts';
import { subjectPhrase } from './clauses/find-subject.ts';
import { frameOver } from './clauses/frame-over.ts';
import { isSport } from './drop-background.ts';
import { isOfDead } from './incidents/casualty-words.ts';
import { countPeople } from './incidents/count-people.ts';
import { dateIncident } from './incidents/date-incident.ts';
import { findTolls } from './incidents/find-tolls.ts';
import { isHarmless } from './incidents/harmless.ts';
import { type Found, findCues } from './incidents/incident-cues.ts';
import { deedOf, isOfPart } from './incidents/incident-deed.ts';
import { withDenials } from './incidents/incident-denials.ts';
import { partiesOf } from './incidents/incident-parties.ts';
import { joinIncidents, type Told } from './incidents/join-incidents.ts';
import { isSaidDeadly, withKnownCount } from './incidents/losses-unsaid.ts';
import { isNextDeed } from './incidents/next-deed.ts';
import { type Placed, type PlaceGround, placeGround, placeIncident } from './incidents/place-incident.ts';
import type { Draft, Frame, Pass } from './marks.ts';
import { tenseOf } from './predicates/make-predicate.ts';
import { incidentId } from './record-ids.ts';
import { beginningsIn } from './words/lists-in.ts';
import { amountAt, lengthIn } from './words/read-amounts.ts';
import { isIn, viewSentences, wordsOf } from './words/view-sentence.ts';

/** The words of the frame's content around the cue, else the part of the sentence. */
const clauseAround = ({ cue, parse, stretch }: Found, draft: Draft): Span => {
  const { tokens } = parse.view;
  const part = { start: tokens[stretch[0]]?.start ?? cue.start, end: tokens[stretch[1] - 1]?.end ?? cue.end };
  const content = frameOver(draft, cue.start)?.content.find((span) => overlaps(span, cue) && overlaps(span, part));
  const start = Math.max(part.start, content?.start ?? part.start);
  const end = Math.min(part.end, content?.end ?? part.end);
  return { start, end: draft.report.text.slice(start, end).trimEnd().length + start };
};

const SURRENDER = 'surrender';

/** What was counted over so many days in a whole country is a toll of the war, and no event. */
const SPAN = 3;

/** Nor is what was counted over more than so many days where no place is said. */
const ANYWHERE = 25;

const daysOf = ({ earliest, latest }: Pick<When, 'earliest' | 'latest'>): number =>
  earliest === null || latest === null ? 0 : daysBetween(earliest, latest);

/** The days that the words span; a report that nobody can date spans more by itself, and tells of no more. */
const spanTold = ({ report }: Draft, when: When): number => daysOf(when) - daysOf(report.published);

const isTollOfWar = (found: Found, { wide, stated }: Placed, days: number): boolean => {
  const counted = found.losses !== null || found.cue.subtype === SURRENDER;
  // "fired 400 rockets in a week"
  if (found.cue.type === 'explosion/remote violence' && !stated && days > SPAN && found.losses === null) return true;
  return counted && days > SPAN && (wide || isOfWholeLand(found) || (!stated && days > ANYWHERE));
};

/** "1,535 were killed IN THE MONTH SO FAR", where nobody says in which place. */
const isSoFar = ({ losses, parse: { view }, stretch: [from, to] }: Found, { stated }: Placed): boolean =>
  losses !== null &&
  !stated &&
  beginningsIn(view.tokens, 'soFarPhrases', view.lexicon).some(
    (at) => at >= from && at < to && lengthIn(view, 'soFarPhrases', at) > 0,
  );

/** "in the country". */
const isOfWholeLand = ({ parse: { view }, stretch: [from, to] }: Found): boolean =>
  wordsOf(view, 'wholeLands').some(
    (at) => at >= from && at < to && isIn(view, 'definiteWords', at - 1) && isIn(view, 'whereLinks', at - 2),
  );

/** Words of "since the latest rising". */
const BEGUN = 4;

/** "has lost 1,043 men SINCE THE START OF THE YEAR", a year that no calendar here knows. */
const isSinceStart = ({ losses, parse: { view } }: Found): boolean =>
  losses !== null &&
  wordsOf(view, 'sinceWords').some((at) => isIn(view, 'startNouns', at + 2) && isIn(view, 'partLinks', at + 3));

/** "61 have been killed SINCE THE WAR BEGAN". */
const isSinceWar = ({ losses, parse: { view } }: Found): boolean =>
  losses !== null &&
  wordsOf(view, 'sinceWords').some((at) =>
    view.tokens
      .slice(at + 1, at + 1 + BEGUN)
      .some((_, i) => isIn(view, 'warNouns', at + 1 + i) && isIn(view, 'beganForms', at + 2 + i)),
  );

/** "The conflict HAS KILLED more than 12,000 people": what a war has cost so far is no event. */
const isCostOfWar = ({ losses, cue, parse }: Found): boolean => {
  const verb =
    losses === null
      ? undefined
      : (cue.verb ?? parse.verbAt[losses.at] ?? parse.verbs.findLast(({ to }) => to <= losses.at));
  const subject = verb === undefined || tenseOf(verb) !== 'perfect' ? null : subjectPhrase(parse, verb);
  return (
    subject !== null &&
    parse.view.tokens.slice(subject.from, subject.to).some(({ word }) => parse.view.lexicon.has('warNouns', word))
  );
};

/** "Residents WHO FLED to Garth said": words that say who speaks tell of nothing else. */
const isOfTeller = ({ frames }: Draft, { cue }: Found): boolean =>
  cue.type === 'displacement' &&
  frames.some(({ speaker }) => speaker !== null && speaker.start <= cue.start && cue.end <= speaker.end);

/** "IN 12 PROVINCES", "across several districts": a number of places, none of which is named. */
const isInMany = ({ parse: { view }, stretch: [from, to] }: Found): boolean =>
  view.tokens.slice(from, to).some((_, i) => {
    const at = from + i;
    const many = isIn(view, 'whereLinks', at) ? amountAt(view, at + 1) : null;
    const noun = many === null ? undefined : (view.markAt[many.to] ?? view.markAt[many.to + 1]);
    return noun?.type === 'scope' && noun.plural && noun.kind !== null && noun.kind !== 'village';
  });

/** "12 were killed, MOST OF THEM IN A": many places, of which one is told. */
const isPartlyTold = ({ parse: { view, groups }, stretch: [from, to] }: Found): boolean =>
  groups.some((group) => group.from >= from && group.to <= to && isOfPart(view, group));

/** "in separate operations", "across the country": a sum over many places; "in A separate attack" is one. */
const isTotal = (found: Found): boolean => {
  const { view } = found.parse;
  const [from, to] = found.stretch;
  const total = wordsOf(view, 'totalWords').some((at) => at >= from && at < to && !isIn(view, 'articles', at - 1));
  return isInMany(found) || isPartlyTold(found) || total;
};

interface Telling {
  /** Its place or its day stands in the sentence. */
  readonly stated: boolean;
  readonly frame: Frame | null;
}

/** Losses without a number need a place or a day; those of many places or inside a denial are none of this event's. */
const isTold = (found: Found, placed: Placed, { stated, frame }: Telling): boolean => {
  const { losses } = found;
  if (losses === null) return true;
  if (isTotal(found) && (!placed.stated || placed.wide)) return false;
  if (losses.fatalities !== null || losses.injuries !== null) return true;
  // "assassinated the head of the council": the deed itself is told, whoever counts.
  if (found.cue.subtype === 'executions' && frame?.polarity !== 'denied') return true;
  const { view } = found.parse;
  const deadly = isIn(view, 'activeDeathForms', losses.at) && stated;
  return frame?.polarity !== 'denied' && (deadly || found.cue.from !== losses.at);
};

/** "counted six dead", "61 bodies": a number of an event, not a deed of its own. */
const isToll = ({ losses, parse, cue, toll }: Found): boolean =>
  toll ||
  (losses !== null &&
    losses.fatalities !== null &&
    cue.verb === null &&
    isIn(parse.view, 'tollWords', losses.at) &&
    !isIn(parse.view, 'byHandForms', losses.at - 1));

/** "put its own dead at 1,009", "114 soldiers gave up in a week", where no place has been spoken of yet: sums of the war. */
const isSumOfWar = ({ named }: PlaceGround, found: Found, { stated, placed }: Where): boolean =>
  ((isToll(found) && !stated) || (found.cue.subtype === SURRENDER && !placed.stated)) &&
  !named.some(({ mark }) => mark.start < found.cue.end);

interface Where extends Pick<Telling, 'stated'> {
  readonly placed: Placed;
}

/** "SHOT dead", "beheaded": nothing that an explosion does. */
const isByHand = ({ losses, parse: { view } }: Found): boolean =>
  losses !== null && [losses.at, losses.at - 1].some((at) => isIn(view, 'byHandForms', at));

/** A surrender that is a claim is an incident only where those who gave themselves up are counted. */
const isOnlyClaim = ({ claims }: Draft, { cue, parse, stretch }: Found): boolean => {
  if (cue.subtype === null || !parse.view.lexicon.has('claimedKinds', cue.subtype)) return false;
  const claimed = claims.some(({ kind, quote }) => kind === 'surrender' && overlaps(quote, cue));
  return claimed && countPeople(parse.view, stretch).length === 0;
};

const FLIGHT = 'flight across border';

/** "left all posts AND CROSSED THE BORDER": where a retreat went that is told as a claim in the same sentence. */
const isOfRetreat = ({ claims }: Draft, { cue, parse: { view } }: Found): boolean =>
  cue.subtype === FLIGHT &&
  claims.some(
    ({ kind, polarity, quote }) => kind === 'withdrawal' && polarity === 'affirmed' && overlaps(quote, view.sentence),
  );

/** "ANOTHER 50 were injured" goes on with those killed before. */
const isFurther = ({ parse, cue, losses }: Found): boolean =>
  (losses === null || losses.fatalities !== null || losses.injuries === null) &&
  parse.view.tokens.slice(0, cue.to).some(({ word }) => parse.view.lexicon.has('furtherWords', word));

/** How far an incident may stand behind the last one and still be where that was, in characters. */
const NEAR = 600;

const lastPlace = (told: readonly Told[], { cue }: Found): PlaceMention | null => {
  const last = told.at(-1)?.incident;
  return last !== undefined && cue.start - last.quote.end < NEAR ? last.place : null;
};

/** "They hold 29 districts, and the army SAYS 11": a number of places, whatever was told before. */
const isOfPlaces = ({ aggregates }: Draft, { cue, toll }: Found): boolean =>
  toll && aggregates.some(({ quote, kind }) => kind !== 'not-control' && overlaps(quote, cue));

const incidentOf = (ground: PlaceGround, found: Found, before: readonly Told[]): Told | null => {
  const { draft } = ground;
  const { cue, losses } = found;
  const deed = deedOf(found);
  const placed = placeIncident(ground, found, lastPlace(before, found));
  // "Of the dead, 38 fell in A" goes on with the day told.
  const at = placed.stated && !(losses !== null && isOfDead(found.parse.view, losses.at)) ? placed.place : null;
  const dated = dateIncident(draft, deed, { lasting: cue.type === 'displacement', at });
  const stated = placed.stated || dated?.stated === true;
  const frame = frameOver(draft, cue.start);
  if (
    dated === null ||
    isOfPlaces(draft, found) ||
    isTollOfWar(found, placed, spanTold(draft, dated.when)) ||
    isCostOfWar(found) ||
    (!dated.stated && (isSinceWar(found) || isSinceStart(found))) ||
    isSoFar(found, placed) ||
    isSumOfWar(ground, found, { stated, placed }) ||
    isOfTeller(draft, found) ||
    !isTold(found, placed, { stated, frame }) ||
    isOnlyClaim(draft, found) ||
    isOfRetreat(draft, found)
  )
    return null;
  const incident: Omit<Incident<PlaceMention>, 'id'> = {
    ...{ report: draft.report.id, type: cue.type, subtype: cue.subtype, ...partiesOf(draft, found) },
    ...{ place: placed.place, when: dated.when, by: attributionAt(draft, cue.start) },
    ...{ fatalities: losses?.fatalities ?? null, injuries: losses?.injuries ?? null },
    ...{ polarity: frame?.polarity ?? 'affirmed', modality: frame?.modality ?? cue.modality },
    ...{ deniedBy: null, sameEvent: null, quote: quoteOf(draft.report.text, clauseAround(found, draft)) },
  };
  return {
    incident: { id: incidentId(incident), ...incident },
    entry: found.parse.view.sentence.day?.earliest ?? null,
    ...{ sentence: deed.sentence, placeStated: placed.stated, dayStated: dated.stated },
    ...{
      further: isFurther(found),
      nextDeed: isNextDeed(found),
      toll: isToll(found),
      deadly: isSaidDeadly(found),
      parts: 0,
      byHand: isByHand(found),
      harmless: isHarmless(found),
      victims: losses?.victims ?? null,
    },
  };
};

const toldIn = (draft: Draft): readonly Told[] => {
  if (isSport(draft)) return [];
  const told: Told[] = [];
  const ground = placeGround(draft);
  const views = viewSentences(draft);
  for (const [at, view] of views.entries()) {
    if (view.sentence.heading || view.sentence.part === 'caption') continue;
    for (const find of [findCues, findTolls])
      for (const found of find(view, told)) {
        const one = incidentOf(ground, withKnownCount(found, views.slice(0, at)), told);
        if (one !== null) told.push(one);
      }
  }
  return told;
};

const uniqueById = (all: readonly Incident<PlaceMention>[]): readonly Incident<PlaceMention>[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

export const findIncidents: Pass = (draft) => {
  const incidents = withDenials(draft, uniqueById(joinIncidents(draft, toldIn(draft))));
  const trace = incidents.map(({ quote, type, subtype }) => ({
    pass: 'findIncidents',
    span: { start: quote.start, end: quote.end },
    says: subtype === null ? type : `${type}: ${subtype}`,
  }));
  return { ...draft, incidents, trace: [...draft.trace, ...trace] };
};
