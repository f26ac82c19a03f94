// Finds known names in running text, longest first, at word borders, capitalised; never two over the same words.
// Invariant: what is found is text.slice(start, end), in text order; the text is walked once.
import { foldName, foldWord } from './fold-name.ts';

/** What a found name stands for: an id, or null for a name that is known to be no place (a person, an outlet, a side). */
export type NameTarget = string | null;

interface Branch {
  readonly next: Map<string, Branch>;
  readonly targets: NameTarget[];
}

export interface NameTree {
  readonly root: Branch;
  /** A word that joins the parts of a name, in each of its forms, to the form that stands for all. */
  readonly joints: ReadonlyMap<string, string>;
}

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

const below = (at: Branch, word: string): Branch => {
  const known = at.next.get(word);
  if (known !== undefined) return known;
  const fresh = branch();
  at.next.set(word, fresh);
  return fresh;
};

/** A tree of folded words, one level a word; joining words are kept in one form. */
export const buildNameTree = (
  names: Iterable<readonly [name: string, target: NameTarget]>,
  joints: ReadonlyMap<string, string>,
): NameTree => {
  const root = branch();
  for (const [name, target] of names) {
    const words = foldName(name).split(' ');
    const end = words.reduce((at, word, depth) => below(at, depth === 0 ? word : (joints.get(word) ?? word)), root);
    if (words[0] !== '' && !end.targets.includes(target)) end.targets.push(target);
  }
  return { root, joints };
};

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isPlainLetter = (code: number): boolean => (code >= 97 && code <= 122) || isCapital(code);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const UPPER = /\p{Lu}/u;
const APOSTROPHES = "'’‘ʼʻʿʾ`´";

// Plain letters are told by their code: the text is mostly that, and a regular expression a letter costs ten times more.
const isLetter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code < 128 ? isPlainLetter(code) || isDigit(code) : LETTER.test(text[at] ?? '');
};

/** No name has a longer word; a text of one endless word must not be walked again from each of its letters. */
const LONGEST_WORD = 64;

/** Where the word that starts here ends; an apostrophe inside it ("Qal'a") is a part of it. */
const endOfWord = (text: string, start: number): number => {
  const last = Math.min(text.length, start + LONGEST_WORD);
  let at = start;
  while (at < last)
    if (isLetter(text, at)) at++;
    else if (at > start && APOSTROPHES.includes(text[at] ?? '') && isLetter(text, at + 1)) at += 2;
    else break;
  return at;
};

/** The word that starts exactly here, as it stands and, where it has a possessive `'s`, without it. */
const wordsAt = (text: string, start: number): readonly Word[] => {
  const end = endOfWord(text, start);
  if (end === start) return [];
  const word = { end, folded: foldWord(text.slice(start, end)) };
  const possessive = end - start > 2 && /^['’`´]s$/i.test(text.slice(end - 2, end));
  return possessive ? [word, { end: end - 2, folded: foldWord(text.slice(start, end - 2)) }] : [word];
};

/** Where the next word of one name may begin: after a hyphen or dash, blanks with at most one line break, "No. 2", an apostrophe. */
const afterGap = (text: string, end: number): number => {
  let at = end;
  if ('-‐‑–'.includes(text[at] ?? ' ')) at++;
  else if (text[at] === '.' && !isLetter(text, at - 3)) at++;
  while (text[at] === ' ' || text[at] === '\u00a0') at++;
  if (text[at] === '\n') at++;
  while (text[at] === ' ') at++;
  // "Nad ‘Ali": an apostrophe may open a word of a name.
  return APOSTROPHES.includes(text[at] ?? ' ') && isLetter(text, at + 1) ? at + 1 : at;
};

const wordsAfter = (text: string, end: number): readonly Word[] => {
  const start = afterGap(text, end);
  return start === end ? [] : wordsAt(text, start);
};

const stepFrom = (
  at: Branch,
  words: readonly Word[],
  joints: NameTree['joints'],
): { end: number; next: Branch } | null => {
  for (const { end, folded } of words) {
    const next = at.next.get(folded) ?? at.next.get(joints.get(folded) ?? folded);
    if (next !== undefined) return { end, next };
  }
  return null;
};

const longestFrom = ({ root, joints }: NameTree, text: string, start: number): FoundName | null => {
  let found: FoundName | null = null;
  let step = stepFrom(root, wordsAt(text, start), joints);
  while (step !== null) {
    const { end, next }: { end: number; next: Branch } = step;
    if (next.targets.length > 0) found = { start, end, targets: next.targets };
    step = next.next.size === 0 ? null : stepFrom(next, wordsAfter(text, end), joints);
  }
  return found;
};

const mayBegin = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  // 0x2000–0x206F are dashes and quotation marks, by far the most common characters beyond the plain ones.
  if (code >= 128 && (code < 0xc0 || (code >= 0x2000 && code <= 0x206f) || !UPPER.test(text[at] ?? ''))) return false;
  return !(code < 128 && !isCapital(code) && !isDigit(code)) && (at === 0 || !isLetter(text, at - 1));
};

/** The next place at or after `from` where a capitalised word or a number begins, or -1. */
const nextBeginning = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) if (mayBegin(text, at)) return at;
  return -1;
};

/** The longest name that begins exactly here, where one may begin; else null. */
export const nameFrom = (tree: NameTree, text: string, at: number): FoundName | null =>
  mayBegin(text, at) ? longestFrom(tree, text, at) : null;

/** All names of the tree in the text, longest first from each capitalised word on. */
export const scanNames = (tree: NameTree, text: string): FoundName[] => {
  const found: FoundName[] = [];
  for (let at = nextBeginning(text, 0); at !== -1; ) {
    const name = longestFrom(tree, text, at);
    if (name !== null) found.push(name);
    at = nextBeginning(text, name?.end ?? at + 1);
  }
  return found;
};
