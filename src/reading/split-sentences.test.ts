import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedReport } from '../../test/invented-report.ts';
import type { Span } from '../model/text.ts';
import { loadTheatre } from '../theatre/load.ts';
import type { Sentence } from './marks.ts';
import { emptyDraft } from './read.ts';
import { splitSentences } from './split-sentences.ts';

const theatre = loadTheatre('tiny');

const sentencesOf = (text: string): readonly Sentence[] =>
  splitSentences(emptyDraft(inventedReport(text, '2021-03-17'), theatre)).sentences;

const wordsOf = (text: string): readonly string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('splitting a report into sentences', () => {
  it('ends a sentence at its stop and not at an abbreviation', () => {
    expect(wordsOf('Gen. Marsh left Garth. E. Crane stayed in the U.S. base. It rained.')).toEqual([
      'Gen. Marsh left Garth.',
      'E. Crane stayed in the U.S. base.',
      'It rained.',
    ]);
  });

  it('keeps a hard-wrapped line with the next', () => {
    const text =
      'A great many people in the market town of Ashford saw at least four\nsoldiers leave the police house.';
    expect(wordsOf(text)).toEqual([text]);
  });

  it('takes a short line without a stop for a heading of its own', () => {
    expect(sentencesOf('Reds take Garth\n\nThe Reds took Garth on Monday.').map(({ heading }) => heading)).toEqual([
      true,
      false,
    ]);
  });

  it('marks the words inside quotation marks', () => {
    const [sentence] = sentencesOf('He said "we left the town" on Monday.');
    expect(sentence?.tokens.filter(({ quoted }) => quoted).map(({ word }) => word)).toEqual([
      'we',
      'left',
      'the',
      'town',
    ]);
  });

  it('does not take an apostrophe for a quotation mark', () => {
    const [sentence] = sentencesOf("The Reds' men didn't leave Ashford's mill.");
    expect(sentence?.tokens.some(({ quoted }) => quoted)).toBe(false);
  });

  it('leaves no letter outside its words, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const tokens = sentencesOf(text).flatMap((sentence) => sentence.tokens);
        const written = ({ start, end }: Span): string => text.slice(start, end);
        // A dash may be typed as two hyphens, or as a low line.
        for (const token of tokens)
          expect(token.text === '—' && /^(?:-+|_)$/.test(written(token)) ? '—' : written(token)).toBe(token.text);
        // Marks around a few words may go (see scare-quotes.ts); letters and numbers never do.
        const spoken = (words: string): string => words.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
        expect(spoken(tokens.map((token) => token.text).join(''))).toBe(spoken(text));
      }),
      { examples: [['A -- B'], ['--'], ["''A''"]] },
    );
  });
});
