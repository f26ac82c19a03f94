// "Those who say that A has fallen SHOULD COME and see", "whoever says so HAS NOT BEEN THERE": who tells it is sent to look,
// and so it is called false.
// Invariant: nobody in particular is sent, and by words that stand outside what he tells: "people who say that A has fallen
// and must be retaken" are sent nowhere.
import type { Draft, Sentence } from '../marks.ts';

interface Words {
  readonly has: (list: string, at: number) => boolean;
  /** Whether a verb of the list stands there. */
  readonly does: (list: string, at: number) => boolean;
  /** A verb of the list in its plain form. */
  readonly goes: (list: string, at: number) => boolean;
  readonly isVerb: (at: number) => boolean;
}

const wordsOf = ({ theatre: { lexicon } }: Draft, { tokens }: Sentence): Words => {
  const wordAt = (at: number): string => tokens[at]?.word ?? '';
  const verbsAt = (at: number) => lexicon.verbs.get(wordAt(at)) ?? [];
  return {
    has: (list, at) => lexicon.has(list, wordAt(at)),
    does: (list, at) => verbsAt(at).some(({ lemma }) => lexicon.has(list, lemma)),
    goes: (list, at) => verbsAt(at).some(({ lemma, base }) => base === wordAt(at) && lexicon.has(list, lemma)),
    isVerb: (at) => verbsAt(at).length > 0 || lexicon.has('be', wordAt(at)) || lexicon.has('have', wordAt(at)),
  };
};

/** "those WHO still SAY", "whoever SAYS": the verb of those who begin at a word; -1 where they tell nothing. */
const tellingVerb = ({ has, does }: Words, at: number): number => {
  if (!has('anybodyWords', at)) return -1;
  const from = has('whoWords', at + 1) ? at + 2 : has('freeRelatives', at) ? at + 1 : -1;
  if (from < 0) return -1;
  const verb = has('verbAdverbs', from) ? from + 1 : from;
  return does('reportingVerbs', verb) ? verb : -1;
};

/** Behind what is told, which has a verb of its own and no second clause that the word could belong to. */
const isOutside = ({ has, isVerb }: Words, { tokens }: Sentence, [verb, at]: readonly [number, number]): boolean => {
  const between = tokens.slice(verb + 1, at).map((_, i) => verb + 1 + i);
  const complements = between.filter((i) => has('clauseComplements', i)).length;
  const joined = between.some((i) => has('conjunctions', i) || tokens[i]?.type === 'mark');
  return complements <= 1 && !joined && between.some(isVerb);
};

/** "should COME", "should only COME" */
const isSentBy = ({ has, goes }: Words, at: number): boolean =>
  has('obligingModals', at) &&
  (goes('daredVerbs', at + 1) || (has('verbAdverbs', at + 1) && goes('daredVerbs', at + 2)));

/** "has NOT BEEN THERE", "does NOT KNOW" */
const isUnseen = ({ has, does }: Words, at: number): boolean =>
  has('negations', at) &&
  ((has('beenForms', at + 1) && has('hereWords', at + 2)) || (has('do', at - 1) && does('witnessVerbs', at + 1)));

/** The word with which those who tell something are sent to look, from the sentence's start; or -1. */
export const daredAt = (draft: Draft, sentence: Sentence): number => {
  const { tokens, start } = sentence;
  const words = wordsOf(draft, sentence);
  const teller = tokens.findIndex((_, at) => tellingVerb(words, at) >= 0);
  if (teller < 0) return -1;
  const verb = tellingVerb(words, teller);
  const sent = words.has('daringWords', teller - 1);
  const at = tokens.findIndex((_, i) => {
    if (i <= verb + 1) return false;
    if (isUnseen(words, i)) return isOutside(words, sentence, [verb, i - 1]);
    return (isSentBy(words, i) || (sent && words.goes('daredVerbs', i))) && isOutside(words, sentence, [verb, i]);
  });
  return at < 0 ? -1 : (tokens[at]?.start ?? start) - start;
};
