// States of another time: "took A, which had been held by the rebels", "once controlled A".
// Invariant: asks of the verb's own helpers and adverbs; "once again" is of today.
import type { Kind } from '../../model/claim.ts';
import { isReporting, relativeBefore } from '../clauses/clause-bounds.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** "took A, which had been held by the rebels": the state that a deed has ended. */
const isEnded = (parse: Parse, verb: VerbGroup): boolean =>
  verb.perfect && isIn(parse.view, 'pastHelpers', verb.from) && relativeBefore(parse, verb) >= 0;

/** "was ONCE rebel territory", "is a FORMER stronghold": said behind a form of "be". */
const isCalledFormer = (view: SentenceView, head: number): boolean =>
  isIn(view, 'be', head) &&
  ((isIn(view, 'formerAdverbs', head + 1) && !isInAny(view, ['againWords', 'moreWords'], head + 2)) ||
    (isIn(view, 'indefiniteArticles', head + 1) && isIn(view, 'formerWords', head + 2)));

/** Words of "was in the firm hands of the rebels before the war". */
const TOLD = 12;

/** "held A BEFORE THE WAR", "was theirs before the rising": a state in the past that what came since has ended. */
const isBeforeWar = (view: SentenceView, head: number): boolean => {
  if (!isIn(view, 'pastStates', head)) return false;
  for (let at = head + 1; at <= head + TOLD; at++) {
    const token = view.tokens[at];
    if (token === undefined || token.type === 'mark' || isInAny(view, ['conjunctions', 'negations'], at)) return false;
    if (isIn(view, 'beforeWords', at) && isIn(view, 'determiners', at + 1) && isIn(view, 'warBegins', at + 2)) {
      // "before the fighting BEGAN at B": a day like others.
      const next = view.tokens[at + 3];
      return next === undefined || next.type === 'mark' || isIn(view, 'conjunctions', at + 3);
    }
  }
  return false;
};

/** "WAS a rebel stronghold, BUT NOW the army has taken it": what was so before. */
const isBeforeNow = (view: SentenceView, head: number): boolean =>
  isIn(view, 'pastStates', head) &&
  view.tokens.some(
    (_, at) =>
      at > head &&
      isIn(view, 'butWords', at) &&
      isIn(view, 'nowAdverbs', at + 1) &&
      // "was in A ON SUNDAY, but now …": it was so on that day.
      !view.tokens.slice(head, at).some((_, i) => isInAny(view, ['weekdays', 'months'], head + i)),
  );

/** Words of "the place in the north". */
const REACH = 4;

/** "the posts they HELD BEFORE Thursday": what was so before a day need not be so since. */
const isBeforeThen = ({ view, verbAt }: Parse, { forms, perfect, modal, passive, from, to }: VerbGroup): boolean => {
  const past = passive ? isIn(view, 'pastBe', from) : forms.includes('past') && modal === null;
  if (!past || perfect) return false;
  for (let at = to; at <= to + REACH && verbAt[at] === undefined && /[^,;:.]/.test(wordAt(view, at)); at++)
    if (isIn(view, 'priorLinks', at)) {
      const day = isIn(view, 'determiners', at + 1) || isIn(view, 'timeAdjectives', at + 1) ? at + 2 : at + 1;
      return isInAny(view, ['weekdays', 'months', 'timeNouns'], day);
    }
  return false;
};

/** "HELD", "WAS under control", "HAD held": told of the past, whatever came since. */
const isPast = (
  view: SentenceView,
  { forms, perfect, modal, passive, infinitive, gerund, from }: VerbGroup,
): boolean => {
  if (modal !== null || infinitive || gerund) return false;
  if (perfect) return isIn(view, 'pastHelpers', from);
  return passive ? isIn(view, 'pastBe', from) : forms.includes('past') && !forms.includes('base');
};

/** Words from "before" to the verb of its clause: "before the last of the army's soldiers left it". */
const CLAUSE = 10;

/** "held A for two weeks BEFORE THE ARMY RETOOK IT", "BEFORE BEING driven out", "UNTIL they left": a state that a deed has ended. */
const isBeforeDeed = (parse: Parse, verb: VerbGroup): boolean => {
  const { view, verbs, verbAt } = parse;
  if (verb.negated || !isPast(view, verb)) return false;
  for (let at = verb.to; at <= verb.to + TOLD && verbAt[at] === undefined; at++) {
    if (view.tokens[at] === undefined || view.tokens[at]?.type === 'mark') return false;
    if (!isIn(view, 'untilLinks', at)) continue;
    const next = verbs.find(({ from }) => from > at);
    const parted = view.tokens.slice(at, next?.from ?? at).some(({ type }) => type === 'mark');
    const near = next !== undefined && !parted && next.from - at <= CLAUSE;
    return near && !next.infinitive && !isReporting(parse, next) && endsIt(parse, [verb, next], at);
  }
  return false;
};

/** "FOR TWO WEEKS before", "before BEING driven out", "before the army took IT"; "were in A before fighting began at B" may last. */
const endsIt = ({ view }: Parse, [verb, next]: readonly [VerbGroup, VerbGroup], link: number): boolean =>
  !isIn(view, 'priorLinks', link) ||
  next.gerund ||
  (isInAny(view, ['placePronouns', 'objectPlurals'], next.to) &&
    !next.lemmas.some((lemma) => view.lexicon.has('harmingVerbs', lemma))) ||
  view.tokens.slice(verb.to, link).some((_, i) => isIn(view, 'spanLeads', verb.to + i));

/** "took A, which had been held by the rebels", "the posts they held before Thursday": a state that is over. */
const isOver = (parse: Parse, verb: VerbGroup): boolean =>
  isEnded(parse, verb) || isBeforeThen(parse, verb) || isBeforeDeed(parse, verb);

/** "once controlled A", "the town it formerly held": a state of another time. */
const isOfOldTimes = (view: SentenceView, verb: VerbGroup, kind: Kind): boolean =>
  (kind === 'hold' || isWonBefore(view, verb)) && isCalledOld(view, verb);

/** "the parts of A PREVIOUSLY OCCUPIED BY the rebels": what only describes tells whose it was. */
const isWonBefore = (view: SentenceView, { bare, forms, to }: VerbGroup): boolean =>
  bare && forms.includes('participle') && isIn(view, 'agentWords', to);

const isCalledOld = (view: SentenceView, { from, head }: VerbGroup): boolean =>
  isCalledFormer(view, head) ||
  isBeforeWar(view, head) ||
  isBeforeNow(view, head) ||
  view.tokens
    .slice(0, head)
    .some(
      (_, at) =>
        at >= from - 1 && isIn(view, 'formerAdverbs', at) && !isInAny(view, ['againWords', 'moreWords'], at + 1),
    );

const STATES: readonly Kind[] = ['hold', 'siege'];

/** "after YEARS IN WHICH it could be reached only by air": how things stood until something ended it. */
const isOfYearsTold = (parse: Parse, verb: VerbGroup): boolean => {
  const { view, phraseAt } = parse;
  const which = (phraseAt[verb.from - 1]?.from ?? verb.from) - 1;
  return (
    isIn(view, 'relatives', which) && isIn(view, 'prepositions', which - 1) && isIn(view, 'lengthNouns', which - 2)
  );
};

/** A state that is over, or of another time. */
export const isOfThePast = (parse: Parse, verb: VerbGroup, kind: Kind): boolean =>
  (kind === 'hold' && isOver(parse, verb)) ||
  (STATES.includes(kind) && isOfYearsTold(parse, verb)) ||
  isOfOldTimes(parse.view, verb, kind);
