import { describe, expect, it } from 'vitest';
import { withoutScareQuotes } from './scare-quotes.ts';
import { splitWords } from './split-words.ts';

const wordsOf = (text: string, heading: boolean): string =>
  withoutScareQuotes(splitWords(text, { start: 0, end: text.length }), heading)
    .map((token) => token.text)
    .join(' ');

describe('withoutScareQuotes', () => {
  it.each([
    ["Reds 'seize' key town", true, 'Reds seize key town'],
    ["Army 'in full control' of Garth", true, 'Army in full control of Garth'],
    ['The Reds have “liberated” the town.', false, 'The Reds have liberated the town .'],
  ])('takes the marks from %s', (text, heading, words) => {
    expect(wordsOf(text, heading)).toBe(words);
  });

  it.each([
    ["'Garth is lost': officer flees", true],
    ['He said: “We hold the whole of the town and all its roads.”', false],
    ['The "GPR" holds Garth.', false],
  ])('leaves %s as it is', (text, heading) => {
    expect(wordsOf(text, heading)).toBe(
      splitWords(text, { start: 0, end: text.length })
        .map((token) => token.text)
        .join(' '),
    );
  });
});
