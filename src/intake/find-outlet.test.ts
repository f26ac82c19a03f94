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
const WORLD: Readonly<Record<string, string>> = { 'world wire': 'World Wire', ww: 'WW', app: 'APP' };
const origin = (clues: Partial<OutletClues>, outlets = KNOWN) =>
  findOrigin({ ...NO_CLUES, ...clues }, { outlets, agency: (name) => WORLD[name] ?? null });

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
    ['by the site, where the publisher is the agency', { recorded: ['World Wire', 'Valley Post'] }, 'Valley Post'],
    ['by a site that writes itself as a handle', { recorded: ['@valleypost'] }, 'valleypost'],
    ['by an address that stands for a name', { recorded: ['https://www.valleypost.example'] }, 'valleypost.example'],
    ['by the agency, where nobody else is recorded', { recorded: ['World Wire'] }, 'World Wire'],
    ['by its host', { url: 'https://www.valley-post.example/a' }, 'valley-post.example'],
    [
      'by a masthead that is known before its host',
      { url: 'https://www.post.example/a', mastheads: ['3RW'] },
      'Three Rivers Wire',
    ],
    ['by its dateline', { opening: 'EASTRY, March 17 (Three Rivers Wire) - The Red League said' }, 'Three Rivers Wire'],
  ])('is found %s', (_, clues, name) => expect(origin(clues).outlet).toBe(name));

  test.each<[string, Partial<OutletClues>]>([
    ['the host of many papers', { url: 'https://www.facebook.com/valleypost/1' }],
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
    ['the language’s list in a byline', { bylines: ['Ivo Hale, WW sports writer'] }, 'WW'],
    ['an author of the page’s record', { authors: ['World Wire'] }, 'World Wire'],
    ['the publisher, where the site is another', { recorded: ['World Wire', 'Valley Post'] }, 'World Wire'],
    ['a credit after the last sentence', { closing: 'They took the road to the east. – World Wire' }, 'World Wire'],
    ['the first of two such', { closing: 'They took the road to the east. (WW/3RW)' }, 'WW'],
    ['a copyright line', { tail: ['© 2021 World Wire. All rights reserved.'] }, 'World Wire'],
    ['a line of thanks', { tail: ['(With inputs from WW)'] }, 'WW'],
    ['nobody: a picture is no text', { tail: ['© World Wire / Hale'] }, null],
    ['nobody: a word in small letters is none', { bylines: ['Made with our app'] }, null],
    ['nobody: what the article says of it is no credit', { closing: 'It was told by World Wire on Monday.' }, null],
    ['nobody: a person in brackets at the end', { closing: 'They took the road (Hale)' }, null],
    ['nobody: a reporter is none', { bylines: ['By A Writer'] }, null],
    ['nobody: a paper is none', { bylines: ['By the Ashford Examiner’s own reporter'] }, null],
  ])('is %s', (_, clues, agency) => expect(origin(clues).agency).toBe(agency));
});
