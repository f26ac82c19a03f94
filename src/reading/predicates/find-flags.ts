// Flags: "the rebels' flag flies over A", "they raised their flag on the roof of the hall in A", "a white flag over A".
// A flag that is raised or seen says who holds the place; one that is taken down says nothing (guide, judgement call 4).
// Invariant: a flag without an owner, by name, by colour or by who raises it, makes no predicate.

import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf, objectFrom } from '../clauses/parse-sentence.ts';
import { frontedPlaces, isSegmentEnd } from '../clauses/segments.ts';
import { isPossessive } from '../clauses/word-class.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isFiller, isIn, isInAny, type SentenceView, wordAt, wordsOf } from '../words/view-sentence.ts';
import { tenseOf } from './make-predicate.ts';
import { makeState } from './make-state.ts';
import { moodOfNoun } from './noun-mood.ts';
import { moodOf } from './predicate-mood.ts';

interface Flag {
  /** The noun. */
  readonly at: number;
  readonly from: number;
  readonly owner: ActorMark | null;
}

/** A word that tells whose a flag is, as a mark of that side. */
const markOver = (
  view: SentenceView,
  at: number,
  { side, means }: Pick<ActorMark, 'side' | 'means'>,
): ActorMark | null => {
  const token = view.tokens[at];
  if (token === undefined || side === null) return null;
  const { start, end, text } = token;
  return {
    ...{ type: 'actor', start, end, sentence: view.sentence.index, from: at, to: at + 1, text },
    ...{ side, means, pronoun: false, modifies: false },
  };
};

/** The side whose flag has this colour in the theatre ("white", "tricolour"). */
const sideOfColour = (view: SentenceView, at: number): ActorMark | null => {
  const side = view.theatre.sides.find(({ id }) => isIn(view, `colours:${id}`, at))?.id ?? null;
  return markOver(view, at, { side, means: 'name' });
};

/** "the NATIONAL flag": the state's, of whose government there is one side. */
const sideOfState = (view: SentenceView, at: number): ActorMark | null =>
  isIn(view, 'stateFlagWords', at)
    ? markOver(view, at, { side: incumbentOf(view.theatre), means: 'government' })
    : null;

const describes = (view: SentenceView, at: number): boolean =>
  isFiller(view, at) && view.markAt[at] === undefined && !isIn(view, 'determiners', at) && !isPossessive(view, at);

/** The flag whose noun stands at `at`, with whose it is: "the Reds' big flag", "a white flag", "the flag of the Reds". */
const flagAt = (parse: Parse, at: number): Flag | null => {
  const { view } = parse;
  if (!isIn(view, 'flagNouns', at) || view.markAt[at] !== undefined || parse.verbAt[at] !== undefined) return null;
  let from = at;
  while (from > at - 4 && describes(view, from - 1) && parse.verbAt[from - 1] === undefined) from--;
  const words = [at, at - 1, at - 2, at - 3].filter((i) => i >= from);
  const colours = words.map((i) => sideOfColour(view, i) ?? sideOfState(view, i));
  // "The garrison raised THE WHITE FLAG": where it is nobody's own, who raises it gives up.
  const white = isIn(view, 'surrenderColours', at - 1) && !isIn(view, 'conjunctions', at - 2);
  if (white && colours.every((mark) => mark === null)) return null;
  const owned = isPossessive(view, from - 1);
  const before = from - (owned ? 2 : 1);
  const coloured = colours.find((mark) => mark !== null) ?? (owned ? sideOfState(view, before) : null);
  const mark = view.markAt[before];
  const behind = isIn(view, 'partLinks', at + 1) ? finderOf(parse).actorAt(at + 2) : null;
  const start = (first: number): number => (isIn(view, 'determiners', first - 1) ? first - 1 : first);
  if (mark?.type !== 'actor') return { at, from: start(from), owner: behind ?? coloured };
  // "their white flag" is the side's whose colour it is.
  return { at, from: start(mark.from), owner: mark.pronoun && coloured !== null ? coloured : mark };
};

const hasLemma = ({ view }: Parse, verb: VerbGroup, list: string): boolean =>
  verb.lemmas.some((lemma) => view.lexicon.has(list, lemma));

/** The verb of which the flag is the subject ("flies", "was raised"), or null. */
const verbBehind = (parse: Parse, { at, owner }: Flag): VerbGroup | null => {
  const from = Math.max(at + 1, owner?.to ?? 0);
  const next = parse.verbs.find((verb) => verb.from >= from);
  return next !== undefined && next.from - from <= 3 && !isSegmentEnd(parse, from) ? next : null;
};

/** The verb of which the flag is the object ("raised a flag", "have red flags"), or null. */
const verbBefore = (parse: Parse, { from }: Flag): VerbGroup | null => {
  const last = parse.verbs.findLast((verb) => verb.to <= from);
  // "An official said the white flags were flying": what is said of the flag stands behind it.
  // "It WAS the rebels' flag that flew over A": so does what is said of it there.
  const apart = last !== undefined && ['reportingVerbs', 'be'].some((list) => hasLemma(parse, last, list));
  if (apart && !hasLemma(parse, last, 'flagShowing')) return null;
  // "PUT UP their flag": the particle is the verb's.
  const object = last === undefined ? from : last.to + (isIn(parse.view, 'upWords', last.to) ? 1 : 0);
  return last !== undefined && from - last.to <= 3 && parse.phraseAt[object]?.to === (parse.phraseAt[from]?.to ?? -1)
    ? last
    : null;
};

/** The place behind the flag and its verb: "over A", "on the roof of the hall in A". */
const placeBehind = (parse: Parse, from: number): PlaceGroup | null => {
  let first: PlaceGroup | null = null;
  for (let at = from; at < from + 14 && !isSegmentEnd(parse, at); at++) {
    // "raised the flag over two towns a day after the rebels LEFT A": another clause.
    if (at > from && parse.verbAt[at]?.infinitive === false) break;
    if (!isIn(parse.view, 'flagPlaces', at)) continue;
    const place = objectFrom(parse, at + 1);
    if (place === null || place.counted) continue;
    if (place.items.some((item) => item.place !== null)) return place;
    first ??= place;
  }
  return first;
};

interface Shown {
  readonly verb: VerbGroup | null;
  readonly owner: ActorMark | null;
  readonly places: PlaceGroup | null;
}

/** "The Reds' flag has REPLACED the Blue one", "the Blue flag was REPLACED by a red one": the new one flies. */
const replacedBy = (parse: Parse, flag: Flag, verb: VerbGroup): Shown | null => {
  if (verb.negated || verb.infinitive || verb.modal !== null) return null;
  if (!verb.passive) return { verb, owner: flag.owner, places: null };
  for (let at = verb.to; at < verb.to + REPLACED && parse.verbAt[at] === undefined; at++) {
    const owner = isInAny(parse.view, ['agentWords', 'withWords'], verb.to)
      ? (finderOf(parse).actorAt(at) ?? sideOfColour(parse.view, at))
      : null;
    if (owner !== null) return { verb, owner, places: null };
  }
  return null;
};

/** Words from "replaced" to whose flag is the new one: "by the white banner of the". */
const REPLACED = 7;

/** Words from "hauled" to the flag: "hauled down". */
const LOWERED = 3;

/** "hauled down the white flag", "took the rebels' flag off the roof": what is taken down flies no more. */
const isLowered = (parse: Parse, { from }: Flag): boolean => {
  const { view, verbs } = parse;
  const last = verbs.findLast((verb) => verb.to <= from);
  if (last === undefined || from - last.to > LOWERED || last.passive) return false;
  // "It was NOT the rebels' flag that flew over A".
  if (last.negated && hasLemma(parse, last, 'be')) return true;
  return last.lemmas.some((lemma) => view.lexicon.has('flagLowering', lemma)) && !isIn(view, 'upWords', last.to);
};

/** "showed the army's flag AT A had been REPLACED by a red one", "BEING LOWERED": what became of a flag whose place stands behind it; undefined where nothing is told of it. */
const shownAt = (parse: Parse, flag: Flag): Shown | null | undefined => {
  const from = Math.max(flag.at + 1, flag.owner?.to ?? 0);
  const places = isIn(parse.view, 'flagPlaces', from) ? placeBehind(parse, from) : null;
  if (places === null) return undefined;
  const told = parse.verbs.filter((verb) => verb.from >= places.to && verb.passive && verb.from - places.to <= TOLD);
  const replaced = told.find((verb) => hasLemma(parse, verb, 'flagReplacing'));
  const shown = replaced === undefined ? null : replacedBy(parse, flag, replaced);
  if (shown !== null) return { ...shown, places };
  return told.some((verb) => hasLemma(parse, verb, 'flagLowering') && !verb.negated) ? null : undefined;
};

/** Words of "had been taken down and". */
const TOLD = 6;

/** "Ashford is still UNDER THE NATIONAL FLAG"; whose name stands with the flag is a rule's of the language. */
const shownUnder = (parse: Parse, { from, at, owner }: Flag): Shown | null => {
  const verb = isIn(parse.view, 'underWords', from - 1) ? parse.verbs.findLast(({ to }) => to < from) : undefined;
  const described = owner !== null && owner.to <= at + 1 && parse.view.markAt[owner.from] === undefined;
  if (verb === undefined || !described || !hasLemma(parse, verb, 'copulas')) return null;
  const { places } = subjectOf(parse, verb);
  return places === null ? null : { verb, owner, places };
};

const shownBy = (parse: Parse, flag: Flag): Shown | null => {
  if (isLowered(parse, flag)) return null;
  const at = shownAt(parse, flag);
  if (at !== undefined) return at;
  const under = shownUnder(parse, flag);
  if (under !== null) return under;
  const before = verbBefore(parse, flag);
  const behind = before === null ? verbBehind(parse, flag) : null;
  if (before !== null && !before.passive) {
    if (!hasLemma(parse, before, 'flagRaising') && !hasLemma(parse, before, 'flagShowing')) return null;
    const { actor, places } = subjectOf(parse, before);
    const raises = hasLemma(parse, before, 'flagRaising');
    if (raises && actor?.means === 'civilian') return null;
    // "We raised the national flag", says a shopkeeper; "soldiers raised a Norlandic flag": whose the colours are.
    const named = flag.owner?.means === 'name' && !flag.owner.pronoun;
    const owner = raises && actor !== null && !actor.modifies && !named ? actor : flag.owner;
    return { verb: before, owner, places };
  }
  if (behind === null) return { verb: null, owner: flag.owner, places: null };
  // "the white flag was GONE from the roof": what is down shows nothing.
  if ([behind.head, behind.to].some((at) => isIn(parse.view, 'flagGone', at))) return null;
  if (hasLemma(parse, behind, 'flagReplacing')) return replacedBy(parse, flag, behind);
  const colour = sideOfColour(parse.view, behind.to);
  const up = hasLemma(parse, behind, 'flagRaising') || hasLemma(parse, behind, 'flagShowing');
  return up || hasLemma(parse, behind, 'flagFlying')
    ? { verb: behind, owner: flag.owner ?? colour, places: null }
    : null;
};

/** "The army's flag flies over A" where "flies" could be a noun. */
const saysFlying = (view: SentenceView, at: number): boolean =>
  view.lexicon.verbs.get(wordAt(view, at))?.some(({ lemma }) => view.lexicon.has('flagFlying', lemma)) === true;

const predicateOf = (parse: Parse, flag: Flag): Predicate | null => {
  const { view } = parse;
  const shown = shownBy(parse, flag);
  if (shown === null || shown.owner?.means === 'civilian') return null;
  const { verb, owner } = shown;
  const bySpeaker =
    owner === null && verb?.forms.includes('participle') === true && hasLemma(parse, verb, 'flagRaising');
  if (owner === null && !bySpeaker) return null;
  if (isSeenFrom(view, flag.at)) return null;
  const from = Math.min(flag.from, verb?.from ?? flag.from, shown.places?.from ?? flag.from);
  const to = Math.max(flag.at + 1, verb?.to ?? 0, owner !== null && owner.to <= flag.at + 4 ? owner.to : 0);
  const over = verb !== null || isIn(view, 'flagOver', flag.at + (saysFlying(view, flag.at + 1) ? 2 : 1));
  const behind = over ? placeBehind(parse, to) : null;
  const place = behind ?? shown.places ?? frontedPlaces(parse, from);
  if (place === null && verb === null) return null;
  const mood =
    verb === null ? moodOfNoun(view, 'hold', flag.at) : moodOf(parse, verb, { kind: 'hold', subjectFrom: -1 });
  const state = { name: 'a flag over', kind: 'hold', at: flag.at, from, to: Math.max(to, behind?.to ?? 0) } as const;
  const made = makeState(parse, { ...state, place, actor: owner }, mood);
  const means = bySpeaker ? 'speaker' : null;
  return verb === null ? made : { ...made, means, tense: tenseOf(verb) };
};

/** "I can see their flag FROM MY WINDOW": it flies elsewhere. */
const isSeenFrom = (view: SentenceView, at: number): boolean =>
  isIn(view, 'fromWords', at + 1) && isInAny(view, ['firstPerson', 'hereWords', 'definiteArticles'], at + 2);

/** What the flags of a sentence say. */
export const findFlags = (parse: Parse): readonly Predicate[] =>
  wordsOf(parse.view, 'flagNouns').flatMap((at) => {
    const flag = flagAt(parse, at);
    return (flag === null ? null : predicateOf(parse, flag)) ?? [];
  });
