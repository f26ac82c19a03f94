// Which whole numbers satisfy the words of a count.
import { expect, test } from 'vitest';
import type { AggregateClaim } from '../model/claim.ts';
import { PARAMETERS } from './parameters.ts';
import { statedCount } from './stated-count.ts';

const PLACES = 400;
type Amount = Pick<AggregateClaim, 'count' | 'comparator' | 'fraction' | 'of'>;
const said = (amount: Partial<Amount>): AggregateClaim =>
  ({ count: null, comparator: null, fraction: null, of: null, ...amount }) as AggregateClaim;

test.each<[words: string, amount: Partial<Amount>, number: number, least: number, most: number]>([
  ['80', { count: 80 }, 80, 80, 80],
  ['none', { count: 0, comparator: 'exactly' }, 0, 0, 0],
  ['over 80', { count: 80, comparator: 'over' }, 80, 81, PLACES],
  ['at least 80', { count: 80, comparator: 'at least' }, 80, 80, PLACES],
  ['under 80', { count: 80, comparator: 'under' }, 80, 0, 79],
  ['at most 80', { count: 80, comparator: 'at most' }, 80, 0, 80],
  ['about 80', { count: 80, comparator: 'about' }, 80, 72, 88],
  ['about 4', { count: 4, comparator: 'about' }, 4, 3, 5],
  ['nearly 80', { count: 80, comparator: 'nearly' }, 80, 72, 80],
  ['half', { comparator: 'half' }, 200, 180, 220],
  ['half of 421', { comparator: 'half', of: 421 }, 210.5, 190, 231],
  ['more than half', { comparator: 'over', fraction: 0.5 }, 200, 201, PLACES],
  ['about a third', { comparator: 'about', fraction: 0.33 }, 132, 119, 145],
  ['all', { comparator: 'all', fraction: 1 }, PLACES, PLACES, PLACES],
  ['dozens', { comparator: 'dozens' }, 24, 24, PLACES],
  ['dozens, as gold writes it', { count: 24, comparator: 'dozens' }, 24, 24, PLACES],
  ['several', { comparator: 'several' }, 3, 3, PLACES],
])('%s', (_, amount, number, least, most) => {
  const stated = statedCount(said(amount), PLACES, PARAMETERS.aggregates);
  expect(stated).toMatchObject({ number, least, most });
});

test('a word keeps its convention in sight, a number has none', () => {
  const convention = (amount: Partial<Amount>) =>
    statedCount(said(amount), PLACES, PARAMETERS.aggregates)?.convention ?? null;
  expect(convention({ comparator: 'dozens' })).toBe('dozens: at least 24');
  expect(convention({ count: 24 })).toBeNull();
});

test('words without a number give none', () => {
  expect(statedCount(said({ comparator: 'over' }), PLACES, PARAMETERS.aggregates)).toBeNull();
});

test('more than there are places leaves nothing that satisfies', () => {
  const stated = statedCount(said({ count: 500, comparator: 'at least' }), PLACES, PARAMETERS.aggregates);
  expect(stated).toMatchObject({ least: 500, most: PLACES });
});
