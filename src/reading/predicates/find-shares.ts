// A place that two sides share: "A is split between the rebels and the army", "each side holds a street", "both sides
// claim to control A", "the rebels hold the east bank and the army the west bank". One hold for each (judgement call 5).
// Invariant: who shares is named, or they are the two main sides of the theatre.

import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { matchPattern } from '../clauses/match-pattern.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf, objectFrom } from '../clauses/parse-sentence.ts';
import { frontedPlaces, isSegmentEnd } from '../clauses/segments.ts';
import { isPossessive } from '../clauses/word-class.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import { challengerOf, incumbentOf } from '../mentions/theatre-sides.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, isInAny, phraseLength } from '../words/view-sentence.ts';
import { tenseOf } from './make-predicate.ts';
import { makeState } from './make-state.ts';
import { moodOf } from './predicate-mood.ts';

interface Share {
  readonly verb: VerbGroup;
  readonly from: number;
  readonly to: number;
  readonly actor: ActorMark;
  readonly place: PlaceGroup | null;
  readonly partial: boolean;
  /** "is nobody's": neither has it. */
  readonly denied?: true;
}

/** Marks of the two sides whose war it is, over the words that mean both. */
export const mainSides = ({ view }: Parse, from: number, to: number): readonly ActorMark[] =>
  [incumbentOf(view.theatre), challengerOf(view.theatre)].flatMap((side): ActorMark[] => {
    const [start, end] = [view.tokens[from]?.start ?? 0, view.tokens[to - 1]?.end ?? 0];
    if (side === null) return [];
    const mark = { type: 'actor', start, end, sentence: view.sentence.index, from, to, text: '', side } as const;
    return [{ ...mark, means: 'name', pronoun: false, modifies: false }];
  });

/** "CONTROL OF A is split between the rebels and the army": what the control is of. */
const controlled = ({ view, groups }: Parse, { from }: VerbGroup): PlaceGroup | null => {
  const place = groups.find(({ to }) => to === from);
  if (place === undefined || !isIn(view, 'partLinks', place.from - 1)) return null;
  return isIn(view, 'controlNouns', place.from - 2) ? place : null;
};

/** "SHARE control of A WITH the army". */
const shared = (parse: Parse, verb: VerbGroup): readonly Share[] => {
  const shares = !verb.passive && verb.lemmas.some((lemma) => parse.view.lexicon.has('splitVerbs', lemma));
  const { actor } = subjectOf(parse, verb);
  if (!shares || actor === null) return [];
  const found = matchPattern(finderOf(parse), '~ control|power ~ of|over|in ~ {place} with ~ {other}', verb.to);
  if (found === null || found.place === null || found.other === null) return [];
  const share = { verb, from: actor.from, to: found.to, place: found.place, partial: true };
  return [actor, found.other].map((side) => ({ ...share, actor: side }));
};

/** "is split down the middle", "was divided between the rebels and the army". */
const split = (parse: Parse, verb: VerbGroup): readonly Share[] => {
  const place = verb.lemmas.some((lemma) => parse.view.lexicon.has('splitVerbs', lemma))
    ? (subjectOf(parse, verb).places ?? controlled(parse, verb))
    : null;
  if (place === null || place.counted) return [];
  const named = matchPattern(finderOf(parse), '~ between ~ {actor} and ~ {other}', verb.to);
  const ways = [verb.to, verb.to + 1].find((at) => phraseLength(parse.view, 'splitWays', at) > 0);
  if (named === null && ways === undefined) return [];
  const to = named?.to ?? (ways ?? verb.to) + phraseLength(parse.view, 'splitWays', ways ?? verb.to);
  const sides = named === null ? mainSides(parse, verb.from, verb.to) : [named.actor, named.other];
  return sides.flatMap((actor) =>
    actor === null ? [] : [{ verb, from: place.from, to, actor, place, partial: true }],
  );
};

/** "half Red, half Blue", "half the army's and half the rebels'". */
const HALVES = ['~ half ~ {actor} ,? and? half ~ {other}', "~ half ~ {actor} 's|'? ,? and|but? half ~ {other}"];

/** "is half Red, half Blue", "is half and half", "is nobody's": whose the place is, told of both. */
const told = (parse: Parse, verb: VerbGroup): readonly Share[] => {
  const { view } = parse;
  const is =
    !verb.passive && ['be', 'stayingVerbs'].some((list) => verb.lemmas.some((one) => view.lexicon.has(list, one)));
  const belongs = verb.lemmas.some((lemma) => view.lexicon.has('belongVerbs', lemma));
  const place = is || belongs || verb.passive ? subjectOf(parse, verb).places : null;
  if (place === null || place.counted) return [];
  const share = { verb, from: place.from, place };
  const noOne = (to: number): readonly Share[] =>
    mainSides(parse, verb.from, verb.to).map((actor) => ({ ...share, to, actor, partial: false, denied: true }));
  const hands = [verb.head, verb.to, verb.to + 1].find((at) => phraseLength(view, 'nobodysHands', at) > 0);
  if (hands !== undefined && !verb.negated) return noOne(hands + phraseLength(view, 'nobodysHands', hands));
  // "belongs TO NEITHER"
  if (belongs) return isIn(view, 'nobodyWords', verb.to + 1) && !verb.negated ? noOne(verb.to + 2) : [];
  if (!is) return [];
  const halves = HALVES.map((pattern) => matchPattern(finderOf(parse), pattern, verb.to)).find((one) => one !== null);
  if (halves?.actor != null && halves.other !== null)
    return [halves.actor, halves.other].map((actor) => ({ ...share, to: halves.to, actor, partial: true }));
  // "is half and half": of the two whose war it is.
  const even = [verb.to, verb.to + 1].find((at) => phraseLength(view, 'halfWays', at) > 0);
  const end = even === undefined ? 0 : even + phraseLength(view, 'halfWays', even);
  if (even !== undefined && place.items.every((item) => item.place !== null) && isSegmentEnd(parse, end))
    return mainSides(parse, verb.from, verb.to).map((actor) => ({ ...share, to: end, actor, partial: true }));
  if (!isIn(view, 'nobodyWords', verb.to) || !isPossessive(view, verb.to + 1)) return [];
  return noOne(verb.to + 2);
};

export const holds = ({ view }: Parse, verb: VerbGroup): boolean =>
  !verb.passive && verb.lemmas.some((lemma) => view.lexicon.has('holdVerbs', lemma));

/** "both the army and the rebels" before the verb: the two who are named. */
const namedBoth = (parse: Parse, from: number, to: number): readonly ActorMark[] => {
  const found = matchPattern(finderOf(parse), '~ {actor} and ~ {other}', from + 1);
  return found?.to === to && found.actor !== null && found.other !== null ? [found.actor, found.other] : [];
};

/** The sides that the words before a verb name as both or each, with the first of these words. */
export const sidesBefore = (
  parse: Parse,
  to: number,
): { readonly from: number; readonly sides: readonly ActorMark[] } | null => {
  const { view } = parse;
  const from = [to - 5, to - 4, to - 3, to - 2, to - 1].find((i) => phraseLength(view, 'bothSides', i) === to - i);
  if (from !== undefined) return { from, sides: mainSides(parse, from, to) };
  for (let at = to - 1; at >= Math.max(0, to - 12); at--) {
    const sides = isIn(view, 'bothWords', at) ? namedBoth(parse, at, to) : [];
    if (sides.length > 0) return { from: at, sides };
  }
  return null;
};

/** Where the object of "are in (full) control of" begins; -1 where the verb is another. */
const controlFrom = (parse: Parse, verb: VerbGroup): number => {
  const is = !verb.passive && verb.lemmas.some((lemma) => parse.view.lexicon.has('be', lemma));
  return is ? (matchPattern(finderOf(parse), '~ in ~ control|charge|possession|command of', verb.to)?.to ?? -1) : -1;
};

/** "Both sides CLAIM A": that they have it, where only one can have taken it last. */
const isClaim = (parse: Parse, { passive, lemmas, to, modal, negated }: VerbGroup): boolean => {
  const claims =
    !passive &&
    !negated &&
    modal === null &&
    lemmas.some((lemma) => parse.view.lexicon.has('claimingGovernors', lemma));
  const object = claims ? objectFrom(parse, to) : null;
  return object !== null && !object.counted && object.items.every(({ place }) => place !== null);
};

/** "each side holds a street", "each has a street", "both sides claimed to control A", "… to be in control of A". */
const each = (parse: Parse, verb: VerbGroup): readonly Share[] => {
  const { view } = parse;
  const control = controlFrom(parse, verb);
  const governor = verb.infinitive ? parse.verbs.findLast(({ to }) => to <= verb.from) : verb;
  const to = (governor ?? verb).from;
  const has = verb.from === to && isIn(view, 'have', verb.head);
  if (!(control >= 0 || holds(parse, verb) || has || isClaim(parse, verb))) return [];
  const said = sidesBefore(parse, to);
  // "Neither side has claimed A": nobody does.
  if (said === null || (isIn(view, 'neitherWords', said.from) && isClaim(parse, verb))) return [];
  const behind = Math.max(control, verb.to);
  const object = objectFrom(parse, behind);
  const part = partBehind(parse, behind);
  const named = object !== null && object.items[0]?.place !== null;
  const described = object !== null && !object.counted && part === null ? object : null;
  const place = named ? object : (frontedPlaces(parse, said.from) ?? described);
  if (part === null && (object === null || isIn(view, 'have', verb.head))) return [];
  const end = Math.max(object?.to ?? 0, part ?? 0);
  return said.sides.map((actor) => ({ verb, from: said.from, to: end, actor, place, partial: part !== null }));
};

/** Behind "the east bank", "half of it", "a street": a part of a place that has no name; null where none stands here. */
const partBehind = ({ view, phraseAt }: Parse, at: number): number | null => {
  const phrase = phraseAt[at];
  return phrase !== undefined && isIn(view, 'partOfPlace', phrase.to - 1) ? phrase.to : null;
};

/** "the eastern half": the phrase of the part itself, which means an area of the place spoken of; null where it is no such phrase. */
const standIn = (parse: Parse, from: number, to: number): PlaceGroup | null => {
  const group = objectFrom(parse, from);
  return group?.to === to && group.items.every(({ noun }) => noun?.scope === 'area') ? group : null;
};

/** "hold the east bank and the army the west bank". */
const banks = (parse: Parse, verb: VerbGroup): readonly Share[] => {
  const part = holds(parse, verb) ? partBehind(parse, verb.to) : null;
  const { actor } = subjectOf(parse, verb);
  if (part === null || actor === null) return [];
  const own = objectFrom(parse, part + (isIn(parse.view, 'partLinks', part) ? 1 : 0));
  const place = own ?? standIn(parse, verb.to, part) ?? frontedPlaces(parse, actor.from);
  const first = { verb, from: actor.from, to: Math.max(part, own?.to ?? 0), actor, place, partial: true };
  const second = matchPattern(
    finderOf(parse),
    'and|while ~ {actor}',
    first.to + (isSegmentEnd(parse, first.to) ? 1 : 0),
  );
  const to = second === null ? null : partBehind(parse, second.to);
  if (second?.actor == null || to === null) return [first];
  return [first, { ...first, to, actor: second.actor }];
};

/** "Nobody has IT.", "nobody holds THEM now": a pronoun with which the clause ends; "holds it against them" is of no place. */
const isHeldThing = ({ view }: Parse, at: number): boolean => {
  const end = isInAny(view, ['timeNouns', 'timeAdverbs', 'stillNowWords'], at + 1) ? at + 2 : at + 1;
  return isInAny(view, ['objectPronouns', 'objectPlurals'], at) && view.tokens[end]?.type !== 'word';
};

/** "Nobody holds A", "Nobody stands there": it is neither side's. */
const nobody = (parse: Parse, verb: VerbGroup): readonly Share[] => {
  const { view } = parse;
  const stands = !verb.passive && verb.lemmas.some((lemma) => view.lexicon.has('standingVerbs', lemma));
  const has = verb.bare && isIn(view, 'have', verb.head) && isHeldThing(parse, verb.to);
  if (!(stands || has || holds(parse, verb)) || verb.modal !== null || verb.infinitive) return [];
  const said = [verb.from, verb.from - 1, verb.from - 2].some((at) => phraseLength(view, 'nobodyPhrases', at) > 0);
  if (!said) return [];
  const there = [verb.to, verb.to + 1].find((at) => isIn(view, 'hereWords', at) || isHeldThing(parse, at));
  const object = holds(parse, verb) ? objectFrom(parse, verb.to) : null;
  const place = object ?? frontedPlaces(parse, verb.from);
  if (place === null && there === undefined) return [];
  const to = Math.max(object?.to ?? 0, (there ?? 0) + 1, verb.to);
  return mainSides(parse, verb.from, verb.to).map((actor) => {
    return { verb, from: verb.from, to, actor, place, partial: false, denied: true };
  });
};

const predicateOf = (parse: Parse, share: Share): Predicate => {
  const { verb, partial } = share;
  const governor = verb.infinitive ? (parse.verbs.findLast(({ to }) => to <= verb.from) ?? verb) : verb;
  const mood = moodOf(parse, governor, { kind: 'hold', subjectFrom: -1 });
  const made = makeState(parse, { ...share, name: 'each a part', kind: 'hold', at: verb.head }, mood);
  const polarity = share.denied === true ? 'denied' : made.polarity;
  return { ...made, partial, polarity, tense: tenseOf(governor) };
};

/** All shares of a sentence. */
export const findShares = (parse: Parse): readonly Predicate[] =>
  parse.verbs.flatMap((verb) => {
    const found = [split, shared, told, nobody, each, banks]
      .map((find) => find(parse, verb))
      .find(({ length }) => length > 0);
    return (found ?? []).map((share) => predicateOf(parse, share));
  });
