// "Rebels 'SEIZE' key town", 'the rebels "LIBERATED" it': words that a headline or a writer holds at arm's length are read as they stand.
// Invariant: only the marks go; what a sentence quotes of somebody at length keeps its own.
import type { Token } from '../marks.ts';

/** So many words a headline sets in quotation marks. */
const IN_HEADLINE = 5;

const isQuote = ({ type, word }: Token): boolean => type === 'mark' && /^["“”'‘’«»]$/u.test(word);

/** Where the pair that opens at `open` closes again, behind at most `most` words; or -1. */
const closing = (tokens: readonly Token[], open: number, most: number): number => {
  for (let at = open + 2; at <= open + most + 1 && at < tokens.length; at++) {
    const token = tokens[at];
    if (token !== undefined && isQuote(token)) return at;
    if (token?.type === 'mark') return -1;
  }
  return -1;
};

/** "'A IS LOST': officer flees", "'We hold it', he says": what a stop sets off is somebody's own words. */
const isSaid = (tokens: readonly Token[], open: number, close: number): boolean =>
  [tokens[open - 1], tokens[close + 1]].some((beside) => beside === undefined || beside.type === 'mark') &&
  (open === 0 || tokens[open - 1]?.type === 'mark');

/** "have “LIBERATED” the town": a word in the middle of the writer's own, and no name. */
const isInside = (tokens: readonly Token[], close: number): boolean =>
  tokens[close + 1]?.type === 'word' && /^\p{Ll}/u.test(tokens[close - 1]?.text ?? '');

/** The words of a sentence without the marks around a few of them; `heading` where it is one. */
export const withoutScareQuotes = (tokens: readonly Token[], heading: boolean): readonly Token[] => {
  const first = tokens.findIndex(isQuote);
  if (first < 0) return tokens;
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    const close = isQuote(token) ? closing(tokens, at, heading ? IN_HEADLINE : 1) : -1;
    if (close < 0 || isSaid(tokens, at, close) || (!heading && !isInside(tokens, close))) {
      kept.push(token);
      continue;
    }
    kept.push(...tokens.slice(at + 1, close).map((word) => ({ ...word, quoted: false })));
    at = close;
  }
  return kept;
};
