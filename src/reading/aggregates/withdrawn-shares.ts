// "The withdrawal is more than 90% complete": how much of a guest's leaving is done.
// Invariant: the noun of leaving is the sentence's subject, and a word for "done" stands right behind the share.
import type { SideId } from '../../model/actor.ts';
import type { AggregateClaim } from '../../model/claim.ts';
import { sideAt, speakerSideAt } from '../actors/actor-meant.ts';
import { unitAt } from '../clauses/counted-things.ts';
import { saidOn } from '../find-dates.ts';
import type { Draft, Sentence } from '../marks.ts';
import { wordsIn } from '../words/lists-in.ts';
import { type Amount, amountAt, type Words } from '../words/read-amounts.ts';
import { attributionAt } from './attribution-at.ts';
import { actorsIn } from './held-counts.ts';
import { makeAggregate } from './make-aggregate.ts';

/** So many words may stand between the noun and its share: "of foreign troops from the country is now". */
const REACH = 14;

interface Share {
  readonly amount: Amount;
  readonly unit: string;
  readonly to: number;
}

const shareAt = (words: Words, at: number): Share | null => {
  const amount = amountAt(words, at);
  const unit = amount === null || amount.fraction !== null ? null : unitAt(words, amount.to);
  if (amount === null || unit?.value.name !== 'percent') return null;
  return words.lexicon.has('completeWords', words.tokens[unit.to]?.word ?? '')
    ? { amount, unit: 'percent', to: unit.to + 1 }
    : null;
};

/** Whose leaving it is: a guest's named with it, else that of who says it. */
const whoLeaves = (draft: Draft, sentence: Sentence, at: number): SideId | null => {
  const { sides } = draft.theatre;
  const named = actorsIn({ draft, sentence }).map((mark) => sideAt(draft, mark));
  const speaker = speakerSideAt(draft, at) ?? null;
  return [...named, speaker].find((side) => sides.some(({ id, role }) => id === side && role === 'other')) ?? null;
};

const shareIn = (draft: Draft, sentence: Sentence, noun: number): AggregateClaim | null => {
  const words = { tokens: sentence.tokens, lexicon: draft.theatre.lexicon };
  const first = sentence.tokens[noun];
  for (let at = noun + 1; first !== undefined && at < Math.min(noun + REACH, sentence.tokens.length); at++) {
    const share = words.tokens.slice(noun, at).some(({ word }) => words.lexicon.has('be', word))
      ? shareAt(words, at)
      : null;
    if (share === null) continue;
    const { count, comparator } = share.amount;
    return makeAggregate(draft, {
      quantity: { count, comparator, fraction: null, of: null, unit: share.unit },
      ...{ kind: 'withdrawal', actor: whoLeaves(draft, sentence, first.start), polarity: 'affirmed', dates: [] },
      modality: 'actual',
      clause: { start: first.start, end: sentence.tokens[share.to - 1]?.end ?? first.end },
      when: { ...saidOn(sentence, draft.report, draft.theatre), basis: 'implied' },
      by: attributionAt(draft, first.start),
    });
  }
  return null;
};

/** One for each noun of leaving whose share is told. */
export const findWithdrawnShares = (draft: Draft): readonly AggregateClaim[] =>
  draft.sentences.flatMap((sentence) =>
    wordsIn(sentence.tokens, 'leavingNouns', draft.theatre.lexicon).flatMap(
      (noun) => shareIn(draft, sentence, noun) ?? [],
    ),
  );
