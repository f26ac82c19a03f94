// "They had been promised SAFE PASSAGE, and they got IT": the thing that the verb before was done to is what "it" means.
// Invariant: the thing stands right behind its verb in the same sentence, and no place or part of one is named up to the pronoun.

import type { NounPhrase } from '../clauses/noun-phrases.ts';
import type { Parse } from '../clauses/parse.ts';
import type { Predicate } from '../marks.ts';
import { isIn, isInAny } from '../words/view-sentence.ts';

/** What may be taken or given like a place, or is one without a name. */
const PLACELIKE = ['timeNouns', 'spanUnits', 'attemptNouns', 'assaultNouns', 'pointingWords', 'objectPronouns'];

/** What is done to things as to places; nobody enters a rifle. */
const HAD: readonly Predicate['kind'][] = ['capture', 'recapture', 'loss', 'surrender', 'hold'];

const isThing = ({ view, verbAt }: Parse, { from, to, actor, places }: NounPhrase): boolean =>
  actor === null &&
  places === null &&
  verbAt[from - 1] !== undefined &&
  !isIn(view, 'negativeWords', from) &&
  !isInAny(view, PLACELIKE, to - 1) &&
  !/^\p{Lu}/u.test(view.tokens[to - 1]?.text ?? '') &&
  !view.markAt.slice(from, to).some((mark) => mark !== undefined);

/** Words of "and the rebels of the north". */
const SUBJECT = 6;

/** Whether the pronoun of a deed means a thing that its own sentence has named. */
export const meansThing = (parse: Parse, { kind, placeFromContext, placeWord, start }: Predicate): boolean => {
  if (!HAD.includes(kind) || !placeFromContext || placeWord === null) return false;
  const { view, phrases } = parse;
  const own = parse.verbs.find(({ head }) => (view.tokens[head]?.start ?? 0) >= start)?.from ?? 0;
  const joint = view.tokens.findLastIndex((_, at) => at < own && at >= own - SUBJECT && isIn(view, 'conjunctions', at));
  const before = phrases.filter(({ to }) => to <= joint);
  const named = view.markAt.slice(0, own).some((mark) => mark?.type === 'place' || mark?.type === 'scope');
  return !named && before.some((phrase) => isThing(parse, phrase));
};
