// "The army and THEIR MILITIA ALLIES": whoever somebody calls allies is on that side, whatever such men are called elsewhere.
import type { ActorMark, Draft } from '../marks.ts';

/** Whether a noun for men ends in, or is followed by, a word that makes them somebody's friends. */
export const isAllies = ({ sentences, theatre: { lexicon } }: Draft, { sentence, to }: ActorMark): boolean => {
  const tokens = sentences[sentence]?.tokens ?? [];
  return [to - 1, to].some((at) => lexicon.has('allyNouns', tokens[at]?.word ?? ''));
};
