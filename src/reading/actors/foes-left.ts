// "The army retook A. CDF FORCES withdrew": who leaves what a side has just taken is not of that side, though forces may be anybody's.
// Invariant: asked of letters alone that nothing else in the report tells of; men of a name that is known keep their side.
import type { Draft, Predicate } from '../marks.ts';
import { isInitials } from '../mentions/group-words.ts';
import { opponentOf } from '../mentions/theatre-sides.ts';

const TAKING: readonly Predicate['kind'][] = ['capture', 'recapture', 'entry'];

/** "CDF forces", "the CDF's troops": men told only by letters. */
const areOfLetters = (draft: Draft, { doer }: Predicate): boolean => {
  if (doer === null || doer.pronoun || doer.means === 'name') return false;
  const { tokens = [] } = draft.sentences[doer.sentence] ?? {};
  return [doer.from, doer.from - 1].some((at) => isInitials(tokens[at]));
};

/** Whether the other takes a place by another's hand, in the same sentence or right before. */
const takes = (draft: Draft, other: Predicate, { sentence, actor, doer }: Predicate): boolean =>
  TAKING.includes(other.kind) &&
  other.polarity === 'affirmed' &&
  other.modality === 'actual' &&
  other.actor === actor &&
  other.doer?.start !== doer?.start &&
  sentence - other.sentence >= 0 &&
  sentence - other.sentence <= 1 &&
  draft.sentences[other.sentence]?.paragraph === draft.sentences[sentence]?.paragraph;

/** Such men leave as the foe of whoever has taken the place. */
export const foesLeft = (draft: Draft, resolved: readonly Predicate[]): readonly Predicate[] =>
  !draft.theatre.open
    ? resolved
    : resolved.map((one) => {
        const leaves = one.kind === 'withdrawal' && one.actor !== null && areOfLetters(draft, one);
        const taken = leaves && resolved.some((other) => takes(draft, other, one));
        return taken ? { ...one, actor: opponentOf(one.actor, draft.theatre) } : one;
      });
