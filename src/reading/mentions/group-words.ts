// What the learning of armed groups asks of words: letters that stand for a name, where a name begins, nouns for rebels.
// Invariant: asks only; what is learned is decided by those that ask.
import type { Theatre } from '../../model/theatre.ts';
import type { Sentence, Token } from '../marks.ts';
import { CLOSED_LISTS, isCapital } from '../words/closed-words.ts';
import { phraseAt } from './name-tree.ts';

export interface Run {
  readonly from: number;
  readonly to: number;
}

export const isClosed = (word: string, { lexicon }: Theatre): boolean =>
  CLOSED_LISTS.some((list) => lexicon.has(list, word));

/** "CF", "N25": letters that stand for a name. */
export const isInitials = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:\p{Lu}{2,6}\d{0,2}|\p{Lu}{2,5}s|\p{Lu}\d{1,3})$/u.test(token.text);

export const has = ({ lexicon }: Theatre, list: string, token: Token | undefined): boolean =>
  token !== undefined && lexicon.has(list, token.word);

/** Where the name that ends before `to` begins: back over capitals, and over "'s" behind "People". */
export const startOfRun = ({ tokens }: Sentence, to: number, theatre: Theatre): number => {
  let from = to;
  for (;;) {
    const before = tokens[from - 1];
    if (before !== undefined && isCapital(before) && !isClosed(before.word, theatre)) from -= 1;
    // "the 27 March Brigade"
    else if (has(theatre, 'months', before) && tokens[from - 2]?.type === 'number') from -= 2;
    else if (before?.word === "'s" && has(theatre, 'peoplesWords', tokens[from - 2])) from -= 1;
    else return from;
  }
};

export const meansNonState = (theatre: Theatre, tokens: readonly Token[], at: number): boolean => {
  const found = phraseAt(theatre, tokens, at);
  return found?.value.type === 'noun' && found.value.means === 'non-state';
};

export const textOf = ({ tokens }: Pick<Sentence, 'tokens'>, { from, to }: Run): string =>
  tokens
    .slice(from, to)
    .map(({ text, start }, i) => (i === 0 || tokens[from + i - 1]?.end === start ? text : ` ${text}`))
    .join('');

/** "(CF)" behind a name. */
export const initialsBehind = ({ tokens }: Sentence, to: number): string | null => {
  const inside = tokens[to + 1];
  return tokens[to]?.text === '(' && tokens[to + 2]?.text === ')' && isInitials(inside) ? (inside?.text ?? null) : null;
};

/** "the CNLA" after "the Coastal National Liberation Army": its first letters, where the report writes them. */
export const lettersOf = (name: string, told: readonly Sentence[]): string | null => {
  const letters = name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');
  if (!/^\p{Lu}{3,}$/u.test(letters)) return null;
  return told.some(({ tokens }) => tokens.some(({ text }) => text === letters)) ? letters : null;
};
