// What a large ledger keeps beside its entries gives the same answers as the entries themselves, on every day.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';
import { groundOf } from '../src/assessment/ground.ts';
import { NO_HISTORY, sourceGrades } from '../src/assessment/letters.ts';
import { PARAMETERS } from '../src/assessment/parameters.ts';
import { filesSource } from '../src/intake/sources.ts';
import { type Ledger, openLedger } from '../src/ledger/ledger.ts';
import type { Assessment, Holding } from '../src/model/control.ts';
import { addDays, type Day, type Instant } from '../src/model/time.ts';
import { readerOfGold } from '../src/reading/gold/replay-gold.ts';
import { parseGold } from '../src/score/gold.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { addItems } from '../src/whoholds/add-items.ts';
import { ControlDesk } from '../src/whoholds/control-desk.ts';
import { DerivedControl, LARGE_LEDGER } from '../src/whoholds/derived-control.ts';
import { Gatherer } from '../src/whoholds/gatherer.ts';
import { LetterDesk } from '../src/whoholds/letter-desk.ts';

const DISPATCHES = join(ROOT, 'test', 'dispatches');
const NOW = '2026-01-01T00:00:00.000Z' as Instant;
const EVERYTHING = { asOf: null, seq: null, place: null, scope: null, minStatus: null, all: false };

describe('assessments kept beside the entries', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whoholds-derived-'));
  const theatre = loadTheatre('tiny');
  const days = Array.from({ length: 22 }, (_, index) => addDays('2021-03-10' as Day, index * 5));
  let ledger: Ledger;
  let derived: DerivedControl;

  const add = async (names: readonly string[]): Promise<void> => {
    const reader = readerOfGold(parseGold(readFileSync(join(DISPATCHES, 'gold.jsonl'), 'utf8')));
    const paths = names.map((name) => join(DISPATCHES, name));
    const adding = { ledger, theatre, options: { reader, by: 'test', now: () => NOW } };
    for await (const added of addItems(adding, filesSource(paths))) expect(added.report).not.toBeNull();
  };
  const bare = ({ steps: _s, denials: _d, notCounted: _n, ...rest }: Assessment) => rest;
  const kept = async (day: Day) => {
    const answer = await derived.on(day);
    const touched = new Set(answer?.touched.map(({ place, scope }) => `${place} ${scope}`));
    const seen = (answer?.assessments ?? []).filter(({ flags }) => !flags.includes('baselineOnly'));
    return { seen: seen.map(bare), touched };
  };
  const direct = async (day: Day) =>
    (await new ControlDesk(ledger, theatre).control({ ...EVERYTHING, on: day })).map(bare);
  const byCell = (a: { cell: object }, b: { cell: object }): number =>
    JSON.stringify(a.cell) < JSON.stringify(b.cell) ? -1 : 1;

  beforeAll(async () => {
    ledger = await openLedger({ file: join(folder, 'tiny.db') }, theatre.id);
    derived = new DerivedControl(ledger, theatre, groundOf(theatre));
    await add(['064-tiny-ashford.txt', '066-tiny-blue-statement.txt', '067-tiny-red-dispatch.txt']);
    await derived.refresh();
  });
  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the same as from the claims, on every day', async () => {
    for (const day of days) {
      const { seen, touched } = await kept(day);
      expect(touched.size).toBe(0);
      expect(seen.sort(byCell)).toEqual([...(await direct(day))].sort(byCell));
    }
  });

  it('give the letters that the claims give, on every cell together', async () => {
    const letters = async () => sourceGrades(PARAMETERS.grading, (await derived.letters()) ?? NO_HISTORY);
    const { sources } = await new ControlDesk(ledger, theatre).sourceGrades({ asOf: null, seq: null });
    expect(sources.length).toBeGreaterThan(3);
    expect(await letters()).toEqual(sources);
  });

  it('leave to the claims what later entries bear on, and keep the rest', async () => {
    await add(['068-tiny-retaken.txt', '069-tiny-again.txt']);
    for (const day of days) {
      const { seen, touched } = await kept(day);
      expect(touched.size).toBeGreaterThan(0);
      const untouched = (await direct(day)).filter(({ cell }) => !touched.has(`${cell.place} ${cell.scope}`));
      expect(seen.sort(byCell)).toEqual([...untouched].sort(byCell));
    }
  });

  it('know who held each cell from a day on, but for the touched ones', async () => {
    const [first, last] = ['2021-03-12' as Day, '2021-05-12' as Day];
    const answer = await derived.holdings(first);
    const touched = new Set(answer?.touched.map(({ place, scope }) => `${place} ${scope}`));
    expect(touched.size).toBeGreaterThan(0);
    const direct = await new ControlDesk(ledger, theatre).holdings.cells({
      from: first,
      until: last,
      asOf: null,
      seq: null,
    });
    const kept = new Map(answer?.cells.map(({ cell, holdings }) => [`${cell.place} ${cell.scope}`, holdings]));
    const compared = direct.filter(({ cell }) => !touched.has(`${cell.place} ${cell.scope}`));
    expect(compared.length).toBeGreaterThan(0);
    for (const { cell, holdings } of compared) {
      const within = (kept.get(`${cell.place} ${cell.scope}`) ?? []).filter(({ from }) => from <= last);
      const bare = (all: readonly Holding[]) => all.map(({ from, holder, status }) => ({ from, holder, status }));
      expect(bare(within)).toEqual(bare(holdings));
    }
  });

  it('follow once they are brought up to date', async () => {
    const before = await derived.letters();
    await derived.refresh();
    expect(await derived.letters()).not.toEqual(before);
    const { sources } = await new ControlDesk(ledger, theatre).sourceGrades({ asOf: null, seq: null });
    expect(sourceGrades(PARAMETERS.grading, (await derived.letters()) ?? NO_HISTORY)).toEqual(sources);
    for (const day of days) {
      const { seen, touched } = await kept(day);
      expect(touched.size).toBe(0);
      expect(seen.sort(byCell)).toEqual([...(await direct(day))].sort(byCell));
    }
  });

  it('of a large ledger are lettered by what is kept; as of a moment or an earlier state, as before data', async () => {
    const ground = groundOf(theatre);
    const seq = LARGE_LEDGER + 1;
    const sources = { gatherer: new Gatherer(ledger, theatre, ground), kept: () => derived.letters() };
    const desk = new LetterDesk(ground, { ...sources, lastSeq: async () => seq });
    expect(await desk.at({ asOf: null, seq })).toEqual(await derived.letters());
    expect(await desk.at({ asOf: NOW, seq })).toEqual(NO_HISTORY);
    const later = new LetterDesk(ground, { ...sources, lastSeq: async () => seq + 1 });
    expect(await later.at({ asOf: null, seq })).toEqual(NO_HISTORY);
  });
});
