// Numbers about many places against a ledger (control-method 10 and worked example d), on invented evidence of nine districts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';
import { NOTHING_HEARD } from '../src/assessment/coverage.ts';
import { groundOf } from '../src/assessment/ground.ts';
import { Reconciler, type ReportedAggregate } from '../src/assessment/reconcile.ts';
import { lendersOf } from '../src/assessment/scopes.ts';
import { prepare } from '../src/assessment/view.ts';
import type { AggregateClaim, VoiceClass } from '../src/model/claim.ts';
import type { Cell } from '../src/model/control.ts';
import type { Reconciliation } from '../src/model/reconciliation.ts';
import { seeded } from '../src/model/seeded.ts';
import { type Day, type Instant, onDay } from '../src/model/time.ts';
import { buildApp } from '../src/publishing/serve.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { parseEvidence } from './assessment-world.ts';
import { openTinyLedger, type TinyLedger } from './tiny-ledger.ts';

const theatre = loadTheatre('tiny');
const ground = groundOf(theatre);
const ON = '2021-03-20' as Day;

/** Red's own claims of four districts, and of two of them what Blue's reeves admit. */
const EVIDENCE = [
  'a1 2021-03-10 2021-03-10 Hale[spokesman,onrecord,red] capture northmark/ashford(district) red',
  'a2 2021-03-11 2021-03-11 reeve of Ashford[local-official,onrecord,blue] loss northmark/ashford(district) blue to=red',
  'b1 2021-03-12 2021-03-12 Hale[spokesman,onrecord,red] capture northmark/coldwell(district) red',
  'c1 2021-03-14 2021-03-14 reeve of Garth[local-official,onrecord,blue] withdrawal southlea/garth(district) blue',
  'c2 2021-03-14 2021-03-15 Hale[spokesman,onrecord,red] capture southlea/garth(district) red',
  'd1 2021-03-16 2021-03-16 Hale[spokesman,onrecord,red] capture midvale/dunmore(district) red',
  'e1 2021-03-22 2021-03-23 Hale[spokesman,onrecord,red] capture southlea/hollin(district) red',
].map(parseEvidence);

const noon = (day: Day): Instant => `${day}T12:00:00.000Z` as Instant;

const said = (
  id: string,
  side: string,
  rest: Partial<AggregateClaim>,
  meaning: ReportedAggregate['meaning'] = null,
): ReportedAggregate => {
  const { since = null } = rest;
  const when = since === null ? onDay(ON, 'implied') : { ...onDay(ON, 'stated', 'about'), earliest: since };
  const voice = { class: 'spokesman' as VoiceClass, onRecord: true, stake: false };
  const aggregate: AggregateClaim = {
    ...{ id, report: `report-${id}`, count: null, comparator: 'exactly', fraction: null, of: null, unit: 'district' },
    ...{ within: [], kind: 'hold', actor: 'red', since, on: null, until: null, predicate: null, when },
    ...{ polarity: 'affirmed', modality: 'actual', quote: { start: 0, end: 1, text: '.' }, answers: null },
    by: { speaker: null, role: 'office', voice, sides: [side], via: null, relayedBy: null, frame: null },
    ...rest,
  };
  return {
    aggregate,
    known: noon(ON),
    meaning,
    report: { id: aggregate.report, outlet: null, url: null, known: noon(ON) },
  };
};

const SINCE = '2021-03-02' as Day;
const OVER = said('over', 'red', { count: 3, comparator: 'over', of: 12, kind: 'capture', since: SINCE });
const NONE = said('none', 'blue', { count: 0, predicate: 'permanent presence', answers: 'over' }, 'settled');

const reconcile = (all: readonly ReportedAggregate[], evidence = EVIDENCE): ReadonlyMap<string, Reconciliation> => {
  const { denominators, gazetteer } = theatre;
  const horizon = '2021-03-31' as Day;
  const randomOf = ({ place }: Cell) => seeded(theatre.gazetteer.all().findIndex(({ id }) => id === place));
  const reconciler = new Reconciler({ ground, denominators, randomOf, horizon }, all);
  for (const cell of reconciler.cells()) {
    const lenders = lendersOf(cell, gazetteer);
    const own = evidence.filter(({ claim }) => lenders.includes(claim.place.id ?? ''));
    reconciler.add(prepare(ground, { cell, heard: NOTHING_HEARD }, own));
  }
  return new Map(reconciler.reconciliations().map((one) => [one.aggregate.id, one]));
};

const one = (asked: ReportedAggregate, evidence = EVIDENCE): Reconciliation => {
  const found = reconcile([asked], evidence).get(asked.aggregate.id);
  if (found === undefined) throw new Error('It was not answered.');
  return found;
};

describe('two numbers of two sides ("over 3 of 12 seized", "none permanently")', () => {
  const both = reconcile([OVER, NONE]);

  it('stand side by side as two propositions, told which part differs', () => {
    expect(both.get('none')?.beside).toEqual([
      { aggregate: 'over', direction: 'answers', sameProposition: false, differs: ['predicate'] },
    ]);
    expect(both.get('over')?.beside).toEqual([
      { aggregate: 'none', direction: 'answered-by', sameProposition: false, differs: ['predicate'] },
    ]);
  });

  it('the one who claims is held against what anybody named by then, and not by what was told later', () => {
    const over = both.get('over');
    expect(over?.named).toEqual(['midvale/dunmore', 'northmark/ashford', 'northmark/coldwell', 'southlea/garth']);
    expect(over?.namingGap).toBe(-1);
    expect(over?.proposition).toMatchObject({ measure: 'seized', side: 'red', from: SINCE, until: ON });
    expect(over?.ledger?.places).toBe(9);
    expect(over?.ledger?.spokenOf).toBe(4);
    expect(over?.ledger?.heard.mean).toBeGreaterThan(2.5);
    expect(over?.ledger?.heard.mean).toBeLessThan(4);
    expect(over?.ledger?.mean).toBeGreaterThan(over?.ledger?.heard.mean ?? 9);
    expect(over?.verdict).toBe('plausible');
    expect(over?.contradictedBy).toEqual([]);
  });

  it('the one who says none is contradicted by its own officers, and the word that lets it escape is shown', () => {
    const none = both.get('none');
    expect(none?.contradictedBy.map(({ claim }) => claim.id)).toEqual(['a2', 'c1']);
    expect(none?.sentence).toContain('“permanent presence”');
    expect(none?.sentence).toContain('its own side contradicts it: reeve of Ashford and reeve of Garth admitted 2');
    expect(none?.namingGap).toBe(-4);
  });

  it('a stated whole is recognised by its list and never converted', () => {
    expect(both.get('over')?.denominator).toMatchObject({ stated: 12, gazetteer: 9, matches: 'list' });
    expect(both.get('over')?.denominator?.lists.map(({ edition }) => edition)).toEqual(['2020']);
    expect(both.get('over')?.stated).toMatchObject({ number: 3, least: 4, most: 9 });
    expect(one(said('x', 'red', { count: 3, of: 11 })).denominator?.matches).toBe('none');
    expect(one(said('x', 'red', { count: 3, of: 9 })).denominator?.matches).toBe('gazetteer');
    expect(one(said('x', 'red', { count: 3 })).denominator?.matches).toBeNull();
  });
});

describe('an admission that was taken back', () => {
  const retaken =
    'a3 2021-03-13 2021-03-13 reeve of Ashford[local-official,onrecord,blue] recapture northmark/ashford(district) blue';
  const withRetaking = [...EVIDENCE, parseEvidence(retaken, 9)];

  it('does not contradict who has the place now, but still what was lost since a day', () => {
    expect(one(NONE, withRetaking).contradictedBy.map(({ claim }) => claim.id)).toEqual(['c1']);
    const lost = said('lost', 'blue', { count: 1, kind: 'loss', actor: 'blue', since: SINCE });
    expect(one(lost, withRetaking).contradictedBy.map(({ claim }) => claim.id)).toEqual(['a2', 'c1']);
  });

  it('is nothing against a number that need not be all there are', () => {
    expect(one(said('x', 'blue', { count: 1 })).contradictedBy).toEqual([]);
    expect(
      one(said('x', 'blue', { count: 1, comparator: 'at most' })).contradictedBy.map(({ claim }) => claim.id),
    ).toEqual(['a2', 'c1']);
  });
});

describe('a number', () => {
  it.each<[verdict: string, asked: ReportedAggregate]>([
    ['plausible', said('x', 'red', { count: 3, kind: 'capture', since: SINCE })],
    ['plausible-high', said('x', 'red', { comparator: 'all', fraction: 1, kind: 'hold' })],
    ['implausible-high', said('x', 'red', { count: 3, within: ['TN-SOU'], kind: 'capture', on: '2021-03-14' as Day })],
    ['plausible-high', said('x', 'red', { count: 6, kind: 'capture', since: SINCE })],
    ['plausible-low', said('x', 'outlet', { count: 2, comparator: 'at most', kind: 'hold', actor: 'blue' })],
    ['plausible', said('x', 'blue', { count: 5, comparator: 'at least', kind: 'hold', actor: 'blue' })],
    ['plausible', said('x', 'red', { count: 2, within: ['TN-NOR'], kind: 'capture', since: SINCE })],
  ])('is %s', (verdict, asked) => {
    const found = one(asked);
    expect(found.verdict, found.sentence).toBe(verdict);
    expect(found.why).toBeNull();
  });

  it.each<[why: string, asked: ReportedAggregate]>([
    ['unknown-unit', said('x', 'red', { count: 11, unit: 'post', kind: 'capture' })],
    ['unknown-predicate', said('x', 'red', { count: 3, kind: 'siege' })],
    ['unknown-predicate', said('x', 'red', { count: 3, predicate: 'under the influence' })],
    ['not-control', said('x', 'red', { count: 3, kind: 'not-control' })],
    ['not-actual', said('x', 'red', { count: 3, kind: 'capture', modality: 'planned' })],
    ['no-side', said('x', 'outlet', { count: 3, actor: null })],
    ['no-number', said('x', 'red', { comparator: 'over' })],
    ['no-places', said('x', 'red', { count: 2, within: ['salt-road'] })],
    ['part-not-told', said('x', 'red', { count: 2, of: 4 })],
    ['start-not-told', said('x', 'red', { count: 0, kind: 'capture' })],
    ['before-the-ledger', said('x', 'red', { count: 2, kind: 'capture', on: '2021-03-01' as Day })],
  ])('cannot be judged: %s', (why, asked) => {
    const found = one(asked);
    expect(found).toMatchObject({ verdict: 'cannot-say', why, p: null });
    expect(found.sentence).toMatch(/cannot be held against the ledger/);
  });

  it('of a province counts its places alone', () => {
    const found = one(said('x', 'red', { count: 2, within: ['TN-NOR'], kind: 'capture', since: SINCE }));
    expect(found.ledger?.places).toBe(3);
    expect(found.named).toEqual(['northmark/ashford', 'northmark/coldwell']);
  });

  it('that is denied has the probability of the denial', () => {
    const affirmed = one(said('x', 'red', { count: 3, comparator: 'at least' }));
    const denied = one(said('x', 'blue', { count: 3, comparator: 'at least', polarity: 'denied' }));
    expect((affirmed.p ?? 0) + (denied.p ?? 0)).toBeCloseTo(1, 2);
  });

  it('of another day or side counts the same change where one lost what the other took', () => {
    const taken = said('taken', 'red', { count: 4, kind: 'capture', since: SINCE });
    const lost = said('lost', 'blue', { count: 1, kind: 'loss', actor: 'blue', since: SINCE, of: 9, answers: 'taken' });
    const later = said('later', 'blue', {
      count: 1,
      kind: 'loss',
      actor: 'blue',
      since: '2021-03-09' as Day,
      answers: 'taken',
    });
    const crossings = said('gates', 'blue', {
      count: 1,
      unit: 'crossing',
      within: ['TN-NOR'],
      kind: 'hold',
      answers: 'taken',
    });
    const whole = said('whole', 'blue', { count: 1, kind: 'capture', since: SINCE, of: 12, answers: 'lost' });
    const found = reconcile([taken, lost, later, crossings, whole]);
    const besideOf = (id: string) => found.get(id)?.beside.find(({ direction }) => direction === 'answers');
    expect(besideOf('lost')).toMatchObject({ sameProposition: true, differs: [] });
    expect(besideOf('later')).toMatchObject({ sameProposition: false, differs: ['time'] });
    expect(besideOf('gates')).toMatchObject({ sameProposition: false, differs: ['predicate', 'unit', 'place'] });
    expect(besideOf('whole')).toMatchObject({ sameProposition: true, differs: ['denominator'] });
  });

  it('has the same answer whatever else is asked', () => {
    const alone = one(OVER);
    const more = said('more', 'red', { count: 1, unit: 'capital', on: '2021-03-30' as Day });
    const { beside: _, ...rest } = reconcile([more, OVER, NONE]).get('over') ?? alone;
    const { beside: __, ...own } = alone;
    expect(rest).toEqual(own);
  });
});

describe('a ledger’s numbers', () => {
  let ledger: TinyLedger;
  beforeAll(async () => {
    ledger = await openTinyLedger();
  });
  afterAll(() => ledger.remove());

  it('are told by the day they speak of, with what answers what', async () => {
    const all = await ledger.whoholds.reconcile({ on: null, asOf: null, seq: null });
    expect(all.map(({ aggregate, verdict }) => [aggregate.count, aggregate.by.sides[0], verdict])).toEqual([
      [3, 'red', 'plausible-high'],
      [1, 'blue', 'plausible'],
      [5, 'red', 'plausible'],
    ]);
    const council = all.find(({ aggregate }) => aggregate.by.sides.includes('blue'));
    expect(council?.beside).toMatchObject([{ direction: 'answers', sameProposition: true, differs: [] }]);
  });

  it('of a day, as known by a moment, leave out what was told later', async () => {
    const on = '2021-03-17' as Day;
    const known = await ledger.whoholds.reconcile({ on, asOf: '2021-03-18T00:00:00.000Z' as Instant, seq: null });
    expect(known.map(({ aggregate }) => aggregate.count)).toEqual([3, 1]);
    expect(
      await ledger.whoholds.reconcile({ on: null, asOf: '2021-03-16T00:00:00.000Z' as Instant, seq: null }),
    ).toEqual([]);
    expect(await ledger.whoholds.reconcile({ on, asOf: null, seq: 0 })).toEqual([]);
  });

  it('come over HTTP with every field that they had before', async () => {
    const app = buildApp(ledger.whoholds, { host: '127.0.0.1', report: () => {} });
    const response = await app.request('http://localhost/api/aggregates?on=2021-03-17');
    const { data } = (await response.json()) as { data: Record<string, unknown>[] };
    const plain = await ledger.whoholds.aggregates();
    for (const record of data) {
      const before = plain.find(({ id }) => id === record.id);
      expect(record).toMatchObject({
        count: before?.count,
        unit: before?.unit,
        kind: before?.kind,
        quote: before?.quote,
      });
      expect(record).toMatchObject({ since: before?.since, by: before?.until, speaker: before?.by.speaker });
      expect(record).toHaveProperty('verdict');
      expect(record).toHaveProperty('ledger');
    }
    expect(data.length).toBeGreaterThan(0);
    expect((await app.request('http://localhost/api/aggregates?on=yesterday')).status).toBe(400);
  });
});

describe('whoholds aggregates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whoholds-aggregates-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const whoholds = (...words: readonly string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'bin', 'whoholds.js'), ...words], {
      encoding: 'utf8',
      env: { ...process.env, WHOHOLDS_HOME: folder, NO_COLOR: '1' },
    });
  const TINY = ['--theatre', 'tiny'];

  it('prints one line a number, with what answers it below, and records for programs', () => {
    const note = join(ROOT, 'test', 'dispatches', '064-tiny-ashford.txt');
    const gold = join(ROOT, 'test', 'dispatches', 'gold.jsonl');
    expect(whoholds('add', note, '--gold', gold, ...TINY).status).toBe(0);
    const text = whoholds('aggregates', ...TINY, '--on', '2021-03-17');
    expect(text.status, text.stderr).toBe(0);
    const heads = text.stdout.split('\n').filter((line) => /^\S/.test(line));
    expect(heads).toHaveLength(2);
    expect(heads[0]).toMatch(/^plausible-high +Ivo Hale: 3 of 9 districts held by Red League on 2021-03-17 is high/);
    expect(text.stdout).toMatch(/\n {6}answered by “.*”: the same proposition\n/);
    const records = whoholds('aggregates', ...TINY, '--json')
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ count, verdict, beside }) => [count, verdict, beside[0]?.direction])).toEqual([
      [3, 'plausible-high', 'answered-by'],
      [1, 'plausible', 'answers'],
    ]);
    expect(whoholds('aggregates', ...TINY, '--on', '2021-03-02').stdout).toContain('No number about many places');
  });

  it('says no to a day that is none before it looks for a ledger', () => {
    const { status, stderr } = whoholds('aggregates', '--on', 'Wednesday', '--ledger', '/nowhere/at-all.db');
    expect(status).toBe(2);
    expect(stderr).toContain('--on takes a day');
  });
});
