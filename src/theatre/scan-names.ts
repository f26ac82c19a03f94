// Finds known names in running text, longest first, at word borders, capitalised; never two over the same words.
// Invariant: what is found is text.slice(start, end), in text order; the text is walked once.
import { foldName, foldWord } from './fold-name.ts';

/** What a found name stands for: an id, or null for a name that is known to be no place (a person, an outlet, a side). */
export type NameTarget = string | null;

interface Branch {
  readonly next: Map<string, Branch>;
  targets: NameTarget[];
}

export type NameTree = Branch;

export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly targets: readonly NameTarget[];
}

interface Word {
  readonly end: number;
  readonly folded: string;
}

const branch = (): Branch => ({ next: new Map(), targets: [] });

/** A tree of folded words, one level a word. */
export const buildNameTree = (names: Iterable<readonly [name: string, target: NameTarget]>): NameTree => {
  const root = branch();
  for (const [name, target] of names) {
    let at = root;
    for (const word of foldName(name).split(' ')) {
      let below = at.next.get(word);
      if (below === undefined) {
        below = branch();
        at.next.set(word, below);
      }
      at = below;
    }
    if (at !== root && !at.targets.includes(target)) at.targets.push(target);
  }
  return root;
};

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’‘ʼʻʿʾ`´](?=\p{L}))*/uy;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isPlainLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || isCapital(code) || (code >= 48 && code <= 57);
const UPPER = /^\p{Lu}/u;
const LETTER_BEFORE = /[\p{L}\p{N}\p{M}]$/u;

/** The word that starts exactly here, as it stands and, where it has a possessive `'s`, without it. */
const wordsAt = (text: string, start: number): readonly Word[] => {
  WORD.lastIndex = start;
  const whole = WORD.exec(text)?.[0];
  if (whole === undefined) return [];
  const word = { end: start + whole.length, folded: foldWord(whole) };
  const bare = whole.replace(/['’`´]s$/i, '');
  return bare === whole ? [word] : [word, { end: start + bare.length, folded: foldWord(bare) }];
};

// A hyphen or dash, blanks with at most one line break, or "No. 2": what may stand between the words of one name.
const BETWEEN = /(?:[-‐‑–]|(?<=\b\w{1,2})\.)?[ \t\u00a0]*\n?[ \t]*/uy;

const wordsAfter = (text: string, end: number): readonly Word[] => {
  BETWEEN.lastIndex = end;
  const gap = BETWEEN.exec(text)?.[0] ?? '';
  return gap === '' ? [] : wordsAt(text, end + gap.length);
};

const longestFrom = (tree: NameTree, text: string, start: number): FoundName | null => {
  let found: FoundName | null = null;
  let at: NameTree | undefined = tree;
  for (let words = wordsAt(text, start); at !== undefined && words.length > 0; ) {
    const branch: NameTree = at;
    const word = words.find(({ folded }) => branch.next.has(folded));
    if (word === undefined) break;
    at = branch.next.get(word.folded);
    if (at !== undefined && at.targets.length > 0) found = { start, end: word.end, targets: at.targets };
    words = at === undefined || at.next.size === 0 ? [] : wordsAfter(text, word.end);
  }
  return found;
};

/** The next place at or after `from` where a capitalised word begins, or -1. */
const nextCapital = (text: string, from: number): number => {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128 ? !isCapital(code) : !UPPER.test(text.slice(i, i + 2))) continue;
    const before = i === 0 ? 32 : text.charCodeAt(i - 1);
    if (isPlainLetter(before) || (before >= 128 && LETTER_BEFORE.test(text.slice(i - 1, i)))) continue;
    return i;
  }
  return -1;
};

/** All names of the tree in the text, longest first from each capitalised word on. */
export const scanNames = (tree: NameTree, text: string): FoundName[] => {
  const found: FoundName[] = [];
  for (let at = nextCapital(text, 0); at !== -1; ) {
    const name = longestFrom(tree, text, at);
    if (name !== null) found.push(name);
    at = nextCapital(text, name?.end ?? at + 1);
  }
  return found;
};
