// The form of a slot reader: words and a place among them in, what stands there and where it ends out.
import type { Values } from './date-values.ts';
import type { DateVocabulary } from './date-vocabulary.ts';
import type { DateWord } from './date-words.ts';

export interface SlotRead {
  /** Index of the word behind it. */
  readonly to: number;
  readonly values: Values;
}

export interface SlotGround {
  readonly words: readonly DateWord[];
  readonly vocabulary: DateVocabulary;
}

/** A number in words, and the word behind it. */
export interface WordsRead {
  readonly to: number;
  readonly value: number;
}

export type SlotReader = (ground: SlotGround, at: number) => SlotRead | null;

/** Two figures of a year: up to 39 of this century. */
export const fullYear = (value: number): number => {
  if (value >= 100) return value;
  return value < 40 ? 2000 + value : 1900 + value;
};
