// "They" behind "our": in a quotation whom the speaker has just called his own are no enemy.
// Invariant: asks of one sentence alone, and of the mark before the pronoun.
import { inSentence } from './by-sentence.ts';
import type { ActorMark, Draft, Mention } from './marks.ts';

/** "OUR guys are there and THEY will stay": whom the sentence has just called the speaker's own. */
export const isOfOurs = (draft: Draft, { sentence, start }: ActorMark): boolean => {
  const { lexicon } = draft.theatre;
  const before = inSentence(draft.mentions, sentence).filter((one) => one.type === 'actor' && one.end <= start);
  const [last, owner] = [before.at(-1), before.at(-2)];
  const isOur = (one: Mention | undefined): boolean =>
    one?.type === 'actor' && lexicon.has('ourWords', one.text.toLowerCase());
  return isOur(last) || (last !== undefined && isOur(owner) && owner?.to === last.from);
};
