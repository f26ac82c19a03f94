// Accounts in their file, passwords as hashes, sessions and attempts by a clock that the test turns.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../model/time.ts';
import { accountsFile, addAccount, readAccounts, removeAccount, setPassword, setRole } from './accounts-file.ts';
import { Gate } from './gate.ts';
import { hashPassword, isPassword } from './hash-password.ts';
import { SESSION_MS } from './sessions.ts';

const SINCE = '2021-05-01T00:00:00.000Z' as Instant;
const PASSWORD = 'seven geese at the ford';
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whoholds-accounts-'));
  file = accountsFile(join(folder, 'home'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const add = (name: string, role: 'analyst' | 'editor' = 'editor') =>
  addAccount(file, { name, role, password: PASSWORD, since: SINCE });

describe('a password', () => {
  it('is kept as a salted hash that only itself opens', async () => {
    const [one, two] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    expect(one).not.toBe(two);
    expect([await isPassword(PASSWORD, one), await isPassword(`${PASSWORD}.`, one)]).toEqual([true, false]);
  });

  it('opens nothing where the hash is none, or asks for more memory than a machine should give', async () => {
    const hash = await hashPassword(PASSWORD);
    for (const wrong of ['', PASSWORD, hash.replace('ln=15', 'ln=30'), hash.replace('p=3', 'p=0')])
      expect(await isPassword(PASSWORD, wrong)).toBe(false);
  });

  it('is refused where it is short, one letter, or the name', async () => {
    const tries = ['short words', 'a'.repeat(20), 'Ada Finch of Ashmead'];
    for (const password of tries)
      await expect(
        addAccount(file, { name: 'Ada Finch of Ashmead', role: 'editor', password, since: SINCE }),
      ).rejects.toThrow(/password/);
    expect(readAccounts(file)).toEqual([]);
  });
});

describe('the file of accounts', () => {
  it('is for its owner alone, and holds no password', async () => {
    await add('Ada Finch');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'home')).mode & 0o777).toBe(0o700);
    expect(readFileSync(file, 'utf8')).not.toContain('geese');
    expect(readAccounts(file)).toMatchObject([{ name: 'Ada Finch', role: 'editor', since: SINCE }]);
  });

  it('is not read where others could have written it', async () => {
    await add('Ada Finch');
    chmodSync(file, 0o640);
    expect(() => readAccounts(file)).toThrow(`chmod 600 ${file}`);
  });

  it('takes no second account of the same name, however it is written', async () => {
    await add('Ada Finch');
    await expect(add(' ADA finch')).rejects.toThrow('There is an account “Ada Finch” already');
    await expect(add('Ada\nFinch')).rejects.toThrow('one line');
    await add('Edda Crane', 'analyst');
    expect(readAccounts(file).map(({ name }) => name)).toEqual(['Ada Finch', 'Edda Crane']);
  });

  it('has one writer at a time, and says which file to remove where one died', async () => {
    await add('Ada Finch');
    writeFileSync(`${file}.new`, '');
    await expect(add('Edda Crane')).rejects.toThrow(`${file}.new`);
    rmSync(`${file}.new`);
    await add('Edda Crane');
  });

  it('changes roles, takes accounts away, and names those there are where one is unknown', async () => {
    await add('Ada Finch');
    await setRole(file, 'ada finch', 'analyst');
    expect(readAccounts(file)).toMatchObject([{ role: 'analyst' }]);
    await expect(removeAccount(file, 'Ida Finch')).rejects.toMatchObject({ expected: ['Ada Finch'] });
    await removeAccount(file, 'Ada Finch');
    expect(readAccounts(file)).toEqual([]);
  });

  it('is a fault where it is not one', async () => {
    await add('Ada Finch');
    writeFileSync(file, '{"accounts": []}');
    expect(() => readAccounts(file)).toThrow('is not a file of accounts');
  });
});

describe('the gate', () => {
  let now = 0;
  const open = () => new Gate(file, () => now);
  const trying = (password = PASSWORD, name = 'Ada Finch') => ({ name, password, address: '::1' });
  beforeEach(async () => {
    now = 1_000_000;
    await add('Ada Finch');
  });

  it('lets in by name and password, for twelve hours', async () => {
    const gate = open();
    const entered = await gate.signIn(trying());
    if (!entered.ok) throw new Error('not let in');
    expect(gate.personOf(entered.cookie)?.account).toMatchObject({ name: 'Ada Finch', role: 'editor' });
    expect([gate.personOf('made up'), gate.personOf(null)]).toEqual([null, null]);
    now += SESSION_MS;
    expect(gate.personOf(entered.cookie)).toBeNull();
  });

  it('lets nobody in by a wrong password or name', async () => {
    const gate = open();
    expect(await gate.signIn(trying('eight geese at the ford'))).toEqual({ ok: false, waitMs: 0 });
    expect(await gate.signIn(trying(PASSWORD, 'Ida Finch'))).toEqual({ ok: false, waitMs: 0 });
  });

  it('signs out whoever leaves, loses the account, or gets another password', async () => {
    const gate = open();
    const enter = async (password = PASSWORD): Promise<string> => {
      const entered = await gate.signIn(trying(password));
      return entered.ok ? entered.cookie : '';
    };
    const left = await enter();
    gate.signOut(left);
    expect(gate.personOf(left)).toBeNull();
    const before = await enter();
    await setPassword(file, 'Ada Finch', 'another nine words for it');
    expect(gate.personOf(before)).toBeNull();
    const after = await enter('another nine words for it');
    expect(gate.personOf(after)).not.toBeNull();
    await removeAccount(file, 'Ada Finch');
    expect(gate.personOf(after)).toBeNull();
  });

  it('makes a name wait after eight wrong passwords, also with the right one, and lets it in a quarter of an hour later', async () => {
    const gate = open();
    for (let at = 0; at < 8; at += 1)
      expect(await gate.signIn(trying('wrong words here'))).toMatchObject({ waitMs: 0 });
    expect(await gate.signIn(trying())).toEqual({ ok: false, waitMs: 900_000 });
    now += 900_000;
    expect((await gate.signIn(trying())).ok).toBe(true);
  });

  it('sends away more attempts at once than it has places for', async () => {
    const gate = open();
    const all = await Promise.all(Array.from({ length: 20 }, () => gate.signIn(trying('wrong words here'))));
    expect(all.filter((one) => !one.ok && one.waitMs === 2000)).toHaveLength(4);
  });
});
