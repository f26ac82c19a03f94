// What is said, without the commas and stops around it: quotation marks stay, and a stop that they enclose.
import type { Span } from '../../model/text.ts';

const BLANK = /[\s,;:—–-]/;

/** The span without blanks, commas and dashes at its ends, and without a stop outside of quotation marks. */
export const trimSaid = (text: string, { start, end }: Span): Span | null => {
  let [from, to] = [start, end];
  while (from < to && BLANK.test(text[from] ?? '')) from++;
  while (to > from && (BLANK.test(text[to - 1] ?? '') || (text[to - 1] === '.' && !/["”’']/.test(text[to] ?? '')))) {
    const quoted = /["“”]/.test(text.slice(from, to)) && text[to - 1] !== '.' && /["”]/.test(text[to] ?? '');
    if (quoted) break;
    to--;
  }
  return to > from && /[\p{L}\p{N}]/u.test(text.slice(from, to)) ? { start: from, end: to } : null;
};
