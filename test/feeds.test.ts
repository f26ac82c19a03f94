// Feeds: a benchmark kept outside the repository, and entries of our own making as reports.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assertionsIn, PROMISED, scoreFeeds } from '../bench/feeds.ts';
import { feedAddresses } from '../src/intake/forms/addresses.ts';
import { isoDate } from '../src/intake/forms/feed-dates.ts';
import { sitemapPages } from '../src/intake/forms/sitemap.ts';
import { openAll, taken, textIn, told } from './form-items.ts';
import { utf8 } from './made-archives.ts';

const BENCHMARK = join(import.meta.dirname, '..', '..', 'shared', 'benchmarks', 'feeds', 'tests');

describe('two thousand feeds made by others', () => {
  test.skipIf(!existsSync(BENCHMARK))(
    'break nothing, and every promised field of the promised folders is right (skipped where the folder is not there)',
    () => {
      const scores = scoreFeeds(BENCHMARK);
      expect(scores.reduce((sum, { files }) => sum + files, 0)).toBeGreaterThan(2_000);
      expect(scores.flatMap(({ crashed }) => crashed)).toEqual([]);
      const promised = scores.filter(({ folder }) => PROMISED.includes(folder));
      expect(promised.map(({ folder }) => folder)).toEqual([...PROMISED].sort());
      expect(promised.flatMap(({ failed }) => failed)).toEqual([]);
      expect(promised.reduce((sum, { passed }) => sum + passed, 0)).toBeGreaterThan(230);
    },
    60_000,
  );

  test('are asked what their expressions say', () => {
    expect(
      assertionsIn(
        `not bozo and entries[0]['title'] == u'a \\u2019' and feed.link == "b" and entries[0]['content'][0]['type'] == 'c'`,
      ),
    ).toEqual([
      { path: 'entries[0]title', expected: 'a ’' },
      { path: 'feedlink', expected: 'b' },
    ]);
    expect(assertionsIn(`entries[0]['published_parsed'] == (2004, 1, 1, 19, 48, 21, 3, 1, 0)`)).toEqual([
      { path: 'entries[0]published_parsed', expected: '2004-01-01T19:48:21Z' },
    ]);
  });
});

const RSS = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Three Rivers Wire</title><link>https://example.org/</link>
<item><title>Ashford &amp;amp; Eastry fall</title><link>https://example.org/1</link><guid isPermaLink="false">one</guid>
<pubDate>Wed, 23 Jun 2021 10:15:00 +0430</pubDate><dc:creator>Ann Example</dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>The Reds took <b>Ashford</b>.</p>]]></content:encoded></item>
<item><title>Westry holds</title><link>/2</link><description>The Blues hold Westry.</description><source url="https://example.com/">The Bridge</source></item>
<item/>
</channel></rss>`;

describe('an entry of a feed', () => {
  test('is a report: its full text, else its summary, with what it says of itself', async () => {
    const [one, two, empty] = await openAll('feed.xml', utf8(RSS), { url: 'https://example.org/feed' });
    expect(one?.ok && [one.value.form, textIn(one.value)]).toEqual([
      'html',
      '<article><h1>Ashford &amp; Eastry fall</h1>\n<p>The Reds took <b>Ashford</b>.</p></article>',
    ]);
    expect(one?.ok && one.value.given).toMatchObject({
      title: 'Ashford & Eastry fall',
      url: 'https://example.org/1',
      published: '2021-06-23T05:45:00Z',
      author: 'Ann Example',
      outlet: 'Three Rivers Wire',
      id: 'one',
    });
    expect(one?.ok && new TextDecoder().decode(one.value.original)).toMatch(/^<item><title>Ashford[\s\S]*<\/item>$/);
    expect(
      two?.ok && [textIn(two.value), two.value.given.url, two.value.given.outlet, two.value.given.published],
    ).toEqual(['Westry holds\n\nThe Blues hold Westry.', 'https://example.org/2', 'The Bridge', null]);
    expect(empty?.ok === false && empty.refusal.code).toBe('empty-report');
  });

  test('of Atom has its feed’s author, and its last change apart from its day', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><title>Wire</title><author><name>Desk</name></author>
      <entry><id>urn:1</id><title type="html">Ashford &lt;i&gt;falls&lt;/i&gt;</title><link rel="self" href="/x"/><link href="news/1"/>
      <published>2021-06-23T10:15:00+04:30</published><updated>2021-06-24T00:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The Reds took Ashford.</p></div></content></entry></feed>`;
    const [item] = await taken('feed.atom', utf8(atom));
    expect(item?.given).toMatchObject({
      title: 'Ashford falls',
      url: 'https://example.org/news/1',
      published: '2021-06-23T05:45:00Z',
      modified: '2021-06-24T00:00:00Z',
      author: 'Desk',
    });
    expect(textIn(item as never)).toBe('<article><h1>Ashford falls</h1>\n<p>The Reds took Ashford.</p></article>');
  });

  test('of JSON Feed is read alike, by its start even without a name', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Wire',
      items: [
        {
          id: 1,
          url: 'https://example.org/1',
          title: 'Ashford falls',
          content_text: 'The Reds took Ashford.',
          date_published: '2021-06-23',
        },
      ],
    };
    const [item] = await taken('-', utf8(JSON.stringify(feed)));
    expect([textIn(item as never), item?.given.published, item?.given.outlet, item?.given.id]).toEqual([
      'Ashford falls\n\nThe Reds took Ashford.',
      '2021-06-23',
      'Wire',
      '1',
    ]);
  });
});

const OPML = `<opml version="2.0"><body><outline text="War"><outline type="rss" text="Wire" xmlUrl="https://example.org/feed" htmlUrl="https://example.org/"/>
<outline type="rss" title="Bridge" xmlUrl="feed://example.com/rss"/><outline type="rss" xmlUrl="https://example.org/feed"/><outline type="link" url="https://example.org/page"/></outline></body></opml>`;

const SITEMAP = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://example.org/1?a=1&amp;b=2</loc><lastmod>2021-06-24</lastmod><n:news><n:publication><n:name>Wire</n:name></n:publication>
<n:publication_date>2021-06-23T10:15:00+04:30</n:publication_date><n:title>Ashford falls</n:title></n:news></url><url><loc>https://example.org/2</loc></url></urlset>`;

describe('lists of addresses', () => {
  test('an outline gives its feeds, each once', () =>
    expect(feedAddresses(OPML)).toEqual([
      { url: 'https://example.org/feed', title: 'Wire', site: 'https://example.org/' },
      { url: 'http://example.com/rss', title: 'Bridge', site: null },
    ]));

  test('a sitemap gives its pages with title, day and outlet', () =>
    expect(sitemapPages(SITEMAP)).toEqual({
      pages: [
        {
          url: 'https://example.org/1?a=1&b=2',
          title: 'Ashford falls',
          published: '2021-06-23T05:45:00Z',
          modified: '2021-06-24',
          outlet: 'Wire',
        },
        { url: 'https://example.org/2', title: null, published: null, modified: null, outlet: null },
      ],
      sitemaps: [],
    }));

  test('an index of sitemaps gives the sitemaps', () =>
    expect(
      sitemapPages('<sitemapindex><sitemap><loc>https://example.org/a.xml</loc></sitemap></sitemapindex>').sitemaps,
    ).toEqual(['https://example.org/a.xml']));

  test('are no reports: named, they are refused and say what they are', async () => {
    expect(await told('feeds.opml', utf8(OPML))).toEqual(['feeds.opml: not-a-report']);
    const [outcome] = await openAll('sitemap.xml', utf8(SITEMAP));
    expect(outcome?.ok === false && outcome.refusal.reason).toMatch(/is a sitemap with 2 addresses/);
  });
});

describe('the dates of feeds and mails', () => {
  test.each([
    ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['Wed, 23 Jun 2021 10:15:00 +0430', '2021-06-23T05:45:00Z'],
    ['23 Jun 21 10:15 EST', '2021-06-23T15:15:00Z'],
    ['Wednesday, 23-Jun-99 10:15:00 UTC', '1999-06-23T10:15:00Z'],
    ['Wed Jun 23 10:15:00 2021', '2021-06-23T10:15:00Z'],
    ['June 23, 2021', '2021-06-23'],
    ['2021-06-23', '2021-06-23'],
    ['2021-06-23T10:15:00.123+04:30', '2021-06-23T05:45:00Z'],
    ['20210623', '2021-06-23'],
    ['2021-174', '2021-06-23'],
    ['2021-06-23T23:59:60Z', '2021-06-23T23:59:59Z'],
    ['2021-06-23 10:15 QQQ', '2021-06-23'],
    ['2021-06', null],
    ['31 Jun 2021', null],
    ['yesterday', null],
  ])('%s is %s', (words, iso) => expect(isoDate(words)).toBe(iso));
});
