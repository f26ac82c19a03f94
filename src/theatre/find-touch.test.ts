import { describe, expect, test } from 'vitest';
import { loadTheatre } from './load.ts';

const { gazetteer: tiny } = loadTheatre('tiny');
const { gazetteer: afghan } = loadTheatre('afghanistan-2021');

describe('a text that names something of the theatre', () => {
  test.each([
    ['a place', 'Rain fell on Kunduz.'],
    ['a place with a possessive', 'Kunduz’s orchards'],
    ['a place in capitals', 'RAIN IN SPIN BOLDAK'],
    ['a place written in another way', 'the road to Sar-i-Pul'],
    ['a party', 'a Taliban official'],
    [
      'a party after a word that begins many names',
      'National teams played; the National Directorate of Security did not.',
    ],
  ])('is known by %s', (_, text) => expect(afghan.touches(text)).toBe(true));

  test.each([
    ['general news', 'The orchestra of Leeds will tour 12 cities, Maria Holt said on Monday.'],
    ['the same letters in a longer word', 'a Kunduzi dish'],
    ['lower case', 'near kunduz'],
    ['a name of a person', 'Imran Khan and Mohammad Wardak played'],
    ['a state abroad alone', 'The United States and Russia signed the treaty.'],
    ['letters beyond the plain ones', 'Ørsted’s “Évora” is in Ærø'],
  ])('is not known by %s', (_, text) => expect(afghan.touches(text)).toBe(false));

  test('is every text in which the scanner finds a place', () => {
    for (const gazetteer of [tiny, afghan])
      for (const place of gazetteer.all())
        for (const name of [place.name, ...place.names]) {
          const text = `It rained in ${name} district.`;
          expect([name, gazetteer.touches(text)]).toEqual([name, gazetteer.scan(text).length > 0]);
        }
  });
});
