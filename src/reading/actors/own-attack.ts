// Whether "their attack was beaten off" is told by those who made it: who admits or denies it has made it himself.
// Invariant: one goes with one and many with many; where another side was told of before, many may mean those.

import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft, Frame } from '../marks.ts';
import { inSentences } from '../words/by-sentence.ts';
import { isMany } from './it-meant.ts';

/** "The army ADMITTED that its attack had failed", "DENIED that": of nobody else's would it say so. */
const isOwnedTo = ({ sentences, theatre: { lexicon } }: Draft, { sentence, cue, polarity }: Frame): boolean =>
  polarity === 'denied' ||
  sentences[sentence]?.tokens.some(
    ({ word, start, end }) =>
      start >= cue.start &&
      end <= cue.end &&
      lexicon.verbs.get(word)?.some(({ lemma }) => lexicon.has('admittingVerbs', lemma)),
  ) === true;

/** Another side than the speaker's is named before, in the sentence or the one before it. */
const isOtherNamed = ({ mentions }: Draft, { sentence, start }: ActorMark, side: string | null): boolean =>
  inSentences(mentions, { from: sentence - 1, to: sentence }).some(
    (one) => one.type === 'actor' && one.end <= start && one.side !== null && one.side !== side,
  );

/** Whether the pronoun of an attack that failed means whoever tells of it. */
export const isTellersAttack = (draft: Draft, doer: ActorMark, side: string | null): boolean => {
  const frame = frameOver(draft, doer.start);
  if (frame === null || frame.speaker === null || frame.sentence !== doer.sentence) return false;
  if (isOwnedTo(draft, frame)) return true;
  const { lexicon } = draft.theatre;
  const word = doer.text.toLowerCase();
  const one = lexicon.has('onePronouns', word) || lexicon.has('placePossessives', word);
  const { start, end } = frame.speaker;
  if (one === isMany(draft.report.text.slice(start, end))) return false;
  return (one && frame.end <= doer.start) || !isOtherNamed(draft, doer, side);
};
