// "Those who say that A has fallen SHOULD COME and see", "whoever says so HAS NOT BEEN THERE": who tells it is sent to look,
// and so it is called false.
// Invariant: nobody in particular is sent; "the mayor, who says that A has fallen, should come" denies nothing.
import { isAnybody } from '../actors/anybody.ts';
import type { Draft, Sentence } from '../marks.ts';

/** Words of "should only come", "has never been". */
const NEAR = 4;

type Has = (list: string, at: number) => boolean;

const isVerbOf = ({ theatre: { lexicon } }: Draft, word: string, list: string): boolean =>
  (lexicon.verbs.get(word) ?? []).some(({ lemma }) => lexicon.has(list, lemma));

const within = (at: number, is: (at: number) => boolean): boolean =>
  Array.from({ length: NEAR }, (_, i) => at + 1 + i).some(is);

/** The word with which those who tell something are sent to look, from the sentence's start; or -1. */
export const daredAt = (draft: Draft, sentence: Sentence): number => {
  const { tokens, start } = sentence;
  const has: Has = (list, at) => draft.theatre.lexicon.has(list, tokens[at]?.word ?? '');
  const teller = tokens.findIndex((_, at) => isAnybody(draft, sentence, at));
  if (teller < 0) return -1;
  const sees = (at: number): boolean => isVerbOf(draft, tokens[at]?.word ?? '', 'daredVerbs');
  const knows = (at: number): boolean => isVerbOf(draft, tokens[at]?.word ?? '', 'witnessVerbs');
  const sent = has('daringWords', teller - 1);
  const at = tokens.findIndex(
    (_, i) =>
      i > teller + 2 &&
      ((sent && sees(i)) || (has('obligingModals', i) && within(i, sees)) || (has('negations', i) && within(i, knows))),
  );
  return at < 0 ? -1 : (tokens[at]?.start ?? start) - start;
};
