// Folds a name so that spellings which differ only in case, diacritics, apostrophes or hyphens become one.
// Invariant: folding is idempotent, and a folded name is lower-case words joined by single spaces.

const APOSTROPHES = /['’‘ʼʻʿʾ`´]/g;
const MARKS = /\p{M}+/gu;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;
const PLAIN = /^[a-z]+$/;
const PLAIN_WORDS = /^[a-z]+(?: [a-z]+)*$/;

/** One word without case, diacritics and apostrophes: `Qal'ah` becomes `qalah`. */
export const foldWord = (word: string): string => {
  const lower = word.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.normalize('NFD').replace(MARKS, '').replace(APOSTROPHES, '');
};

/** A whole name: words folded, everything between them one space. `Sar-e Pul` and `SAR-E-PUL` become `sar e pul`. */
export const foldName = (name: string): string => {
  const lower = name.toLowerCase();
  if (PLAIN_WORDS.test(lower)) return lower;
  return lower.normalize('NFD').replace(MARKS, '').replace(APOSTROPHES, '').replace(NO_LETTER, ' ').trim();
};
