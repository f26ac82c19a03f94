// The words of a text as a list of phrases meets them: runs of letters and figures, in lower case, with where they stand.
// Invariant: a text is cut once for all the lists that are looked for in it one after another.

export interface TextWords {
  readonly starts: readonly number[];
  /** In lower case. */
  readonly words: readonly string[];
}

const OTHER_WORD = /[\p{L}\p{N}]/u;

const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** How many units of the text the letter or figure at an offset takes; 0 where none stands there. */
const unitsAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code < 128) return isPlain(code) ? 1 : 0;
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return OTHER_WORD.test(letter) ? letter.length : 0;
};

/** Where the run of letters and figures ends that begins at an offset; the offset itself where none begins. */
const endOfRun = (text: string, from: number): number => {
  let at = from;
  while (at < text.length) {
    const units = unitsAt(text, at);
    if (units === 0) return at;
    at += units;
  }
  return at;
};

export const cutWords = (text: string): TextWords => {
  const starts: number[] = [];
  const words: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfRun(text, start);
    if (end > start) {
      starts.push(start);
      words.push(text.slice(start, end).toLowerCase());
    }
    start = Math.max(end, start + 1);
  }
  return { starts, words };
};
