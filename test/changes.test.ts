// What changed between two days, two moments of knowledge and two states of the ledger, and because of which entries.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Day, endOfDayIn, type Instant } from '../src/model/time.ts';
import { buildApp } from '../src/publishing/serve.ts';
import type { Change, ChangesQuery, Whoholds } from '../src/whoholds.ts';
import { addTo, NOTES, openEmpty, removeAll } from './clock-world.ts';

const day = (text: string): Day => text as Day;
const evening = (text: string): Instant => endOfDayIn(day(text), 'UTC');
const EVERYWHERE = { place: null, scope: null };
const ALL = { asOf: null, seq: null };

let whoholds: Whoholds;
beforeAll(async () => {
  whoholds = await openEmpty();
  await addTo(whoholds, NOTES);
});
afterAll(removeAll);

const cellOf = ({ cell }: Change): string => `${cell.place} ${cell.scope}`;
const ashford = (changes: readonly Change[]): Change | undefined =>
  changes.find((one) => cellOf(one) === 'northmark/ashford district');

/** Both sides of a change are the answers to the plain question. */
const holdsWhat = async ({ cell }: Change, at: ChangesQuery['from']) => {
  const { assessment } = await whoholds.why(cell, at);
  return { holder: assessment.holder, status: assessment.status, p: assessment.p };
};

describe('changes between two days', () => {
  const query = { from: { ...ALL, on: day('2021-03-24') }, to: { ...ALL, on: day('2021-03-25') }, ...EVERYWHERE };

  it('name each cell with what was and what is, and what decides the later day', async () => {
    const changes = await whoholds.changes(query);
    const one = ashford(changes);
    expect(one).toMatchObject({ change: 'hands', from: { holder: 'blue' }, to: { holder: 'red' } });
    expect(one?.because.map(({ act }) => act)).toEqual(one?.because.map(() => 'said'));
    expect(one?.because.map(({ evidence }) => evidence.claim.id).sort()).toEqual([...(one?.to.because ?? [])].sort());
    for (const change of changes) {
      const { holder, status } = change.to;
      expect({ holder, status, p: change.p.to }).toEqual(await holdsWhat(change, query.to));
      if (change.from === null) continue;
      const was = { holder: change.from.holder, status: change.from.status, p: change.p.from };
      expect(was).toEqual(await holdsWhat(change, query.from));
    }
  });

  it('leave out what is as it was', async () => {
    const cells = new Set((await whoholds.changes(query)).map(cellOf));
    const plain = { ...EVERYWHERE, ...ALL, minStatus: null, all: false };
    const [before, after] = [
      await whoholds.control({ ...plain, on: query.from.on }),
      await whoholds.control({ ...plain, on: query.to.on }),
    ];
    for (const one of after.filter(({ cell }) => !cells.has(`${cell.place} ${cell.scope}`))) {
      const was = before.find(({ cell }) => cell.place === one.cell.place && cell.scope === one.cell.scope);
      expect([was?.holder, was?.status]).toEqual([one.holder, one.status]);
    }
    expect(cells.size).toBeGreaterThan(0);
  });
});

describe('changes between two moments of knowledge', () => {
  const on = day('2021-03-21');
  const from = { on, asOf: evening('2021-03-21'), seq: null };
  const to = { on, asOf: evening('2021-03-22'), seq: null };

  it('are those of one and the same day, because of what came out between', async () => {
    const changes = await whoholds.changes({ from, to, ...EVERYWHERE });
    const one = ashford(changes);
    expect(one).toMatchObject({ change: 'hands', from: { holder: 'red' }, to: { holder: 'blue' } });
    const entries = changes.flatMap(({ because }) => because);
    expect(entries.length).toBeGreaterThan(0);
    for (const { act, known } of entries) {
      expect(act).toBe('asserted');
      expect((known ?? '') > (from.asOf ?? '') && (known ?? '9') <= (to.asOf ?? '')).toBe(true);
    }
    const { assessment } = await whoholds.why({ place: 'northmark/ashford', scope: 'district' }, to);
    const ids = one?.because.map(({ evidence }) => evidence.claim.id) ?? [];
    expect(assessment.because.some((id) => ids.includes(id))).toBe(true);
  });

  it('are none where nothing came out', async () => {
    expect(await whoholds.changes({ from: to, to, ...EVERYWHERE })).toEqual([]);
  });

  it('tell a cell as new of which nobody had spoken before', async () => {
    const early = { on: day('2021-03-17'), asOf: '2021-03-10T00:00:00.000Z' as Instant, seq: null };
    const changes = await whoholds.changes({ from: early, to: { ...early, asOf: null }, ...EVERYWHERE });
    expect(ashford(changes)).toMatchObject({ change: 'new', from: null, p: { from: null } });
  });

  it('are those of one place where it is named', async () => {
    const place = 'northmark/ashford';
    const some = await whoholds.changes({ from, to, place, scope: null });
    const all = await whoholds.changes({ from, to, ...EVERYWHERE });
    expect(some).toEqual(all.filter(({ cell }) => cell.place === place));
  });
});

describe('changes between two states of the ledger', () => {
  const on = day('2021-03-18');
  const by = { name: 'Ada Finch', reason: 'It is another town.' };

  it('name what was recorded between', async () => {
    const ledger = await openEmpty();
    await addTo(ledger, NOTES.slice(0, 1));
    const first = await ledger.seq();
    await addTo(ledger, NOTES.slice(1));
    const changes = await ledger.changes({
      from: { on, asOf: null, seq: first },
      to: { on, asOf: null, seq: null },
      ...EVERYWHERE,
    });
    expect(changes.length).toBeGreaterThan(0);
    for (const { act, seq } of changes.flatMap(({ because }) => because))
      expect([act, (seq ?? 0) > first]).toEqual(['asserted', true]);
  });

  it('name what was taken back, by its reason', async () => {
    const ledger = await openEmpty();
    await addTo(ledger, NOTES.slice(0, 1));
    const cell = { place: 'northmark/ashford', scope: 'district' } as const;
    const { assessment } = await ledger.why(cell, { ...ALL, on });
    const first = await ledger.seq();
    for (const id of assessment.because) await ledger.review.retract(id, by);
    const changes = await ledger.changes({ from: { on, asOf: null, seq: first }, to: { on, ...ALL }, ...EVERYWHERE });
    const back = ashford(changes)?.because.filter(({ act }) => act === 'retracted') ?? [];
    expect(back.map(({ evidence }) => evidence.claim.id).sort()).toEqual([...assessment.because].sort());
    expect(back.every(({ reason, seq }) => reason === by.reason && (seq ?? 0) > first)).toBe(true);
  });

  it('name reports that were found to be one story, or two', async () => {
    const ledger = await openEmpty();
    await addTo(ledger, NOTES);
    const first = await ledger.seq();
    const { rows } = await ledger.reports({ limit: 50 });
    const copy = rows.find(({ copyOf }) => copyOf !== null);
    await ledger.review.cut([copy?.report.id ?? ''], by);
    const changes = await ledger.changes({ from: { on, asOf: null, seq: first }, to: { on, ...ALL }, ...EVERYWHERE });
    const parted = changes.flatMap(({ because }) => because).filter(({ act }) => act === 'parted');
    const looked = await ledger.why({ place: 'northmark/ashford', scope: 'district' }, { ...ALL, on });
    // One voice became two, which need not change who holds it; where it does, the answer says so.
    expect(looked.assessment.families).toBeGreaterThan(1);
    for (const { evidence, reason } of parted)
      expect(reason).toContain(evidence.report.id === copy?.report.id ? 'r_' : '');
    expect(changes.length === 0 || parted.length > 0).toBe(true);
  });
});

describe('changes over HTTP', () => {
  const get = async (query: string) => {
    const app = buildApp(whoholds, { host: '127.0.0.1', report: () => {} });
    const answer = await app.request(`http://localhost/api/changes?${query}`);
    return { status: answer.status, body: (await answer.json()) as { data: Record<string, unknown>[]; code?: string } };
  };

  it('take two days, two moments or two states', async () => {
    const days = await get('from=2021-03-24&to=2021-03-25');
    expect(days.body.data.map(({ change }) => change)).toContain('hands');
    const moments = await get('on=2021-03-21&fromAsOf=2021-03-21&toAsOf=2021-03-22');
    expect(moments.body.data.length).toBeGreaterThan(0);
    expect(moments.body.data[0]).toMatchObject({ because: [{ act: 'asserted', claim: { id: expect.any(String) } }] });
    const states = await get('on=2021-03-21&fromSeq=0');
    expect(states.body.data.every(({ change, from }) => change === 'new' && from === null)).toBe(true);
  });

  it('say what is missing', async () => {
    expect(await get('from=2021-03-17')).toMatchObject({ status: 400, body: { code: 'missing-parameter' } });
    expect(await get('on=2021-03-17&since=1')).toMatchObject({ status: 400, body: { code: 'unknown-parameter' } });
  });
});
