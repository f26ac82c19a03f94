// What is demanded, or told of a thing that would come first: "demanded that A BE RETAKEN", "RETAKING A will take weeks".
// Invariant: what is only asked for, or only weighed, has not been done.

import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { lemmaIn } from '../clauses/governed-infinitive.ts';
import type { Parse } from '../clauses/parse.ts';
import { isTellingStart } from '../clauses/telling-starts.ts';
import { isIn, type SentenceView, wordAt } from '../words/view-sentence.ts';

/** "that A BE retaken", "that they NOT BE let in": the bare helper stands in no clause that tells. */
const isSubjunctive = ({ view }: Parse, { from, head, modal, infinitive }: VerbGroup): boolean => {
  if (modal !== null || infinitive) return false;
  const be = [from, from + 1].find((at) => at < head && isIn(view, 'subjunctiveBe', at));
  return be !== undefined;
};

/** "demanded that troops withdraw", "demanded that A be retaken": what is asked for is not done. */
export const isDemanded = (parse: Parse, verb: VerbGroup): boolean => {
  const { verbs, view } = parse;
  const bare = verb.bare && verb.forms.includes('base') && !verb.forms.includes('past');
  if (!bare && !isSubjunctive(parse, verb)) return false;
  // "insisted that they STILL hold A", "NOW control it": what is so already is asked of nobody.
  for (let at = verb.from - 1; at < verb.head; at++)
    if (isIn(view, 'stillWords', at) || isIn(view, 'nowAdverbs', at)) return false;
  const governor = verbs.findLast((other) => other.to <= verb.from && lemmaIn(view, other, 'demandVerbs'));
  if (governor === undefined) return false;
  for (let at = governor.to; at < verb.from; at++) if (isIn(view, 'rumourLinks', at)) return true;
  return false;
};

/** "a rebel DEMAND TO leave A", "the army's CALL TO surrender": whoever asks for it is not who would do it. */
export const isAskedOfOthers = ({ view, phraseAt }: Parse, { infinitive, from }: VerbGroup): boolean => {
  const asked = infinitive && isIn(view, 'demandNouns', from - 1) ? phraseAt[from - 1] : undefined;
  return asked !== undefined && view.markAt.slice(asked.from, asked.to).some((mark) => mark?.type === 'actor');
};

/** "RETAKING A will take weeks", "TAKING A would need 3,000 men", "retaking A IS a matter of days": the deed is weighed as a subject. */
export const isWeighed = ({ view, verbs }: Parse, verb: VerbGroup): boolean => {
  const opens = isTellingStart(view, verb.from) || (verb.from === 1 && view.tokens[0]?.type !== 'word');
  if (!verb.gerund || !opens) return false;
  const next = verbs.find((other) => other.from >= verb.to);
  if (next === undefined || next.gerund || next.infinitive) return false;
  const parted = view.tokens.slice(verb.to, next.from).some(({ type }) => type === 'mark');
  return !parted && (next.modal !== null || (isIn(view, 'presentBe', next.from) && next.head === next.from));
};

/** "the stronghold of A (LEFT)": what stands alone in brackets tells where to look. */
export const isBracketed = (view: SentenceView, { from, to }: VerbGroup): boolean =>
  wordAt(view, from - 1) === '(' && wordAt(view, to) === ')';
