// "There were only a few soldiers there AND THEY left": whom the sentence has just said to be there.
// Invariant: only where nobody else is named between, and the pronoun opens the next clause.

import type { ActorMark, Draft } from '../marks.ts';
import { inSentence } from '../words/by-sentence.ts';

const BEING = ['be', 'have'];
const NONE = ['negations', 'negativeWords', 'nounNegations'];

/** Words of "there were only a very". */
const FEW = 6;

interface There {
  readonly men: ActorMark;
  /** There were none of them: somebody else did what follows. */
  readonly none: boolean;
}

/** The men of whom the sentence says that they are or were there; null where it says so of nobody. */
export const menThere = (draft: Draft, mark: ActorMark): There | null => {
  const { lexicon } = draft.theatre;
  const { tokens = [] } = draft.sentences[mark.sentence] ?? {};
  const word = (at: number): string => tokens[at]?.word ?? '';
  if (!lexicon.has('conjunctions', word(mark.from - 1)) || !lexicon.has('pluralPronouns', word(mark.from))) return null;
  const before = inSentence(draft.mentions, mark.sentence).filter(
    (one): one is ActorMark => one.type === 'actor' && one.end <= mark.start,
  );
  const last = before.at(-1);
  if (last === undefined || last.pronoun || last.modifies) return null;
  const there = tokens.findLastIndex(
    (_, at) =>
      at < last.from && lexicon.has('thereWords', word(at)) && BEING.some((list) => lexicon.has(list, word(at + 1))),
  );
  if (there < 0 || last.from - there > FEW) return null;
  // "There were NO troops there and they walked in": somebody else did.
  const none = tokens.slice(there, last.from).some(({ word: one }) => NONE.some((list) => lexicon.has(list, one)));
  return { men: last, none };
};
