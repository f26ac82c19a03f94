// Whether the words behind a verb of saying are who says it ("said civil society leader Ivo Hale") or what is said.
// Invariant: only those words are asked; nothing that stands before the verb.
import type { Parse } from '../clauses/parse.ts';
import { isIn, isInAny, wordAt } from '../words/view-sentence.ts';
import { isQuoteMark } from './saying-verbs.ts';
import { isFiniteHere, opensMoment } from './source-after.ts';
import { isOfficeWord } from './source-words.ts';

/** A noun phrase that a verb of its own follows is what is said, not who says it ("said fighters had entered"). */
export const hasOwnVerb = (parse: Parse, from: number): boolean => {
  const { view } = parse;
  for (let at = from; at < Math.min(from + 9, view.tokens.length); at++) {
    const word = wordAt(view, at);
    if (/^[,;:]$/.test(word) || isQuoteMark(word) || (word === '.' && at >= view.tokens.length - 2)) return false;
    if (at > from && opensMoment(parse, at)) return false;
    if (isFiniteHere(parse, at)) return true;
  }
  return false;
};

const TITLE = 5;

/** "said civil society leader Ivo Hale": whatever the words in small letters mean, a name behind them bears them. */
export const isTitledName = ({ view, verbAt }: Parse, from: number): boolean => {
  for (let at = from; at < from + TITLE; at++) {
    const token = view.tokens[at];
    if (token === undefined || token.type === 'mark') return false;
    if (verbAt[at] !== undefined && !isIn(view, 'titleParticiples', at)) return false;
    if (/^\p{Lu}/u.test(token.text)) return at > from;
    if (isInAny(view, ['prepositions', 'conjunctions', 'relatives', 'pronouns', 'verbAdverbs'], at)) return false;
  }
  return false;
};

/** "Army retakes A, says defence ministry": a heading leaves the article out. */
export const isBareOffice = ({ view }: Parse, from: number): boolean =>
  view.sentence.heading && [from, from + 1, from + 2].some((at) => isOfficeWord(view, at));
