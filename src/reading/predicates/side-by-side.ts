// Sides told of one after the other, each with its place and no verb: "…: the Reds in A and B, the Blues in C".
// Invariant: a single side with its place says nothing so; only two that differ, and that no verb follows.

import type { Parse } from '../clauses/parse.ts';
import { finderOf } from '../clauses/parse-sentence.ts';
import type { ActorMark, Predicate } from '../marks.ts';
import type { PlaceGroup } from '../place-groups/find-place-groups.ts';
import { isHyphen, isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { makeState } from './make-state.ts';
import { moodOfNoun } from './noun-mood.ts';

export interface SidePlace {
  readonly actor: ActorMark;
  readonly group: PlaceGroup;
  /** Behind its place. */
  readonly to: number;
}

/** Behind "in", "at", "still in". */
const pastPreposition = (view: SentenceView, at: number): number => {
  let from = at;
  while (isIn(view, 'verbAdverbs', from) && view.markAt[from] === undefined) from++;
  return isIn(view, 'pairPrepositions', from) ? from + 1 : at;
};

/** "A in B and in C, and at D": the further places of one side, each behind its own preposition. */
const furtherPlaces = (parse: Parse, { actor, to }: SidePlace): readonly SidePlace[] => {
  const { view } = parse;
  let at = to;
  if (wordAt(view, at) === ',') at++;
  if (isIn(view, 'listLinks', at)) at++;
  const from = at === to ? at : pastPreposition(view, at);
  const group = from === at ? null : finderOf(parse).placeAt(from);
  if (group === null || group.counted) return [];
  const next = { actor, group, to: group.to };
  return [next, ...furtherPlaces(parse, next)];
};

/** The side that stands at a word with its place behind it. */
const sideAt = (parse: Parse, at: number): readonly SidePlace[] => {
  const actor = finderOf(parse).actorAt(at);
  if (actor === null || actor.pronoun || actor.modifies || actor.means === 'civilian') return [];
  const from = pastPreposition(parse.view, actor.to);
  const group = from === actor.to ? null : finderOf(parse).placeAt(from);
  if (group === null || group.counted) return [];
  const first = { actor, group, to: group.to };
  return [first, ...furtherPlaces(parse, first)];
};

/** Behind the comma or the "and" before another side; the same where neither stands. */
const pastJoint = (view: SentenceView, at: number): number => {
  const from = /^[,;]$/.test(wordAt(view, at)) ? at + 1 : at;
  return isIn(view, 'doerLinks', from) ? from + 1 : from;
};

/** All sides from a word on, each behind a comma or "and". */
export const sidesFrom = (parse: Parse, at: number): readonly SidePlace[] => {
  const found = sideAt(parse, at);
  const end = found.at(-1)?.to;
  if (end === undefined) return [];
  const next = pastJoint(parse.view, end);
  return next === end ? found : [...found, ...sidesFrom(parse, next)];
};

/** The further sides of a verb that was said of the first: "the Reds stay in A, the Blues in B". */
export const furtherSides = (parse: Parse, at: number): readonly SidePlace[] => {
  const next = pastJoint(parse.view, at);
  const found = next === at ? [] : sidesFrom(parse, next);
  return isEnded(parse, found) ? found : [];
};

const isEnded = ({ verbAt }: Parse, found: readonly SidePlace[]): boolean =>
  verbAt[found.at(-1)?.to ?? -1] === undefined;

/** What may stand before the first side: a colon, a dash, ", with", "leaves". */
const isLed = ({ view, verbAt }: Parse, at: number): boolean => {
  const word = wordAt(view, at - 1);
  if (word === ':' || (/^[-–—]$/.test(word) && !isHyphen(view, at - 1))) return true;
  if (isIn(view, 'absoluteLinks', at - 1)) return wordAt(view, at - 2) === ',';
  return verbAt[at - 1]?.lemmas.some((lemma) => view.lexicon.has('leavingVerbs', lemma)) === true;
};

const differ = (found: readonly SidePlace[]): boolean => {
  const sides = new Set(found.map(({ actor }) => actor.side ?? actor.text.toLowerCase()));
  return sides.size > 1;
};

/** So many words stand before the verb: "A six-week truce signed here on Tuesday leaves". */
const SUBJECT = 9;

/** "The truce leaves the garrison in the town": by the terms one side alone may be told of. */
const isLeftByTerms = ({ view, verbAt }: Parse, at: number): boolean => {
  const verb = verbAt[at - 1];
  if (verb === undefined || verb.negated || !verb.lemmas.some((lemma) => view.lexicon.has('leavingVerbs', lemma)))
    return false;
  const from = Math.max(0, verb.from - SUBJECT);
  return view.tokens.slice(from, verb.from).some((_, i) => isIn(view, 'termNouns', from + i));
};

/** One holding for each side of such a list. */
export const findSideBySide = (parse: Parse): readonly Predicate[] => {
  const { view } = parse;
  for (let at = 1; at < view.tokens.length; at++) {
    if (!isLed(parse, at)) continue;
    const found = sidesFrom(parse, at);
    const told = differ(found) || (found.length > 0 && isLeftByTerms(parse, at));
    if (!told || !isEnded(parse, found)) continue;
    return found.map(({ actor, group, to }) => {
      const state = { name: 'each in its place', kind: 'hold' as const, at: actor.from, from: actor.from, to };
      return makeState(parse, { ...state, place: group, actor }, moodOfNoun(view, 'hold', actor.from));
    });
  }
  return [];
};
