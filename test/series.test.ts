// Many cells on many days at once: each day's answer is the one that the single question gives.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell } from '../src/model/control.ts';
import type { CellSeries } from '../src/model/series.ts';
import { addDays, type Day, endOfDayIn } from '../src/model/time.ts';
import { buildApp } from '../src/publishing/serve.ts';
import type { SeriesQuery } from '../src/whoholds.ts';
import { openTinyLedger, type TinyLedger } from './tiny-ledger.ts';

const DAYS = Array.from({ length: 31 }, (_, at) => addDays('2021-03-01' as Day, at));
const ASHFORD: Cell = { place: 'northmark/ashford', scope: 'district' };
const CELLS: readonly Cell[] = [
  ASHFORD,
  { place: 'northmark/coldwell', scope: 'district' },
  { place: 'northmark/millers-bridge', scope: 'crossing' },
  { place: 'midvale/fernhill', scope: 'district' },
];

let tiny: TinyLedger;
let series: readonly CellSeries[];
const all = async (query: SeriesQuery): Promise<readonly CellSeries[]> => {
  const found: CellSeries[] = [];
  for await (const one of tiny.whoholds.series(query)) found.push(one);
  return found;
};
beforeAll(async () => {
  tiny = await openTinyLedger();
  series = await all({ cells: CELLS, days: DAYS, asOf: null, seq: null });
});
afterAll(() => tiny.remove());

const of = (cell: Cell): CellSeries => {
  const found = series.find((one) => one.cell.place === cell.place);
  if (found === undefined) throw new Error(`no series of ${cell.place}`);
  return found;
};
const single = async (cell: Cell, on: Day, known: 'on the day' | 'at the end') => {
  const asOf = known === 'at the end' ? null : endOfDayIn(on, 'UTC');
  const { assessment } = await tiny.whoholds.why(cell, { on, asOf, seq: null });
  const { p, holder, status, reason } = assessment;
  return { p, holder, status, reason };
};

describe('a series', () => {
  it('tells of each day what the single question tells, as known on the day and at the end', async () => {
    for (const cell of CELLS)
      for (const day of DAYS.filter((_, at) => at % 4 === 0)) {
        const told = of(cell).days.find((one) => one.day === day);
        expect(told?.nowcast).toEqual(await single(cell, day, 'on the day'));
        expect(told?.hindcast).toEqual(await single(cell, day, 'at the end'));
      }
  });

  it('knows on the day nothing that came out later', () => {
    const { days } = of(ASHFORD);
    const on = (day: string) => days.find((one) => one.day === day);
    // retaken on the 20th, told on the 22nd
    expect(on('2021-03-21')?.nowcast.holder).not.toBe(on('2021-03-22')?.nowcast.holder);
    expect(on('2021-03-21')?.hindcast.holder).toBe('blue');
  });

  it('ends what is known at a moment, for both clocks', async () => {
    const asOf = endOfDayIn('2021-03-19' as Day, 'UTC');
    const [cut] = await all({ cells: [ASHFORD], days: DAYS, asOf, seq: null });
    const last = cut?.days.at(-1);
    expect(last?.knownBy).toBe(asOf);
    expect(last?.nowcast).toEqual(last?.hindcast);
    expect(cut?.sayings.every(({ known }) => known <= asOf)).toBe(true);
    expect(cut?.sayings.length).toBeLessThan(of(ASHFORD).sayings.length);
  });

  it('brings the words of the cell unweighed: who has it by whom, since when, and which are copies', () => {
    const { sayings, baseline } = of(ASHFORD);
    expect(baseline).toBe('blue');
    expect(sayings).toContainEqual(expect.objectContaining({ day: '2021-03-25', holder: 'red' }));
    expect(sayings.some(({ copy }) => copy)).toBe(true);
    expect(of({ place: 'midvale/fernhill', scope: 'district' }).sayings).toEqual([]);
  });

  it('of one place has a line for each day of each of its scopes', async () => {
    const query = { scope: null, from: '2021-03-17' as Day, until: '2021-03-20' as Day, asOf: null, seq: null };
    const found: CellSeries[] = [];
    for await (const one of tiny.whoholds.days(ASHFORD.place, query)) found.push(one);
    const scopes = await tiny.whoholds.scopesOf(ASHFORD.place);
    expect(found.map(({ cell }) => cell.scope)).toEqual(scopes);
    for (const one of found) expect(one.days.map(({ day }) => day)).toEqual(DAYS.slice(16, 20));
    const district = found.find(({ cell }) => cell.scope === 'district');
    expect(district?.days).toEqual(of(ASHFORD).days.slice(16, 20));
  });

  it('has a line for each day with p under both clocks, over HTTP too', async () => {
    const app = buildApp(tiny.whoholds, { host: '127.0.0.1', report: () => {} });
    const path = '/api/places/northmark%2Fashford/series?from=2021-03-19&until=2021-03-22&scope=district';
    const { data } = (await (await app.request(`http://localhost${path}`)).json()) as {
      data: Record<string, unknown>[];
    };
    const told = of(ASHFORD).days.slice(18, 22);
    expect(data.map(({ on, nowcast, hindcast }) => ({ on, nowcast, hindcast }))).toEqual(
      told.map(({ day, nowcast, hindcast }) => ({ on: day, nowcast, hindcast })),
    );
    expect(told.every(({ nowcast }) => nowcast.p !== null)).toBe(true);
  });

  it('dates the changes of hands, with an interval, as known at the end', () => {
    const changes = of(ASHFORD).changes ?? [];
    expect(changes.length).toBeGreaterThan(0);
    for (const { day, low, high, p } of changes) {
      expect((low ?? '9') <= day && day <= (high ?? '')).toBe(true);
      expect(p).toBeGreaterThan(0);
    }
  });

  it('is not told over more days than anybody can look at', async () => {
    const app = buildApp(tiny.whoholds, { host: '127.0.0.1', report: () => {} });
    const path = '/api/places/northmark%2Fashford/series?from=1900-01-01&until=2100-01-01';
    const answer = await app.request(`http://localhost${path}`);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'bad-parameter']);
  });
});
