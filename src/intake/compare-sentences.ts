// Shared material, sentence by sentence: what recurs in another report, and what it lacks.
// Invariant: a sentence recurs where most of its words stand in one sentence of the other, whatever was cut around them.
import { type Body, type Sentence, sentencesOf } from './sentences.ts';

const RECURS = 0.8;
/** A sentence that is found inside one of more than twice its length was not taken over, its words are merely there. */
const LONGEST_RATIO = 2.2;

/** Where the words of a report's sentences stand. */
interface Index {
  /** Of each word, by turns: a sentence's number and how often it is there. */
  readonly words: ReadonlyMap<number, readonly number[]>;
  /** Of each whole sentence, where it first stands. */
  readonly whole: ReadonlyMap<number, number>;
}

const indexes = new WeakMap<readonly Sentence[], Index>();

const makeIndex = (sentences: readonly Sentence[]): Index => {
  const words = new Map<number, number[]>();
  const whole = new Map<number, number>();
  for (const [at, sentence] of sentences.entries()) {
    if (!whole.has(sentence.key)) whole.set(sentence.key, at);
    for (const word of sentence.words) {
      const places = words.get(word) ?? [];
      if (places.at(-2) === at) places.push((places.pop() ?? 0) + 1);
      else places.push(at, 1);
      words.set(word, places);
    }
  }
  return { words, whole };
};

/** One report is compared with many others. */
const indexOf = (sentences: readonly Sentence[]): Index => {
  const known = indexes.get(sentences) ?? makeIndex(sentences);
  indexes.set(sentences, known);
  return known;
};

const countWords = (words: readonly number[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** How many of a sentence's words stand in each of so many sentences, each word as often as it is there. */
const sharedWith = ({ words }: Sentence, index: Index, count: number): Uint16Array => {
  const shared = new Uint16Array(count);
  for (const [word, times] of countWords(words)) {
    const places = index.words.get(word) ?? [];
    for (let i = 0; i < places.length; i += 2) {
      const at = places[i] ?? 0;
      shared[at] = (shared[at] ?? 0) + Math.min(times, places[i + 1] ?? 0);
    }
  }
  return shared;
};

/** In which sentences it recurs, the likest first; where it stands as it is, in that one. */
const recurrencesOf = (sentence: Sentence, others: readonly Sentence[]): readonly number[] => {
  const index = indexOf(others);
  const same = index.whole.get(sentence.key);
  if (same !== undefined) return [same];
  const { length } = sentence.words;
  const shared = sharedWith(sentence, index, others.length);
  const found: number[] = [];
  for (const [at, words] of shared.entries())
    if (words >= length * RECURS && (others[at]?.words.length ?? 0) <= length * LONGEST_RATIO) found.push(at);
  return found.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b);
};

/** Two reports' sentences, and of each of the shorter's the one of the fuller in which it recurs (null: in none). */
export interface Comparison {
  readonly shorter: readonly Sentence[];
  readonly fuller: readonly Sentence[];
  readonly recurs: readonly (number | null)[];
}

export const compareSentences = (shorter: Body, fuller: Body): Comparison => {
  const [few, many] = [sentencesOf(shorter), sentencesOf(fuller)];
  return { shorter: few, fuller: many, recurs: few.map((sentence) => recurrencesOf(sentence, many)[0] ?? null) };
};

/** Sentences of the fuller report that the shorter one has dropped. */
export const missingSentences = (fuller: Body, shorter: Body): readonly string[] => {
  const [few, many] = [sentencesOf(shorter), sentencesOf(fuller)];
  const shortened = new Set(few.flatMap((sentence) => recurrencesOf(sentence, many)));
  return many
    .filter((sentence, at) => !shortened.has(at) && recurrencesOf(sentence, few).length === 0)
    .map(({ text }) => text);
};
