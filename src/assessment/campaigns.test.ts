// A day of many claims: told from the days before it, for every side alike, and without copies.
import { describe, expect, it } from 'vitest';
import { parseEvidence } from '../../test/assessment-world.ts';
import type { Assessment, Evidence } from '../model/control.ts';
import type { Day } from '../model/time.ts';
import { loadTheatre } from '../theatre/load.ts';
import { assess } from './assess.ts';
import { findCampaigns, NO_CAMPAIGNS } from './campaigns.ts';
import { NOTHING_HEARD } from './coverage.ts';
import { groundOf } from './ground.ts';
import { NO_HISTORY } from './letters.ts';
import { PARAMETERS } from './parameters.ts';
import { dayNumber } from './statements.ts';

const theatre = loadTheatre('tiny');
const ground = groundOf({ ...theatre, coverage: 'counted' });
const LOUD = dayNumber('2021-03-20' as Day);
const VOICE = { red: 'Hale[spokesman,onrecord,red]', blue: 'Crane[ministry,onrecord,blue]' } as const;

const claim = (id: string, day: string, { side = 'red', place = 'northmark/coldwell', rest = '' } = {}): Evidence =>
  parseEvidence(`${id} ${day} ${day} ${VOICE[side as 'red']} capture ${place}(district) ${side} ${rest}`, 0);

/** One claim a day from the 1st on, then so many in one day. */
const world = (many: number, side = 'red', rest = ''): readonly Evidence[] => [
  ...Array.from({ length: 19 }, (_, at) => claim(`q${at}`, `2021-03-${String(at + 1).padStart(2, '0')}`, { side })),
  ...Array.from({ length: many }, (_, at) => claim(`m${at}`, '2021-03-20', { side, rest, place: `northmark/p${at}` })),
];

describe('a day of many claims', () => {
  it('is one with more than three times the mean of the days before it, and ten at least', () => {
    expect(findCampaigns(ground, world(10)).get('red')?.has(LOUD) ?? false).toBe(true);
    expect(findCampaigns(ground, world(9)).get('red')?.has(LOUD) ?? false).toBe(false);
    expect(
      findCampaigns(ground, world(10))
        .get('red')
        ?.has(LOUD - 1) ?? false,
    ).toBe(false);
  });

  it('is the same for either side', () => {
    expect(findCampaigns(ground, world(10, 'blue')).get('blue')?.has(LOUD) ?? false).toBe(true);
    expect(findCampaigns(ground, world(10, 'blue')).get('red')?.has(LOUD) ?? false).toBe(false);
  });

  it('is none where the day’s claims are copies of one', () => {
    const copies = world(0).concat(
      Array.from({ length: 12 }, (_, at) => claim(`k${at}`, '2021-03-20', { rest: 'family=one' })),
    );
    expect(findCampaigns(ground, copies).get('red')?.has(LOUD) ?? false).toBe(false);
  });

  it('cannot be told before a week of claims, nor from documents picked by hand', () => {
    const early = world(12).filter(({ claim: { id } }) => !/^q\d$|^q1[0-3]$/.test(id));
    expect(findCampaigns(ground, early).get('red')?.has(LOUD) ?? false).toBe(false);
    const picked = groundOf({ ...theatre, coverage: 'none' });
    expect(findCampaigns(picked, world(12)).get('red')?.has(LOUD) ?? false).toBe(false);
  });

  it('is not changed by what comes out after it', () => {
    const later = Array.from({ length: 30 }, (_, at) => claim(`l${at}`, '2021-03-25', { place: `northmark/l${at}` }));
    expect(
      findCampaigns(ground, [...world(10), ...later])
        .get('red')
        ?.has(LOUD) ?? false,
    ).toBe(true);
    expect(
      findCampaigns(ground, [...world(9), ...later])
        .get('red')
        ?.has(LOUD) ?? false,
    ).toBe(false);
  });
});

describe('a claim of such a day', () => {
  const all = [...world(10), claim('here', '2021-03-20', { place: 'southlea/garth' })];
  const conceded = parseEvidence(
    'ours 2021-03-20 2021-03-20 reeve[local-official,onrecord,red] loss southlea/garth(district) red to=blue',
    0,
  );
  const on = (evidence: readonly Evidence[], campaigns = findCampaigns(ground, all), at = ground): Assessment =>
    assess(
      at,
      {
        cell: { place: 'southlea/garth', scope: 'district' },
        moment: { on: '2021-03-20' as Day, asOf: null, seq: 9 },
        heard: { ...NOTHING_HEARD, campaigns },
        letters: NO_HISTORY,
      },
      evidence,
    );
  const here = all.filter(({ claim: { id } }) => id === 'here');

  it('counts half, and its sentence says why', () => {
    const [plain] = on(here, NO_CAMPAIGNS).steps;
    const [damped] = on(here).steps;
    expect(damped?.weight).toBeCloseTo((plain?.weight ?? 0) / 2, 3);
    expect([plain?.notes, damped?.notes]).toEqual([[], ['campaign']]);
    expect(on(here).p?.red).toBeLessThan(on(here, NO_CAMPAIGNS).p?.red ?? 0);
  });

  it('counts in full where it speaks against its own side', () => {
    const step = on([conceded]).steps.find(({ evidence }) => evidence.claim.id === 'ours');
    expect(step?.notes).toEqual([]);
    expect(step?.weight).toBe(on([conceded], NO_CAMPAIGNS).steps[0]?.weight);
  });

  it('counts in full where the parameter says so', () => {
    const off = { ...ground, parameters: { ...PARAMETERS, campaigns: { ...PARAMETERS.campaigns, weight: 1 } } };
    expect(on(here, findCampaigns(ground, all), off).p).toEqual(on(here, NO_CAMPAIGNS).p);
  });
});
