import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, sentenceAround } from './sentence.ts';

const spanOf = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const around = (text: string, words: string) => {
  const { start, end } = sentenceAround(text, spanOf(text, words));
  return text.slice(start, end);
};

describe('the sentence around a quote', () => {
  const text =
    'Reds in Ashford\n\nThe office spoke on Monday. Gen. A. Hale said the town "is ours." It was quiet. Nobody asked';

  it('is the one sentence that holds it', () => {
    expect(around(text, 'was quiet')).toBe('It was quiet.');
    expect(around(text, 'spoke')).toBe('The office spoke on Monday.');
  });

  it('does not end at a title or an initial', () => {
    expect(around(text, 'the town')).toBe('Gen. A. Hale said the town "is ours."');
  });

  it('does not run over a line break', () => {
    expect(around(text, 'Ashford')).toBe('Reds in Ashford');
  });

  it('covers every sentence of a long quote, and the unfinished last one', () => {
    expect(around(text, 'quiet. Nobody')).toBe('It was quiet. Nobody asked');
  });

  it('always holds the quote where that is text', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: fc.constantFrom('a', 'B', '.', ' ', '\n', '"') }),
        fc.nat(),
        (made, at) => {
          const words = `${made}z`;
          const start = at % words.length;
          const quote = { start, end: words.length };
          const found = sentenceAround(words, quote);
          return found.start <= quote.start && found.end >= quote.end;
        },
      ),
    );
  });
});

describe('marking', () => {
  it('keeps every character, in order', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (text, pairs) => {
        const marks = pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
        const pieces = piecesOf(text, { start: 0, end: text.length }, marks);
        return pieces.map((piece) => piece.text).join('') === text;
      }),
    );
  });

  it('marks the quoted words and nothing else', () => {
    expect(piecesOf('they hold it now', { start: 0, end: 16 }, [{ start: 5, end: 12 }])).toEqual([
      { text: 'they ', marked: false },
      { text: 'hold it', marked: true },
      { text: ' now', marked: false },
    ]);
  });
});
