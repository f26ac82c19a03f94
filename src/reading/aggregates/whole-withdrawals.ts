// "completing a full withdrawal from the country": all of a guest's troops, with no number said.
// Invariant: one record for each side and report, at the first saying; a part ("the final stage of") is none.

import type { AggregateClaim } from '../../model/claim.ts';
import { sideAt } from '../actors/actor-meant.ts';
import { saidOn } from '../find-dates.ts';
import type { ActorMark, Draft, Sentence } from '../marks.ts';
import { inSentences } from '../words/by-sentence.ts';
import { holds } from '../words/lists-in.ts';
import { attributionAt } from './attribution-at.ts';
import { actorsIn } from './held-counts.ts';
import { makeAggregate } from './make-aggregate.ts';

const isGuest = (draft: Draft, mark: ActorMark): boolean =>
  draft.theatre.sides.some(({ id, role }) => role === 'other' && id === sideAt(draft, mark));

/** The noun of leaving that a word for "whole" stands before; -1 where there is none. */
const wholeLeaving = ({ tokens }: Sentence, { theatre }: Draft): number =>
  holds(tokens, 'leavingNouns', theatre.lexicon)
    ? tokens.findIndex(
        ({ word }, at) =>
          theatre.lexicon.has('leavingNouns', word) && theatre.lexicon.has('wholeWords', tokens[at - 1]?.word ?? ''),
      )
    : -1;

const isDone = ({ tokens }: Sentence, { theatre }: Draft): boolean =>
  tokens.some(({ word }) => theatre.lexicon.has('doneWords', word));

const withdrawalIn = (draft: Draft, sentence: Sentence): AggregateClaim | null => {
  const at = wholeLeaving(sentence, draft);
  const noun = sentence.tokens[at];
  const actor = noun && actorsIn({ draft, sentence }).find((mark) => isGuest(draft, mark));
  if (noun === undefined || actor === undefined) return null;
  const near = inSentences(draft.dates, { from: sentence.index, to: sentence.index + 1 });
  const due = near.find(({ relation, background }) => relation !== 'since' && !background);
  const dates = due === undefined ? [] : [{ ...due, relation: 'by' as const }];
  return makeAggregate(draft, {
    quantity: { count: null, comparator: null, fraction: null, of: null, unit: 'troops' },
    ...{ kind: 'withdrawal', actor: sideAt(draft, actor), polarity: 'affirmed', dates },
    modality: isDone(sentence, draft) ? 'actual' : 'planned',
    clause: { start: Math.min(actor.start, noun.start), end: Math.max(actor.end, noun.end) },
    when: { ...saidOn(sentence, draft.report, draft.theatre), basis: 'implied' },
    by: attributionAt(draft, noun.start),
  });
};

/** At most one a side, the first. */
export const findWholeWithdrawals = (draft: Draft): readonly AggregateClaim[] => {
  const found = draft.sentences.flatMap((sentence) => withdrawalIn(draft, sentence) ?? []);
  return found.filter((one, i) => found.findIndex(({ actor }) => actor === one.actor) === i);
};
