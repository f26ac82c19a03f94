// Tells a place's name from the same word inside a person's or an institution's ("Karim Bakhtar", "Kabul Now").
import type { Theatre } from '../../model/theatre.ts';
import type { PlaceMark, Sentence, Token } from '../marks.ts';
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

/** "Bandar-E-Andkhoy": a short word between two hyphens binds two words to another name. */
const isBound = ({ tokens }: Sentence, { from }: PlaceMark): boolean => {
  const glued = (at: number): boolean => tokens[at]?.word === '-' && tokens[at - 1]?.end === tokens[at]?.start;
  const link = (at: number): boolean => /^\p{Ll}{1,2}$/u.test(tokens[at]?.text ?? '');
  const bound = glued(from - 1) && link(from - 2) && glued(from - 3) && isCapital(tokens[from - 4]);
  return bound && tokens[from - 1]?.end === tokens[from]?.start;
};

/** Words of the longest name of an agency. */
const AGENCY = 3;

/** "told REUTERS A had fallen": the agency that was told is no part of the name. */
const isToldAgency = ({ tokens }: Sentence, { from }: PlaceMark, { lexicon }: Theatre): boolean => {
  for (let first = from - 1; first > 0 && first >= from - AGENCY; first--) {
    const name = tokens.slice(first, from).map(({ word }) => word);
    if (!lexicon.has('agencyNames', name.join(' '))) continue;
    const before = tokens[lexicon.has('definiteArticles', tokens[first - 1]?.word ?? '') ? first - 2 : first - 1];
    return (lexicon.verbs.get(before?.word ?? '') ?? []).some(({ lemma }) => lexicon.has('toldVerbs', lemma));
  }
  return false;
};

/** "“ONLY A is left”": the first word of a quotation has its capital from there. */
const isQuotedHead = ({ tokens }: Sentence, at: number, { lexicon }: Theatre): boolean =>
  /^["“‘]$/.test(tokens[at - 1]?.word ?? '') && lexicon.has('commonWords', tokens[at]?.word ?? '');

/** "Captain Najib Kunduz": a capitalised word before the name that is no ordinary word makes it a person's. */
export const isPersonsName = (sentence: Sentence, mark: PlaceMark, theatre: Theatre): boolean => {
  if (!theatre.open && isBound(sentence, mark)) return true;
  const before = sentence.tokens[mark.from - 1];
  if (before === undefined || mark.to - mark.from > 2 || !isCapital(before) || isTitleCase(sentence)) return false;
  // "#NORTHMARK Ashford has fallen": a tag is a word of its own.
  if (sentence.tokens[mark.from - 2]?.word === '#') return false;
  if (mark.from === 1 && !isCapital(sentence.tokens[mark.to])) return false;
  if (isQuotedHead(sentence, mark.from - 1, theatre)) return false;
  return !isOrdinary(sentence, mark.from - 1, theatre) && !isToldAgency(sentence, mark, theatre);
};
