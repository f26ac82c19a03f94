// Fetching, on real servers of our own: slow, broken, endless, packed to burst, leading astray, and polite ones.

import { once } from 'node:events';
import type { LookupFunction } from 'node:net';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rangeFinder } from '../src/intake/fetch/closed-ranges.ts';
import type { Fetched, FetchSettings, Validators } from '../src/intake/fetch/fetched.ts';
import { type Answer, fetcherOf, type PageServer, page, startPages, status } from './page-server.ts';

let pages: PageServer;
beforeEach(async () => {
  pages = await startPages();
});
afterEach(() => pages.close());

const get = async (address: string, settings: Partial<FetchSettings> = {}, known?: Validators): Promise<Fetched> => {
  const { fetcher } = fetcherOf(settings);
  try {
    return await fetcher.get(address, known);
  } finally {
    fetcher.close();
  }
};

const refusal = async (address: string, settings: Partial<FetchSettings> = {}) => {
  const fetched = await get(address, settings);
  if (fetched.state !== 'refused') throw new Error(`${address} was ${fetched.state}.`);
  return fetched.refusal;
};

const codeAt = async (answer: Answer, settings: Partial<FetchSettings> = {}): Promise<string> => {
  pages.at('/page', answer);
  return (await refusal(pages.url('/page'), { attempts: 1, ...settings })).code;
};

const text = (fetched: Fetched): string =>
  fetched.state === 'new' ? new TextDecoder().decode(fetched.page.bytes) : fetched.state;

const STORY = '<!doctype html><p>Ashford has fallen, the mayor said.</p>';

describe('a page', () => {
  it('comes with its type, its validators and its final address', async () => {
    pages.at('/page', page(STORY, { etag: '"a"', 'last-modified': 'Wed, 17 Mar 2021 12:00:00 GMT' }));
    pages.at('/old', status(301, { location: '/page' }));
    expect(await get(pages.url('/old'))).toEqual({
      state: 'new',
      page: {
        url: pages.url('/page'),
        type: 'text/html',
        charset: 'utf-8',
        bytes: new TextEncoder().encode(STORY),
        etag: '"a"',
        lastModified: 'Wed, 17 Mar 2021 12:00:00 GMT',
      },
    });
    expect(pages.asked.at(-1)?.headers['user-agent']).toBe('whoholds/test');
  });

  it('that has not changed is not sent again', async () => {
    pages.at('/page', (request, response) =>
      request.headers['if-none-match'] === '"a"' &&
      request.headers['if-modified-since'] === 'Wed, 17 Mar 2021 12:00:00 GMT'
        ? status(304)(request, response)
        : page(STORY)(request, response),
    );
    const known = { etag: '"a"', lastModified: 'Wed, 17 Mar 2021 12:00:00 GMT' };
    expect(await get(pages.url('/page'), {}, known)).toEqual({ state: 'unchanged' });
  });

  it('that is packed is unpacked', async () => {
    pages.at('/page', (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(STORY));
    });
    expect(text(await get(pages.url('/page')))).toBe(STORY);
  });
});

describe('a hostile or broken server', () => {
  it('that never ends is cut off at the limit', async () => {
    const endless: Answer = (_, response) => {
      response.writeHead(200);
      const more = (): void => {
        while (response.write('x'.repeat(16_384)));
        response.once('drain', more);
      };
      more();
    };
    expect(await codeAt(endless)).toBe('too-large');
  });

  it('whose answer says that it is too large is not read at all', async () => {
    expect(await codeAt(page('x', { 'content-length': '100001' }))).toBe('too-large');
  });

  it('that sends a bomb is stopped when it has unpacked to the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(60_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await codeAt((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))).toBe(
      'too-large',
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });

  it('that dribbles is timed out', async () => {
    const dribble: Answer = (_, response) => {
      response.writeHead(200).write('<p>');
      const timer = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(timer));
    };
    expect(await codeAt(dribble, { timeoutMs: 300 })).toBe('timed-out');
  });

  it('that says nothing is timed out', async () => {
    expect(await codeAt(() => {}, { timeoutMs: 200, robots: 'ignore' })).toBe('timed-out');
  });

  it('that hangs up in the middle is a broken answer', async () => {
    const hangUp: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('<p>Ashford');
      setImmediate(() => response.destroy());
    };
    expect(await codeAt(hangUp)).toBe('broken-answer');
  });

  it.each([
    ['gzip', Buffer.from('no gzip at all')],
    ['gzip', gzipSync(STORY).subarray(0, 30)],
    ['br', Buffer.from('no brotli at all, nor anything else')],
    ['rot13', Buffer.from('x')],
  ])('that packs badly (%s) is a broken answer', async (coding, bytes) => {
    expect(await codeAt((_, response) => void response.writeHead(200, { 'content-encoding': coding }).end(bytes))).toBe(
      'broken-answer',
    );
  });

  it('that speaks no HTTP is a broken answer', async () => {
    const server = createServer((socket) => socket.end('220 mail.example ready\r\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    expect((await refusal(`http://127.0.0.1:${port}/`, { attempts: 1 })).code).toBe('broken-answer');
    server.close();
  });

  it('that closed a connection we had kept is asked by another', async () => {
    pages.at('/a', page(STORY));
    pages.at('/b', page(STORY));
    const { fetcher } = fetcherOf({ robots: 'ignore', attempts: 1 });
    expect(text(await fetcher.get(pages.url('/a')))).toBe(STORY);
    // Before the kept connection notices: in the same turn of the loop.
    pages.hangUp();
    expect(text(await fetcher.get(pages.url('/b')))).toBe(STORY);
    fetcher.close();
  });

  it('that is not there is unreachable', async () => {
    expect(await refusal('http://127.0.0.1:1/x', { attempts: 1 })).toMatchObject({
      code: 'unreachable',
      file: 'http://127.0.0.1:1/x',
      reason: 'http://127.0.0.1:1/robots.txt cannot be reached: nothing listens there.',
    });
  });

  it('that leads in a circle is left after the last step allowed', async () => {
    pages.at('/page', status(302, { location: '/page' }));
    expect((await refusal(pages.url('/page'))).code).toBe('too-many-redirects');
    expect(pages.asked.filter(({ path }) => path === '/page')).toHaveLength(4);
  });

  it.each([404, 410, 403, 451])('that answers %i is asked once', async (code) => {
    pages.at('/page', status(code));
    expect((await refusal(pages.url('/page'))).code).toBe('http-status');
    expect(pages.asked.filter(({ path }) => path === '/page')).toHaveLength(1);
  });
});

describe('addresses that are not asked', () => {
  it.each([
    'http://127.0.0.1:8421/',
    'http://localhost./',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
  ])('%s', async (address) => {
    expect((await refusal(address, { guard: { allowHosts: [] } })).code).toBe('address-not-allowed');
  });

  it.each([
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'gopher://127.0.0.1/',
    'no address',
    'http://ada:secret@127.0.0.1/',
  ])('%s, of another scheme or with a password', async (address) => {
    expect((await refusal(address)).code).toBe('not-an-address');
  });

  it.each([
    'http://localhost:9/',
    'http://169.254.169.254/',
    'http://[::1]:9/',
    'http://192.168.0.1/',
    'file:///etc/passwd',
  ])('a redirect to %s, though the first host is allowed', async (location) => {
    pages.at('/page', status(302, { location }));
    const { code, file } = await refusal(pages.url('/page'));
    expect(['address-not-allowed', 'not-an-address']).toContain(code);
    expect(file).toBe(pages.url('/page'));
  });

  it('a redirect of robots.txt to a closed address', async () => {
    pages.at('/robots.txt', status(301, { location: 'http://169.254.169.254/' }));
    expect((await refusal(pages.url('/page'))).code).toBe('address-not-allowed');
  });
});

/** A name server that gives one answer after another, the last for ever. */
const answering = (answers: readonly (readonly string[])[]) => {
  let asked = 0;
  const lookup = ((_name: string, _options: unknown, callback: Parameters<LookupFunction>[2]) => {
    const found = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as NonNullable<FetchSettings['guard']['lookup']>;
  return { lookup, asked: () => asked };
};

describe('a name that leads to a closed address', () => {
  it('is not asked, and the reason names both', async () => {
    const { lookup } = answering([['10.0.0.7']]);
    expect(await refusal('http://news.example/', { guard: { allowHosts: [], lookup } })).toMatchObject({
      code: 'address-not-allowed',
      reason:
        'news.example leads to 10.0.0.7, which is private: only public addresses are asked, and hosts that --allow-host names.',
    });
  });

  it('is asked where it is allowed by name', async () => {
    pages.at('/page', page(STORY));
    const { lookup } = answering([['127.0.0.1']]);
    const at = pages.url('/page').replace('127.0.0.1', 'News.example');
    expect(text(await get(at, { guard: { allowHosts: ['news.example'], lookup } }))).toBe(STORY);
  });

  it('gains nothing by another answer at the next look-up: the address connected to is the one judged', async () => {
    // 127.0.0.2 stands for the public internet here, and 127.0.0.1 for a machine of one's own.
    const outside = await startPages('127.0.0.2');
    outside.at('/page', (request, response) => page(STORY, { connection: 'close' })(request, response));
    const rangeOf = rangeFinder([{ range: '127.0.0.1/32', says: 'one’s own' }]);
    const { lookup, asked } = answering([['127.0.0.2'], ['127.0.0.1']]);
    const { fetcher } = fetcherOf({ robots: 'ignore', guard: { allowHosts: [], rangeOf, lookup } });
    const at = outside.url('/page').replace('127.0.0.2', 'rebinding.example');
    expect(text(await fetcher.get(at))).toBe(STORY);
    expect(await fetcher.get(at)).toMatchObject({ state: 'refused', refusal: { code: 'address-not-allowed' } });
    expect([asked(), pages.asked.length]).toEqual([2, 0]);
    fetcher.close();
    await outside.close();
  });

  it('is passed over among open ones', async () => {
    const outside = await startPages('127.0.0.2');
    outside.at('/page', page(STORY));
    const rangeOf = rangeFinder([{ range: '127.0.0.1/32', says: 'one’s own' }]);
    const { lookup } = answering([['127.0.0.1', '127.0.0.2']]);
    const at = outside.url('/page').replace('127.0.0.2', 'both.example');
    expect(text(await get(at, { guard: { allowHosts: [], rangeOf, lookup } }))).toBe(STORY);
    await outside.close();
  });
});

describe('manners', () => {
  it('a page that robots.txt disallows is not asked for', async () => {
    pages.at('/robots.txt', page('User-agent: *\nDisallow: /private/\n'));
    pages.at('/private/page', page(STORY));
    pages.at('/page', page(STORY));
    expect((await refusal(pages.url('/private/page'))).code).toBe('robots-disallow');
    expect(text(await get(pages.url('/page')))).toBe(STORY);
    expect(pages.asked.map(({ path }) => path)).not.toContain('/private/page');
    expect(text(await get(pages.url('/private/page'), { robots: 'ignore' }))).toBe(STORY);
  });

  it('robots.txt may speak of us alone, and is asked for once', async () => {
    pages.at('/robots.txt', page('User-agent: *\nDisallow: /\n\nUser-agent: whoholds\nDisallow: /b\nCrawl-delay: 7\n'));
    for (const path of ['/a', '/b', '/c']) pages.at(path, page(STORY));
    const { fetcher, slept } = fetcherOf();
    const states = [];
    for (const path of ['/a', '/b', '/c']) states.push((await fetcher.get(pages.url(path))).state);
    expect(states).toEqual(['new', 'refused', 'new']);
    expect(pages.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/c']);
    expect(slept).toEqual([7000, 7000]);
    fetcher.close();
  });

  it('a site whose robots.txt is broken is left alone for now', async () => {
    pages.at('/robots.txt', status(503));
    pages.at('/page', page(STORY));
    const fetched = await get(pages.url('/page'));
    expect(fetched).toMatchObject({ state: 'refused', refusal: { code: 'robots-unknown' }, again: true });
    expect(pages.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/robots.txt', '/robots.txt']);
  });

  it('one host is asked with pauses, two hosts at once', async () => {
    const other = await startPages('127.0.0.2');
    for (const server of [pages, other]) for (const path of ['/a', '/b']) server.at(path, page(STORY));
    const { fetcher, slept } = fetcherOf({
      pauseMs: 2000,
      robots: 'ignore',
      guard: { allowHosts: ['127.0.0.1', '127.0.0.2'] },
    });
    await fetcher.get(pages.url('/a'));
    await fetcher.get(other.url('/a'));
    expect(slept).toEqual([]);
    await fetcher.get(pages.url('/b'));
    expect(slept).toEqual([2000]);
    fetcher.close();
    await other.close();
  });

  it('a server that asks to wait is waited for', async () => {
    let asked = 0;
    pages.at('/page', (request, response) => {
      asked += 1;
      (asked < 3 ? status(429, { 'retry-after': '11' }) : page(STORY))(request, response);
    });
    const { fetcher, slept } = fetcherOf();
    expect(text(await fetcher.get(pages.url('/page')))).toBe(STORY);
    expect(slept).toEqual([11_000, 11_000]);
    fetcher.close();
  });

  it('a server that asks to wait longer than we do is left for later, with its word', async () => {
    pages.at('/page', status(429, { 'retry-after': '3600' }));
    const { fetcher, slept } = fetcherOf();
    expect(await fetcher.get(pages.url('/page'))).toMatchObject({ state: 'refused', again: true, afterMs: 3_600_000 });
    expect(slept).toEqual([]);
    fetcher.close();
  });

  it('a server that fails is tried again, each time later, and then refused', async () => {
    pages.at('/page', status(503));
    const { fetcher, slept } = fetcherOf({ attempts: 4 });
    expect(await fetcher.get(pages.url('/page'))).toMatchObject({ state: 'refused', refusal: { code: 'http-status' } });
    expect(slept).toHaveLength(3);
    const [first = 0, second = 0, third = 0] = slept;
    expect([first >= 500 && first <= 1000, second >= 1000 && second <= 2000, third >= 2000 && third <= 4000]).toEqual([
      true,
      true,
      true,
    ]);
    fetcher.close();
  });
});
