// A web server on a loopback address, for fetching: it answers as a test says and remembers who asked for what.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Fetcher, FetchSettings } from '../src/intake/fetch/fetched.ts';
import { PoliteFetcher } from '../src/intake/fetch/fetcher.ts';
import { seeded } from '../src/model/seeded.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface PageServer {
  readonly url: (path: string) => string;
  readonly asked: readonly {
    readonly path: string;
    readonly headers: IncomingMessage['headers'];
    readonly at: number;
  }[];
  /** What is answered at a path from now on; a path without an answer is 404. */
  readonly at: (path: string, answer: Answer) => void;
  /** Closes the connections that are open. */
  readonly hangUp: () => void;
  readonly close: () => Promise<void>;
}

export const page =
  (body: string, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_, response) => {
    response.writeHead(code, headers).end();
  };

export const startPages = async (address = '127.0.0.1'): Promise<PageServer> => {
  const answers = new Map<string, Answer>();
  const asked: PageServer['asked'][number][] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers, at: Date.now() });
    (answers.get(path) ?? status(404))(request, response);
  });
  server.listen(0, address);
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No loopback port could be had.');
  return {
    url: (path) => `http://${address}:${bound.port}${path}`,
    asked,
    at: (path, answer) => void answers.set(path, answer),
    hangUp: () => server.closeAllConnections(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

export const FETCHING: FetchSettings = {
  guard: { allowHosts: ['127.0.0.1'] },
  agent: 'whoholds/test',
  maxBytes: 100_000,
  timeoutMs: 5000,
  maxRedirects: 3,
  pauseMs: 0,
  attempts: 3,
  maxWaitMs: 30_000,
  robots: 'obey',
};

/** A fetcher whose clock does not run: what it would sleep is kept, and time goes on by as much. */
export const fetcherOf = (settings: Partial<FetchSettings> = {}): { fetcher: Fetcher; slept: readonly number[] } => {
  let time = Date.parse('2021-03-17T12:00:00Z');
  const slept: number[] = [];
  const clock = {
    now: () => time,
    sleep: async (ms: number) => {
      slept.push(ms);
      time += ms;
    },
    random: seeded(7),
  };
  return { fetcher: new PoliteFetcher({ ...FETCHING, ...settings }, clock, new AbortController().signal), slept };
};
