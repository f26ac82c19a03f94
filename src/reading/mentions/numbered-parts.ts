// Quarters of a city that have numbers for names: "police district 3", "PDs 7, 9 and 13".
// Invariant: only a noun that quarters are numbered by takes the numbers behind it; "police districts, 3 men died" has none.
import type { Theatre } from '../../model/theatre.ts';
import type { ScopeMark, Sentence } from '../marks.ts';

/** The end of the numbers that stand right behind a word: "7, 9 and 13". */
const numbersEnd = ({ tokens }: Sentence, from: number, { lexicon }: Theatre): number => {
  let to = from;
  for (let at = from; ; at++) {
    if (tokens[at]?.type === 'number') to = at + 1;
    else if (to === from || !(tokens[at]?.word === ',' || lexicon.has('listLinks', tokens[at]?.word ?? ''))) return to;
  }
};

/** "the 9TH DISTRICT": a quarter of a city; "the 9th district to fall" is a number of districts. */
const isNinth = ({ tokens }: Sentence, { from, to, noun, plural }: ScopeMark, { lexicon, open }: Theatre): boolean =>
  !open &&
  !plural &&
  lexicon.has('quarterNouns', noun) &&
  lexicon.has('ordinalEnds', tokens[from - 1]?.word ?? '') &&
  tokens[from - 2]?.type === 'number' &&
  !['infinitiveMarks', 'relatives'].some((list) => lexicon.has(list, tokens[to]?.word ?? '')) &&
  !lexicon.verbs.has(tokens[to]?.word ?? '');

/** "DISTRICT 1", "Districts 3 and 4": in capitals and with a number so is a city's; its own are named and not numbered. */
const isNumberedDistrict = (sentence: Sentence, { from, to, noun }: ScopeMark, { lexicon, open }: Theatre): boolean =>
  !open &&
  lexicon.has('quarterNouns', noun) &&
  /^\p{Lu}/u.test(sentence.tokens[from]?.text ?? '') &&
  sentence.tokens[to]?.type === 'number';

const asQuarter = (mark: ScopeMark, { lexicon }: Theatre): ScopeMark => ({
  ...mark,
  ...{ scope: 'area', kind: null, definite: true },
  noun: lexicon.list('numberedParts')[0] ?? mark.noun,
});

/** With its numbers the noun names a part of the city that is meant, and no number of parts. */
export const withNumbers = (mark: ScopeMark, sentence: Sentence, theatre: Theatre): ScopeMark => {
  if (isNinth(sentence, mark, theatre)) return asQuarter(mark, theatre);
  if (isNumberedDistrict(sentence, mark, theatre)) return withNumbers(asQuarter(mark, theatre), sentence, theatre);
  if (!theatre.lexicon.has('numberedParts', mark.noun)) return mark;
  const to = numbersEnd(sentence, mark.to, theatre);
  if (to === mark.to) return mark;
  return { ...mark, to, end: sentence.tokens[to - 1]?.end ?? mark.end, definite: true, plural: false };
};
