// 'on the programme "MEET THE NATION,"', "the author of “The Long Road”": a title stands in quotation marks, and nobody says it.
// Invariant: every longer word has a capital, and the words before it make it a thing ("on", "of", "Kanal 9's", "the film").
import type { Lexicon } from '../../model/lexicon.ts';
import type { Token } from '../marks.ts';

/** Words of the longest title. */
const LONGEST = 8;

/** "of", "and", "the" may be small in a title. */
const SMALL = 3;

const isQuote = (token: Token | undefined): boolean => token?.type === 'mark' && /^["“”]$/u.test(token.word);

const isThing = (before: Token | undefined, lexicon: Lexicon): boolean =>
  before !== undefined &&
  !before.quoted &&
  (/^['’]s?$/u.test(before.word) ||
    ['prepositions', 'sayingMedia', 'titledNouns'].some((list) => lexicon.has(list, before.word)));

/** Where the title that opens at `open` closes; -1 for words that somebody says. */
const titleEnd = (tokens: readonly Token[], open: number, lexicon: Lexicon): number => {
  if (!isQuote(tokens[open]) || !isThing(tokens[open - 1], lexicon)) return -1;
  const close = tokens.findIndex((token, at) => at > open && isQuote(token));
  const inside = tokens.slice(open + 1, close);
  const words = inside.filter(({ type }) => type !== 'mark');
  const [last] = words.slice(-1);
  const capital = ({ text }: Token): boolean => /^[\p{Lu}\p{N}]/u.test(text);
  const stops = inside.slice(0, -1).some(({ word }) => /^[.!?,;:]$/u.test(word));
  const titled = words.every((word) => capital(word) || word.text.length <= SMALL);
  const named = words.length > 1 && words.length <= LONGEST && last !== undefined && capital(last);
  return close > 0 && named && titled && capital(words[0] ?? last) && !stops ? close : -1;
};

/** "Ivo ‘TANK’ Hale", "the ‘Capt’ Hale": where the one word closes that stands in quotation marks before a name; or -1. */
const nickEnd = (tokens: readonly Token[], open: number): number => {
  const [mark, nick, close, name] = tokens.slice(open, open + 4);
  const marks = [mark, close].every((token) => token?.type === 'mark' && /^["“”‘’']$/u.test(token.word));
  const capitals = [nick, name].every((token) => token?.type === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text));
  return marks && capitals && name?.quoted === false ? open + 2 : -1;
};

/** The words of a sentence without the marks around titles. */
export const withoutTitles = (tokens: readonly Token[], lexicon: Lexicon): readonly Token[] => {
  if (!tokens.some(({ quoted }) => quoted)) return tokens;
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const close = Math.max(titleEnd(tokens, at, lexicon), nickEnd(tokens, at));
    const token = tokens[at];
    if (close < 0 && token !== undefined) kept.push(token);
    if (close < 0) continue;
    kept.push(...tokens.slice(at + 1, close).map((word) => ({ ...word, quoted: false })));
    at = close;
  }
  return kept;
};
