// Strongholds: "A, a rebel stronghold,", "A is the rebels' last stronghold" say whose the place is.
// Invariant: a former or traditional one says nothing of today.

import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { objectFrom } from '../clauses/parse-sentence.ts';
import { isPossessive } from '../clauses/word-class.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { canBeProvince } from '../place-groups/place-item.ts';
import { isFiller, isIn, phraseLength, wordAt, wordsOf } from '../words/view-sentence.ts';
import { makeState } from './make-state.ts';
import { moodOfNoun } from './noun-mood.ts';
import { moodOf } from './predicate-mood.ts';

/** "the REBELS' last stronghold", "a REBEL stronghold". */
const ownerBefore = ({ view }: Parse, at: number): ActorMark | null => {
  let from = at - 1;
  while (from > at - 5 && isFiller(view, from) && view.markAt[from] === undefined && !isIn(view, 'determiners', from)) {
    if (isIn(view, 'pastAdjectives', from)) return null;
    from--;
  }
  const owner = view.markAt[isPossessive(view, from) ? from - 1 : from];
  return owner?.type === 'actor' && !isIn(view, 'pastAdjectives', owner.from - 1) ? owner : null;
};

/** "a stronghold OF THE REBELS", "one of the main strongholds of the elected government". */
const ownerBehind = ({ view }: Parse, at: number): ActorMark | null => {
  if (!isIn(view, 'partLinks', at + 1)) return null;
  let next = at + 2;
  while (next < at + 6 && view.markAt[next] === undefined && (isFiller(view, next) || isIn(view, 'determiners', next)))
    next++;
  const owner = view.markAt[next];
  return owner?.type === 'actor' && !owner.pronoun ? owner : null;
};

/** Where the phrase of a stronghold begins: "THE last", "ONE of the most important"; null where it is a former one. */
const startOf = ({ view }: Parse, at: number): number | null => {
  let from = at;
  while (from > at - 5 && isFiller(view, from - 1) && view.markAt[from - 1] === undefined) {
    from--;
    if (isIn(view, 'pastAdjectives', from)) return null;
    if (isIn(view, 'determiners', from)) break;
  }
  return isIn(view, 'determiners', from - 1) ? from - 1 : from;
};

/** "the rebel stronghold OF A", "a rebel stronghold IN A". */
const placeOf = (parse: Parse, at: number): PlaceGroup | null => {
  const linked = isIn(parse.view, 'homeLinks', at + 1);
  const place = linked ? (objectFrom(parse, at + 2) ?? parse.groupAt[at + 2] ?? null) : null;
  if (place === null || place.items.some((item) => item.place === null)) return null;
  // "a rebel stronghold IN THE PROVINCE OF N": somewhere in it.
  const within = !isIn(parse.view, 'partLinks', at + 1) && place.items.every((item) => canBeProvince(parse.view, item));
  return within ? null : place;
};

interface Said {
  readonly place: PlaceGroup | null;
  readonly verb: VerbGroup | null;
}

/** "A, a …" and "A is the …": the place that the words before describe. */
const placeBefore = (parse: Parse, start: number): Said => {
  const { view } = parse;
  // "A, ONE OF the last government strongholds": it is one of several.
  let of = start;
  while (isFiller(view, of - 1) || isIn(view, 'determiners', of - 1)) of--;
  const named = phraseLength(view, 'oneOf', of - 2) > 0 ? of - 2 : start;
  const verb = parse.verbs.find(({ to }) => to === named) ?? null;
  if (verb === null)
    return { verb, place: wordAt(parse.view, named - 1) === ',' ? (parse.groupAt[named - 2] ?? null) : null };
  const is = verb.lemmas.some((lemma) => parse.view.lexicon.has('copulas', lemma));
  return { verb, place: is ? subjectOf(parse, verb).places : null };
};

const strongholdAt = (parse: Parse, at: number): Predicate | null => {
  const { view } = parse;
  if (!isIn(view, 'strongholds', at)) return null;
  const owner = ownerBefore(parse, at) ?? ownerBehind(parse, at);
  const start = owner === null ? null : startOf(parse, Math.min(owner.from, at));
  if (owner === null || start === null) return null;
  const own = placeOf(parse, at);
  const before = placeBefore(parse, start);
  // "A, the army's last stronghold IN the northern region": A is the stronghold.
  const apposed = before.place !== null && !isIn(view, 'partLinks', at + 1);
  const { place, verb } = own === null || apposed ? before : { place: own, verb: null };
  if (place === null || place.counted) return null;
  const mood = verb === null ? moodOfNoun(view, 'hold', at) : moodOf(parse, verb, { kind: 'hold', subjectFrom: -1 });
  const state = {
    name: 'a stronghold',
    kind: 'hold',
    at,
    from: Math.min(place.from, start),
    to: Math.max(place.to, at + 1),
    place,
    actor: owner,
  } as const;
  return makeState(parse, state, mood);
};

/** All strongholds of a sentence. */
export const findStrongholds = (parse: Parse): readonly Predicate[] =>
  wordsOf(parse.view, 'strongholds').flatMap((at) => strongholdAt(parse, at) ?? []);
