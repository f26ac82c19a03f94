// "The number of districts held by the rebels has risen from 73 to 104": the thing first, its number behind a link.
// Invariant: the number is the last one that a link of value leads to; without a word of holding or taking it is nothing.

import type { SideId } from '../../model/actor.ts';
import type { Kind } from '../../model/claim.ts';
import { sideAt } from '../actors/actor-meant.ts';
import { skipOwner, totalBehind, unitAt } from '../clauses/counted-things.ts';
import { rulesOfVerb } from '../clauses/tried-rules.ts';
import type { ActorMark, Draft, Sentence } from '../marks.ts';
import { hasPhrase } from '../mentions/find-phrases.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import { beginningsIn } from '../words/lists-in.ts';
import { amountAt, type Found, lengthIn, type Words } from '../words/read-amounts.ts';
import { quantityOf } from './find-quantities.ts';
import { actorsIn, type BareCount, wordIn } from './held-counts.ts';
import { sideOf } from './states-of-counts.ts';

/** "is not 29 BUT nine": what is turned down comes first. */
const afterNot = (words: Words, at: number): number => {
  const word = (i: number): string => words.tokens[i]?.word ?? '';
  const denied = words.lexicon.has('negations', word(at)) ? amountAt(words, at + 1) : null;
  return denied !== null && words.lexicon.has('butWords', word(denied.to)) ? denied.to + 1 : at;
};

/** The last amount that "at", "to", "is" or "reached" leads to; "…; elders say it is seven" is another's. */
const valueFrom = (words: Words, from: number): { link: number; at: number } | null => {
  const wall = words.tokens.findIndex(({ word }, at) => at > from && word === ';');
  return (wall < 0 ? null : valueIn(words, from, wall)) ?? valueIn(words, from, words.tokens.length);
};

const valueIn = (words: Words, from: number, end: number): { link: number; at: number } | null => {
  for (let at = end - 1; at > from; at -= 1) {
    if (words.lexicon.has('negations', words.tokens[at - 1]?.word ?? '')) continue;
    const before = words.lexicon.has('verbAdverbs', words.tokens[at - 1]?.word ?? '') ? at - 2 : at - 1;
    const linked = words.lexicon.has('valueLinks', words.tokens[before]?.word ?? '');
    const from = linked ? afterNot(words, at) : at;
    const amount = linked ? amountAt(words, from) : null;
    if (amount !== null && amount.count !== null) return { link: before, at: from };
  }
  return null;
};

/** "taken BACK" */
const isBack = ({ tokens, lexicon }: Words, at: number): boolean => lexicon.has('backWords', tokens[at]?.word ?? '');

/** "UNDER SIEGE", "at risk": what somebody else does to a place, in words that are no verb's. */
const PRESSED = ['siege', 'threat'] as const;

/** What is said between the thing and its value: "held by", "under … control", "lost"; null where nothing is. */
export const kindBetween = ({ tokens, lexicon }: Words, from: number, to: number): Kind | null => {
  for (let at = from; at < to; at += 1) {
    const word = tokens[at]?.word ?? '';
    if (lexicon.has('holdNouns', word)) return 'hold';
    if (lexicon.has('counted:clash', word)) return 'clash';
    const pressed = PRESSED.find((kind) => lengthIn({ tokens, lexicon }, `counted:${kind}`, at) > 0);
    if (pressed !== undefined) return pressed;
    // "POSTS lost": the thing counted is no verb.
    if (['be', 'have', 'modals'].some((list) => lexicon.has(list, word)) || lexicon.look('units', word) !== null)
      continue;
    for (const { lemma } of lexicon.verbs.get(word) ?? []) {
      const rules = rulesOfVerb(lexicon, lemma).filter(({ place }) => place !== null);
      const next = tokens[at + 1]?.word ?? '';
      // "GIVEN UP": the rule that asks for this word behind its verb.
      const led = rules.find(({ after }) => after !== null && next !== '' && (after.split(' ')[0] ?? '') === next);
      const rule = rules.find(({ after }) => after === null) ?? led;
      if (rule !== undefined)
        return rule.kind === 'capture' && isBack({ tokens, lexicon }, at + 1) ? 'recapture' : rule.kind;
    }
  }
  return null;
};

/** Kinds that may be said of no side. */
export const SIDELESS: readonly Kind[] = [
  'clash',
  'loss',
  'capture',
  'recapture',
  'siege',
  'withdrawal',
  'surrender',
  'threat',
];

/** "brings TO EIGHT the number of": the value first. */
const valueBefore = (words: Words, from: number): { link: number; at: number } | null => {
  for (let at = from - 1; at > Math.max(0, from - LEAD); at -= 1) {
    const leads = words.lexicon.has('intoLinks', words.tokens[at - 1]?.word ?? '');
    if (leads && amountAt(words, at)?.to === from) return { link: words.tokens.length, at };
  }
  return null;
};

/** How many words the value may have. */
const LEAD = 6;

interface Counted {
  readonly words: Words;
  readonly unit: Found<string>;
  readonly from: number;
}

const countOf = (draft: Draft, sentence: Sentence, { words, unit, from }: Counted): BareCount | null => {
  const value = valueBefore(words, from) ?? valueFrom(words, unit.to);
  const amount = value && amountAt(words, value.at);
  const kind = value && kindBetween(words, from, value.link);
  if (value === null || amount === null || kind === null) return null;
  const inside = ({ from: at, to }: ActorMark): boolean => at >= from && to <= value.link;
  // "OUR tally of districts held by the Reds": whose tally it is says nothing of who holds them.
  const side = actorsIn({ draft, sentence })
    .filter(inside)
    .reduce<SideId | null>((found, one) => found ?? sideAt(draft, one), null);
  if (side === null && !SIDELESS.includes(kind)) return null;
  const total = totalBehind(words, amount.to);
  const to = total?.to ?? amount.to;
  const found = { amount, of: total?.value ?? null, unit: unit.value, from: value.at, to };
  const quantity = { ...quantityOf(words, found, true), single: false };
  const last = words.tokens[unit.to - 1]?.end ?? 0;
  const start = Math.min(words.tokens[from]?.start ?? quantity.start, quantity.start);
  const clause = { start, end: Math.max(quantity.end, last) };
  const taken = kind === 'loss' && side !== null && side !== incumbentOf(draft.theatre);
  const actorOf = side ?? (kind === 'recapture' ? incumbentOf(draft.theatre) : sideOf(draft, kind));
  return { quantity, sentence, kind: taken ? 'capture' : kind, actor: actorOf, clause };
};

/** "The NUMBER OF DISTRICTS they hold": the thing that is counted there, for bare numbers behind it. */
export const unitNumbered = (draft: Draft, sentence: Sentence): string | null => {
  const words: Words = { tokens: sentence.tokens, lexicon: draft.theatre.lexicon };
  for (const at of beginningsIn(sentence.tokens, 'numberOf', words.lexicon)) {
    const length = lengthIn(words, 'numberOf', at);
    const unit = length === 0 ? null : unitAt(words, skipOwner(words, at + length));
    if (unit !== null && words.lexicon.has('placeUnits', unit.value.name)) return unit.value.name;
  }
  return null;
};

/** "the NUMBER OF PEOPLE FORCED FROM THEIR HOMES at 84,000", "the number of displaced families has risen to 12,000". */
const displacedOf = (draft: Draft, sentence: Sentence, { words, unit, from }: Counted): readonly BareCount[] => {
  const value = valueFrom(words, unit.to);
  const amount = value && amountAt(words, value.at);
  const said = draft.report.text.slice(words.tokens[from]?.start ?? 0, words.tokens[value?.link ?? 0]?.start ?? 0);
  const fled = ['fledWords', 'fledNouns'].some((list) => hasPhrase(said, words.lexicon.list(list)));
  if (value === null || amount === null || !fled) return [];
  const found = { amount, of: null, unit: unit.value, from: value.at, to: amount.to };
  const quantity = { ...quantityOf(words, found, true), single: false };
  const clause = { start: words.tokens[from]?.start ?? quantity.start, end: quantity.end };
  return [{ quantity, sentence, kind: 'not-control', actor: null, clause }];
};

/** One count for each "number of" of a sentence. */
export const findNumbersOf = (draft: Draft, sentence: Sentence): readonly BareCount[] => {
  const words: Words = { tokens: sentence.tokens, lexicon: draft.theatre.lexicon };
  return beginningsIn(sentence.tokens, 'numberOf', words.lexicon).flatMap((at) => {
    const length = lengthIn(words, 'numberOf', at);
    const lead = words.lexicon.has('truthWords', wordIn(sentence, at - 1)) ? at - 1 : at;
    const before = wordIn(sentence, lead - 1);
    if (length === 0 || !(words.lexicon.has('definiteWords', before) || /^('s|'|’)$/.test(before))) return [];
    const unit = unitAt(words, skipOwner(words, at + length));
    if (unit !== null && words.lexicon.has('displacedUnits', unit.value.name))
      return displacedOf(draft, sentence, { words, unit: { value: unit.value.name, to: unit.to }, from: lead - 1 });
    if (unit === null || !words.lexicon.has('placeUnits', unit.value.name)) return [];
    const from = /^('s|'|’)$/.test(before) ? lead : lead - 1;
    const counted = { words, unit: { value: unit.value.name, to: unit.to }, from };
    return countOf(draft, sentence, counted) ?? [];
  });
};
