// What is left out of a whole that is somebody's: "everything is ours except Ashford", "all of N is in our hands but for the port".
// Invariant: the whole is said before the verb of being; the exception stands behind the state.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import type { Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { exceptionLength } from '../words/exception-words.ts';
import { beginningsOf, isIn } from '../words/view-sentence.ts';
import { type Label, labelAt } from './find-labelled.ts';
import { tenseOf } from './make-predicate.ts';
import { makeState } from './make-state.ts';
import { moodOf } from './predicate-mood.ts';

/** A state of being held, right behind the verb of being. */
const heldBehind = (parse: Parse, verb: VerbGroup): Label | null => {
  const being = verb.lemmas.some((lemma) => parse.view.lexicon.has('stateVerbs', lemma));
  const label = being ? labelAt(parse, verb.to) : null;
  return label?.kind === 'hold' ? label : null;
};

const exceptedFrom = (parse: Parse, group: PlaceGroup): Predicate | null => {
  const lead = [1, 2, 3, 4].find((back) => exceptionLength(parse.view, group.from - back) === back);
  if (lead === undefined || group.counted) return null;
  const at = group.from - lead;
  const verb = parse.verbs.findLast(({ to }) => to <= at);
  const label = verb === undefined || verb.passive ? null : heldBehind(parse, verb);
  const whole =
    verb !== undefined && parse.view.tokens.slice(0, verb.from).some((_, i) => isIn(parse.view, 'wholeWords', i));
  if (verb === undefined || label === null || label.to > at || !whole) return null;
  const mood = moodOf(parse, verb, { kind: 'hold', subjectFrom: -1 });
  const state = { name: 'all is ours but A', kind: 'hold', at: group.from, from: at, to: group.to } as const;
  const made = makeState(parse, { ...state, place: group, actor: label.actor }, mood);
  const polarity = mood.polarity === 'denied' ? 'affirmed' : 'denied';
  return { ...made, polarity, means: label.means, fromContext: false, tense: tenseOf(verb) };
};

/** All such exceptions of a sentence. */
export const findExceptedStates = (parse: Parse): readonly Predicate[] =>
  beginningsOf(parse.view, ['exceptionWords', 'exceptions']).length === 0
    ? []
    : parse.groups.map((group) => exceptedFrom(parse, group)).filter((state) => state !== null);
