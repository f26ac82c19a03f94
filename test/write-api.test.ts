// Writing over HTTP: who may, from where, once, with a reason; what waits for a second person; and words that stay words.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsFile, addAccount } from '../src/accounts/accounts-file.ts';
import { Gate } from '../src/accounts/gate.ts';
import type { Instant } from '../src/model/time.ts';
import type { TwoPersons } from '../src/publishing/desk.ts';
import { buildApp } from '../src/publishing/serve.ts';
import { openTinyLedger, type TinyLedger } from './tiny-ledger.ts';

const PASSWORD = 'seven geese at the ford';
const SINCE = '2021-05-01T00:00:00.000Z' as Instant;
const ON = '2021-03-19';
const FERNHILL = 'southlea/fernhill';

let home: string;
let ledger: TinyLedger;
let gate: Gate;
const broken: unknown[] = [];

const appWith = (twoPersons: TwoPersons, more: { cut?: () => Instant; host?: string } = {}): Hono =>
  buildApp(ledger.whoholds, { host: '127.0.0.1', report: (error) => broken.push(error), gate, twoPersons, ...more });

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, never>;
  readonly code: string;
  readonly expected: readonly string[];
  readonly detail: string;
}

type Sending = { readonly method?: string; readonly body?: unknown; readonly headers?: Record<string, string> };

const send = async (app: Hono, path: string, { method = 'POST', body, headers = {} }: Sending): Promise<Answer> => {
  const response = await app.request(`http://localhost${path}`, {
    method,
    headers: { host: 'localhost', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const told = (await response.json()) as Omit<Answer, 'status' | 'headers'>;
  return { ...told, status: response.status, headers: response.headers };
};

let keys = 0;
const newKey = (): string => {
  keys += 1;
  return `key-${String(keys).padStart(8, '0')}`;
};

interface Signed {
  readonly cookie: string;
  readonly csrf: string;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
}

const signIn = async (app: Hono, name: string): Promise<Signed> => {
  const entered = await send(app, '/api/session', { body: { name, password: PASSWORD } });
  expect(entered.status).toBe(200);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const csrf = String(entered.data.csrf);
  const own = () => ({ cookie, 'x-csrf-token': csrf, 'idempotency-key': newKey() });
  return {
    cookie,
    csrf,
    post: (path, body, headers = {}) => send(app, path, { body, headers: { ...own(), ...headers } }),
  };
};

const get = (app: Hono, path: string, cookie = '') => send(app, path, { method: 'GET', headers: { cookie } });
const statusOf = async (app: Hono): Promise<string> => {
  const { data } = await get(app, `/api/control?on=${ON}&place=${FERNHILL}`);
  return (data as unknown as { status: string }[])[0]?.status ?? 'none';
};
/** A claim at the place without which the map would be another. */
const decidingClaim = async (app: Hono, by: Signed): Promise<string> => {
  const { data } = await get(app, `/api/claims?place=${FERNHILL}`);
  for (const { id } of data as unknown as { id: string }[]) {
    const supposed = await by.post(`/api/claims/${id}/retract`, { dryRun: true, on: ON });
    const [turn] = supposed.data.turns as unknown as { at: string }[];
    if (turn?.at === ON) return id;
  }
  throw new Error(`no claim at ${FERNHILL} decides anything`);
};

let app: Hono;
let ada: Signed;
let edda: Signed;
let claim: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'whoholds-write-'));
  const file = accountsFile(home);
  await addAccount(file, { name: 'Ada Finch', role: 'analyst', password: PASSWORD, since: SINCE });
  await addAccount(file, { name: 'Edda Crane', role: 'editor', password: PASSWORD, since: SINCE });
  gate = new Gate(file);
  ledger = await openTinyLedger();
  app = appWith('auto');
  [ada, edda] = [await signIn(app, 'Ada Finch'), await signIn(app, 'Edda Crane')];
  claim = await decidingClaim(app, ada);
});
afterAll(async () => {
  await ledger.remove();
  rmSync(home, { recursive: true, force: true });
});

describe('signing in', () => {
  it('sets a cookie that no script reads and no other page sends, and says who it is', async () => {
    const entered = await send(app, '/api/session', { body: { name: 'ada finch', password: PASSWORD } });
    expect(entered.data).toMatchObject({
      account: { name: 'Ada Finch', role: 'analyst' },
      twoPersons: true,
      writable: true,
    });
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^whoholds-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(entered.headers.get('cache-control')).toBe('no-store');
    expect((await get(app, '/api/session', cookie.split(';')[0])).data).toMatchObject({
      account: { name: 'Ada Finch' },
    });
    expect((await get(app, '/api/session')).data).toEqual({
      ...{ writable: true, twoPersons: true, account: null, csrf: null, expires: null },
    });
  });

  it('is by TLS alone where the server is not on the loopback address', async () => {
    const open = appWith('auto', { host: '0.0.0.0' });
    const entered = await send(open, '/api/session', { body: { name: 'Ada Finch', password: PASSWORD } });
    expect(entered.headers.get('set-cookie')).toContain('; Secure');
  });

  it.each([
    ['a wrong password', { name: 'Ada Finch', password: 'eight geese at the ford' }, 401, 'wrong-password'],
    ['a wrong name', { name: 'Ida Finch', password: PASSWORD }, 401, 'wrong-password'],
    ['a field too many', { name: 'Ada Finch', password: PASSWORD, role: 'editor' }, 400, 'unknown-field'],
    ['no password', { name: 'Ada Finch' }, 400, 'bad-body'],
  ])('is refused with %s', async (_, body, status, code) => {
    const refused = await send(app, '/api/session', { body });
    expect([refused.status, refused.code, refused.headers.get('set-cookie')]).toEqual([status, code, null]);
  });

  it('is refused for another page’s browser, and for a form', async () => {
    const body = { name: 'Ada Finch', password: PASSWORD };
    expect((await send(app, '/api/session', { body, headers: { origin: 'http://evil.example' } })).code).toBe(
      'wrong-origin',
    );
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send(app, '/api/session', { body: 'name=a', headers: form })).code).toBe('not-json');
  });

  it('makes a name wait after many wrong passwords, and says how long', async () => {
    const own = buildApp(ledger.whoholds, { host: '127.0.0.1', report: () => {}, gate: new Gate(accountsFile(home)) });
    const attempt = () => send(own, '/api/session', { body: { name: 'Edda Crane', password: 'wrong words here' } });
    for (let at = 0; at < 8; at += 1) expect((await attempt()).status).toBe(401);
    const waiting = await attempt();
    expect([waiting.status, waiting.code]).toEqual([429, 'too-many-attempts']);
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(800);
  });

  it('ends with signing out, and for whoever has the cookie still', async () => {
    const { cookie, csrf } = await signIn(app, 'Ada Finch');
    const without = await send(app, '/api/session', { method: 'DELETE', headers: { cookie } });
    expect(without.code).toBe('no-csrf-token');
    const out = await send(app, '/api/session', { method: 'DELETE', headers: { cookie, 'x-csrf-token': csrf } });
    expect([out.status, out.data.account]).toEqual([200, null]);
    expect((await get(app, '/api/session', cookie)).data.account).toBeNull();
  });
});

describe('a write', () => {
  const path = () => `/api/claims/${claim}/retract`;
  const body = { reason: 'The mayor spoke of the hill.' };

  it.each<[string, Record<string, string>, number, string]>([
    ['without a session', { cookie: '' }, 401, 'not-signed-in'],
    ['with a made-up session', { cookie: 'whoholds-session=made-up' }, 401, 'not-signed-in'],
    ['without the token', { 'x-csrf-token': '' }, 403, 'no-csrf-token'],
    ['with another session’s token', { 'x-csrf-token': 'other' }, 403, 'no-csrf-token'],
    ['from another origin', { origin: 'https://evil.example' }, 403, 'wrong-origin'],
    ['from another port of this machine', { origin: 'http://localhost:1234' }, 403, 'wrong-origin'],
    ['from nowhere', { origin: 'null' }, 403, 'wrong-origin'],
    ['from another site, by the browser’s word', { 'sec-fetch-site': 'cross-site' }, 403, 'wrong-origin'],
    ['as a form', { 'content-type': 'text/plain' }, 415, 'not-json'],
    ['without a key', { 'idempotency-key': '' }, 400, 'no-idempotency-key'],
  ])('is refused %s', async (_, headers, status, code) => {
    const seq = await ledger.whoholds.seq();
    const refused = await ada.post(path(), body, headers);
    expect([refused.status, refused.code]).toEqual([status, code]);
    expect([await ledger.whoholds.seq(), await ledger.whoholds.acts.requests()]).toEqual([seq, []]);
  });

  it.each<[string, string, unknown, number, string, string]>([
    ['without a reason', '/api/claims/x/retract', { reason: ' ' }, 400, 'bad-body', 'reason'],
    [
      'with a field that is not there',
      '/api/claims/x/retract',
      { ...body, force: true },
      400,
      'unknown-field',
      'force',
    ],
    ['of a claim that is not there', '/api/claims/clm_none/retract', body, 422, 'not-possible', 'clm_none'],
    ['that is no object', '/api/answers', [], 400, 'bad-body', 'object'],
    ['that is no JSON', '/api/answers', '{', 400, 'bad-body', 'JSON'],
    ['of a kind that is none', '/api/claims', { ...body, kind: 'won' }, 400, 'bad-body', 'report'],
    ['to join one report', '/api/families', { ...body, act: 'join', reports: ['a'] }, 400, 'bad-body', 'two reports'],
    ['of two texts at once', '/api/reports', { ...body, text: 'a', html: 'b' }, 400, 'bad-body', 'one of'],
    ['of a file with a folder', '/api/reports', { ...body, text: 'a', file: '../a.txt' }, 400, 'bad-body', 'file'],
    [
      'with an address that is a script',
      '/api/reports',
      { ...body, text: 'a', url: 'javascript:alert(1)' },
      400,
      'bad-body',
      'url',
    ],
    ['of an empty report', '/api/reports', { ...body, text: '  ' }, 422, 'not-possible', 'text'],
    ['on what nobody asked for', '/api/approvals', { ...body, request: 7, approve: true }, 422, 'not-possible', '7'],
    ['too large', '/api/answers', { ...body, denial: 'x'.repeat(70_000) }, 413, 'too-large', 'large'],
  ])('is refused %s', async (_, where, sent, status, code, word) => {
    const refused = await edda.post(where, sent);
    expect([refused.status, refused.code, refused.detail]).toEqual([status, code, expect.stringContaining(word)]);
  });

  it('says beforehand what it would do, and does nothing', async () => {
    const seq = await ledger.whoholds.seq();
    const supposed = await ada.post(path(), { dryRun: true, on: ON }, { 'idempotency-key': '' });
    expect(supposed.data).toMatchObject({ act: 'retract', changed: true, waits: true, request: null, state: null });
    expect(supposed.data.turns).toMatchObject([{ place: { id: FERNHILL }, at: ON }]);
    expect([await ledger.whoholds.seq(), await ledger.whoholds.acts.requests()]).toEqual([seq, []]);
  });
});

describe('two persons', () => {
  it('what changes the map waits, in the log and on no map, until an editor approves it', async () => {
    const before = await statusOf(app);
    const headers = { 'idempotency-key': 'one-key-for-it' };
    const reason = 'The <b>hill</b>, not the town.';
    const asked = await ada.post(`/api/claims/${claim}/retract`, { reason }, headers);
    expect([asked.status, asked.data.state, asked.data.changed]).toEqual([202, 'waiting', false]);
    expect(await statusOf(app)).toBe(before);
    const request = Number(asked.data.request);
    const { data } = await get(app, '/api/review/log');
    expect(data).toMatchObject({ acts: [], requests: [{ request, by: 'Ada Finch', state: 'waiting', reason }] });

    const again = await ada.post(`/api/claims/${claim}/retract`, { reason }, headers);
    expect([again.status, again.data]).toEqual([asked.status, asked.data]);
    const other = await ada.post(`/api/claims/${claim}/retract`, { reason: 'Another.' }, headers);
    expect([other.status, other.code]).toEqual([422, 'not-possible']);

    const approval = { request, approve: true, reason: 'I read it too.' };
    const own = await ada.post('/api/approvals', approval);
    expect([own.status, own.code, own.expected]).toEqual([403, 'not-allowed', ['editor']]);
    const looked = await edda.post('/api/approvals', { ...approval, dryRun: true, on: ON });
    expect(looked.data).toMatchObject({ act: 'retract', turns: [{ place: { id: FERNHILL } }] });
    const approved = await edda.post('/api/approvals', approval);
    expect(approved.data).toMatchObject({ state: 'approved', changed: true, request });
    expect(await statusOf(app)).not.toBe(before);
    const log = (await get(app, '/api/review/log')).data as unknown as { acts: { by: string; reason: string }[] };
    expect(log.acts).toMatchObject([{ by: 'Ada Finch', reason: `${reason} (approved by Edda Crane: I read it too.)` }]);
    expect((await edda.post('/api/approvals', approval)).code).toBe('not-possible');
  });

  it('an editor waits as well, for another editor; who asked may withdraw', async () => {
    const asked = await edda.post('/api/claims', { claim, reason: 'It is as it was read.' });
    expect(asked.data.state).toBe('waiting');
    const word = { request: asked.data.request, reason: 'On second thoughts.' };
    expect((await edda.post('/api/approvals', { ...word, approve: true })).code).toBe('not-possible');
    expect((await ada.post('/api/approvals', { ...word, approve: false })).code).toBe('not-allowed');
    expect((await edda.post('/api/approvals', { ...word, approve: false })).data.state).toBe('declined');
  });

  it('is not asked where it is set off', async () => {
    const alone = appWith('off');
    const { post } = await signIn(alone, 'Ada Finch');
    const done = await post('/api/claims', { claim, reason: 'It is as it was read.' });
    expect([done.status, done.data.state, done.data.changed]).toEqual([200, 'done', true]);
  });
});

const ASHFORD_AGAIN =
  'Reds claim Garth\n\nThe Reds "have taken the district of Garth in Southlea <script>alert(1)</script>," Red League spokesman Ivo Hale said on Friday.\n';

describe('a report', () => {
  const report = { text: ASHFORD_AGAIN, published: '2021-03-19', outlet: '<i>Outlet</i>' };

  it('is read first, word for word, and recorded only then', async () => {
    const own = appWith('off');
    const { post } = await signIn(own, 'Ada Finch');
    const seq = await ledger.whoholds.seq();
    const { data } = await post('/api/reports', { ...report, dryRun: true });
    const read = data.read as unknown as {
      report: { text: string; outlet: string };
      claims: { quote: { text: string } }[];
    };
    expect(read.report).toMatchObject({
      outlet: '<i>Outlet</i>',
      text: expect.stringContaining('<script>alert(1)</script>'),
    });
    expect(read.claims.length).toBeGreaterThan(0);
    expect(await ledger.whoholds.seq()).toBe(seq);
    const done = await post('/api/reports', { ...report, reason: 'The Outlet has it.' });
    expect([done.status, done.data.act, done.data.changed]).toEqual([200, 'report', true]);
    expect(await ledger.whoholds.report(String(done.data.subject))).not.toBeNull();
    const log = (await get(app, '/api/review/log')).data as unknown as { requests: unknown[] };
    expect(log.requests[0]).toMatchObject({
      by: 'Ada Finch',
      state: 'done',
      reason: 'The Outlet has it.',
      act: { act: 'report' },
    });
  });

  it('may be a file', async () => {
    const html = `<!doctype html><title>x</title><article><h1>Reds claim Garth</h1>${'<p>The market was held on the lower green, and the bread cost what it had cost on Monday.</p>'.repeat(6)}</article>`;
    const file = { base64: Buffer.from(html).toString('base64'), file: 'story.html' };
    const { data, status } = await ada.post('/api/reports', { ...file, dryRun: true });
    expect([status, (data.read as unknown as { file: string }).file]).toEqual([200, 'story.html']);
  });
});

describe('a delay', () => {
  it('holds back from everybody but whoever is signed in', async () => {
    const late = appWith('auto', { cut: () => '2021-03-10T00:00:00.000Z' as Instant });
    const { cookie } = await signIn(late, 'Edda Crane');
    const path = `/api/control?on=${ON}`;
    expect((await get(late, path)).data).toEqual([]);
    expect((await get(late, path, cookie)).data).not.toEqual([]);
    expect((await get(late, '/api/review/log')).data).toEqual({ acts: [], requests: [] });
    expect((await get(late, '/api/review/queue')).data).toEqual([]);
  });
});

it('nothing of this broke the server', () => {
  expect(broken).toEqual([]);
});
