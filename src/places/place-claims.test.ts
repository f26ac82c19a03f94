import { describe, expect, test } from 'vitest';
import { claimOf, mentionOf, readingOf } from '../../test/places/mentions.ts';
import type { Scope } from '../model/claim.ts';
import type { PlaceContext } from '../model/place.ts';
import { loadTheatre } from '../theatre/load.ts';
import { placeReading } from './place-claims.ts';

const tiny = loadTheatre('tiny');
const afghan = loadTheatre('afghanistan-2021');

const place = (name: string, context: Partial<PlaceContext> = {}, scope: Scope = 'district', theatre = tiny) => {
  const placed = placeReading(readingOf([claimOf(mentionOf(theatre, name, context), scope)]), theatre);
  const [claim] = placed.claims;
  if (claim === undefined) throw new Error('the claim was lost');
  return {
    id: claim.place.id,
    candidates: claim.place.candidates,
    reason: claim.place.reason,
    scope: claim.scope,
    placed,
  };
};

describe('a name that only one place bears', () => {
  test('is that place', () => {
    expect(place('Birchholm')).toMatchObject({ id: 'northmark/birchholm', reason: 'only candidate' });
  });

  test('is that place in another spelling', () => {
    expect(place('Birkholm').id).toBe('northmark/birchholm');
  });

  test('is that place in a spelling that the gazetteer does not have, and the reason says so', () => {
    expect(place('Birchholme')).toMatchObject({ id: 'northmark/birchholm' });
    expect(place('Birchholme').reason).toContain('close spelling of Birchholm');
  });

  test('gives its claim the scope of what it is, where the words say no part of it', () => {
    expect(place("Miller's Bridge")).toMatchObject({ id: 'northmark/millers-bridge', scope: 'crossing' });
    expect(place('Salt Road')).toMatchObject({ id: 'salt-road', scope: 'road' });
    expect(place('Dunmore Field', {}, 'facility')).toMatchObject({ id: 'midvale/dunmore-field', scope: 'facility' });
  });
});

describe('a name of two places in two provinces', () => {
  test('is the one in the province that is named with it', () => {
    expect(place('Fernhill', { within: ['TN-SOU'] })).toMatchObject({
      id: 'southlea/fernhill',
      reason: 'named with it: Southlea',
    });
  });

  test('is the one beside its neighbours in the list', () => {
    const beside = [['southlea/garth'], ['southlea/hollin', 'southlea/hollin-town']];
    expect(place('Fernhill', { beside })).toMatchObject({
      id: 'southlea/fernhill',
      reason: 'neighbours in the list: Southlea',
    });
  });

  test('is the one in the only province of the two that the report speaks of', () => {
    expect(place('Fernhill', { report: ['TN-NOR', 'TN-MID'] }).id).toBe('midvale/fernhill');
  });

  test('is what the same name was said to be elsewhere in the report', () => {
    const named = claimOf(mentionOf(tiny, 'Fernhill', { within: ['TN-SOU'] }), 'district', 0);
    const bare = claimOf(mentionOf(tiny, 'Fernhill'), 'district', 100);
    const { claims } = placeReading(readingOf([bare, named]), tiny);
    expect(claims.map((claim) => claim.place.id)).toEqual(['southlea/fernhill', 'southlea/fernhill']);
    expect(claims[0]?.place.reason).toContain('as elsewhere in the report');
  });

  test('stays a name with its candidates where nothing tells them apart, and a refusal says so', () => {
    const { id, candidates, placed } = place('Fernhill');
    expect(id).toBeNull();
    expect(candidates).toEqual(['midvale/fernhill', 'southlea/fernhill']);
    expect(placed.refusals).toMatchObject([{ code: 'place-ambiguous', stage: 'places', expected: candidates }]);
    expect(placed.refusals[0]?.reason).toBe(
      '"Fernhill" may be Fernhill (district, Midvale) or Fernhill (district, Southlea), and the report does not tell them apart; a province or a kind of place beside the name was expected.',
    );
  });

  test('is not decided by a report that speaks of both provinces', () => {
    expect(place('Fernhill', { report: ['TN-MID', 'TN-SOU'] }).id).toBeNull();
  });

  test('is not decided by a list whose names lie in both', () => {
    expect(place('Fernhill', { beside: [['midvale/eastry'], ['southlea/garth']] }).id).toBeNull();
  });

  test('is not decided by the same name said to be both elsewhere', () => {
    const claims = ['TN-SOU', 'TN-MID'].map((id, index) =>
      claimOf(mentionOf(tiny, 'Fernhill', { within: [id] }), 'district', index * 50),
    );
    const bare = claimOf(mentionOf(tiny, 'Fernhill'), 'district', 200);
    expect(placeReading(readingOf([...claims, bare]), tiny).claims[2]?.place.id).toBeNull();
  });
});

test('a bare name is short for what the report names in full, and its claim is about that', () => {
  const full = claimOf(mentionOf(afghan, 'Bagram Airfield', { kindWord: 'base' }), 'base', 0);
  const bare = claimOf(mentionOf(afghan, 'Bagram'), 'district', 100);
  const said = claimOf(mentionOf(afghan, 'Bagram', { kindWord: 'district' }), 'district', 200);
  const { claims } = placeReading(readingOf([full, bare, said]), afghan);
  expect(claims.map((claim) => [claim.place.id, claim.scope])).toEqual([
    ['parwan/bagram-airfield', 'base'],
    ['parwan/bagram-airfield', 'base'],
    ['parwan/bagram', 'district'],
  ]);
});

describe('a name of a district and its town', () => {
  test('bare is the district', () => {
    expect(place('Ashford')).toMatchObject({ id: 'northmark/ashford', scope: 'district' });
  });

  test('is the town where a word says so, whatever of it is meant', () => {
    expect(place('Ashford', { kindWord: 'town' }, 'town').id).toBe('northmark/ashford-town');
    expect(place('Ashford', { kindWord: 'town' }, 'base').id).toBe('northmark/ashford-town');
  });

  test('is the district where its centre is meant', () => {
    expect(place('Ashford', {}, 'centre')).toMatchObject({ id: 'northmark/ashford', scope: 'centre' });
  });

  test('bare is the city where it is a capital, and its claim is about the city', () => {
    expect(place('Eastry')).toMatchObject({ id: 'midvale/eastry-city', scope: 'city' });
    expect(place('Eastry', { kindWord: 'district' })).toMatchObject({ id: 'midvale/eastry', scope: 'district' });
  });
});

test('a scope that was guessed from another namesake gives way to what the name turned out to be', () => {
  expect(place('Khost', { within: ['AF-BGL'] }, 'city', afghan)).toMatchObject({
    id: 'baghlan/khost-wa-firing',
    scope: 'district',
  });
});

describe('a word that names a kind beside a name', () => {
  test('makes the only crossing of the district of it', () => {
    expect(place('Coldwell', { kindWord: 'crossing' }, 'crossing').id).toBe('northmark/millers-bridge');
  });

  test('makes the only airport of the district of it', () => {
    expect(place('Dunmore', { kindWord: 'airport' }, 'base').id).toBe('midvale/dunmore-field');
  });

  test('makes the only crossing of its province of a province', () => {
    expect(place('Northmark', { kindWord: 'crossing' }, 'crossing').id).toBe('northmark/millers-bridge');
    expect(place('Kandahar', { kindWord: 'crossing' }, 'crossing', afghan).id).toBe('kandahar/spin-boldak-chaman');
  });

  test('makes none of two', () => {
    expect(place('Herat', { kindWord: 'crossing' }, 'crossing', afghan).id).toBe('herat/herat-city');
  });

  test('makes nothing of a district that has none', () => {
    expect(place('Garth', { kindWord: 'crossing' }, 'crossing').id).toBe('southlea/garth');
  });

  test('keeps a post in a district at the district', () => {
    expect(place('Dunmore', {}, 'base').id).toBe('midvale/dunmore');
  });
});

describe('a name that the gazetteer does not have', () => {
  test('keeps its words, and a refusal says so once for a claim made twice of it', () => {
    const claim = claimOf(mentionOf(tiny, 'Nowhere'));
    const { claims, refusals } = placeReading(readingOf([claim, claim]), tiny);
    expect(claims.map((one) => one.place)).toMatchObject([
      { id: null, name: 'Nowhere' },
      { id: null, name: 'Nowhere' },
    ]);
    expect(refusals.map(({ code }) => code)).toEqual(['place-unknown']);
  });

  test('is no refusal in a theatre without a gazetteer', () => {
    const open = loadTheatre('open');
    const { claims, refusals } = placeReading(readingOf([claimOf(mentionOf(open, 'Nowhere'))]), open);
    expect(claims[0]?.place).toMatchObject({ id: null, name: 'Nowhere', candidates: [] });
    expect(refusals).toEqual([]);
  });
});

describe('names of a real gazetteer', () => {
  const real = (name: string, context: Partial<PlaceContext> = {}, scope: Scope = 'district') =>
    place(name, context, scope, afghan).id;

  test.each([
    ['Kunduz', {}, 'district', 'kunduz/kunduz-city'],
    ['Kunduz', { kindWord: 'province' }, 'province', 'AF-KDZ'],
    ['Kunduz', { kindWord: 'district' }, 'district', 'kunduz/kunduz'],
    ['Khost', {}, 'district', 'khost/khost-city'],
    ['Khost', { within: ['AF-BGL'] }, 'district', 'baghlan/khost-wa-firing'],
    ['Faizabad', { kindWord: 'city' }, 'city', 'badakhshan/faizabad-city'],
    ['Faizabad', { within: ['AF-JOW'] }, 'district', 'jawzjan/faizabad'],
    ['Muqur', { within: ['AF-GHA'] }, 'district', 'ghazni/muqur'],
    ['Muqur', { within: ['AF-BDG'], kindWord: 'town' }, 'town', 'badghis/muqur'],
    ['Janikhil', { within: ['AF-PIA'] }, 'district', 'paktia/jani-khel'],
    ['Spin Boldak', {}, 'district', 'kandahar/spin-boldak'],
    ['Spin Boldak', { kindWord: 'crossing' }, 'crossing', 'kandahar/spin-boldak-chaman'],
    ['Wesh', { kindWord: 'town' }, 'town', 'kandahar/wesh'],
    ['Torghundi', {}, 'town', 'herat/torghundi'],
    ['Panjshir', {}, 'area', 'AF-PAN'],
    ['Hairatan', {}, 'district', 'balkh/hairatan'],
    ['Islam Qala', { kindWord: 'crossing' }, 'crossing', 'herat/islam-qala'],
  ] as const)('%s %j (%s) is %s', (name, context, scope, id) => {
    expect(real(name, context, scope)).toBe(id);
  });

  test.each(['Muqur', 'Arghandab', 'Jani Khel', 'Dawlatabad', 'Tagab', 'Behsud'])(
    '%s alone is not told apart',
    (name) => {
      expect(real(name)).toBeNull();
    },
  );
});

test('ids, quotes and everything but the place are kept as the reader gave them', () => {
  const claim = claimOf(mentionOf(tiny, 'Eastry'));
  const [placed] = placeReading(readingOf([claim]), tiny).claims;
  expect({ ...placed, place: null, scope: null }).toEqual({ ...claim, place: null, scope: null });
});

test('the trace says for each mention where it was put and why', () => {
  const { trace } = place('Ashford').placed;
  expect(trace).toMatchObject([{ pass: 'places', says: 'Ashford → northmark/ashford (bare name: district)' }]);
});
