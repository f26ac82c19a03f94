// How fast a web archive is taken apart, beside the bare library on the same file; and what it holds in memory meanwhile.
// `npm run bench -- warc` races the two; `node --expose-gc bench/warc.ts [megabytes]` reads one large archive, two gigabytes by default.
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { WARCParser } from 'warcio';
import { filesSource } from '../src/intake/sources.ts';
import { responseRecord, warcRecord } from '../test/made-archives.ts';
import type { Figure } from './figures.ts';
import { generalReport } from './general-news.ts';

const RACED = 60;
const LARGE = 2_000;

/** A page as sites make them: an article in three times as much of menus, links and scripts. */
const pageOf = (number: number): string => {
  const paragraphs = [0, 1, 2].map((more) => generalReport(number * 3 + more).text.replaceAll('\n', '</p><p>'));
  const menu = Array.from(
    { length: 120 },
    (_, i) => `<li><a href="/section-${(number * 31 + i * 7) % 997}">Section ${i}</a></li>`,
  );
  const script = Array.from(
    { length: 400 },
    (_, i) => `window.slot${(number * 17 + i * 13) % 7_919}=${(number * i) % 65_521};`,
  );
  return `<!doctype html><html><head><title>News ${number}</title><script>${script.join('')}</script></head><body><nav><ul>${menu.join('')}</ul></nav><article><h1>News ${number}</h1><p>${paragraphs.join('</p><p>')}</p></article></body></html>`;
};

/** What a crawl has: the request, the answer, and every third time a picture. */
const recordsOf = (number: number): readonly Buffer[] => {
  const url = `https://example.org/news/${number}`;
  const request = warcRecord({
    type: 'request',
    url,
    block: `GET /news/${number} HTTP/1.1\r\nHost: example.org\r\n\r\n`,
  });
  const digest = { 'WARC-Payload-Digest': `sha1:${String(number).padStart(32, 'A')}` };
  const answer = responseRecord(url, pageOf(number), { warc: digest });
  const picture = responseRecord(`${url}.jpg`, Buffer.alloc(20_000, number), {
    headers: { 'Content-Type': 'image/jpeg' },
  });
  return number % 3 === 0 ? [request, answer, picture] : [request, answer];
};

/** Writes an archive of so many packed megabytes, each record packed by itself. */
const writeArchive = async (path: string, megabytes: number): Promise<void> => {
  const file = createWriteStream(path);
  for (let [number, size] = [1, 0]; size < megabytes * 1e6; number += 1) {
    const members = recordsOf(number).map((record) => gzipSync(record, { level: 1 }));
    size += members.reduce((sum, { length }) => sum + length, 0);
    if (!file.write(Buffer.concat(members))) await once(file, 'drain');
  }
  file.end();
  await finished(file);
};

interface Taken {
  readonly pages: number;
  readonly bytes: number;
}

const ours = async (path: string): Promise<Taken> => {
  let [pages, bytes] = [0, 0];
  for await (const item of filesSource([path])) {
    if (!item.ok) throw new Error(item.refusal.reason);
    pages += 1;
    bytes += item.value.bytes.length;
  }
  return { pages, bytes };
};

/** The library alone: every record's words, as reading needs them. */
const theirs = async (path: string): Promise<Taken> => {
  let [pages, bytes] = [0, 0];
  for await (const record of new WARCParser(createReadStream(path))) {
    const content = await record.readFully(true);
    if (record.warcType !== 'response' || !/html/.test(record.httpHeaders?.headers.get('Content-Type') ?? '')) continue;
    pages += 1;
    bytes += content.length;
  }
  return { pages, bytes };
};

/** Processor seconds, of all threads: unpacking may use its own. */
const spentOn = async (work: () => Promise<Taken>): Promise<Taken & { readonly seconds: number }> => {
  const before = process.cpuUsage();
  const taken = await work();
  const { user, system } = process.cpuUsage(before);
  return { ...taken, seconds: (user + system) / 1e6 };
};

const inFolder = async <T>(work: (path: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'whoholds-bench-'));
  try {
    return await work(join(folder, 'crawl.warc.gz'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const benchWarc = (): Promise<readonly Figure[]> =>
  inFolder(async (path) => {
    await writeArchive(path, RACED);
    const megabytes = statSync(path).size / 1e6;
    await ours(path); // warms up
    const own = await spentOn(() => ours(path));
    const other = await spentOn(() => theirs(path));
    if (own.pages !== other.pages || own.bytes !== other.bytes)
      throw new Error(
        `${own.pages} pages with ${own.bytes} bytes, but ${other.pages} with ${other.bytes} by the library`,
      );
    return [
      {
        what: `web archive: ${own.pages} pages, ${megabytes.toFixed(0)} MB packed, ${(own.bytes / 1e6).toFixed(0)} MB of pages`,
        ours: `${(megabytes / own.seconds).toFixed(1)} MB/s packed`,
        beside: { name: 'bare warcio', figure: `${(megabytes / other.seconds).toFixed(1)} MB/s` },
        ratio: other.seconds / own.seconds,
      },
    ];
  });

const megabytesOf = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

const watchMemory = (megabytes: number): Promise<void> =>
  inFolder(async (path) => {
    await writeArchive(path, megabytes);
    const start = performance.now();
    let [pages, bytes, most] = [0, 0, 0];
    for await (const item of filesSource([path])) {
      pages += 1;
      bytes += item.ok ? item.value.bytes.length : 0;
      if (pages % 5_000 !== 0) continue;
      globalThis.gc?.();
      const { heapUsed, external, rss } = process.memoryUsage();
      most = Math.max(most, rss);
      console.log(
        `${pages} pages, ${megabytesOf(bytes)} unpacked: heap ${megabytesOf(heapUsed)}, buffers ${megabytesOf(external)}, process ${megabytesOf(rss)}`,
      );
    }
    const speed = statSync(path).size / 1e3 / (performance.now() - start);
    console.log(
      `${pages} pages of ${megabytesOf(statSync(path).size)} packed at ${speed.toFixed(1)} MB/s; the process at most ${megabytesOf(most)}`,
    );
  });

if (import.meta.filename === process.argv[1]) await watchMemory(Number(process.argv[2] ?? LARGE));
