// Verbs that say who holds what: the first rule of the lexicon that fits a verb group's words gives kind, doer and places.

import type { VerbRule } from '../../model/lexicon.ts';
import { hasObject } from '../clauses/clause-ends.ts';
import { type Subject, subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { PatternMatch } from '../clauses/match-pattern.ts';
import type { Parse } from '../clauses/parse.ts';
import { agentFrom, namedAmong, namedBehind, objectFrom } from '../clauses/parse-sentence.ts';
import { mayBeTold, type Tried, triedRules } from '../clauses/tried-rules.ts';
import type { Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import { isAllLeft, isLeftOver } from './all-left.ts';
import { bothDo } from './both-do.ts';
import { isMerelyOwned } from './civil-buildings.ts';
import { ENDED, endsTold, GOING, isSaidBeside, ofOwnDoer } from './ends-told.ts';
import { findGapped } from './find-gapped.ts';
import { allFailed, endedByRelative, foiledBy, isBeatenOff, isInVain } from './foiled-attempt.ts';
import { givingOfficer } from './giving-officer.ts';
import { heldForWhom } from './held-for-whom.ts';
import { isGroundOfBoth } from './held-ground.ts';
import { makePredicate } from './make-predicate.ts';
import { matchBehind } from './match-behind.ts';
import { isAmongTold, namedBefore, namedByRank } from './named-by-copula.ts';
import { isOfRelative } from './object-of-relative.ts';
import { opensSaid } from './opens-said.ts';
import { otherHalf } from './other-half.ts';
import { reducedPassive } from './reduced-passive.ts';
import { isManGivenUp, isOfFoes, suitsSubject } from './suits-subject.ts';
import { hasLead, robbedOf, suffererOrRepeller, tellsNothing, type VerbMatch } from './verb-match.ts';
import { hasPlace, slotDoer, slotPlace } from './verb-slots.ts';
import { byEnemy, isGuardedAgainst, isWithstood } from './withstood.ts';

const NO_MATCH: Omit<PatternMatch, 'to'> = { place: null, pronoun: false, actor: null, toActor: null, other: null };

/** A bare participle is passive before "by", and after a place with no object of its own ("Ashford, captured on Friday"). */
const isPassive = (parse: Parse, verb: VerbGroup, shared: Subject): boolean => {
  if (verb.passive) return true;
  if (!verb.bare || !verb.forms.includes('participle') || hasObject(parse, verb)) return false;
  const agent = agentFrom(parse, verb.to);
  if (agent !== null && agent.from <= verb.to + 3) return true;
  // "The rest FLED": nobody is fled.
  if (verb.lemmas.some((lemma) => parse.view.lexicon.has('flightVerbs', lemma))) return false;
  return shared.actor === null && (shared.places !== null || isAmongTold(parse, verb));
};

/** "two districts", "five villages around the city": places that are told by their number, of which some may be named behind. */
const isNumber = ({ items, counted }: PlaceGroup): boolean =>
  counted || items.every(({ place, noun }) => place === null && noun?.plural === true && !noun.definite);

/** "were vaccinated in A": a participle that the lexicon does not know makes "be" no state of its own. */
const isOtherPassive = ({ view }: Parse, { to, lemmas }: VerbGroup): boolean =>
  view.markAt[to] === undefined &&
  wordAt(view, to).endsWith('ed') &&
  wordAt(view, to).length > 3 &&
  lemmas.some((lemma) => view.lexicon.has('be', lemma)) &&
  !view.lexicon.verbs.has(wordAt(view, to)) &&
  !isIn(view, 'stayingWords', to);

interface Ringed {
  readonly rule: VerbRule;
  readonly subject: Subject;
}

/** "is surrounded by hills" is no siege; "is surrounded" without a place is one of somebody. */
const isSiege = (parse: Parse, verb: VerbGroup, { rule, subject }: Ringed): boolean => {
  if (!verb.passive || rule.polarity === 'denied') return true;
  const timed = ['weekdays', 'months', 'timeNouns', 'timeAdjectives'].some((list) =>
    isIn(parse.view, list, verb.to + 1),
  );
  const by = isIn(parse.view, 'agentWords', verb.to) && !timed && agentFrom(parse, verb.to) === null;
  const around = rule.place === 'context' || (rule.place === 'after' && rule.voice === 'passive');
  // "A RING has been drawn around A"
  return !by && (!around || subject.actor !== null || rule.lead !== null);
};

/** "A, INTO WHICH the rebels had slipped": the preposition that a rule has before its place stands before the relative. */
const tryWhich = (parse: Parse, verb: VerbGroup, { rule, which, stranded }: Tried): VerbMatch | null => {
  const { view } = parse;
  const { phrase } = subjectOf(parse, verb);
  const left = stranded !== null && isOfRelative(parse, verb) ? tryRule(parse, verb, stranded) : null;
  if (left !== null) return left;
  if (which === null || phrase === null) return null;
  const at = phrase.from - 1;
  const fits = isIn(view, 'relatives', at) && which.links.includes(wordAt(view, at - 1));
  const named = fits ? parse.groupAt[at - (wordAt(view, at - 2) === ',' ? 3 : 2)] : undefined;
  if (named === undefined) return null;
  const match = tryRule(parse, verb, which.tried);
  return match === null ? null : { ...match, rule, place: named };
};

/** "the districts that fell on Sunday are A and B". */
const isPlural = ({ items: [only, ...more] }: PlaceGroup): boolean =>
  more.length === 0 && only?.place === null && only.noun?.plural === true;

/** "the FIRST district to fall in B was A": the rank is told of what the verb "be" names behind it. */
const isRanked = ({ view }: Parse, { items: [only, ...more], from }: PlaceGroup): boolean =>
  more.length === 0 &&
  only?.place === null &&
  only.noun?.kind != null &&
  !only.noun.plural &&
  only.noun.refers === null &&
  view.tokens.slice(from, only.noun.from).some((_, i) => isIn(view, 'ordinalWords', from + i));

/** "There were CLASHES in A": what there was is no holder. */
const tellsOfEvent = ({ view }: Parse, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some((_, i) => isIn(view, 'eventNouns', from + i));

/** "two villages, A and B": each is what the number counts. */
const calledAs = ({ view }: Parse, named: PlaceGroup, { items: [counted] }: PlaceGroup): PlaceGroup => {
  const { scope = null, kindWord = null } = counted ?? {};
  const bare = named.items.every((item) => item.kindWord === null && item.scope === null && item.place !== null);
  return view.theatre.open && bare && kindWord === 'village'
    ? { ...named, items: named.items.map((item) => ({ ...item, scope, kindWord })) }
    : named;
};

/** "The TOWN lost its bakery": a place has no place to lose. */
const isPlacesLoss = (parse: Parse, verb: VerbGroup, { kind, place }: VerbRule): boolean => {
  const object = hasObject(parse, verb) || isIn(parse.view, 'possessives', verb.to);
  if (kind !== 'loss' || place !== 'object' || verb.passive || !object) return false;
  const { actor, places } = subjectOf(parse, verb);
  return actor === null && places !== null;
};

/** "The colonel gave up A": no side is named, but one man gives up what his side had. */
const withOfficer = (parse: Parse, match: VerbMatch): VerbMatch => {
  const officer = match.doer === null ? givingOfficer(parse, match.rule, match) : null;
  return officer === null ? match : { ...match, doer: officer.owner, officer: true };
};

/** "THE HILL is ours": a piece of ground of the place spoken of; "the victory is ours" is none. */
const isTerrain = (parse: Parse, verb: VerbGroup): boolean => {
  const { phrase } = subjectOf(parse, verb);
  return (
    phrase !== null &&
    isIn(parse.view, 'terrainNouns', phrase.to - 1) &&
    [phrase.from, phrase.from + 1].some((at) => isIn(parse.view, 'definiteArticles', at))
  );
};

/** "MOVES TO clear the rebels from A": who sets about another deed goes nowhere by that. */
const isMovedTo = ({ view, verbAt }: Parse, { to, lemmas }: VerbGroup): boolean =>
  verbAt[to]?.infinitive === true && lemmas.some((lemma) => view.lexicon.has('settingAboutVerbs', lemma));

/** "the mines LEFT BY the rebels": things that somebody left behind. */
const isLeftThere = ({ view, phraseAt }: Parse, { from, to, head, bare }: VerbGroup): boolean => {
  const thing = bare && isIn(view, 'leftForms', head) && isIn(view, 'agentWords', to) ? phraseAt[from - 1] : undefined;
  return thing !== undefined && thing.places === null && thing.actor === null;
};

/** Voice, form and what stands right beside the verb: whether a rule can be said by it at all. */
const suitsVerb = (parse: Parse, verb: VerbGroup, rule: VerbRule): boolean => {
  if (rule.voice !== null && (rule.voice === 'passive') !== verb.passive) return false;
  if (rule.kind === 'withdrawal' && (isMovedTo(parse, verb) || isLeftThere(parse, verb))) return false;
  if (isAllLeft(parse, verb) || (rule.voice === 'active' && isLeftOver(parse, verb))) return false;
  if (verb.passive && isIn(parse.view, 'byWords', verb.to) && isIn(parse.view, 'nobodyWords', verb.to + 1))
    return false;
  if (rule.lead !== null && !hasLead(parse, rule.lead, verb)) return false;
  if (rule.kind === 'hold' && isOtherPassive(parse, verb)) return false;
  if (parse.view.lexicon.has('terrainRules', rule.name) && !isTerrain(parse, verb)) return false;
  // "stormed the prison and freed 500 inmates": what has an object of its own was not freed.
  const own = hasObject(parse, verb) || isIn(parse.view, 'peoplePointers', verb.to);
  const bare = rule.forms?.some((form) => form === 'participle' || form === 'ing') === true;
  if (rule.place === 'subject' && bare && !verb.passive && own) return false;
  return rule.forms === null || verb.forms.some((form) => rule.forms?.includes(form));
};

const tryRule = (parse: Parse, verb: VerbGroup, tried: Tried): VerbMatch | null => {
  const { rule } = tried;
  if (!suitsVerb(parse, verb, rule)) return null;
  const pattern = tried.pattern === null ? { ...NO_MATCH, to: verb.to } : matchBehind(parse, verb, tried.pattern);
  if (pattern === null)
    return (tried.there === null ? null : tryRule(parse, verb, tried.there)) ?? tryWhich(parse, verb, tried);
  // "has 200 workers in A": the people of a place hold nothing there; who drives them out takes nothing back.
  if (['hold', 'recapture'].includes(rule.kind) && pattern.other?.means === 'civilian') return null;
  const subject = subjectOf(parse, verb);
  if (isOfFoes(parse, rule, { subject, other: pattern.other })) return null;
  if (isGroundOfBoth(parse, rule, subject) || isManGivenUp(parse, verb, { rule, subject })) return null;
  if (!suitsSubject(parse, rule, subject) || isPlacesLoss(parse, verb, rule)) return null;
  if (rule.kind === 'siege' && !isSiege(parse, verb, { rule, subject })) return null;
  const object = pattern.place ?? objectFrom(parse, pattern.to);
  const passive = rule.voice !== 'passive' && (verb.passive || (object === null && isPassive(parse, verb, subject)));
  const base = {
    rule,
    verb,
    passive,
    subject,
    place: null,
    doer: null,
    receiver: pattern.toActor,
    officer: false,
    other: pattern.other ?? robbedOf(parse, verb, passive) ?? suffererOrRepeller(rule, verb, subject),
    to: pattern.to,
  };
  const said = slotPlace(base, pattern, parse) ?? namedByRank(parse, verb, passive || rule.place === 'subject');
  const ranked = said !== null && verb.infinitive && isRanked(parse, said);
  const many =
    said !== null && (ranked || isNumber(said) || isPlural(said))
      ? (namedAmong(parse, said) ?? namedBefore(parse, said))
      : null;
  const place =
    (many === null || said === null ? null : calledAs(parse, many, said)) ??
    (said === null ? null : namedBehind(parse, said)) ??
    said;
  const doer = heldForWhom(parse, base, place) ?? slotDoer(base, pattern, parse);
  const end = Math.max(pattern.to, place !== null && place.from >= verb.to ? place.to : 0, doer?.to ?? 0);
  const match = withOfficer(parse, { ...base, place, doer, to: end });
  if (rule.place === null) return match;
  // "There was A REBEL ASSAULT in A": whose it was is not who has the place.
  const ofEvent = rule.kind === 'hold' && (doer === null || rule.lead !== null);
  if (ofEvent && tellsOfEvent(parse, verb.to, place?.from ?? 0)) return null;
  if (tellsNothing(parse, match, place) || isMerelyOwned(parse, match, place)) return null;
  return pattern.pronoun || hasPlace({ ...match, to: pattern.to }, parse) ? match : null;
};

/** "DRIVEN from A, the Blues …", "the Blues, BESIEGED in A, …". */
const REDUCED: readonly VerbRule['kind'][] = ['recapture', 'repulse', 'siege'];

/** Of a participle that stands alone only a rule for the passive may tell. */
const matchReduced = (parse: Parse, verb: VerbGroup): VerbMatch | null => {
  const reduced = reducedPassive(parse, verb);
  if (reduced === null) return null;
  const rules = triedRules(parse.view.lexicon);
  for (const lemma of reduced.lemmas)
    for (const tried of rules.get(lemma) ?? []) {
      const { voice, kind, place } = tried.rule;
      const match =
        voice === 'passive' && REDUCED.includes(kind) && place === 'after' ? tryRule(parse, reduced, tried) : null;
      if (match !== null) return match;
    }
  return null;
};

/** The first rule that fits; a rule without a place slot stops the search: it says that nothing is meant. */
const matchVerb = (parse: Parse, verb: VerbGroup): VerbMatch | null => {
  const rules = triedRules(parse.view.lexicon);
  for (const lemma of verb.lemmas)
    for (const tried of rules.get(lemma) ?? []) {
      const match = mayBeTold(tried, parse.view) ? tryRule(parse, verb, tried) : null;
      if (match !== null) return tried.rule.place === null ? null : match;
    }
  const placed = verb.passive && verb.lemmas.some((lemma) => parse.view.lexicon.has('placedVerbs', lemma));
  return placed ? matchVerb(parse, asState(verb)) : null;
};

/** "are positioned on four sides of A": where the participle says nothing of its own, the state that it is in does. */
const asState = (verb: VerbGroup): VerbGroup => ({
  ...verb,
  ...{ to: verb.head, lemmas: ['be'], forms: ['base'], passive: false },
});

/** "on the verge of falling": the second verb stands in the match of the first. */
const isInside = (matches: readonly VerbMatch[], { verb }: VerbMatch): boolean =>
  matches.some(
    (other) => other.rule.after !== null && other.verb.head < verb.head && verb.head < other.to && other.place !== null,
  );

/** The ways in which an attempt or an attack is told to have failed. */
const FAILURES = [isInVain, allFailed, isBeatenOff, isWithstood];

/** "tried to take A but failed" is a repulse; "tried IN VAIN TO REPEL the attack on A" denies one. */
const asFailed = ({ rule, verb }: VerbMatch, made: Predicate): Predicate => ({
  ...{ ...made, kind: 'repulse', modality: 'actual', dropped: null },
  polarity: rule.kind === 'repulse' && verb.infinitive ? 'denied' : 'affirmed',
});

/** One predicate for each verb group that a rule fits. */
export const findVerbPredicates = (parse: Parse): readonly Predicate[] => {
  const matches = parse.verbs
    .map((verb) => matchReduced(parse, verb) ?? matchVerb(parse, verb))
    .filter((match) => match !== null);
  const ends = endsTold(parse, matches);
  return matches
    .filter((match) => !isInside(matches, match) && !ends.has(match) && !isSaidBeside(parse, matches, match))
    .filter((match) => !opensSaid(parse, matches, match))
    .flatMap((match) => {
      const ended = endedByRelative(parse, match);
      const made = makePredicate(parse, ended === null ? match : { ...match, to: ended.to });
      const foiled = foiledBy(parse, match);
      // "tried to storm it but were repelled": the second verb may say so itself.
      const said = foiled !== null && matches.some((other) => other.verb === foiled && other.rule.kind === 'repulse');
      if (said && !ofOwnDoer(match)) return [{ ...made, dropped: ENDED }];
      const failed = foiled !== null || ended !== null || FAILURES.some((fails) => fails(parse, match));
      if ((failed && GOING.includes(made.kind)) || isGuardedAgainst(parse, match)) return [{ ...made, dropped: ENDED }];
      const predicate = failed ? byEnemy(parse, match, asFailed(match, made)) : made;
      return [...bothDo(parse, match, predicate), ...findGapped(parse, predicate), ...otherHalf(parse, predicate)];
    });
};
