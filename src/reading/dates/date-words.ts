// The words of one dated sentence, cut finer than tokens: "28th" is a figure and its ending, "23/06" two figures and a stroke.
// Invariant: only sentences that passed the gate come here, so the cut costs nothing elsewhere.
import type { Span } from '../../model/text.ts';

export interface DateWord extends Span {
  readonly text: string;
  /** Lower case, with a straight apostrophe. */
  readonly word: string;
  readonly figure: boolean;
  /** True where no blank parts it from the word before. */
  readonly glued: boolean;
}

const WORD = /\p{N}+|[\p{L}\p{M}]+|['’](?:s|ll)(?![\p{L}\p{M}])|\S/gu;

export const splitDateWords = (text: string): readonly DateWord[] => {
  const words: DateWord[] = [];
  let end = -1;
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const code = found.charCodeAt(0);
    words.push({
      start: index,
      end: index + found.length,
      text: found,
      word: found.toLowerCase().replace('’', "'"),
      figure: code >= 48 && code <= 57,
      glued: index === end,
    });
    end = index + found.length;
  }
  return words;
};

export const isLetters = (word: DateWord | undefined): boolean => word !== undefined && /^\p{L}/u.test(word.text);
export const isCapital = (word: DateWord | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text);

/** The number of a figure of at most so many digits; null where it is none. */
export const figureOf = (word: DateWord | undefined, digits: number): number | null =>
  word?.figure && word.text.length <= digits ? Number(word.text) : null;

/** A figure that is only the end or the beginning of a longer sign: "$12", "3:12", "W00", "12%", "5.12", "1,200". */
const isTornBefore = (words: readonly DateWord[], at: number): boolean => {
  const before = words[at - 1];
  if (before !== undefined && /^\p{Sc}$/u.test(before.text)) return true;
  if (!words[at]?.glued || before === undefined) return false;
  if (isLetters(before) || /^[\p{Sc}#%@=&+]$/u.test(before.text)) return true;
  return before.glued && /^[.,:/-]$/.test(before.text) && words[at - 2]?.figure === true;
};

const isTornAfter = (words: readonly DateWord[], to: number): boolean => {
  const [next, after] = [words[to], words[to + 1]];
  if (!next?.glued) return false;
  // "2021-06-23T10:00" is a day and its time.
  if (isLetters(next)) return next.text !== 'T';
  return /^[%°]$/.test(next.text) || (/^[.,:/-]$/.test(next.text) && after?.glued === true && after.figure);
};

/** True where the words from `from` to `to` begin or end inside a number that says something else. */
export const isTorn = (words: readonly DateWord[], from: number, to: number): boolean =>
  (words[from]?.figure === true && isTornBefore(words, from)) ||
  (words[to - 1]?.figure === true && isTornAfter(words, to));
