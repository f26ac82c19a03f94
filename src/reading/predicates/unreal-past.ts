// What could have been and was not: "we could have held A", "B need not have been lost", "they could have taken it if …".
// Invariant: only a modal with "have" says so; "may have fallen" is a doubt and stays one.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { anyIn } from '../words/moods.ts';
import { isIn, type SentenceView } from '../words/view-sentence.ts';

/** "need NOT have been lost": the words before its helpers. */
const NEAR = 3;

const isSpeaker = (view: SentenceView, { from }: VerbGroup): boolean =>
  isIn(view, 'firstPerson', from - 1) || isIn(view, 'firstPerson', from - 2);

/** True of what did not happen. */
export const isUnrealPast = (view: SentenceView, verb: VerbGroup, kind: Kind): boolean => {
  const { from, head, perfect, modal } = verb;
  if (!perfect) return false;
  if (anyIn(view, 'needWords', [from - NEAR, head])) return true;
  if (modal === null || !view.lexicon.has('unrealModals', modal)) return false;
  return kind === 'hold' || isSpeaker(view, verb) || anyIn(view, 'ifWords', [verb.to, view.tokens.length]);
};
