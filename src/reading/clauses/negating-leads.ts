// What stands before a verb and says that it did not come about: "far from taking A", "kept them from entering A",
// "nobody has seen them in A". The words are data: negatingLeads, preventingVerbs, nobodyWords.

import {
  isIn,
  isInAny,
  phraseBefore,
  phraseLength,
  type SentenceView,
  startOfPhrase,
  wordAt,
} from '../words/view-sentence.ts';
import { relativeOver } from './clause-bounds.ts';
import { isStoppedBefore } from './cut-short.ts';
import type { VerbGroup } from './find-verb-groups.ts';
import { isNobody, isNobodysDeed } from './nobody-does.ts';
import type { Parse } from './parse.ts';
import { isThatFalse } from './that-clause.ts';

/** Between a verb of preventing and its "from" stands at most a short object. */
const OBJECT = 8;

/** "FAILED TO stop them from entering": nothing was prevented. */
const isFailing = ({ view, verbs }: Pick<Parse, 'view' | 'verbs'>, { from, infinitive }: VerbGroup): boolean => {
  // "in a FAILED ATTEMPT to stop them from entering"
  if (infinitive && isIn(view, 'attemptNouns', from - 1) && isIn(view, 'failedAdjectives', from - 2)) return true;
  const governor = infinitive ? verbs.findLast(({ to }) => to <= from && from - to <= 1) : undefined;
  return (
    governor !== undefined &&
    (isIn(view, 'failWords', from - 1) || governor.lemmas.some((lemma) => view.lexicon.has('failingGovernors', lemma)))
  );
};

/** "to STOP THE REDS advancing on A": British English leaves the "from" out behind such verbs. */
const stoppedBefore = ({ view, verbs }: Pick<Parse, 'view' | 'verbs'>, from: number): VerbGroup | null => {
  const whom = view.marks.find((mark) => mark.type === 'actor' && mark.to === from && !mark.modifies);
  const start = whom === undefined ? -1 : startOfPhrase(view, whom.from);
  const over = verbs.find(({ to }) => to === start);
  return over?.lemmas.some((lemma) => view.lexicon.has('stoppingVerbs', lemma)) ? over : null;
};

/** "KEPT the Reds from entering": the verb of preventing over a gerund. */
export const preventingOver = ({ view, verbs }: Parse, { from }: VerbGroup): VerbGroup | null => {
  if (!isIn(view, 'preventingLinks', from - 1)) return stoppedBefore({ view, verbs }, from);
  // "blocked food AND FUEL from entering": a noun that is a verb's form too.
  const isNoun = (verb: VerbGroup): boolean => verb.bare && isIn(view, 'conjunctions', verb.from - 1);
  const over = verbs.findLast((verb) => verb.to <= from - 1 && !isNoun(verb));
  if (over === undefined || from - over.to > OBJECT) return null;
  // "helped PREVENT them from entering": the bare verb makes no group of its own.
  const bare = view.lexicon.verbs.get(wordAt(view, over.to)) ?? [];
  const lemmas = [...over.lemmas, ...bare.map(({ lemma }) => lemma)];
  return lemmas.some((lemma) => view.lexicon.has('preventingVerbs', lemma)) ? over : null;
};

/** "were prevented from entering", "kept the Reds from entering". */
const isPrevented = (parse: Parse, verb: VerbGroup): boolean => {
  const over = preventingOver(parse, verb);
  return over !== null && !over.negated && !isFailing(parse, over);
};

const isGerund = (view: SentenceView, { gerund, forms, from }: VerbGroup): boolean =>
  gerund || forms.includes('ing') || wordAt(view, from).endsWith('ing');

/** "has AT NO TIME been lost", "ON NO DAY did they hold it": the phrase stands in the verb's own clause. */
export const isNever = (view: SentenceView, { head }: Pick<VerbGroup, 'head'>): boolean => {
  for (let at = head - 1; at >= Math.max(0, head - NEVER) && !/^[;:.]$/.test(wordAt(view, at)); at--)
    if (phraseLength(view, 'neverPhrases', at) > 0) return true;
  return false;
};

/** Words between such a phrase and the verb. */
const NEVER = 9;

/** "WE DENY THAT our men have left A": no frame, for nobody tells what we say. */
const isDeniedByUs = ({ view, verbs }: Parse, { from, infinitive }: VerbGroup): boolean => {
  const over = infinitive ? undefined : verbs.findLast(({ to }) => to <= from);
  return (
    over !== undefined &&
    !over.negated &&
    isIn(view, 'clauseComplements', over.to) &&
    isIn(view, 'firstPerson', over.from - 1) &&
    over.lemmas.some((lemma) => view.lexicon.has('denyingVerbs', lemma))
  );
};

/** "I DO NOT THINK that A has fallen", "WE DO NOT BELIEVE they hold it": the no is of what is thought. */
const isNotThought = ({ view, verbs }: Parse, { from, infinitive }: VerbGroup): boolean => {
  const over = infinitive ? undefined : verbs.findLast(({ to }) => to <= from);
  if (over?.negated !== true || over.modal !== null || !isIn(view, 'firstPerson', over.from - 1)) return false;
  if (view.tokens.slice(over.to, from).some(({ type }) => type === 'mark')) return false;
  // "do not think ABOUT B now that A has fallen"
  if (isIn(view, 'prepositions', over.to)) return false;
  return over.lemmas.some((lemma) => view.lexicon.has('opinionVerbs', lemma));
};

/** Words of "The old". */
const OPENING = 3;

/** "THE LIE THAT we have left A is answered by our guns": what the sentence opens by calling false. */
const isOfLie = ({ view, verbs }: Parse, { from }: VerbGroup): boolean => {
  const at = view.tokens.findIndex((_, i) => i > 0 && i <= OPENING && isIn(view, 'lieNouns', i));
  const that = at > 0 && isIn(view, 'clauseComplements', at + 1);
  // "It is NO lie that A has fallen"
  const no = view.tokens.slice(0, Math.max(0, at)).some((_, i) => isInAny(view, ['negations', 'negativeWords'], i));
  return that && !no && from > at + 1 && !verbs.some((one) => one.from > at && one.to <= from);
};

/** "It was NOT the rebels WHO took A", "it is not A that they hold"; but "not until Monday that they took it". */
const isCleftDenied = (parse: Parse, verb: VerbGroup): boolean => {
  const { view, phraseAt, verbs } = parse;
  const relative = relativeOver(parse, verb);
  const over = relative < 0 ? undefined : verbs.findLast(({ to }) => to <= relative);
  if (over?.negated !== true || !isIn(view, 'be', over.from) || !isIn(view, 'onePronouns', over.from - 1)) return false;
  const told = phraseAt[relative - 1];
  // "not the rebels ALONE who"
  const named = told !== undefined && (told.actor === null ? told.places !== null : told.actor.to === relative);
  return (
    named &&
    view.tokens.slice(over.to, told.from).every((_, i) => isInAny(view, ['determiners', 'negations'], over.to + i))
  );
};

/** True where the words before a verb deny it. */
export const isNegatedBefore = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  if (isNobody(view, verb.from - 1) || isNobodysDeed(parse, verb) || isNever(view, verb)) return true;
  if (isDeniedByUs(parse, verb) || isOfLie(parse, verb) || isCleftDenied(parse, verb)) return true;
  if (isNotThought(parse, verb) || isThatFalse(parse, verb) || isStoppedBefore(parse, verb)) return true;
  return isGerund(view, verb) && (phraseBefore(view, 'negatingLeads', verb.from) > 0 || isPrevented(parse, verb));
};
