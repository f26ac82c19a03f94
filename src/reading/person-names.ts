// Tells a place's name from the same word inside a person's or an institution's ("Karim Bakhtar", "Kabul Now").
import type { Theatre } from '../model/theatre.ts';
import type { PlaceMark, Sentence, Token } from './marks.ts';
import { phraseAt } from './name-tree.ts';

const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text);

/** Title case ("Two Districts Fall In North") says nothing about names. */
const isTitleCase = ({ tokens, heading }: Sentence): boolean =>
  heading && tokens.filter(({ type }) => type === 'word').every((token) => !/^\p{Ll}{5,}/u.test(token.text));

const CLOSED = [
  'directions',
  'determiners',
  'prepositions',
  'conjunctions',
  'subordinators',
  'months',
  'weekdays',
  'nameLinks',
];

const isOrdinary = ({ tokens }: Sentence, at: number, theatre: Theatre): boolean => {
  const word = tokens[at]?.word ?? '';
  return (
    CLOSED.some((list) => theatre.lexicon.has(list, word)) ||
    theatre.lexicon.verbs.has(word) ||
    phraseAt(theatre, tokens, at) !== null
  );
};

/** "Captain Najib Kunduz": a capitalised word before the name that is no ordinary word makes it a person's. */
export const isPersonsName = (sentence: Sentence, mark: PlaceMark, theatre: Theatre): boolean => {
  const before = sentence.tokens[mark.from - 1];
  if (before === undefined || mark.to - mark.from > 2 || !isCapital(before) || isTitleCase(sentence)) return false;
  if (mark.from === 1 && !isCapital(sentence.tokens[mark.to])) return false;
  return !isOrdinary(sentence, mark.from - 1, theatre);
};
