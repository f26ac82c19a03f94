// What fills the slots of a verb's rule in a sentence: its place and its doer, by position, voice and preposition.
// Invariant: a rule whose place nothing fills says nothing (hasPlace).
import type { VerbRule } from '../../model/lexicon.ts';
import type { Subject } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { PatternMatch } from '../clauses/match-pattern.ts';
import type { Parse } from '../clauses/parse.ts';
import { agentFrom, namedAmong, objectFrom } from '../clauses/parse-sentence.ts';
import { frontedPlaces } from '../clauses/segments.ts';
import type { ActorMark } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { behindShare } from '../place-groups/place-pronouns.ts';
import { behindTimeAt } from '../words/time-ahead.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import { beforeParticiple } from './before-participle.ts';
import { cleftPlace } from './cleft-place.ts';
import { pastAdjunct } from './match-behind.ts';
import { isOfRelative, objectOfRelative } from './object-of-relative.ts';
import { loserInSubject, placeBehindSubject } from './place-behind-subject.ts';
import { sharedObject } from './shared-object.ts';
import type { VerbMatch } from './verb-match.ts';

/** "The decision TO LEAVE A was taken", "men sent TO DEFEND A were captured": what is said is not said of the place. */
const isOfDeed = ({ view, verbs, verbAt }: Parse, { kind }: VerbRule, place: PlaceGroup | null): boolean =>
  place !== null &&
  DONE.includes(kind) &&
  verbs.some(
    ({ infinitive, lemmas, from, to }) =>
      infinitive &&
      // "were wrong TO SAY that A was captured"
      !lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma)) &&
      from > 1 &&
      isNounOrReduced(verbAt[from - 1]) &&
      to <= place.from &&
      place.from - to <= DEED &&
      view.tokens
        .slice(to, place.from)
        .every(
          ({ type }, i) => type === 'word' && verbAt[to + i] === undefined && !isIn(view, 'clauseComplements', to + i),
        ),
  );

/** "the decision to", "forty men SENT to". */
const isNounOrReduced = (verb: VerbGroup | undefined): boolean =>
  verb === undefined || (verb.bare && verb.forms.includes('participle'));

const DONE: readonly VerbRule['kind'][] = ['capture', 'recapture', 'hold', 'loss'];

/** Words of "the town of" between a verb and the name of its object. */
const DEED = 3;

/** A passive has its place before it; "captured" right behind a place has that one. */
const placeOfPassive = (parse: Parse, verb: VerbGroup, subject: Subject): PlaceGroup | null =>
  verb.passive ? subject.places : (beforeParticiple(parse, verb) ?? subject.places);

/** "The garrison in Ashford was surrounded": who is besieged in a place, is so there. */
const placeOfBesieged = (parse: Parse, { kind }: VerbRule, { actor }: Subject): PlaceGroup | null =>
  kind === 'siege' && actor !== null && isIn(parse.view, 'homeLinks', actor.to)
    ? objectFrom(parse, actor.to + 1)
    : null;

/** "the garrison of A surrendered", "those in A retreated": the place that the doer is said to be in. */
const placeOfDoer = (parse: Parse, { rule, verb: { from }, subject: { actor } }: VerbMatch): PlaceGroup | null => {
  const { view, groups, verbAt } = parse;
  if (actor === null || actor.to >= from) return null;
  // "POLICE AND SOLDIERS in A"
  const second = isIn(view, 'listLinks', actor.to) ? view.markAt[actor.to + 1] : undefined;
  const end = second?.type === 'actor' && !second.pronoun ? second.to : actor.to;
  const group = groups.find((one) => one.from > end && one.to <= from);
  // "commandos DEPLOYED FROM B in A"
  const near = group !== undefined && group.from - end <= 2 && verbAt[end] === undefined;
  // "SOLDIERS FROM A surrendered", but not "arrived": where somebody is from is told of only by leaving it.
  const origin = near && isIn(view, 'farPrepositions', group.from - 1) && !LEAVING.includes(rule.kind);
  return near && !origin && isIn(view, 'innerPrepositions', group.from - 1) ? group : null;
};

const MOVED: readonly VerbRule['kind'][] = ['withdrawal', 'entry'];

const LEAVING: readonly VerbRule['kind'][] = ['surrender', 'withdrawal', 'loss'];

/** "In A and B nothing is left to them": what opens the sentence names more than the place spoken of last. */
const listedInFront = (parse: Parse, { from }: VerbGroup): PlaceGroup | null => {
  const front = frontedPlaces(parse, from);
  return front !== null && front.items.length > 1 && front.items.every(({ place }) => place !== null) ? front : null;
};

/** "A holds out", "the garrison in A holds out": the same is said of the place and of who is in it. */
const holdsOut = ({ kind, place, actor }: VerbRule): boolean =>
  kind === 'hold' && place === 'subject' && actor === 'context';

/** "THE GARRISON holds out"; "The rebels attacked A. IT held" means the place. */
const holderOut = ({ view: { lexicon } }: Parse, { places, actor }: Subject): ActorMark | null =>
  places === null && actor !== null && !lexicon.has('objectPronouns', actor.text.toLowerCase()) ? actor : null;

/** "THE GARRISON of A fell": the place falls with who was to defend it; "two soldiers from A fell" does not say so. */
const isGarrisons = ({ view }: Parse, { kind }: VerbRule, { actor }: Subject): boolean =>
  kind === 'loss' && actor !== null && isIn(view, 'fallenGarrisons', actor.to - 1);

/** "A, B and C, FROM WHICH the garrisons withdrew": the places that the clause is said of. */
const placeOfRelative = ({ view, groupAt, verbAt }: Parse, { from }: VerbGroup): PlaceGroup | null => {
  for (let at = from - 1; at > 1 && verbAt[at] === undefined && !/^[,;:]$/.test(wordAt(view, at)); at--) {
    if (!isIn(view, 'prepositions', at - 1) || !isInAny(view, ['thingRelatives'], at)) continue;
    return groupAt[at - 2] ?? (wordAt(view, at - 2) === ',' ? (groupAt[at - 3] ?? null) : null);
  }
  return null;
};

/** "A AND B we shall not leave", "the districts THAT THEY LEFT": the object of a verb that has one stands before its subject. */
const leftBefore = (parse: Parse, { rule, verb, subject }: VerbMatch): PlaceGroup | null => {
  const leaves = verb.lemmas.some((lemma) => parse.view.lexicon.has('leavableVerbs', lemma));
  // "A, WHICH THE ARMY HOLDS"
  const has = rule.kind === 'hold' || (rule.kind === 'withdrawal' && leaves);
  const told = has ? objectOfRelative(parse, subject) : null;
  const many = told?.items.every(({ place, noun }) => place === null && noun?.plural === true);
  return many || isOfRelative(parse, verb) ? told : null;
};

/** "all of A but THE FORT, WHERE soldiers hold out": what has no name stands nearer than the name. */
const thingOfWhere = ({ view, groups }: Parse, { subject }: VerbMatch): PlaceGroup | null => {
  const at = (subject.phrase?.from ?? 0) - 1;
  if (!isIn(view, 'whereWords', at)) return null;
  const end = wordAt(view, at - 1) === ',' ? at - 1 : at;
  const thing = groups.find(({ to }) => to === end);
  return thing?.items.every(({ place, noun }) => place === null && noun?.definite === true) === true ? thing : null;
};

/** "retook ON MONDAY the town of A": a time may stand between the verb and its object. */
const behindDay = (parse: Parse, { to }: VerbGroup): PlaceGroup | null => {
  const at = behindTimeAt(parse.view, to);
  return at > to ? objectFrom(parse, at) : null;
};

export const slotPlace = (match: VerbMatch, found: PatternMatch, parse: Parse): PlaceGroup | null => {
  const { rule, verb, passive, subject } = match;
  if (found.place !== null) return found.place;
  // "Seven posts in A surrendered to the rebels": what gives itself up is a place.
  const givesItself = rule.kind === 'surrender' && rule.place === 'context' && subject.actor === null;
  if (givesItself && subject.places !== null) return subject.places;
  if (rule.place === 'context' && !found.pronoun)
    return (
      placeOfRelative(parse, verb) ??
      thingOfWhere(parse, match) ??
      leftBefore(parse, match) ??
      placeOfDoer(parse, match) ??
      listedInFront(parse, verb)
    );
  const behind = rule.place === null ? null : placeBehindSubject(parse, rule.kind, subject);
  if (rule.place === 'behind' || (behind !== null && (passive || rule.place === 'subject'))) return behind;
  if (passive && rule.place !== 'context' && rule.place !== null)
    return isOfDeed(parse, rule, subject.places)
      ? null
      : (placeOfPassive(parse, verb, subject) ?? placeOfBesieged(parse, rule, subject));
  if (rule.place === 'subject')
    return (
      subject.places ??
      (holdsOut(rule) ? (leftBefore(parse, match) ?? thingOfWhere(parse, match)) : null) ??
      (holdsOut(rule) || isGarrisons(parse, rule, subject) ? placeOfDoer(parse, match) : cleftPlace(parse, verb))
    );
  if (rule.place !== 'object') return null;
  // "A, which the army GAVE UP": only what stands before it as such an object.
  if (parse.view.lexicon.has('relativeRules', rule.name))
    return isIn(parse.view, 'relatives', (subject.phrase?.from ?? 0) - 1) ? objectOfRelative(parse, subject) : null;
  return (
    objectFrom(parse, verb.to) ??
    objectFrom(parse, pastAdjunct(parse, verb)) ??
    behindDay(parse, verb) ??
    examplesOf(parse, verb) ??
    (takesThing(parse, match) ? null : objectOfRelative(parse, subject)) ??
    sharedObject(parse, verb, rule.kind) ??
    cleftPlace(parse, verb)
  );
};

const TIMES = ['timeNouns', 'weekdays', 'months', 'timeAdjectives'];
const TAKING: readonly VerbRule['kind'][] = ['capture', 'recapture', 'loss'];

/** "In A the rebels captured A TANK", "lost TEN MEN": what is taken or lost stands behind the verb, and no "which" says that it is A. */
const takesThing = ({ view, phraseAt }: Parse, { rule, verb, subject: { phrase } }: VerbMatch): boolean => {
  const object = TAKING.includes(rule.kind) ? phraseAt[verb.to] : undefined;
  if (object === undefined || object.places !== null || isIn(view, 'relatives', (phrase?.from ?? 0) - 1)) return false;
  // "Two of them we have taken BACK"
  if (isInAny(view, ['backWords', 'againWords', 'verbAdverbs'], object.from)) return false;
  return !view.tokens.slice(object.from, object.to).some((_, i) => isInAny(view, TIMES, object.from + i));
};

/** "took at least five districts, including A and B": behind a comparison only the names count. */
const examplesOf = (parse: Parse, { to }: VerbGroup): PlaceGroup | null => {
  const lead = phraseLength(parse.view, 'comparatorLeads', to);
  const said = lead === 0 ? null : objectFrom(parse, to + lead);
  if (said === null || said.counted) return said === null ? null : namedAmong(parse, said);
  // "at least two districts in X, A and B": the names have joined the number.
  const [first, ...names] = said.items;
  return first?.place === null && names.some(({ place }) => place !== null) ? said : null;
};

export const slotDoer = (match: VerbMatch, found: PatternMatch, parse: Parse): ActorMark | null => {
  const { rule, passive, subject, verb } = match;
  const said = rule.kind === 'loss' && (passive || rule.place === 'subject');
  const behind = said && placeBehindSubject(parse, rule.kind, subject) !== null;
  if (behind || isGarrisons(parse, rule, subject)) return loserInSubject(parse, subject);
  if (rule.actor === 'after') return found.actor;
  if (rule.actor === 'agent')
    return agentFrom(parse, verb.to) ?? ownerOfLead(parse, match) ?? ownerOfAttack(parse, match);
  if (rule.actor === 'speaker' && passive) return agentFrom(parse, verb.to);
  if (rule.actor === 'context' && holdsOut(rule)) return holderOut(parse, subject);
  if (rule.actor !== 'subject') return null;
  // "THE TROOPS were withdrawn", "THE REBELS were kept out of A"
  if (passive) return agentFrom(parse, verb.to) ?? (MOVED.includes(rule.kind) ? subject.actor : null);
  return subject.actor ?? seatOfState(parse, match);
};

/** "A REBEL attack was launched on A": who made it stands in its own phrase. */
const ownerOfAttack = ({ view }: Parse, { rule, subject: { phrase } }: VerbMatch): ActorMark | null => {
  const marks = rule.kind === 'attack' && phrase !== null ? view.markAt.slice(phrase.from, phrase.to) : [];
  const owner = marks.find((mark) => mark?.type === 'actor' && !mark.pronoun);
  return owner?.type === 'actor' ? owner : null;
};

/** "REBEL control was restored": whose it is stands before the word that the rule begins with. */
const ownerOfLead = ({ view }: Parse, { rule, verb: { from } }: VerbMatch): ActorMark | null => {
  const owner = rule.lead !== null && rule.kind === 'recapture' ? view.markAt[from - 2] : undefined;
  return owner?.type === 'actor' && !owner.pronoun ? owner : null;
};

/** "CAPITAL still controls A": in a hold of other places the seat of government stands for it. */
const seatOfState = ({ view }: Parse, { rule, subject: { places } }: VerbMatch): ActorMark | null => {
  const [only, second] = places?.items ?? [];
  const mark = only?.place;
  if (rule.kind !== 'hold' || rule.place !== 'object' || mark == null || only?.noun !== null || second !== undefined)
    return null;
  const side = view.theatre.sides.find(({ role }) => role === 'incumbent')?.id ?? null;
  if (view.theatre.open || side === null || !view.lexicon.has('governmentSeats', mark.text.toLowerCase())) return null;
  const { start, end, sentence, from, to, text } = mark;
  return { type: 'actor', start, end, sentence, from, to, text, side, means: 'name', pronoun: false, modifies: false };
};

/** "they", "it" as what fell or was taken: a place that was spoken of. */
const meansPlace = (subject: Subject, parse: Parse): boolean =>
  subject.pointing ||
  (subject.actor?.pronoun === true && !subject.actor.modifies && isIn(parse.view, 'placePronouns', subject.actor.from));

/** "captured it"; "retook them": what is taken back is a place, what is captured may be people. */
const isObjectPronoun = (parse: Parse, given: number, kind: VerbRule['kind']): boolean => {
  const at = behindShare(parse.view, given);
  const mark = parse.view.markAt[at];
  const list = kind === 'recapture' ? 'objectPlurals' : 'objectPronouns';
  return (
    mark?.type === 'actor' && mark.pronoun && (isIn(parse.view, 'objectPronouns', at) || isIn(parse.view, list, at))
  );
};

const suitsScope = ({ whenScope }: VerbRule, place: PlaceGroup): boolean =>
  whenScope === null || place.items.every(({ scope }) => scope !== null && whenScope.includes(scope));

/** "taken control OF 48 DISTRICTS", "OF THE SITUATION": of that, and of nothing that was spoken of. */
const isOfElse = ({ view }: Parse, at: number): boolean =>
  isInAny(view, ['partLinks', 'overWords'], at) &&
  !isInAny(view, ['objectPronouns', 'objectPlurals', 'hereWords'], at + 1);

/** True where the rule has a place, by name, by noun or by a pronoun that stands for one. */
export const hasPlace = (match: VerbMatch, parse: Parse): boolean => {
  const { rule, passive, subject, place } = match;
  if (place !== null) return (!place.counted || place.few) && suitsScope(rule, place);
  if (rule.whenScope !== null) return false;
  if (rule.place === 'context') return !isOfElse(parse, match.to);
  // "where soldiers are holding out": they hold out in what is spoken of.
  if (holdsOut(rule) && subject.actor !== null && !subject.actor.pronoun) return true;
  // "the last troops THERE are ringed"
  if (rule.kind === 'siege' && passive && subject.actor !== null && isIn(parse.view, 'hereWords', subject.actor.to))
    return true;
  if (passive || rule.place === 'subject') return meansPlace(subject, parse);
  return (
    (rule.place === 'object' || rule.after?.includes('{place}?') === true) &&
    isObjectPronoun(parse, match.to, rule.kind)
  );
};
