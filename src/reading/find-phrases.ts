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

const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = "(?:['’]s|s['’]|s|es)?(?![\\p{L}\\p{N}])";

/** Lists are constants of a lexicon, so each is compiled once. */
const compiled = new WeakMap<readonly string[], RegExp>();

const patternOf = (phrases: readonly string[]): RegExp => {
  const known = compiled.get(phrases);
  if (known) return known;
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length).map(toPattern);
  const pattern = new RegExp(`${BEFORE}(${longestFirst.join('|') || '(?!)'})${AFTER}`, 'giu');
  compiled.set(phrases, pattern);
  return pattern;
};

/** Every place where one of the phrases stands. */
export const findPhrases = (text: string, phrases: readonly string[]): readonly PhraseMatch[] =>
  [...text.matchAll(patternOf(phrases))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    phrase: (match[1] ?? '').toLowerCase(),
  }));

export const hasPhrase = (text: string, phrases: readonly string[]): boolean => text.search(patternOf(phrases)) >= 0;
