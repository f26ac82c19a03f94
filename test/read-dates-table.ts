// Tables of sentences and the dates that are read of them: one row "sentence → dates" each.
import { describe, expect, test } from 'vitest';
import { readDates } from './read-dates.ts';

const table = (rows: string): readonly (readonly [string, string])[] =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [sentence = '', read = ''] = row.split('→');
      return [sentence.trim(), read.trim()];
    });

/** A block of tests under a title, one for each row. */
export const reads = (title: string, rows: string): void => {
  describe(title, () => {
    test.each(table(rows))('%s → %s', (sentence, read) => expect(readDates(sentence)).toBe(read));
  });
};
