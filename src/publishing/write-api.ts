// The writes over HTTP: each by a person who is signed in, with a token, a key and a reason; supposed, done, or kept waiting.
import type { Context, Hono } from 'hono';
import type { Person } from '../accounts/gate.ts';
import { Fault } from '../model/outcome.ts';
import { hashText } from '../model/text.ts';
import type { Day } from '../model/time.ts';
import type { Whoholds } from '../whoholds.ts';
import { answeredRecord, suppositionRecord } from './act-records.ts';
import { badBody } from './bad-body.ts';
import { bring, type FetchPage } from './bring.ts';
import { type Desk, needsTwo, readJson, writerOf } from './desk.ts';
import { type Problem, problem, problemResponse } from './problems.ts';
import { stampOf } from './stamp.ts';
import type { Every } from './write-bodies.ts';
import { type Asked, type Fetching, WRITES, type Write } from './writes.ts';

export interface WriteGround {
  readonly whoholds: Whoholds;
  readonly desk: Desk | null;
  /** Null: this server fetches nothing. */
  readonly fetchPage: FetchPage | null;
}
type Ground = WriteGround;

/** Everything at hand: an act, or a word on what waits. */
type Ready = Exclude<Asked, Fetching>;

interface Request extends Every {
  readonly asked: Ready;
  readonly person: Person;
  readonly key: string;
  readonly mark: string;
  readonly twoPersons: boolean;
}

const dayOf = async ({ theatre, lastDay }: Whoholds, on: Day | null): Promise<Day> =>
  on ?? theatre.openOn ?? (await lastDay()) ?? theatre.period.from;

const KEY = /^[\x21-\x7e]{8,200}$/;

const keyProblem = ({ dryRun, key, reason }: Pick<Request, 'dryRun' | 'key' | 'reason'>): Problem | null => {
  if (dryRun) return null;
  if (!KEY.test(key))
    return problem('no-idempotency-key', 'A write needs the header Idempotency-Key, new for each.', [
      '8 to 200 visible characters, such as a UUID',
    ]);
  return reason.trim() === '' ? problem('bad-body', '`reason`: one sentence that others can check is needed.') : null;
};

/** What a person who has not written a reason yet supposes by. */
const NO_REASON = 'supposed';

const suppose = async ({ whoholds }: Ground, { asked, on, person, twoPersons }: Request) => {
  const day = await dayOf(whoholds, on);
  const waiting = 'act' in asked ? null : await whoholds.acts.waiting(asked.request);
  const name = waiting?.told.request.by ?? person.account.name;
  const wanted = waiting?.wanted ?? (asked as Extract<Ready, { act: unknown }>);
  const supposed = await whoholds.acts.suppose(wanted, { name, reason: NO_REASON }, day);
  const waits = waiting === null && twoPersons && supposed.acted.changed && supposed.turns.length > 0;
  return suppositionRecord(supposed, waits, whoholds.theatre);
};

/** Whoever asked may withdraw; everything else is an editor's. */
const roleProblem = async ({ whoholds }: Ground, { asked, person }: Request): Promise<Problem | null> => {
  if ('act' in asked || person.account.role === 'editor') return null;
  const { told } = await whoholds.acts.waiting(asked.request);
  if (!asked.approve && told.request.by === person.account.name) return null;
  return problem('not-allowed', 'Approving is for editors; you may withdraw what you asked for yourself.', ['editor']);
};

const perform = async ({ whoholds }: Ground, request: Request) => {
  const { asked, key, mark, twoPersons, person, reason } = request;
  const by = { name: person.account.name, reason };
  const answered =
    'act' in asked
      ? await whoholds.acts.ask({ ...asked, by, key, mark, twoPersons, on: await dayOf(whoholds, request.on) })
      : await whoholds.acts.rule({ number: asked.request, approve: asked.approve, by, key, mark });
  return answeredRecord(answered, whoholds.theatre);
};

/** Wrong use below is the asker's: the act cannot be done as it is. */
const actProblem = (error: unknown): Problem => {
  if (error instanceof Fault && error.kind === 'usage') return problem('not-possible', error.message, error.expected);
  throw error;
};

const answer = async (ground: Ground, request: Request, context: Context): Promise<Response> => {
  const { whoholds } = ground;
  const data = request.dryRun ? await suppose(ground, request) : await perform(ground, request);
  const stamp = stampOf(whoholds.theatre, whoholds.model, { seq: await whoholds.seq(), asOf: null });
  const status = data.state === 'waiting' ? 202 : 200;
  return context.json({ data, meta: { ...stamp, next: null } }, status, { 'cache-control': 'no-store' });
};

const readyOf = async (ground: Ground, asked: Asked): Promise<Ready | Problem> =>
  'fetch' in asked || 'refusal' in asked ? bring(asked, ground) : asked;

const take = async (ground: Ground, write: Write, context: Context): Promise<Response> => {
  const person = writerOf(ground.desk, context);
  if ('code' in person) return problemResponse(person);
  const body = await readJson(context, write.limit);
  if ('code' in body) return problemResponse(body);
  const id = context.req.param('id') ?? '';
  const parsed = write.read(body.json, id);
  if (!parsed.success) return problemResponse(badBody(parsed.error));
  const key = context.req.header('idempotency-key') ?? '';
  const mark = hashText(JSON.stringify([write.path, id, body.json]));
  const twoPersons = ground.desk !== null && needsTwo(ground.desk);
  try {
    const asked = await readyOf(ground, parsed.data.asked);
    if ('status' in asked) return problemResponse(asked);
    const request: Request = { ...parsed.data, asked, person, key, mark, twoPersons };
    const wrong = keyProblem(request) ?? (await roleProblem(ground, request));
    return wrong === null ? await answer(ground, request, context) : problemResponse(wrong);
  } catch (error) {
    return problemResponse(actProblem(error));
  }
};

export const addWrites = (api: Hono, ground: Ground): void => {
  for (const write of WRITES) api.post(write.path.replace('{id}', ':id'), (context) => take(ground, write, context));
};
