// whoholds fit as a user sees it: a ledger in, a file of numbers out, and the asking commands that assess by it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amongSpeaking, type SimulatedCell, simulate } from '../bench/simulation/world.ts';
import { ROOT } from '../scripts/source-files.ts';
import type { Fitted } from '../src/assessment/fitted.ts';
import { MARK_NAMES, MODEL_PARAMETERS } from '../src/assessment/model-parameters.ts';
import { hashParameters, PARAMETERS, type Parameters } from '../src/assessment/parameters.ts';
import { seeded } from '../src/model/seeded.ts';
import { addDays } from '../src/model/time.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds, type Whoholds } from '../src/whoholds.ts';
import { writeSimulated } from './simulated-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'whoholds-fit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
const read = (name: string): Fitted => JSON.parse(readFileSync(file(name), 'utf8')) as Fitted;
const TRUE = amongSpeaking(MODEL_PARAMETERS);

describe('a ledger of more than a thousand report-days', () => {
  const theatre = loadTheatre('afghanistan-2021');
  const extent = { cells: 190, days: 107 };
  const ledger = { file: file('large.db') };
  let world: readonly SimulatedCell[];
  let fitted: Fitted;

  const open = (parameters: Parameters = PARAMETERS): Promise<Whoholds> =>
    openWhoholds({ theatre, ledger, purpose: 'read', parameters });

  beforeAll(async () => {
    world = simulate(TRUE, extent, seeded(11));
    await writeSimulated(ledger.file, theatre, world);
    const whoholds = await open();
    const outcome = await whoholds.fit({ seq: null, changes: [] });
    await whoholds.close();
    if (!outcome.ok) throw new Error(outcome.refusal.reason);
    fitted = outcome.value;
  });

  it('teaches numbers that come from it and say so', () => {
    const { origin, version, hash, parameters } = fitted;
    expect(origin.reportDays).toBeGreaterThan(1000);
    expect(origin.cells).toBe(theatre.gazetteer.all().filter(({ kind }) => kind === 'district').length);
    expect(origin.rounds).toBeLessThanOrEqual(60);
    expect(origin.from).toEqual({ version: PARAMETERS.version, hash: hashParameters(PARAMETERS) });
    expect(version).toMatch(/^author-default-1\.fit-[0-9a-f]{8}$/);
    expect([parameters.version, hash]).toEqual([version, hashParameters(parameters)]);
  });

  it('draws the worth of statements towards what it is in that world', () => {
    const heard = MARK_NAMES.filter((mark) => /^(own|third)-/.test(mark));
    const farOff = ({ marks }: typeof MODEL_PARAMETERS): number => {
      const odds = (table: typeof marks, mark: (typeof heard)[number]): number =>
        Math.log(table[mark][2] / table[mark][0]);
      return heard.reduce((sum, mark) => sum + Math.abs(odds(marks, mark) - odds(TRUE.marks, mark)), 0) / heard.length;
    };
    expect(farOff(fitted.parameters.model)).toBeLessThan(farOff(MODEL_PARAMETERS));
    expect(fitted.parameters.model.marks.witness).toEqual(MODEL_PARAMETERS.marks.witness);
  });

  it('makes the assessment of that world better', async () => {
    const districts = theatre.gazetteer.all().filter(({ kind }) => kind === 'district');
    const brier = async (parameters: Parameters): Promise<number> => {
      const whoholds = await open(parameters);
      let [sum, count] = [0, 0];
      for (const day of [60, 90]) {
        const on = addDays(theatre.period.from, day);
        const asked = { on, asOf: null, seq: null, place: null, scope: null, minStatus: null, all: false };
        const held = new Map((await whoholds.control(asked)).map(({ cell, p }) => [cell.place, p?.taliban ?? 0]));
        for (const [at, { states }] of world.entries()) {
          const p = held.get(districts[at]?.id ?? '');
          if (p === undefined) continue;
          sum += (p - ((states[day] ?? 0) >= 2 ? 1 : 0)) ** 2;
          count += 1;
        }
      }
      await whoholds.close();
      return sum / count;
    };
    expect(await brier(fitted.parameters)).toBeLessThan(await brier(PARAMETERS));
  });
});

describe('whoholds fit', () => {
  const theatre = loadTheatre('tiny');
  const env = { ...process.env, WHOHOLDS_HOME: folder, WHOHOLDS_THEATRE: 'tiny', NO_COLOR: '1' };
  const whoholds = (words: readonly string[], more: Record<string, string> = {}) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'bin', 'whoholds.js'), ...words], {
      ...{ env: { ...env, ...more }, encoding: 'utf8', maxBuffer: 2 ** 26 },
    });
    return { stdout, stderr, status };
  };
  /** The program's own numbers, but for the bound: so small a theatre cannot reach a thousand report-days. */
  const writeBounded = (name: string): void => {
    const learning = { ...MODEL_PARAMETERS.learning, minReportDays: 10 };
    const parameters = { ...PARAMETERS, version: 'small', model: { ...MODEL_PARAMETERS, learning } };
    const origin: Fitted['origin'] = {
      ...{ theatre: { id: 'tiny', version: theatre.version }, seq: 0, cells: 0, reportDays: 0, anchors: 0, rounds: 0 },
      statements: Object.fromEntries(MARK_NAMES.map((mark) => [mark, 0])) as Fitted['origin']['statements'],
      ...{ gain: 0, from: { version: PARAMETERS.version, hash: hashParameters(PARAMETERS) } },
    };
    writeFileSync(
      file(name),
      JSON.stringify({ version: 'small', hash: hashParameters(parameters), origin, parameters }),
    );
  };
  const fit = (out: string, ...words: string[]) =>
    whoholds(['fit', '--parameters', file('small.json'), '--out', file(out), ...words]);

  beforeAll(async () => {
    writeBounded('small.json');
    await writeSimulated(file('whoholds.db'), theatre, simulate(TRUE, { cells: 9, days: 31 }, seeded(3)));
  });

  it('refuses a ledger of too few report-days with a sentence, and writes nothing', () => {
    const { stderr, status } = whoholds(['fit', '--out', file('none.json')]);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /Nothing was learned \(too-few-report-days\): The corpus has \d+ report-days, and a fit needs/,
    );
    expect(existsSync(file('none.json'))).toBe(false);
    const told = whoholds(['fit', '--out', file('none.json'), '--json']);
    expect(JSON.parse(told.stdout)).toMatchObject({ code: 'too-few-report-days', stage: 'assessment' });
  });

  it('tells what it learned, and writes it to a file that names its origin', () => {
    const { stdout, status } = fit('learned.json');
    expect(status).toBe(0);
    const { version, hash, origin, parameters } = read('learned.json');
    expect(version).toMatch(/^small\.fit-[0-9a-f]{8}$/);
    expect(hash).toBe(hashParameters(parameters));
    expect(origin).toMatchObject({ theatre: { id: 'tiny', version: theatre.version }, cells: 9, anchors: 0 });
    expect(origin.from.version).toBe('small');
    expect(stdout).toContain(`${version}: learned from ${origin.reportDays} report-days in 9 districts.`);
    expect(stdout).toMatch(/own-capture +\d+\.\d +4\.00 +\d/);
    expect(stdout).toMatch(/held, taken the next day +0\.400 % +0\.\d+ %/);
  });

  it('gives the same file for the same ledger, and the summary as a record with --json', () => {
    const { stdout } = fit('again.json', '--json');
    expect(readFileSync(file('again.json'), 'utf8')).toBe(readFileSync(file('learned.json'), 'utf8'));
    const { parameters: _numbers, ...named } = read('learned.json');
    expect(JSON.parse(stdout)).toEqual(named);
  });

  it('learns from an earlier state of the ledger with --seq', () => {
    expect(fit('early.json', '--seq', '50', '--json').status).toBe(0);
    const [early, all] = [read('early.json'), read('learned.json')];
    expect(early.origin.seq).toBe(50);
    expect(early.origin.reportDays).toBeLessThan(all.origin.reportDays);
  });

  it('gives numbers by which the asking commands assess, by flag or variable, and each answer names them', () => {
    const words = ['control', '--on', '2021-03-20', '--json'];
    const first = (text: string) =>
      JSON.parse(text.split('\n')[0] ?? '') as {
        p: Record<string, number>;
        model: { version: string; paramsHash: string };
      };
    const before = first(whoholds(words).stdout);
    const after = first(whoholds([...words, '--parameters', file('learned.json')]).stdout);
    const { version, hash } = read('learned.json');
    expect(before.model.version).toBe(PARAMETERS.version);
    expect(after.model).toEqual({ version, paramsHash: hash });
    expect(after.p).not.toEqual(before.p);
    const [place = ''] = theatre.gazetteer.all().flatMap(({ id, kind }) => (kind === 'district' ? [id] : []));
    const why = whoholds(['why', place, '--on', '2021-03-20', '--json', '--parameters', file('learned.json')]);
    expect(first(why.stdout).model).toEqual(after.model);
    expect(first(whoholds(words, { WHOHOLDS_PARAMETERS: file('learned.json') }).stdout)).toEqual(after);
  });

  it('learns from dated changes too, and says which lie on nothing', () => {
    const [place = ''] = theatre.gazetteer.all().flatMap(({ id, kind }) => (kind === 'district' ? [id] : []));
    const rows = [`${place},district,2021-03-01,2021-03-12,blue,1`, `${place},centre,2021-03-12,,red,0.9`];
    const crossing = theatre.gazetteer.all().find(({ kind }) => kind === 'crossing')?.id;
    if (crossing !== undefined) rows.push(`${crossing},crossing,2021-03-15,,red,1`);
    writeFileSync(file('truth.csv'), ['placeId,scope,from,until,holder,confidence', ...rows].join('\n'));
    const { stderr, status } = fit('anchored.json', '--truth', file('truth.csv'));
    expect(status).toBe(0);
    expect(read('anchored.json').origin.anchors).toBe(1);
    expect(read('anchored.json').hash).not.toBe(read('learned.json').hash);
    expect(stderr.includes('1 of the truth')).toBe(crossing !== undefined);
  });

  it('tells every fault of a truth or of a file of numbers, and does nothing', () => {
    writeFileSync(
      file('bad.csv'),
      'placeId,scope,from,until,holder,confidence\nnowhere,district,2021-03-04,,green,1\n',
    );
    const truth = fit('none.json', '--truth', file('bad.csv'));
    expect(truth.status).toBe(2);
    expect(truth.stderr).toMatch(/placeId[\s\S]*holder[\s\S]*2 faults, so nothing was learned/);
    const learned = read('learned.json');
    const { undatedDays: _left, ...some } = learned.parameters;
    writeFileSync(file('bad.json'), JSON.stringify({ ...learned, parameters: { ...some, mine: 1 } }));
    const numbers = whoholds(['control', '--on', '2021-03-20', '--parameters', file('bad.json')]);
    expect([numbers.status, numbers.stdout]).toEqual([2, '']);
    expect(numbers.stderr).toMatch(/undatedDays[\s\S]*mine[\s\S]*2 faults, so nothing was assessed by it/);
    writeFileSync(file('worse.json'), '{');
    expect(whoholds(['control', '--parameters', file('worse.json')]).stderr).toContain('worse.json is no JSON');
    expect(existsSync(file('none.json'))).toBe(false);
  });

  it('asks for the file to write', () => {
    const { stderr, status } = whoholds(['fit']);
    expect(status).toBe(2);
    expect(stderr).toContain('--out');
  });
});
