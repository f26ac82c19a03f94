// "Once the garrison LEAVES A, the rebels will enter": a present behind a word of time is a thing that is still to come.
// Invariant: a heading tells the past in the present, and is left as it stands.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import type { Parse } from '../clauses/parse.ts';
import { TAKING } from '../words/moods.ts';
import { isIn, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { isBackshifted, isLeftToCome, isOfAnybody } from './backshifted.ts';

/** So far before the verb may the word of time stand: "once the last of the soldiers in A leave". */
const REACH = 10;

const isPresent = (
  { view }: Parse,
  { forms, modal, passive, perfect, infinitive, gerund, from }: VerbGroup,
): boolean => {
  if (modal !== null || infinitive || gerund) return false;
  if (passive) return isIn(view, 'presentBe', from);
  if (perfect) return !isIn(view, 'pastHave', from);
  return (forms.includes('base') || forms.includes('s')) && !forms.includes('past');
};

/** The word of time that opens the verb's own clause, or -1. */
const openingAt = ({ view, verbAt }: Parse, { from }: VerbGroup): number => {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    if (verbAt[at] !== undefined || /^[,;:.]$/.test(wordAt(view, at))) return -1;
    if (isIn(view, 'onceWords', at) || isIn(view, 'thenWords', at)) return at;
  }
  return -1;
};

/** "will", "is to": the sentence speaks of what is yet to be. */
const isForetold = ({ view, verbs }: Parse, own: VerbGroup): boolean =>
  verbs.some(
    ({ modal, from, infinitive }) =>
      from !== own.from &&
      (view.lexicon.has('futureModals', modal ?? '') || (infinitive && isIn(view, 'presentBe', from))),
  );

/** So far before the verb may stand that it is awaited: "a matter of time before A, a town of the north, fell". */
const AWAITED = 20;

/** "It was only A MATTER OF TIME BEFORE A fell": what is waited for has not come about. */
export const isAwaited = (view: SentenceView, { from }: VerbGroup, kind: Kind): boolean =>
  TAKING.includes(kind) &&
  view.tokens
    .slice(Math.max(0, from - AWAITED), from)
    .some((_, at) => phraseLength(view, 'awaitedPhrases', Math.max(0, from - AWAITED) + at) > 0);

/** "ONCE the rebels control A, they WILL control the water", "AS SOON AS A is in our hands we will": a hold that is still to come. */
export const isHoldToCome = (parse: Parse, verb: VerbGroup): boolean => {
  const { view, verbs } = parse;
  const at = isPresent(parse, verb) ? openingAt(parse, verb) : -1;
  if (at < 0) return false;
  const once = isIn(view, 'onceWords', at) || [at - 2, at].some((from) => phraseLength(view, 'oncePhrases', from) > 0);
  return once && (isForetold(parse, verb) || verbs.some(({ from, modal }) => from >= verb.to && modal !== null));
};

/** "WILL march on A AFTER TAKING B": neither is done. */
const isOfFuture = ({ view, verbs }: Parse, { gerund, from }: VerbGroup): boolean => {
  if (!gerund || !isIn(view, 'relation:after', from - 1)) return false;
  const over = verbs.findLast(({ to }) => to <= from - 1);
  const parted = view.tokens.slice(over?.to ?? 0, from).some(({ type }) => type === 'mark');
  return !parted && view.lexicon.has('futureModals', over?.modal ?? '');
};

/** True where the verb tells of what is to come before or after something else. */
export const isStillToCome = (parse: Parse, verb: VerbGroup): boolean => {
  const { view } = parse;
  if (isBackshifted(parse, verb) || isOfAnybody(parse, verb) || isOfFuture(parse, verb)) return true;
  if (view.sentence.heading || !isPresent(parse, verb)) return false;
  if (isLeftToCome(parse, verb)) return true;
  const at = openingAt(parse, verb);
  if (at < 0) return false;
  return (isIn(view, 'onceWords', at) && !verb.perfect) || isForetold(parse, verb);
};

/** "BEFORE the army COULD regain A", "will take months before the rebels HOLD A": nobody has yet, and perhaps nobody ever did. */
export const isBeforeAble = (parse: Parse, verb: VerbGroup, kind: Kind): boolean => {
  const { view } = parse;
  const able = ['pastAbility', 'presentAbility'].some((list) => view.lexicon.has(list, verb.modal ?? ''));
  const held = kind === 'hold' && isPresent(parse, verb) && !verb.perfect && isForetold(parse, verb);
  if (view.sentence.heading || verb.negated || !(able || held)) return false;
  const at = openingAt(parse, verb);
  return at >= 0 && isIn(view, 'untilLinks', at);
};

/** So many words make a condition that is more than ", if confirmed,". */
const CONDITION = 3;

/** "Officials said that IF A FALLS, B will be next", "would attack A IF talks failed": what hangs on something else. */
export const isConditional = (view: SentenceView, { from, to, modal }: VerbGroup): boolean => {
  if (modal === null) return false;
  const opens = (at: number): boolean =>
    isIn(view, 'conditionLinks', at) && (view.tokens[at - 1]?.type === 'mark' || isIn(view, 'rumourLinks', at - 1));
  const stop = view.tokens.findIndex(({ word }, at) => at >= to && /^[,;:]$/.test(word));
  const end = stop < 0 ? view.tokens.length : stop;
  return view.tokens.some((_, at) => {
    if (at >= to) return at < end && isIn(view, 'conditionLinks', at) && view.lexicon.has('pastFutureModals', modal);
    const comma = opens(at) ? view.tokens.findIndex(({ word }, i) => i > at && word === ',') : -1;
    return comma >= at + CONDITION && comma < from;
  });
};
