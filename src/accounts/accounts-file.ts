// The accounts of a deployment in one file that nobody but its owner can read. They are no part of any ledger.
// Invariant: the file is whole at every moment: written beside, flushed, renamed; one writer at a time.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { Fault } from '../model/outcome.ts';
import { type Instant, toInstant } from '../model/time.ts';
import { type Account, checkName, checkPassword, foldAccountName, ROLES, type Role } from './account.ts';
import { hashPassword, isHash } from './hash-password.ts';

export const accountsFile = (home: string): string => join(home, 'accounts.json');

const FILE = z.strictObject({
  version: z.literal(1),
  accounts: z.array(
    z.strictObject({
      name: z.string().min(1),
      role: z.enum(ROLES),
      hash: z.string().refine(isHash),
      since: z.string().refine((text) => toInstant(text) !== null),
    }),
  ),
});

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code;

/** Another account of this machine must not read hashes, nor put in one of its own. */
const checkMode = (file: string): void => {
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return;
  throw new Fault('world', `${file} can be read or written by others on this machine: chmod 600 ${file}`);
};

const broken = (file: string, cause: unknown): Fault =>
  new Fault('world', `${file} is not a file of accounts. Put back a copy, or remove it and add the accounts anew.`, {
    cause,
  });

const readText = (file: string): string | null => {
  try {
    checkMode(file);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    if (error instanceof Fault) throw error;
    throw new Fault('world', `${file} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
};

/** All accounts; none where there is no file. Faults: others may read it, it is not one. */
export const readAccounts = (file: string): readonly Account[] => {
  const text = readText(file);
  if (text === null) return [];
  try {
    return FILE.parse(JSON.parse(text)).accounts.map(({ since, ...rest }) => ({ ...rest, since: since as Instant }));
  } catch (cause) {
    throw broken(file, cause);
  }
};

const openBeside = (file: string): number => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    return openSync(file, 'wx', 0o600);
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST')
      throw new Fault('world', `Another command is writing the accounts. If none is, remove ${file} and try again.`, {
        cause,
      });
    throw new Fault('world', `Cannot write ${file}: ${(cause as Error).message}.`, { cause });
  }
};

/** The new file lies beside until it is whole, and its name is the lock. */
const changeAccounts = async (
  file: string,
  change: (accounts: readonly Account[]) => Promise<readonly Account[]>,
): Promise<void> => {
  const beside = `${file}.new`;
  const handle = openBeside(beside);
  try {
    const accounts = await change(readAccounts(file));
    writeSync(handle, `${JSON.stringify({ version: 1, accounts }, null, 2)}\n`);
    fsyncSync(handle);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
};

export const findAccount = (accounts: readonly Account[], name: string): Account | null =>
  accounts.find((one) => foldAccountName(one.name) === foldAccountName(name)) ?? null;

const known = (accounts: readonly Account[], name: string): Account => {
  const found = findAccount(accounts, name);
  if (found !== null) return found;
  throw new Fault('usage', `There is no account “${name}”.`, { expected: accounts.map((one) => one.name) });
};

const withOther = (accounts: readonly Account[], old: Account, change: Partial<Account>): readonly Account[] =>
  accounts.map((one) => (one === old ? { ...one, ...change } : one));

export interface NewAccount {
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  readonly since: Instant;
}

export const addAccount = async (file: string, { name: given, role, password, since }: NewAccount): Promise<void> => {
  const name = checkName(given);
  checkPassword(password, name);
  return changeAccounts(file, async (accounts) => {
    const there = findAccount(accounts, name);
    if (there !== null) throw new Fault('usage', `There is an account “${there.name}” already.`);
    return [...accounts, { name, role, hash: await hashPassword(password), since }];
  });
};

/** Whoever is signed in by the old password is signed out. */
export const setPassword = (file: string, name: string, password: string): Promise<void> =>
  changeAccounts(file, async (accounts) => {
    const old = known(accounts, name);
    return withOther(accounts, old, { hash: await hashPassword(checkPassword(password, old.name)) });
  });

export const setRole = (file: string, name: string, role: Role): Promise<void> =>
  changeAccounts(file, async (accounts) => withOther(accounts, known(accounts, name), { role }));

/** What the person did stays in the ledger, under their name. */
export const removeAccount = (file: string, name: string): Promise<void> =>
  changeAccounts(file, async (accounts) => {
    const gone = known(accounts, name);
    return accounts.filter((one) => one !== gone);
  });
