// A sentence of a game, or of what was done to nothing, in a report of other things: "Ashford lost the derby to Garth", "Coldwell captured the cup".
// Invariant: one word of a game, and nobody who fights is named in the sentence.

import type { Draft, Predicate } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

/** "the army", "rebels", "the Taliban": somebody who fights, by name or by kind. */
export const namesFighter = ({ mentions, theatre }: Draft, sentence: number): boolean =>
  inSentence(mentions, sentence).some(
    (mark) =>
      mark.type === 'actor' &&
      !mark.pronoun &&
      mark.means !== 'civilian' &&
      (mark.means !== 'name' || theatre.sides.some(({ id, belligerent }) => belligerent && id === mark.side)),
  );

/** Words of "during a late football". */
const NEAR = 4;

export const isOfGame = (draft: Draft, { sentence, start, end }: Predicate): boolean => {
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[sentence] ?? {};
  // "A was captured": no place is won in the passive.
  if (tokens.some((token) => token.start >= start && token.end <= end && lexicon.has('be', token.word))) return false;
  // "fell DURING a match", "BEFORE the ballot": when it was.
  const isWhen = (at: number): boolean =>
    (tokens[at]?.start ?? 0) > end &&
    tokens
      .slice(Math.max(0, at - NEAR), at)
      .some((one) => one.start >= end && WHEN.some((list) => lexicon.has(list, one.word)));
  const game = tokens.some(({ word, quoted }, at) => !quoted && lexicon.has('gameNouns', word) && !isWhen(at));
  return game && !namesFighter(draft, sentence);
};

const WHEN = ['settingLinks', 'afterWords', 'whileWords'];

/** "We surrendered NOTHING": what is done to nothing is not done. */
export const isOfNothing = ({ sentences, theatre }: Draft, { sentence, start, end }: Predicate): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const verb = tokens.findIndex((token) => token.end > start);
  const behind = tokens.findIndex((token) => token.start >= end);
  const words = tokens.slice(Math.max(0, verb), (behind < 0 ? tokens.length : behind) + 2);
  return words.some(
    ({ word }, i) =>
      theatre.lexicon.has('nothingWords', word) &&
      // "took nothing BUT Ashford", "have nothing left EXCEPT the base"
      !words.slice(i + 1).some(({ word: behind }) => theatre.lexicon.has('exceptLinks', behind)) &&
      i > 0 &&
      theatre.lexicon.verbs.has(words[i - 1]?.word ?? ''),
  );
};
