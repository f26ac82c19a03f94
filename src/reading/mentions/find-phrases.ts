// Finds the words of a lexicon list in a text: whole words, any case, plural or possessive allowed.
// Invariant: matches come in text order, the longest at each place, and never overlap.
import { kept } from '../../model/keep.ts';
import type { Span } from '../../model/text.ts';
import { cutWords, type TextWords } from '../words/text-words.ts';

export interface PhraseMatch extends Span {
  /** As it stands in the lexicon. */
  readonly phrase: string;
}

/** Lower case, one kind of apostrophe, letter for letter. */
const folded = (text: string): string => {
  const lower = text.toLowerCase();
  const kept = lower.length === text.length ? lower : Array.from(text, lowerLetter).join('');
  return kept.replaceAll('’', "'");
};

/** A letter whose small form is longer stays as it is, so that places in the text hold. */
const lowerLetter = (letter: string): string => {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
};

/** What may follow a phrase as its plural or possessive, the longest first. */
const ENDINGS: readonly string[] = ["'s", "s'", 's', 'es', ''];
const WORD_GOES_ON = /[\p{L}\p{N}]/uy;

/** Phrases by their first word: at a word of the text only those that begin with it are tried, the longest first. */
interface Index {
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  /** Its number among the lists that never change; -1 for another. */
  readonly number: number;
}

const firstWord = (phrase: string): string => /^[\p{L}\p{N}]+/u.exec(phrase)?.[0].toLowerCase() ?? '';

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

/** Lists are constants of a lexicon, so each is indexed once. */
const indexOf = kept((phrases: readonly string[]): Index => {
  const longestFirst = phrases.map(folded).sort((a, b) => b.length - a.length);
  const byFirst = Map.groupBy(longestFirst, firstWord);
  return { byFirst, number: numberFor(phrases, byFirst.keys()) };
});

/** A word may be the plural of a phrase of one word: "officials", "marshes". */
const formsOf = (word: string): readonly string[] => {
  if (!word.endsWith('s')) return [word];
  return word.endsWith('es') ? [word, word.slice(0, -1), word.slice(0, -2)] : [word, word.slice(0, -1)];
};

const NONE: readonly number[] = [];

interface Looked extends TextWords {
  readonly text: string;
  readonly folded: string;
  /** True where words are parted by single spaces only. */
  readonly plain: boolean;
  /** How many lists were known when the text was cut. */
  readonly lists: number;
  /** By list: the words of the text, by their number, at which one of its phrases may begin. */
  readonly mayBegin: ReadonlyMap<number, readonly number[]>;
}

const addAll = (mayBegin: Map<number, number[]>, lists: readonly number[] | undefined, at: number): void => {
  if (lists === undefined) return;
  for (const list of lists) {
    const known = mayBegin.get(list);
    if (known === undefined) mayBegin.set(list, [at]);
    else if (known[known.length - 1] !== at) known.push(at);
  }
};

const ODD_SPACE = /\s\s|[^\S ]/;

const look = (text: string): Looked => {
  const { starts, words } = cutWords(text);
  const mayBegin = new Map<number, number[]>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    addAll(mayBegin, listsOf.get(word), at);
    if (!word.endsWith('s')) continue;
    addAll(mayBegin, listsOf.get(word.slice(0, -1)), at);
    if (word.endsWith('es')) addAll(mayBegin, listsOf.get(word.slice(0, -2)), at);
  }
  return { text, folded: folded(text), plain: !ODD_SPACE.test(text), starts, words, lists, mayBegin };
};

/** The texts looked at last: many lists are looked for in one text before the next comes. */
const recent = new Map<string, Looked>();
const RECENT = 512;

let last: Looked | null = null;

const lookAt = (text: string): Looked => {
  if (last?.text === text) return last;
  last = recent.get(text) ?? null;
  if (last !== null) return last;
  if (recent.size >= RECENT) recent.clear();
  last = look(text);
  recent.set(text, last);
  return last;
};

/** Where a phrase that begins at a place ends, whatever space parts its words; -1 where it does not stand there. */
const endOfSpaced = (text: string, start: number, phrase: string): number => {
  let at = start;
  for (const word of phrase.split(/(\s+)/)) {
    const space = /^\s/.test(word);
    const length = space ? (/^\s+/.exec(text.slice(at))?.[0].length ?? 0) : word.length;
    if (space ? length === 0 : !text.startsWith(word, at)) return -1;
    at += length;
  }
  return at;
};

/** Where a phrase and its ending end; -1 where it does not stand at the place as whole words. */
const endOf = (
  { folded, plain, text }: Looked,
  start: number,
  phrase: string,
): { bare: number; end: number } | null => {
  const stands = folded.startsWith(phrase, start);
  const bare = stands ? start + phrase.length : plain ? -1 : endOfSpaced(folded, start, phrase);
  if (bare < 0) return null;
  for (const ending of ENDINGS) {
    if (!folded.startsWith(ending, bare)) continue;
    WORD_GOES_ON.lastIndex = bare + ending.length;
    if (!WORD_GOES_ON.test(text)) return { bare, end: bare + ending.length };
  }
  return null;
};

const matchAt = (looked: Looked, { byFirst }: Index, at: number): PhraseMatch | null => {
  const start = looked.starts[at] ?? 0;
  let best: PhraseMatch | null = null;
  for (const form of formsOf(looked.words[at] ?? ''))
    for (const phrase of byFirst.get(form) ?? NO_PHRASES) {
      const found = endOf(looked, start, phrase);
      if (found === null) continue;
      // The first is the longest of this form.
      if (found.bare - start > (best?.phrase.length ?? 0))
        best = { start, end: found.end, phrase: looked.text.slice(start, found.bare).toLowerCase() };
      break;
    }
  return best;
};

const NO_PHRASES: readonly string[] = [];

/** The words at which a phrase of the list may begin: all of them where the list is not one that never changes. */
const beginnings = (looked: Looked, { number }: Index): readonly number[] =>
  number < 0 || number >= looked.lists
    ? Array.from(looked.words, (_, at) => at)
    : (looked.mayBegin.get(number) ?? NONE);

/** Most lists have no phrase that may begin at any word of a text. */
const isAbsent = ({ lists: known, mayBegin }: Looked, { number }: Index): boolean =>
  number >= 0 && number < known && !mayBegin.has(number);

const NOTHING: readonly PhraseMatch[] = [];

const findIn = (looked: Looked, index: Index): readonly PhraseMatch[] => {
  const places = beginnings(looked, index);
  if (places.length === 0) return NOTHING;
  const found: PhraseMatch[] = [];
  let end = 0;
  for (const at of places) {
    const match = (looked.starts[at] ?? 0) < end ? null : matchAt(looked, index, at);
    if (match === null) continue;
    found.push(match);
    end = match.end;
  }
  return found;
};

/** Every place where one of the phrases stands. */
export const findPhrases = (text: string, phrases: readonly string[]): readonly PhraseMatch[] =>
  phrases.length === 0 ? NOTHING : findIn(lookAt(text), indexOf(phrases));

/** Lists that are looked for together, each by what its phrases stand for. */
export type PhraseLists<For> = readonly (readonly [means: For, phrases: readonly string[]])[];

const indexesOf = kept((lists: PhraseLists<unknown>): readonly Index[] => lists.map(([, phrases]) => indexOf(phrases)));

/** Every place where a phrase of one of the lists stands, list by list. */
export const findAllPhrases = <For>(
  text: string,
  lists: PhraseLists<For>,
): readonly { readonly means: For; readonly match: PhraseMatch }[] => {
  const looked = lookAt(text);
  const found: { readonly means: For; readonly match: PhraseMatch }[] = [];
  const indexes = indexesOf(lists);
  for (let i = 0; i < indexes.length; i++) {
    const [index, means] = [indexes[i], lists[i]?.[0]];
    if (index === undefined || means === undefined || isAbsent(looked, index)) continue;
    for (const match of findIn(looked, index)) found.push({ means, match });
  }
  return found;
};

export const hasPhrase = (text: string, phrases: readonly string[]): boolean => {
  const index = indexOf(phrases);
  const looked = lookAt(text);
  for (const at of beginnings(looked, index)) if (matchAt(looked, index, at) !== null) return true;
  return false;
};
