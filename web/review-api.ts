// How the review asks the server: the session with its token, and each write with a key of its own.
// Invariant: one save has one key, however often it is sent.
import type { answeredRecord, requestRecord, sessionRecord, suppositionRecord } from '../src/publishing/act-records.ts';
import type { claimRowRecord } from '../src/publishing/records.ts';
import type { queueRecord, reviewRecord } from '../src/publishing/review-records.ts';
import { AskProblem } from './answers.ts';

export type Session = ReturnType<typeof sessionRecord>;
export type QueueAnswer = ReturnType<typeof queueRecord>;
export type RequestAnswer = ReturnType<typeof requestRecord>;
export type LogAnswer = {
  readonly acts: readonly ReturnType<typeof reviewRecord>[];
  readonly requests: readonly RequestAnswer[];
};
export type Supposed = ReturnType<typeof suppositionRecord>;
export type Done = ReturnType<typeof answeredRecord>;
export type Turn = Supposed['turns'][number];
export type ClaimRow = ReturnType<typeof claimRowRecord>;

/** An address and what is sent to it. */
export interface Writing {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const problemOf = async (response: Response): Promise<AskProblem> => {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  if (!isProblem) return new AskProblem(`The server answers ${response.status}.`);
  const { detail, expected } = (await response.json()) as { detail: string; expected: readonly string[] };
  return new AskProblem(expected.length === 0 ? detail : `${detail} (${expected.slice(0, 5).join(', ')})`);
};

const send = async <T>(path: string, init: RequestInit): Promise<T> => {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    throw new AskProblem('The ledger does not answer.', { cause });
  }
  if (!response.ok) throw await problemOf(response);
  return ((await response.json()) as { data: T }).data;
};

const json = (body: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
});

export const loadSession = (): Promise<Session> => send('/api/session', { cache: 'no-store' });
export const signIn = (name: string, password: string): Promise<Session> =>
  send('/api/session', { method: 'POST', ...json({ name, password }) });
export const signOut = ({ csrf }: Session): Promise<Session> =>
  send('/api/session', { method: 'DELETE', headers: { 'x-csrf-token': csrf ?? '' } });

export const suppose = ({ path, body }: Writing, { csrf }: Session): Promise<Supposed> =>
  send(path, { method: 'POST', ...json({ ...body, dryRun: true }, { 'x-csrf-token': csrf ?? '' }) });

export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

export const save = ({ path, body }: Writing, { csrf }: Session, key: string): Promise<Done> =>
  send(path, { method: 'POST', ...json(body, { 'x-csrf-token': csrf ?? '', 'idempotency-key': key }) });
