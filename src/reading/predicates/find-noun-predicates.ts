import type { NounRule } from '../../model/lexicon.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf, objectFrom } from '../clauses/parse-sentence.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import { behindTold } from '../mentions/actor-phrases.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { canBeProvince } from '../place-groups/place-item.ts';
import { possible } from '../words/moods.ts';
import { isHyphen, isIn, isInAny, startOfPhrase, wordAt } from '../words/view-sentence.ts';
import {
  failedAttacker,
  isEachBeaten,
  isFailed,
  isNotBeaten,
  isStalled,
  launchedBy,
  repelledBy,
  whereRepelled,
} from './attack-outcome.ts';
import { avertedBy, isFightOver, isNotAverted, isOnlyTried } from './averted-noun.ts';
import { isDeniedAlone, isUnheardOf } from './denied-noun.ts';
import { deedBeside } from './fight-beside-deed.ts';
import { includedIn } from './find-gapped.ts';
import { isForeigners } from './foreign-withdrawal.ts';
import { foughtFor, reachedBy } from './fought-for.ts';
import { frontedPlace, relativePlace } from './fronted-place.ts';
import { endOf, isRestored, isToldLost, siegeBreaker } from './hold-ended.ts';
import { isImagined, isImminent } from './imminent-nouns.ts';
import { type NounMatch, nounPredicate } from './make-noun-predicate.ts';
import { isNoFight, isNoneMade, isNotFought } from './no-fight.ts';
import { loserOf, robbedOf } from './noun-losers.ts';
import { moodOfNoun } from './noun-mood.ts';
import { isVerbAt } from './noun-or-verb.ts';
import { isOwnedByRelative, ofWhich, ownerOf } from './noun-owner.ts';
import { isSameNounAgain, nounRuleAt } from './noun-rules.ts';
import { nounToCome } from './noun-to-come.ts';
import { goesOnSomewhere, withPlacesOf } from './scene-places.ts';
import { isBegun } from './under-way.ts';
import { pastParenthesis } from './verb-aside.ts';
import { isVagueAim } from './verb-match.ts';

/** "by the rebels", "to the Taliban", "into the hands of the group" behind the place. */
const actorBehind = (parse: Parse, rule: NounRule, from: number): ActorMark | null => {
  const finder = finderOf(parse);
  for (let at = from; at < from + 3; at++) {
    // "their capture of A, confirmed by the mayor": the comma ends whose it is.
    if (/^[,;:]$/.test(wordAt(parse.view, at)) && parse.verbAt[at + 1] !== undefined) return null;
    // "A's fall was confirmed BY officials": the verb's doer is not the noun's.
    if (parse.verbAt[at] !== undefined) return null;
    if (!rule.actorAfter.includes(wordAt(parse.view, at))) continue;
    for (let i = at + 1; i < at + 7; i++) {
      const actor = finder.actorAt(i);
      if (actor !== null) return actor;
    }
  }
  return null;
};

/** "fighting was still going on in A", "has not stopped around A": only such a verb may stand between a fight and its place. */
const isOngoing = (parse: Parse, rule: NounRule, at: number): boolean => {
  const verb = parse.verbAt[at];
  if (verb === undefined) return true;
  const isIn = (list: string): boolean => verb.lemmas.some((lemma) => parse.view.lexicon.has(list, lemma));
  if (rule.kind === 'clash' && verb.negated && isIn('stoppingVerbs')) return true;
  const list = rule.kind === 'clash' ? 'clashVerbs' : 'flagVerbs';
  return ['clash', 'hold'].includes(rule.kind) && isIn(list);
};

/** "no fighting AFTER THE POLICE LEFT for A": a clause of its own has its own place; "fighting after dark in A" has none. */
const opensClauseBefore = ({ view, phraseAt, verbs }: Parse, at: number): boolean => {
  if (!isIn(view, 'subordinators', at) || isIn(view, 'conjunctions', at)) return false;
  const subject = phraseAt[at + 1];
  const verb = verbs.find(({ from }) => from === subject?.to);
  return verb !== undefined && !verb.gerund && !verb.infinitive && (subject?.actor ?? null) !== null;
};

/** "clashes with the militants in A", "an attack late on Sunday on A": the place within a few words. */
const placeBehind = (parse: Parse, rule: NounRule, at: number): PlaceGroup | null => {
  // "a RING OF TRENCHES around A" besieges nobody.
  const close = isIn(parse.view, 'closeNouns', at) ? 2 : 12;
  const reach = rule.kind === 'clash' ? 20 : close;
  for (let i = at + 1; i < Math.min(at + reach, parse.view.tokens.length); i++) {
    i = behindTold(parse, i);
    const reached = rule.kind === 'clash' ? (reachedBy(parse, i) ?? foughtFor(parse, i)) : null;
    if (reached !== null) return reached;
    if (opensClauseBefore(parse, i) || !isOngoing(parse, rule, i) || /^[,;:."“”]$/.test(wordAt(parse.view, i)))
      return null;
    // "its fall implies THE FALL of A": the place is of the noun right before it.
    if (rule.kind === 'loss' && i > at + 1 && isSameNounAgain(parse, rule, i)) return null;
    if (!rule.placeAfter.includes(wordAt(parse.view, i))) continue;
    const place = objectFrom(parse, i + 1);
    if (place !== null) return place;
    // "the surrender of the garrison in Ashford": behind whose it is the place may still follow.
    const ofWhom = parse.phraseAt[i + 1]?.actor != null && rule.placeAfter.length > 1;
    if (rule.kind !== 'clash' && rule.kind !== 'attack' && !ofWhom) return null;
  }
  return null;
};

/** "clearing operations in five provinces": nobody takes a province back by one. */
const isOfProvinces = ({ view }: Parse, { modality }: NounRule, place: PlaceGroup | null): boolean =>
  modality === 'planned' &&
  place?.items.every((item) => canBeProvince(view, item) && item.kindWord !== 'city') === true;

/** "In A, clashes were reported in two quarters": parts without a name are those of the place that opens the sentence. */
const placeOrFront = (near: PlaceGroup | null, fronted: PlaceGroup | null): PlaceGroup | null =>
  near !== null && fronted !== null && near.items.every(({ place, scope }) => place === null && scope === 'area')
    ? fronted
    : near;

const TAKINGS: readonly NounRule['kind'][] = ['capture', 'recapture', 'siege'];

/** "reports of ITS CAPTURE": with no place behind it the place is what was taken; "its withdrawal" is who withdrew. */
const isTaken = ({ view }: Parse, { kind }: NounRule, at: number): boolean =>
  TAKINGS.includes(kind) && isIn(view, 'placePossessives', at - 1);

const matchNoun = (parse: Parse, at: number): NounMatch | null => {
  const noun = nounRuleAt(parse, at);
  if (noun === null || isVerbAt(parse, at) || parse.view.markAt[at] !== undefined) return null;
  const { rule } = noun;
  const ahead = ownerOf(parse, rule, noun.from);
  const fronted = rule.kind === 'clash' ? (relativePlace(parse, at) ?? frontedPlace(parse, at)) : null;
  const placeNear = placeOrFront(ofWhich(parse, at) ?? placeBehind(parse, rule, at), fronted);
  // "A, WHOSE CAPTURE they announced", "A'S CAPTURE by the rebels": with no place behind it the place is what was taken.
  const taken = TAKINGS.includes(rule.kind) && ahead.place !== null;
  const place = placeNear ?? (rule.possessor === 'place' || taken ? ahead.place : fronted);
  const near = place === null || place.from < at ? null : actorBehind(parse, rule, pastParenthesis(parse, place.to));
  const behind = near ?? actorBehind(parse, rule, at + 1);
  const owner = rule.possessor === 'actor' && !(place === null && isTaken(parse, rule, at)) ? ahead.actor : null;
  const actor = behind ?? owner ?? launchedBy(parse, Math.max(at + 1, place?.to ?? 0));
  if (place?.counted === true || isOfProvinces(parse, rule, place) || isVagueAim(rule.modality, place)) return null;
  const to = Math.max(at + 1, place?.to ?? 0, actor?.to ?? 0);
  return {
    rule,
    at,
    from: Math.min(ahead.from, noun.from) - (isHyphen(parse.view, Math.min(ahead.from, noun.from)) ? 1 : 0),
    ...{ to, place, actor, loser: loserOf(parse, { rule, owner: ahead.actor, at, from: noun.from, to, place }) },
  };
};

const kindOf = (parse: Parse, match: NounMatch, repelled: boolean): Predicate['kind'] => {
  const { view } = parse;
  const { rule, actor, place } = match;
  if (repelled) return 'repulse';
  if (isRestored(parse, match)) return 'recapture';
  // "the fall of A back to B": B had it before.
  if (rule.kind === 'loss' && actor !== null && place !== null && isIn(view, 'againWords', place.to))
    return 'recapture';
  // "the fall of A to B" is B's taking; "the loss of A to B" and "the surrender of A to B" are not.
  return rule.kind === 'loss' && actor !== null && actor.means !== 'civilian' && !rule.gives ? 'capture' : rule.kind;
};

const WITHOUT_PLACE: readonly Predicate['kind'][] = ['clash', 'capture', 'recapture', 'loss', 'withdrawal', 'siege'];

const INSIDE = ['determiners', 'possessives'];

/** "confirmed the fall", "disputes loss": the noun is all that is said. */
const isConfirmed = (parse: Parse, { at }: NounMatch): boolean => {
  // "admits the loss OF 120": of whatever it is, it is not of what was spoken of.
  if (isIn(parse.view, 'partLinks', at + 1)) return false;
  const verb = parse.verbAt[at - 1] ?? parse.verbAt[at - 2];
  // "its heaviest ACKNOWLEDGED loss": it describes the noun.
  if (
    verb !== undefined &&
    (isInAny(parse.view, INSIDE, verb.from - 1) || /est$/.test(wordAt(parse.view, verb.from - 1)))
  )
    return false;
  return verb?.lemmas.some((lemma) => parse.view.lexicon.has('nominalVerbs', lemma)) ?? false;
};

/** "after heavy clashes" fights where the rest of the sentence is; "its capture" is of what was spoken of. */
const mayLackPlace = (parse: Parse, match: NounMatch, verbs: readonly Predicate[]): boolean => {
  // "their ATTEMPT to come to the rescue of A failed": what was tried has a place of its own.
  if (isIn(parse.view, 'attemptNouns', match.at) && parse.verbAt[match.at + 1]?.infinitive === true) return false;
  if (repelledBy(parse, match) !== null) return true;
  if (isDeniedAlone(parse, match)) return true;
  if (!WITHOUT_PLACE.includes(match.rule.kind)) return false;
  if (match.rule.kind === 'clash' && isIn(parse.view, 'hereWords', match.at + 1)) return true;
  if (match.rule.kind === 'loss') return isConfirmed(parse, match);
  if (match.rule.kind === 'withdrawal' && isForeigners(parse, match.from, match.at)) return false;
  if (match.rule.kind !== 'clash') return isIn(parse.view, 'possessives', match.at - 1) || isConfirmed(parse, match);
  if (goesOnSomewhere(parse, match) || deedBeside(parse, match, verbs) !== null) return true;
  const reach = match.at - startOfPhrase(parse.view, match.at);
  const linked = [1, 2, 3, reach + 1, reach + 3].some((back) => isIn(parse.view, 'outcomeAfter', match.at - back));
  const named = parse.groups.some(({ to, items }) => to <= match.at && items.some(({ place }) => place !== null));
  return linked && (named || verbs.some((verb) => verb.items.length > 0 && verb.dropped === null));
};

interface Among {
  readonly match: NounMatch;
  readonly verbs: readonly Predicate[];
}

/** Where a fight without a place of its own was, by the deeds beside it; any other noun as it is, with what it includes. */
const placed = (parse: Parse, { match, verbs }: Among, made: Predicate): readonly Predicate[] => {
  const beside = deedBeside(parse, match, verbs);
  if (beside !== null) return [{ ...made, items: beside.items, placeFromContext: false }];
  return [made.placeFromContext ? withPlacesOf(parse, made, verbs) : made, ...includedIn(parse, made)];
};

/** Predicates of nouns; `verbs` are the sentence's predicates that are already found. */
export const findNounPredicates = (parse: Parse, verbs: readonly Predicate[]): readonly Predicate[] => {
  // "retreated after a failed attack on A": the attack has its own place, which the retreat has not.
  const covered = (at: number, failed: boolean): boolean =>
    verbs.some((verb) => {
      if (failed && verb.placeFromContext && verb.kind !== 'repulse') return false;
      const start = parse.view.tokens[at]?.start ?? 0;
      return verb.start <= start && start < verb.clause.end && isInsideMatch(parse, verb, at);
    });
  return parse.view.tokens.flatMap((_, at) => {
    const found = matchNoun(parse, at);
    const failed = found?.rule.kind === 'attack' && isFailed(parse, found);
    const own = failed ? { ...found, actor: found.actor ?? failedAttacker(parse, found) } : found;
    if (own === null) return [];
    const repelled = repelledBy(parse, own);
    const match = isRead(parse, verbs, repelled) ? own : whereRepelled(parse, own, repelled);
    if (covered(at, failed) || isToldLost(match, verbs) || isNoFight(parse, match)) return [];
    if (match.place === null && !mayLackPlace(parse, match, verbs)) return [];
    if (isImagined(parse, match) || isStalled(parse, match) || isUnheardOf(parse, match)) return [];
    // "Control of A was RESTORED": by nobody that is named, as a passive may leave it.
    const kind = kindOf(parse, match, failed || repelled !== null);
    // "a sortie by the garrison of A": where they made it from, unless it came to nothing.
    if (kind !== 'repulse' && parse.view.lexicon.has('endedOnly', match.rule.name)) return [];
    const said = isImminent(parse, match)
      ? possible(kind)
      : (nounToCome(parse, kind, match) ?? moodOfNoun(parse.view, kind, at));
    const begun = match.rule.modality === 'planned' && isBegun(parse, match);
    // "There was NO attack on A": nobody's, so nobody is named.
    const noneMade =
      kind === 'attack' && ((said.polarity === 'denied' && isNoneMade(parse, match)) || isDeniedAlone(parse, match));
    const owned =
      match.actor !== null ||
      repelled !== null ||
      isRestored(parse, match) ||
      begun ||
      noneMade ||
      isOwnedByRelative(parse, match.at);
    if (match.rule.needsActor && !owned) return [];
    const kept = avertedBy(parse, match);
    const came = kept !== null && isNotAverted(parse, kept);
    const averted = came || repelled !== null ? null : kept;
    const unbeaten = repelled !== null && isNotBeaten(parse, repelled);
    const denied = endOf(parse, match) ?? averted ?? (unbeaten || isNotFought(parse, match));
    const each = isEachBeaten(parse, match, repelled);
    const mood = denied || each ? { ...said, polarity: each ? ('affirmed' as const) : ('denied' as const) } : said;
    if ((isUnwanted(parse, match) && !came) || isFightOver(parse, match) || (averted !== null && isOnlyTried(averted)))
      return [];
    const told = { ...match, to: repelled?.to ?? match.to, foe: siegeBreaker(parse, match) ?? robbedOf(parse, match) };
    return placed(parse, { match, verbs }, nounPredicate(parse, told, mood));
  });
};

/** "was beaten off near A": the verb has told it already. */
const isRead = ({ view }: Parse, verbs: readonly Predicate[], verb: VerbGroup | null): boolean => {
  const start = view.tokens[verb?.head ?? -1]?.start ?? -1;
  return verbs.some((one) => one.kind === 'repulse' && one.start <= start && start < one.clause.end);
};

/** "CALLED OFF their attack". */
const isCalledOff = ({ view }: Parse, { to, lemmas }: VerbGroup): boolean =>
  isIn(view, 'offWords', to) && lemmas.some((lemma) => view.lexicon.has('callingOffVerbs', lemma));

/** "do not want fighting in the city": a noun under a verb that is denied does not happen. */
const isUnwanted = (parse: Parse, { rule, from, at }: NounMatch): boolean => {
  const verb = parse.verbs.findLast((other) => other.to <= at);
  if (verb?.lemmas.some((lemma) => parse.view.lexicon.has('be', lemma))) return false;
  // "urged both sides to stop fighting in A"
  const stops = verb?.lemmas.some((lemma) => parse.view.lexicon.has('stoppingVerbs', lemma)) === true;
  if (verb?.infinitive && at - verb.to <= 1 && stops) return true;
  const near = verb !== undefined && verb.to >= from - 1;
  // "confirmed the attack BUT NOT the loss of A": what is left out is neither said nor denied.
  const start = startOfPhrase(parse.view, from);
  if (isIn(parse.view, 'negations', start - 1) && isIn(parse.view, 'butWords', start - 2)) return true;
  // "stopped THEIR drive on A", "called off ITS push on A": who leaves off his own attack makes none.
  const own = rule.kind === 'attack' && [from, at - 1].some((i) => isIn(parse.view, 'possessives', i));
  if (own && verb !== undefined && !verb.passive && at - verb.to <= 3 && (stops || isCalledOff(parse, verb)))
    return true;
  // "WITHOUT admitting the loss of A": who does not say it has not said it.
  if (near && isIn(parse.view, 'withoutWords', verb.from - 1)) return true;
  // "refused to confirm the loss of A"
  const refused =
    near &&
    verb.infinitive &&
    parse.verbs.some(
      ({ to, lemmas }) => to === verb.from && lemmas.some((lemma) => parse.view.lexicon.has('refusingVerbs', lemma)),
    );
  return near && (verb.negated || refused);
};

/** "repelled an ATTACK on A", "lost CONTROL of A": the verb's rule has already read the noun. */
const isInsideMatch = (parse: Parse, verb: Predicate, at: number): boolean => {
  const last = verb.items.at(-1)?.to ?? -1;
  const first = verb.items[0]?.from ?? -1;
  const verbAt = parse.view.tokens.findIndex(({ start }) => start >= verb.start);
  return verbAt < at && (at < first || (last < 0 && at < verbAt + 6));
};
