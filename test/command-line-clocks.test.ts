// The three clocks as a user asks for them: changes between two moments, the days of a place, one report with its copies.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'whoholds-line-clocks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WHOHOLDS = join(ROOT, 'bin', 'whoholds.js');
const DISPATCHES = join(ROOT, 'test', 'dispatches');
const env = { ...process.env, WHOHOLDS_HOME: folder, WHOHOLDS_THEATRE: 'tiny', NO_COLOR: '1' };

const whoholds = (...words: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [WHOHOLDS, ...words], { env, encoding: 'utf8' });
  return { stdout, stderr, status };
};
const records = (text: string): readonly Record<string, never>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, never>);

let copy = '';
beforeAll(() => {
  const added = whoholds('add', DISPATCHES, '--gold', join(DISPATCHES, 'gold.jsonl'), '--json');
  const first = records(added.stdout).find(({ copyOf }) => typeof copyOf === 'string');
  copy = (first?.report as { id: string } | undefined)?.id ?? '';
  expect(added.status, added.stderr).toBeLessThan(2);
  writeFileSync(
    join(folder, 'late.txt'),
    'The Red League has captured Garth in Southlea, the reeve of Garth said on March 27, 2021.',
  );
});

describe('whoholds changes', () => {
  it('tells of two days what was, what is and what decides it', () => {
    const { stdout, status } = whoholds('changes', '--from', '2021-03-24', '--to', '2021-03-25');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Ashford \(district\) changed hands: confirmed Blue Council.* → confirmed Red League/);
    expect(stdout).toMatch(/ {2}.*said #\d+, known 2021-03-\d\d/);
    const [one] = records(whoholds('changes', '--from', '2021-03-24', '--to', '2021-03-25', '--json').stdout);
    expect(Object.keys(one ?? {})).toEqual(['place', 'scope', 'change', 'sentence', 'from', 'to', 'because']);
  });

  it('tells of one day what became known between two moments', () => {
    const words = ['changes', '--on', '2021-03-21', '--from', '2021-03-21', '--to', '2021-03-22'];
    const { stdout } = whoholds(...words);
    expect(stdout).toMatch(/asserted #\d+, known 2021-03-22/);
    expect(whoholds(...words.slice(0, 5), '--to', '2021-03-21').stdout).toBe('Nothing changed.\n');
  });

  it('tells of two days each as it was known on its evening', () => {
    const then = whoholds('changes', '--from', '2021-03-21', '--to', '2021-03-22', '--as-then', '--place', 'Ashford');
    const now = whoholds('changes', '--from', '2021-03-21', '--to', '2021-03-22', '--place', 'northmark/ashford');
    expect(then.stdout).toContain('changed hands');
    expect(now.stdout).not.toContain('changed hands');
  });

  it('tells what was recorded since a state of the ledger', () => {
    const [{ seq } = {}] = records(whoholds('control', '--on', '2021-03-27', '--json').stdout);
    whoholds('add', join(folder, 'late.txt'), '--published', '2021-03-28');
    const { stdout } = whoholds('changes', '--on', '2021-03-27', '--from-seq', String(seq));
    expect(stdout).toMatch(/Garth \(district\) another status: claimed Red League.* → confirmed Red League/);
    expect(stdout).toMatch(/asserted #\d+/);
  });

  it('says what it needs', () => {
    for (const words of [[], ['--from', '2021-03-21'], ['--on', '2021-03-21']]) {
      const { stderr, status } = whoholds('changes', ...words);
      expect([status, stderr]).toEqual([2, expect.stringContaining('--from DAY --to DAY')]);
    }
    const then = whoholds('changes', '--on', '2021-03-21', '--from', '2021-03-21', '--as-then');
    expect([then.status, then.stderr]).toEqual([2, expect.stringContaining('--as-then goes with two days')]);
    const moment = whoholds('changes', '--from', 'yesterday', '--to', '2021-03-21');
    expect([moment.status, moment.stderr]).toEqual([2, expect.stringContaining('--from takes a day')]);
  });
});

describe('whoholds timeline --series', () => {
  const WORDS = [
    'timeline',
    'northmark/ashford',
    '--series',
    '--scope',
    'district',
    '--from',
    '2021-03-20',
    '--until',
    '2021-03-22',
  ];

  it('has a line for each day, as known then and as known now', () => {
    const days = records(whoholds(...WORDS, '--json').stdout);
    expect(days.map(({ on }) => on)).toEqual(['2021-03-20', '2021-03-21', '2021-03-22']);
    for (const { nowcast, hindcast } of days) {
      expect(nowcast).toMatchObject({ p: { red: expect.any(Number) }, status: expect.any(String) });
      expect(hindcast).toMatchObject({ p: { red: expect.any(Number) }, status: expect.any(String) });
    }
    expect(whoholds(...WORDS).stdout).toMatch(/^day +scope +as known then +as known now/);
  });
});

describe('whoholds report', () => {
  it('shows a copy with the sentences that it dropped', () => {
    const { stdout, status } = whoholds('report', copy);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/copy of r_\w+[\s\S]*lacks \d+ sentences? of r_/)]);
    const [one] = records(whoholds('report', copy, '--json').stdout);
    expect(one?.id).toBe(copy);
    expect((one?.dropped as { sentences: unknown[] }[] | undefined)?.[0]?.sentences.length).toBeGreaterThan(0);
  });

  it('knows no report that is not there', () => {
    const { stderr, status } = whoholds('report', 'r_none');
    expect([status, stderr]).toEqual([2, expect.stringContaining('No report has the id')]);
  });
});
