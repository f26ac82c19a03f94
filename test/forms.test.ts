// Each form with files of our own making: what is put in comes out, with what is known of it, and nothing else.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { filesSource } from '../src/intake/sources.ts';
import { openAll, taken, textIn, told } from './form-items.ts';
import {
  chunkedOf,
  packedWarc,
  pdfOf,
  responseRecord,
  tarGzOf,
  tarOf,
  utf8,
  warcRecord,
  zipOf,
} from './made-archives.ts';

const page = (town: string): string =>
  `<!doctype html><html><head><title>${town} taken</title></head><body><article><h1>${town} taken</h1><p>The Reds took ${town} on Wednesday, officials said.</p></article></body></html>`;

describe('Markdown', () => {
  const text = [
    '---',
    'title: "Ashford falls"',
    'date: 2021-06-23',
    'author: Ann Example',
    'url: https://example.org/ashford',
    '---',
    '',
    'The Reds **took** [Ashford](https://example.org) on *Wednesday*.',
    '',
    '- Two bridges fell.',
  ].join('\n');

  test('is read without its marks, with what its head says', async () => {
    const [item] = await taken('note.md', utf8(text));
    expect(item?.form).toBe('html');
    expect(textIn(item as never)).toContain('<h1>Ashford falls</h1>');
    expect(textIn(item as never)).toContain('The Reds <strong>took</strong>');
    expect(item?.given).toMatchObject({
      title: 'Ashford falls',
      published: '2021-06-23',
      author: 'Ann Example',
      url: 'https://example.org/ashford',
    });
    expect(item?.original).toEqual(utf8(text));
  });

  test('with a heading of its own keeps that', async () => {
    const [item] = await taken('note.md', utf8('# Ashford holds\n\nThe Blues hold Ashford.'));
    expect(textIn(item as never).match(/<h1>/g)).toHaveLength(1);
  });
});

describe('gzip', () => {
  test('around a page gives the page', async () => {
    const [item] = await taken('page.html.gz', new Uint8Array(gzipSync(page('Ashford'))));
    expect([item?.file, item?.form, textIn(item as never)]).toEqual(['page.html.gz', 'html', page('Ashford')]);
  });

  test('is known by its bytes, not by its name', async () => {
    const twice = new Uint8Array(gzipSync(gzipSync(page('Ashford'))));
    expect(await told('page.html', twice)).toEqual(['page.html: html']);
  });
});

describe('a ZIP archive', () => {
  const archive = zipOf([
    { name: 'b/page.html', content: page('Ashford') },
    { name: 'a.txt', content: 'The Reds hold Ashford.', stored: true },
    { name: 'picture.png', content: '\u0089PNG' },
    { name: 'README.txt', content: 'about this' },
    { name: '__MACOSX/._a.txt', content: 'x' },
    { name: 'Żółw.txt', content: 'The Reds hold Eastry.' },
  ]);

  test('gives the reports among its members, in its order', async () => {
    const items = await taken('box.zip', archive);
    expect(items.map(({ file }) => file)).toEqual(['box.zip#b/page.html', 'box.zip#a.txt', 'box.zip#Żółw.txt']);
    expect(items.map(textIn)).toEqual([page('Ashford'), 'The Reds hold Ashford.', 'The Reds hold Eastry.']);
  });

  test('may lie in another, in a tar, in gzip', async () => {
    const nested = tarGzOf([{ name: 'inner.zip', content: archive }]);
    expect(await told('outer.tgz', nested)).toEqual([
      'outer.tgz#inner.zip#b/page.html: html',
      'outer.tgz#inner.zip#a.txt: text',
      'outer.tgz#inner.zip#Żółw.txt: text',
    ]);
  });

  test('of office documents is not taken for one', async () =>
    expect(await told('report.docx', archive)).toEqual(['report.docx: unsupported-form']));

  test('holds tables and records too; data without words is passed over', async () => {
    const tables = zipOf([
      { name: 'reports.csv', content: 'id,text\n7,The Reds hold Ashford.\n' },
      { name: 'reports.jsonl', content: '{"id":"8","text":"The Reds hold Eastry."}\n' },
      { name: 'places.csv', content: 'name,lat\nAshford,1\n' },
      { name: 'places.jsonl', content: '{"name":"Ashford"}\n'.repeat(3) },
      { name: 'places.json', content: '{"name":"Ashford"}' },
    ]);
    expect(await told('box.zip', tables)).toEqual(['box.zip#reports.csv#7: text', 'box.zip#reports.jsonl#8: text']);
  });
});

describe('a manifest', () => {
  test('tells of a member by its name, and of every other by its archive’s', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'whoholds-manifest-'));
    try {
      const [box, manifest] = [join(folder, 'box.zip'), join(folder, 'known.csv')];
      writeFileSync(
        box,
        zipOf(['a', 'b'].map((name) => ({ name: `in/${name}.txt`, content: 'The Reds hold Ashford.' }))),
      );
      writeFileSync(manifest, 'file,published,outlet\nbox.zip,2021-06-23,Wire 7\na.txt,2021-06-24,The Bridge\n');
      const given: unknown[] = [];
      for await (const item of filesSource([box], { manifest }))
        if (item.ok) given.push([item.value.given.published, item.value.given.outlet]);
      expect(given).toEqual([
        ['2021-06-24', 'The Bridge'],
        ['2021-06-23', 'Wire 7'],
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a tar archive', () => {
  test('gives the reports among its members, plain or packed', async () => {
    const members = [
      { name: 'a.txt', content: 'The Reds hold Ashford.' },
      { name: 'link.txt', content: '', type: '2' },
      { name: 'b/', content: '', type: '5' },
      { name: 'b/page.html', content: page('Eastry') },
    ];
    for (const [name, bytes] of [
      ['box.tar', tarOf(members)],
      ['box.tar.gz', tarGzOf(members)],
    ] as const) {
      const items = await taken(name, bytes);
      expect(items.map(({ file }) => file)).toEqual([`${name}#a.txt`, `${name}#b/page.html`]);
      expect(items.map(textIn)).toEqual(['The Reds hold Ashford.', page('Eastry')]);
    }
  });
});

describe('a web archive', () => {
  const records = [
    warcRecord({ type: 'warcinfo', url: '', block: 'software: ours\r\n' }),
    warcRecord({ type: 'request', url: 'https://example.org/1', block: 'GET / HTTP/1.1\r\n\r\n' }),
    responseRecord('https://example.org/1', page('Ashford'), {
      date: '2021-06-23T10:00:00Z',
      warc: { 'WARC-Payload-Digest': 'sha1:A' },
    }),
    responseRecord('https://example.org/gone', 'no such page', { status: '404 Not Found' }),
    responseRecord('https://example.org/p.png', 'x', { headers: { 'Content-Type': 'image/png' } }),
    responseRecord('https://example.org/robots.txt', 'User-agent: *', { headers: { 'Content-Type': 'text/plain' } }),
    responseRecord('https://example.org/2', chunkedOf(gzipSync(page('Eastry'))), {
      headers: { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' },
    }),
    responseRecord('https://example.org/3', page('Westry'), { headers: { 'Content-Encoding': 'br' } }),
    responseRecord('https://example.org/4', brotliCompressSync(page('Northey')), {
      headers: { 'Content-Encoding': 'br' },
    }),
    responseRecord('https://example.org/5', deflateSync(page('Southey')), {
      headers: { 'Content-Encoding': 'deflate' },
    }),
    warcRecord({
      type: 'resource',
      url: 'https://example.org/note.txt',
      headers: { 'Content-Type': 'text/plain; charset=windows-1251' },
      block: 'The Reds hold Midley.',
    }),
  ];
  const pages = ['1', '2', '3', '4', '5'].map((name) => `https://example.org/${name}`);

  test.each([
    ['plain', 'crawl.warc', new Uint8Array(Buffer.concat(records))],
    ['packed record by record', 'crawl.warc.gz', packedWarc(records)],
    ['packed as one', 'crawl.warc.gz', new Uint8Array(gzipSync(Buffer.concat(records)))],
  ])('%s gives its pages, unchunked and unpacked, with address and capture time', async (_, name, bytes) => {
    const items = await taken(name, bytes);
    expect(items.map(({ given }) => given.url)).toEqual([...pages, 'https://example.org/note.txt']);
    expect(items.slice(0, 5).map(textIn)).toEqual(['Ashford', 'Eastry', 'Westry', 'Northey', 'Southey'].map(page));
    expect(items[0]?.given).toMatchObject({ captured: '2021-06-23T10:00:00Z', charset: 'utf-8' });
    expect(items.at(-1)).toMatchObject({ form: 'text', given: { charset: 'windows-1251' } });
    expect(items[0]?.file).toBe(`${name}#https://example.org/1`);
  });

  const revisit = (url: string, digest: string, refers = 'https://example.org/1'): Buffer =>
    warcRecord({
      type: 'revisit',
      url,
      date: '2021-06-25T10:00:00Z',
      headers: {
        'WARC-Payload-Digest': digest,
        'WARC-Refers-To-Target-URI': refers,
        'WARC-Refers-To-Date': '2021-06-23T10:00:00Z',
        'Content-Type': 'application/http; msgtype=response',
      },
      block: 'HTTP/1.1 200 OK\r\n\r\n',
    });

  const folder = mkdtempSync(join(tmpdir(), 'whoholds-warc-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const visits = [
    ...records,
    revisit('https://example.org/1', 'sha1:A'),
    revisit('https://example.org/copy', 'sha1:A'),
    revisit('https://example.org/9', 'sha1:B', 'https://example.org/8'),
  ];

  test.each([
    ['visits.warc.gz', packedWarc(visits)],
    ['visits.warc', new Uint8Array(Buffer.concat(visits))],
    ['visits.wacz', zipOf([{ name: 'archive/data.warc.gz', content: packedWarc(visits), stored: true }])],
  ])(
    'gives a revisit at another address its page again (%s), passes over the same one, refuses what it does not hold',
    async (name, bytes) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const outcomes = [];
      for await (const outcome of filesSource([path])) outcomes.push(outcome);
      const [copy, unknown] = outcomes.slice(-2);
      expect(outcomes).toHaveLength(8);
      expect(copy?.ok && [copy.value.given.url, copy.value.given.captured, textIn(copy.value)]).toEqual([
        'https://example.org/copy',
        '2021-06-25T10:00:00Z',
        page('Ashford'),
      ]);
      expect(unknown?.ok === false && [unknown.refusal.code, unknown.refusal.reason]).toEqual([
        'revisit-unresolved',
        expect.stringMatching(/https:\/\/example\.org\/9 .*https:\/\/example\.org\/8 visited on 2021-06-23T10:00:00Z/),
      ]);
    },
  );

  test('in a WACZ is the only thing read of it', async () => {
    const crawl = zipOf([
      { name: 'pages/pages.jsonl', content: '{"url":"https://example.org/1","text":"an index of the crawl"}\n' },
      { name: 'datapackage.json', content: '{}' },
      { name: 'archive/data.warc.gz', content: packedWarc(records), stored: true },
    ]);
    expect((await taken('crawl.wacz', crawl)).map(({ given }) => given.url)).toEqual([
      ...pages,
      'https://example.org/note.txt',
    ]);
  });

  test('gives of an answer that was cut off what is there of it', async () => {
    const long = page(Array.from({ length: 300 }, (_, number) => `town ${number * 7919}`).join(', '));
    const crawl = packedWarc(
      [gzipSync(long), deflateSync(long), brotliCompressSync(long)].map((packed, at) =>
        responseRecord(`https://example.org/${at}`, packed.subarray(0, Math.floor(packed.length * 0.8)), {
          headers: { 'Content-Encoding': ['gzip', 'deflate', 'br'][at] ?? '' },
          warc: { 'WARC-Truncated': 'length' },
        }),
      ),
    );
    const items = await taken('c.warc.gz', crawl);
    expect(items).toHaveLength(3);
    for (const item of items) {
      expect(long.startsWith(textIn(item))).toBe(true);
      expect(textIn(item).length).toBeGreaterThan(500);
    }
  });

  test('of feeds and documents gives what they hold', async () => {
    const feed =
      '<rss version="2.0"><channel><title>Wire</title><item><title>Ashford falls</title></item></channel></rss>';
    const crawl = packedWarc([
      responseRecord('https://example.org/feed', feed, { headers: { 'Content-Type': 'application/rss+xml' } }),
      responseRecord('https://example.org/a.pdf', pdfOf([[{ text: 'The Reds hold Ashford.', y: 700 }]]), {
        headers: { 'Content-Type': 'application/pdf' },
      }),
    ]);
    expect(await told('c.warc.gz', crawl)).toEqual([
      'c.warc.gz#https://example.org/feed#Ashford falls: text',
      'c.warc.gz#https://example.org/a.pdf: text',
    ]);
  });
});

describe('a PDF', () => {
  const lines = (texts: readonly string[], top: number) => texts.map((text, i) => ({ text, y: top - i * 14 }));

  test('gives its paragraphs: lines joined, hyphens undone, page numbers and running heads left out', async () => {
    const head = { text: 'Ministry of Three Rivers', y: 800, size: 9 };
    const first = [
      head,
      { text: 'Ashford falls to the Reds', y: 770, size: 18 },
      ...lines(
        ['The Reds took the town of Ashford on Wednesday after the gar-', 'rison had been evac-', 'uated by night.'],
        730,
      ),
      ...lines(['A second column of the Blues withdrew over the bridge at dawn and'], 670),
      { text: '1', x: 300, y: 40 },
    ];
    const second = [head, ...lines(['reached Eastry in the evening.'], 770), { text: 'Page 2 of 3', x: 300, y: 40 }];
    const third = [head, ...lines(['Nobody was hurt, the ministry said.'], 770), { text: '3', x: 300, y: 40 }];
    const [item] = await taken(
      'release.pdf',
      pdfOf([first, second, third], { title: 'Ashford falls', packed: 'once' }),
    );
    expect(textIn(item as never).split('\n\n')).toEqual([
      'Ashford falls to the Reds',
      'The Reds took the town of Ashford on Wednesday after the garrison had been evacuated by night.',
      'A second column of the Blues withdrew over the bridge at dawn and reached Eastry in the evening.',
      'Nobody was hurt, the ministry said.',
    ]);
    expect(item?.given).toMatchObject({ title: 'Ashford falls', modified: '2021-06-23T05:45:00Z' });
  });

  test('without words is refused as pictures', async () =>
    expect(await told('scan.pdf', pdfOf([[], []]))).toEqual(['scan.pdf: no-text-layer']));
});

describe('a mail', () => {
  const head = [
    'From: "Press Office" <press@example.org>',
    'To: desk@example.com',
    'Subject: =?utf-8?q?Ashford_falls_=E2=80=93_update?=',
    'Date: Wed, 23 Jun 2021 10:15:00 +0430',
    'Message-ID: <1@example.org>',
    'MIME-Version: 1.0',
  ];

  test('gives its words under its subject, with its date and sender', async () => {
    const mail = [
      ...head,
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'The Reds took Ashford =E2=80=93 on Wednesd=',
      'ay.',
      '',
      '-- ',
      'Press Office, 1 Bridge Street',
    ].join('\r\n');
    const [item] = await taken('note.eml', utf8(mail));
    expect(textIn(item as never).trim()).toBe('Ashford falls – update\n\nThe Reds took Ashford – on Wednesday.');
    expect(item?.given).toMatchObject({
      published: '2021-06-23T05:45:00Z',
      author: 'Press Office',
      outlet: 'Press Office',
      title: 'Ashford falls – update',
      id: '<1@example.org>',
    });
    expect(item?.original).toEqual(utf8(mail));
  });

  const twoParts = [
    ...head,
    'Content-Type: multipart/mixed; boundary=B',
    '',
    '--B',
    'Content-Type: multipart/alternative; boundary=C',
    '',
    '--C',
    'Content-Type: text/plain',
    '',
    'plain words',
    '--C',
    'Content-Type: text/html',
    '',
    '<p>The Reds took Ashford.</p>',
    '--C--',
    '--B',
    'Content-Type: text/plain; name="statement.txt"',
    'Content-Disposition: attachment; filename="statement.txt"',
    '',
    'The Blues hold Eastry.',
    '--B--',
    '',
  ].join('\r\n');

  test('of two parts is read as HTML, and what is attached as a report of its own', async () => {
    const items = await taken('note.eml', utf8(twoParts));
    expect(items.map(({ file, form }) => [file, form])).toEqual([
      ['note.eml', 'html'],
      ['note.eml#statement.txt', 'text'],
    ]);
    expect(textIn(items[0] as never)).toMatch(/^<h1>Ashford falls – update<\/h1>\s*<p>The Reds took Ashford\.<\/p>/);
    expect(items[1]?.given.published).toBe('2021-06-23T05:45:00Z');
  });

  test('of standard input is known by its headers', async () =>
    expect(await told('-', utf8(twoParts))).toEqual(['-: html', '-#statement.txt: text']));

  test('in a mailbox is one of many; a quoted "From " line ends none', async () => {
    const mail = (number: number): string =>
      `From press@example.org Wed Jun 23 10:15:0${number} 2021\n${head.slice(0, 2).join('\n')}\nSubject: No ${number}\nMessage-ID: <${number}@x>\n\n>From the bridge the Reds took town ${number}.\n\nFrom there they went on.\n\n`;
    const items = await taken('box.mbox', utf8([1, 2, 3].map(mail).join('')));
    expect(items.map(({ file }) => file)).toEqual(['box.mbox#1@x', 'box.mbox#2@x', 'box.mbox#3@x']);
    expect(textIn(items[1] as never).trim()).toBe(
      'No 2\n\nFrom the bridge the Reds took town 2.\n\nFrom there they went on.',
    );
  });
});

describe('a saved page', () => {
  test('is the page, not its frames, with its address and the day it was saved', async () => {
    const mhtml = [
      'From: <Saved by a browser>',
      'Snapshot-Content-Location: https://example.org/ashford',
      'Subject: Ashford taken',
      'Date: Wed, 23 Jun 2021 05:45:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="----B"',
      '',
      '------B',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://example.org/ashford',
      '',
      page('Ashford').replaceAll('=', '=3D'),
      '------B',
      'Content-Type: text/html',
      '',
      '<p>Buy a bridge.</p>',
      '------B--',
      '',
    ].join('\r\n');
    for (const name of ['page.mhtml', 'page.html', '-']) {
      const [item, ...more] = await taken(name, utf8(mhtml));
      expect([textIn(item as never).trim(), more.length]).toEqual([page('Ashford'), 0]);
      expect(item?.given).toMatchObject({
        url: 'https://example.org/ashford',
        captured: '2021-06-23T05:45:00Z',
        published: null,
      });
    }
  });
});

describe('a table', () => {
  const table =
    'Headline;Body;Date;Newspaper;Link\n"Ashford; falls";"The Reds ""took"" Ashford.\nThe Blues left.";2021-06-23;Wire 7;https://example.org/1\n;;2021-06-24;;\n';

  test('is read by what its columns are called', async () => {
    const [item, ...more] = await openAll('table.csv', utf8(table));
    expect(item?.ok && textIn(item.value)).toBe('Ashford; falls\n\nThe Reds "took" Ashford.\nThe Blues left.');
    expect(item?.ok && item.value.given).toMatchObject({
      published: '2021-06-23',
      outlet: 'Wire 7',
      url: 'https://example.org/1',
    });
    expect(more.map((each) => !each.ok && each.refusal.code)).toEqual(['not-a-report']);
  });

  test('is read by the columns that were named', async () => {
    const bytes = utf8('a,b,c\nThe Reds hold Ashford.,23 June 2021,x\n');
    expect(await told('table.csv', bytes)).toEqual(['table.csv: not-a-report']);
    const [item] = await taken('table.csv', bytes, { columns: 'text=a,published=b' });
    expect(item?.given.published).toBe('2021-06-23');
    expect(item?.file).toBe('table.csv#2');
  });

  test('may be in UTF-16 or an old encoding, and separated by tabs', async () => {
    const text = 'text\tdate\nThe Reds hold Château.\t2021-06-23\n';
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    const old = Buffer.from(text, 'latin1');
    for (const bytes of [wide, old]) {
      const [item] = await taken('table.tsv', new Uint8Array(bytes));
      expect(textIn(item as never)).toBe('The Reds hold Château.');
    }
  });

  test('refuses a row beyond the limit and one that is never closed, and goes on', async () => {
    const bytes = utf8(
      `id,text\n1,${'x'.repeat(500)}\n2,The Reds hold Ashford.\n3,"never closed\n${'4,y\n'.repeat(200)}5,The Reds hold Eastry.\n`,
    );
    const outcomes = await told('t.csv', bytes, { limits: { itemBytes: 300 } });
    expect(outcomes.slice(0, 2)).toEqual(['t.csv#2: too-large', 't.csv#2: text']);
    expect(outcomes.at(-1)).toBe('t.csv#5: text');
  });

  test('records of JSON Lines take the same columns', async () => {
    const [item] = await taken('r.jsonl', utf8('{"b":"The Reds hold Ashford.","when":"2021-06-23"}'), {
      columns: 'text=b,published=when',
    });
    expect([textIn(item as never), item?.given.published]).toEqual(['The Reds hold Ashford.', '2021-06-23']);
  });

  test('asks for columns that there are: anything else is wrong use', async () =>
    await expect(told('t.csv', utf8('a\nb'), { columns: 'words=a' })).rejects.toThrow(/--columns takes FIELD=COLUMN/));
});
