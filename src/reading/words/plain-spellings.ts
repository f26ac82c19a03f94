// "the villages ROUND A": a preposition that another English says otherwise is read as the one that the rules know.
// Invariant: only the word as it is compared changes; the text, its spans and its letters stay.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Token } from '../marks.ts';

/** "a second ROUND", "this round of talks": a noun. */
const BEFORE_NOUN = ['determiners', 'possessives', 'ordinalWords', 'numberWords', 'prepositions'];

const BEHIND = ['determiners', 'possessives', 'objectPronouns'];

const isPreposition = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean => {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next?.type !== 'word' || BEFORE_NOUN.some((list) => lexicon.has(list, before?.word ?? ''))) return false;
  if (lexicon.has('clauseComplements', next.word)) return false;
  return /^\p{Lu}/u.test(next.text) || BEHIND.some((list) => lexicon.has(list, next.word));
};

/** The tokens with their prepositions as the lexicon spells them. */
export const plainSpellings = (tokens: readonly Token[], lexicon: Lexicon): readonly Token[] => {
  const spelt = ({ word, text }: Token): string | null => (text === word ? lexicon.look('spellings', word) : null);
  if (!tokens.some((token) => spelt(token) !== null)) return tokens;
  return tokens.map((token, at) => {
    const word = spelt(token);
    return word !== null && isPreposition(tokens, at, lexicon) ? { ...token, word } : token;
  });
};
