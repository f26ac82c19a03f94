// What stands before a clause and leaves it open: "no confirmation that A", "it could not be confirmed that A",
// "rumours that A", "wrong to say that A". Invariant: the words stand in the clause's own stretch, right before its "that".

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isMereIdea } from '../clauses/that-clause.ts';
import { isIn, isInAny, phraseBefore, phraseLength } from '../words/view-sentence.ts';
import { isReducedTelling } from './find-passive.ts';

/** Words of the longest subject between "that" and its verb. */
const SUBJECT = 14;

/** The "that" or "whether" before the verb's subject; -1 where a mark or another verb stands between. */
const linkBefore = (parse: Parse, verb: VerbGroup): number => {
  const { view, verbAt, verbs } = parse;
  // "no sign that they INTEND to take A": what is to be done stands under the verb before it.
  // "no sign that they ARE ABOUT to take A"
  const brink = isIn(view, 'brinkWords', verb.from - 1) ? verb.from - 1 : verb.from;
  const over = verb.infinitive ? verbs.find(({ to }) => to === verb.from || to === brink) : undefined;
  const { from } = over ?? verb;
  for (let at = from - 1; at >= Math.max(0, from - SUBJECT); at--) {
    if (isIn(view, 'clauseComplements', at)) return at;
    if (verbAt[at] !== undefined || view.tokens[at]?.type === 'mark') return -1;
  }
  return -1;
};

/** Words between the noun and its "that" ("no sign on Monday that"), and between the "no" and the noun. */
const BEHIND = 5;
const BEFORE = 4;

/** "NO independent CONFIRMATION that", "has given no EVIDENCE that", "little SIGN that", "did not offer any PROOF that". */
const isUnproven = ({ view, verbAt }: Parse, link: number): boolean => {
  for (let at = link - 1; at >= Math.max(0, link - BEHIND); at--) {
    if (verbAt[at] !== undefined || view.tokens[at]?.type === 'mark') return false;
    // "there is NO TRUTH in reports that A": that says that it is not so.
    const link = isIn(view, 'determiners', at - 1) ? at - 2 : at - 1;
    if (isIn(view, 'proofNouns', at) && phraseBefore(view, 'lieWords', link) === 0)
      return saysNone({ view, verbAt }, at);
  }
  return false;
};

/** "NOTHING SUGGESTS that A", "there is little TO SHOW that it has". */
const isShownByNothing = ({ view, verbs }: Parse, link: number): boolean => {
  const shows = verbs.findLast(({ to }) => to <= link);
  const proves = shows?.to === link && shows.lemmas.some((lemma) => view.lexicon.has('provingVerbs', lemma));
  return proves && isInAny(view, ['nothingWords', 'littleWords'], shows.from - 1);
};

const saysNone = ({ view, verbAt }: Pick<Parse, 'view' | 'verbAt'>, noun: number): boolean => {
  for (let at = noun - 1; at >= Math.max(0, noun - BEFORE); at--) {
    if (isInAny(view, ['negativeWords', 'littleWords', 'withoutWords'], at)) return true;
    const verb = verbAt[at];
    if (verb !== undefined) return verb.negated;
  }
  return false;
};

/** "It COULD NOT BE CONFIRMED that A", "was impossible to verify that A". */
const isUnconfirmed = ({ view, verbs }: Parse, link: number): boolean => {
  const over = verbs.findLast(({ to }) => to <= link);
  if (over === undefined || over.to < link || !over.lemmas.some((one) => view.lexicon.has('weighingVerbs', one)))
    return false;
  if (!over.infinitive) return over.negated && over.passive;
  const first = Math.max(0, over.from - BEFORE);
  return view.tokens
    .slice(first, over.from)
    .some((_, i) => isIn(view, 'refusingForms', first + i) || phraseLength(view, 'unableWords', first + i) > 0);
};

/** "was NOT AWARE that A had fallen", "was UNSURE whether", "was unaware of the Reds leaving A": who knows nothing of it. */
const isUnaware = ({ view, verbs }: Parse, link: number): boolean => {
  if (isIn(view, 'unawareWords', link - 1)) return true;
  const over = isIn(view, 'awareWords', link - 1) ? verbs.findLast(({ to }) => to < link) : undefined;
  return over?.negated === true && over.to >= link - 2;
};

/** Words between "nobody" and what he thinks: "Nobody we spoke to in the city THINKS". */
const THINKER = 10;

/** "NOBODY THINKS the army can retake A", "few here BELIEVE that it will hold": what is thought by so few is said by none. */
const isThoughtByNobody = ({ view, verbs }: Parse, { from, infinitive, modal }: VerbGroup): boolean => {
  const thinks = verbs.findLast(
    (verb) =>
      verb.to <= from && verb.modal === null && verb.lemmas.some((lemma) => view.lexicon.has('thinkingVerbs', lemma)),
  );
  if (thinks === undefined || from - thinks.to > SUBJECT) return false;
  // "few believed it WHEN the army took A", "nobody thinks of peace, AND they took B": a clause of its own.
  const parted = view.tokens
    .slice(thinks.to, from)
    .some(({ type }, i) => type === 'mark' || isInAny(view, ['clauseSubordinators', 'conjunctions'], thinks.to + i));
  if (parted) return false;
  // "does NOT BELIEVE the army WILL retake A", "… have a plan TO retake it": what is to come is an opinion of his.
  // "does not believe THE CLAIM THAT they will" answers it.
  const opinion = thinks.lemmas.some((lemma) => view.lexicon.has('opinionVerbs', lemma));
  const ofClaim = view.tokens
    .slice(thinks.to + 1, from)
    .some((_, i) => isIn(view, 'clauseComplements', thinks.to + 1 + i));
  if (thinks.negated && opinion && !ofClaim && (infinitive || modal !== null)) return true;
  const start = Math.max(0, thinks.from - THINKER);
  return view.tokens
    .slice(start, thinks.to)
    .some((_, i) => phraseLength(view, 'nobodyThinks', start + i) > 0 && view.tokens[start + i]?.type === 'word');
};

/** "The mayor DOUBTS that they WILL take A", "… have a plan TO retake it": what he thinks will not come about is no plan; "nobody doubts it" is. */
const isDoubtedOf = ({ view, verbs }: Parse, { from, infinitive, modal }: VerbGroup): boolean => {
  const doubts = verbs.findLast(
    (verb) => verb.to <= from && verb.lemmas.some((lemma) => view.lexicon.has('doubtingVerbs', lemma)),
  );
  if (doubts === undefined || doubts.negated || from - doubts.to > DOUBTED || !(infinitive || modal !== null))
    return false;
  if (view.tokens.slice(doubts.to, from).some(({ type }) => type === 'mark')) return false;
  const start = Math.max(0, doubts.from - THINKER);
  return !view.tokens.slice(start, doubts.from).some((_, i) => phraseLength(view, 'nobodyThinks', start + i) > 0);
};

/** Words of "that the rebels in the north have a plan". */
const DOUBTED = 10;

/** "There is NO SIGN OF the army LEAVING A": the noun before the "of" over whoever does it. */
const isUnseen = (parse: Parse, verb: VerbGroup): boolean => {
  const { view, verbAt } = parse;
  if (!verb.gerund) return false;
  for (let at = verb.from - 1; at > Math.max(0, verb.from - SUBJECT); at--) {
    // "no evidence EMERGED of the army leaving A"
    const noun = (verbAt[at - 1]?.from ?? at) - 1;
    if (isIn(view, 'partLinks', at) && isIn(view, 'proofNouns', noun)) return saysNone(parse, noun);
    if (verbAt[at] !== undefined || view.tokens[at]?.type === 'mark') return false;
  }
  return false;
};

/** "not clear WHY they left", "unclear HOW THE rebels got in": only the reason is open; "how many" leaves open the deed. */
const isReason = ({ view }: Parse, link: number): boolean => {
  if (!isIn(view, 'reasonWords', link)) return false;
  return !isIn(view, 'mannerWords', link) || isIn(view, 'determiners', link + 1) || view.markAt[link + 1] !== undefined;
};

/** Nobody says that it is so, nor that it is not. */
export const isLeftOpenBefore = (parse: Parse, verb: VerbGroup): boolean => {
  const link = linkBefore(parse, verb);
  if (isThoughtByNobody(parse, verb) || isDoubtedOf(parse, verb) || isUnseen(parse, verb)) return true;
  if (isMereIdea(parse, verb)) return true;
  // "It is UNLIKELY THAT they entered A"
  const open = link > 0 && phraseBefore(parse.view, 'openLeads', link) > 0 && !isReason(parse, link);
  return (
    link > 0 &&
    (open ||
      isShownByNothing(parse, link) ||
      isUnproven(parse, link) ||
      isUnconfirmed(parse, link) ||
      isUnaware(parse, link))
  );
};

/** "reports that A COULD NOT BE VERIFIED": a verb behind them. */
export const isUnverified = ({ view, verbs }: Parse, from: number): boolean =>
  verbs.some(
    (verb) =>
      verb.from >= from &&
      // "…, but casualty figures could not be confirmed"
      !view.tokens.slice(from, verb.from).some((_, i) => isIn(view, 'strongContrast', from + i)) &&
      verb.passive &&
      verb.negated &&
      verb.lemmas.some((lemma) => view.lexicon.has('weighingVerbs', lemma)),
  );

/** "is BELIEVED lost", "was PRESUMED taken": who thinks so is not told. */
const isBelieved = ({ view, verbs }: Parse, { bare, forms, from }: VerbGroup): boolean => {
  const over = bare && forms.includes('participle') ? verbs.find(({ to }) => to === from) : undefined;
  return over?.passive === true && over.lemmas.some((lemma) => view.lexicon.has('believingVerbs', lemma));
};

/** "IT APPEARS that A has fallen", "it appears A has", "IT DOES NOT SEEM that": what is told as it looks. */
const seemingOver = (parse: Parse, verb: VerbGroup): VerbGroup | null => {
  const { view, verbs } = parse;
  const link = linkBefore(parse, verb);
  // "It appears A has fallen"
  const last = link > 0 ? undefined : verbs.findLast(({ to }) => to <= verb.from);
  const near = last !== undefined && view.tokens.slice(last.to, verb.from).every(({ type }) => type !== 'mark');
  const over = link > 0 ? verbs.find(({ to }) => to === link) : near ? last : undefined;
  const seems = over?.lemmas.some((lemma) => view.lexicon.has('seemingVerbs', lemma)) === true;
  return over !== undefined && seems && isIn(view, 'onePronouns', over.from - 1) ? over : null;
};

/** "It DOES NOT APPEAR that they entered A". */
export const isSeenNot = (parse: Parse, verb: VerbGroup): boolean => seemingOver(parse, verb)?.negated === true;

/** "A, REPORTED lost on Sunday": by whom, nobody says. */
const isToldLost = ({ view, verbAt }: Parse, verb: VerbGroup): boolean => {
  const told = verbAt[verb.from - 1];
  return verb.bare && told !== undefined && told.to === verb.from && isReducedTelling(view, told, verb);
};

/** "there were RUMOURS THAT A", "rumours going round that A": whoever tells of them, they are no more. */
export const isRumouredBefore = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  if (isToldLost(parse, verb) || isBelieved(parse, verb) || seemingOver(parse, verb) !== null) return true;
  const link = linkBefore(parse, verb);
  for (let at = link - 1; at >= Math.max(0, link - BEHIND) && view.tokens[at]?.type !== 'mark'; at--)
    if (phraseLength(view, 'doubtNouns', at) > 0) return true;
  if (link > 0 && phraseBefore(view, 'rumourPhrases', link) > 0) return true;
  return isIn(view, 'rumourSources', link - 1) && isUnverified(parse, verb.to);
};

/** "It would be WRONG TO SAY that A": what is told is that it is not so. */
export const isCalledWrong = (parse: Parse, verb: VerbGroup): boolean => {
  const link = linkBefore(parse, verb);
  return link > 0 && phraseBefore(parse.view, 'wrongLeads', link) > 0;
};
