// Who does it and what it is done to, left of a verb: the nearest phrase that is not governed by a preposition,
// through relative clauses ("the town, which fell") and shared subjects ("captured A and besieged B").
import type { PlaceGroup } from './find-place-groups.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import type { ActorMark } from './marks.ts';
import { governorOf, isIn, type SentenceView, startOfPhrase, wordAt } from './view-sentence.ts';

/** A sentence taken apart: places joined, verbs grouped, for finding what belongs to what. */
export interface Parse {
  readonly view: SentenceView;
  readonly groups: readonly PlaceGroup[];
  readonly verbs: readonly VerbGroup[];
  readonly groupAt: readonly (PlaceGroup | undefined)[];
  readonly verbAt: readonly (VerbGroup | undefined)[];
}

export const overTokens = <T extends { readonly from: number; readonly to: number }>(
  length: number,
  things: readonly T[],
): readonly (T | undefined)[] => {
  const over: (T | undefined)[] = Array.from({ length }, () => undefined);
  for (const thing of things) for (let i = thing.from; i < thing.to; i++) over[i] ??= thing;
  return over;
};

export interface Subject {
  readonly actor: ActorMark | null;
  readonly places: PlaceGroup | null;
}

const NOBODY: Subject = { actor: null, places: null };

const actorEndingAt = (parse: Parse, at: number): ActorMark | null => {
  const mark = parse.view.markAt[at];
  return mark?.type === 'actor' ? mark : null;
};

/** "the town, which fell", "fighters who entered": the phrase right before the relative pronoun. */
const antecedent = (parse: Parse, relative: number): Subject => {
  const comma = wordAt(parse.view, relative - 1) === ',';
  const at = relative - (comma ? 2 : 1);
  const places = parse.groupAt[at] ?? null;
  return places !== null ? { actor: null, places } : { actor: actorEndingAt(parse, at), places: null };
};

const isReporting = ({ view }: Parse, verb: VerbGroup): boolean =>
  verb.lemmas.some((lemma) => view.lexicon.has('reportingVerbs', lemma));

/** "Ashford, officials said, has fallen": what stands between the commas only frames. */
const beforeParenthesis = (parse: Parse, verb: VerbGroup): number => {
  if (!isReporting(parse, verb) || !/^[,"”]$/.test(wordAt(parse.view, verb.to))) return -1;
  for (let i = verb.from - 1; i > 0; i--) if (wordAt(parse.view, i) === ',') return i;
  return -1;
};

/** "Taliban" in "Taliban claim" the noun; before a verb ("Taliban capture Zaranj") it is the doer. */
const isModifier = ({ verbAt }: Parse, actor: ActorMark): boolean =>
  actor.modifies && (actor.pronoun || verbAt[actor.to] === undefined);

/** "the soldiers and the militia left": the first one named leads. */
const firstOfPair = (parse: Parse, actor: ActorMark): ActorMark => {
  const joint = startOfPhrase(parse.view, actor.from) - 1;
  const first = isIn(parse.view, 'listLinks', joint) ? actorEndingAt(parse, joint - 1) : null;
  return first === null || first.side === null || isGoverned(parse.view, first.from) ? actor : first;
};

/** "after troops had left": a clause has its own subject, though a preposition stands before it. */
const isGoverned = (view: SentenceView, from: number): boolean => {
  const governor = governorOf(view, from);
  return governor !== null && !view.lexicon.has('clausePrepositions', governor);
};

/** "The district, which begins where the hills end, had been …": what stands between the commas is passed over. */
const beforeClause = ({ view }: Parse, from: number): number => {
  if (wordAt(view, from - 1) !== ',') return from;
  for (let at = from - 2; at > 0; at--) {
    if (/^[;:"“”]$/.test(wordAt(view, at))) return from;
    if (isIn(view, 'clauseRelatives', at) && wordAt(view, at - 1) === ',') return at - 1;
  }
  return from;
};

/** What stands before `from` as the subject of the verb there. */
const searchLeft = (parse: Parse, from: number, depth: number): Subject => {
  const { view } = parse;
  for (let at = beforeClause(parse, from) - 1; at >= 0; ) {
    if (/^[;]$/.test(wordAt(view, at))) return NOBODY;
    const actor = actorEndingAt(parse, at);
    if (actor !== null) {
      const adjacent = actor.to === from && governorOf(view, actor.from) === parse.view.lexicon.list('partLinks')[0];
      const governed = !adjacent && isGoverned(view, actor.from);
      if (!governed && !isModifier(parse, actor)) return { actor: firstOfPair(parse, actor), places: null };
      at = actor.from - 1;
      continue;
    }
    const places = parse.groupAt[at];
    if (places !== undefined) {
      if (!isGoverned(view, places.from)) return { actor: null, places };
      at = places.from - 1;
      continue;
    }
    const verb = parse.verbAt[at];
    if (verb !== undefined) {
      const parenthesis = beforeParenthesis(parse, verb);
      if (parenthesis < 0) return depth > 4 ? NOBODY : subjectOf(parse, verb, depth + 1);
      at = parenthesis - 1;
      continue;
    }
    at -= 1;
  }
  return NOBODY;
};

const relativeBefore = (parse: Parse, verb: VerbGroup): number => {
  const { view } = parse;
  return isIn(view, 'relatives', verb.from - 1) && verb.from >= 2 ? verb.from - 1 : -1;
};

/** "captured A and besieged B", "had surrounded A but had not entered it": the verb before the conjunction. */
const sharedVerb = (parse: Parse, verb: VerbGroup): VerbGroup | null => {
  if (!isIn(parse.view, 'conjunctions', verb.from - 1)) return null;
  const before = parse.verbs.filter((other) => other.to < verb.from && !isReporting(parse, other));
  return before.findLast((other) => !other.infinitive && !isParticipial(other)) ?? before.at(-1) ?? null;
};

const isParticipial = (verb: VerbGroup): boolean => verb.bare && verb.forms.includes('ing');

/** The subject of a verb group: of a passive the thing done to, of an active the doer. */
export const subjectOf = (parse: Parse, verb: VerbGroup, depth = 0): Subject => {
  const relative = relativeBefore(parse, verb);
  if (relative >= 0) {
    const found = antecedent(parse, relative);
    if (found.actor !== null || found.places !== null) return found;
  }
  const shared = depth > 4 ? null : sharedVerb(parse, verb);
  return shared === null ? searchLeft(parse, verb.from, depth) : subjectOf(parse, shared, depth + 1);
};

/** "Khanabad, captured by the rebels on Friday,": the phrase right before a bare participle. */
export const beforeParticiple = (parse: Parse, verb: VerbGroup): PlaceGroup | null => {
  const at = verb.from - (wordAt(parse.view, verb.from - 1) === ',' ? 2 : 1);
  return parse.groupAt[at] ?? null;
};

/** "Ashford, which the Reds captured on Saturday": what the relative before the doer stands for. */
export const objectOfRelative = (parse: Parse, { actor }: Subject): PlaceGroup | null => {
  if (actor === null || actor.pronoun) return null;
  const at = startOfPhrase(parse.view, actor.from) - 1;
  return isIn(parse.view, 'relatives', at) ? antecedent(parse, at).places : null;
};
