// All places over many days at once: each day's counts are those of the day's own map, under every clock.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countDays } from '../src/assessment/count-days.ts';
import type { CellHoldings, DayCounts } from '../src/model/control.ts';
import { addDays, type Day, endOfDayIn, type Instant } from '../src/model/time.ts';
import { delayed } from '../src/publishing/delay.ts';
import { buildApp } from '../src/publishing/serve.ts';
import { openTinyLedger, type TinyLedger } from './tiny-ledger.ts';

const FIRST = '2021-03-10' as Day;
const LAST = '2021-04-20' as Day;
const DAYS = Array.from({ length: 42 }, (_, at) => addDays(FIRST, at));
const THEN = endOfDayIn('2021-03-18' as Day, 'UTC');

let tiny: TinyLedger;
beforeAll(async () => {
  tiny = await openTinyLedger();
});
afterAll(() => tiny.remove());

const range = { from: FIRST, until: LAST, asOf: null, seq: null };

/** What the map of a day shows, counted. */
const mapped = async (on: Day, asOf: Instant | null): Promise<ReadonlyMap<string, number>> => {
  const cells = await tiny.whoholds.control({
    on,
    asOf,
    seq: null,
    place: null,
    scope: null,
    minStatus: null,
    all: false,
  });
  const counts = new Map<string, number>();
  for (const { holder, status } of cells) {
    if (status === 'undetermined') continue;
    const key = `${status} ${holder}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};
const counted = ({ counts }: DayCounts): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { holder, status, places } of counts) {
    const key = `${status} ${holder}`;
    sums.set(key, (sums.get(key) ?? 0) + places);
  }
  return sums;
};

describe('the counts of every day', () => {
  it.each([
    ['as all is known', null],
    ['as known on a day', THEN],
  ] as const)('are those of the map of that day, %s', async (_, asOf) => {
    const days = await tiny.whoholds.dayCounts({ ...range, asOf });
    expect(days.map(({ on }) => on)).toEqual(DAYS);
    for (const day of days.filter((__, at) => at % 3 === 0)) {
      const map = await mapped(day.on, asOf);
      expect(new Map([...counted(day)].sort())).toEqual(new Map([...map].sort()));
    }
    expect(days.some(({ counts }) => counts.length > 0)).toBe(true);
  });

  it('differ between then and now, and never change for a state of the ledger', async () => {
    const now = await tiny.whoholds.dayCounts(range);
    expect(await tiny.whoholds.dayCounts({ ...range, asOf: THEN })).not.toEqual(now);
    expect(await tiny.whoholds.dayCounts({ ...range, seq: 0 })).toEqual(DAYS.map((on) => ({ on, counts: [] })));
  });

  it('are cut by a delay like any other answer', async () => {
    const late = delayed(tiny.whoholds, () => THEN);
    expect(await late.dayCounts(range)).toEqual(await tiny.whoholds.dayCounts({ ...range, asOf: THEN }));
    expect(await late.holdings(range)).toEqual(await tiny.whoholds.holdings({ ...range, asOf: THEN }));
  });

  it('are answered over HTTP, for no more than ten years', async () => {
    const app = buildApp(tiny.whoholds, { host: '127.0.0.1', report: (error) => expect(error).toBeNull() });
    const response = await app.request(`http://localhost/api/days?from=${FIRST}&until=${LAST}`);
    expect(((await response.json()) as { data: unknown }).data).toEqual(await tiny.whoholds.dayCounts(range));
    for (const path of ['days', 'holdings']) {
      const refused = await app.request(`http://localhost/api/${path}?from=1900-01-01&until=2021-01-01`);
      expect([refused.status, ((await refused.json()) as { detail: string }).detail]).toEqual([
        400,
        'From 1900-01-01 to 2021-01-01 are more than 3660 days.',
      ]);
    }
  });
});

describe('holdings', () => {
  it('are the periods of each place, without their sentences', async () => {
    const all = await tiny.whoholds.holdings(range);
    expect(all.length).toBeGreaterThan(3);
    for (const { cell, holdings } of all) {
      const periods = await tiny.whoholds.timeline(cell.place, { ...range, scope: cell.scope });
      const told = periods.map(({ from, holder, status }) => ({ from, holder, status }));
      expect(holdings.map(({ from, holder, status }) => ({ from, holder, status }))).toEqual(told);
    }
  });

  it('count each day once, districts apart from towns, and silence not at all', () => {
    const held = (place: string, scope: 'district' | 'town', from: Day): CellHoldings => ({
      cell: { place, scope },
      holdings: [
        { from: FIRST, holder: 'blue', status: 'undetermined', against: [] },
        { from, holder: 'red', status: 'claimed', against: ['blue'] },
      ],
    });
    const second = addDays(FIRST, 1);
    const days = countDays([held('a', 'district', second), held('b', 'town', second)], { from: FIRST, last: second });
    const count = { holder: 'red', status: 'claimed', against: ['blue'], places: 2, districts: 1 };
    expect(days).toEqual([
      { on: FIRST, counts: [] },
      { on: second, counts: [count] },
    ]);
  });
});
