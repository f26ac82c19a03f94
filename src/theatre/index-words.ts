// What a lexicon knows of a word, in one entry: the lists that it stands in, those with a phrase that it begins, its values.
// Invariant: an index that another is laid over is never changed.
import type { Lexicon } from '../model/lexicon.ts';

export type Lists = ReadonlyMap<string, ReadonlySet<string>>;
export type Maps = ReadonlyMap<string, ReadonlyMap<string, string>>;

const firstWord = (phrase: string): string => {
  const end = phrase.indexOf(' ');
  return end < 0 ? phrase : phrase.slice(0, end);
};

/** All that is known of a word. */
export interface WordEntry {
  lists: Set<string> | undefined;
  starts: Set<string> | undefined;
  values: Map<string, string> | undefined;
}

/** Most words are in one list alone: they share its set, for thirty thousand sets of one name are slow to make and to keep. */
const joinSets = (): ((known: Set<string> | undefined, name: string) => Set<string>) => {
  const alone = new Map<string, Set<string>>();
  return (known, name) => {
    // A set of one is shared; one of more is the word's own.
    if (known !== undefined && known.size > 1) return known.add(name);
    if (known !== undefined) return known.has(name) ? known : new Set([...known, name]);
    const own = alone.get(name) ?? new Set([name]);
    alone.set(name, own);
    return own;
  };
};

const NOTHING_KNOWN: WordEntry = { lists: undefined, starts: undefined, values: undefined };

/** An entry that more may be added to, without what it was before being changed. */
const entryAbove = ({ lists, starts, values }: WordEntry): WordEntry => ({
  lists: lists && new Set(lists),
  starts: starts && new Set(starts),
  values: values && new Map(values),
});

/** All that the lists and maps tell of each word, over what was known of it before. */
export const indexWords = (lists: Lists, maps: Maps, before: WordIndex): WordIndex => {
  const index = new Map<string, WordEntry>();
  const entryOf = (word: string): WordEntry => {
    const entry = index.get(word) ?? entryAbove(before(word) ?? NOTHING_KNOWN);
    index.set(word, entry);
    return entry;
  };
  const joined = joinSets();
  const start = (phrase: string, name: string): void => {
    const entry = entryOf(firstWord(phrase));
    entry.starts = joined(entry.starts, name);
  };
  for (const [name, words] of lists)
    for (const word of words) {
      const entry = entryOf(word);
      entry.lists = joined(entry.lists, name);
      start(word, name);
    }
  for (const [name, map] of maps)
    for (const [word, value] of map) {
      const entry = entryOf(word);
      entry.values = (entry.values ?? new Map()).set(name, value);
      start(word, name);
    }
  return (word) => index.get(word) ?? before(word);
};

/** What is known of a word; undefined where nothing is. */
export type WordIndex = (word: string) => WordEntry | undefined;

type Lookup = Pick<Lexicon, 'has' | 'listsOf' | 'startsOf' | 'look'>;

/** So many words that were asked about lately stay at hand. */
const AT_HAND = 8192;

/** Where a word stays: by its length and its first and last letters. */
const placeAtHand = (word: string): number => {
  const last = word.length - 1;
  if (last < 0) return 0;
  const letters = word.charCodeAt(0) * 31 + word.charCodeAt(last) * 7 + word.charCodeAt(last >> 1);
  return (letters * 31 + last) & (AT_HAND - 1);
};

/** One word is asked about many times in a row, and the words of a sentence by many rules: they are looked up once. */
export const lookUp = (index: WordIndex): Lookup => {
  let last = '';
  let found = index(last) ?? NOTHING_KNOWN;
  const words: string[] = new Array(AT_HAND).fill(last);
  const entries: WordEntry[] = new Array(AT_HAND).fill(found);
  const turnTo = (word: string): void => {
    const at = placeAtHand(word);
    if (words[at] !== word) {
      words[at] = word;
      entries[at] = index(word) ?? NOTHING_KNOWN;
    }
    last = word;
    found = entries[at] ?? NOTHING_KNOWN;
  };
  return {
    has: (name, word) => {
      if (word !== last) turnTo(word);
      return found.lists?.has(name) === true;
    },
    listsOf: (word) => {
      if (word !== last) turnTo(word);
      return found.lists;
    },
    startsOf: (word) => {
      if (word !== last) turnTo(word);
      return found.starts;
    },
    look: (name, word) => {
      if (word !== last) turnTo(word);
      return found.values?.get(name) ?? null;
    },
  };
};
