// A war that is still going on is shown late: nothing that came out after the cut is there, by whichever question.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day, Instant } from '../src/model/time.ts';
import { cutBefore, delayed, delayHours } from '../src/publishing/delay.ts';
import { buildApp } from '../src/publishing/serve.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openTinyLedger, type TinyLedger } from './tiny-ledger.ts';

const CUT = '2021-03-18T12:00:00.000Z' as Instant;
const ON = '2021-03-20' as Day;
const EVERYTHING = { seq: null, place: null, scope: null, minStatus: null, all: false };

describe('a delay', () => {
  let ledger: TinyLedger;
  beforeAll(async () => {
    ledger = await openTinyLedger();
  });
  afterAll(() => ledger.remove());

  it('is two days where the theatre has no last day, none where it has one, and what is set otherwise', () => {
    const tiny = loadTheatre('tiny');
    const live = { ...tiny, period: { ...tiny.period, until: null } };
    expect([delayHours(tiny, null), delayHours(live, null), delayHours(live, 0), delayHours(tiny, 6)]).toEqual([
      ...[0, 48, 0, 6],
    ]);
    expect(cutBefore(new Date('2026-01-03T12:00:00Z'), 48)).toBe('2026-01-01T12:00:00.000Z');
  });

  it('answers as was known at the cut, and never later, whatever is asked', async () => {
    const late = delayed(ledger.whoholds, () => CUT);
    const plain = await ledger.whoholds.control({ ...EVERYTHING, on: ON, asOf: CUT });
    expect(plain.length).toBeGreaterThan(0);
    for (const asOf of [null, '2021-04-01T00:00:00.000Z' as Instant])
      expect(await late.control({ ...EVERYTHING, on: ON, asOf })).toEqual(plain);
    const before = '2021-03-16T12:00:00.000Z' as Instant;
    expect(await late.control({ ...EVERYTHING, on: ON, asOf: before })).toEqual(
      await ledger.whoholds.control({ ...EVERYTHING, on: ON, asOf: before }),
    );
  });

  it('lists no report, claim, count or incident that came out after the cut', async () => {
    const late = delayed(ledger.whoholds, () => CUT);
    const [all, shown] = [await ledger.whoholds.reports({}), await late.reports({})];
    const isOut = (latest: string | null): boolean => latest !== null && latest < '2021-03-18';
    expect(shown.rows.length).toBeGreaterThan(0);
    expect(shown.rows.length).toBeLessThan(all.rows.length);
    const hidden = all.rows.filter(({ report }) => !shown.rows.some((row) => row.report.id === report.id));
    for (const { report } of hidden) {
      expect(isOut(report.published.latest)).toBe(false);
      expect(await late.report(report.id)).toBeNull();
    }
    const ids = new Set(hidden.map(({ report }) => report.id));
    for (const { report } of (await late.claims({})).rows) expect(ids.has(report.id)).toBe(false);
    for (const { report } of [...(await late.aggregates()), ...(await late.incidents())])
      expect(ids.has(report)).toBe(false);
    for (const { report } of (await late.incidentRows({})).rows) expect(ids.has(report.id)).toBe(false);
    const known = { asOf: null, seq: null };
    const spokenBy = (rows: readonly { claims: number; denials: number }[]): number =>
      rows.reduce((sum, { claims, denials }) => sum + claims + denials, 0);
    expect(spokenBy(await late.speakers(known))).toBeLessThan(spokenBy(await ledger.whoholds.speakers(known)));
    expect(await late.coverage(known)).toEqual(await ledger.whoholds.coverage({ ...known, asOf: CUT }));
    expect(await late.hindsight(known)).toEqual(await ledger.whoholds.hindsight({ ...known, asOf: CUT }));
    const counts = { on: null, asOf: null, seq: null };
    expect(await late.reconcile(counts)).toEqual(await ledger.whoholds.reconcile({ ...counts, asOf: CUT }));
    expect(await ledger.whoholds.reconcile(counts)).not.toEqual(await late.reconcile(counts));
  });

  it('lets no day, no change and no dropped sentence through that came out after the cut', async () => {
    const late = delayed(ledger.whoholds, () => CUT);
    const query = { scope: null, from: ON, until: ON, asOf: null, seq: null };
    for await (const { days } of late.days('northmark/ashford', query))
      for (const { knownBy, nowcast, hindcast } of days) {
        expect(knownBy).toBe(CUT);
        expect(nowcast).toEqual(hindcast);
      }
    const moment = (asOf: Instant | null) => ({ on: ON, asOf, seq: null });
    const since = { from: moment(CUT), to: moment(null), place: null, scope: null };
    expect((await ledger.whoholds.changes(since)).length).toBeGreaterThan(0);
    expect(await late.changes(since)).toEqual([]);
    for (const { report } of (await late.reports({})).rows)
      for (const { of } of (await late.report(report.id))?.dropped ?? []) expect(await late.report(of)).not.toBeNull();
  });

  it('is named in every answer of the server, whose tags it makes void', async () => {
    const report = (error: unknown): void => expect(error).toBeNull();
    const app = buildApp(ledger.whoholds, { host: '127.0.0.1', report, cut: () => CUT });
    const ask = (tag: string): Promise<Response> =>
      Promise.resolve(app.request(`/api/control?on=${ON}`, { headers: { host: '127.0.0.1', 'if-none-match': tag } }));
    const first = await ask('');
    expect(((await first.json()) as { meta: { asOf: string } }).meta.asOf).toBe(CUT);
    expect((await ask(first.headers.get('etag') ?? '')).status).toBe(200);
  });
});
