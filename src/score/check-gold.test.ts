import { expect, test } from 'vitest';
import type { Gazetteer, Place } from '../model/place.ts';
import { checkGold } from './check-gold.ts';
import { parseGold } from './gold.ts';

const ASHFORD: Place = {
  id: 'northmark/ashford',
  kind: 'district',
  name: 'Ashford',
  names: [],
  province: null,
  within: null,
  point: null,
};
const gazetteer: Gazetteer = {
  get: (id) => (id === ASHFORD.id ? ASHFORD : null),
  all: () => [ASHFORD],
  scan: () => [],
  touches: () => true,
  lookup: () => [],
  spells: () => [],
  ancestors: () => [],
  cellOf: (id) => id,
};

const claim = {
  placeId: ASHFORD.id,
  place: 'Ashford',
  scope: 'district',
  kind: 'hold',
  actor: 'red',
  polarity: 'affirmed',
  modality: 'actual',
  date: '2021-03-15',
  quote: 'The Reds hold\nAshford',
};

const faults = (claims: readonly object[], text: string | null = 'Yesterday: The Reds hold Ashford.') =>
  checkGold(parseGold(JSON.stringify({ file: 'a.txt', claims })), { textOf: () => text, gazetteer }).map(
    ({ path }) => path,
  );

test('a sound file has no faults, and a line break in a quote is white space', () => {
  expect(faults([claim])).toEqual([]);
});

test('a quote that does not stand is a fault where the report is at hand', () => {
  expect(faults([{ ...claim, quote: 'The Blues hold' }])).toEqual(['claims.0.quote']);
  expect(faults([{ ...claim, quote: 'The Blues hold' }], null)).toEqual([]);
});

test('ids, references and days are checked, all at once', () => {
  expect(
    faults([
      { ...claim, placeId: 'northmark/ashferd' },
      { ...claim, answers: 7 },
      { ...claim, answers: 2 },
      { ...claim, dateFrom: '2021-03-16' },
      { ...claim, placeId: null },
    ]).sort(),
  ).toEqual(['claims.0.placeId', 'claims.1.answers', 'claims.2.answers', 'claims.3.dateFrom', 'claims.4.placeId']);
});
