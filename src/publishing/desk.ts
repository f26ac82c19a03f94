// Who may write on this server, asked of each request: the cookie, the origin, the token, the body within its bounds.
// Invariant: nothing is written for a request that another web page made a browser send.
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Gate, Person } from '../accounts/gate.ts';
import { type Problem, problem } from './problems.ts';

export const TWO_PERSONS = ['on', 'off', 'auto'] as const;
export type TwoPersons = (typeof TWO_PERSONS)[number];

export interface Desk {
  readonly gate: Gate;
  readonly twoPersons: TwoPersons;
  /** False on the loopback address, where there is no TLS. */
  readonly secure: boolean;
}

export const COOKIE = 'whoholds-session';

export const cookieOf = (context: Context): string | null => getCookie(context, COOKIE) ?? null;

export const personOf = (desk: Desk | null, context: Context): Person | null =>
  desk === null ? null : desk.gate.personOf(cookieOf(context));

/** By default two persons are asked where there are two. */
export const needsTwo = ({ gate, twoPersons }: Desk): boolean =>
  twoPersons === 'on' || (twoPersons === 'auto' && gate.accounts().length > 1);

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/** A browser says where a request comes from; a program that says nothing has the token to show. */
export const originProblem = ({ req }: Context): Problem | null => {
  const [origin, site, host] = [req.header('origin'), req.header('sec-fetch-site'), req.header('host')];
  const own = host ?? new URL(req.url).host;
  const isOwn = origin === undefined || hostOf(origin) === own;
  if (isOwn && (site === undefined || site === 'same-origin' || site === 'none')) return null;
  return problem('wrong-origin', `Not from “${(origin ?? site ?? '').slice(0, 80)}”.`, [own]);
};

const hasToken = ({ req }: Context, { session }: Person): boolean => req.header('x-csrf-token') === session.csrf;

/** The person who writes, or why nobody does. */
export const writerOf = (desk: Desk | null, context: Context): Person | Problem => {
  if (desk === null)
    return problem('read-only', 'This server was started without an account. Add one, and start it again.', [
      'whoholds user add NAME --role editor',
    ]);
  const stranger = originProblem(context);
  if (stranger !== null) return stranger;
  const person = personOf(desk, context);
  if (person === null) return problem('not-signed-in', 'Sign in first.', ['POST /api/session']);
  if (hasToken(context, person)) return person;
  return problem('no-csrf-token', 'The header X-CSRF-Token is missing or not this session’s.', [
    'the `csrf` of GET /api/session',
  ]);
};

/** The body up to its limit; null where it is larger, whatever its header says. */
const readBytes = async (request: Request, limit: number): Promise<Uint8Array | null> => {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const parseJson = (bytes: Uint8Array): { readonly json: unknown } | null => {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return null; // converted: the caller answers with a problem
  }
};

/** JSON alone: a form of another page cannot send it without asking first. */
export const readJson = async ({ req }: Context, limit: number): Promise<{ readonly json: unknown } | Problem> => {
  const type = req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return problem('not-json', 'A body is JSON.', ['content-type: application/json']);
  const bytes = await readBytes(req.raw, limit);
  if (bytes === null) return problem('too-large', 'The body is too large.', [`at most ${limit} bytes`]);
  return parseJson(bytes) ?? problem('bad-body', 'The body is not JSON in UTF-8.', ['an object']);
};
