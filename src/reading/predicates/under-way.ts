// What a verb's tense makes of its kind: "OCCUPY A" holds it, and a retaking that is going on is not done: "is being cleared", "are clearing A", "have begun to clear A".
// Dispatches, judgement call 5: a clearing operation under way is planned; "have been cleared" is actual.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { lemmaIn } from '../clauses/governed-infinitive.ts';
import type { Parse } from '../clauses/parse.ts';
import { isIn, phraseLength } from '../words/view-sentence.ts';

/** True of a retaking told as going on, or as begun. */
export const isUnderWay = ({ view, verbs }: Parse, verb: VerbGroup, kind: Kind): boolean => {
  if (kind !== 'recapture') return false;
  const helped = view.tokens.slice(verb.from, verb.head).some((_, i) => isIn(view, 'be', verb.from + i));
  if (helped && !verb.passive && verb.forms.includes('ing')) return true;
  // "after BEING driven out" is done.
  if (verb.passive && isIn(view, 'beingWords', verb.head - 1) && isIn(view, 'be', verb.head - 2)) return true;
  // "are BUSY clearing A"
  if (verb.gerund && isIn(view, 'busyWords', verb.from - 1)) return true;
  const governor = verbs.findLast(({ to }) => to === verb.from) ?? null;
  return (verb.infinitive || verb.gerund) && lemmaIn(view, governor, 'beginningVerbs');
};

/** "Troops OCCUPY A", "are OCCUPYING A", "HAVE GOT A": a taking that is told of now is a state. */
export const kindNow = ({ view }: Parse, verb: VerbGroup, kind: Kind): Kind => {
  // "WAS OCCUPIED for two weeks": a state that is over is told as the taking.
  const was =
    kind === 'hold' && verb.passive && !verb.perfect && verb.modal === null && isIn(view, 'pastBe', verb.from);
  if (was && lemmaIn(view, verb, 'occupyingVerbs')) return 'capture';
  const got = verb.perfect && !verb.passive && verb.modal === null && lemmaIn(view, verb, 'gettingVerbs');
  if (kind === 'capture' && got) return 'hold';
  const occupies = kind === 'capture' && !verb.passive && !verb.infinitive && verb.modal === null;
  if (!occupies || !lemmaIn(view, verb, 'occupyingVerbs')) return kind;
  const helped = view.tokens.slice(verb.from, verb.head).some((_, i) => isIn(view, 'presentBe', verb.from + i));
  // "DO NOT occupy A", "NO LONGER occupy it", and not "did not occupy it"
  const did = isIn(view, 'datePastWords', verb.from);
  const simple = !did && !verb.perfect && !verb.forms.includes('past') && !verb.forms.includes('ing');
  return simple || (helped && verb.forms.includes('ing')) ? 'hold' : kind;
};

/** "A clearing operation in A WILL BEGIN", "CONTINUES", "IS UNDER WAY": it is told of by itself, whoever leads it. */
export const isBegun = (
  { view, verbAt }: Parse,
  { from, to }: { readonly from: number; readonly to: number },
): boolean => {
  const verb = verbAt[to] ?? null;
  // "a MINE clearance operation"
  if (verb === null || isIn(view, 'clearedThings', from - 1)) return false;
  const on = lemmaIn(view, verb, 'be') && phraseLength(view, 'goingOnPhrases', verb.to) > 0;
  return on || lemmaIn(view, verb, 'beginningVerbs');
};
