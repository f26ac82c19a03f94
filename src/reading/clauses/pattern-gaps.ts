// What may stand between the words of a rule's pattern, and where its clause ends.
// Invariant: a gap never crosses a mark, a conjunction or another's verb.
import { isFiller, isIn, isInAny, phraseLength, type SentenceView, wordAt } from '../words/view-sentence.ts';
import { isDay } from './pattern-ends.ts';

/** Whether a word may stand in a gap of a pattern: only describing words, or any that goes on with the same thing. */
export const isGap = (view: SentenceView, at: number, slot: string): boolean => {
  if (slot === '~')
    return (
      (isFiller(view, at) && !/.ing$/.test(wordAt(view, at))) ||
      isDay(view, at) ||
      (isIn(view, 'possessives', at) && view.markAt[at]?.type === 'actor') ||
      /^('s|'|’|\(|\))$/.test(wordAt(view, at))
    );
  // "Residents fleeing A SAY troops withdrew from B": what is said is no object of the verb before.
  const token = view.tokens[at];
  return (
    token !== undefined &&
    !/^[,;:.—–]$/.test(token.word) &&
    !isInAny(view, ['conjunctions', 'plainSayings'], at) &&
    // "Men ready to fight ARE still in A": another verb is said of somebody else.
    !isOthersBe(view, at) &&
    !opensClauseOf(view, at) &&
    !opensPurpose(view, at) &&
    !isMessage(view, at)
  );
};

/** "ready to fight ARE in A"; street battles that WERE RAGING in A are one thing said. */
const isOthersBe = (view: SentenceView, at: number): boolean =>
  isIn(view, 'fullBe', at) &&
  !isIn(view, 'relatives', at - 1) &&
  !/ing$/.test(wordAt(view, at + 1)) &&
  phraseLength(view, 'goingOnPhrases', at + 1) === 0;

/** "was evacuated ON ORDERS from B": where word came from is not what was left. */
const isMessage = (view: SentenceView, at: number): boolean =>
  isIn(view, 'messageNouns', at) && isIn(view, 'leavingLinks', at + 1);

/** "fled A BEFORE SOLDIERS from B reached it": what follows is somebody else's deed. */
const opensClauseOf = (view: SentenceView, at: number): boolean => {
  const next = view.markAt[isIn(view, 'determiners', at + 1) ? at + 2 : at + 1];
  return isIn(view, 'subordinators', at) && next?.type === 'actor' && !next.modifies;
};

/** "pushed hard TO REOPEN A road into B": what follows is told of another deed, though no list has its verb. */
const opensPurpose = (view: SentenceView, at: number): boolean =>
  isIn(view, 'infinitiveMarks', at) &&
  view.markAt[at + 1] === undefined &&
  /^\p{Ll}+$/u.test(view.tokens[at + 1]?.text ?? '') &&
  isInAny(view, ['indefiniteArticles', 'definiteArticles', 'possessives'], at + 2);
