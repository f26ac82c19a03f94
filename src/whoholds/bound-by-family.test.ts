import { describe, expect, test } from 'vitest';
import { type Day, type Instant, onDay, UNKNOWN_WHEN, type When } from '../model/time.ts';
import { datedByFamily, datingTurns } from './bound-by-family.ts';
import type { DateHead } from './known-time.ts';

const head = (id: string, published: When, retrieved: string | null = null): DateHead => ({
  id,
  published,
  publishedAt: null,
  retrieved: retrieved as Instant | null,
});
const dated = (id: string, day: string): DateHead => head(id, onDay(day as Day, 'stated'));
const FAMILY = new Map([
  ['a', 'f'],
  ['b', 'f'],
  ['u', 'f'],
]);
const datings = (heads: readonly DateHead[]) => datedByFamily(heads, FAMILY, 'UTC');
const about = (earliest: string, latest: string) => ({ earliest, latest, precision: 'about', basis: 'implied' });
const endOf = (day: string): string => `${day}T23:59:59.999Z`;

describe('an undated member of a family', () => {
  const members = [head('u', UNKNOWN_WHEN), dated('a', '2021-03-17'), dated('b', '2021-03-19')];

  test('came out about when the dated ones did, and was known with the first of them', () =>
    expect(datings(members)).toEqual(
      new Map([['u', { published: about('2021-03-16', '2021-03-20'), known: endOf('2021-03-18') }]]),
    ));

  test('in whatever order they are looked at', () => expect(datings(members.toReversed())).toEqual(datings(members)));

  test('takes turns as its kin come out, each from when it could be read', () =>
    expect(datingTurns(head('u', UNKNOWN_WHEN), members, 'UTC')).toEqual([
      { from: null, published: UNKNOWN_WHEN },
      { from: endOf('2021-03-17'), published: about('2021-03-16', '2021-03-18') },
      { from: endOf('2021-03-19'), published: about('2021-03-16', '2021-03-20') },
    ]));

  test('what was known of it by a moment depends on nothing that came out later', () => {
    const sooner = datings(members.slice(0, 2)).get('u');
    expect(datings([...members, dated('b', '2021-04-30')]).get('u')?.known).toBe(sooner?.known);
  });

  test('not before what it mentions, nor after its capture', () => {
    const own = { ...UNKNOWN_WHEN, earliest: '2021-03-17' as Day };
    const captured = { ...UNKNOWN_WHEN, latest: '2021-03-18' as Day };
    const of = (published: When) => datings([head('u', published), dated('a', '2021-03-17')]).get('u')?.published;
    expect(of(own)?.earliest).toBe('2021-03-17');
    expect(of(captured)?.latest).toBe('2021-03-18');
  });

  test('was known when it was seen here, where that was sooner', () => {
    const seen = (moment: string) => datings([head('u', UNKNOWN_WHEN, moment), dated('a', '2021-03-17')]).get('u');
    expect(seen('2021-03-16T08:00:00.000Z')?.known).toBe('2021-03-16T08:00:00.000Z');
    expect(seen('2021-03-18T08:00:00.000Z')?.known).toBe('2021-03-18T08:00:00.000Z');
    expect(seen('2026-01-01T08:00:00.000Z')?.known).toBe(endOf('2021-03-18'));
  });

  test.each<[string, readonly DateHead[]]>([
    ['without dated ones', [head('u', UNKNOWN_WHEN), head('a', UNKNOWN_WHEN)]],
    ['of another family', [head('u', UNKNOWN_WHEN), dated('x', '2021-03-17')]],
    [
      'whose own words are of later',
      [head('u', { ...UNKNOWN_WHEN, earliest: '2021-04-30' as Day }), dated('a', '2021-03-17')],
    ],
  ])('has no bounds of it: %s', (_, heads) => expect(datings(heads).size).toBe(0));

  test('a dated one keeps its day', () =>
    expect(datings([dated('a', '2021-03-17'), dated('b', '2021-03-19')]).size).toBe(0));
});
