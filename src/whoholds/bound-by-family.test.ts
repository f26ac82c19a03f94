import { describe, expect, test } from 'vitest';
import { inventedReport } from '../../test/invented-report.ts';
import type { ReportHead } from '../ledger/records.ts';
import { type Day, onDay, UNKNOWN_WHEN } from '../model/time.ts';
import { boundsByFamily } from './bound-by-family.ts';

const WORDS = 'The Red League has captured the town of Ashford.';
const head = (id: string, published: ReportHead['published']): ReportHead => ({
  ...inventedReport(WORDS, '2021-03-17' as Day),
  id,
  published,
  publishedAt: null,
});
const dated = (id: string, day: string): ReportHead => head(id, onDay(day as Day, 'stated'));
const FAMILY = new Map([
  ['a', 'f'],
  ['b', 'f'],
  ['u', 'f'],
]);

describe('an undated member of a family', () => {
  const members = [head('u', UNKNOWN_WHEN), dated('a', '2021-03-17'), dated('b', '2021-03-19')];

  test('came out about when the dated ones did', () =>
    expect(boundsByFamily(members, FAMILY)).toEqual(
      new Map([['u', { earliest: '2021-03-16', latest: '2021-03-20', precision: 'about', basis: 'implied' }]]),
    ));

  test('in whatever order they are looked at', () =>
    expect(boundsByFamily(members.toReversed(), FAMILY)).toEqual(boundsByFamily(members, FAMILY)));

  test('not before what it mentions, nor after its capture', () => {
    const own = { ...UNKNOWN_WHEN, earliest: '2021-03-17' as Day };
    const captured = { ...UNKNOWN_WHEN, latest: '2021-03-18' as Day };
    expect(boundsByFamily([head('u', own), dated('a', '2021-03-17')], FAMILY).get('u')?.earliest).toBe('2021-03-17');
    expect(boundsByFamily([head('u', captured), dated('a', '2021-03-17')], FAMILY).get('u')?.latest).toBe('2021-03-18');
  });

  test.each<[string, readonly ReportHead[]]>([
    ['without dated ones', [head('u', UNKNOWN_WHEN), head('a', UNKNOWN_WHEN)]],
    ['of another family', [head('u', UNKNOWN_WHEN), dated('x', '2021-03-17')]],
    [
      'whose own words are of later',
      [head('u', { ...UNKNOWN_WHEN, earliest: '2021-04-30' as Day }), dated('a', '2021-03-17')],
    ],
  ])('has no bounds of it: %s', (_, heads) => expect(boundsByFamily(heads, FAMILY).size).toBe(0));

  test('a dated one keeps its day', () =>
    expect(boundsByFamily([dated('a', '2021-03-17'), dated('b', '2021-03-19')], FAMILY).size).toBe(0));
});
