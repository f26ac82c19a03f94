// Statelets that a monitor only names in quotation marks: ‘"CR"-controlled Ashford’, ‘the so-called "Coast Republic"’.
// Invariant: quotation marks alone make no side: the words right beside them say that it holds ground or has men.

import type { Theatre } from '../../model/theatre.ts';
import type { Sentence, Token } from '../marks.ts';
import { isCapital } from '../words/closed-words.ts';
import { has, isInitials, type Run, textOf } from './group-words.ts';
import { nationWordAt } from './nation-words.ts';

/** Words of "Coast People's Republic". */
const LONGEST = 5;

const isQuote = (token: Token | undefined): boolean => token !== undefined && /^["“”]$/u.test(token.text);

/** The name between two quotation marks that begins at a word. */
const quotedFrom = ({ tokens }: Sentence, from: number, theatre: Theatre): Run | null => {
  if (!isQuote(tokens[from - 1])) return null;
  let to = from;
  while (to < from + LONGEST && (isCapital(tokens[to]) || tokens[to]?.word === "'s")) to++;
  const known = nationWordAt(tokens, from, theatre.lexicon) !== null && to === from + 1;
  return to > from && isQuote(tokens[to]) && !known ? { from, to } : null;
};

/** "-controlled", "-held". */
const isHolder = ({ tokens }: Sentence, { to }: Run, theatre: Theatre): boolean =>
  tokens[to + 1]?.word === '-' && has(theatre, 'heldWords', tokens[to + 2]);

/** "members", "armed formations". */
const hasMen = ({ tokens }: Sentence, { from, to }: Run, theatre: Theatre): boolean =>
  isInitials(tokens[from]) && has(theatre, 'quotedMen', tokens[to + 1]);

/** "the so-called". */
const isSoCalled = ({ tokens }: Sentence, { from, to }: Run, theatre: Theatre): boolean =>
  has(theatre, 'soCalledWords', tokens[from - 2]) && has(theatre, 'stateletNouns', tokens[to - 1]);

export const learnQuoted = (sentence: Sentence, theatre: Theatre): readonly string[] =>
  sentence.tokens.flatMap((_, at): readonly string[] => {
    const run = quotedFrom(sentence, at, theatre);
    if (run === null) return [];
    const asked = [isHolder, hasMen, isSoCalled].some((tells) => tells(sentence, run, theatre));
    return asked ? [textOf(sentence, run)] : [];
  });
