// What a modal makes of a deed: "will take A", "would leave it", "could fall", "can leave", "could be seen over A".
// Invariant: asks of the verb group alone.
import type { Kind } from '../../model/claim.ts';
import type { VerbGroup } from '../clauses/find-verb-groups.ts';
import { GIVING, lemmaIn } from '../clauses/governed-infinitive.ts';
import { actual, dropped, flip, type Mood, planned, possible, TAKING } from '../words/moods.ts';
import { isIn, type SentenceView } from '../words/view-sentence.ts';
import { isStaying } from './laid-down.ts';

/** "They CAN surrender to us", "the soldiers CAN leave with their arms": what is allowed is not what may come. */
const isLeave = ({ lexicon }: SentenceView, { modal, negated, perfect }: VerbGroup, kind: Kind): boolean =>
  GIVING.includes(kind) && lexicon.has('leaveModals', modal ?? '') && !negated && !perfect;

const isWillOrAbility = ({ lexicon }: SentenceView, modal: string): boolean =>
  ['pastAbility', 'pastFutureModals'].some((list) => lexicon.has(list, modal));

export const moodOfModal = (view: SentenceView, verb: VerbGroup, kind: Kind): Mood => {
  const modal = verb.modal ?? '';
  const foretold = ['futureModals', 'pastFutureModals'].some((list) => view.lexicon.has(list, modal));
  if (foretold && isStaying(view, verb, kind)) return actual(kind);
  // "A WOULD NOT BE fought over": a promise of peace.
  if (foretold && kind === 'clash' && verb.negated) return dropped(kind, 'nobody fights');
  if (view.lexicon.has('futureModals', modal))
    return kind === 'loss' || kind === 'threat'
      ? { ...possible(kind), kind: verb.negated ? kind : possible(kind).kind }
      : planned(kind);
  if (view.lexicon.has('pastFutureModals', modal)) {
    if (verb.perfect) return dropped(kind, 'a thing imagined');
    if (kind === 'threat') return possible(kind);
    return kind === 'loss' || kind === 'hold' ? dropped(kind, 'a thing imagined') : planned(kind);
  }
  if (view.lexicon.has('dutyModals', modal)) return dropped(kind, 'an opinion');
  if (isLeave(view, verb, kind)) return dropped(kind, 'a leave, not a deed');
  // "the flag COULD BE SEEN over A": who could see it saw it.
  // "he COULD SEE the flag over A": so did he.
  const seen = verb.passive || (kind === 'hold' && !verb.negated);
  if (seen && view.lexicon.has('abilityModals', modal) && lemmaIn(view, verb, 'sensedLemmas'))
    return flip(actual(kind), verb.negated);
  // "They could not leave the building", "would no longer leave it": what keeps somebody in is told, and no withdrawal.
  if (kind === 'withdrawal' && verb.negated && !verb.perfect && isWillOrAbility(view, modal))
    return dropped(kind, 'kept from going');
  if (kind === 'hold' && verb.negated && !verb.perfect) return dropped(kind, 'a fear, not a state');
  if (kind === 'repulse' && verb.negated) return dropped(kind, 'nobody was beaten off');
  // "could be in A within a week": where somebody might be is no state.
  if (kind === 'hold' && !verb.perfect && isIn(view, 'be', verb.head)) return dropped(kind, 'a thing imagined');
  return verb.perfect && kind !== 'hold' ? { ...actual(kind), modality: 'reported' } : possible(kind);
};

/** "is expected TO FALL", "will soon fall to the rebels", "expected A TO BE next": what is foretold of a place is a threat to it. */
export const isFalling = (view: SentenceView, verb: VerbGroup, kind: Kind): boolean =>
  (kind !== 'recapture' && TAKING.includes(kind) && lemmaIn(view, verb, 'fallingVerbs')) ||
  (kind === 'threat' && verb.infinitive && isIn(view, 'be', verb.head));
