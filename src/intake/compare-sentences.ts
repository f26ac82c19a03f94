// Shared material, sentence by sentence: what recurs in another report, and what it lacks.
// Invariant: a party's quoted words and an agency's closing background recur in unrelated reports, and count for nothing here.
import type { Report } from '../model/report.ts';
import { wordsOf } from './shingles.ts';

type Body = Pick<Report, 'text' | 'bodyStart'>;

interface Sentence {
  readonly text: string;
  readonly words: readonly string[];
}

const RECURS = 0.8;
const FEWEST_WORDS = 6;
/** A sentence that is found inside one of more than twice its length was not taken over, its words are merely there. */
const LONGEST_RATIO = 2.2;

const sentencesOf = ({ text, bodyStart }: Body): readonly Sentence[] =>
  text
    .slice(bodyStart)
    .split(/\n\n|\n(?=\p{Lu})|(?<=[.!?]["'”’)]*) +(?=["'“‘(]?\p{Lu})/u)
    .map((sentence) => ({ text: sentence.trim(), words: wordsOf(sentence) }))
    .filter(({ words }) => words.length >= FEWEST_WORDS);

/** Share of a sentence's words that stand in another, each word as often as it is there. */
const shareIn = (sentence: Sentence, other: Sentence): number => {
  if (other.words.length > sentence.words.length * LONGEST_RATIO) return 0;
  const left = new Map<string, number>();
  for (const word of other.words) left.set(word, (left.get(word) ?? 0) + 1);
  const found = sentence.words.filter((word) => {
    const rest = left.get(word) ?? 0;
    left.set(word, rest - 1);
    return rest > 0;
  });
  return found.length / sentence.words.length;
};

const recursIn = (sentence: Sentence, others: readonly Sentence[]): boolean =>
  others.some((other) => shareIn(sentence, other) >= RECURS);

/** At least half of it stands between quotation marks. */
const isQuoted = ({ text }: Sentence): boolean => {
  const quoted = text.match(/["“][^"”]{12,}["”]?/g) ?? [];
  return quoted.join('').length * 2 >= text.length;
};

/**
 * Share of the shorter report's sentences that recur in the fuller one (each by 0.8 of its words). 0 where only the second half
 * of the shorter recurs: that is background which an agency appends to one story after another.
 */
export const compareSentences = (shorter: Body, fuller: Body): number => {
  const sentences = sentencesOf(shorter);
  const others = sentencesOf(fuller);
  const recurring = sentences.map((sentence) => !isQuoted(sentence) && recursIn(sentence, others));
  const inFirstHalf = recurring.slice(0, Math.ceil(sentences.length / 2)).some(Boolean);
  return inFirstHalf ? recurring.filter(Boolean).length / sentences.length : 0;
};

/** Sentences of the fuller report that the shorter one has dropped. */
export const missingSentences = (fuller: Body, shorter: Body): readonly string[] => {
  const kept = sentencesOf(shorter);
  return sentencesOf(fuller)
    .filter((sentence) => !recursIn(sentence, kept) && !kept.some((other) => shareIn(other, sentence) >= RECURS))
    .map(({ text }) => text);
};
