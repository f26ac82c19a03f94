// Marks of one sentence, and the sentence at an offset, without walking through the whole report each time.
// Invariant: answers are those of a plain filter, in the same order; a list is indexed once, for it never changes.
import { kept } from '../../model/keep.ts';
import type { Draft } from '../marks.ts';

interface InSentence {
  readonly sentence: number;
}

const indexOf = kept(
  (marks: readonly InSentence[]): ReadonlyMap<number, readonly InSentence[]> =>
    Map.groupBy(marks, (mark) => mark.sentence),
);

const NONE: readonly never[] = [];

/** The marks of a list that stand in a sentence, in the list's order. */
export const inSentence = <T extends InSentence>(marks: readonly T[], sentence: number): readonly T[] => {
  return (indexOf(marks).get(sentence) ?? NONE) as readonly T[];
};

/** The marks of a sentence and of so many before it, in the list's order as long as that is the text's. */
export const inSentences = <T extends InSentence>(
  marks: readonly T[],
  { from, to }: { from: number; to: number },
): readonly T[] => {
  const found: T[] = [];
  for (let at = Math.max(0, from); at <= to; at++) found.push(...inSentence(marks, at));
  return found;
};

/** Index of the last sentence that starts at or before an offset; -1 before the first. */
export const sentenceAt = ({ sentences }: Pick<Draft, 'sentences'>, offset: number): number => {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
