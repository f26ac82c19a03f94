// Finds the words of a lexicon list in a text: whole words, any case, plural or possessive allowed.
// Invariant: matches come in text order, the longest at each place, and never overlap.
import type { Span } from '../model/text.ts';
import { cutWords, type TextWords } from './text-words.ts';

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

/** Phrases by their first word: at a word of the text only those that begin with it are tried, the longest first. */
interface Index {
  /** Made when the first word is first met: most are never met in a run over a few reports. */
  readonly patterns: Map<string, RegExp>;
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  /** Its number among the lists that never change; -1 for another. */
  readonly number: number;
}

const firstWord = (phrase: string): string => /^[\p{L}\p{N}]+/u.exec(phrase)?.[0].toLowerCase() ?? '';

/** Lists are constants of a lexicon, so each is indexed once. */
const indexes = new WeakMap<readonly string[], Index>();

/** By first word: the numbers of the frozen lists that have a phrase with it. Others may come with each report. */
const listsOf = new Map<string, number[]>();
let lists = 0;

const numberFor = (phrases: readonly string[], words: Iterable<string>): number => {
  if (!Object.isFrozen(phrases)) return -1;
  for (const word of words) {
    const known = listsOf.get(word);
    if (known === undefined) listsOf.set(word, [lists]);
    else known.push(lists);
  }
  return lists++;
};

const indexOf = (phrases: readonly string[]): Index => {
  const known = indexes.get(phrases);
  if (known) return known;
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const byFirst = Map.groupBy(longestFirst, firstWord);
  const made = { patterns: new Map(), byFirst, number: numberFor(phrases, byFirst.keys()) };
  indexes.set(phrases, made);
  return made;
};

const patternFor = ({ patterns, byFirst }: Index, word: string): RegExp | undefined => {
  const known = patterns.get(word);
  const phrases = known === undefined ? byFirst.get(word) : undefined;
  if (phrases === undefined) return known;
  const made = new RegExp(`(${phrases.map(toPattern).join('|')})${AFTER}`, 'iuy');
  patterns.set(word, made);
  return made;
};

/** A word may be the plural of a phrase of one word: "officials", "marshes". */
const formsOf = (word: string): readonly string[] => {
  if (!word.endsWith('s')) return [word];
  return word.endsWith('es') ? [word, word.slice(0, -1), word.slice(0, -2)] : [word, word.slice(0, -1)];
};

interface Looked extends TextWords {
  readonly text: string;
  /** For each list known when the text was cut: 1 where one of its phrases may begin in the text. */
  readonly mayHold: Uint8Array;
}

const look = (text: string): Looked => {
  const cut = cutWords(text);
  const mayHold = new Uint8Array(lists);
  for (const word of cut.words)
    for (const form of formsOf(word)) for (const number of listsOf.get(form) ?? []) mayHold[number] = 1;
  return { text, ...cut, mayHold };
};

/** The texts looked at last: many lists are looked for in one text before the next comes. */
const recent = new Map<string, Looked>();
const RECENT = 32;

const lookAt = (text: string): Looked => {
  const known = recent.get(text);
  if (known !== undefined) return known;
  if (recent.size >= RECENT) recent.clear();
  const looked = look(text);
  recent.set(text, looked);
  return looked;
};

const matchAt = ({ text, starts, words }: Looked, index: Index, at: number): PhraseMatch | null => {
  const start = starts[at] ?? 0;
  let best: PhraseMatch | null = null;
  for (const form of formsOf(words[at] ?? '')) {
    const pattern = patternFor(index, form);
    if (pattern === undefined) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const phrase = (match?.[1] ?? '').toLowerCase();
    if (match !== null && phrase.length > (best?.phrase.length ?? 0))
      best = { start, end: start + match[0].length, phrase };
  }
  return best;
};

/** False where no word of the text begins a phrase of the list. */
const mayHold = ({ mayHold: known }: Looked, { number }: Index): boolean => known[number] !== 0;

const NONE: readonly PhraseMatch[] = [];

/** Every place where one of the phrases stands. */
export const findPhrases = (text: string, phrases: readonly string[]): readonly PhraseMatch[] => {
  const index = indexOf(phrases);
  const looked = lookAt(text);
  if (!mayHold(looked, index)) return NONE;
  const found: PhraseMatch[] = [];
  let end = 0;
  for (let at = 0; at < looked.words.length; at++) {
    const match = (looked.starts[at] ?? 0) < end ? null : matchAt(looked, index, at);
    if (match === null) continue;
    found.push(match);
    end = match.end;
  }
  return found;
};

export const hasPhrase = (text: string, phrases: readonly string[]): boolean => {
  const index = indexOf(phrases);
  const looked = lookAt(text);
  return mayHold(looked, index) && looked.words.some((_, at) => matchAt(looked, index, at) !== null);
};
