// Corrections: what the report takes back of what its outlet said before, and what only sounds like it.
import { describe, expect, test } from 'vitest';
import { inventedReport } from '../../test/invented-report.ts';
import { loadTheatre } from '../theatre/load.ts';
import { read } from './read.ts';

const theatre = loadTheatre('tiny');
const reading = (text: string) => read(inventedReport(text, '2021-03-17'), theatre);

describe('a report corrects', () => {
  test.each([
    [
      'an earlier version',
      'Correction: An earlier version of this article said Garth fell on Monday.',
      'southlea/garth',
    ],
    ['a wrong report', 'An item on Sunday wrongly reported that Garth had been captured.', 'southlea/garth'],
    ['what was withdrawn', 'The earlier report that Garth had been taken is withdrawn.', 'southlea/garth'],
    ['what it takes back', 'We reported on Tuesday that Coldwell had fallen. That was wrong.', 'northmark/coldwell'],
    ['a wire', 'CORRECTS date of fall of Garth; ADDS details.', 'southlea/garth'],
    [
      'what was misheard',
      'A report yesterday said that Garth fell. The reeve gave another day. We misheard him.',
      'southlea/garth',
    ],
  ])('%s', (_, text, place) => {
    expect(reading(text).corrections.map(({ of }) => of?.place)).toEqual([place]);
  });

  test.each([
    ['the town of the dateline', 'EASTRY, March 17 (Wire 7) - Correction: Garth has not fallen, as we said before.'],
    ['where the story was written', 'In a story datelined Eastry, Wire 7 wrongly said that Garth had fallen.'],
    ['the town before a colon', 'EASTRY: We were wrong to say that Garth was lost.'],
  ])('and means not %s', (_, text) => {
    expect(reading(text).corrections.map(({ of }) => of?.place)).toEqual(['southlea/garth']);
  });

  test('what was wrongly said is no claim, what is said of it now is one', () => {
    expect(reading('In a story on Sunday, Wire 7 wrongly said that Garth had fallen.').claims).toEqual([]);
    expect(reading('Correction: Garth has not fallen, as we wrote on Sunday.').claims).toHaveLength(1);
  });

  test('what is taken back is not claimed again', () => {
    expect(reading('An earlier version of this article said the Reds captured Garth.').claims).toEqual([]);
  });
});

describe('nothing is corrected', () => {
  test.each([
    ['by a party', 'The Council said the Reds should have said sorry for Garth.'],
    ['by an army', 'The army corrected its position near Garth.'],
    ['by a party that was wrong', 'The Reds captured Garth. That was wrong, the Council said.'],
    ['by an update', 'This story has been updated with the fall of Garth.'],
    ['by a bare heading', 'Corrections and clarifications'],
  ])('%s', (_, text) => {
    expect(reading(text).corrections).toEqual([]);
  });
});
