// A match of a verb's rule as a predicate: its clause, its mood, its tense, who and where.
import type { Span } from '../../model/text.ts';
import { isOutcome } from '../clauses/beside-phrases.ts';
import type { Subject } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { isLeftOut } from '../clauses/left-out.ts';
import { isNobodysDeed } from '../clauses/nobody-does.ts';
import type { Parse } from '../clauses/parse.ts';
import type { PlaceItem, Predicate } from '../marks.ts';
import { canBeProvince } from '../place-groups/place-item.ts';
import { behindShare, isTwoOf } from '../place-groups/place-pronouns.ts';
import type { Mood } from '../words/moods.ts';
import { isHyphen, isIn, isInAny, type SentenceView, startOfPhrase, wordAt } from '../words/view-sentence.ts';
import { letOver } from './let-mood.ts';
import { opensWithNo } from './none-of.ts';
import { isByStranger, isOutsiders } from './outsiders.ts';
import { moodOf } from './predicate-mood.ts';
import { isStrangersLoss, namesStranger } from './stranger-phrases.ts';
import type { VerbMatch } from './verb-match.ts';

/** The words from the first part to the last, and on to the next comma, stop, quotation mark or verb. */
export const clauseSpan = (parse: Parse, from: number, to: number): Span => {
  const { tokens } = parse.view;
  let end = to;
  while (
    end < tokens.length &&
    (!/^[,;:.!?"“”()—–-]+$/.test(wordAt(parse.view, end)) || isHyphen(parse.view, end)) &&
    parse.verbAt[end] === undefined &&
    !isIn(parse.view, 'conjunctions', end) &&
    !isIn(parse.view, 'clauseStarts', end)
  )
    end++;
  return { start: tokens[from]?.start ?? 0, end: tokens[end - 1]?.end ?? tokens[to - 1]?.end ?? 0 };
};

export const tenseOf = (verb: VerbGroup): Predicate['tense'] => {
  if (verb.modal !== null) return 'future';
  if (verb.perfect) return 'perfect';
  return verb.forms.includes('past') || verb.passive ? 'past' : 'present';
};

/** "GUNMEN from the Corvo cartel", "WARLORD Hale's men": of two marks of one side in a phrase the first. */
const sideFrom = (view: SentenceView, { actor, phrase }: Subject): number | undefined => {
  if (actor === null || phrase === null) return actor?.from;
  const before = view.markAt.slice(phrase.from, actor.from).find((mark) => mark?.type === 'actor' && !mark.pronoun);
  return before?.type === 'actor' && before.side === actor.side ? before.from : actor.from;
};

/** "forced them TO LEAVE" happened when they were forced: an infinitive has the tense of the verb over it. */
const governing = (parse: Parse, verb: VerbGroup): VerbGroup =>
  verb.infinitive
    ? (parse.verbs.findLast((other) => other.to <= verb.from && !other.infinitive) ?? verb)
    : (letOver(parse, verb) ?? verb);

const isPresentPassive = (parse: Parse, verb: VerbGroup): boolean => {
  for (let at = verb.from; at < verb.head; at++) if (isIn(parse.view, 'presentBe', at)) return true;
  return false;
};

/** "days AFTER CAPTURING B": what something else came after is done. */
const tenseIn = (parse: Parse, verb: VerbGroup): Predicate['tense'] => {
  if (isPresentPassive(parse, verb)) return 'present';
  const done = verb.gerund && isIn(parse.view, 'relation:after', verb.from - 1);
  return done ? 'past' : tenseOf(governing(parse, verb));
};

/** Words of "on Monday" between what is told of and its verb. */
const BESIDE = 2;

const subjectFrom = (view: SentenceView, { subject, passive, place, doer, verb }: VerbMatch): number => {
  const marks = [sideFrom(view, subject), subject.places?.from, passive ? place?.from : undefined];
  // "A REBEL attack was launched on A": whose it was is among the words of the claim.
  const { phrase } = subject;
  const owner = subject.actor === null && phrase !== null && doer !== null && doer.from >= phrase.from;
  if (owner && doer.to <= phrase.to) marks.push(doer.from);
  // "CONTROL OF A passed to the rebels"
  const owned = place !== null && place.to <= verb.from && isIn(view, 'partLinks', place.from - 1);
  if (owned && verb.from - place.to <= BESIDE) marks.push(place.from - 2);
  return Math.min(...marks.filter((at) => at !== undefined));
};

/** "it fell", "took it", "were cleared … they": the pronoun that stands for the place, in lower case. */
const placeWordOf = ({ view }: Parse, match: VerbMatch): string | null => {
  const { rule, passive, subject, verb, to } = match;
  const { actor } = subject;
  const isSubject = (passive || rule.place === 'subject') && actor?.pronoun === true && !actor.modifies;
  if (isSubject && isIn(view, 'placePronouns', actor.from)) return wordAt(view, actor.from);
  const means = (at: number): boolean =>
    isIn(view, 'objectPronouns', at) || (isIn(view, 'objectPlurals', at) && !isTwoOf(view, at));
  const object = [to, verb.to, to - 1, behindShare(view, to)].find(means);
  // "had driven THEM out": people, whom nobody takes.
  if (object !== undefined && (match.other?.from === object || rule.actor === 'enemy')) return null;
  return object === undefined ? null : wordAt(view, object);
};

/** "The garrison of A laid down its arms", "the post surrendered": a place that does what only its men do. */
const isGarrison = ({ rule, doer, subject }: VerbMatch): boolean =>
  ['surrender', 'withdrawal'].includes(rule.kind) &&
  doer === null &&
  subject.actor === null &&
  // "The TOWN surrendered to the rebels": a withdrawal is of men, a surrender also of a place.
  subject.places?.items.every(({ scope }) => scope === 'base' || rule.kind === 'surrender') === true;

/** "has NEVER been out of rebel hands": a no to what a rule denies affirms it. */
const ruled = ({ view }: Parse, { rule, verb }: VerbMatch, said: Predicate['polarity']): Predicate['polarity'] => {
  if (rule.polarity !== 'denied') return rule.polarity ?? said;
  // "is NOT ONE soldier in A": the no of the rule's own words.
  const isNot = (at: number): boolean =>
    isIn(view, 'negations', at) && !isIn(view, 'negativeWords', at) && !isIn(view, 'singleWords', at + 1);
  const no =
    isNot(verb.to) || view.tokens.slice(verb.from, verb.head).some((_, i) => isIn(view, 'negations', verb.from + i));
  // "REFUSED to lift the siege": so does what was not done.
  return said === 'denied' && (no || verb.infinitive) ? 'affirmed' : 'denied';
};

/** True where the words leave room for a doer that they do not name. */
const leavesDoer = (parse: Parse, match: VerbMatch): boolean =>
  isGarrison(match) ||
  match.officer ||
  (match.passive && !isByStranger(parse, match)) ||
  match.verb.infinitive ||
  match.verb.forms.includes('ing') ||
  match.rule.actor !== 'subject' ||
  isNobodys(parse, match);

/** "NOBODY has surrendered in A", "nobody has taken A": none of those who could. */
const isNobodys = (parse: Parse, { rule, verb }: VerbMatch): boolean =>
  isNobodysDeed(parse, verb) &&
  (['surrender', 'withdrawal'].includes(rule.kind) ||
    (['capture', 'entry'].includes(rule.kind) &&
      (verb.perfect || parse.view.lexicon.has('futureModals', verb.modal ?? ''))));

/** A predicate with its words; sides and places are resolved by later passes. */
export const makePredicate = (parse: Parse, match: VerbMatch): Predicate => {
  const { rule, verb, place, receiver } = match;
  const { view } = parse;
  const first = subjectFrom(view, match);
  const reach = Number.isFinite(first) && first < verb.from && verb.from - first < 25 && !isOutcome(parse, verb);
  const from = reach ? Math.min(startOfPhrase(view, first), verb.from) : verb.from;
  const mood = moodOf(parse, verb, { kind: rule.kind, subjectFrom: reach ? from : -1 });
  const clause = clauseSpan(parse, from, Math.max(match.to, verb.to));
  const stranger = namesStranger(parse, match) && !isNobodys(parse, match);
  // "The army could lose A": what its holder stands to lose, somebody else threatens.
  const stands = rule.kind === 'loss' && mood.kind === 'threat';
  return {
    ...{
      start: view.tokens[verb.from]?.start ?? 0,
      end: view.tokens[verb.to - 1]?.end ?? 0,
      sentence: view.sentence.index,
    },
    ...{
      rule: rule.name,
      kind: mood.kind,
      fromContext: rule.actor === 'context' && !stranger,
      doerOpen: !stranger && (stands || leavesDoer(parse, match)),
      outsider: !match.officer && isOutsiders(parse, match),
      ...(isNobodys(parse, match) ? { nobodys: true } : {}),
      means: rule.actor === 'speaker' || rule.actor === 'enemy' ? rule.actor : null,
      doer: stands ? null : match.doer,
      receiver,
      other: stands ? match.doer : match.other,
      items: place?.items ?? [],
    },
    placeFromContext: place === null,
    placeWord: place === null ? placeWordOf(parse, match) : null,
    ...(rule.scope === null ? {} : { part: rule.scope }),
    polarity: ruled(parse, match, saidOf(parse, match, mood.polarity)),
    ...(isOfRest(parse, match) ? { leftOut: true } : {}),
    modality: rule.modality !== null && mood.modality === 'actual' ? rule.modality : mood.modality,
    tense: tenseIn(parse, verb),
    partial: rule.partial || place?.partial === true,
    tactical: rule.kind === 'withdrawal' && saysTactical(parse.view, from),
    ...{
      dropped: droppedAs(parse, match, mood),
      clause,
      actor: null,
      to: null,
      places: [],
    },
  };
};

/** Why nothing is told though the rule fits; null where it is told. */
const droppedAs = (parse: Parse, match: VerbMatch, mood: Mood): string | null =>
  mood.dropped ??
  saysOfEnd(match, mood) ??
  saysNone(parse, match) ??
  turnedAway(parse, match) ??
  abroadOrAway(parse, match) ??
  (isStrangersLoss(parse, match) ? STRANGERS : null);

const ENDED: readonly Predicate['kind'][] = ['siege', 'entry', 'threat'];

/** "WILL lift the siege", "will be kept out of A", "have NOT given up their assault": an end that has not come; "made NO headway" is one. */
const saysOfEnd = ({ rule, passive }: VerbMatch, { modality, polarity }: Mood): string | null => {
  const open = ENDED.includes(rule.kind) && rule.polarity === 'denied' && modality !== 'actual';
  const denied = polarity === 'denied' && rule.polarity === null;
  const goesOn = rule.kind === 'repulse' && rule.actor === 'subject' && !passive && denied;
  return open || goesOn ? 'a thing still to come' : null;
};

/** "ALL EXCEPT A have fallen": what is told of the rest; "all but A, WHICH fell": a clause of its own tells of A. */
const isOfRest = (parse: Parse, { subject, place, verb }: VerbMatch): boolean =>
  !isIn(parse.view, 'relatives', verb.from - 1) &&
  place !== null &&
  place === subject.places &&
  isLeftOut(parse, place.from);

/** What the words about the place make of what the verb says: "none of them", "not all of it", "all except A". */
const saidOf = (parse: Parse, match: VerbMatch, said: Predicate['polarity']): Predicate['polarity'] => {
  const { place } = match;
  if (isOfRest(parse, match) || isSoleWithout(parse, match)) return said === 'denied' ? 'affirmed' : 'denied';
  return isNotWhole(parse.view, place) || isOfNone(match, parse.view) ? 'denied' : said;
};

/** "the only town that is NOT held by the rebels": the no of what it alone is; what is NOT the only one held is held. */
const isSoleWithout = ({ view }: Parse, { rule, verb, to }: VerbMatch): boolean =>
  view.lexicon.has('soleRules', rule.name) &&
  view.tokens.slice(verb.to + 1, to + 1).some((_, i) => isIn(view, 'negations', verb.to + 1 + i)) !== verb.negated;

/** "NOT ALL the city had been cleared", "not the whole of A": so much is not so. */
const isNotWhole = (view: SentenceView, place: VerbMatch['place']): boolean => {
  if (place === null) return false;
  const from = startOfPhrase(view, place.from);
  return [from, place.from].some(
    (at) =>
      [at - 1, at - 2, at - 3].some((i) => isIn(view, 'wholeWords', i) && isIn(view, 'negations', i - 1)) ||
      (isIn(view, 'wholeWords', at) && isIn(view, 'negations', at - 1)),
  );
};

/** "NONE of the three has fallen", of those that were named before. */
const isOfNone = ({ subject }: VerbMatch, view: SentenceView): boolean =>
  subject.phrase !== null && isIn(view, 'noneWords', subject.phrase.from);

/** Why what a rival faction lost is no claim. */
const STRANGERS = 'nobody who fights lost it';

/** Why "no town has fallen" is no claim of its own; it may deny one. */
export const NONE_SAID = 'a number of places: none';

const NONE_THERE = 'a number of things there: none';

/** "walked over TO NORLAND", "HAD BEEN ten miles away": men who cross a border give nothing up, and who was away threatens nobody. */
const abroadOrAway = ({ view }: Parse, { rule, verb, receiver }: VerbMatch): string | null => {
  const side = receiver === null ? undefined : view.theatre.sides.find(({ id }) => id === receiver.side);
  if (rule.kind === 'surrender' && side?.class === 'foreign' && !side.belligerent) return 'men who cross a border';
  const been = verb.perfect && isIn(view, 'be', verb.head) && isIn(view, 'pastHelpers', verb.from);
  return rule.kind === 'threat' && been ? 'where somebody was not' : null;
};

/** "only Ashford LEFT": what remains, and nobody who leaves. */
const isOnlyLeft = (view: SentenceView, { rule, verb }: VerbMatch): boolean => {
  const mark = view.markAt[verb.from - 1];
  return rule.kind === 'withdrawal' && verb.bare && mark?.type === 'place' && isIn(view, 'onlyWords', mark.from - 1);
};

const TURNED = ['carriageNouns', 'haltedNouns'];

/** "A CONVOY OF FOOD was turned back", "the WITHDRAWAL was halted": who brings things attacks nobody. */
const turnedAway = ({ view }: Parse, match: VerbMatch): string | null => {
  const { rule, verb, place, subject } = match;
  const { phrase, actor } = subject;
  if (isOnlyLeft(view, match)) return 'a place that is left';
  // "A convoy left A. The army says IT turned back": a thing, and nobody who attacks.
  const thing = actor?.pronoun === true && isIn(view, 'objectPronouns', actor.from);
  if (rule.kind === 'repulse' && rule.actor === 'subject' && !verb.passive && place === null && thing)
    return 'nobody who attacks';
  if (rule.kind !== 'repulse' || !verb.passive || phrase === null || actor?.side != null) return null;
  return view.tokens.slice(phrase.from, phrase.to).some((_, i) => isInAny(view, TURNED, phrase.from + i))
    ? 'nobody who attacks'
    : null;
};

/** "no DISTRICT OF A": where A may be a province, one of its districts. */
const isOfProvince = (view: SentenceView, item: PlaceItem): boolean =>
  item.noun?.kind === 'district' && canBeProvince(view, item);

/** "no provincial capital is in their hands", "not one centre has fallen" is a number, not a place. */
const saysNone = ({ view }: Parse, { place, verb }: VerbMatch): string | null => {
  const first = place?.items[0];
  // "In A and B they hold NONE": a number of things there.
  if (place !== null && place.to <= verb.from && !verb.passive && isIn(view, 'noneWords', verb.to)) return NONE_THERE;
  if (place === null || first === undefined || (first.place !== null && !isOfProvince(view, first))) return null;
  return opensWithNo(view, place.from) ? NONE_SAID : null;
};

/** "a tactical retreat", "a strategic withdrawal"; a "strategic town" is only a town. */
export const saysTactical = (view: SentenceView, from: number): boolean =>
  view.tokens.some(
    (_, i) =>
      i >= from &&
      (isIn(view, 'tacticalWords', i) || (isIn(view, 'tacticalAdjectives', i) && isIn(view, 'withdrawalNouns', i + 1))),
  );
