// Every form cut short and corrupted at every hundredth byte: never an exception, never a hang, and only items or refusals come out.
import { describe, expect, test } from 'vitest';
import { seeded } from '../src/model/seeded.ts';
import { openAll } from './form-items.ts';
import { packedWarc, pdfOf, responseRecord, tarGzOf, tarOf, utf8, zipOf } from './made-archives.ts';

const page = (number: number): string =>
  `<!doctype html><html><body><article><h1>Town ${number} falls</h1>${`<p>The Reds took town ${number} on Wednesday, officials said, street ${number * 7} after street ${number * 13}.</p>`.repeat(6)}</article></body></html>`;

const numbers = Array.from({ length: 8 }, (_, i) => i);
const members = numbers.map((number) => ({ name: `page-${number}.html`, content: page(number) }));
const records = numbers.map((number) => responseRecord(`https://example.org/${number}`, page(number)));

const mail = (number: number): string =>
  `From: Press <press@example.org>\nTo: a@b.c\nSubject: Town ${number}\nDate: Wed, 23 Jun 2021 10:15:00 +0430\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=B\n\n--B\nContent-Type: text/plain\n\nThe Reds took town ${number}.\n--B\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(page(number)).toString('base64')}\n--B--\n`;

const FORMS: Readonly<Record<string, Uint8Array>> = {
  'box.zip': zipOf(members),
  'stored.zip': zipOf(members.map((member) => ({ ...member, stored: true }))),
  'box.tar': tarOf(members),
  'box.tar.gz': tarGzOf(members),
  'crawl.warc': new Uint8Array(Buffer.concat(records)),
  'crawl.warc.gz': packedWarc(records),
  'crawl.wacz': zipOf([{ name: 'archive/data.warc.gz', content: packedWarc(records), stored: true }]),
  'feed.xml': utf8(
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire</title>${numbers.map((number) => `<item><title>Town ${number}</title><guid>${number}</guid><content:encoded><![CDATA[${page(number)}]]></content:encoded></item>`).join('')}</channel></rss>`,
  ),
  'feed.json': utf8(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Wire',
      items: numbers.map((number) => ({ id: `${number}`, content_html: page(number) })),
    }),
  ),
  'mail.eml': utf8(mail(1)),
  'box.mbox': utf8(
    numbers.map((number) => `From press@example.org Wed Jun 23 10:15:00 2021\n${mail(number)}\n`).join(''),
  ),
  'page.mhtml': utf8(
    `Snapshot-Content-Location: https://example.org\nMIME-Version: 1.0\n${mail(2).replace('multipart/alternative', 'multipart/related')}`,
  ),
  'release.pdf': pdfOf(
    numbers
      .slice(0, 3)
      .map((number) =>
        numbers.map((line) => ({ text: `The Reds took town ${number}, line ${line}.`, y: 700 - line * 14 })),
      ),
  ),
  'note.md': utf8(
    `---\ntitle: Towns\n---\n\n${numbers.map((number) => `## Town ${number}\n\nThe Reds [took](https://example.org) town ${number}.\n`).join('\n')}`,
  ),
  'table.csv': utf8(
    `id,title,text\n${numbers.map((number) => `${number},Town ${number},"The Reds took\ntown ""${number}""."\n`).join('')}`,
  ),
  'lines.jsonl': utf8(numbers.map((number) => JSON.stringify({ id: number, html: page(number) })).join('\n')),
};

const STEP = 100;
const places = ({ length }: Uint8Array): readonly number[] =>
  Array.from({ length: Math.ceil(length / STEP) }, (_, i) => i * STEP);

const corrupted = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};

/** How many items and refusals came out; a hang is the test's time running out, an exception its failure. */
const countOf = async (name: string, bytes: Uint8Array): Promise<{ items: number; refusals: number }> => {
  const outcomes = await openAll(name, bytes);
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.refusal.reason).not.toBe('');
  const items = outcomes.filter(({ ok }) => ok).length;
  return { items, refusals: outcomes.length - items };
};

/** Forms whose damage shows: where an item is missing, a refusal says so. */
const CHECKED = new Set(['box.zip', 'stored.zip', 'box.tar.gz', 'crawl.warc.gz']);

describe.each(Object.entries(FORMS))('%s', (name, bytes) => {
  test('whole gives its items and nothing else', async () => {
    const { items, refusals } = await countOf(name, bytes);
    expect([items > 0, refusals]).toEqual([true, 0]);
  });

  test('cut short at every hundredth byte gives items or refusals', async () => {
    const whole = await countOf(name, bytes);
    for (const at of places(bytes)) {
      const { items, refusals } = await countOf(name, bytes.slice(0, at));
      expect(items).toBeLessThanOrEqual(whole.items);
      if (CHECKED.has(name) && at > 0 && items < whole.items) expect(refusals).toBeGreaterThan(0);
    }
  }, 120_000);

  test('corrupted at every hundredth byte gives items or refusals', async () => {
    const whole = await countOf(name, bytes);
    for (const at of places(bytes)) {
      const { items, refusals } = await countOf(name, corrupted(bytes, at));
      if (name === 'crawl.warc.gz' || name === 'box.zip') {
        // One byte costs one member at most, and is told of.
        expect(items + refusals).toBeGreaterThan(0);
        if (name === 'crawl.warc.gz') expect(items).toBeGreaterThanOrEqual(whole.items - 1);
      }
    }
  }, 120_000);
});

test('a ZIP that broke off gives the members before the cut, and says so', async () => {
  const whole = FORMS['box.zip'] ?? new Uint8Array();
  const { items } = await countOf('box.zip', whole);
  const cut = await openAll('box.zip', whole.slice(0, whole.length - 30));
  expect(cut.filter(({ ok }) => ok)).toHaveLength(items);
  const last = cut.at(-1);
  expect(last?.ok === false && [last.refusal.code, last.refusal.reason]).toEqual([
    'damaged',
    expect.stringMatching(/cut short.* whole members before the cut/),
  ]);
});

const ROUNDS = 1_500;
const NAMES = Object.keys(FORMS);
type Random = (below: number) => number;

/** Cut, spliced with another form, filled up, or shortened inside, one to four times. */
const mangled = (bytes: Uint8Array, random: Random): Uint8Array => {
  let result = bytes;
  for (let rounds = 1 + random(4); rounds > 0; rounds -= 1) {
    const at = random(result.length + 1);
    const [before, after] = [result.subarray(0, at), result.subarray(at)];
    const other = FORMS[NAMES[random(NAMES.length)] ?? ''] ?? bytes;
    const ways = [
      () => [before],
      () => [before, other.subarray(random(other.length))],
      () => [before, Buffer.alloc(random(64), random(256)), after],
      () => [before, after.subarray(random(40))],
      () => [before, Uint8Array.of(random(256)), after.subarray(1)],
    ];
    result = new Uint8Array(Buffer.concat(ways[random(ways.length)]?.() ?? []));
  }
  return result;
};

describe('mixtures of forms', () => {
  test(`${ROUNDS} of them, under right and wrong names, give items or refusals`, async () => {
    const next = seeded(2021);
    const random: Random = (below) => Math.floor(next() * below);
    const all = { items: 0, refusals: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const own = NAMES[random(NAMES.length)] ?? '';
      const name = random(4) === 0 ? (NAMES[random(NAMES.length)] ?? '') : own;
      const { items, refusals } = await countOf(name, mangled(FORMS[own] ?? utf8(''), random));
      all.items += items;
      all.refusals += refusals;
    }
    expect(all.items).toBeGreaterThan(ROUNDS / 4);
    expect(all.refusals).toBeGreaterThan(ROUNDS / 4);
  }, 120_000);
});
