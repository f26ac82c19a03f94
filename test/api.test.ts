// The HTTP answers over a real ledger: shapes, clocks, problems, tags, and a manual that cannot fall behind.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';
import { scoresOf } from '../src/commands/control-scores.ts';
import { readTruth } from '../src/commands/read-truth.ts';
import { Fault } from '../src/model/outcome.ts';
import { apiManual } from '../src/publishing/api-manual.ts';
import { type Calibration, keepingScores } from '../src/publishing/calibration.ts';
import { ROUTES } from '../src/publishing/routes.ts';
import { buildApp, serve } from '../src/publishing/serve.ts';
import { WRITES } from '../src/publishing/writes.ts';
import { openTinyLedger, type TinyLedger } from './tiny-ledger.ts';

let ledger: TinyLedger;
let app: Hono;
const broken: unknown[] = [];

beforeAll(async () => {
  ledger = await openTinyLedger();
  app = buildApp(ledger.whoholds, { host: '127.0.0.1', report: (error) => broken.push(error) });
});
afterAll(() => ledger.remove());

const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  app.request(`http://localhost${path}`, { headers });
const dataOf = async (path: string) => {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as { data: never; meta: Record<string, unknown> };
};

const ASHFORD = '/api/places/northmark%2Fashford';
/** What is sent to be kept. */
const FILES = [
  ['/api/map.svg?on=2021-03-18', /^image\/svg\+xml/],
  ['/api/map.png?on=2021-03-18', /^image\/png/],
  ['/api/control.csv?on=2021-03-18', /^text\/csv/],
] as const;

const EVERY_ROUTE = [
  '/api/start',
  '/api/control?on=2021-03-18',
  '/api/days?from=2021-03-17&until=2021-03-20',
  '/api/holdings?from=2021-03-17&until=2021-03-20',
  '/api/theatre',
  '/api/places',
  '/api/names?lang=fa',
  `${ASHFORD}/why?on=2021-03-18`,
  `${ASHFORD}/timeline`,
  `${ASHFORD}/series?from=2021-03-17&until=2021-03-20`,
  '/api/claims?limit=3',
  '/api/reports?limit=2',
  '/api/aggregates',
  '/api/incidents',
  '/api/speakers',
  '/api/coverage',
  '/api/hindsight',
  '/api/calibration',
  '/api/sources',
  '/api/sources/grades',
  '/api/refusals',
  '/api/changes?from=2021-03-17&to=2021-03-20',
  '/api/review/queue?on=2021-03-19',
  '/api/review/log',
  '/api/health',
];

describe('every route', () => {
  it.each(EVERY_ROUTE)('%s answers with data and with what it was made from', async (path) => {
    const { data, meta } = await dataOf(path);
    expect(data).not.toBeUndefined();
    expect(meta).toMatchObject({ seq: await ledger.whoholds.seq(), asOf: null, theatre: { id: 'tiny' } });
    expect(Object.keys(meta).sort()).toEqual(['asOf', 'model', 'next', 'seq', 'theatre']);
  });

  it.each(FILES)('%s is a file, with the tag of what it was made from', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(type);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="tiny-2021-03-18\.\w{3}"$/);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(300);
    const etag = response.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"76-/);
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
  });

  it('starts a page with the theatre, its places and the cells of its opening day', async () => {
    const started = (await dataOf('/api/start')).data as {
      on: string;
      theatre: unknown;
      places: unknown;
      cells: unknown;
    };
    const [theatre, places, cells] = await Promise.all(
      ['/api/theatre', '/api/places', `/api/control?on=${started.on}`].map(async (path) => (await dataOf(path)).data),
    );
    expect(started).toEqual({ on: '2021-03-17', theatre, places, cells });
  });

  it('says what the theatre’s places and sides are called in another language, and nothing in one that it has none in', async () => {
    const { data } = await dataOf('/api/names?lang=fa');
    expect(data).toMatchObject({
      title: 'سه‌ولایت، کشوری ساختگی با نه ولسوالی',
      sides: { red: 'اتحاد سرخ' },
      places: { 'northmark/ashford': 'اشفورد' },
      provinces: { Northmark: 'شمال‌مرز' },
    });
    expect((await dataOf('/api/names?lang=en')).data).toEqual({ title: null, sides: {}, places: {}, provinces: {} });
  });

  it('is in the list that the router, the manual and openapi.json are made from', async () => {
    const described = (await (await get('/openapi.json')).json()) as { paths: Record<string, unknown> };
    const paths = new Set([...ROUTES, ...WRITES].map(({ path }) => path)).add('/api/session');
    expect(Object.keys(described.paths)).toEqual([...paths]);
    const tried = [...EVERY_ROUTE, ...FILES.map(([path]) => path)].map((path) =>
      path.split('?')[0]?.replace('northmark%2Fashford', '{id}'),
    );
    expect(new Set([...tried, '/api/reports/{id}', '/api/refusals/{id}'])).toEqual(
      new Set(ROUTES.map(({ path }) => path)),
    );
  });

  it('is described in docs/api.md, freshly', () => {
    expect(readFileSync(join(ROOT, 'docs', 'api.md'), 'utf8')).toBe(apiManual());
  });
});

describe('the answers', () => {
  it('show no cell of which nobody has spoken, unless asked', async () => {
    const spoken = (await dataOf('/api/control?on=2021-03-18')).data as { flags: string[] }[];
    const all = (await dataOf('/api/control?on=2021-03-18&all=true')).data as unknown[];
    expect(spoken.length).toBeGreaterThan(3);
    expect(spoken.filter(({ flags }) => flags.includes('baselineOnly'))).toEqual([]);
    expect(all.length).toBeGreaterThan(spoken.length);
  });

  it('name the sentences behind a cell, each quote exactly the report’s words', async () => {
    const why = (await dataOf(`${ASHFORD}/why?on=2021-03-18`)).data as {
      steps: { claim: { report: { id: string }; quote: { start: number; end: number; text: string } } }[];
    };
    expect(why.steps.length).toBeGreaterThan(0);
    for (const { claim } of why.steps) {
      const report = (await dataOf(`/api/reports/${claim.report.id}`)).data as { text: string };
      expect(report.text.slice(claim.quote.start, claim.quote.end)).toBe(claim.quote.text);
    }
  });

  it('cut by known time: before the first report was out nobody has spoken', async () => {
    const before = await dataOf('/api/control?on=2021-03-18&asOf=2021-03-10');
    expect(before.data).toEqual([]);
    expect(before.meta.asOf).toBe('2021-03-10T23:59:59.999Z');
  });

  it('cut by the ledger’s state: from seq 0 there is nothing', async () => {
    const { data, meta } = await dataOf('/api/control?on=2021-03-18&seq=0');
    expect([data, meta.seq]).toEqual([[], 0]);
  });

  it('keep to the box that is asked for', async () => {
    const north = (await dataOf('/api/control?on=2021-03-20&bbox=-2,50.5,2,52')).data as { place: { lat: number } }[];
    expect(north.length).toBeGreaterThan(0);
    expect(north.every(({ place }) => place.lat > 50.5)).toBe(true);
  });

  it('come in pages that neither overlap nor leave anything out', async () => {
    const whole = (await dataOf('/api/claims?limit=1000')).data as { id: string; seq: number }[];
    const paged: { id: string; seq: number }[] = [];
    let next: unknown = null;
    do {
      const page = await dataOf(
        `/api/claims?limit=7${next === null ? '' : `&cursor=${encodeURIComponent(String(next))}`}`,
      );
      paged.push(...(page.data as typeof whole));
      next = page.meta.next;
    } while (next !== null && paged.length <= whole.length);
    expect(paged.map(({ seq }) => seq)).toEqual(whole.map(({ seq }) => seq));
  });

  it('give each cell one period a day in its timeline, without gaps', async () => {
    type Period = { scope: string; from: string; until: string | null };
    const periods = (await dataOf(`${ASHFORD}/timeline?scope=district`)).data as Period[];
    expect(periods.length).toBeGreaterThan(1);
    periods.slice(1).forEach((period, at) => {
      expect(period.from).toBe(periods[at]?.until);
    });
  });
});

describe('the lists for people to browse', () => {
  type Row = { id: string; outlet: string | null; text: string | null; published: { latest: string } };
  const reportsOf = async (query: string): Promise<readonly Row[]> => (await dataOf(`/api/reports?${query}`)).data;

  it('find reports by words, outlet and days, page by page, and leave the text out where it is not wanted', async () => {
    const all = await reportsOf('limit=1000');
    const word = all[0]?.text?.split(/\s+/).find((each) => each.length > 7) ?? '';
    const found = await reportsOf(`q=${encodeURIComponent(word.toUpperCase())}`);
    expect(found.map(({ id }) => id)).toContain(all[0]?.id);
    expect(found.every(({ text }) => text?.toLowerCase().includes(word.toLowerCase()))).toBe(true);
    const outlet = all[0]?.outlet ?? '';
    const same = await reportsOf(`outlet=${encodeURIComponent(outlet)}&text=false`);
    expect(same.map(({ id }) => id)).toEqual(all.filter((one) => one.outlet === outlet).map(({ id }) => id));
    expect(same.every(({ text }) => text === null)).toBe(true);
    const day = all[0]?.published.latest ?? '';
    expect((await reportsOf(`from=${day}&until=${day}`)).map(({ id }) => id)).toEqual(
      all.filter(({ published }) => published.latest === day).map(({ id }) => id),
    );
    const { data, meta } = await dataOf(`/api/reports?from=2021-01-01&limit=2`);
    expect((data as Row[]).length).toBe(2);
    const next = (await reportsOf(`from=2021-01-01&limit=1000&cursor=${meta.next}`)).map(({ id }) => id);
    expect([...(data as Row[]).map(({ id }) => id), ...next]).toEqual(all.map(({ id }) => id));
  });

  it('give one report with its notes, its family and what each copy lacks of another', async () => {
    const all = (await dataOf('/api/reports?limit=100')).data as { id: string; copyOf: string | null }[];
    const copy = all.find(({ copyOf }) => copyOf !== null);
    type Whole = { dropped: unknown; members: { id: string; copyOf: string | null; dropped: unknown }[]; read: object };
    const whole = (await dataOf(`/api/reports/${copy?.copyOf}`)).data as Whole;
    const member = whole.members.find(({ id }) => id === copy?.id);
    expect(member?.copyOf).toBe(copy?.copyOf);
    expect(member?.dropped).toEqual(((await dataOf(`/api/reports/${copy?.id}`)).data as Whole).dropped);
    expect(Object.keys(whole.read)).toEqual([
      ...['claims', 'aggregates', 'incidents', 'refusals', 'notes', 'corrections'],
    ]);
  });

  it('count what each speaker claimed, what of it was denied, and what came true', async () => {
    type Speaker = Record<'claims' | 'denied' | 'denials' | 'checkable' | 'cameTrue', number> & { speaker: string };
    const speakers = (await dataOf('/api/speakers')).data as Speaker[];
    const claims = (await dataOf('/api/claims?limit=1000')).data as { speaker: string | null; place: { id: string } }[];
    const named = new Set(claims.flatMap(({ speaker, place }) => (place.id === null ? [] : (speaker ?? []))));
    expect(new Set(speakers.flatMap(({ speaker }) => speaker ?? []))).toEqual(named);
    expect(speakers.some(({ denied }) => denied > 0)).toBe(true);
    expect(speakers.some(({ denials }) => denials > 0)).toBe(true);
    for (const one of speakers) {
      expect(one.denied).toBeLessThanOrEqual(one.claims);
      expect(one.checkable).toBeLessThanOrEqual(one.claims + one.denials);
      expect(one.cameTrue).toBeLessThanOrEqual(one.checkable);
    }
    const { sources } = (await dataOf('/api/sources/grades')).data as { sources: { checkable: number }[] };
    const sum = (rows: readonly { checkable: number }[]) => rows.reduce((all, { checkable }) => all + checkable, 0);
    expect(sum(speakers)).toBe(sum(sources));
    expect((await dataOf('/api/speakers?asOf=2021-03-10')).data).toEqual([]);
  });

  it('name every province with how far it was heard, silent ones too', async () => {
    type Row = { province: { id: string }; districts: number; spokenOf: number; reports: number };
    const rows = (await dataOf('/api/coverage')).data as Row[];
    const provinces = ledger.whoholds.theatre.gazetteer.all().filter(({ kind }) => kind === 'province');
    expect(rows.map(({ province }) => province.id).sort()).toEqual(provinces.map(({ id }) => id).sort());
    expect(rows.reduce((sum, { districts }) => sum + districts, 0)).toBe(9);
    const spoken = (await dataOf('/api/control?on=2021-03-31')).data as { scope: string }[];
    expect(rows.reduce((sum, { spokenOf }) => sum + spokenOf, 0)).toBeGreaterThanOrEqual(
      spoken.filter(({ scope }) => scope === 'district').length,
    );
    const before = (await dataOf('/api/coverage?asOf=2021-03-10')).data as Row[];
    expect(before.map(({ reports }) => reports)).toEqual(rows.map(() => 0));
  });

  it('hold what was told on each day against what is told of it now', async () => {
    type Held = { told: number; same: number; other: number; open: number };
    const held = (await dataOf('/api/hindsight')).data as { days: number; byStatus: Held[]; byLikelihood: Held[] };
    expect(held.days).toBeGreaterThan(1);
    expect(held.byStatus.length).toBeGreaterThan(0);
    for (const { told, same, other, open } of [...held.byStatus, ...held.byLikelihood])
      expect(same + other + open).toBe(told);
  });

  it('tell how often the map was right where the server has a truth, once for each state of the ledger', async () => {
    expect((await dataOf('/api/calibration')).data).toBeNull();
    const { theatre } = ledger.whoholds;
    const rows = readTruth(join(ROOT, 'docs', 'tiny-truth.csv'), theatre, 'scored');
    let asked = 0;
    const calibrate = keepingScores((whoholds) => {
      asked += 1;
      return scoresOf(rows, {}, whoholds);
    });
    const scored = buildApp(ledger.whoholds, { host: '127.0.0.1', report: () => {}, calibrate });
    for (const _ of [1, 2]) {
      const response = await scored.request('http://localhost/api/calibration');
      const { data } = (await response.json()) as { data: Calibration };
      expect(data).toMatchObject({ challenger: 'red', cells: 10, from: '2021-03-01', until: '2021-03-31' });
      expect(data.nowcast.reliability.length).toBeGreaterThan(3);
      expect(data.nowcast.assessed.brier).toBeLessThan(
        data.nowcast.rivals.find(({ name }) => name === 'persistence')?.brier ?? 0,
      );
    }
    expect(asked).toBe(1);
  });

  it('say each change in a sentence', async () => {
    const changes = (await dataOf('/api/changes?from=2021-03-16&to=2021-03-20')).data as { sentence: string }[];
    expect(changes.length).toBeGreaterThan(0);
    for (const { sentence } of changes) expect(sentence).toMatch(/^[A-Z].+: [A-Z].+; before: .+\.$/);
  });

  it('keep to the place, the days and the type that incidents are asked for by', async () => {
    type Row = { type: string; when: { latest: string }; source: { id: string }; report: string };
    const all = (await dataOf('/api/incidents')).data as Row[];
    expect(all.length).toBeGreaterThan(0);
    const days = all.map(({ when }) => when.latest);
    expect(days).toEqual([...days].sort().reverse());
    for (const { source, report } of all) expect(source.id).toBe(report);
    const [type] = all.map((one) => one.type);
    const some = (await dataOf(`/api/incidents?type=${encodeURIComponent(type ?? '')}&until=${days.at(-1)}`)).data;
    expect(some).toEqual(all.filter((one) => one.type === type && one.when.latest === days.at(-1)));
    const problem = await get('/api/incidents?place=atlantis');
    expect(problem.status).toBe(404);
  });
});

describe('the feeds of changes', () => {
  type Item = { id: string; url: string; title: string; date_published: string };
  const itemsOf = async (query: string): Promise<readonly Item[]> => {
    const response = await get(`/changes.json${query}`);
    expect(response.headers.get('content-type')).toContain('application/feed+json');
    return ((await response.json()) as { items: Item[] }).items;
  };

  it('have each change of two weeks in a sentence, the newest first, and a link to the place on that day', async () => {
    const items = await itemsOf('?to=2021-03-20');
    expect(items.length).toBeGreaterThan(3);
    const days = items.map(({ date_published }) => date_published);
    expect(days).toEqual([...days].sort().reverse());
    for (const { url, title } of items) {
      expect(title).toMatch(/^[A-Z].+: .+; before: .+\.$/);
      expect(url).toMatch(/^http:\/\/localhost\/place\/[^/]+\?on=2021-03-\d\d&scope=\w+$/);
    }
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect((await itemsOf('?to=2021-03-17')).map(({ id }) => id)).toEqual(
      items.filter(({ date_published }) => date_published < '2021-03-18').map(({ id }) => id),
    );
    expect(await itemsOf('?to=2021-03-20&asOf=2021-03-10')).toEqual([]);
  });

  it('say the same as Atom, with words escaped', async () => {
    const response = await get('/changes.atom?to=2021-03-20');
    expect(response.headers.get('content-type')).toContain('application/atom+xml');
    const text = await response.text();
    expect(text.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">')).toBe(
      true,
    );
    const ids = [...text.matchAll(/<entry><id>([^<]+)<\/id>/g)].map(([, id]) => id);
    expect(ids).toEqual((await itemsOf('?to=2021-03-20')).map(({ id }) => id));
    expect((await get('/changes.atom?from=2021-03-20')).status).toBe(400);
  });
});

describe('the pages beside the map', () => {
  const PATHS = ['/reports', '/reports/x', '/sources', '/counts', '/incidents', '/refusals', '/changes', '/limits'];

  it.each([...PATHS, '/place/northmark%2Fashford', '/place/northmark/ashford'])(
    '%s is a page of its own',
    async (path) => {
      const response = await get(path);
      // A checkout whose page is not built says so; the browser's suites build it.
      expect([200, 503]).toContain(response.status);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    },
  );

  it('lead to the manual, which is plain words to a browser', async () => {
    const response = await get('/docs/rules.md');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(readFileSync(join(ROOT, 'docs', 'rules.md'), 'utf8'));
    expect((await get('/docs/..%2Fpackage.json')).status).toBe(404);
    const page = await get('/docs/method');
    expect(page.headers.get('content-type')).toContain('text/html');
    const html = await page.text();
    expect(html).toContain('<h2 id="what-this-map-cannot-see">');
    const links = [...html.matchAll(/href="(\/docs\/[^"#]+)/g)].map(([, address]) => address ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const address of links) expect((await get(address)).status, address).toBe(200);
    expect(html).not.toMatch(/<script|style=|href="\.\./);
  });
});

describe('tags', () => {
  it('answer 304 while nothing has changed, and name seq, theatre and model', async () => {
    const etag = (await get('/api/control?on=2021-03-18')).headers.get('etag') ?? '';
    expect(etag).toContain(`${await ledger.whoholds.seq()}-${ledger.whoholds.theatre.version.slice(0, 16)}`);
    expect((await get('/api/control?on=2021-03-18', { 'if-none-match': `"old", W/${etag}` })).status).toBe(304);
    expect((await get('/api/control?on=2021-03-18', { 'if-none-match': '"old"' })).status).toBe(200);
  });

  it('differ for another state of the ledger', async () => {
    const now = (await get('/api/control?on=2021-03-18')).headers.get('etag');
    expect((await get('/api/control?on=2021-03-18&seq=3')).headers.get('etag')).not.toBe(now);
  });
});

describe('problems', () => {
  it.each([
    ['/api/control', 400, 'missing-parameter'],
    ['/api/control?on=2021-03-18&colour=green', 400, 'unknown-parameter'],
    ['/api/control?on=18.3.2021', 400, 'bad-parameter'],
    ['/api/control?on=2021-03-18&place=nowhere/atall', 404, 'no-such-place'],
    ['/api/places/nowhere/why?on=2021-03-18', 404, 'no-such-place'],
    ['/api/reports/r_0', 404, 'no-such-report'],
    ['/api/claims?cursor=garbage', 400, 'bad-parameter'],
    ['/api/nothing', 404, 'no-such-page'],
    ['/%2e%2e/package.json', 404, 'no-such-page'],
    ['/..%2fpackage.json', 404, 'no-such-page'],
  ])('%s is %i %s, with what would have been accepted', async (path, status, code) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, code, title: expect.any(String), detail: expect.any(String) });
    expect(Array.isArray(problem.expected)).toBe(true);
  });

  it('offer the ids of a misspelt place', async () => {
    const problem = (await (await get('/api/places/Ashforde/why?on=2021-03-18')).json()) as { expected: string[] };
    expect(problem.expected).toContain('northmark/ashford');
  });

  it('tell that nobody writes here without an account, and which methods are answered', async () => {
    const to = async (method: string, path: string) => {
      const response = await app.request(`http://localhost${path}`, { method });
      const { code, expected } = (await response.json()) as { code: string; expected: string[] };
      return [response.status, code, expected[0]];
    };
    const closed = [403, 'read-only', 'whoholds user add NAME --role editor'];
    expect(await to('POST', '/api/claims')).toEqual(closed);
    expect(await to('POST', '/api/session')).toEqual(closed);
    expect(await to('DELETE', '/api/session')).toEqual(closed);
    expect(await to('POST', '/api/places')).toEqual([405, 'method-not-allowed', 'GET']);
    expect(await to('PUT', '/api/claims')).toEqual([405, 'method-not-allowed', 'GET']);
  });

  it('never report a broken server for bad input', () => {
    expect(broken).toEqual([]);
  });
});

describe('the server', () => {
  it('forbids the page to load from anywhere else', async () => {
    const response = await get('/api/health');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers to no other host name, so that no web page can read it through one', async () => {
    expect((await get('/api/health', { host: 'evil.example' })).status).toBe(421);
    expect((await get('/api/health', { host: '127.0.0.1:8421' })).status).toBe(200);
  });

  it('says so when the port is taken, and frees it when it closes', async () => {
    const first = await serve(ledger.whoholds, { port: 0, host: '127.0.0.1' });
    const port = Number(new URL(first.url).port);
    const second = serve(ledger.whoholds, { port, host: '127.0.0.1' });
    await expect(second).rejects.toThrow(Fault);
    await expect(second).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`);
    await first.close();
    const third = await serve(ledger.whoholds, { port, host: '127.0.0.1' });
    expect((await fetch(`${third.url}api/health`)).status).toBe(200);
    await third.close();
  });
});
