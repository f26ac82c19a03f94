// "the REBEL HELD town", "into GOVERNMENT CONTROLLED areas": two words that describe, read as with the hyphen that they are written without.
// Invariant: the hyphen takes the place of the blank between them; no letter of the text is touched.
import type { Lexicon } from '../../model/lexicon.ts';
import type { Token } from '../marks.ts';

/** "HELD talks", "HELD off", "HELD the town": what no place or part of one can begin. */
const NO_PLACE = [
  'determiners',
  'possessives',
  'prepositions',
  'objectPronouns',
  'conjunctions',
  'agentWords',
  'verbAdverbs',
];

/** The party cannot be who holds: no article stands before one of its men, or a preposition governs it ("OF the army"). */
const describes = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean => {
  const before = tokens[at - 1]?.word ?? '';
  const governs = (word: string): boolean => lexicon.has('prepositions', word) && !lexicon.has('partLinks', word);
  if (lexicon.has('prepositions', before)) return true;
  if (lexicon.has('definiteArticles', before)) return governs(tokens[at - 2]?.word ?? '');
  return lexicon.has('aloneOfParty', tokens[at]?.word ?? '') && !lexicon.has('determiners', before);
};

/** "the opposition held TOWN": as what somebody holds, such a noun would have an article of its own. */
const isGround = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean =>
  [at, at + 1].some((noun) => tokens[noun]?.type === 'word' && lexicon.has('heldGround', tokens[noun].text));

const isBound = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean => {
  const [party, held, next] = tokens.slice(at, at + 3);
  if (party === undefined || held === undefined || next?.type !== 'word') return false;
  if (!lexicon.has('oneOfParty', party.word) || !lexicon.has('heldWords', held.word)) return false;
  if (NO_PLACE.some((list) => lexicon.has(list, next.word))) return false;
  return describes(tokens, at, lexicon) || isGround(tokens, at + 2, lexicon);
};

/** The tokens with a hyphen for the blank between a party and what says that it holds. */
export const bindHeld = (tokens: readonly Token[], lexicon: Lexicon): readonly Token[] => {
  if (
    !tokens.some(
      ({ word }, at) => lexicon.has('heldWords', word) && lexicon.has('oneOfParty', tokens[at - 1]?.word ?? ''),
    )
  )
    return tokens;
  return tokens.flatMap((token, at) => {
    const held = tokens[at + 1];
    if (held === undefined || !isBound(tokens, at, lexicon)) return [token];
    const blank = { start: token.end, end: held.start, text: ' ', word: '-', type: 'mark' as const };
    return [token, { ...blank, quoted: token.quoted }];
  });
};
