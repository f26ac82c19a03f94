// Who hides his name is not on the record; a named speaker beside him is (control-method S1).
import { expect, test } from 'vitest';
import { inventedReport } from '../../../test/invented-report.ts';
import { loadTheatre } from '../../theatre/load.ts';
import { read } from '../read.ts';

const theatre = loadTheatre('tiny');

test.each([
  [
    'on condition of anonymity',
    'A Council officer told Wire 7 on condition of anonymity that the Reds held Garth.',
    false,
  ],
  ['asking not to be named', 'The Reds hold Garth, a Council officer said, asking not to be named.', false],
  ['in an aside', 'A Council officer, who asked not to be named, said the Reds held Garth.', false],
  ['by office', 'A Council officer told Wire 7 that the Reds held Garth.', true],
  ['by name', 'Joss Bell, a Council officer, said the Reds held Garth, on condition of anonymity for his men.', true],
  [
    'another in the next sentence',
    'A Council officer said the Reds held Garth. A man who asked not to be named fled.',
    true,
  ],
])('%s', (_, text, onRecord) => {
  const { claims } = read(inventedReport(text, '2021-03-17'), theatre);
  expect(claims[0]?.by.voice.onRecord).toBe(onRecord);
});
