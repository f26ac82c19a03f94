// How many feeds one process polls a second, on loopback, through the whole of `whoholds watch`: the guard, robots, the
// places kept in the ledger. Nothing is paused, and none has an entry that is new.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { realClock } from '../src/intake/fetch/clock.ts';
import { PoliteFetcher } from '../src/intake/fetch/fetcher.ts';
import { seeded } from '../src/model/seeded.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds, type Watching, type Whoholds } from '../src/whoholds.ts';
import type { Figure } from './figures.ts';

const FEEDS = 100;
const ENTRIES = 10;
const ROUNDS = 5;
const PARALLEL = 16;

/** Another thread, so that answering takes nothing from asking. What is at /changed/… has a new comment each time. */
const SERVER = `
const { createServer } = require('node:http');
const { parentPort, workerData } = require('node:worker_threads');
let asked = 0;
const server = createServer((request, response) => {
  const feed = /^\\/(same|changed)\\/(\\d+)$/.exec(request.url);
  if (feed === null) return response.writeHead(404).end();
  const isSame = feed[1] === 'same';
  if (isSame && request.headers['if-none-match'] === '"1"') return response.writeHead(304).end();
  const headers = { 'content-type': 'application/rss+xml', ...(isSame ? { etag: '"1"' } : {}) };
  response.writeHead(200, headers).end(workerData[feed[2]] + (isSame ? '' : '<!-- ' + ++asked + ' -->'));
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

/** Words of each entry's own: that they are nobody's copy is soon seen, and the first round is not what is measured. */
const wordsOf = (seed: number): string => {
  const next = seeded(seed + 1);
  return Array.from({ length: 40 }, () => `w${Math.floor(next() * 1e6)}`).join(' ');
};

const feedText = (number: number): string => {
  const entries = Array.from({ length: ENTRIES }, (_, at) => {
    const words = `The market was open on that day. ${wordsOf(number * ENTRIES + at)}.`;
    return `<item><title>Dispatch ${at}</title><guid isPermaLink="false">${number}-${at}</guid><description>${words}</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${number}</title>${entries.join('')}</channel></rss>`;
};

const startServer = async (): Promise<{ readonly port: number; readonly stop: () => Promise<unknown> }> => {
  const feeds = Array.from({ length: FEEDS }, (_, number) => feedText(number));
  const worker = new Worker(SERVER, { eval: true, workerData: feeds });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  return { port, stop: () => worker.terminate() };
};

const addressesAt = (port: number, kind: 'same' | 'changed'): readonly string[] =>
  Array.from({ length: FEEDS }, (_, number) => `http://127.0.0.1:${port}/${kind}/${number}`);

const watchingOf = (addresses: readonly string[]): Watching => {
  const { signal } = new AbortController();
  const clock = realClock(signal);
  const guard = { allowHosts: ['127.0.0.1'] };
  const limits = { maxBytes: 20_000_000, timeoutMs: 30_000, maxRedirects: 5, attempts: 1, maxWaitMs: 1000 };
  const fetcher = new PoliteFetcher(
    { guard, agent: 'whoholds/bench', pauseMs: 0, robots: 'obey', ...limits },
    clock,
    signal,
  );
  return {
    ...{ fetcher, clock, signal, settings: {}, once: true, parallel: PARALLEL, maxEntries: ENTRIES },
    sources: addresses.map((address) => ({ kind: 'address', address })),
    ...{ everyMs: 60_000, lookEveryMs: 5000 },
  };
};

const secondsOf = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** One round over all addresses; whatever is told otherwise than expected ends the benchmark. */
const round = async (whoholds: Whoholds, watching: Watching, state: 'new' | 'unchanged'): Promise<void> => {
  let told = 0;
  for await (const event of whoholds.watch(watching)) {
    if (event.event !== 'polled') continue;
    if (event.state !== state)
      throw new Error(`${event.source} was ${event.state}, not ${state}: ${event.refusal?.reason}`);
    told += 1;
  }
  if (told !== FEEDS) throw new Error(`${told} of ${FEEDS} feeds were polled.`);
};

/** The same requests and nothing else, as many at once. */
const bareRound = async (addresses: readonly string[], headers: Record<string, string>): Promise<void> => {
  const left = [...addresses];
  const ask = async (): Promise<void> => {
    for (let address = left.pop(); address !== undefined; address = left.pop())
      await (await fetch(address, { headers })).arrayBuffer();
  };
  await Promise.all(Array.from({ length: PARALLEL }, ask));
};

const best = async (work: () => Promise<void>): Promise<number> => {
  const seconds: number[] = [];
  for (let at = 0; at < ROUNDS; at += 1) seconds.push(await secondsOf(work));
  return FEEDS / Math.min(...seconds);
};

const figureOf = (what: string, ours: number, bare: number): Figure => ({
  what: `${what} (${FEEDS} feeds of ${ENTRIES} entries)`,
  ours: `${Math.round(ours)} feeds/s`,
  beside: { name: 'bare fetch', figure: `${Math.round(bare)}` },
  ratio: ours / bare,
});

export const benchPolling = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'whoholds-polling-'));
  const whoholds = await openWhoholds({
    ...{ theatre: loadTheatre('tiny'), ledger: { file: join(folder, 'ledger.db') }, purpose: 'write' as const },
  });
  const { port, stop } = await startServer();
  const figures: Figure[] = [];
  for (const kind of ['same', 'changed'] as const) {
    const addresses = addressesAt(port, kind);
    const watching = watchingOf(addresses);
    await round(whoholds, watching, 'new');
    const ours = await best(() => round(whoholds, watching, 'unchanged'));
    const bare = await best(() => bareRound(addresses, kind === 'same' ? { 'if-none-match': '"1"' } : {}));
    figures.push(figureOf(kind === 'same' ? 'poll, not modified' : 'poll, sent anew without a new entry', ours, bare));
    watching.fetcher.close();
  }
  await whoholds.close();
  await stop();
  rmSync(folder, { recursive: true, force: true });
  return figures;
};
