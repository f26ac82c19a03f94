// "The army drove off the rebels and continued ITS advance on A": who goes on with a deed goes on with his own.
// Invariant: only a possessive that is the object of a verb of going about one's own; who repels or reports "their attack" names another's.
import type { SideId } from '../../model/actor.ts';
import { subjectOf } from '../clauses/find-subject.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { lemmaIn } from '../clauses/governed-infinitive.ts';
import type { Parse } from '../clauses/parse.ts';
import { parseSentence } from '../clauses/parse-sentence.ts';
import type { ActorMark, Draft } from '../marks.ts';
import type { SideOf } from '../mentions/local-force.ts';
import { inSentence } from '../words/by-sentence.ts';
import { isIn, viewSentences } from '../words/view-sentence.ts';

/** The verb of which a possessive opens the object: "continued", "pressed AHEAD WITH". */
const verbOver = (parse: Parse, at: number): VerbGroup | null => {
  let to = at;
  while (to > at - 3 && isIn(parse.view, 'goingOnLinks', to - 1)) to--;
  const verb = parse.verbAt[to - 1];
  return verb !== undefined && !verb.passive && lemmaIn(parse.view, verb, 'ownActionVerbs') ? verb : null;
};

/** "took back a town IN THEIR BIGGEST ADVANCE on B": what the clause's own doer does it in. */
const verbBefore = (draft: Draft, parse: Parse, mark: ActorMark): VerbGroup | null => {
  if (!isIn(parse.view, 'homeLinks', mark.from - 1)) return null;
  const own = inSentence(draft.predicates, mark.sentence).find(({ doer }) => doer?.start === mark.start);
  if (own === undefined || !['threat', 'attack'].includes(own.kind)) return null;
  const verb = parse.verbs.findLast(({ to }) => to <= mark.from);
  return verb === undefined || verb.passive ? null : verb;
};

/** The side whose own deed a possessive names; null where the words do not tell. */
export const ownAction = (draft: Draft, mark: ActorMark, sideOf: SideOf): SideId | null => {
  const view = mark.modifies ? viewSentences(draft)[mark.sentence] : undefined;
  if (view === undefined) return null;
  const parse = parseSentence(view);
  const verb = verbOver(parse, mark.from) ?? verbBefore(draft, parse, mark);
  const actor = verb === null ? null : subjectOf(parse, verb).actor;
  return actor === null || actor.start === mark.start ? null : sideOf(draft, actor);
};
