// Places that nobody reaches on the ground: "A can only be reached by air", "the only way into A is by helicopter".
// Invariant: a word for "only" and one for flying stand in the same clause as a verb of coming there or a noun for a way.

import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { objectFrom } from '../clauses/parse-sentence.ts';
import type { Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { actual } from '../words/moods.ts';
import { beginningsOf, isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { makeState } from './make-state.ts';

const RULE = 'be reached by air alone';

/** Words of a clause around its verb: "can now only be reached from the capital by". */
const NEAR = 9;

/** The clause's words between two marks. */
const clauseOf = ({ tokens }: SentenceView, at: number): { readonly from: number; readonly to: number } => {
  const isEnd = (i: number): boolean => /^[,;:.!?—–“”"]$/.test(tokens[i]?.word ?? '.');
  let [from, to] = [at, at];
  while (from > 0 && at - from < NEAR && !isEnd(from - 1)) from--;
  while (to < tokens.length && to - at < NEAR && !isEnd(to)) to++;
  return { from, to };
};

/** Where it is said that one flies, or -1: "by air", "by helicopter". */
const flownAt = (view: SentenceView, { from, to }: { from: number; to: number }): number => {
  for (let at = from; at < to; at++) if (phraseLength(view, 'airPhrases', at) > 0) return at;
  return -1;
};

/** "the only WAY INTO A is by air": the place behind the way. */
const placeOfWay = (parse: Parse, { from, to }: { from: number; to: number }): PlaceGroup | null => {
  for (let at = from; at < to; at++)
    if (isIn(parse.view, 'wayNouns', at) && isIn(parse.view, 'aloneWords', at - 1))
      for (let i = at + 1; i <= at + 3; i++) {
        const place = isInAny(parse.view, ['prepositions', 'infinitiveMarks'], i) ? objectFrom(parse, i + 1) : null;
        if (place !== null) return place;
      }
  return null;
};

/** "can ONLY be reached by air", "can be reached ONLY by air". */
const isAlone = ({ view }: Parse, verb: VerbGroup, flown: number): boolean =>
  isIn(view, 'aloneWords', flown - 1) ||
  view.tokens.slice(verb.from, verb.head).some((_, i) => isIn(view, 'aloneWords', verb.from + i));

const placeReached = (parse: Parse, verb: VerbGroup, flown: number): PlaceGroup | null => {
  const { lexicon } = parse.view;
  if (verb.lemmas.some((lemma) => lexicon.has('be', lemma))) return placeOfWay(parse, clauseOf(parse.view, verb.head));
  // "Travellers reach A only by air": how those who say so come there says nothing of who may.
  const reached = verb.passive && verb.lemmas.some((lemma) => lexicon.has('reachingVerbs', lemma));
  return reached && isAlone(parse, verb, flown) ? subjectOf(parse, verb).places : null;
};

/** Sieges of places to which one can only fly. */
export const findAirborne = (parse: Parse): readonly Predicate[] =>
  parse.verbs.flatMap((verb) => {
    if (
      verb.negated ||
      beginningsOf(parse.view, ['airPhrases']).length === 0 ||
      wordAt(parse.view, parse.view.tokens.length - 1) === '?'
    )
      return [];
    const clause = clauseOf(parse.view, verb.head);
    const flown = flownAt(parse.view, clause);
    const place = flown < 0 ? null : placeReached(parse, verb, flown);
    if (place === null) return [];
    const [from, to] = [Math.min(place.from, verb.from), Math.max(flown + 2, place.to)];
    return [
      makeState(parse, { name: RULE, kind: 'siege', at: verb.head, from, to, place, actor: null }, actual('siege')),
    ];
  });
