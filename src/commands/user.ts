// whoholds user: who may sign in on the page of this deployment. The passwords' hashes never leave the file of accounts.
import { type Account, checkName, ROLES, type Role } from '../accounts/account.ts';
import {
  accountsFile,
  addAccount,
  findAccount,
  readAccounts,
  removeAccount,
  setPassword,
  setRole,
} from '../accounts/accounts-file.ts';
import { Fault } from '../model/outcome.ts';
import type { Instant } from '../model/time.ts';
import { homeFolder } from '../settings.ts';
import { oneOf } from './moment.ts';
import { readPassword } from './read-password.ts';
import { type ExitStatus, print, printRecord, tell } from './terminal.ts';

const file = (): string => accountsFile(homeFolder(process.env));

const roleFrom = (text: string): Role => {
  const role = oneOf('--role', text, ROLES);
  if (role !== null) return role;
  throw new Fault('usage', 'An account needs a role.', { expected: ROLES });
};

/** Where whoever acts has nobody who may approve, the acts would wait for ever. */
const tellWaiting = (accounts: readonly Account[]): void => {
  if (accounts.length > 1 && !accounts.some(({ role }) => role === 'editor'))
    tell(
      'No account is an editor: what changes the map will wait until one is (whoholds user role NAME --role editor).',
    );
};

export const addUserCommand = async (given: string, options: { readonly role: string }): Promise<ExitStatus> => {
  const name = checkName(given);
  const role = roleFrom(options.role);
  const there = findAccount(readAccounts(file()), name);
  if (there !== null) throw new Fault('usage', `There is an account “${there.name}” already.`);
  const since = new Date().toISOString() as Instant;
  await addAccount(file(), { name, role, password: await readPassword(name), since });
  await print(`${name} may sign in as ${role}. A server that was started without any account must be started again.`);
  tellWaiting(readAccounts(file()));
  return 0;
};

export const passwordCommand = async (name: string): Promise<ExitStatus> => {
  await setPassword(file(), name, await readPassword(name));
  await print(`${name} has another password; whoever was signed in by the old one is signed out.`);
  return 0;
};

export const roleCommand = async (name: string, options: { readonly role: string }): Promise<ExitStatus> => {
  const role = roleFrom(options.role);
  await setRole(file(), name, role);
  await print(`${name} is ${role} now.`);
  tellWaiting(readAccounts(file()));
  return 0;
};

export const removeUserCommand = async (name: string): Promise<ExitStatus> => {
  await removeAccount(file(), name);
  await print(`${name} can no longer sign in. What was done under that name stays in the ledger.`);
  return 0;
};

export const listUsersCommand = async (options: { readonly json?: boolean }): Promise<ExitStatus> => {
  const accounts = readAccounts(file());
  if (options.json) for (const { name, role, since } of accounts) await printRecord({ name, role, since });
  else if (accounts.length === 0) await print('There is no account: the page can only be read.');
  else
    await print(accounts.map(({ name, role, since }) => `${name} · ${role} · since ${since.slice(0, 10)}`).join('\n'));
  return 0;
};
