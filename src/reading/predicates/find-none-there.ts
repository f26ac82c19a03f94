// What is left empty: "there was no one in the posts", "there are no police or rebels in A", "nobody is in the headquarters".
// One denied hold for each of the two whose war it is, or of the two that are named.
// Invariant: of a town only those who are named are not there; a post without anybody is neither side's.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { matchPattern } from '../clauses/match-pattern.ts';
import type { Parse } from '../clauses/parse.ts';
import { finderOf, objectFrom } from '../clauses/parse-sentence.ts';
import { frontedPlaces, isSegmentEnd } from '../clauses/segments.ts';
import type { ActorMark, PlaceItem, Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isIn, isInAny, phraseLength } from '../words/view-sentence.ts';
import { mainSides } from './find-shares.ts';
import { tenseOf } from './make-predicate.ts';
import { makeState } from './make-state.ts';
import { moodOf } from './predicate-mood.ts';

interface Empty {
  readonly sides: readonly ActorMark[];
  readonly to: number;
  /** Null = the place spoken of. */
  readonly place: PlaceGroup | null;
}

/** Kinds of a house or post in which somebody stands or nobody does. */
const MANNED: readonly PlaceItem['scope'][] = ['base', 'centre', 'crossing'];

/** "no police and no rebels in A", "neither soldiers nor rebels at the gate": the two that are named. */
const ofPair = (parse: Parse, at: number): Empty | null => {
  const found = matchPattern(finderOf(parse), '~ {actor} and|or|nor ~ {other} ~ in|inside|at|on ~ {place}', at);
  if (found?.actor == null || found.other === null || found.place === null || found.place.counted) return null;
  if (found.actor.side === found.other.side || found.other.side === null) return null;
  return { sides: [found.actor, found.other], to: found.to, place: found.place };
};

/** "in the posts", "in them", "there": an empty house or post behind "no one"; null for a street or a whole town. */
const emptyPost = (parse: Parse, at: number): Omit<Empty, 'sides'> | null => {
  const { view } = parse;
  // "nobody there, no police and no rebels": of a town too, where those who are not there are named.
  if (isIn(view, 'hereWords', at)) {
    const named = matchPattern(finderOf(parse), ', neither? ~ {actor} and|or|nor ~ {other}', at + 1);
    return named === null ? null : { to: named.to, place: null };
  }
  if (!isInAny(view, ['insideLinks', 'mannedLinks'], at)) return null;
  const it = isIn(view, 'objectPronouns', at + 1) && isSegmentEnd(parse, at + 2);
  if (it || isIn(view, 'objectPlurals', at + 1)) return { to: at + 2, place: null };
  const place = objectFrom(parse, at + 1);
  const manned = place?.items.every(({ scope, noun }) => noun !== null && MANNED.includes(scope)) === true;
  return place !== null && manned && !place.counted ? { to: place.to, place } : null;
};

/** "there was NO ONE in the posts", "there is NOBODY LEFT in the headquarters". */
const ofNobody = (parse: Parse, verb: VerbGroup, at: number): Empty | null => {
  const { view } = parse;
  const length = phraseLength(view, 'nobodyPhrases', at);
  const end = at + length + (isIn(view, 'leftForms', at + length) ? 1 : 0);
  const post = length === 0 ? null : emptyPost(parse, end);
  return post === null ? null : { ...post, sides: mainSides(parse, verb.from, verb.to) };
};

const emptyBehind = (parse: Parse, verb: VerbGroup): Empty | null => {
  const { view } = parse;
  const is = !verb.passive && verb.modal === null && !verb.infinitive;
  if (!is || !verb.lemmas.some((lemma) => view.lexicon.has('be', lemma))) return null;
  // "There was NO ONE": the words for nobody may be counted to the verb as its "no".
  if (isIn(view, 'thereWords', verb.from - 1)) {
    const nobody = [verb.head + 1, verb.head + 2].map((at) => ofNobody(parse, verb, at)).find((one) => one !== null);
    return nobody ?? (verb.negated ? ofPair(parse, verb.to) : null);
  }
  // "NOBODY was": the word may be counted to the verb as its "no".
  const said = [verb.head - 2, verb.head - 1].some((at) => phraseLength(view, 'nobodyPhrases', at) === verb.head - at);
  const post = said ? emptyPost(parse, verb.to) : null;
  return post === null ? null : { ...post, sides: mainSides(parse, verb.from, verb.to) };
};

const predicatesOf = (parse: Parse, verb: VerbGroup): readonly Predicate[] => {
  const empty = emptyBehind(parse, verb);
  const ends = (at: number): boolean =>
    isSegmentEnd(parse, at) ||
    isInAny(parse.view, ['prepositions', 'timeStarts', 'timeAdverbs', 'weekdays', 'timeAdjectives', 'determiners'], at);
  if (empty === null || (empty.place === null && !ends(empty.to))) return [];
  const place = empty.place ?? frontedPlaces(parse, verb.from);
  const mood = moodOf(parse, verb, { kind: 'hold', subjectFrom: -1 });
  return empty.sides.map((actor) => ({
    ...makeState(
      parse,
      { name: 'nobody there', kind: 'hold', at: verb.head, from: verb.from, to: empty.to, place, actor },
      mood,
    ),
    polarity: 'denied' as const,
    tense: tenseOf(verb),
  }));
};

/** The two sides of which neither is where the sentence says that nobody is. */
export const findNoneThere = (parse: Parse): readonly Predicate[] =>
  parse.verbs.flatMap((verb) => predicatesOf(parse, verb));
