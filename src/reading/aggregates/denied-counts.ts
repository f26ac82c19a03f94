// Numbers that are turned down: "two districts, not five"; "the army denied both figures" (judgement call 12).
// Invariant: one denial of two figures is two records, each by who denies.

import type { AggregateClaim, Attribution } from '../../model/claim.ts';
import { agentOf } from '../actors/denial-cues.ts';
import type { Frame } from '../marks.ts';
import { wordsIn } from '../words/lists-in.ts';
import { amountAt } from '../words/read-amounts.ts';
import { type Ground, leaningOn, quantityAt, saidBefore, wordsOf } from './echo-counts.ts';

const opposite = ({ polarity }: AggregateClaim): AggregateClaim['polarity'] =>
  polarity === 'denied' ? 'affirmed' : 'denied';

/** "They hold two districts, not five": the second number is the one that is wrong. */
export const turnedDown = (ground: Ground): readonly AggregateClaim[] => {
  const words = wordsOf(ground);
  const is = (list: string, at: number): boolean => words.lexicon.has(list, words.tokens[at]?.word ?? '');
  return wordsIn(words.tokens, 'negations', words.lexicon).flatMap((no) => {
    const at = no + 1;
    const { start } = words.tokens[at] ?? ground.sentence;
    const parted = words.tokens[at - 2]?.type === 'mark' || is('conjunctions', at - 2);
    const of = ground.known.findLast(({ quote }) => quote.end <= start && quote.end >= ground.sentence.start);
    const quantity = parted && of !== undefined ? quantityAt(words, at) : null;
    if (of === undefined || quantity === null || quantity.count === null) return [];
    if (quantity.unit !== '' && quantity.unit !== of.unit) return [];
    return [leaningOn(ground, { quantity, of, clause: quantity, polarity: opposite(of), by: of.by })];
  });
};

/** What a frame says begins with "both figures", "the numbers": figures that stand before it. */
const saysOneOf = ({ sentence, draft }: Ground, { content }: Frame, list: string): boolean => {
  const inside = sentence.tokens.filter(({ start }) => content.some((span) => span.start <= start && start < span.end));
  const said = inside.map(({ word }) => word).join(' ');
  return draft.theatre.lexicon.list(list).some((words) => said.startsWith(words));
};

/** Of the figures before, those that say something was taken or is held: who disputes them does not say that none is not. */
const disputed = (ground: Ground, frame: Frame): readonly AggregateClaim[] => {
  if (!saysOneOf(ground, frame, 'deniedFigure')) return saidBefore(ground, frame).filter(({ count }) => count !== 0);
  const plain = ground.known.findLast(
    ({ quote, by, count, kind }) =>
      quote.end <= frame.start &&
      count !== null &&
      count > 0 &&
      FIGURES.includes(kind) &&
      by.speaker !== frame.by.speaker,
  );
  return plain === undefined ? saidBefore(ground, frame).slice(-1) : [plain];
};

/** "The figure" of a report is a number of places taken, lost or held. */
const FIGURES: readonly AggregateClaim['kind'][] = ['capture', 'recapture', 'loss', 'hold'];

/** Words of "a figure" and what may describe it, and of a name behind it. */
const FIGURE = 3;

/** ", A FIGURE the army dismissed", ", a tally rejected by the army", ", WHICH the army called absurd": who turns down what stands before it. */
const turnedDownBy = ({ draft, sentence }: Ground, at: number): Attribution | null => {
  const { tokens } = sentence;
  const is = (list: string, i: number): boolean => draft.theatre.lexicon.has(list, tokens[i]?.word ?? '');
  const owned = tokens[at - 2]?.type === 'mark' && is('determiners', at - 1);
  const named = owned && (is('claimNouns', at) || is('rumourNouns', at));
  if (!named && !(tokens[at - 1]?.word === ',' && is('whichWords', at))) return null;
  const next = tokens[at + 1];
  const denies = (draft.theatre.lexicon.verbs.get(next?.word ?? '') ?? []).some(
    ({ lemma, participle }) => participle === next?.word && draft.theatre.lexicon.has('denyingVerbs', lemma),
  );
  if (named && denies && next !== undefined) return agentOf(draft, sentence, next.start);
  const frame = draft.frames.find(
    ({ start, polarity, sentence: index }) =>
      index === sentence.index &&
      polarity === 'denied' &&
      start >= (tokens[at]?.end ?? 0) &&
      start <= (tokens[at + FIGURE]?.start ?? 0),
  );
  return frame?.by ?? null;
};

/** The number right before such words, by who turns it down. */
export const figuresBehind = (ground: Ground): readonly AggregateClaim[] => {
  const { sentence, known } = ground;
  return sentence.tokens.flatMap(({ start }, at) => {
    const of = known.findLast(({ quote }) => quote.end <= start && quote.start >= sentence.start);
    const by = of === undefined ? null : turnedDownBy(ground, at);
    if (of === undefined || by === null || by.speaker === of.by.speaker) return [];
    const clause = { start, end: sentence.end };
    return [leaningOn(ground, { quantity: of, of, clause, polarity: opposite(of), by })];
  });
};

const HARMS = ['deathWords', 'injuryWords'];

/** "Nine quarters are held. … The strikes KILLED 75. They called the number absurd": the dead were counted last. */
const isOfDead = ({ draft, sentence, known }: Ground): boolean => {
  const before = draft.sentences[sentence.index - 1];
  const counted = known.some(({ quote }) => before !== undefined && quote.end > before.start);
  const words = before === undefined ? null : { tokens: before.tokens, lexicon: draft.theatre.lexicon };
  return (
    words?.tokens.some(
      ({ word }, at) =>
        !counted &&
        HARMS.some((list) => words.lexicon.has(list, word)) &&
        words.tokens.some((_, i) => i > at && i <= at + FIGURE && (amountAt(words, i)?.count ?? 0) > 0),
    ) === true
  );
};

export const deniedFigures = (ground: Ground): readonly AggregateClaim[] => {
  const { frames } = ground.draft;
  if (isOfDead(ground)) return [];
  return frames
    .filter(({ sentence, polarity }) => sentence === ground.sentence.index && polarity === 'denied')
    .filter((frame) => saysOneOf(ground, frame, 'deniedFigures') || saysOneOf(ground, frame, 'deniedFigure'))
    .flatMap((frame) => {
      const clause = { start: frame.start, end: Math.max(frame.end, ...frame.content.map(({ end }) => end)) };
      return disputed(ground, frame).map((of) =>
        leaningOn(ground, { quantity: of, of, clause, polarity: opposite(of), by: frame.by }),
      );
    });
};
