// What a claim over many places leaves out ("hold every district of N except A", "took all of the city but the airport"), and
// what it names of them ("control much of the north, including A").
// Invariant: the exception stands behind what it is taken from, which is a number or a whole; the verb holds or takes.

import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isSegmentEnd } from '../clauses/segments.ts';
import type { Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { exceptionLength } from '../words/exception-words.ts';
import { beginningsOf, isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import { tenseOf } from './make-predicate.ts';
import { makeState } from './make-state.ts';
import { moodOf } from './predicate-mood.ts';

const kindOf = ({ view }: Parse, verb: VerbGroup): 'hold' | 'capture' | null => {
  const has = (list: string): boolean => verb.lemmas.some((lemma) => view.lexicon.has(list, lemma));
  if (has('holdVerbs')) return 'hold';
  return has('takingVerbs') ? 'capture' : null;
};

/** "all of", "every", "everything": what is whole has exceptions with a bare "but". */
const isWhole = ({ view }: Parse, verb: VerbGroup, end: number): boolean =>
  view.tokens.slice(verb.to, end).some((_, i) => isIn(view, 'wholeWords', verb.to + i));

/** "TWELVE DISTRICTS of N except for A": so has a number of places, if it is no bare "but"; "besides A" may add to them. */
const isNumberOf = ({ view, groups }: Parse, verb: VerbGroup, end: number): boolean =>
  !isInAny(view, ['conjunctions', 'besidesWords'], end) &&
  groups.some(({ from, to, counted }) => counted && from >= verb.to && to <= end);

const exceptedFrom = (parse: Parse, group: PlaceGroup): Predicate | null => {
  const { view } = parse;
  const lead = [1, 2, 3, 4].find((back) => exceptionLength(parse.view, group.from - back) === back);
  if (lead === undefined || group.counted) return null;
  const at = group.from - lead;
  const verb = parse.verbs.findLast(({ to }) => to <= at);
  const kind = verb === undefined ? null : kindOf(parse, verb);
  if (verb === undefined || kind === null || verb.passive) return null;
  if (!isWhole(parse, verb, at) && !isNumberOf(parse, verb, at)) return null;
  const { actor } = subjectOf(parse, verb);
  const bare = isIn(view, 'conjunctions', at) && !(isSegmentEnd(parse, group.to) || wordAt(view, group.to) === 'on');
  if (actor === null || actor.means === 'civilian' || bare || parse.verbAt[group.to] !== undefined) return null;
  const mood = moodOf(parse, verb, { kind, subjectFrom: -1 });
  const state = { name: 'all but A', kind, at: group.from, from: actor.from, to: group.to, place: group, actor };
  const polarity = mood.polarity === 'denied' ? 'affirmed' : 'denied';
  return { ...makeState(parse, state, mood), polarity, tense: tenseOf(verb) };
};

/** "control much of the north, including A": of what has no name of its own, the part that has one. */
const includedIn = (parse: Parse, group: PlaceGroup): Predicate | null => {
  const { view, groups } = parse;
  const lead = [1, 2].find((words) => phraseLength(view, 'includingWords', group.from - words) === words);
  if (lead === undefined || group.counted) return null;
  const at = group.from - lead;
  const verb = parse.verbs.findLast(({ to }) => to <= at);
  const kind = verb === undefined ? null : kindOf(parse, verb);
  if (verb === undefined || kind === null || verb.passive || verb.infinitive) return null;
  const named = groups.some(({ from, to }) => from >= verb.to && to <= at);
  const { actor } = subjectOf(parse, verb);
  if (named || actor === null || actor.means === 'civilian' || !isOfArea(parse, verb.to, at)) return null;
  const mood = moodOf(parse, verb, { kind, subjectFrom: -1 });
  const state = {
    name: 'much, including A',
    kind,
    at: group.from,
    from: actor.from,
    to: group.to,
    place: group,
    actor,
  };
  return { ...makeState(parse, state, mood), tense: tenseOf(verb) };
};

/** "large parts of", "much of", "swathes of": what is held is land. */
const isOfArea = ({ view }: Parse, from: number, to: number): boolean =>
  view.tokens
    .slice(from, to)
    .some((_, i) => isInAny(view, ['partialWords', 'relativeMost', 'shareNouns', 'massAreas'], from + i));

/** What a claim over many places leaves out, and what it names of land that has no name. */
export const findExceptions = (parse: Parse): readonly Predicate[] => {
  const among = (list: readonly string[], find: (parse: Parse, group: PlaceGroup) => Predicate | null) =>
    beginningsOf(parse.view, list).length === 0 ? [] : parse.groups.map((group) => find(parse, group));
  const found = [...among(['exceptionWords', 'exceptions'], exceptedFrom), ...among(['includingWords'], includedIn)];
  return found.filter((state) => state !== null);
};
