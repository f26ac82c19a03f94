// "The hospital took in 23 bodies, its director said": who heads a house of care, of learning or of trade speaks for no side.
// Invariant: the house stands among the first words of the sentence, or of the one before; no body of the state beside it.

import type { Draft, Sentence } from '../marks.ts';
import { sentenceAt } from '../words/by-sentence.ts';
import { wordsOf } from './known-speakers.ts';

/** Words of "The main provincial children's hospital". */
const OPENING = 7;

/** Words of "its deputy director". */
const OFFICE = 3;

type Opens = 'house' | 'state' | null;

const opening = (draft: Draft, sentence: Sentence | undefined, before: number): Opens => {
  const { lexicon } = draft.theatre;
  const first = (sentence?.tokens ?? []).slice(0, OPENING).filter(({ end }) => end <= before);
  const verb = first.findIndex(({ word, text }, i) => i > 0 && /^\p{Ll}/u.test(text) && lexicon.has('be', word));
  const nouns = verb < 0 ? first : first.slice(0, verb);
  if (nouns.some(({ word }) => lexicon.has('civilHouses', word))) return 'house';
  return nouns.some(({ word }) => lexicon.has('orgWords', word)) ? 'state' : null;
};

/** True where "its director" is that of a hospital, a school or a firm named right before. */
export const headsHouse = (draft: Draft, words: string, at: number): boolean => {
  const { lexicon } = draft.theatre;
  const [first = '', ...office] = wordsOf(words.replace(/,.*$/su, ''));
  if (!lexicon.has('placePossessives', first) || office.length > OFFICE) return false;
  if (!lexicon.has('houseHeads', office.at(-1) ?? '')) return false;
  const index = sentenceAt(draft, at);
  const own = opening(draft, draft.sentences[index], at);
  return (own ?? opening(draft, draft.sentences[index - 1], at)) === 'house';
};
