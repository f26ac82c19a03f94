// Quarantine, from the command line to the server: what could not be used is kept as it came, shown, and tried again.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';
import { accountsFile, addAccount } from '../src/accounts/accounts-file.ts';
import { Gate } from '../src/accounts/gate.ts';
import { keepItem } from '../src/intake/keep-item.ts';
import { NOTHING_GIVEN } from '../src/intake/sources.ts';
import { openLedger } from '../src/ledger/ledger.ts';
import type { Instant } from '../src/model/time.ts';
import { buildApp } from '../src/publishing/serve.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds } from '../src/whoholds.ts';

let home = '';
let ledger = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'whoholds-quarantine-'));
  ledger = join(home, 'whoholds.db');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

interface Row {
  readonly id: string;
  readonly code: string;
  readonly file: string;
  readonly report: string | null;
  readonly recorded: string;
  readonly original: { readonly size: number } | null;
  readonly text: string | null;
  readonly words: string | null;
  readonly total: { readonly asserted: number; readonly refused: number; readonly why: object };
  readonly was: readonly Row[];
}

const whoholds = (words: readonly string[], theatre = 'tiny') => {
  const line = [join(ROOT, 'bin', 'whoholds.js'), ...words, '--theatre', theatre, '--ledger', ledger];
  const { stdout, stderr, status } = spawnSync(process.execPath, line, {
    env: { ...process.env, WHOHOLDS_HOME: home, NO_COLOR: '1' },
    maxBuffer: 2 ** 26,
  });
  const rows = words.includes('--json')
    ? stdout
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((each) => JSON.parse(each) as Row)
    : [];
  return { rows, stdout, text: stdout.toString(), stderr: stderr.toString(), status };
};

const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(home, name), content);
  return join(home, name);
};

const STORY = `The League takes a town

EASTRY, March 17 (Three Rivers Wire) - The Red League has captured the town of Ashford, the mayor of Ashford said on Wednesday.
`;
const BINARY = new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0, 7]);

const listed = () => whoholds(['refusals', 'list', '--json']).rows;

describe('whoholds refusals', () => {
  it('lists what was refused and why, newest first, and the sum says how many of what', () => {
    const files = [
      write('empty.txt', ' '),
      write('picture.txt', BINARY),
      write('bare.html', '<html><nav>Home</nav></html>'),
    ];
    const added = whoholds(['add', ...files, write('good.txt', STORY), '--json']);
    expect(added.rows.at(-1)?.total).toMatchObject({
      refused: 3,
      why: { 'empty-report': 1, 'binary-file': 1, 'no-article': 1 },
    });
    expect(listed().map(({ code, file, original }) => [code, file, original?.size])).toEqual([
      ['no-article', files[2], 28],
      ['binary-file', files[1], 9],
      ['empty-report', files[0], 1],
    ]);
    const { text } = whoholds(['refusals']);
    expect(text).toContain('3 refusals: 1 no-article, 1 binary-file, 1 empty-report.');
    expect(whoholds(['refusals', 'list', '--limit', '1']).text).toContain('… and 2 more');
  });

  it('shows one with its original, and gives the bytes as they came', () => {
    whoholds(['add', write('picture.txt', BINARY)]);
    rmSync(join(home, 'picture.txt'));
    const [row] = listed();
    const shown = whoholds(['refusals', 'show', row?.id ?? '']);
    expect(shown.text).toContain('binary-file (intake)');
    expect(shown.text).toContain('original: 9 bytes');
    expect(new Uint8Array(whoholds(['refusals', 'show', row?.id ?? '', '--raw']).stdout)).toEqual(BINARY);
    const none = whoholds(['refusals', 'show', 'q_none']);
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('Nothing is refused under “q_none”')]);
  });

  it('shows the very words of a report that were refused', () => {
    whoholds(['add', write('good.txt', STORY.replaceAll('town of Ashford', 'town of Fernhill'))]);
    const [row] = listed();
    const [shown] = whoholds(['refusals', 'show', row?.id ?? '', '--json']).rows;
    expect([shown?.code, shown?.words, shown?.original]).toEqual(['place-ambiguous', 'Fernhill', null]);
    expect(shown?.text).toContain('The League takes a town');
  });

  it('tries again what an older version refused, from its kept bytes, though the file is gone', async () => {
    const bytes = new TextEncoder().encode(STORY);
    const open = await openLedger({ file: ledger }, 'tiny');
    const about = {
      file: 'gone.txt',
      bytes,
      form: 'text' as const,
      given: { ...NOTHING_GIVEN, outlet: 'Eastry Courant' },
    };
    const refusal = { code: 'empty-report', stage: 'intake', reason: 'Not understood.', report: null } as const;
    await open.refuse(
      [{ refusal: { ...refusal, file: 'gone.txt', span: null, expected: [] }, ...keepItem(about) }],
      'whoholds',
      '2021-03-20T12:00:00.000Z' as Instant,
    );
    await open.close();
    const [row] = listed();
    expect(row?.recorded).toBe('2021-03-20T12:00:00.000Z');
    const retried = whoholds(['refusals', 'retry', row?.id ?? '', '--json']);
    expect([retried.status, retried.rows[0]?.was[0]?.id, retried.rows[0]?.file]).toEqual([0, row?.id, 'gone.txt']);
    expect(retried.rows.at(-1)?.total.asserted).toBeGreaterThan(1);
    expect(listed()).toEqual([]);
  });

  it('tries again an item whose bytes never came, from its file, once a limit is raised', () => {
    const file = write('long.txt', STORY);
    expect(whoholds(['add', file, '--max-bytes', '20']).status).toBe(1);
    const [row] = listed();
    expect([row?.code, row?.original]).toEqual(['too-large', null]);
    expect(whoholds(['refusals', 'retry', '--all', '--max-bytes', '20']).status).toBe(1);
    expect(listed()).toHaveLength(1);
    expect(whoholds(['refusals', 'retry', '--all']).status).toBe(0);
    expect(listed()).toEqual([]);
  });

  it('keeps the very line of a file of records, and the bytes of a file that is damaged', () => {
    const lines = write('archive.jsonl', `{"id":1,"text":${JSON.stringify(STORY)}}\n{"id":2,"words":"No text."}\n`);
    const packed = write('broken.zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]));
    whoholds(['add', lines, packed]);
    const rows = listed();
    const original = (file: string): Uint8Array => {
      const row = rows.find((one) => one.file === file);
      return new Uint8Array(whoholds(['refusals', 'show', row?.id ?? '', '--raw']).stdout);
    };
    expect(new TextDecoder().decode(original(`${lines}#2`))).toBe('{"id":2,"words":"No text."}');
    expect(original(packed)).toEqual(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]));
  });

  it('reads a report again once the theatre tells two places apart', () => {
    const theatre = join(home, 'tiny');
    cpSync(join(ROOT, 'theatres', 'tiny'), theatre, { recursive: true });
    whoholds(['add', write('good.txt', STORY.replaceAll('town of Ashford', 'town of Fernhill'))], theatre);
    const before = listed();
    expect(before.map(({ code }) => code)).toEqual(['place-ambiguous']);
    const gazetteer = join(theatre, 'gazetteer.csv');
    const other = 'southlea/fernhill,district,';
    const rows = readFileSync(gazetteer, 'utf8');
    writeFileSync(
      gazetteer,
      rows.replace(`${other}Fernhill,`, `${other}Fernhollow,`).replace(/^(southlea.*),Fern Hill$/m, '$1,'),
    );
    const retried = whoholds(['refusals', 'retry', before[0]?.id ?? '', '--json'], theatre);
    expect([retried.stderr, retried.status]).toEqual(['', 0]);
    expect(retried.rows.at(-1)?.total).toMatchObject({ asserted: 2, refused: 0 });
    expect(listed()).toEqual([]);
    expect(whoholds(['control', '--on', '2021-03-18', '--place', 'midvale/fernhill'], theatre).text).toContain(
      'Fernhill',
    );
  });

  it('wants to know what to try', () => {
    whoholds(['add', write('empty.txt', ' ')]);
    expect(whoholds(['refusals', 'retry']).status).toBe(2);
    expect(whoholds(['refusals', 'retry', 'q_none'])).toMatchObject({ status: 2 });
  });
});

describe('quarantine over HTTP', () => {
  const PASSWORD = 'seven geese at the ford';

  const opened = async () => {
    const file = accountsFile(home);
    await addAccount(file, {
      name: 'Ada Finch',
      role: 'editor',
      password: PASSWORD,
      since: '2021-05-01T00:00:00.000Z' as Instant,
    });
    const open = await openWhoholds({ theatre: loadTheatre('tiny'), ledger: { file: ledger }, purpose: 'write' });
    const app = buildApp(open, { host: '127.0.0.1', report: console.error, gate: new Gate(file) });
    const send = async (path: string, init: RequestInit = {}) => {
      const headers = { host: 'localhost', 'content-type': 'application/json', ...init.headers };
      const response = await app.request(`http://localhost${path}`, { ...init, headers });
      return {
        status: response.status,
        headers: response.headers,
        ...((await response.json()) as { data: never; meta: never }),
      };
    };
    const entered = await send('/api/session', {
      method: 'POST',
      body: JSON.stringify({ name: 'Ada Finch', password: PASSWORD }),
    });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { csrf } = entered.data as { csrf: string };
    const post = (path: string, body: object, key: string) =>
      send(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { cookie, 'x-csrf-token': csrf, 'idempotency-key': key },
      });
    return { open, send, post };
  };

  it('is listed page by page, by code, shown, and tried again with the reading first', async () => {
    const bytes = new TextEncoder().encode(STORY);
    const seeded = await openLedger({ file: ledger }, 'tiny');
    for (const name of ['a', 'b', 'c']) {
      const item = {
        file: `${name}.txt`,
        bytes: new TextEncoder().encode(`${STORY}${name}`),
        form: 'text' as const,
        given: NOTHING_GIVEN,
      };
      const refusal = {
        code: name === 'b' ? 'no-article' : 'empty-report',
        stage: 'intake',
        reason: 'Not understood.',
      } as const;
      const whole = { ...refusal, report: null, file: item.file, span: null, expected: [] };
      await seeded.refuse([{ refusal: whole, ...keepItem(item) }], 'whoholds', '2021-03-20T12:00:00.000Z' as Instant);
    }
    await seeded.close();
    const { open, send, post } = await opened();
    const first = await send('/api/refusals?limit=2');
    const rows = first.data as Row[];
    expect(rows.map(({ file }) => file)).toEqual(['c.txt', 'b.txt']);
    const { next } = first.meta as { next: string };
    expect(((await send(`/api/refusals?limit=2&cursor=${next}`)).data as Row[]).map(({ file }) => file)).toEqual([
      'a.txt',
    ]);
    expect(((await send('/api/refusals?code=no-article')).data as Row[]).map(({ file }) => file)).toEqual(['b.txt']);
    const id = rows[0]?.id ?? '';
    expect((await send(`/api/refusals/${id}`)).data).toMatchObject({
      id,
      size: bytes.length + 1,
      cut: false,
      words: null,
    });
    const supposed = await post(`/api/refusals/${id}/retry`, { dryRun: true }, 'key-dry-run-1');
    expect(supposed.data).toMatchObject({ changed: true, read: { file: 'c.txt' } });
    expect((await send('/api/refusals')).data).toHaveLength(3);
    const done = await post(`/api/refusals/${id}/retry`, { reason: 'The new version reads it.' }, 'key-retry-001');
    expect([done.status, done.data]).toEqual([
      200,
      expect.objectContaining({ act: 'report', changed: true, state: 'done' }),
    ]);
    expect((await send('/api/refusals')).data).toHaveLength(2);
    expect((await send(`/api/refusals/${id}`)).status).toBe(404);
    expect((await post(`/api/refusals/${id}/retry`, { reason: 'Again.' }, 'key-retry-002')).status).toBe(404);
    await open.close();
  });

  it('is never answered as unchanged, since no entry is written when something is refused', async () => {
    const { open, send } = await opened();
    const etag = (await send('/api/refusals')).headers.get('etag') ?? '';
    const other = await openLedger({ file: ledger }, 'tiny');
    const refusal = {
      code: 'empty-report',
      stage: 'intake',
      reason: 'Empty.',
      report: null,
      file: 'x.txt',
      span: null,
      expected: [],
    } as const;
    await other.refuse([{ refusal, original: null, about: null }], 'whoholds', '2021-03-20T12:00:00.000Z' as Instant);
    await other.close();
    const again = await send('/api/refusals', { headers: { 'if-none-match': etag } });
    expect([again.status, again.data]).toEqual([200, [expect.objectContaining({ file: 'x.txt' })]]);
    await open.close();
  });
});
