// What a claim over many places leaves out: "hold every district of N except A", "took all of the city but the airport".
// Invariant: the exception stands behind what it is taken from, which is a number or a whole; the verb holds or takes.

import type { PlaceGroup } from './find-place-groups.ts';
import { subjectOf } from './find-subject.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import { tenseOf } from './make-predicate.ts';
import { makeState } from './make-state.ts';
import type { Predicate } from './marks.ts';
import type { Parse } from './parse.ts';
import { moodOf } from './predicate-mood.ts';
import { isSegmentEnd } from './segments.ts';
import { beginningsOf, isIn, phraseLength, wordAt } from './view-sentence.ts';

const kindOf = ({ view }: Parse, verb: VerbGroup): 'hold' | 'capture' | null => {
  const has = (list: string): boolean => verb.lemmas.some((lemma) => view.lexicon.has(list, lemma));
  if (has('holdVerbs')) return 'hold';
  return has('takingVerbs') ? 'capture' : null;
};

/** "all of", "every", "everything": what is whole has exceptions with a bare "but". */
const isWhole = ({ view }: Parse, verb: VerbGroup, end: number): boolean =>
  view.tokens.slice(verb.to, end).some((_, i) => isIn(view, 'wholeWords', verb.to + i));

/** How many words make the exception at this token: "except for", "but". */
const exceptionAt = (parse: Parse, at: number): number =>
  phraseLength(parse.view, 'exceptionWords', at) || phraseLength(parse.view, 'exceptions', at);

const exceptedFrom = (parse: Parse, group: PlaceGroup): Predicate | null => {
  const { view } = parse;
  const lead = [1, 2, 3, 4].find((back) => exceptionAt(parse, group.from - back) === back);
  if (lead === undefined || group.counted) return null;
  const at = group.from - lead;
  const verb = parse.verbs.findLast(({ to }) => to <= at);
  const kind = verb === undefined ? null : kindOf(parse, verb);
  if (verb === undefined || kind === null || verb.passive || !isWhole(parse, verb, at)) return null;
  const { actor } = subjectOf(parse, verb);
  const bare = isIn(view, 'conjunctions', at) && !(isSegmentEnd(parse, group.to) || wordAt(view, group.to) === 'on');
  if (actor === null || actor.means === 'civilian' || bare || parse.verbAt[group.to] !== undefined) return null;
  const mood = moodOf(parse, verb, { kind, subjectFrom: -1 });
  const state = { name: 'all but A', kind, at: group.from, from: actor.from, to: group.to, place: group, actor };
  const polarity = mood.polarity === 'denied' ? 'affirmed' : 'denied';
  return { ...makeState(parse, state, mood), polarity, tense: tenseOf(verb) };
};

/** All exceptions of a sentence. */
export const findExceptions = (parse: Parse): readonly Predicate[] =>
  beginningsOf(parse.view, ['exceptionWords', 'exceptions']).length === 0
    ? []
    : parse.groups.map((group) => exceptedFrom(parse, group)).filter((state) => state !== null);
