// Who is signed in, kept in the server's memory alone: a restart signs everybody out.
// Invariant: what is kept is the hash of a cookie, never the cookie; a session ends at its hour, used or not.
import { createHash, randomBytes } from 'node:crypto';
import type { Account } from './account.ts';

export interface Session {
  readonly name: string;
  /** What each write must carry beside the cookie, which a browser sends by itself. */
  readonly csrf: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** The password's hash: another password ends the session. */
  readonly mark: string;
}

const HOURS = 12;
export const SESSION_MS = HOURS * 3_600_000;
const MOST_SESSIONS = 1000;

const secret = (): string => randomBytes(32).toString('base64url');
const keyOf = (cookie: string): string => createHash('sha256').update(cookie).digest('base64url');

export class Sessions {
  readonly #open = new Map<string, Session>();

  /** The cookie's value is given once and not kept. */
  open({ name, hash }: Account, now: number): { readonly cookie: string; readonly session: Session } {
    this.#forget(now);
    const cookie = secret();
    const session = { name, csrf: secret(), expires: now + SESSION_MS, mark: hash };
    this.#open.set(keyOf(cookie), session);
    return { cookie, session };
  }

  find(cookie: string, now: number): Session | null {
    const session = this.#open.get(keyOf(cookie));
    return session === undefined || session.expires <= now ? null : session;
  }

  close(cookie: string): void {
    this.#open.delete(keyOf(cookie));
  }

  /** Those whose hour has come, then the oldest where there are too many. */
  #forget(now: number): void {
    for (const [key, { expires }] of this.#open)
      if (expires <= now || this.#open.size >= MOST_SESSIONS) this.#open.delete(key);
  }
}
