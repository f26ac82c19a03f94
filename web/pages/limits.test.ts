import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/time.ts';
import { countAges } from './limits.ts';

describe('the ages of last words', () => {
  it('are counted once each, those of whom nothing is said not at all', () => {
    const last = (lastEvidence: string | null) => ({ lastEvidence: lastEvidence as Day | null });
    const cells = [
      '2021-06-23',
      '2021-06-16',
      '2021-06-15',
      '2021-05-24',
      '2021-05-23',
      '2021-03-25',
      '2021-03-24',
      null,
    ];
    expect(countAges(cells.map(last), '2021-06-23' as Day)).toEqual([2, 2, 2, 1]);
  });
});
