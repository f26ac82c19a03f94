// Watching, as a newsroom does it: feeds and pages on a real server, a folder as files arrive, ends at any moment.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLedger } from '../src/ledger/ledger.ts';
import { ASHFORD, feedOf, HOLLIN, MARSH, publish, type Story } from './news-site.ts';
import { type PageServer, page, startPages, status } from './page-server.ts';
import { endOf, linesOf, runCommand, startCommand } from './run-command.ts';

let home = '';
let site: PageServer;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'whoholds-watch-'));
  site = await startPages();
});
afterEach(async () => {
  await site.close();
  rmSync(home, { recursive: true, force: true });
});

interface Event {
  readonly event: string;
  readonly source: string;
  readonly state: string;
  readonly entries: number;
  readonly files: number;
  readonly failed: string | null;
  readonly next: string;
  readonly file: string;
  readonly report: { readonly id: string } | null;
  readonly refusal: { readonly code: string } | null;
  readonly refusals: readonly { readonly code: string }[];
  readonly total: { readonly reports: number; readonly asserted: number; readonly refused: number };
}

const FLAGS = ['--theatre', 'tiny', '--allow-host', '127.0.0.1', '--pause', '0', '--attempts', '1', '--json'];
const watchLine = (...words: readonly string[]) => ['watch', ...words, ...FLAGS];

/** One round; what was added by file, and what was told of each source. */
const round = async (...words: readonly string[]) => {
  const ran = await runCommand(watchLine(...words, '--once'), home);
  const events = linesOf<Event>(ran.stdout);
  return {
    status: ran.status,
    stderr: ran.stderr,
    added: events
      .filter(({ event }) => event === 'added')
      .map(({ file, report }) => `${file} ${report === null ? 'refused' : 'in'}`),
    polled: events.filter(({ event }) => event === 'polled'),
    total: events.at(-1)?.total,
  };
};

const feed = (): string => site.url('/feed.xml');
const at = (story: Story, end = 'in'): string => `${site.url(`/${story.name}`)} ${end}`;
const pathsAsked = (): readonly string[] => site.asked.map(({ path }) => path).filter((path) => path !== '/robots.txt');

const reportsIn = async () => {
  const ledger = await openLedger({ file: join(home, 'whoholds.db') }, 'tiny', { readOnly: true });
  const heads = (await ledger.reportHeads()).map(({ report }) => report);
  await ledger.close();
  return heads;
};

describe('a feed', () => {
  it('is followed entry by entry, each once, over many rounds', async () => {
    publish(site, [ASHFORD]);
    const first = await round(feed());
    expect([first.added, first.polled[0]?.state, first.polled[0]?.entries]).toEqual([[at(ASHFORD)], 'new', 1]);
    publish(site, [HOLLIN, ASHFORD]);
    expect((await round(feed())).added).toEqual([at(HOLLIN)]);
    const last = await round(feed());
    expect([last.added, last.polled[0]?.state]).toEqual([[], 'unchanged']);
    expect(pathsAsked()).toEqual(['/feed.xml', '/ashford', '/feed.xml', '/hollin', '/feed.xml']);
  });

  it('that has not changed is not sent, and costs one request', async () => {
    publish(site, [ASHFORD]);
    const body = feedOf(site, [ASHFORD]);
    site.at('/feed.xml', (request, response) =>
      request.headers['if-none-match'] === '"1"'
        ? status(304)(request, response)
        : page(body, { etag: '"1"' })(request, response),
    );
    await round(feed());
    const again = await round(feed());
    expect(again.polled[0]?.state).toBe('unchanged');
    expect(site.asked.at(-1)?.headers['if-none-match']).toBe('"1"');
  });

  it('has its changed entries followed again', async () => {
    publish(site, [ASHFORD, HOLLIN]);
    await round(feed());
    const corrected = {
      ...ASHFORD,
      words: 'The Red League has not captured the town of Ashford, its mayor said on Thursday.',
    };
    publish(site, [corrected, HOLLIN]);
    expect((await round(feed())).added).toEqual([at(ASHFORD)]);
    expect((await reportsIn()).filter(({ url }) => url === site.url('/ashford'))).toHaveLength(2);
  });

  it('is not asked at all while robots.txt forbids it', async () => {
    publish(site, [ASHFORD]);
    site.at('/robots.txt', page('User-agent: *\nDisallow: /'));
    const { polled, status: ended } = await round(feed());
    expect([polled[0]?.state, polled[0]?.refusal?.code, ended]).toEqual(['refused', 'robots-disallow', 1]);
    expect(pathsAsked()).toEqual([]);
  });

  it('that fails rests, longer each time or as its server says, is in quarantine meanwhile, and comes back', async () => {
    publish(site, [ASHFORD]);
    site.at('/feed.xml', status(503, { 'retry-after': '1' }));
    const failed = await round(feed());
    expect([failed.polled[0]?.state, failed.status]).toEqual(['refused', 1]);
    expect(Date.parse(failed.polled[0]?.next ?? '') - Date.now()).toBeGreaterThan(20_000);
    expect((await round(feed())).polled[0]?.state).toBe('resting');
    const list = () => runCommand(['refusals', 'list', '--theatre', 'tiny', '--json'], home);
    expect(linesOf<{ file: string }>((await list()).stdout).map(({ file }) => file)).toEqual([feed()]);
    publish(site, [ASHFORD]);
    const ledger = await openLedger({ file: join(home, 'whoholds.db') }, 'tiny');
    const key = `watch address ${feed()}`;
    const place = JSON.parse((await ledger.bookmarks([key])).get(key) ?? '{}');
    await ledger.keepBookmarks([{ key, body: JSON.stringify({ ...place, restUntil: 0 }) }]);
    await ledger.close();
    expect((await round(feed())).added).toEqual([at(ASHFORD)]);
    expect((await list()).stdout).toBe('');
  });

  it('whose entry’s page fails for now is tried again, and then its own words are taken', async () => {
    publish(site, [ASHFORD, HOLLIN]);
    site.at('/hollin', status(503));
    const rounds = [await round(feed()), await round(feed()), await round(feed()), await round(feed())];
    const own = `${feed()}#hollin in`;
    expect(rounds.map(({ added }) => added.toSorted())).toEqual([
      [at(ASHFORD), at(HOLLIN, 'refused')].toSorted(),
      [at(HOLLIN, 'refused')],
      [at(HOLLIN, 'refused'), own].toSorted(),
      [],
    ]);
  });

  it('whose entry’s page has no article gives its own words', async () => {
    publish(site, [ASHFORD]);
    site.at('/ashford', page('<html><nav>Home</nav></html>'));
    expect((await round(feed())).added).toEqual([at(ASHFORD, 'refused'), `${feed()}#ashford in`]);
  });

  it('gives no more at once than is allowed, and the rest the next time', async () => {
    publish(site, [MARSH, HOLLIN, ASHFORD]);
    const rounds = [];
    for (let number = 0; number < 3; number += 1) rounds.push((await round(feed(), '--max-entries', '2')).added);
    expect(rounds).toEqual([[at(MARSH), at(HOLLIN)], [at(ASHFORD)], []]);
  });
});

describe('a page', () => {
  it('is a report, and another one when it has changed', async () => {
    publish(site, [ASHFORD]);
    expect((await round(site.url('/ashford'))).added).toEqual([at(ASHFORD)]);
    expect((await round(site.url('/ashford'))).added).toEqual([]);
    publish(site, [{ ...ASHFORD, words: `${ASHFORD.words} It was taken at dawn.` }]);
    expect((await round(site.url('/ashford'))).added).toEqual([at(ASHFORD)]);
  });
});

describe('a list of sources', () => {
  it('is OPML, or one address or folder to a line; what fails holds up nothing else', async () => {
    publish(site, [ASHFORD]);
    mkdirSync(join(home, 'wires'));
    writeFileSync(join(home, 'wires', 'wire.txt'), `${HOLLIN.title}\n\n${HOLLIN.words}\n`);
    const opml = join(home, 'feeds.opml');
    writeFileSync(opml, `<opml version="2.0"><body><outline type="rss" text="A" xmlUrl="${feed()}"/></body></opml>`);
    const lines = join(home, 'sources.txt');
    writeFileSync(lines, `# ours\nhttp://127.0.0.1:1/feed\nwires\n`);
    const { added, status: ended } = await round(opml, lines);
    expect(ended).toBe(1);
    expect(added.toSorted()).toEqual(
      [at(ASHFORD), `${join(home, 'wires', 'wire.txt')} in`, 'http://127.0.0.1:1/feed refused'].toSorted(),
    );
  });

  it('at an address is followed too, however little it changes itself', async () => {
    publish(site, [ASHFORD]);
    const opml = `<opml><body><outline type="rss" xmlUrl="${feed()}"/><outline xmlUrl="${site.url('/map.xml')}"/></body></opml>`;
    site.at('/list.opml', page(opml));
    site.at('/map.xml', page(`<sitemapindex><sitemap><loc>${site.url('/news.xml')}</loc></sitemap></sitemapindex>`));
    const urlset = (...stories: readonly Story[]) =>
      page(`<urlset>${stories.map(({ name }) => `<url><loc>${site.url(`/${name}`)}</loc></url>`).join('')}</urlset>`);
    site.at('/news.xml', urlset());
    expect((await round(site.url('/list.opml'))).added).toEqual([at(ASHFORD)]);
    publish(site, [ASHFORD, HOLLIN, MARSH]);
    site.at('/feed.xml', page(feedOf(site, [ASHFORD, HOLLIN]), { 'content-type': 'application/rss+xml' }));
    site.at('/news.xml', urlset(MARSH));
    const second = await round(site.url('/list.opml'));
    expect([second.status, second.added]).toEqual([0, [at(HOLLIN), at(MARSH)]]);
    expect((await round(site.url('/list.opml'))).added).toEqual([]);
  });

  it('as a file may be a sitemap', async () => {
    publish(site, [ASHFORD]);
    const map = join(home, 'map.xml');
    writeFileSync(map, `<?xml version="1.0"?><urlset><url><loc>${site.url('/ashford')}</loc></url></urlset>`);
    expect((await round(map)).added).toEqual([at(ASHFORD)]);
  });

  it('that names nothing is wrong use', async () => {
    const empty = join(home, 'none.txt');
    writeFileSync(empty, '# nothing yet\n');
    for (const words of [[], [empty], [join(home, 'missing.txt')]]) {
      const ran = await runCommand(['watch', ...words, '--theatre', 'tiny'], home);
      expect([2, 3]).toContain(ran.status);
      expect(ran.stderr).not.toMatch(/\n\s+at /);
    }
  });
});

/** Runs until so many events that are wanted were told, then stops it by a signal. */
const watchUntil = async (
  words: readonly string[],
  {
    wanted,
    count,
    meanwhile,
    signal,
  }: { wanted: (event: Event) => boolean; count: number; meanwhile?: () => void; signal: NodeJS.Signals },
) => {
  const child = startCommand(watchLine(...words), home);
  const closed = once(child, 'close');
  const events: Event[] = [];
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line) as Event;
    events.push(event);
    if (!wanted(event)) continue;
    seen += 1;
    if (seen === 1) meanwhile?.();
    if (seen === count) child.kill(signal);
  }
  await closed;
  return { events, status: child.exitCode, signal: child.signalCode };
};

const isAdded = ({ event }: Event): boolean => event === 'added';

describe('watching on and on', () => {
  it('reads a folder as files arrive, whole ones only', async () => {
    const folder = join(home, 'wires');
    mkdirSync(folder);
    const wire = (story: Story): string => {
      const file = join(folder, `${story.name}.txt`);
      writeFileSync(`${file}.part`, `${story.title}\n\n${story.words}\n`);
      // A program that delivers whole files writes beside and renames.
      utimesSync(`${file}.part`, 0, 0);
      renameSync(`${file}.part`, file);
      return file;
    };
    const first = wire(ASHFORD);
    writeFileSync(join(folder, 'young.txt'), 'The Red League has captured');
    // It is being written all the while.
    const late = Date.now() / 1000 + 600;
    utimesSync(join(folder, 'young.txt'), late, late);
    let second = '';
    const { events, status: ended } = await watchUntil([folder, '--look-every', '1'], {
      wanted: isAdded,
      count: 2,
      signal: 'SIGTERM',
      meanwhile: () => {
        second = wire(HOLLIN);
      },
    });
    expect(ended).toBe(0);
    expect(events.filter(isAdded).map(({ file }) => file)).toEqual([first, second]);
    expect(events.at(-1)?.total).toMatchObject({ reports: 2, refused: 0 });
    rmSync(join(folder, 'young.txt'));
    expect((await round(folder)).added).toEqual([]);
    writeFileSync(first, `${ASHFORD.title}\n\n${ASHFORD.words} It was taken at dawn.\n`);
    expect((await round(folder)).added).toEqual([`${first} in`]);
  });

  it('stopped while a page dribbles, ends at once, keeps what is in, and goes on from there', async () => {
    publish(site, [ASHFORD, HOLLIN, MARSH]);
    site.at('/marsh', (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>'));
    const started = Date.now();
    const child = startCommand(watchLine(feed()), home);
    const ended = endOf(child);
    const isHanging = (): boolean => site.asked.some(({ path }) => path === '/marsh');
    while (!isHanging()) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const { stdout, status: code } = await ended;
    expect(code).toBe(0);
    expect(Date.now() - started).toBeLessThan(25_000);
    expect(
      linesOf<Event>(stdout)
        .filter(isAdded)
        .map(({ file }) => file),
    ).toEqual([site.url('/ashford'), site.url('/hollin')]);
    publish(site, [ASHFORD, HOLLIN, MARSH]);
    expect((await round(feed())).added).toEqual([at(MARSH)]);
  });

  it('killed at any moment loses nothing and has nothing twice; what was first seen stays first seen', async () => {
    const stories = Array.from(
      { length: 60 },
      (_, number): Story => ({ ...ASHFORD, name: `story${number}`, title: `Story ${number}` }),
    );
    publish(site, stories);
    const killed = await watchUntil([feed()], { wanted: isAdded, count: 40, signal: 'SIGKILL' });
    expect(killed.signal).toBe('SIGKILL');
    const before = await reportsIn();
    expect(before.length).toBeGreaterThanOrEqual(32);
    const rest = await round(feed());
    // What was in when it was killed is not fetched again, but for the last few.
    expect(rest.added.length).toBeLessThanOrEqual(60 - 32);
    const after = await reportsIn();
    expect([after.length, new Set(after.map(({ id }) => id)).size]).toEqual([60, 60]);
    const seen = new Map(after.map(({ id, retrieved }) => [id, retrieved]));
    expect(before.filter(({ id, retrieved }) => seen.get(id) !== retrieved)).toEqual([]);
    expect((await round(feed())).polled[0]?.state).toBe('unchanged');
  });
});
