// Addresses on the command line and on the server: pages and feeds, fetched with the guard, refused with a reason.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountsFile, addAccount, readAccounts } from '../src/accounts/accounts-file.ts';
import { Gate } from '../src/accounts/gate.ts';
import { fetchPageBy } from '../src/commands/fetch-page.ts';
import type { Instant } from '../src/model/time.ts';
import { keepingPages } from '../src/publishing/bring.ts';
import { buildApp } from '../src/publishing/serve.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds } from '../src/whoholds.ts';
import { ASHFORD, feedOf, HOLLIN, pageOf, publish } from './news-site.ts';
import { fetcherOf, type PageServer, page, startPages, status } from './page-server.ts';
import { linesOf, runCommand } from './run-command.ts';

let home = '';
let site: PageServer;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'whoholds-addresses-'));
  site = await startPages();
});
afterEach(async () => {
  await site.close();
  rmSync(home, { recursive: true, force: true });
});

interface Line {
  readonly file: string;
  readonly report: {
    readonly url: string;
    readonly outlet: string;
    readonly title: string;
    readonly publishedAt: string;
  } | null;
  readonly claims: readonly { readonly kind: string }[];
  readonly refusals: readonly {
    readonly code: string;
    readonly reason: string;
    readonly expected: readonly string[];
  }[];
  readonly total: { readonly reports: number; readonly refused: number; readonly asserted: number };
}

const ALLOWED = ['--theatre', 'tiny', '--allow-host', '127.0.0.1', '--pause', '0', '--json'];
const run = async (words: readonly string[], flags: readonly string[] = ALLOWED) => {
  const ran = await runCommand([...words, ...flags], home);
  return { ...ran, lines: linesOf<Line>(ran.stdout) };
};

describe('whoholds read of an address', () => {
  it('reads the page that is there, under its final address', async () => {
    publish(site, [ASHFORD]);
    site.at('/old', status(301, { location: '/ashford' }));
    const { lines, status: ended } = await run(['read', site.url('/old')]);
    expect(ended).toBe(0);
    expect(lines[0]).toMatchObject({
      file: site.url('/old'),
      report: {
        url: site.url('/ashford'),
        outlet: 'Eastry Courant',
        title: ASHFORD.title,
        publishedAt: '2021-03-17T10:00:00.000Z',
      },
    });
    expect(new Set(lines[0]?.claims.map(({ kind }) => kind))).toEqual(new Set(['capture']));
  });

  it('reads the pages of a feed’s entries, whatever type its server says it has', async () => {
    publish(site, [ASHFORD, HOLLIN]);
    site.at('/feed.xml', page(feedOf(site, [ASHFORD, HOLLIN]), { 'content-type': 'text/html' }));
    const { lines } = await run(['read', site.url('/feed.xml')]);
    expect(lines.map(({ file, report }) => [file, report?.title])).toEqual([
      [site.url('/ashford'), ASHFORD.title],
      [site.url('/hollin'), HOLLIN.title],
    ]);
  });

  it('takes the feed’s own words where a page will not be had, and says why it was not', async () => {
    publish(site, [ASHFORD, HOLLIN]);
    site.at('/hollin', status(403));
    const { lines, status: ended } = await run(['read', site.url('/feed.xml')]);
    expect(ended).toBe(1);
    expect(lines.map(({ report, refusals }) => [report?.title ?? null, refusals.map(({ code }) => code)])).toEqual([
      [ASHFORD.title, []],
      [null, ['http-status']],
      [HOLLIN.title, []],
    ]);
  });

  it('reads what a sitemap names', async () => {
    publish(site, [ASHFORD]);
    const urls = `<url><loc>${site.url('/ashford')}</loc></url>`;
    site.at(
      '/map.xml',
      page(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`, {
        'content-type': 'text/xml',
      }),
    );
    const { lines } = await run(['read', site.url('/map.xml')]);
    expect(lines.map(({ report }) => report?.title)).toEqual([ASHFORD.title]);
  });

  it('follows an index of sitemaps, packed ones too, and an OPML list, in each other, to the pages', async () => {
    publish(site, [ASHFORD, HOLLIN]);
    const xml = { 'content-type': 'text/xml' };
    const urlset = (name: string) => `<urlset><url><loc>${site.url(name)}</loc></url></urlset>`;
    const index = (...names: readonly string[]) =>
      `<sitemapindex>${names.map((name) => `<sitemap><loc>${site.url(name)}</loc></sitemap>`).join('')}</sitemapindex>`;
    site.at('/archive.xml', page(urlset('/hollin'), xml));
    const packed = gzipSync(urlset('/ashford'));
    site.at('/news.xml.gz', (_, response) => void response.writeHead(200).end(packed));
    site.at('/index.xml', page(index('/archive.xml', '/news.xml.gz', '/index.xml', '/archive.xml'), xml));
    site.at('/list.opml', page(`<opml><body><outline type="rss" xmlUrl="${site.url('/index.xml')}"/></body></opml>`));
    const titles = async (...words: readonly string[]) =>
      (await run(['read', ...words])).lines.map(({ report, refusals }) => report?.title ?? refusals[0]?.code);
    expect(await titles(site.url('/index.xml'))).toEqual([ASHFORD.title, HOLLIN.title]);
    expect(await titles(site.url('/list.opml'))).toEqual([ASHFORD.title, HOLLIN.title]);
    expect(await titles(site.url('/list.opml'), '--max-entries', '1')).toEqual([ASHFORD.title]);
    site.at('/deep.xml', page(index('/list.opml'), xml));
    site.at('/deeper.xml', page(index('/deep.xml'), xml));
    expect(await titles(site.url('/deeper.xml'))).toEqual(['too-deep']);
    site.at('/empty.opml', page('<opml><body/></opml>'));
    expect(await titles(site.url('/empty.opml'))).toEqual(['not-a-report']);
  });

  it('says what is in the way: a closed address, a picture, a dead link', async () => {
    site.at(
      '/picture',
      (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])),
    );
    const closed = await run(['read', site.url('/page')], ['--theatre', 'tiny', '--json']);
    expect([closed.status, closed.lines[0]?.refusals[0]?.code]).toEqual([1, 'address-not-allowed']);
    expect(site.asked).toEqual([]);
    expect((await run(['read', site.url('/picture')])).lines[0]?.refusals[0]?.code).toBe('binary-file');
    expect((await run(['read', site.url('/gone')])).lines[0]?.refusals[0]?.reason).toBe(
      `${site.url('/gone')} answers 404.`,
    );
  });

  it('believes the encoding that the server declares, where the page says none', async () => {
    const words = 'The Red League has captured the town of Ashford, mayor José Muñoz said on Wednesday.';
    const bytes = Buffer.from(pageOf({ ...ASHFORD, words }), 'latin1');
    site.at(
      '/page',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=windows-1252' }).end(bytes),
    );
    const { stdout } = await run(['read', site.url('/page')]);
    expect(stdout).toContain('José Muñoz');
  });
});

describe('whoholds add of addresses', () => {
  it('appends what the pages say; a second time nothing is new', async () => {
    publish(site, [ASHFORD, HOLLIN]);
    const first = await run(['add', site.url('/feed.xml'), site.url('/ashford')]);
    expect(first.lines.at(-1)?.total).toMatchObject({ reports: 3, refused: 0 });
    expect(site.asked.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
    const again = await run(['add', site.url('/feed.xml')]);
    expect(again.lines.at(-1)?.total).toMatchObject({ reports: 2, asserted: 0 });
  });

  it('keeps what could not be fetched in quarantine, where it can be tried again', async () => {
    await run(['add', site.url('/ashford')]);
    publish(site, [ASHFORD]);
    const retried = await run(['refusals', 'retry', '--all']);
    expect([retried.status, retried.lines.at(-1)?.total.reports]).toEqual([0, 1]);
    expect((await run(['refusals', 'list'], ['--theatre', 'tiny', '--json'])).stdout).toBe('');
  });
});

describe('a report dropped in by its address', () => {
  const PASSWORD = 'seven geese at the ford';

  const opened = async (fetches: boolean) => {
    const file = accountsFile(home);
    const ada = {
      name: 'Ada Finch',
      role: 'editor',
      password: PASSWORD,
      since: '2021-05-01T00:00:00.000Z' as Instant,
    } as const;
    if (readAccounts(file).length === 0) await addAccount(file, ada);
    const whoholds = await openWhoholds({
      theatre: loadTheatre('tiny'),
      ledger: { file: join(home, 'whoholds.db') },
      purpose: 'write',
    });
    const { fetcher } = fetcherOf({ attempts: 1 });
    const fetching = fetches ? { fetchPage: keepingPages(fetchPageBy(fetcher, {})) } : {};
    const app = buildApp(whoholds, { host: '127.0.0.1', report: console.error, gate: new Gate(file), ...fetching });
    const send = async (path: string, body: object, headers: Record<string, string> = {}) => {
      const response = await app.request(`http://localhost${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { host: 'localhost', 'content-type': 'application/json', ...headers },
      });
      const told = (await response.json()) as { data: Record<string, never>; code: string; detail: string };
      return { ...told, status: response.status, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
    };
    const { cookie, data } = await send('/api/session', { name: 'Ada Finch', password: PASSWORD });
    let key = 0;
    const post = (body: object) => {
      key += 1;
      return send('/api/reports', body, {
        cookie,
        'x-csrf-token': String(data.csrf),
        'idempotency-key': `key-address-${key}`,
      });
    };
    return { post, close: () => whoholds.close() };
  };

  it('is fetched by the server, read first, and recorded as it was looked at', async () => {
    publish(site, [ASHFORD]);
    const { post, close } = await opened(true);
    const url = site.url('/ashford');
    const supposed = await post({ url, dryRun: true });
    expect(supposed.data.read).toMatchObject({ report: { url, title: ASHFORD.title, outlet: 'Eastry Courant' } });
    publish(site, [{ ...ASHFORD, title: 'Changed since' }]);
    const done = await post({ url, reason: 'It was sent to us.' });
    expect([done.status, done.data]).toEqual([200, expect.objectContaining({ changed: true, state: 'done' })]);
    expect(done.data.subject).toBe((supposed.data.read as unknown as { report: { id: string } }).report.id);
    expect(site.asked.filter(({ path }) => path === '/ashford')).toHaveLength(1);
    await close();
  });

  it('is refused with the reason of the guard, for a feed, and where the server fetches nothing', async () => {
    publish(site, [ASHFORD]);
    const { post, close } = await opened(true);
    for (const [url, says] of [
      ['http://169.254.169.254/latest/meta-data/', /link-local/],
      ['http://localhost:9/', /loopback/],
      [site.url('/gone'), /answers 404/],
      [site.url('/feed.xml'), /is a list of 1 entries/],
    ] as const) {
      const answer = await post({ url, dryRun: true });
      expect([answer.status, answer.code, answer.detail]).toEqual([422, 'not-possible', expect.stringMatching(says)]);
    }
    expect((await post({ dryRun: true })).status).toBe(400);
    await close();
    const mute = await opened(false);
    expect(await mute.post({ url: site.url('/ashford'), dryRun: true })).toMatchObject({
      status: 422,
      code: 'not-possible',
    });
    await mute.close();
  });
});
