// A grade in words: what its letter says of the source and its number of the sentence.
import type { Grade } from './control.ts';

const LETTER_WORDS: Readonly<Record<string, string>> = {
  A: 'reliable source',
  B: 'usually reliable source',
  C: 'fairly reliable source',
  D: 'not usually reliable source',
  E: 'unreliable source',
  F: 'source not to be judged',
};

const NUMBER_WORDS: Readonly<Record<number, string>> = {
  1: 'borne out by the rest',
  2: 'probable by the rest',
  3: 'possible by the rest',
  4: 'doubtful by the rest',
  5: 'improbable by the rest',
  6: 'nothing else to judge it by',
};

/** "C1": as analysts write it. */
export const gradeMark = ({ source, info }: Grade): string => `${source}${info}`;

/** "fairly reliable source by what its claims came to; borne out by the rest". */
export const gradeWords = ({ source, info, basis }: Grade): string => {
  const by = basis === 'history' ? 'by what its claims came to' : 'by its kind';
  return `${LETTER_WORDS[source] ?? source} ${by}; ${NUMBER_WORDS[info] ?? info}`;
};
