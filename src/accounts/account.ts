// Who may write: a name, a role, a password's hash. The name is the one that acts bear in the ledger.
// Invariant: two accounts never have names that people would take for one.
import { Fault } from '../model/outcome.ts';
import type { Instant } from '../model/time.ts';

/** An analyst acts and proposes; an editor may approve what another proposed as well. */
export const ROLES = ['analyst', 'editor'] as const;
export type Role = (typeof ROLES)[number];

export interface Account {
  readonly name: string;
  readonly role: Role;
  readonly hash: string;
  readonly since: Instant;
}

const LONGEST_NAME = 100;
/** Length is what makes a password hard to guess; words with blanks are welcome. */
const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;

/** Case, width and accents written in two ways make no other person. */
export const foldAccountName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

export const checkName = (given: string): string => {
  const name = given.normalize('NFC').trim();
  if (name !== '' && name.length <= LONGEST_NAME && !/[\p{Cc}\p{Cf}\p{Co}]/u.test(name)) return name;
  throw new Fault('usage', `An account needs a person’s name: at most ${LONGEST_NAME} characters on one line.`);
};

export const checkPassword = (password: string, name: string): string => {
  const { length } = [...password];
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD)
    throw new Fault(
      'usage',
      `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters; a few words with blanks between are good.`,
    );
  if (foldAccountName(password) === foldAccountName(name) || new Set(password).size < 4)
    throw new Fault('usage', 'That password would be guessed at once: take another.');
  return password;
};
