import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inventedReport } from '../../../test/invented-report.ts';
import { loadTheatre } from '../../theatre/load.ts';
import { read } from '../read.ts';
import { confidenceIn, shareOf } from './confidence.ts';
import { DOUBTS } from './doubts.ts';

const theatre = loadTheatre('tiny');
const sureOf = (text: string): readonly number[] =>
  read(inventedReport(text, '2021-03-17'), theatre).claims.map((claim) => claim.reading);

describe('how sure a claim is', () => {
  test('stays between its bounds, whatever is in doubt', () => {
    fc.assert(
      fc.property(fc.subarray([...DOUBTS]), (doubts) => {
        const sure = confidenceIn(theatre.lexicon, doubts);
        expect(sure).toBeGreaterThanOrEqual(0.05);
        expect(sure).toBeLessThanOrEqual(0.98);
      }),
    );
    expect([shareOf(-99), shareOf(99)]).toEqual([0.05, 0.98]);
  });

  test('one more doubt never makes it surer, and every doubt has its weight', () => {
    for (const doubt of DOUBTS) expect(theatre.lexicon.weight('confidence', doubt), doubt).toBeLessThan(0);
    fc.assert(
      fc.property(fc.subarray([...DOUBTS]), fc.constantFrom(...DOUBTS), (doubts, more) => {
        const others = doubts.filter((doubt) => doubt !== more);
        const [less, sure] = [[...others, more], others].map((all) => confidenceIn(theatre.lexicon, all));
        expect(less).toBeLessThanOrEqual(sure ?? 0);
      }),
    );
  });

  test.each([
    ['the Reds', 'they'],
    ['Red League fighters', 'they'],
  ])('%s by name are surer than by a pronoun', (name, pronoun) => {
    const [named = 0] = sureOf(`On Monday ${name} captured Ashford, the ministry said.`);
    const byPronoun = sureOf(`The Reds advanced. On Monday ${pronoun} captured Ashford, the ministry said.`);
    expect(byPronoun.at(-1)).toBeLessThan(named);
  });

  test('a place by name is surer than by a pronoun', () => {
    const named = sureOf('The Reds entered Ashford. On Monday the Reds captured Ashford, the ministry said.');
    const pronoun = sureOf('The Reds entered Ashford. On Monday the Reds captured it, the ministry said.');
    expect(pronoun.at(-1)).toBeLessThan(named.at(-1) ?? 0);
  });
});
