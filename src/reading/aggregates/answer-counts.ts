// "How many districts do they hold? None.", "asked how many had fallen, X said four": kind and side of the question, count and
// speaker of the answer. Invariant: an answer begins with its number; a question without one counts nothing.
import type { AggregateClaim, Attribution } from '../../model/claim.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import { sideAt } from '../actors/actor-meant.ts';
import { rulesOfVerb } from '../clauses/tried-rules.ts';
import { saidOn } from '../find-dates.ts';
import type { ActorMark, Draft, Sentence } from '../marks.ts';
import { incumbentOf, opponentOf } from '../mentions/theatre-sides.ts';
import { outletVoice } from '../speakers/outlet-voice.ts';
import { type Amount, amountAt, type Words } from '../words/read-amounts.ts';
import { attributionAt } from './attribution-at.ts';
import type { Stand } from './held-counts.ts';
import { makeAggregate } from './make-aggregate.ts';
import { kindBetween } from './number-of.ts';
import { sideOf } from './states-of-counts.ts';

/** The kind of the last verb of the question that a rule knows ("hold", "have a presence in", "lost"). */
const kindAsked = (words: Words, from: number, to: number): AggregateClaim['kind'] | null => {
  const { tokens, lexicon } = words;
  const rules = tokens.slice(from, to).flatMap(({ word }, i) => {
    const next = tokens[from + i + 1]?.word ?? '';
    const lemmas = lexicon.has('be', word) ? [] : (lexicon.verbs.get(word) ?? []);
    return lemmas
      .flatMap(({ lemma }) => rulesOfVerb(lexicon, lemma).filter(({ place }) => place !== null))
      .map(({ kind, after }) => ({ kind, after, led: after !== null && hasParticle(after, next) }));
  });
  const plain = rules.filter(({ after }) => after === null);
  // "GIVEN UP" against "given back"
  const led = rules.filter((rule) => rule.led);
  return (led.at(-1) ?? plain.at(-1) ?? rules.at(-1))?.kind ?? null;
};

/** Whether what a rule asks for behind its verb begins with this word. */
const hasParticle = (after: string, next: string): boolean =>
  next !== '' && (after.split(' ')[0] ?? '').split('|').includes(next);

interface Said {
  readonly amount: Amount;
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
}

interface Answer extends Said {
  readonly by: Attribution;
}

const isLabel = ({ tokens }: Words, at: number): boolean => tokens[at + 1]?.word === ':';

/** The amount that stands at a token, over quotation marks, "A:" and "Well,". */
const amountFrom = (sentence: Sentence, from: number, lexicon: Lexicon): Said | null => {
  const words: Words = { tokens: sentence.tokens, lexicon };
  for (let at = from; at < from + ANSWER_REACH && at < words.tokens.length; at += 1) {
    const token = words.tokens[at];
    const amount = amountAt(words, at);
    if (token !== undefined && amount !== null && amount.count !== null)
      return { amount, sentence, start: token.start, end: words.tokens[amount.to - 1]?.end ?? token.end };
    if (token?.type !== 'mark' && !lexicon.has('answerFillers', token?.word ?? '') && !isLabel(words, at)) return null;
  }
  return null;
};

const ANSWER_REACH = 8;

/** In the same sentence behind "X said" or the question mark, else at the head of the next. */
const answerTo = (draft: Draft, { quantity, sentence }: Stand): Answer | null => {
  const { lexicon } = draft.theatre;
  const [question, next] = [draft.sentences[sentence], draft.sentences[sentence + 1]];
  if (question === undefined) return null;
  const asked = question.tokens.findIndex(({ word, start }) => word === '?' && start >= quantity.end);
  const own = draft.frames
    .filter((frame) => frame.sentence === sentence)
    .flatMap((frame) => [...frame.content.map(({ start }) => start), frame.end].map((start) => ({ start, frame })));
  const places = [...own, { start: question.tokens[asked]?.end ?? question.end, frame: null }];
  for (const { start, frame } of places) {
    const at = question.tokens.findIndex((token) => token.start >= start);
    const answer = start >= quantity.end && at >= 0 ? amountFrom(question, at, lexicon) : null;
    if (answer !== null) return { ...answer, by: frame?.by ?? attributionAt(draft, answer.start) };
  }
  const answer = next === undefined ? null : amountFrom(next, 0, lexicon);
  return answer && { ...answer, by: attributionAt(draft, answer.start) };
};

const fighting = ({ theatre }: Draft, sides: Attribution['sides']): AggregateClaim['actor'] =>
  theatre.sides.find(({ id, belligerent }) => belligerent && sides.includes(id))?.id ?? null;

/** "How many did YOU take?" means who answers; "How many do THEY hold?", asked of a side's own man, means the other side: of his own he would be asked "you". */
const sideAsked = (draft: Draft, doer: ActorMark, { sides }: Attribution): AggregateClaim['actor'] => {
  const side = sideAt(draft, doer);
  if (draft.theatre.lexicon.has('addressed', doer.text.toLowerCase())) return fighting(draft, sides);
  return doer.pronoun && side !== null && sides.includes(side) ? opponentOf(side, draft.theatre) : side;
};

/** "How many are LEFT?", "How many REMAIN?": who held them before has so many still. */
const asksLeft = (words: Words, from: number, to: number): boolean =>
  words.tokens.slice(from, to).some(({ word }, i, all) => {
    const left = words.lexicon.has('leftOver', word) && words.lexicon.has('be', all[i - 1]?.word ?? '');
    return left || words.lexicon.has('remainingVerbs', word);
  });

/** "How many are still WITH the government?" */
const isWith = (words: Words, from: number, to: number): boolean =>
  words.tokens
    .slice(from, to)
    .some(
      ({ word }, i, all) =>
        words.lexicon.has('holdLinks', word) &&
        ['be', 'stillWords'].some((list) => words.lexicon.has(list, all[i - 1]?.word ?? '')),
    );

const kindOf = (words: Words, { quantity }: Stand, to: number): AggregateClaim['kind'] | null => {
  const held = words.tokens.slice(quantity.to, to).some(({ word }) => words.lexicon.has('holdNouns', word));
  if (held || asksLeft(words, quantity.to, to) || isWith(words, quantity.to, to)) return 'hold';
  return kindAsked(words, quantity.to, to) ?? kindBetween(words, quantity.to, to);
};

const doerIn = (draft: Draft, { quantity, sentence }: Stand, to: number): ActorMark | null =>
  draft.mentions.find(
    (mark): mark is ActorMark =>
      mark.type === 'actor' && mark.sentence === sentence && mark.start >= quantity.end && mark.end <= to,
  ) ?? null;

const holderAsked = ({ theatre }: Draft, words: Words, { quantity }: Stand): AggregateClaim['actor'] =>
  asksLeft(words, quantity.to, words.tokens.length) ? incumbentOf(theatre) : null;

/** "How many districts have fallen?" with no number yet, for those that give one in the answer: "The army says nine." */
export const askedCount = (draft: Draft, stand: Stand): readonly AggregateClaim[] => {
  const { quantity, sentence } = stand;
  const { lexicon } = draft.theatre;
  const question = draft.sentences[sentence];
  if (!question || !quantity.asked || (quantity.unit !== '' && !lexicon.has('placeUnits', quantity.unit))) return [];
  const words: Words = { tokens: question.tokens, lexicon };
  const kind = kindOf(words, stand, words.tokens.length);
  if (kind === null) return [];
  return [
    makeAggregate(draft, {
      ...{
        quantity,
        kind,
        actor: sideAt(draft, doerIn(draft, stand, question.end)) ?? holderAsked(draft, words, stand),
      },
      ...{ polarity: 'affirmed', modality: 'actual', dates: [] },
      clause: { start: quantity.start, end: quantity.end },
      when: { ...saidOn(question, draft.report, draft.theatre), basis: 'implied' },
      by: outletVoice(draft),
    }),
  ];
};

/** The aggregate of an asked count; empty where no number answers. */
export const answeredCount = (draft: Draft, stand: Stand): readonly AggregateClaim[] => {
  const { quantity, sentence } = stand;
  const { lexicon } = draft.theatre;
  const question = draft.sentences[sentence];
  if (!question || !quantity.asked || !lexicon.has('placeUnits', quantity.unit)) return [];
  const answer = answerTo(draft, stand);
  const words: Words = { tokens: question.tokens, lexicon };
  const to = answer?.sentence === question ? words.tokens.findIndex(({ start }) => start >= answer.start) : undefined;
  const kind = kindOf(words, stand, to ?? words.tokens.length);
  if (answer === null || kind === null) return [];
  const doer = doerIn(draft, stand, answer.start);
  const { count, comparator } = answer.amount;
  return [
    makeAggregate(draft, {
      quantity: { ...quantity, count, comparator },
      kind,
      actor:
        doer === null ? (holderAsked(draft, words, stand) ?? sideOf(draft, kind)) : sideAsked(draft, doer, answer.by),
      ...{ polarity: 'affirmed', modality: 'actual', dates: [] },
      clause: { start: quantity.start, end: answer.end },
      when: { ...saidOn(answer.sentence, draft.report, draft.theatre), basis: 'implied' },
      by: answer.by,
    }),
  ];
};
