import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Fault } from '../model/outcome.ts';
import { filesSource, openSource, type Source, streamSource } from './sources.ts';

const folders: string[] = [];
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

const folder = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const root = mkdtempSync(join(tmpdir(), 'whoholds-sources-'));
  folders.push(root);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
};

const all = async (source: Source, root = ''): Promise<readonly string[]> => {
  const seen: string[] = [];
  for await (const item of source)
    seen.push(
      item.ok
        ? `${item.value.file.replace(`${root}/`, '')} ${item.value.form}`
        : `${item.refusal.file?.replace(`${root}/`, '')} ${item.refusal.code}`,
    );
  return seen;
};

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

describe('a directory', () => {
  test('stands for its text and HTML files in name order, through its folders', async () => {
    const root = folder({ 'c.htm': 'x', 'a.txt': 'x', 'b/z.txt': 'x', 'b/a.html': 'x', 'B.TXT': 'x' });
    expect(await all(filesSource([root]), root)).toEqual([
      'B.TXT text',
      'a.txt text',
      'b/a.html html',
      'b/z.txt text',
      'c.htm html',
    ]);
  });
  test('passes over README files, data, and hidden files without a refusal', async () => {
    const root = folder({
      'README.txt': 'x',
      'readme.md': 'x',
      'gold.jsonl': '{}',
      'index.csv': 'x',
      '.hidden.txt': 'x',
      '.git/a.txt': 'x',
      'a.txt': 'x',
    });
    expect(await all(filesSource([root]), root)).toEqual(['a.txt text']);
  });
  test('without reports gives nothing', async () => expect(await all(filesSource([folder({})]))).toEqual([]));
});

describe('a named file', () => {
  test.each([
    ['.hidden.txt', 'unsupported-form'],
    ['picture.png', 'unsupported-form'],
    ['report.docx', 'unsupported-form'],
    ['report.pdf', 'damaged'],
    ['table.csv', 'not-a-report'],
    ['places.json', 'not-a-report'],
  ])('%s, which is none of what it is called, is refused as %s', async (name, code) => {
    const root = folder({ [name]: 'x' });
    expect(await all(filesSource([join(root, name)]), root)).toEqual([`${name} ${code}`]);
  });
  test('without an ending is taken for what its first bytes show', async () => {
    const root = folder({ page: '<!doctype html><p>x', words: 'The Reds hold Ashford.' });
    expect(await all(filesSource([join(root, 'page'), join(root, 'words')]), root)).toEqual([
      'page html',
      'words text',
    ]);
  });
  test('that does not exist is a fault that says what to do, before anything is read', async () => {
    const root = folder({ 'a.txt': 'x' });
    const reading = all(filesSource([join(root, 'a.txt'), join(root, 'b.txt')]), root);
    await expect(reading).rejects.toThrow(/b\.txt: no such file or directory; check the path/);
    await expect(reading).rejects.toBeInstanceOf(Fault);
  });
  test('that is beyond the size limit is refused unread, and the next one still comes', async () => {
    const root = folder({ 'a.txt': 'x'.repeat(101), 'b.txt': 'x'.repeat(100) });
    expect(await all(filesSource([root], { limits: { itemBytes: 100 } }), root)).toEqual([
      'a.txt too-large',
      'b.txt text',
    ]);
  });
});

describe('a JSON Lines file', () => {
  const lines = [
    '{"id":"one","text":"The Reds hold Ashford.","published":"2021-03-17","outlet":"Three Rivers Wire"}',
    '',
    '{"id":2,"html":"<p>The Reds hold Ashford.</p>","url":"https://example.org/2","title":"Held"}',
    '{"text":"No id at all."}',
    '{"id":"four"}',
    '["text"]',
    '{"id":"six","text":',
  ];
  test('holds one report a line; a line that is none is refused by its number', async () => {
    const root = folder({ 'reports.jsonl': lines.join('\n') });
    expect(await all(filesSource([join(root, 'reports.jsonl')]), root)).toEqual([
      'reports.jsonl#one text',
      'reports.jsonl#2 html',
      'reports.jsonl#4 text',
      'reports.jsonl#5 not-a-report',
      'reports.jsonl#6 not-a-report',
      'reports.jsonl#7 not-a-report',
    ]);
  });
  test('gives what each record says of itself', async () => {
    const root = folder({ 'reports.jsonl': lines.join('\r\n') });
    for await (const item of filesSource([join(root, 'reports.jsonl')], {
      outlet: 'Red Banner',
      published: '2021-03-20',
    })) {
      if (item.ok && item.value.given.id === 'one')
        expect(item.value.given).toEqual({
          id: 'one',
          published: '2021-03-17',
          outlet: 'Three Rivers Wire',
          url: null,
          title: null,
          author: null,
          modified: null,
        });
      if (item.ok && item.value.given.id === '2')
        expect(item.value.given).toEqual({
          id: '2',
          published: '2021-03-20',
          outlet: 'Red Banner',
          url: 'https://example.org/2',
          title: 'Held',
          author: null,
          modified: null,
        });
    }
  });
  test('a line beyond the limit is refused and the next ones still come', async () => {
    const root = folder({ 'reports.jsonl': `{"id":"a","text":"${'x'.repeat(500_000)}"}\n{"id":"b","text":"short"}` });
    expect(await all(filesSource([join(root, 'reports.jsonl')], { limits: { itemBytes: 1000 } }), root)).toEqual([
      'reports.jsonl#1 too-large',
      'reports.jsonl#b text',
    ]);
  });
});

describe('a manifest', () => {
  const manifest = 'file,published,outlet,url\na.txt,2021-03-17,"Wire, the",\nb.txt,,,https://example.org/b\n';
  test('gives day, outlet and address by file name, before the flags', async () => {
    const root = folder({ 'a.txt': 'x', 'b.txt': 'x', 'c.txt': 'x', 'm.csv': `\ufeff${manifest}` });
    const given: unknown[] = [];
    for await (const item of filesSource([root], { manifest: join(root, 'm.csv'), outlet: 'Red Banner' }))
      if (item.ok) given.push([item.value.given.published, item.value.given.outlet, item.value.given.url]);
    expect(given).toEqual([
      ['2021-03-17', 'Wire, the', null],
      [null, 'Red Banner', 'https://example.org/b'],
      [null, 'Red Banner', null],
    ]);
  });
  test.each([
    ['does not exist', null, /cannot be read/],
    ['has no column "file"', 'name,day\na.txt,2021', /no column "file"/],
    ['has an open quotation mark', 'file,outlet\na.txt,"Wire', /cannot be read/],
  ])('that %s is a fault', async (_, content, message) => {
    const root = folder({ 'a.txt': 'x', ...(content === null ? {} : { 'm.csv': content }) });
    await expect(all(filesSource([root], { manifest: join(root, 'm.csv') }))).rejects.toThrow(message);
  });
});

describe('standard input', () => {
  test.each([
    ['plain text', 'The Reds hold Ashford.', '- text'],
    ['a page', '  <!DOCTYPE html><p>The Reds hold Ashford.', '- html'],
    ['nothing', '', '- text'],
  ])('takes %s as one item', async (_, text, expected) =>
    expect(await all(streamSource(chunks(text.slice(0, 9), text.slice(9))))).toEqual([expected]),
  );

  test('beyond the limit is refused without being held', async () => {
    let pulled = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        pulled += 1;
        yield new Uint8Array(1000).fill(97);
      }
    }
    expect(await all(streamSource(endless(), { limits: { itemBytes: 10_000 } }))).toEqual(['- too-large']);
    expect(pulled).toBeLessThan(15);
  });

  test('stands where its "-" stands among the arguments, and only once', async () => {
    const root = folder({ 'a.txt': 'x', 'b.txt': 'x' });
    expect(await all(openSource([join(root, 'b.txt'), '-', join(root, 'a.txt')], chunks('x')), root)).toEqual([
      'b.txt text',
      '- text',
      'a.txt text',
    ]);
    await expect(all(openSource(['-', '-'], chunks('x')))).rejects.toThrow(/only once/);
  });
});
