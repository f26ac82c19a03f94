// A paragraph to words and marks, with the quotation marks followed through it.
// Invariant: tokens are in text order, never overlap, and leave out nothing but blanks and the star of a footnote.
import { keptOfText } from '../../model/keep.ts';
import type { Span } from '../../model/text.ts';
import type { Token } from '../marks.ts';

// Initialisms with stops, numbers with their separators, words without their possessive, the possessive, any other mark.
const TOKEN =
  /''|``|(?:\p{Lu}\.){2,}|(?:\p{Ll}\.){2,}(?!\p{L})|\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|['’](?=\p{L}{3}|t\b|(?!(?:s|d|m|ll|ve|re)\b)\p{L}{1,2}\b))*|['’](?:s|ll|ve|re|d|t|m)\b|\.{2,}|-{2,3}(?!-)|\S/gu;
const APOSTROPHES = /[’‘`´]/g;
/** ''A'' and ``A'': a quotation mark as old wires type it, of two signs. */
const TYPED = /^(?:''|``)$/;
const DASHES = /^-{2,3}$/;
const DOUBLE_OPEN = '“«„';
const DOUBLE_CLOSE = '”»';

interface QuoteState {
  double: boolean;
  single: boolean;
}

/** ‘ or ' before a word opens; ’ or ' after a word or stop closes what is open ("‘We left,’ he said"). */
const singleTurns = (text: string, at: number, state: QuoteState): boolean => {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (state.single) return !/\p{L}/u.test(after) && (/[,.!?]/.test(before) || text[at] === '’' || text[at] === "'");
  return (text[at] === '‘' || text[at] === "'") && /[\s(—–-]/.test(before) && /\p{L}/u.test(after);
};

/** True where the mark at this offset is a quotation mark; turns the state. */
const turnQuote = (text: string, at: number, state: QuoteState): boolean => {
  const mark = text[at] ?? '';
  if (mark === '"') state.double = !state.double;
  else if (DOUBLE_OPEN.includes(mark)) state.double = true;
  else if (DOUBLE_CLOSE.includes(mark)) state.double = false;
  else if (/['‘’]/.test(mark) && singleTurns(text, at, state)) state.single = !state.single;
  else return false;
  return true;
};

const typeOf = (text: string): Token['type'] => {
  const code = text.charCodeAt(0) | 32;
  if (code >= 97 && code <= 122) return 'word';
  if (/^[\p{L}'’]\p{L}|^\p{L}/u.test(text)) return 'word';
  return /^\p{N}/u.test(text) ? 'number' : 'mark';
};

/** "IS said it held the town": capitals among small letters are an initialism, not the verb. */
const INITIALISM = 'IS';
const isInitialism = (text: string, { start, end }: Span): boolean => {
  if (text.slice(start, end) !== INITIALISM) return false;
  const before = /([\p{L}\p{N}]+)[^\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, start - REACH), start))?.[1] ?? '';
  const after = /^[^\p{L}\p{N}]*([\p{L}\p{N}]+)/u.exec(text.slice(end, end + REACH))?.[1] ?? '';
  return [before, after].every((word) => !/^\p{Lu}{2,}$/u.test(word));
};

/** "the Reds* have left": the star of a footnote is no word of the sentence. */
const isFootnoteStar = (text: string, at: number): boolean =>
  text[at] === '*' && /\p{L}/u.test(text[at - 1] ?? '') && !/[\p{L}*]/u.test(text[at + 1] ?? '');

/** So far is the word beside it looked for. */
const REACH = 24;

/** "the rebels _ some hundred men _ left": a dash in the files of an old wire. */
const isLowLine = (text: string, { start, end }: Span): boolean =>
  text.slice(start, end) === '_' && text[start - 1] === ' ' && text[end] === ' ';

/** Few words have any other sign than letters: the rest need not be searched for apostrophes. */
const plainOf = (word: string): string => {
  if (/^[a-z]*$/.test(word)) return word;
  if (TYPED.test(word)) return '"';
  // "the rebels -- some hundred men -- left": a dash as wires write it.
  return DASHES.test(word) ? '—' : word.replace(APOSTROPHES, "'");
};

/** A word is looked up some hundred times: as one and the same text each time, it is found without comparing its letters. */
const sameWord = keptOfText((word) => word, 8192);

/** The words and marks of one paragraph. A quotation that a paragraph leaves open ends with it. */
export const splitWords = (text: string, { start, end }: Span): Token[] => {
  const tokens: Token[] = [];
  const state: QuoteState = { double: false, single: false };
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const at = start + match.index;
    if (isFootnoteStar(text, at)) continue;
    const typed = TYPED.test(match[0]);
    if (typed) state.double = !state.double;
    const isQuote = typed || (match[0].length === 1 && turnQuote(text, at, state));
    const type = isQuote ? 'mark' : typeOf(match[0]);
    const span = { start: at, end: at + match[0].length };
    const word = isInitialism(text, span)
      ? 'i.s.'
      : isLowLine(text, span)
        ? '—'
        : sameWord(plainOf(match[0].toLowerCase()));
    const quoted = !isQuote && (state.double || state.single);
    tokens.push({ ...span, text: word === '—' ? word : match[0], word, type, quoted });
  }
  return tokens;
};
