// Without a gazetteer: capitalised words that can be a place's name. Only the slots of predicates make claims of them.
// Invariant: never a side's name, a weekday, a month, or a word that is only capital because a sentence begins.

import type { Theatre } from '../model/theatre.ts';
import { CLOSED_LISTS, isCapital } from './closed-words.ts';
import type { Sentence, Token } from './marks.ts';
import { phraseAt } from './name-tree.ts';
import { isHyphen, nationWordAt } from './nation-words.ts';

interface Guess {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
}

const CLOSED = [...CLOSED_LISTS, 'demonyms', 'be', 'have', 'modals', 'neverPlaces'];

const isClosed = (token: Token, { lexicon }: Theatre): boolean =>
  CLOSED.some((list) => lexicon.has(list, token.word)) || lexicon.look('nationAdjectives', token.word) !== null;

/** A whole country is no place that anybody takes; one that has its capital's name may be the town. */
const isCountry = (
  { tokens }: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
  { lexicon }: Theatre,
): boolean => {
  const word = nationWordAt(tokens, from, lexicon);
  return word?.to === to && word.as === 'nationNames';
};

/** Links between the words of one name: "Sar-e Pul", "Maarat al-Numan", "Khan-e Char Bagh". */
const LINKS = 3;

const afterLinks = ({ tokens }: Sentence, from: number, theatre: Theatre): number => {
  let at = from;
  while (at < from + LINKS && (isHyphen(tokens, at) || theatre.lexicon.has('nameLinks', tokens[at]?.word ?? ''))) at++;
  return at;
};

/** The words that go on with a name: further capitals, and small links or hyphens between them. */
const endOfName = (sentence: Sentence, from: number, theatre: Theatre): number => {
  const { tokens } = sentence;
  let to = from + 1;
  for (;;) {
    const at = afterLinks(sentence, to, theatre);
    const next = tokens[at];
    if (next === undefined || !isCapital(next)) return to;
    if (at === to && (isClosed(next, theatre) || phraseAt(theatre, tokens, at) !== null)) return to;
    to = at + 1;
  }
};

/** "Tigray Defence Forces", "Wagner mercenaries": a name before such a noun is a force's. */
const namesForce = (sentence: Sentence, to: number, theatre: Theatre): boolean => {
  const next = phraseAt(theatre, sentence.tokens, to);
  return next !== null && next.value.type !== 'scope';
};

const startsName = (sentence: Sentence, at: number, theatre: Theatre): boolean => {
  const token = sentence.tokens[at];
  const linked = theatre.lexicon.has('nameLinks', token?.word ?? '') && sentence.tokens[at + 1]?.word === '-';
  if (linked && isCapital(sentence.tokens[at + 2])) return true;
  if (token === undefined || !isCapital(token) || isClosed(token, theatre)) return false;
  if (phraseAt(theatre, sentence.tokens, at) !== null) return false;
  return at > 0 || !theatre.lexicon.verbs.has(token.word);
};

/** "RSF", "TPLF (": initials name a force, an outlet, a body, hardly ever a place; in a line of capitals nobody can tell. */
const isInitials = ({ text }: Token): boolean => /^\p{Lu}{2,6}$/u.test(text);

const allInCapitals = ({ tokens }: Sentence): boolean => !tokens.some(({ text }) => /^\p{Ll}{3,}/u.test(text));

/** Capitalised names of one sentence, longest runs. */
export const guessNames = (sentence: Sentence, theatre: Theatre): readonly Guess[] => {
  const guesses: Guess[] = [];
  const shouted = allInCapitals(sentence);
  for (let at = 0; at < sentence.tokens.length; ) {
    if (!startsName(sentence, at, theatre)) {
      at += 1;
      continue;
    }
    const to = endOfName(sentence, at, theatre);
    const first = sentence.tokens[at];
    const last = sentence.tokens[to - 1];
    const initials = to === at + 1 && first !== undefined && isInitials(first) && !shouted;
    if (
      first !== undefined &&
      last !== undefined &&
      !initials &&
      !isCountry(sentence, { from: at, to }, theatre) &&
      !namesForce(sentence, to, theatre)
    )
      guesses.push({ start: first.start, end: last.end, candidates: [] });
    at = to;
  }
  return guesses;
};
