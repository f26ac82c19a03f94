import { describe, expect, it } from 'vitest';
import type { PlaceRecord } from './answers.ts';
import { findPlaces, nearestPlaces } from './find-places.ts';

const place = (id: string, name: string, given: Partial<PlaceRecord> = {}): PlaceRecord => ({
  ...{ id, name, kind: 'district', names: [], province: null, within: null, lat: null, lon: null },
  ...{ cell: null, shape: null, approximate: null, ...given },
});
const places = [
  place('n/ashford', 'Ashford', { names: ['Ashforde'] }),
  place('n/ashford-city', 'Ashford', { kind: 'city' }),
  place('n/birchholm', 'Birchholm', { names: ['Birkholm'] }),
  place('s/old-ash', 'Old Ash'),
  place('ashshire/elmley', 'Elmley', { province: 'Ashshire' }),
];
const ids = (found: readonly PlaceRecord[]): readonly string[] => found.map(({ id }) => id);

describe('finding a place', () => {
  it('takes any spelling, with or without capitals, hyphens and accents', () => {
    expect(ids(findPlaces('birkholm', places))).toEqual(['n/birchholm']);
    expect(ids(findPlaces('OLD-ásh', places))).toEqual(['s/old-ash']);
  });

  it('puts the equal name first, a district before its city, and names that only hold the words last', () => {
    expect(ids(findPlaces('ash', places))).toEqual(['n/ashford', 'n/ashford-city', 's/old-ash']);
  });

  it('finds nothing for nothing, and nothing by a name that no place has', () => {
    expect([findPlaces('', places), findPlaces('Atlantis', places)]).toEqual([[], []]);
  });

  it('names those spelled most alike where none has the name, and none where none is alike', () => {
    expect(ids(nearestPlaces('Birchom', places))[0]).toBe('n/birchholm');
    expect(nearestPlaces('Xyzzy', places)).toEqual([]);
  });
});
