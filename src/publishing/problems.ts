// One shape for every HTTP error (RFC 9457): what, where, what to do, and what would have been accepted.
import { Fault } from '../model/outcome.ts';

export const PROBLEM_CODES = {
  'unknown-parameter': { status: 400, title: 'There is no such parameter' },
  'bad-parameter': { status: 400, title: 'A parameter has a value that is not understood' },
  'missing-parameter': { status: 400, title: 'A parameter is needed' },
  'bad-body': { status: 400, title: 'The body is not what this address takes' },
  'unknown-field': { status: 400, title: 'There is no such field' },
  'no-idempotency-key': { status: 400, title: 'A write needs a key of its own' },
  'not-signed-in': { status: 401, title: 'Writing needs somebody who is signed in' },
  'wrong-password': { status: 401, title: 'Nobody is signed in by this name and password' },
  'read-only': { status: 403, title: 'This server only answers questions' },
  'wrong-origin': { status: 403, title: 'The request comes from another web page' },
  'no-csrf-token': { status: 403, title: 'A write needs the token of its session' },
  'not-allowed': { status: 403, title: 'The account’s role does not allow this' },
  'no-such-place': { status: 404, title: 'The theatre has no such place' },
  'no-such-report': { status: 404, title: 'The ledger has no such report' },
  'no-such-refusal': { status: 404, title: 'Nothing is refused under this id' },
  'no-such-page': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'This address does not answer that method' },
  'too-large': { status: 413, title: 'The body is larger than is taken' },
  'not-json': { status: 415, title: 'A body must be JSON' },
  'wrong-host': { status: 421, title: 'This server answers only to its own address' },
  'not-possible': { status: 422, title: 'This cannot be done to the evidence as it is' },
  'too-many-attempts': { status: 429, title: 'Too many attempts to sign in' },
  'ledger-unavailable': { status: 503, title: 'The ledger does not answer' },
  'internal-fault': { status: 500, title: 'The server is broken' },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemCode = keyof typeof PROBLEM_CODES;

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly expected: readonly string[];
}

export const problem = (code: ProblemCode, detail: string, expected: readonly string[] = []): Problem => ({
  type: 'about:blank',
  title: PROBLEM_CODES[code].title,
  status: PROBLEM_CODES[code].status,
  code,
  detail,
  expected,
});

export const problemResponse = (what: Problem): Response =>
  new Response(`${JSON.stringify(what)}\n`, {
    status: what.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  });

/** A fault from below as a problem: wrong use is the asker's, a broken world is ours and says what to do. */
export const problemOfFault = (error: unknown): Problem => {
  if (error instanceof Fault && error.kind === 'usage') return problem('bad-parameter', error.message, error.expected);
  if (error instanceof Fault) return problem('ledger-unavailable', error.message, error.expected);
  return problem('internal-fault', 'Something in the server broke. Its log says what; the ledger is not changed.');
};
