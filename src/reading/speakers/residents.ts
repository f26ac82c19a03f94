// "Donna Hale, 59, of Ashford, Northmark, said": age and home stand behind a name, each between commas.
// Invariant: only a name of two words or more at the far end makes the rest a part of who speaks.
import { isInAny, type SentenceView, wordAt } from '../words/view-sentence.ts';

const isName = ({ tokens }: SentenceView, from: number, to: number): boolean =>
  to > from && tokens.slice(from, to).every(({ text }) => /^\p{Lu}|^\.$/u.test(text));

/** Back over home and age to the name; the place given where there is none. */
export const residentFrom = (view: SentenceView, from: number, to: number): number => {
  let [at, end] = [from, to];
  let home = false;
  while (
    isName(view, at, end) ||
    view.tokens[at]?.type === 'number' ||
    isInAny(view, ['partLinks', 'originLinks'], at)
  ) {
    if (home && isName(view, at, end) && end - at > 1) return at;
    home ||= isInAny(view, ['partLinks', 'originLinks'], at) && isName(view, at + 1, end);
    if (wordAt(view, at - 1) !== ',') return from;
    end = at - 1;
    at = end;
    while (at > 0 && view.tokens[at - 1]?.word !== ',' && !view.tokens[at - 1]?.quoted) at--;
  }
  return from;
};
