// Whatever words are put into whatever containers come out the same, in order, each once; and web archives are read as warcio reads them.
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { taken, textIn } from './form-items.ts';
import { chunkedOf, packedWarc, responseRecord, tarGzOf, tarOf, utf8, warcRecord, zipOf } from './made-archives.ts';

interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Container = (texts: readonly Packed[]) => Packed;

const membersOf = (inner: readonly Packed[]) => inner.map(({ name, bytes }) => ({ name, content: bytes }));

/** Archives that take whatever they are given, archives too. */
const ARCHIVES: Readonly<Record<string, Container>> = {
  zip: (inner) => ({ name: 'box.zip', bytes: zipOf(membersOf(inner)) }),
  stored: (inner) => ({
    name: 'box.zip',
    bytes: zipOf(membersOf(inner).map((member) => ({ ...member, stored: true }))),
  }),
  tar: (inner) => ({ name: 'box.tar', bytes: tarOf(membersOf(inner)) }),
  tgz: (inner) => ({ name: 'box.tgz', bytes: tarGzOf(membersOf(inner)) }),
};

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 400 })
  .filter((text) => !/^\s*[<{%]|^PK|^WARC|\0/.test(text));

const numbered = (texts: readonly string[]): readonly Packed[] =>
  texts.map((text, i) => ({ name: `${String(i).padStart(3, '0')}.txt`, bytes: utf8(text) }));

describe('containers', () => {
  test(
    'give back every text, through one, two or three of them',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(words, { minLength: 1, maxLength: 12 }),
          fc.array(fc.constantFrom(...Object.keys(ARCHIVES)), { minLength: 1, maxLength: 3 }),
          async (texts, kinds) => {
            let inner = numbered(texts);
            for (const kind of kinds) inner = [(ARCHIVES[kind] as Container)(inner)];
            const [outer] = inner;
            expect((await taken(outer?.name ?? '', outer?.bytes ?? utf8(''))).map(textIn)).toEqual(texts);
          },
        ),
        { numRuns: 150 },
      ),
    60_000,
  );

  test(
    'of rows and lines give back every text',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(
            words.filter((text) => text.trim() !== ''),
            { minLength: 1, maxLength: 12 },
          ),
          async (texts) => {
            const trimmed = texts.map((text) => text.trim());
            const csv = `id,text\n${texts.map((text, i) => `${i},"${text.replaceAll('"', '""')}"\n`).join('')}`;
            const lines = texts.map((text, id) => JSON.stringify({ id, text })).join('\n');
            expect((await taken('t.csv', utf8(csv))).map(textIn)).toEqual(trimmed);
            expect((await taken('l.jsonl', utf8(lines))).map(textIn)).toEqual(trimmed);
          },
        ),
        { numRuns: 150 },
      ),
    60_000,
  );
});

const record = fc.record({
  text: words,
  type: fc.constantFrom('response', 'request', 'resource', 'metadata'),
  isChunked: fc.boolean(),
  isPacked: fc.boolean(),
  size: fc.integer({ min: 1, max: 90 }),
});

type Made = typeof record extends fc.Arbitrary<infer T> ? T : never;

const recordOf = ({ text, type, isChunked, isPacked, size }: Made, number: number): Buffer => {
  const url = `https://example.org/${number}`;
  const asked = { type, url, headers: { 'Content-Type': 'application/http; msgtype=request' } };
  if (type === 'request')
    return warcRecord({ ...asked, block: `GET /${number} HTTP/1.1\r\nHost: example.org\r\n\r\n` });
  if (type !== 'response') return warcRecord({ type, url, headers: { 'Content-Type': 'text/plain' }, block: text });
  const packed = isPacked ? gzipSync(text) : utf8(text);
  return responseRecord(url, isChunked ? chunkedOf(packed, size) : packed, {
    headers: {
      'Content-Type': 'text/plain',
      ...(isChunked ? { 'Transfer-Encoding': 'chunked' } : {}),
      ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
    },
  });
};

/** What the library finds: address and words of every answer and resource. */
const readByWarcio = async (bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> => {
  const found: (readonly [string, string])[] = [];
  for await (const one of new WARCParser(Readable.from([bytes]))) {
    const content = await one.readFully(true);
    if (one.warcType === 'response' || one.warcType === 'resource')
      found.push([one.warcTargetURI ?? '', new TextDecoder().decode(content)]);
  }
  return found;
};

describe('web archives', () => {
  test(
    'are read as warcio reads them, plain, packed by record, or packed as one',
    () =>
      fc.assert(
        fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 10 }), async (made) => {
          const records = made.map(recordOf);
          for (const [name, bytes] of [
            ['c.warc', new Uint8Array(Buffer.concat(records))],
            ['c.warc.gz', packedWarc(records)],
          ] as const) {
            const items = (await taken(name, bytes)).map((item) => [item.given.url, textIn(item)]);
            expect(items).toEqual(await readByWarcio(bytes));
          }
          const asOne = await taken('c.warc.gz', new Uint8Array(gzipSync(Buffer.concat(records))));
          expect(asOne.map(textIn)).toEqual((await readByWarcio(packedWarc(records))).map(([, text]) => text));
        }),
        { numRuns: 100 },
      ),
    60_000,
  );
});
