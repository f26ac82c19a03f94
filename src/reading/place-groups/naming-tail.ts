// Words behind a plural that say which are meant, by who named them: "the districts IT LISTS", "the towns NAMED IN THE LETTER".
// Invariant: a naming word stands there; "the districts it took" tells a deed and is no such tail.
import { isIn, isInAny, type SentenceView } from '../words/view-sentence.ts';

/** Words of "the provincial council" before its verb, of "in the open letter" behind it. */
const OWNER = 4;
const PAPER = 4;

const isPaper = (view: SentenceView, at: number): boolean =>
  isInAny(view, ['documentNouns', 'writtenNouns', 'listNouns', 'claimNouns'], at);

/** Where "in the letter", "on its list" ends; the word itself where nothing of the kind stands here. */
const paperEnd = (view: SentenceView, at: number): number => {
  if (!isIn(view, 'prepositions', at)) return at;
  for (let i = at + 1; i <= at + PAPER; i++) if (isPaper(view, i)) return i + 1;
  return at;
};

const namingEnd = (view: SentenceView, to: number): number => {
  const at = isIn(view, 'relatives', to) ? to + 1 : to;
  if (isIn(view, 'namingForms', at)) return at + 1;
  if (isIn(view, 'subjectPronouns', at)) return isIn(view, 'namingForms', at + 1) ? at + 2 : to;
  if (!isIn(view, 'determiners', at)) return to;
  for (let i = at + 1; i <= at + OWNER; i++) {
    if (view.tokens[i]?.type !== 'word' || isIn(view, 'prepositions', i)) return to;
    if (isIn(view, 'namingForms', i)) return i + 1;
  }
  return to;
};

/** Where the words that only say which end; `to` where there are none. */
export const pastNaming = (view: SentenceView, to: number): number => paperEnd(view, namingEnd(view, to));
