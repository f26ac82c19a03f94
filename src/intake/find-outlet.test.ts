import { describe, expect, test } from 'vitest';
import type { Outlet } from '../model/theatre.ts';
import { findOrigin, type OutletClues } from './find-outlet.ts';

const outlet = (name: string, names: string[] = [], agency = false): Outlet => ({
  name,
  names,
  homepage: null,
  affiliation: null,
  agency,
  map: false,
  dateOrder: null,
});
const KNOWN = [
  outlet('Three Rivers Wire', ['3RW', 'the Wire'], true),
  outlet('Ashford Examiner', ['The Ashford Examiner & Advertiser']),
  outlet('Wire 7', [], true),
];
const NO_CLUES: OutletClues = { given: null, recorded: [], mastheads: [], bylines: [], opening: '', tail: [] };
const origin = (clues: Partial<OutletClues>, outlets = KNOWN) => findOrigin({ ...NO_CLUES, ...clues }, outlets);

describe('the outlet of a report', () => {
  test.each<[string, Partial<OutletClues>, string]>([
    ['as given', { given: 'ashford examiner', mastheads: ['Red Banner'] }, 'Ashford Examiner'],
    ['by the page’s record', { recorded: ['3RW'] }, 'Three Rivers Wire'],
    ['by a masthead that the theatre knows', { mastheads: ['The Ashford Examiner & Advertiser'] }, 'Ashford Examiner'],
    [
      'by a masthead that it does not',
      { mastheads: ['RED BANNER DISPATCH - URGENT - 23/04/1400'] },
      'RED BANNER DISPATCH',
    ],
    [
      'by a masthead with slashes',
      { mastheads: ['Voice of Steadfastness // News // 10/5/1400'] },
      'Voice of Steadfastness',
    ],
    ['by the byline of a note', { bylines: ['Note after Ashford Examiner, 12 May 2021'] }, 'Ashford Examiner'],
    ['by the first of two', { bylines: ['Note after Wire 7 and Red Banner, 12 May 2021'] }, 'Wire 7'],
    ['by its source line', { tail: ['Source: Ashford Examiner'] }, 'Ashford Examiner'],
    ['by its dateline', { opening: 'EASTRY, March 17 (Three Rivers Wire) - The Red League said' }, 'Three Rivers Wire'],
  ])('is found %s', (_, clues, name) => expect(origin(clues).outlet).toBe(name));

  test.each<[string, Partial<OutletClues>]>([
    ['an address', { tail: ['Source: https://example.org/story'] }],
    ['a single word', { mastheads: ['OPINION'] }],
    ['a sentence', { mastheads: ['Reports from the fronts of the war'] }],
    ['a town in brackets', { opening: '(Eastry) The Red League said' }],
    ['a person in brackets', { opening: 'The League (Hale) said on Wednesday' }],
  ])('is not taken from %s', (_, clues) => expect(origin(clues).outlet).toBeNull());
});

describe('the agency whose words a report carries', () => {
  test.each<[string, Partial<OutletClues>, string | null]>([
    [
      'a dateline’s credit',
      { mastheads: ['Ashford Examiner'], opening: 'EASTRY (Wire 7): The Red League said' },
      'Wire 7',
    ],
    ['a credit without a city', { opening: '(3RW) The Red League said' }, 'Three Rivers Wire'],
    ['a byline', { bylines: ['By Wire 7'] }, 'Wire 7'],
    ['a note that was carried', { bylines: ['Note after Ashford Examiner, carrying Wire 7, 12 May 2021'] }, 'Wire 7'],
    ['unnamed agencies', { bylines: ['By our staff with agencies'] }, 'agencies'],
    ['nobody: a reporter is none', { bylines: ['By A Writer'] }, null],
    ['nobody: a paper is none', { bylines: ['By the Ashford Examiner’s own reporter'] }, null],
  ])('is %s', (_, clues, agency) => expect(origin(clues).agency).toBe(agency));
});
