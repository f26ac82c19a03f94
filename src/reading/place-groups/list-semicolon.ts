// Semicolons that part a list of places: "A, in X (north); B, in Y; and C", "took A in X; B in Y; and C".
// Invariant: behind a verb a stretch between semicolons is a member where it holds a place and nothing that is told of it.
import { isIn, isInAny, isVerbForm, type SentenceView, wordAt } from '../words/view-sentence.ts';

const PLAIN = ['prepositions', 'determiners', 'listLinks', 'directions', 'partLinks'];

/** Whether words only name places and say where they lie. */
const onlyNames = (view: SentenceView, from: number, to: number): boolean => {
  for (let at = from; at < to; ) {
    const mark = view.markAt[at];
    if (mark !== undefined && (mark.type === 'place' || mark.type === 'scope')) at = Math.max(mark.to, at + 1);
    else if (isInAny(view, PLAIN, at) || /^[,()]$/.test(wordAt(view, at))) at += 1;
    else return false;
  }
  return to > from;
};

const nextEnd = (view: SentenceView, from: number): number => {
  const end = view.tokens.findIndex(({ word }, at) => at >= from && /^[;.]$/.test(word));
  return end < 0 ? view.tokens.length : end;
};

/** Whether a semicolon parts two members of a list of places. */
export const isListSemicolon = (view: SentenceView, at: number): boolean => {
  if (wordAt(view, at) !== ';') return false;
  const link = at + (isIn(view, 'listLinks', at + 1) ? 2 : 1);
  const next = link + (isIn(view, 'definiteArticles', link) ? 1 : 0);
  const type = view.markAt[next]?.type;
  if (type !== 'place' && type !== 'scope') return false;
  if (type === 'place' && view.tokens.slice(0, at).every((_, i) => !isVerbForm(view, i))) return true;
  const before = view.tokens.findLastIndex(({ word }, i) => i < at && word === ';');
  return onlyNames(view, next, nextEnd(view, next)) || (before >= 0 && onlyNames(view, before + 1, at));
};
