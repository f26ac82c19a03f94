// Without a gazetteer: capitalised words that can be a place's name. Only the slots of predicates make claims of them.
// Invariant: never a side's name, a weekday, a month, or a word that is only capital because a sentence begins.
import type { Theatre } from '../model/theatre.ts';
import type { Sentence, Token } from './marks.ts';
import { phraseAt } from './name-tree.ts';

interface Guess {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
}

const isName = (token: Token | undefined): boolean =>
  token !== undefined && token.type === 'word' && /^\p{Lu}/u.test(token.text);

const CLOSED = [
  'determiners',
  'prepositions',
  'conjunctions',
  'subordinators',
  'months',
  'weekdays',
  'pronouns',
  'titles',
  'demonyms',
  'be',
  'have',
  'modals',
  'neverPlaces',
];

const isClosed = (token: Token, theatre: Theatre): boolean =>
  CLOSED.some((list) => theatre.lexicon.has(list, token.word));

/** The words that go on with a name: further capitals, and small links or hyphens between them ("Sar-e Pul", "Deir ez-Zor"). */
const endOfName = (sentence: Sentence, from: number, theatre: Theatre): number => {
  const { tokens } = sentence;
  let to = from + 1;
  for (;;) {
    const next = tokens[to];
    const link = next !== undefined && (next.word === '-' || theatre.lexicon.has('nameLinks', next.word));
    if (isName(next) && next !== undefined && !isClosed(next, theatre) && phraseAt(theatre, tokens, to) === null)
      to += 1;
    else if (link && isName(tokens[to + 1])) to += 2;
    else if (link && tokens[to + 1]?.word !== undefined && tokens[to + 2]?.word === '-' && isName(tokens[to + 3]))
      to += 4;
    else return to;
  }
};

const startsName = (sentence: Sentence, at: number, theatre: Theatre): boolean => {
  const token = sentence.tokens[at];
  if (token === undefined || !isName(token) || isClosed(token, theatre)) return false;
  if (phraseAt(theatre, sentence.tokens, at) !== null) return false;
  return at > 0 || !theatre.lexicon.verbs.has(token.word);
};

/** Capitalised names of one sentence, longest runs. */
export const guessNames = (sentence: Sentence, theatre: Theatre): readonly Guess[] => {
  const guesses: Guess[] = [];
  for (let at = 0; at < sentence.tokens.length; ) {
    if (!startsName(sentence, at, theatre)) {
      at += 1;
      continue;
    }
    const to = endOfName(sentence, at, theatre);
    const first = sentence.tokens[at];
    const last = sentence.tokens[to - 1];
    if (first !== undefined && last !== undefined) guesses.push({ start: first.start, end: last.end, candidates: [] });
    at = to;
  }
  return guesses;
};
