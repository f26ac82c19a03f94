// Signing in and out, and who is signed in. A cookie that no script can read; a token that no other page can.
import type { Context, Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { SESSION_MS } from '../accounts/sessions.ts';
import { sessionRecord } from './act-records.ts';
import { badBody } from './bad-body.ts';
import { COOKIE, cookieOf, type Desk, needsTwo, originProblem, personOf, readJson, writerOf } from './desk.ts';
import { problem, problemResponse } from './problems.ts';
import { SESSION } from './write-bodies.ts';

const MOST_BYTES = 8 * 1024;

const answer = (desk: Desk | null, person: ReturnType<typeof personOf>, context: Context): Response => {
  const writing = { writable: desk !== null, twoPersons: desk !== null && needsTwo(desk) };
  return context.json({ data: sessionRecord(person, writing) }, 200, { 'cache-control': 'no-store' });
};

/** Where the request comes from, by its socket; one name for all where there is none. */
const addressOf = ({ env }: Context): string =>
  (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? '-';

const attributesOf = ({ secure }: Desk) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure, maxAge: SESSION_MS / 1000 }) as const;

const tooMany = (waitMs: number): Response => {
  const seconds = Math.ceil(waitMs / 1000);
  const response = problemResponse(
    problem('too-many-attempts', `Too many attempts to sign in. Try again in ${seconds} seconds.`),
  );
  response.headers.set('retry-after', String(seconds));
  return response;
};

const signIn = async (desk: Desk, context: Context): Promise<Response> => {
  const stranger = originProblem(context);
  if (stranger !== null) return problemResponse(stranger);
  const body = await readJson(context, MOST_BYTES);
  if ('code' in body) return problemResponse(body);
  const parsed = SESSION.safeParse(body.json);
  if (!parsed.success) return problemResponse(badBody(parsed.error));
  const entered = await desk.gate.signIn({ ...parsed.data, address: addressOf(context) });
  if (!entered.ok) {
    return entered.waitMs > 0
      ? tooMany(entered.waitMs)
      : problemResponse(problem('wrong-password', 'The name or the password is wrong.'));
  }
  const before = cookieOf(context);
  if (before !== null) desk.gate.signOut(before);
  setCookie(context, COOKIE, entered.cookie, attributesOf(desk));
  return answer(desk, entered.person, context);
};

const signOut = (desk: Desk | null, context: Context): Response => {
  const person = writerOf(desk, context);
  if ('code' in person) return problemResponse(person);
  desk?.gate.signOut(cookieOf(context) ?? '');
  deleteCookie(context, COOKIE, { path: '/' });
  return answer(desk, null, context);
};

export const addSession = (api: Hono, desk: Desk | null): void => {
  api.get('/api/session', (context) => answer(desk, personOf(desk, context), context));
  api.post('/api/session', (context) => {
    if (desk !== null) return signIn(desk, context);
    const closed = writerOf(desk, context);
    return problemResponse('code' in closed ? closed : problem('read-only', 'There is no account.'));
  });
  api.delete('/api/session', (context) => signOut(desk, context));
};
