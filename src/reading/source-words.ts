// What can begin a speaker's words or an aside to them, word by word.
import { isIn, type SentenceView, wordAt } from './view-sentence.ts';

const OFFICES = [
  'ministry',
  'local-official',
  'commander',
  'spokesman',
  'witness',
  'resident',
  'outlet',
  'third-party',
];

/** "officials", "police", "elders": a word that is an office of its own. */
export const isOfficeWord = ({ lexicon, tokens }: SentenceView, at: number): boolean => {
  const word = tokens[at]?.word ?? '';
  const forms = [word, word.replace(/s$/, ''), word.replace(/ies$/, 'y'), word.replace(/men$/, 'man')];
  return forms.some(
    (form) =>
      form !== '' &&
      (lexicon.has('roleStarts', form) ||
        lexicon.has('personNouns', form) ||
        OFFICES.some((name) => lexicon.has(`office:${name}`, form))),
  );
};

const isCapital = ({ tokens }: SentenceView, at: number): boolean => /^\p{Lu}/u.test(tokens[at]?.text ?? '');

/** A determiner, a name, a number of people, a pronoun, an office, a side: a noun phrase can begin here. */
export const isNounStart = (view: SentenceView, at: number): boolean =>
  isIn(view, 'determiners', at) ||
  isIn(view, 'possessives', at) ||
  isIn(view, 'subjectPronouns', at) ||
  isCapital(view, at) ||
  view.tokens[at]?.type === 'number' ||
  view.markAt[at]?.type === 'actor' ||
  isIn(view, 'countWords', at) ||
  isOfficeWord(view, at);

/** "a doctor", "who …", "head of …", "62", "speaking …", "asked …", "Karim Bakhtar": what stands between two commas. */
export const opensAside = (view: SentenceView, at: number): boolean => {
  if (['relatives', 'determiners', 'tailPrepositions', 'asidePrepositions'].some((list) => isIn(view, list, at)))
    return true;
  if (view.tokens[at]?.type === 'number' || isOfficeWord(view, at) || isIn(view, 'asideParticiples', at)) return true;
  return isCapital(view, at) || isIn(view, 'possessives', at) || /\p{L}ing$/u.test(wordAt(view, at));
};

/** The first word of a named person, outlet or office. */
export const namesSomebody = (view: SentenceView, from: number, to: number): boolean =>
  view.tokens.slice(from, to).some(({ text }) => /^\p{Lu}/u.test(text));
