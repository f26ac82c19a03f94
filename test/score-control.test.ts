// whoholds score --control as a user sees it, on the ledger of the invented theatre and its invented truth.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';
import type { ControlScores } from '../src/score/control-scores.ts';

const folder = mkdtempSync(join(tmpdir(), 'whoholds-truth-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TRUTH = join(ROOT, 'docs', 'tiny-truth.csv');
const DISPATCHES = join(ROOT, 'test', 'dispatches');
const env = { ...process.env, WHOHOLDS_HOME: folder, WHOHOLDS_THEATRE: 'tiny', NO_COLOR: '1' };

const whoholds = (...words: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'bin', 'whoholds.js'), ...words], {
    ...{ env, encoding: 'utf8', maxBuffer: 2 ** 26 },
  });
  return { stdout, stderr, status };
};
const truth = (...lines: string[]): string => {
  const file = join(folder, `truth-of-${lines.length}.csv`);
  writeFileSync(file, ['placeId,scope,from,until,holder,confidence', ...lines].join('\n'));
  return file;
};

beforeAll(() => {
  const notes = readdirSync(DISPATCHES).filter((name) => /^06[4-9]-tiny/.test(name));
  const { status } = whoholds(
    'add',
    ...notes.map((name) => join(DISPATCHES, name)),
    '--gold',
    join(DISPATCHES, 'gold.jsonl'),
  );
  if (status !== 0) throw new Error('the ledger was not made');
});

describe('a truth that a server is given', () => {
  it('is checked before anything is served', () => {
    const file = truth('northmark/ashfrod,district,2021-03-01,,red,1');
    const { stdout, stderr, status } = whoholds('serve', '--port', '0', '--truth', file);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('no place has the id “northmark/ashfrod”');
  });
});

describe('a truth that cannot be used', () => {
  it('is told with all its faults, each with its row and column, and nothing is scored', () => {
    const file = truth(
      'northmark/ashfrod,district,2021-03-01,,red,1',
      'northmark/coldwell,district,2021-03-01,,green,1',
      'northmark/coldwell,district,2021-03-10,2021-03-04,red,1',
    );
    const { stdout, stderr, status } = whoholds('score', '--control', file);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'truth-of-3.csv:2: placeId: no place has the id “northmark/ashfrod”; the nearest is northmark/ashford',
    );
    expect(stderr).toContain('truth-of-3.csv:3: holder: “green” is no side of the theatre: blue, red, none');
    expect(stderr).toContain('truth-of-3.csv:4: until: 2021-03-04 is not after 2021-03-10');
    expect(stderr).toContain('3 faults, so nothing was scored');
  });

  it('says what is missing: the file, its columns, its rows, a day within the theatre’s period', () => {
    const bare = join(folder, 'bare.csv');
    writeFileSync(bare, 'place,day\n');
    const cases: [words: string[], status: number, says: string][] = [
      [['--control', join(folder, 'none.csv')], 3, 'no such file'],
      [['--control', bare], 2, 'no column placeId, scope, from, until, holder, confidence'],
      [['--control', truth()], 2, 'has no row'],
      [['--control', truth('northmark/ashford,district,2020-01-01,2020-02-01,red,1')], 2, 'no day to score'],
      [['--control', TRUTH, '--from', '2021-03-20', '--until', '2021-03-10'], 2, 'no day to score'],
      [['--control', TRUTH, '--from', 'today'], 2, 'YYYY-MM-DD'],
    ];
    for (const [words, status, says] of cases) {
      const result = whoholds('score', ...words);
      expect([result.status, result.stderr]).toEqual([status, expect.stringContaining(says)]);
    }
  });

  it('is not mixed up with gold: one of the two is scored', () => {
    for (const words of [
      [],
      ['--control', TRUTH, '--gold', join(DISPATCHES, 'gold.jsonl')],
      ['readings.jsonl', '--control', TRUTH],
    ]) {
      const { stderr, status } = whoholds('score', ...words);
      expect([status, stderr]).toEqual([2, expect.stringContaining('whoholds score --control TRUTH.csv')]);
    }
  });
});

describe('a flag of the other score', () => {
  it('is refused, not passed over', () => {
    const gold = join(DISPATCHES, 'gold.jsonl');
    for (const [words, says] of [
      [['--control', TRUTH, '--split', 'dev'], '--split does not go with --control'],
      [['--gold', gold, '--as-of', '2021-03-20'], '--as-of does not go with --gold'],
    ] as const) {
      const { stderr, status } = whoholds('score', ...words);
      expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
    }
  });
});

describe('a truth against a ledger', () => {
  const json = (...words: string[]): Record<string, unknown> => {
    const { stdout, stderr, status } = whoholds('score', '--control', TRUTH, '--json', ...words);
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Record<string, unknown>;
  };

  it('prints every figure for people, under both clocks, beside the rules to beat', () => {
    const { stdout, status } = whoholds('score', '--control', TRUTH);
    expect(status).toBe(0);
    expect(stdout).toContain(
      '10 cells in 3 provinces, 2021-03-01 to 2021-03-31: 310 cell-days; cells that change hands: 6, dated turns: 8',
    );
    for (const clock of ['nowcast', 'hindcast']) expect(stdout).toContain(`(${clock})`);
    const rows = stdout.split('\n').map((line) => line.split(/ {2,}/)[0]);
    for (const rule of ['assessed', 'persistence', 'last claim wins', 'running majority', 'loudest side', 'base rate'])
      expect(rows.filter((row) => row === rule)).toHaveLength(2);
    for (const words of [
      'Dates',
      'Confirmed is right',
      'Threatened and lost',
      'Disputes',
      'Reversals found',
      'PABAK',
      'is noise, and with fewer than 34 a larger one may be',
    ])
      expect(stdout).toContain(words);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('gives programs the fields that the manual names, and the same numbers each time', () => {
    const page = readFileSync(join(ROOT, 'docs', 'truth-format.md'), 'utf8').split('## For programs')[1] ?? '';
    const scores = json();
    const fields = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, field]) => field);
    expect(Object.keys(scores).sort()).toEqual(fields.sort());
    const named = page.slice(page.indexOf('Each of the two clocks'));
    for (const field of Object.keys(scores.nowcast as object)) expect(named).toContain(`\`${field}\``);
    expect(json()).toEqual(scores);
  });

  it('scores the days asked for, and what was known by a moment', () => {
    expect(json('--from', '2021-03-10', '--until', '2021-03-19')).toMatchObject({ cellDays: 100, from: '2021-03-10' });
    // nothing was known in time: the assessment is the baseline's, day after day
    const early = json('--as-of', '2021-03-02') as { hindcast: { confirmed: unknown; falls: unknown } };
    expect(early.hindcast.confirmed).toMatchObject({ share: null, of: 0 });
    expect(early.hindcast.falls).toMatchObject({ told: 0 });
  });

  it('beats persistence on the invented war, and the parts add up to its Brier score', () => {
    const { nowcast } = json() as unknown as ControlScores;
    const { brier, parts } = nowcast.assessed;
    const persistence = nowcast.rivals.find(({ name }) => name === 'persistence');
    expect(persistence?.worseBy.brier).toBeGreaterThan(0);
    const sum = (parts?.reliability ?? 9) - (parts?.resolution ?? 9) + (parts?.uncertainty ?? 9) + (parts?.within ?? 9);
    expect(sum).toBeCloseTo(brier ?? -1, 12);
  });

  it('writes the reliability diagram, and lists the cells that differ with the assessment’s reason', () => {
    const out = join(folder, 'reliability.svg');
    const { stderr, status } = whoholds('score', '--control', TRUTH, '--out', out, '--errors');
    expect(status).toBe(0);
    const svg = readFileSync(out, 'utf8');
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('10 cells in 3 provinces');
    expect(stderr).toMatch(
      /midvale\/dunmore \(district\) 2021-03-\d\d to 2021-04-01: truth Blue Council, assessed Red League .+\. \w+/,
    );
    const nowhere = whoholds('score', '--control', TRUTH, '--out', join(folder, 'none', 'a.svg'));
    expect([nowhere.status, nowhere.stderr]).toEqual([3, expect.stringContaining('Give another --out')]);
  });
});
