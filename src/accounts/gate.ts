// The way in: a name and a password become a session, and a cookie becomes the person who sent it.
// Invariant: a wrong name costs and says the same as a wrong password; one password is tried at a time.
import { type Account, foldAccountName } from './account.ts';
import { findAccount, readAccounts } from './accounts-file.ts';
import { Attempts } from './attempts.ts';
import { hashPassword, isPassword } from './hash-password.ts';
import { type Session, Sessions } from './sessions.ts';

export interface Person {
  readonly account: Pick<Account, 'name' | 'role'>;
  readonly session: Session;
}

export type SignIn =
  | { readonly ok: true; readonly cookie: string; readonly person: Person }
  | { readonly ok: false; readonly waitMs: number };

export interface Trying {
  readonly name: string;
  readonly password: string;
  /** Where the attempt comes from. */
  readonly address: string;
}

const MOST_A_NAME = 8;
const MOST_AN_ADDRESS = 40;
/** Each costs a tenth of a second of a core: more at once are sent away. */
const MOST_WAITING = 16;
const BUSY_MS = 2000;

export class Gate {
  readonly #file: string;
  readonly #now: () => number;
  readonly #sessions = new Sessions();
  readonly #byName = new Attempts(MOST_A_NAME);
  readonly #byAddress = new Attempts(MOST_AN_ADDRESS);
  #noAccount: Promise<string> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(file: string, now: () => number = Date.now) {
    this.#file = file;
    this.#now = now;
  }

  /** Read anew each time, so that an account that is taken away is gone at once. */
  accounts(): readonly Account[] {
    return readAccounts(this.#file);
  }

  async signIn(trying: Trying): Promise<SignIn> {
    if (this.#waiting >= MOST_WAITING) return { ok: false, waitMs: BUSY_MS };
    this.#waiting += 1;
    const mine = this.#last.then(() => this.#try(trying));
    this.#last = mine.catch(() => {});
    try {
      return await mine;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #try({ name, password, address }: Trying): Promise<SignIn> {
    const key = foldAccountName(name);
    const now = this.#now();
    const waitMs = Math.max(this.#byName.wait(key, now), this.#byAddress.wait(address, now));
    if (waitMs > 0) return { ok: false, waitMs };
    const account = findAccount(this.accounts(), name);
    this.#noAccount ??= hashPassword('nobody has this password');
    const isRight = await isPassword(password, account?.hash ?? (await this.#noAccount));
    if (account === null || !isRight) {
      this.#byName.failed(key, now);
      this.#byAddress.failed(address, now);
      return { ok: false, waitMs: 0 };
    }
    this.#byName.succeeded(key);
    const { cookie, session } = this.#sessions.open(account, now);
    return { ok: true, cookie, person: { account, session } };
  }

  /** Null where nobody is signed in by it, the account is gone, or its password is another now. */
  personOf(cookie: string | null): Person | null {
    const session = cookie === null ? null : this.#sessions.find(cookie, this.#now());
    if (session === null) return null;
    const account = findAccount(this.accounts(), session.name);
    return account === null || account.hash !== session.mark ? null : { account, session };
  }

  signOut(cookie: string): void {
    this.#sessions.close(cookie);
  }
}
