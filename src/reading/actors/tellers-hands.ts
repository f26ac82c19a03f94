// "The army said it had beaten the rebels off and that A was in ITS hands": whose hands they are, where who tells was told of first.
// Invariant: only hands and control behind an "and" are read so; "attacked the rebels and their camps" is left as it stands.

import { frameOver } from '../clauses/frame-over.ts';
import type { ActorMark, Draft } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** The pronoun that the told words begin with, where the same speaker goes on to tell of control; else null. */
export const tellersHands = (draft: Draft, mark: ActorMark): ActorMark | null => {
  const { lexicon } = draft.theatre;
  const tokens = draft.sentences[mark.sentence]?.tokens ?? [];
  const frame = frameOver(draft, mark.start);
  if (!mark.modifies || frame === null || frame.sentence !== mark.sentence || frame.speaker === null) return null;
  if (frame.speaker.end > mark.start || !lexicon.has('controlHeads', tokens[mark.to]?.word ?? '')) return null;
  const told = inSentence(draft.mentions, mark.sentence).filter(
    (one): one is ActorMark => one.type === 'actor' && one.start >= frame.end && one.end <= mark.start,
  );
  const [first, ...more] = told;
  const last = more.at(-1);
  if (first === undefined || last === undefined || !first.pronoun || first.modifies) return null;
  const many =
    lexicon.has('onePronouns', first.text.toLowerCase()) === lexicon.has('placePossessives', mark.text.toLowerCase());
  const joined = tokens.slice(last.to, mark.from).some(({ word }) => lexicon.has('conjunctions', word));
  return many && joined ? first : null;
};
