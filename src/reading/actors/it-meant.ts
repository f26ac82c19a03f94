// Whom a pronoun cannot mean, or plainly means: "the rebels SAY it holds none", "THE ENEMY'S claim that it holds A".
// Invariant: only the words of its own sentence are asked.

import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Frame } from '../marks.ts';
import { isInterview } from '../speakers/interview-turns.ts';
import { inSentence } from '../words/by-sentence.ts';

/** "rebels", "the men of A's elders": words that end in a plural, of many rather than one. */
export const isMany = (words: string): boolean => /[^s]s$/u.test(words);

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

/** How far a relative clause reaches to the side it names. */
const RELATIVE_REACH = 4;

/** "those who serve THE GOVERNMENT", "fighters who attacked THE ARMY": it only says who is spoken of. */
export const isOfRelative = ({ sentences, theatre }: Draft, mark: ActorMark): boolean => {
  const before = sentences[mark.sentence]?.tokens.slice(Math.max(0, mark.from - RELATIVE_REACH), mark.from) ?? [];
  const at = before.findLastIndex(({ word }) => theatre.lexicon.has('personRelatives', word));
  return at >= 0 && at < before.length - 1 && before.slice(at).every(({ type }) => type !== 'mark');
};

/** "WE hold the villages and THEY hold the town": of whom the same is said in one breath with "we" is the other side. */
export const isSetAgainstUs = ({ predicates, theatre: { lexicon } }: Draft, mark: ActorMark): boolean => {
  const here = inSentence(predicates, mark.sentence);
  const own = here.find(({ doer }) => doer?.start === mark.start);
  const word = mark.text.toLowerCase();
  if (own === undefined || !lexicon.has('pluralPronouns', word)) return false;
  return here.some(
    ({ doer, rule, polarity, start }) =>
      doer?.pronoun === true &&
      start < own.start &&
      rule === own.rule &&
      polarity === own.polarity &&
      lexicon.has('firstPersonPronouns', doer.text.toLowerCase()),
  );
};

/** The words of an interview's answer are quoted without marks: "A: We lost the road. THEY took it on Friday." */
export const isAnswered = (draft: Draft, mark: ActorMark): boolean => {
  const frame = frameOver(draft, mark.start);
  return frame?.speaker != null && frame.cue.start === frame.cue.end && isInterview(draft);
};
