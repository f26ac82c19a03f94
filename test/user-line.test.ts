// `whoholds user` as a person types it: accounts come and go, passwords from a pipe, and nothing of them in any output.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
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

const DISPATCHES = join(ROOT, 'test', 'dispatches');
const NOTES = ['064-tiny-ashford', '066-tiny-blue-statement', '067-tiny-red-dispatch'];
const COMMAND = join(ROOT, 'bin', 'whoholds.js');
const env = { ...process.env, WHOHOLDS_HOME: home, WHOHOLDS_THEATRE: 'tiny', NO_COLOR: '1' };
const whoholds = (...words: readonly string[]) =>
  spawnSync(process.execPath, [COMMAND, ...words], { env, encoding: 'utf8' });

/** Starts the server and gives its address when it says it. */
const started = async (...words: readonly string[]): Promise<{ server: ChildProcess; url: string }> => {
  const server = spawn(process.execPath, [COMMAND, 'serve', '--port', '0', ...words], { env, stdio: 'pipe' });
  let said = '';
  for await (const chunk of server.stdout ?? []) {
    said += String(chunk);
    const url = /http:\S+\//.exec(said)?.[0];
    if (url !== undefined) return { server, url };
  }
  throw new Error(`No address: ${said}`);
};
const stopped = async (server: ChildProcess): Promise<void> => {
  const closed = new Promise((resolve) => server.once('close', resolve));
  server.kill('SIGTERM');
  await closed;
};

const posting =
  (url: string) =>
  async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const all = { 'content-type': 'application/json', ...headers };
    const response = await fetch(`${url}${path}`, { method: 'POST', headers: all, body: JSON.stringify(body) });
    const { data } = (await response.json()) as { data: Record<string, unknown> };
    return { status: response.status, data, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
  };

describe('whoholds serve', () => {
  it('makes no ledger for whoever may write, and takes no unknown word for two persons', () => {
    const none = whoholds('serve', '--port', '0');
    expect([none.status, none.stderr]).toEqual([3, expect.stringContaining('whoholds add')]);
    expect(existsSync(join(home, 'whoholds.db'))).toBe(false);
    expect(whoholds('serve', '--two-persons', 'always').status).toBe(2);
  });

  it('lets an account propose, and the log tells what waits', async () => {
    user(['add', 'Ada Finch', '--role', 'editor'], 'seven geese at the ford\n');
    whoholds('add', ...NOTES.map((name) => join(DISPATCHES, `${name}.txt`)), '--gold', join(DISPATCHES, 'gold.jsonl'));
    const { server, url } = await started();
    try {
      const post = posting(url);
      const entered = await post('api/session', { name: 'Ada Finch', password: 'seven geese at the ford' });
      expect(entered.data).toMatchObject({ account: { role: 'editor' }, twoPersons: true });
      const headers = {
        cookie: entered.cookie,
        'x-csrf-token': String(entered.data.csrf),
        'idempotency-key': 'one-key-1',
      };
      const text =
        'Reds claim Hollin\n\nThe Reds "have taken the district of Hollin in Southlea," Red League spokesman Ivo Hale said on Friday.\n';
      const report = { text, published: '2021-03-19', outlet: 'Hollin Sheet', reason: 'The Sheet has it.' };
      expect(await post('api/reports', report, headers)).toMatchObject({ status: 202, data: { state: 'waiting' } });
    } finally {
      await stopped(server);
    }
    const { stdout, stderr } = whoholds('review', 'log');
    expect(stdout).toBe('Nobody has reviewed anything in this ledger.\n');
    expect(stderr).toContain('Request 1 of Ada Finch waits on the page (The Sheet has it.): ');
  });
});
