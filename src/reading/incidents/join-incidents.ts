// One event told several times: its speaker's own repetitions are folded into the first, rival accounts joined to it.
// Invariant: each account of an event that stays is a record of its own; `sameEvent` names the first of them.
import type { Incident } from '../../model/claim.ts';
import type { PlaceMention } from '../../model/place.ts';
import { type Day, daysBetween, type When } from '../../model/time.ts';
import type { Draft } from '../marks.ts';
import { incidentId } from '../record-ids.ts';
import type { Victims } from './casualty-victims.ts';
import { VIOLENT } from './incident-cues.ts';

type Losses = Incident['fatalities'];

export interface Told {
  readonly incident: Incident<PlaceMention>;
  readonly sentence: number;
  /** The day of the diary's entry that it stands in. */
  readonly entry: Day | null;
  readonly placeStated: boolean;
  readonly dayStated: boolean;
  /** "another", "elsewhere": said to be a further one. */
  readonly further: boolean;
  /** "The second wounded three": of the kind told last. */
  readonly nextDeed: boolean;
  /** Only counted ("three dead", "a toll of nine"), with no deed of its own. */
  readonly toll: boolean;
  /** Said to have killed, by whatever number of people. */
  readonly deadly: boolean;
  readonly victims: Victims;
  /** "shot dead", "beheaded". */
  readonly byHand: boolean;
  /** "but nobody was hurt". */
  readonly harmless: boolean;
  /** Losses that the same speaker told later, as parts of the whole. */
  readonly parts: number;
}

/** How many sentences later an account without place and day of its own may still tell of the event. */
const REACH = 10;

const isGeneric = ({ type, subtype }: Incident<PlaceMention>): boolean =>
  type === 'battle' || (type === 'violence against civilians' && subtype === null);

/** "the blast" may be a bomb's, a grenade's or a shell's. */
const isVagueKind = ({ subtype }: Incident<PlaceMention>): boolean => subtype === null || subtype === 'blast';

/** Taking people away is nothing that others were killed by. */
const isViolent = ({ type, subtype }: Incident<PlaceMention>): boolean =>
  VIOLENT.includes(type) && subtype !== 'abduction';

const agrees = (a: Incident<PlaceMention>, b: Incident<PlaceMention>): boolean =>
  a.fatalities !== null && b.fatalities !== null && a.fatalities.low === b.fatalities.low;

/** Fighters who fell and civilians who were killed are two records unless what killed them is said to be one thing. */
const alike = (a: Incident<PlaceMention>, b: Incident<PlaceMention>): boolean => {
  if (a.type === b.type) return a.subtype === b.subtype || isVagueKind(a) || isVagueKind(b);
  const [generic, other] = isGeneric(b) ? [b, a] : [a, b];
  const one = (a.fatalities?.low ?? 0) === 1;
  const apart = isGeneric(other) && other.type !== generic.type && (one || !agrees(a, b));
  return isViolent(a) && isViolent(b) && isGeneric(generic) && !apart;
};

const larger = (place: PlaceMention, { theatre }: Draft): readonly string[] => [
  ...place.context.within,
  ...(place.candidates.length === 1
    ? place.candidates.flatMap((id) => theatre.gazetteer.ancestors(id).map((one) => one.id))
    : []),
];

const samePlace = (a: PlaceMention | null, b: PlaceMention | null, draft: Draft): boolean => {
  if (a === null || b === null || a.text === b.text) return true;
  if (a.candidates.some((id) => b.candidates.includes(id))) return true;
  return (
    larger(a, draft).some((id) => b.candidates.includes(id)) || larger(b, draft).some((id) => a.candidates.includes(id))
  );
};

/** True where the first place lies around the second. */
const isAround = (outer: PlaceMention | null, inner: PlaceMention | null, draft: Draft): boolean =>
  outer === null || (inner !== null && larger(inner, draft).some((id) => outer.candidates.includes(id)));

/** A number over weeks is not that of a day's event. */
const LONG = 3;

const isLong = ({ earliest, latest }: When): boolean =>
  earliest !== null && latest !== null && daysBetween(earliest, latest) > LONG;

const sameDay = (a: When, b: When): boolean =>
  isLong(a) === isLong(b) &&
  (a.earliest === null || b.latest === null || a.earliest <= b.latest) &&
  (b.earliest === null || a.latest === null || b.earliest <= a.latest);

const EXECUTED = 'executions';

/** How many sentences later what has neither day nor place of its own still goes on with the event. */
const NEXT = 2;

/** "A car bomb exploded on Sunday … Nine people had died": told right after, without a day. */
const goesOn = (first: Told, next: Told): boolean =>
  isViolent(first.incident) &&
  first.entry === next.entry &&
  ((!next.dayStated && !next.placeStated) || saysWhen(first, next)) &&
  next.sentence - first.sentence <= NEXT;

/** "A bomb killed three. It went off in A on Monday, and eleven were hurt": place and day stand in the second sentence alone. */
const saysWhen = (first: Told, next: Told): boolean =>
  !first.dayStated && !first.placeStated && isGeneric(next.incident) && next.incident.fatalities === null;

/** "12 of his men had died. Residents COUNTED 19 BODIES"; "17 were killed. Dozens more were INJURED": of whom nobody says who they were. */
const isCounted = (first: Told, { incident, toll, victims, sentence, placeStated }: Told): boolean =>
  isGeneric(first.incident) &&
  isGeneric(incident) &&
  victims === null &&
  sentence - first.sentence <= NEXT &&
  (toll || (incident.fatalities === null && incident.injuries !== null && !placeStated));

const isOneEvent = (first: Told, next: Told, draft: Draft): boolean => {
  const [a, b] = [first.incident, next.incident];
  // "Two men died. A rocket hit the base, but NOBODY WAS HURT": another thing that happened.
  if (next.harmless && counts(a) && !counts(b)) return false;
  // "A bomb killed four. Hours later gunmen SHOT a judge": so many others, in another way.
  if (next.byHand && a.type === 'explosion/remote violence' && contradicts(a.fatalities, b.fatalities)) return false;
  // "27 of the enemy fell. Three GUARDS were martyred": the other side's losses.
  if (a.type === 'battle' && b.target !== null && b.target !== a.target && contradicts(a.fatalities, b.fatalities))
    return false;
  // "29 fell in ambushes in A. In B a man was executed": another place, another deed, another number.
  const elsewhere = first.placeStated && next.placeStated && a.place?.text !== b.place?.text;
  const executed = b.subtype === EXECUTED && a.subtype !== EXECUTED;
  if (elsewhere && a.type !== b.type && (executed || contradicts(a.fatalities, b.fatalities))) return false;
  // "counted the bodies of 43 rebels; 17 civilians were killed": the same speaker tells of others.
  const others = first.victims !== null && next.victims !== null && first.victims !== next.victims;
  if (others && a.by.speaker === b.by.speaker && contradicts(a.fatalities, b.fatalities)) return false;
  if (next.further || !(alike(a, b) || isCounted(first, next)) || !samePlace(a.place, b.place, draft)) return false;
  if (!sameDay(a.when, b.when)) return goesOn(first, next) && !isLong(a.when);
  const told = next.placeStated || next.dayStated || next.sentence - first.sentence <= REACH;
  return told;
};

const isSameSpeaker = (a: Incident<PlaceMention>, b: Incident<PlaceMention>): boolean =>
  a.by.speaker === b.by.speaker || a.by.speaker === null || b.by.speaker === null;

const counts = ({ fatalities, injuries }: Incident<PlaceMention>): boolean => fatalities !== null || injuries !== null;

const contradicts = (a: Losses, b: Losses): boolean => a !== null && b !== null && (b.low > a.high || b.high < a.low);

/** A number that another party gives, or that differs from the first, is an account of its own. */
const isRival = ({ incident: first }: Told, { incident: next, toll }: Told): boolean => {
  // "A bomb went off. Police spoke of eight dead": nobody else has counted.
  if (!counts(first) && counts(next)) return false;
  if (toll && !(first.by.speaker !== null && first.by.speaker === next.by.speaker)) return !agrees(first, next);
  if (!counts(next)) return false;
  if (!isSameSpeaker(first, next)) return true;
  return (toll || first.by.speaker !== next.by.speaker) && contradicts(first.fatalities, next.fatalities);
};

const isVague = (losses: Losses): boolean => losses !== null && losses.low !== losses.high;

/** More dead than the exact number told first: something else happened there too. */
const exceeds = ({ incident: first }: Told, { incident: next, toll }: Told): boolean =>
  !toll &&
  contradicts(first.fatalities, next.fatalities) &&
  !isVague(first.fatalities) &&
  (next.fatalities?.low ?? 0) > (first.fatalities?.high ?? 0);

const withId = (incident: Incident<PlaceMention>): Incident<PlaceMention> => ({
  ...incident,
  id: incidentId(incident),
});

/** What a repetition adds: losses not told yet, the parts of a vague number, what exactly it was. */
const fold = (first: Told, again: Told, draft: Draft): Told => {
  const { incident } = first;
  const { incident: next, placeStated } = again;
  const parts = first.parts + (agrees(incident, next) ? 0 : (next.fatalities?.low ?? 0));
  const { fatalities } = incident;
  const summed = isVague(fatalities) && fatalities !== null && parts > fatalities.low;
  const specific = isGeneric(incident) && !isGeneric(next) && isViolent(next);
  const folded = {
    ...incident,
    ...(specific ? { type: next.type, subtype: next.subtype } : {}),
    fatalities: summed ? { low: parts, high: Math.max(parts, fatalities.high) } : (fatalities ?? next.fatalities),
    when: again.dayStated && saysWhen(first, again) ? next.when : incident.when,
    place: placeStated && isAround(incident.place, next.place, draft) ? next.place : incident.place,
    injuries: incident.injuries ?? next.injuries,
    actor: incident.actor ?? next.actor,
    target: incident.target ?? next.target,
  };
  return { ...first, incident: withId(folded), parts, deadly: first.deadly };
};

/** Of "deadly" only this much is sure, where nobody counts. */
const SOMEBODY = { low: 1, high: 3 } as const;

const withDeaths = ({ incident, deadly }: Told): Incident<PlaceMention> =>
  deadly && incident.fatalities === null ? withId({ ...incident, fatalities: SOMEBODY }) : incident;

const asRival = (first: Told, next: Told): Told => {
  const { incident } = first;
  const generic = isGeneric(next.incident) || next.incident.type === incident.type;
  const joined = {
    ...next.incident,
    ...(generic ? { type: incident.type, subtype: incident.subtype } : {}),
    when: next.dayStated ? next.incident.when : incident.when,
    sameEvent: incident.sameEvent ?? incident.id,
  };
  return { ...next, incident: withId(joined) };
};

/** "A bomb went off in A. THE SECOND wounded three": another of its kind. */
const asNext = (last: Told | undefined, next: Told): Told | null => {
  const { type, subtype } = last?.incident ?? {};
  if (!next.nextDeed || last === undefined || type !== 'explosion/remote violence' || subtype === undefined)
    return null;
  return next.sentence - last.sentence > NEXT
    ? null
    : { ...next, incident: withId({ ...next.incident, type, subtype }) };
};

/** Folds and joins accounts in the order of the text. */
export const joinIncidents = (draft: Draft, all: readonly Told[]): readonly Incident<PlaceMention>[] => {
  const kept: Told[] = [];
  for (const told of all) {
    const again = asNext(kept.at(-1), told);
    if (again !== null) {
      kept.push(again);
      continue;
    }
    const at = kept.findLastIndex((one) => isOneEvent(one, told, draft));
    const first = kept[at];
    if (first === undefined || (exceeds(first, told) && isSameSpeaker(first.incident, told.incident))) kept.push(told);
    else if (isRival(first, told)) kept.push(asRival(first, told));
    else kept[at] = fold(first, told, draft);
  }
  return kept.map(withDeaths);
};
