// "ALL THE ARMY HAS LEFT is A", "A is all that they HAVE LEFT": what somebody still has, and nobody who went.
// Invariant: "all" or "what" stands before who has it, and a verb of being beside that.
import { isFiniteVerb } from '../clauses/clause-bounds.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';

/** Words of "all that the beaten army". */
const REACH = 6;

/** Words of "in the whole of Northmark". */
const WHERE = 5;

/** Words of "the last rebel army base". */
const NOUN = 5;

/** "the ONLY base LEFT in the area is", ", the LAST town LEFT in its hands": of what is over, behind a comma or before a verb of its own. */
const isRemainder = ({ view, verbs }: Parse, { from, to, bare }: VerbGroup): boolean => {
  const back = Array.from({ length: NOUN }, (_, i) => from - 2 - i);
  const start = back.find((at) => isIn(view, 'definiteArticles', at)) ?? -1;
  if (!bare || start < 0 || !isInAny(view, ['soleWords', 'littleWords'], start + 1)) return false;
  if (!isIn(view, 'insideLinks', to)) return false;
  if (wordAt(view, start - 1) === ',') return true;
  const next = verbs.find((other) => other.from >= to);
  const joined = view.tokens
    .slice(to, next?.from)
    .some((_, i) => isInAny(view, ['conjunctions', 'relatives', 'subordinators'], to + i));
  return next !== undefined && !joined && isFiniteVerb(next);
};

export const isAllLeft = (parse: Parse, verb: VerbGroup): boolean => {
  const { view, verbAt } = parse;
  if (isIn(view, 'leftForms', verb.head) && isRemainder(parse, verb)) return true;
  if (!verb.perfect || verb.passive || !isIn(view, 'leftForms', verb.head)) return false;
  const isBe = (at: number): boolean => verbAt[at] !== undefined && isIn(view, 'be', at);
  for (let at = verb.from - 1; at >= Math.max(0, verb.from - REACH) && verbAt[at] === undefined; at--)
    if (isIn(view, 'heldThings', at))
      return isBe(at - 1) || view.tokens.slice(verb.to, verb.to + WHERE).some((_, i) => isBe(verb.to + i));
  return false;
};

/** Words of "not one single". */
const COUNTED = 4;

/** "THERE IS not one soldier left", "THERE ARE hardly any police left": counted words between the verb and who is left. */
const isThere = ({ view, verbAt }: Parse, phrase: number): boolean => {
  for (let at = phrase - 1; at >= Math.max(1, phrase - COUNTED) && view.tokens[at]?.type !== 'mark'; at--) {
    const verb = verbAt[at];
    if (verb !== undefined) return isIn(view, 'be', at) && isIn(view, 'thereWords', verb.from - 1);
  }
  return false;
};

/** "there is no army LEFT", "are there any LEFT?" */
export const isLeftOver = (parse: Parse, verb: VerbGroup): boolean => {
  const { view, verbAt, phraseAt } = parse;
  // "Has the army LEFT?"
  if (isIn(view, 'have', 0)) return false;
  const phrase = verb.bare && verb.forms.includes('participle') ? phraseAt[verb.from - 1] : undefined;
  if (phrase !== undefined && isThere(parse, phrase.from)) return true;
  const over = ['onlyWords', 'thereWords'].some((list) => isIn(view, list, (phrase?.from ?? 0) - 1));
  const is = phrase === undefined ? undefined : verbAt[phrase.from - (over ? 2 : 1)];
  return is?.lemmas.some((lemma) => view.lexicon.has('be', lemma) || view.lexicon.has('have', lemma)) === true;
};
