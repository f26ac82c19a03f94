// whoholds score --control as a user sees it, on the ledger of the invented theatre and its invented truth.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';

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
