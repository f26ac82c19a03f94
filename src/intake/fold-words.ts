// The words of a text as numbers, such that one word in two spellings is one number: case, marks over letters, hyphens,
// thousands' commas, and what British and American printers write apart (-ise and -ize, -our and -or, -tre and -ter).
// Invariant: a number is only ever compared with another. Two words may fall together: in a run of five that does no harm.

export interface FoldedWords {
  readonly hashes: readonly number[];
  /** Whether each begins with a capital, as names do. */
  readonly capitals: readonly boolean[];
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

const HYPHENS: ReadonlySet<number> = new Set([0x2d, 0x2010, 0x2011]);
const LINE = 0x0a;
const COMMA = 0x2c;
const codeOf = (letter: string): number => letter.charCodeAt(0);
const [C, E, O, R] = [codeOf('c'), codeOf('e'), codeOf('o'), codeOf('r')];
const [S, T, U, Z] = [codeOf('s'), codeOf('t'), codeOf('u'), codeOf('z')];

const OTHER = 1;
const SMALL = 2;
const CAPITAL = 3;
const DIGIT = 4;

/** What each UTF-16 unit is, found out when it first comes. Halves of a pair are no letters. */
const classes = new Uint8Array(0x10000);

const findClass = (code: number): number => {
  const char = String.fromCharCode(code);
  const found = /\p{Lu}/u.test(char) ? CAPITAL : /\p{L}/u.test(char) ? SMALL : /\p{N}/u.test(char) ? DIGIT : OTHER;
  classes[code] = found;
  return found;
};

/** `NaN`, behind the text's end, is no letter. */
const classOf = (code: number): number => classes[code] || (Number.isNaN(code) ? OTHER : findClass(code));

const isLetter = (code: number): boolean => {
  const found = classOf(code);
  return found === SMALL || found === CAPITAL;
};

const lower = (code: number): number => {
  if (classOf(code) !== CAPITAL) return code;
  return code < 0x80 ? code | 0x20 : String.fromCharCode(code).toLowerCase().charCodeAt(0);
};

/** Where a word goes on behind a hyphen, also one at a line's end, or a thousands' comma; -1 where it ends. */
const goesOn = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code === COMMA)
    return classOf(text.charCodeAt(at - 1)) === DIGIT && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) ? at + 1 : -1;
  if (!HYPHENS.has(code) || !isLetter(text.charCodeAt(at - 1))) return -1;
  const next = text.charCodeAt(at + 1);
  if (isLetter(next)) return at + 1;
  return next === LINE && classOf(text.charCodeAt(at + 2)) === SMALL ? at + 2 : -1;
};

const add = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME);

interface Word {
  readonly hash: number;
  readonly end: number;
}

const foldWord = (text: string, start: number): Word => {
  let hash = SEED;
  let before = 0;
  let at = start;
  for (;;) {
    const code = lower(text.charCodeAt(at));
    const next = lower(text.charCodeAt(at + 1));
    // "travelled" and "traveled"; "colour" and "color".
    const silent = (code === before && classOf(code) !== DIGIT) || (code === U && before === O && next === R);
    if (code === R && before === T && next === E && endsAt(text, at + 2)) {
      // "centre" and "center", "metres" and "meters": the two letters change places.
      hash = add(add(hash, E), R);
      at += 1;
    } else if (!silent) {
      // "organize" and "organise"; "defence" and "defense".
      hash = add(hash, code === Z || (code === C && next === E) ? S : code);
    }
    before = code;
    at += 1;
    if (classOf(text.charCodeAt(at)) !== OTHER) continue;
    const on = goesOn(text, at);
    if (on < 0) return { hash: hash >>> 0, end: at };
    at = on;
  }
};

/** The word ends here, or behind a plural's s. */
const endsAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (classOf(code) === OTHER) return true;
  return lower(code) === S && classOf(text.charCodeAt(at + 1)) === OTHER;
};

// Nearly every report is of these alone: plain letters and the usual quotation marks and dashes.
const PLAIN = /^[\n\x20-\x7e\u2010-\u2027]*$/;

/** Marks over letters come off; ligatures and letters of full width become plain ones. */
const plain = (text: string): string => (PLAIN.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, ''));

export const foldWords = (written: string): FoldedWords => {
  const text = plain(written);
  const hashes: number[] = [];
  const capitals: boolean[] = [];
  for (let at = 0; at < text.length; at++) {
    const found = classOf(text.charCodeAt(at));
    if (found === OTHER) continue;
    const { hash, end } = foldWord(text, at);
    hashes.push(hash);
    capitals.push(found === CAPITAL);
    at = end;
  }
  return { hashes, capitals };
};
