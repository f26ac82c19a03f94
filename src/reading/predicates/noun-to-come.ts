// Deeds named by a noun that are still to come: "trying TO ARRANGE the handover of A", "will be freed ONLY AFTER the withdrawal from A".
// Invariant: asks of the verb that governs the noun and of the words between them; what was arranged or overseen came about.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { lemmaIn } from '../clauses/governed-infinitive.ts';
import type { Parse } from '../clauses/parse.ts';
import { dropped, type Mood, planned } from '../words/moods.ts';
import { isIn, isInAny, phraseLength, wordAt } from '../words/view-sentence.ts';
import { governedNoun } from './governed-noun.ts';
import { seenToCome } from './seen-to-come.ts';

const GIVEN_OR_TAKEN: readonly Kind[] = ['withdrawal', 'surrender', 'capture', 'recapture'];

/** What is done by agreement. */
const isAgreed = (kind: Kind): boolean => kind === 'withdrawal' || kind === 'surrender';

/** "The withdrawal from A IS PLANNED", "has been AGREED", "is DUE on Friday": laid down, and not done. */
const isLaidDown = ({ view, verbAt }: Parse, to: number): boolean => {
  const verb = verbAt[to];
  if (verb === undefined || verb.from !== to || verb.negated) return false;
  if (verb.passive) return lemmaIn(view, verb, 'layingDown');
  return isIn(view, 'be', verb.head) && isIn(view, 'dueWords', verb.to);
};

/** Words of "an orderly and complete". */
const NEAR = 7;

const isForetold = ({ view }: Parse, { modal, infinitive, from }: VerbGroup): boolean =>
  view.lexicon.has('futureModals', modal ?? '') ||
  view.lexicon.has('pastFutureModals', modal ?? '') ||
  (infinitive && isInAny(view, ['presentBe', 'pastBe'], from));

/** "MANAGED to arrange", "HELPED to secure": what was begun or reached is done. */
const isReached = (parse: Parse, { from }: VerbGroup): boolean => {
  const over = parse.verbs.findLast(({ to }) => to <= from);
  return (
    over !== undefined && from - over.to <= 1 && lemmaIn(parse.view, over, 'actualGovernors') && over.modal === null
  );
};

/** "TO oversee the withdrawal", "WILL verify it", "are ARRANGING it": its mediators are not done with it. */
const isArranged = (parse: Parse, kind: Kind, at: number): boolean => {
  const { view } = parse;
  const verb = parse.verbs.findLast(({ to }) => to <= at);
  if (verb === undefined || at - verb.to > NEAR || verb.negated || verb.passive) return false;
  if (view.tokens.slice(verb.to, at).some(({ word }) => /^[,;:]$/.test(word) || view.lexicon.has('outcomeAfter', word)))
    return false;
  if (lemmaIn(view, verb, 'brokeringVerbs'))
    return verb.infinitive ? !isReached(parse, verb) : isForetold(parse, verb) || isGoingOn(parse, verb);
  return (
    // "will discuss the CAPTURE of A": only what is done by agreement is overseen.
    isAgreed(kind) &&
    lemmaIn(view, verb, 'overseeingVerbs') &&
    (verb.infinitive ? !isReached(parse, verb) : isForetold(parse, verb))
  );
};

/** "are arranging". */
const isGoingOn = ({ view }: Parse, verb: VerbGroup): boolean =>
  verb.forms.includes('ing') && !verb.gerund && isInAny(view, ['presentBe', 'pastBe'], verb.from);

/** "freed ONLY AFTER the withdrawal", "pending the withdrawal", behind what is foretold. */
const isWaitedFor = (parse: Parse, at: number): boolean => {
  const { view } = parse;
  for (let i = at - 1; i >= Math.max(1, at - NEAR); i--) {
    if (parse.verbAt[i] !== undefined || /^[,;:]$/.test(wordAt(view, i))) return false;
    if (phraseLength(view, 'neverYet', i) > 0) return true;
    const only = isIn(view, 'outcomeAfter', i) && isIn(view, 'onlyWords', i - 1);
    if (!only && phraseLength(view, 'pendingPhrases', i) === 0 && !isIn(view, 'waitingWords', i)) continue;
    return parse.verbs.some((verb) => verb.to <= i && isForetold(parse, verb));
  }
  return false;
};

/** The mood of a noun whose deed its mediators only plan, or something waits for; null where it is neither. */
export const nounToCome = (
  parse: Parse,
  kind: Kind,
  { from, to }: { readonly from: number; readonly to: number },
): Mood | null => {
  const foreseen = kind === 'loss' || GIVEN_OR_TAKEN.includes(kind) ? seenToCome(parse, kind, from) : null;
  const seen = foreseen ?? governedNoun(parse.view, kind, from);
  if (seen !== null || !GIVEN_OR_TAKEN.includes(kind)) return seen;
  if (isAgreed(kind) && isLaidDown(parse, to)) return planned(kind);
  if (isWaitedFor(parse, from)) return dropped(kind, 'a thing still to come');
  return isArranged(parse, kind, from) ? planned(kind) : null;
};
