import { describe, expect, it } from 'vitest';
import type { Assessment } from '../model/control.ts';
import { compareDay, tallyHindsight } from './tell-hindsight.ts';

/** Only what hindsight looks at. */
const told = (place: string, given: Partial<Assessment>): Assessment =>
  ({
    cell: { place, scope: 'district' },
    holder: 'red',
    status: 'confirmed',
    likelihood: 'very likely',
    pLow: 0.9,
    ...given,
  }) as Assessment;

describe('hindsight', () => {
  it('tells which holders of the day are still named, which are others, and which nobody can name', () => {
    const then = [told('a', {}), told('b', {}), told('c', {}), told('d', { status: 'claimed' }), told('e', {})];
    const now = [
      told('a', { status: 'threatened' }),
      told('b', { holder: 'blue' }),
      told('c', { status: 'undetermined' }),
      told('d', { holder: null, status: 'disputed' }),
    ];
    const { byStatus } = tallyHindsight(compareDay(then, now));
    expect(byStatus).toEqual([
      { status: 'confirmed', told: 4, same: 1, other: 1, open: 2 },
      { status: 'claimed', told: 1, same: 0, other: 0, open: 1 },
    ]);
  });

  it('leaves out what named nobody on the day', () => {
    const nobody = [
      told('a', { holder: null, status: 'disputed' }),
      told('b', { holder: 'none', status: 'undetermined' }),
      told('c', { status: 'undetermined' }),
    ];
    expect(compareDay(nobody, [])).toEqual([]);
  });

  it('orders the words of probability by the probability', () => {
    const then = [
      ...['a', 'b'].map((place) => told(place, { likelihood: 'unlikely', pLow: 0.3 })),
      told('c', { likelihood: 'almost certain', pLow: 0.97 }),
    ];
    const { byLikelihood } = tallyHindsight(compareDay(then, then));
    expect(byLikelihood.map(({ likelihood, told: n }) => [likelihood, n])).toEqual([
      ['almost certain', 1],
      ['unlikely', 2],
    ]);
  });
});
