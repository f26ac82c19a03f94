// States told from the place on: "In A stand rebel fighters", "At B it is the army", "Also in rebel hands is C".
// Invariant: the place is fronted or stands right behind the verb; a clause about who did something is no state.

import type { Kind } from '../../model/claim.ts';
import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { matchPattern } from '../clauses/match-pattern.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf, objectFrom } from '../clauses/parse-sentence.ts';
import { frontedPlaces, segmentStart } from '../clauses/segments.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, wordAt } from '../words/view-sentence.ts';
import { isAllLeft } from './all-left.ts';
import { tenseOf } from './make-predicate.ts';
import { makeState } from './make-state.ts';
import { moodOf } from './predicate-mood.ts';

interface Turned {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly place: PlaceGroup | null;
  readonly actor: ActorMark;
  readonly kind?: Kind;
  /** "The only place that they do NOT hold is A". */
  readonly negated?: boolean;
}

const is = ({ view }: Parse, verb: VerbGroup, list: string): boolean =>
  !verb.passive && verb.lemmas.some((lemma) => view.lexicon.has(list, lemma));

/** Who stands right behind the verb, over adverbs: "it is now THE ARMY"; nobody where a clause about them follows. */
const actorBehind = (parse: Parse, verb: VerbGroup, they = false): ActorMark | null => {
  const actor = matchPattern(finderOf(parse), '~ {actor}', verb.to)?.actor ?? null;
  if (actor === null || actor.modifies || actor.means === 'civilian') return null;
  if (actor.pronoun && !(they && isIn(parse.view, 'theyWords', actor.from))) return null;
  return isIn(parse.view, 'relatives', actor.to) || parse.verbAt[actor.to] !== undefined ? null : actor;
};

/** "At A it is the army", "In A it has been the rebels since May". */
const cleft = (parse: Parse, verb: VerbGroup): Turned | null => {
  if (!is(parse, verb, 'be') || !isIn(parse.view, 'emptySubjects', verb.from - 1)) return null;
  const actor = actorBehind(parse, verb, true);
  const place = frontedPlaces(parse, verb.from - 1);
  if (actor === null || place === null) return null;
  const from = segmentStart(parse, verb.from);
  return { name: 'it is the army', from, to: actor.to, place, actor };
};

/** "THERE, officials said, stand our troops"; "there are troops" only says that they exist. */
const thereBefore = (parse: Parse, verb: VerbGroup): number | null => {
  const { view, verbAt } = parse;
  const first = is(parse, verb, 'be') ? verb.from - 2 : verb.from - 1;
  for (let at = first; at >= 0 && verbAt[at] === undefined; at--) if (isIn(view, 'hereWords', at)) return at;
  return null;
};

/** "AROUND A stand the rebels", "ON THREE SIDES OF A", "AT THE GATES OF A": the place that whoever stands so has shut in. */
const ringedBefore = (parse: Parse, verb: VerbGroup): PlaceGroup | null => {
  const from = segmentStart(parse, verb.from);
  for (const pattern of parse.view.lexicon.list('ringPatterns')) {
    const found = matchPattern(finderOf(parse), pattern, from);
    if (found?.place != null && found.to <= verb.from) return found.place;
  }
  return null;
};

/** "In A stand rebel fighters", "there, officials said, stand our troops". */
const inverted = (parse: Parse, verb: VerbGroup): Turned | null => {
  if (!is(parse, verb, 'standingVerbs') || subjectOf(parse, verb).actor !== null) return null;
  const actor = actorBehind(parse, verb);
  const ringed = ringedBefore(parse, verb);
  if (actor !== null && ringed !== null) {
    const from = segmentStart(parse, verb.from);
    return { name: 'around it stands the army', kind: 'siege', from, to: actor.to, place: ringed, actor };
  }
  const place = frontedPlaces(parse, verb.from);
  const there = thereBefore(parse, verb);
  if (actor === null || (place === null && there === null)) return null;
  const from = place === null ? (there ?? verb.from) : segmentStart(parse, verb.from);
  return { name: 'there stands the army', from, to: actor.to, place, actor };
};

/** Words of "in Uruzgan province". */
const WHERE = 4;

/** "All that remains in rebel hands IN URUZGAN is A": where that is, and nothing else. */
const isWhere = ({ view, verbAt, groupAt }: Parse, from: number, to: number): boolean => {
  if (to - from > WHERE || to - from < 2 || !isIn(view, 'homeLinks', from)) return false;
  return view.tokens.slice(from, to).every((_, i) => verbAt[from + i] === undefined) && groupAt[to - 1] !== undefined;
};

/** "Also in rebel hands is A": whose hands come first. */
const handsFirst = (parse: Parse, verb: VerbGroup): Turned | null => {
  const place = is(parse, verb, 'be') ? objectFrom(parse, verb.to) : null;
  if (place === null || place.counted) return null;
  const from = segmentStart(parse, verb.from);
  for (const pattern of parse.view.lexicon.list('statePatterns')) {
    const found = matchPattern(finderOf(parse), pattern, from);
    if (found?.actor != null && (found.to === verb.from || isWhere(parse, found.to, verb.from))) {
      // "The only town NOT under rebel control is A"
      const negated = parse.view.tokens.slice(from, found.to).some((_, i) => isIn(parse.view, 'negations', from + i));
      return { name: 'in rebel hands is A', from, to: place.to, place, actor: found.actor, negated };
    }
  }
  return null;
};

/** "The only place that the army holds is A": what is held is told last. */
const heldLast = (parse: Parse, verb: VerbGroup): Turned | null => {
  const before = parse.verbs.findLast(({ to }) => to <= verb.from);
  const place = before !== undefined && is(parse, verb, 'be') ? objectFrom(parse, verb.to) : null;
  if (before === undefined || place === null || place.counted) return null;
  if (!is(parse, before, 'holdVerbs') && !isAllLeft(parse, before)) return null;
  const from = segmentStart(parse, verb.from);
  const { actor } = subjectOf(parse, before);
  const whole = [from, from + 1].some((at) => isIn(parse.view, 'heldThings', at));
  if (!whole || actor === null || actor.from < from) return null;
  return { name: 'the only place held is A', from, to: place.to, place, actor, negated: before.negated };
};

const predicateOf = (parse: Parse, verb: VerbGroup): Predicate | null => {
  const turned = cleft(parse, verb) ?? inverted(parse, verb) ?? handsFirst(parse, verb) ?? heldLast(parse, verb);
  if (turned === null) return null;
  const kind = turned.kind ?? 'hold';
  const mood = moodOf(parse, verb, { kind, subjectFrom: -1 });
  const made = makeState(parse, { ...turned, kind, at: verb.from }, mood);
  const nobody = isIn(parse.view, 'negativeWords', verb.to) || wordAt(parse.view, verb.to) === 'no';
  return { ...made, tense: tenseOf(verb), polarity: nobody || turned.negated === true ? 'denied' : made.polarity };
};

/** All such states of a sentence. */
export const findInverted = (parse: Parse): readonly Predicate[] =>
  parse.verbs.map((verb) => predicateOf(parse, verb)).filter((state) => state !== null);
