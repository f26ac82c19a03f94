// The forms on the command line: archives and feeds as arguments, through a pipe and in a folder, with their refusals and flags.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../scripts/source-files.ts';
import { packedWarc, responseRecord, tarGzOf, utf8, zipOf } from './made-archives.ts';

const folder = mkdtempSync(join(tmpdir(), 'whoholds-forms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const whoholds = (words: readonly string[], input: string | Uint8Array = '') => {
  const command = [join(ROOT, 'bin', 'whoholds.js'), ...words, '--theatre', 'tiny', '--json'];
  const env = { ...process.env, WHOHOLDS_HOME: folder, NO_COLOR: '1' };
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { env, input, encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { records: lines.map((line) => JSON.parse(line) as Answer), stderr, status };
};

interface Answer {
  readonly file: string;
  readonly report: { readonly text: string; readonly url: string | null; readonly captured: string | null } | null;
  readonly claims: readonly { readonly kind: string }[];
  readonly refusals: readonly { readonly code: string }[];
  readonly total: { readonly reports: number; readonly asserted: number; readonly refused: number };
}

const inFolder = (name: string, content: Uint8Array): string => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const WORDS = 'The Reds have taken the town of Ashford in Northmark, spokesman Ivo Hale said on Wednesday.';
const FEED = `<rss version="2.0"><channel><title>Three Rivers Wire</title><item><title>Reds take Ashford</title><guid>one</guid><pubDate>Wed, 17 Mar 2021 10:15:00 GMT</pubDate><description>${WORDS}</description></item></channel></rss>`;
const PAGE = `<!doctype html><html><body><article><h1>Reds take Ashford</h1><p>${WORDS}</p><p>Nobody was hurt, he said.</p></article></body></html>`;

const crawl = packedWarc([responseRecord('https://example.org/1', PAGE, { date: '2021-03-17T12:00:00Z' })]);
const box = zipOf([
  { name: 'crawl.warc.gz', content: crawl },
  { name: '../evil.txt', content: WORDS },
  { name: 'feeds/feed.xml', content: FEED },
]);

describe('whoholds read', () => {
  it('reads what an archive holds, tells what it refuses, and ends with status 1', () => {
    const file = inFolder('box.zip', box);
    const { records, status } = whoholds(['read', file]);
    expect(records.map((record) => record.file)).toEqual([
      `${file}#crawl.warc.gz#https://example.org/1`,
      `${file}#../evil.txt`,
      `${file}#feeds/feed.xml#one`,
    ]);
    expect(records[0]?.report).toMatchObject({
      url: 'https://example.org/1',
      captured: expect.stringContaining('2021-03-17'),
    });
    expect(records[1]?.refusals[0]?.code).toBe('unsafe-name');
    expect(records[2]?.report?.text).toBe(`Reds take Ashford\n\n${WORDS}`);
    for (const record of [records[0], records[2]]) expect(record?.claims.map(({ kind }) => kind)).toContain('capture');
    expect(status).toBe(1);
  });

  it('knows the form of standard input by its first bytes', () => {
    for (const [input, name] of [
      [FEED, '-#one'],
      [box, '-#crawl.warc.gz#https://example.org/1'],
      [crawl, '-#https://example.org/1'],
      [PAGE, '-'],
      [WORDS, '-'],
    ] as const)
      expect(whoholds(['read', '-'], input).records[0]?.file).toBe(name);
  });

  it('takes the feeds and archives of a folder, and passes over tables, lists and data beside them', () => {
    inFolder('walk/a.tgz', tarGzOf([{ name: 'note.md', content: `# Reds take Ashford\n\n${WORDS}\n` }]));
    inFolder('walk/feed.xml', utf8(FEED));
    inFolder('walk/places.csv', utf8('name,text\nAshford,x\n'));
    inFolder('walk/other.xml', utf8('<places><place/></places>'));
    inFolder('walk/list.opml', utf8('<opml><body><outline xmlUrl="https://example.org/feed"/></body></opml>'));
    inFolder('walk/gold.json', utf8('{}'));
    const { records, status } = whoholds(['read', join(folder, 'walk')]);
    expect(records.map(({ file }) => file.slice(folder.length))).toEqual(['/walk/a.tgz#note.md', '/walk/feed.xml#one']);
    expect(status).toBe(0);
  });

  it('maps the columns of a table, and says what is wrong with the flag', () => {
    const table = inFolder('table.csv', utf8(`Wort,Tag\n"${WORDS}",2021-03-17\n`));
    const { records } = whoholds(['read', table, '--columns', 'text=Wort,published=Tag']);
    expect(records[0]?.report?.text).toBe(WORDS);
    const wrong = whoholds(['read', table, '--columns', 'Wort']);
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('--columns takes FIELD=COLUMN')]);
  });

  it('takes its limits from flags', () => {
    const file = inFolder('box.zip', box);
    const codes = (flags: readonly string[]): readonly (string | undefined)[] =>
      whoholds(['read', file, ...flags]).records.map(({ refusals }) => refusals[0]?.code);
    expect(codes(['--max-depth', '1'])).toEqual(['too-deep', 'unsafe-name', undefined]);
    expect(codes(['--max-members', '2'])).toEqual(['too-many-members']);
    expect(codes(['--max-unpacked', '10'])).toContain('decompression-bomb');
    expect(codes(['--max-bytes', '10'])).toContain('too-large');
  });
});

describe('whoholds add', () => {
  it('adds what an archive holds once, however often and in whatever archive it comes', () => {
    const file = inFolder('box.zip', box);
    const ledger = ['--ledger', join(folder, 'forms.db')];
    const first = whoholds(['add', file, ...ledger]).records.at(-1)?.total;
    expect([first?.reports, first?.refused]).toEqual([2, 1]);
    expect(first?.asserted).toBeGreaterThan(0);
    const again = inFolder('again.tgz', tarGzOf([{ name: 'box.zip', content: box }]));
    expect(whoholds(['add', again, ...ledger]).records.at(-1)?.total.asserted).toBe(0);
  });
});
