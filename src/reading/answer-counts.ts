// "How many districts do they hold? None.": the kind and side of the question, the count and the speaker of the answer.
import type { AggregateClaim } from '../model/claim.ts';
import type { Lexicon } from '../model/lexicon.ts';
import { sideAt } from './actor-meant.ts';
import { attributionAt } from './attribution-at.ts';
import { saidOn } from './find-dates.ts';
import { answerCount } from './find-quantities.ts';
import type { Stand } from './held-counts.ts';
import { makeAggregate } from './make-aggregate.ts';
import type { Draft, Sentence } from './marks.ts';

/** The kind of the last verb of the question that a rule knows ("hold", "have a presence in", "lost"). */
const kindAsked = ({ tokens }: Sentence, lexicon: Lexicon): AggregateClaim['kind'] | null => {
  const lemmas = tokens.flatMap(({ word }) => lexicon.verbs.get(word) ?? []).map(({ lemma }) => lemma);
  const rules = lemmas.flatMap((lemma) =>
    lexicon.verbRules.filter(({ verbs, place }) => place !== null && verbs.includes(lemma)),
  );
  return rules.at(-1)?.kind ?? null;
};

/** The aggregate of an asked count; empty where the next sentence answers with no number. */
export const answeredCount = (draft: Draft, { quantity, sentence }: Stand): readonly AggregateClaim[] => {
  const { lexicon } = draft.theatre;
  const [question, next] = [draft.sentences[sentence], draft.sentences[sentence + 1]];
  if (!question || !next || !quantity.asked || !lexicon.has('placeUnits', quantity.unit)) return [];
  const answer = answerCount(next, lexicon);
  const kind = kindAsked(question, lexicon);
  if (answer === null || kind === null) return [];
  const doer = draft.mentions.find((mark) => mark.type === 'actor' && mark.sentence === sentence);
  return [
    makeAggregate(draft, {
      quantity: { ...quantity, count: answer.value },
      kind,
      actor: doer?.type === 'actor' ? sideAt(draft, doer) : null,
      polarity: 'affirmed',
      modality: 'actual',
      clause: { start: quantity.start, end: answer.to },
      dates: [],
      when: { ...saidOn(next, draft.report, draft.theatre), basis: 'implied' },
      by: attributionAt(draft, next.start),
    }),
  ];
};
