// Finds the words of a lexicon list in a text: whole words, any case, plural or possessive allowed.
// Invariant: matches come in text order, the longest at each place, and never overlap.
import type { Span } from '../model/text.ts';

export interface PhraseMatch extends Span {
  /** As it stands in the lexicon. */
  readonly phrase: string;
}

const toPattern = (word: string): string =>
  word
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/['’]/g, "['’]");

const AFTER = "(?:['’]s|s['’]|s|es)?(?![\\p{L}\\p{N}])";
const WORD = /[\p{L}\p{N}]+/gu;

/** Phrases by their first word: at a word of the text only those that begin with it are tried, the longest first. */
type Index = ReadonlyMap<string, RegExp>;

const firstWord = (phrase: string): string => /^[\p{L}\p{N}]+/u.exec(phrase)?.[0].toLowerCase() ?? '';

/** Lists are constants of a lexicon, so each is indexed once. */
const indexes = new WeakMap<readonly string[], Index>();

const indexOf = (phrases: readonly string[]): Index => {
  const known = indexes.get(phrases);
  if (known) return known;
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const made = new Map(
    [...Map.groupBy(longestFirst, firstWord)].map(([word, found]) => [
      word,
      new RegExp(`(${found.map(toPattern).join('|')})${AFTER}`, 'iuy'),
    ]),
  );
  indexes.set(phrases, made);
  return made;
};

/** A word may be the plural of a phrase of one word: "officials", "marshes". */
const formsOf = (word: string): readonly string[] => [
  word,
  ...(word.endsWith('s') ? [word.slice(0, -1)] : []),
  ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
];

const matchAt = (text: string, index: Index, { 0: word, index: start }: RegExpExecArray): PhraseMatch | null => {
  let best: PhraseMatch | null = null;
  for (const form of formsOf(word.toLowerCase())) {
    const pattern = index.get(form);
    if (pattern === undefined) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const phrase = (match?.[1] ?? '').toLowerCase();
    if (match !== null && phrase.length > (best?.phrase.length ?? 0))
      best = { start, end: start + match[0].length, phrase };
  }
  return best;
};

/** Every place where one of the phrases stands. */
export const findPhrases = (text: string, phrases: readonly string[]): readonly PhraseMatch[] => {
  const index = indexOf(phrases);
  const found: PhraseMatch[] = [];
  let end = 0;
  for (const word of text.matchAll(WORD)) {
    const match = word.index < end ? null : matchAt(text, index, word);
    if (match === null) continue;
    found.push(match);
    end = match.end;
  }
  return found;
};

export const hasPhrase = (text: string, phrases: readonly string[]): boolean => {
  const index = indexOf(phrases);
  for (const word of text.matchAll(WORD)) if (matchAt(text, index, word) !== null) return true;
  return false;
};
