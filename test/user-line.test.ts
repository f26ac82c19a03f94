// `whoholds user` as a person types it: accounts come and go, passwords from a pipe, and nothing of them in any output.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';

const home = mkdtempSync(join(tmpdir(), 'whoholds-user-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const FILE = join(home, 'accounts.json');

const user = (words: readonly string[], input = '') => {
  const env = { ...process.env, WHOHOLDS_HOME: home, NO_COLOR: '1' };
  const command = [join(ROOT, 'bin', 'whoholds.js'), 'user', ...words];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { env, input, encoding: 'utf8' });
  return { stdout, stderr, status };
};

describe('whoholds user', () => {
  it('says that without an account the page can only be read', () => {
    expect(user(['list'])).toEqual({
      stdout: 'There is no account: the page can only be read.\n',
      stderr: '',
      status: 0,
    });
    expect(existsSync(FILE)).toBe(false);
  });

  it('adds an account whose password came from a pipe, in a file for its owner alone', () => {
    const { stdout, status } = user(['add', 'Ada Finch', '--role', 'editor'], 'seven geese at the ford\n');
    expect([status, stdout]).toEqual([0, expect.stringContaining('Ada Finch may sign in as editor.')]);
    expect(statSync(FILE).mode & 0o777).toBe(0o600);
    expect(readFileSync(FILE, 'utf8')).not.toContain('geese');
  });

  it.each([
    [['add', 'Ada Finch', '--role', 'editor'], 'seven geese at the ford\n', 'There is an account “Ada Finch” already'],
    [['add', 'Edda Crane', '--role', 'owner'], 'seven geese at the ford\n', 'analyst'],
    [['add', 'Edda Crane'], '', '--role'],
    [['add', 'Edda Crane', '--role', 'analyst'], 'short\n', '12 to 200 characters'],
    [['remove', 'Nobody'], '', 'There is no account “Nobody”'],
  ])('is wrong use: %j', (words, input, why) => {
    const { stderr, status } = user(words, input);
    expect([status, stderr]).toEqual([2, expect.stringContaining(why)]);
  });

  it('lists names, roles and days, for people and for programs, and no hash', () => {
    user(['add', 'Edda Crane', '--role', 'analyst'], 'the mill stands idle today');
    expect(user(['list']).stdout).toMatch(/^Ada Finch · editor · since \d{4}-\d\d-\d\d\nEdda Crane · analyst · /);
    const lines = user(['list', '--json']).stdout.trim().split('\n');
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual(Array(2).fill(['name', 'role', 'since']));
  });

  it('gives another password and another role, and says where nobody could approve any more', () => {
    const before = readFileSync(FILE, 'utf8');
    expect(user(['password', 'Edda Crane'], 'the reeve took the clock along\n').status).toBe(0);
    expect(readFileSync(FILE, 'utf8')).not.toBe(before);
    const { stdout, stderr } = user(['role', 'Ada Finch', '--role', 'analyst']);
    expect([stdout, stderr]).toEqual([
      'Ada Finch is analyst now.\n',
      expect.stringContaining('No account is an editor'),
    ]);
  });

  it('takes an account away', () => {
    expect(user(['remove', 'Ada Finch']).stdout).toContain('can no longer sign in');
    expect(user(['list']).stdout).toMatch(/^Edda Crane · analyst/);
  });
});
