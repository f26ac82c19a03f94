// States told from the place on: "In A stand rebel fighters", "At B it is the army", "Also in rebel hands is C".
// Invariant: the place is fronted or stands right behind the verb; a clause about who did something is no state.

import type { PlaceGroup } from './find-place-groups.ts';
import { subjectOf } from './find-subject.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import { tenseOf } from './make-predicate.ts';
import { makeState } from './make-state.ts';
import type { ActorMark, Predicate } from './marks.ts';
import { matchPattern } from './match-pattern.ts';
import type { Parse } from './parse.ts';
import { finderOf, objectFrom } from './parse-sentence.ts';
import { moodOf } from './predicate-mood.ts';
import { frontedPlaces, segmentStart } from './segments.ts';
import { isIn, wordAt } from './view-sentence.ts';

interface Turned {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly place: PlaceGroup | null;
  readonly actor: ActorMark;
}

const is = ({ view }: Parse, verb: VerbGroup, list: string): boolean =>
  !verb.passive && verb.lemmas.some((lemma) => view.lexicon.has(list, lemma));

/** Who stands right behind the verb, over adverbs: "it is now THE ARMY"; nobody where a clause about them follows. */
const actorBehind = (parse: Parse, verb: VerbGroup): ActorMark | null => {
  const actor = matchPattern(finderOf(parse), '~ {actor}', verb.to)?.actor ?? null;
  if (actor === null || actor.pronoun || actor.modifies || actor.means === 'civilian') return null;
  return isIn(parse.view, 'relatives', actor.to) || parse.verbAt[actor.to] !== undefined ? null : actor;
};

/** "At A it is the army", "In A it has been the rebels since May". */
const cleft = (parse: Parse, verb: VerbGroup): Turned | null => {
  if (!is(parse, verb, 'be') || !isIn(parse.view, 'emptySubjects', verb.from - 1)) return null;
  const actor = actorBehind(parse, verb);
  const place = frontedPlaces(parse, verb.from - 1);
  if (actor === null || place === null) return null;
  const from = segmentStart(parse, verb.from);
  return { name: 'it is the army', from, to: actor.to, place, actor };
};

/** "In A stand rebel fighters", "there, officials said, stand our troops". */
const inverted = (parse: Parse, verb: VerbGroup): Turned | null => {
  if (!is(parse, verb, 'standingVerbs') || subjectOf(parse, verb).actor !== null) return null;
  const actor = actorBehind(parse, verb);
  const from = segmentStart(parse, verb.from);
  const place = frontedPlaces(parse, verb.from);
  const there = isIn(parse.view, 'hereWords', from) && !isIn(parse.view, 'hereWords', verb.from - 1);
  if (actor === null || !(place !== null || there)) return null;
  return { name: 'there stands the army', from, to: actor.to, place, actor };
};

/** "Also in rebel hands is A": whose hands come first. */
const handsFirst = (parse: Parse, verb: VerbGroup): Turned | null => {
  const place = is(parse, verb, 'be') ? objectFrom(parse, verb.to) : null;
  if (place === null || place.counted) return null;
  const from = segmentStart(parse, verb.from);
  for (const pattern of parse.view.lexicon.list('statePatterns')) {
    const found = matchPattern(finderOf(parse), pattern, from);
    if (found?.actor != null && found.to === verb.from)
      return { name: 'in rebel hands is A', from, to: place.to, place, actor: found.actor };
  }
  return null;
};

const predicateOf = (parse: Parse, verb: VerbGroup): Predicate | null => {
  const turned = cleft(parse, verb) ?? inverted(parse, verb) ?? handsFirst(parse, verb);
  if (turned === null) return null;
  const mood = moodOf(parse, verb, { kind: 'hold', subjectFrom: -1 });
  const made = makeState(parse, { ...turned, kind: 'hold', at: verb.from }, mood);
  const nobody = isIn(parse.view, 'negativeWords', verb.to) || wordAt(parse.view, verb.to) === 'no';
  return { ...made, tense: tenseOf(verb), polarity: nobody ? 'denied' : made.polarity };
};

/** All such states of a sentence. */
export const findInverted = (parse: Parse): readonly Predicate[] =>
  parse.verbs.map((verb) => predicateOf(parse, verb)).filter((state) => state !== null);
