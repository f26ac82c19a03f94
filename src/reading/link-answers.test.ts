// Which earlier claim a denial or counter-claim points at, and what answers nothing.
import { describe, expect, test } from 'vitest';
import { inventedReport } from '../../test/invented-report.ts';
import { loadTheatre } from '../theatre/load.ts';
import { read } from './read.ts';

const theatre = loadTheatre('tiny');

/** The quotes that are answered, by the quote that answers. */
const answersIn = (text: string): readonly (readonly [string, string])[] => {
  const { claims } = read(inventedReport(text, '2021-03-17'), theatre);
  return claims.flatMap(({ quote, answers }) => {
    const answered = claims.find(({ id }) => id === answers);
    return answered === undefined ? [] : [[quote.text, answered.quote.text] as const];
  });
};

describe('an answer', () => {
  test.each([
    [
      'a side that never left answers who says that he has the place',
      'The Council said it held Garth. The Reds said they had never left Garth.',
      'it held Garth',
    ],
    [
      'a side that did not leave answers who says that it did',
      'The Council said the Reds had left Garth. The Reds denied that they had left Garth.',
      'the Reds had left Garth',
    ],
    [
      'an attack that was beaten off answers who says that the attackers are in',
      'Residents said the Reds had entered Garth. The Council said it had repelled the Red attack on Garth.',
      'the Reds had entered Garth',
    ],
  ])('%s', (_, text, answered) => {
    expect(answersIn(text).map(([, to]) => to)).toEqual([answered]);
  });
});

describe('no answer', () => {
  test.each([
    ['of another place', 'The Council said it held Hollin. The Reds said they had never left Garth.'],
    ['of what agrees', 'The Council said the Reds had left Garth. Residents said the Reds had left Garth.'],
    ['to what was said later', 'The Reds said they had never left Garth. The Council said it held Garth.'].slice(0, 2),
  ])('%s', (_, text) => {
    expect(answersIn(text ?? '').filter(([quote]) => quote.includes('left'))).toEqual([]);
  });
});
