// Whom a pronoun cannot mean, or plainly means: "the rebels SAY it holds none", "THE ENEMY'S claim that it holds A".
// Invariant: only the words of its own sentence are asked.
import { inSentence } from './by-sentence.ts';
import { frameOver } from './frame-over.ts';
import type { ActorMark, Draft, Frame } from './marks.ts';

/** "The rebels SAY it holds none": who speaks as many is no "it". */
export const isSaidByMany = (draft: Draft, mark: ActorMark): boolean => {
  const frame = frameOver(draft, mark.start);
  if (frame === null || frame.sentence !== mark.sentence || frame.end > mark.start) return false;
  // "A CLAIM by the army that it holds A" is a noun.
  if (frame.speaker === null || frame.speaker.end > frame.cue.start) return false;
  const cue = draft.sentences[frame.sentence]?.tokens.find(({ start }) => start === frame.cue.start)?.word ?? '';
  return (draft.theatre.lexicon.verbs.get(cue) ?? []).some(({ base, past }) => base === cue && past !== cue);
};

/** "THE ENEMY'S claim that it holds A": named last before the pronoun. */
export const enemyBefore = (draft: Draft, mark: ActorMark): ActorMark | null => {
  const last = inSentence(draft.mentions, mark.sentence).findLast(
    (other): other is ActorMark => other.type === 'actor' && other.end <= mark.start && !other.pronoun,
  );
  return last?.means === 'enemy' ? last : null;
};

/** "fought the rebels in A, where the army says THEY hold B". */
export const isInRelative = ({ sentences, theatre }: Draft, { sentence, start }: Frame): boolean => {
  const before = sentences[sentence]?.tokens.findLast((token) => token.end <= start);
  return before !== undefined && theatre.lexicon.has('clauseRelatives', before.word);
};
