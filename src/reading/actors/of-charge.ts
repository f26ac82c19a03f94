// A denial of a charge, and of no claim: "accuses B of arming them, which B denies", "has the help of B, an allegation B denies".
// Invariant: a nation denies its hand in what is told; where a claim alone is told before, it is the claim that is denied.

import type { Draft, Frame, Token } from '../marks.ts';
import { nationWordsOf } from '../mentions/nation-words.ts';
import { sentenceAt } from '../words/by-sentence.ts';

/** Words from a word of help to "which B denies": "with the help of its eastern neighbour B". */
const NEAR = 7;

interface ToldBefore {
  readonly index: number;
  readonly words: readonly Token[];
  /** The denial stands in the sentence and points back in it. */
  readonly inside: boolean;
}

/** What was said right before the denial: in its own sentence, where it points back in it ("…, A CLAIM B denied"), or in the last. */
const toldBefore = ({ sentences, theatre: { lexicon } }: Draft, frame: Frame, own: readonly Token[]): ToldBefore => {
  const { index = 0, tokens = [] } = sentences[frame.sentence] ?? {};
  const before = tokens.filter(({ start }) => start < frame.start);
  const last = before.at(-1)?.word ?? '';
  const names = (word: string): boolean => ['rumourNouns', 'chargeNouns'].some((list) => lexicon.has(list, word));
  // "…, A CLAIM B denied", "…, A CLAIM denied by B".
  const apposed = last === ',' && own.slice(0, 2).some(({ word }) => names(word));
  const inside = apposed || lexicon.has('whichWords', last) || lexicon.has('vagueObjects', last) || names(last);
  return inside
    ? { index, words: before, inside }
    : { index: index - 1, words: sentences[index - 1]?.tokens ?? [], inside };
};

/** "SUPPORTS the rebels", "with the HELP of B". */
const isHelp = ({ theatre: { lexicon } }: Draft, { word }: Token): boolean =>
  lexicon.has('helpWords', word) ||
  (lexicon.verbs.get(word) ?? []).some(({ lemma }) => lexicon.has('helpVerbs', lemma));

/** The denial is of help that somebody is said to have had: told right before it, or denied by a nation. */
const isOfHelp = (draft: Draft, own: readonly Token[], { words, inside }: ToldBefore): boolean => {
  if (!words.some((token) => isHelp(draft, token))) return false;
  const nation = nationWordsOf(own, draft.theatre.lexicon).length > 0;
  return nation || (inside && words.slice(-NEAR).some((token) => isHelp(draft, token)));
};

/** Whether what a frame denies is a charge told of in its sentence or the one before; `own` are the frame's words. */
export const isOfCharge = (draft: Draft, frame: Frame, own: readonly Token[]): boolean => {
  const told = toldBefore(draft, frame, own);
  if (isOfHelp(draft, own, told)) return true;
  const { lexicon } = draft.theatre;
  const charges = told.words.some(({ word }) =>
    (lexicon.verbs.get(word) ?? []).some(({ lemma }) => lexicon.has('incidentAccusers', lemma)),
  );
  const says = draft.claims.some(({ quote }) => sentenceAt(draft, quote.start) === told.index);
  return (told.inside || charges) && !says;
};
