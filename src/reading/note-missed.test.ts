import { describe, expect, test } from 'vitest';
import { inventedReport } from '../../test/invented-report.ts';
import { loadTheatre } from '../theatre/load.ts';
import { read } from './read.ts';

const theatre = loadTheatre('tiny');
const codesOf = (text: string): readonly string[] =>
  read(inventedReport(text, '2021-03-17'), theatre).notes.map(({ code }) => code.replace('not-understood-', ''));

describe('a sentence with a place and a word of holding that makes no record', () => {
  test.each([
    ['condition', 'If the Reds capture Ashford, the road is open.'],
    ['question', 'Have the Reds captured Ashford?'],
    ['nobody-fights', 'A storm captured Ashford in the eyes of the painter.'],
    ['no-rule', 'Ashford was about capture and recapture, he said.'],
    ['not-a-deed', 'The Reds should capture Ashford, he wrote.'],
  ])('is noted, with the reason: %s', (code, sentence) => {
    expect(codesOf(sentence)).toEqual([code]);
  });

  test.each([
    'The Reds captured Ashford on Monday.',
    'The market in Ashford was full on Monday.',
    'The Reds captured hearts.',
  ])('is not noted where it is recorded, or has no such word, or names no place: %s', (sentence) => {
    expect(codesOf(sentence)).toEqual([]);
  });

  test('is noted by its own span', () => {
    const text = 'The Reds captured Garth. If the Reds capture Ashford, the road is open.';
    const [note] = read(inventedReport(text, '2021-03-17'), theatre).notes;
    expect(text.slice(note?.span?.start, note?.span?.end)).toBe('If the Reds capture Ashford, the road is open.');
  });
});
