// What intake guards itself against: bombs, deep nesting, expanding entities, names that lead out, too much of everything.
// Each is refused with its code, and the rest of the archive goes on.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { RATIO_FLOOR } from '../src/intake/limits.ts';
import { openAll, taken, textIn, told, within } from './form-items.ts';
import { packedWarc, pdfOf, responseRecord, tarGzOf, tarOf, utf8, zipOf } from './made-archives.ts';

const GOOD = { name: 'z.txt', content: 'The Reds hold Ashford.' };
const reasonsIn = async (...of: Parameters<typeof openAll>): Promise<readonly string[]> =>
  (await openAll(...of)).flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal.reason]));

describe('a bomb', () => {
  const zeros = Buffer.alloc(3 * RATIO_FLOOR);

  test('in gzip ends where it has grown out of proportion', async () => {
    const bytes = new Uint8Array(gzipSync(zeros));
    expect(await told('bomb.txt.gz', bytes)).toEqual(['bomb.txt.gz: decompression-bomb']);
    expect((await reasonsIn('bomb.txt.gz', bytes))[0]).toMatch(
      /grows from 0 MB to [\d.]+ MB and on, beyond 250 times its size; --max-ratio/,
    );
  });

  test('in a ZIP is one member of it: the next is read', async () => {
    const archive = zipOf([{ name: 'bomb.txt', content: zeros }, GOOD]);
    expect(await told('box.zip', archive)).toEqual(['box.zip#bomb.txt: decompression-bomb', 'box.zip#z.txt: text']);
  });

  test('in the record of a crawl is refused, and the next record is read', async () => {
    const crawl = packedWarc([
      responseRecord('https://example.org/1', gzipSync(zeros), { headers: { 'Content-Encoding': 'gzip' } }),
      responseRecord('https://example.org/2', '<p>The Reds hold Ashford.'),
    ]);
    expect(await told('c.warc.gz', crawl, within({ itemBytes: 1_000_000 }))).toEqual([
      'c.warc.gz#https://example.org/1: too-large',
      'c.warc.gz#https://example.org/2: html',
    ]);
  });

  test('in the streams of a PDF is found before they are unpacked', async () => {
    const bomb = pdfOf([[{ text: 'a'.repeat(3 * RATIO_FLOOR), y: 700 }]], { packed: 'once' });
    expect(await told('bomb.pdf', bomb)).toEqual(['bomb.pdf: decompression-bomb']);
    expect(await told('twice.pdf', pdfOf([[{ text: 'x', y: 700 }]], { packed: 'twice' }))).toEqual([
      'twice.pdf: decompression-bomb',
    ]);
  });

  test('of equal letters that stays small is no bomb', async () =>
    expect(await told('long.txt.gz', new Uint8Array(gzipSync('a'.repeat(100_000))))).toEqual(['long.txt.gz: text']));

  test('spread over many members meets the bound on all that one archive unpacks to', async () => {
    const archive = zipOf([1, 2, 3].map((number) => ({ name: `${number}.txt`, content: 'x'.repeat(1_000) })));
    expect(await told('box.zip', archive, within({ unpackedBytes: 2_500 }))).toEqual([
      'box.zip#1.txt: text',
      'box.zip#2.txt: text',
      'box.zip#3.txt: decompression-bomb',
    ]);
  });
});

describe('containers in containers', () => {
  const nest = (depth: number): Uint8Array =>
    depth === 0
      ? utf8('The Reds hold Ashford.')
      : zipOf([{ name: depth === 1 ? 'a.txt' : 'a.zip', content: nest(depth - 1) }, GOOD]);

  test('are opened as deep as the limit, no deeper, and what lies beside is read', async () => {
    const outcomes = await told('box.zip', nest(5), within({ depth: 3 }));
    expect(outcomes.filter((each) => each.endsWith('too-deep'))).toHaveLength(2);
    expect(outcomes.filter((each) => each.endsWith(': text'))).toHaveLength(3);
    expect(await told('box.zip', nest(5))).toHaveLength(6);
  });

  test('that hold themselves end', async () => {
    // gzip in gzip in gzip …
    let bytes: Uint8Array = utf8('x');
    for (let i = 0; i < 50; i += 1) bytes = new Uint8Array(gzipSync(bytes));
    expect(await told('q.gz', bytes)).toEqual(['q.gz: too-deep']);
  });
});

describe('names that lead out of an archive', () => {
  const BAD = [
    '../evil.txt',
    'a/../../evil.txt',
    '/etc/evil.txt',
    'C:\\evil.txt',
    '..\\evil.txt',
    '\\\\host\\evil.txt',
  ];

  test.each(BAD)('%s is refused in a ZIP and in a tar, and the rest is read', async (name) => {
    const members = [{ name, content: 'The Reds hold Eastry.' }, GOOD];
    expect(await told('box.zip', zipOf(members))).toEqual([`box.zip#${name}: unsafe-name`, 'box.zip#z.txt: text']);
    expect(await told('box.tar', tarOf(members))).toEqual([`box.tar#${name}: unsafe-name`, 'box.tar#z.txt: text']);
  });

  test('a name with two dots that leads nowhere is a name', async () =>
    expect(await told('box.zip', zipOf([{ name: 'note..txt', content: 'x' }]))).toEqual(['box.zip#note..txt: text']));
});

describe('members', () => {
  test('that are locked or packed by an unknown method are refused by themselves', async () => {
    const archive = zipOf([
      { name: 'a.txt', content: 'secret', flags: 1 },
      { name: 'b.txt', content: 'x', method: 14 },
      GOOD,
    ]);
    expect(await told('box.zip', archive)).toEqual([
      'box.zip#a.txt: locked',
      'box.zip#b.txt: unsupported-form',
      'box.zip#z.txt: text',
    ]);
  });

  test('that are links are passed over', async () => {
    const link = { name: 'a.txt', content: '/etc/passwd', mode: 0o120_777 };
    expect(await told('box.zip', zipOf([link, GOOD]))).toEqual(['box.zip#z.txt: text']);
    expect(await told('box.tar', tarOf([{ name: 'a.txt', content: '', type: '2' }, GOOD]))).toEqual([
      'box.tar#z.txt: text',
    ]);
  });

  test('beyond the number allowed are not read', async () => {
    const members = Array.from({ length: 5 }, (_, i) => ({ name: `${i}.txt`, content: 'x' }));
    expect(await told('box.zip', zipOf(members), within({ members: 4 }))).toEqual(['box.zip: too-many-members']);
    expect(await told('box.tar.gz', tarGzOf(members), within({ members: 2 }))).toEqual([
      'box.tar.gz#0.txt: text',
      'box.tar.gz#1.txt: text',
      'box.tar.gz: too-many-members',
    ]);
  });

  test('beyond the size of one item are refused, and the next is read', async () => {
    const members = [{ name: 'a.txt', content: 'x'.repeat(101) }, GOOD];
    for (const [name, bytes] of [
      ['box.zip', zipOf(members)],
      ['box.tar.gz', tarGzOf(members)],
    ] as const)
      expect(await told(name, bytes, within({ itemBytes: 100 }))).toEqual([
        `${name}#a.txt: too-large`,
        `${name}#z.txt: text`,
      ]);
  });
});

describe('a document that is refused itself', () => {
  const broken = utf8('%PDF-1.4\nbroken');

  test('keeps its bytes, also as a member, so that it can be tried again', async () => {
    for (const [name, bytes] of [
      ['release.pdf', broken],
      ['box.zip', zipOf([{ name: 'release.pdf', content: broken }])],
    ] as const) {
      const [outcome] = await openAll(name, bytes);
      expect(outcome?.ok === false && [outcome.refusal.code, outcome.original]).toEqual(['damaged', broken]);
    }
  });

  test('keeps none where it is cut off by a limit', async () => {
    const [outcome] = await openAll(
      'box.zip',
      zipOf([{ name: 'a.txt', content: 'x'.repeat(101) }]),
      within({ itemBytes: 100 }),
    );
    expect(outcome?.ok === false && [outcome.refusal.code, outcome.original]).toEqual(['too-large', undefined]);
  });
});

describe('signs without end', () => {
  const many = (sign: string, size = 200_000): string => sign.repeat(Math.ceil(size / sign.length));
  const HOSTILE: readonly (readonly [name: string, head: string, sign: string])[] = [
    ...['[', '*a ', '> ', '1. ', '![', '_a_ ', '<a '].map((sign) => ['note.md', '', sign] as const),
    ...['<a "', '<', ' a="', '<item>', '<a xmlns:b="c">', '<!--'].map(
      (sign) => ['feed.rss', '<rss><channel><item><description>', sign] as const,
    ),
    ...['"', '",\n', 'a,'].map((sign) => ['table.csv', 'text,b\n', sign] as const),
    ...['WARC/1.0\r\n', 'WARC/1.0\r\n\r\n', '\r\n'].map((sign) => ['crawl.warc', 'WARC/1.0\r\n', sign] as const),
    ...['From a Wed 10:10\n\n', '=?utf-8?q?a?= '].map(
      (sign) => ['box.mbox', 'From a Wed 10:10:10\nSubject: ', sign] as const,
    ),
  ];

  test.each(HOSTILE)(
    'in %j after %j: %j cost no more than their number',
    async (name, head, sign) => {
      const start = performance.now();
      await openAll(name, utf8(head + many(sign)), { url: 'https://example.org/' });
      // Squared, each would take minutes.
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );

  test('of brackets break neither a feed nor a record', async () => {
    const deep = `${'['.repeat(300_000)}${']'.repeat(300_000)}`;
    expect(await told('f.json', utf8(`{"version":"https://jsonfeed.org/version/1","items":[{"id":${deep}}]}`))).toEqual(
      ['f.json: not-a-report'],
    );
    expect(await told('r.jsonl', utf8(`{"text":${deep}}`))).toEqual(['r.jsonl#1: not-a-report']);
  });

  test('in lines beyond any mail are refused', async () =>
    expect(await told('m.eml', utf8(`From: a\nTo: b\nSubject: c\n\n${'\n'.repeat(600_000)}`))).toEqual([
      'm.eml: too-large',
    ]));
});

describe('XML', () => {
  const feed = (inner: string, head = ''): Uint8Array =>
    utf8(
      `<?xml version="1.0"?>${head}<rss version="2.0"><channel><item><title>Ashford falls</title><description>${inner}</description></item></channel></rss>`,
    );

  test('with entities that expand to a billion laughs expands none', async () => {
    const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`).join('');
    const [item] = await taken(
      'laughs.xml',
      feed('&lol9; said the Reds.', `<!DOCTYPE rss [<!ENTITY lol0 "lol">${entities}]>`),
    );
    expect(textIn(item as never)).toContain('&lol9; said the Reds.');
  });

  test('that asks for files gets none', async () => {
    const [item] = await taken(
      'file.xml',
      feed('&secret; said the Reds.', '<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'),
    );
    expect(textIn(item as never)).toContain('&secret; said');
  });

  test('nested deeper than the limit is refused; what came before is read', async () => {
    const deep = feed(`${'<b>'.repeat(100_000)}x`);
    expect(await told('deep.xml', deep)).toEqual(['deep.xml#Ashford falls: html', 'deep.xml: too-deep']);
  });
});
