// The API and the page on one address of this machine. Nothing on the page may load from anywhere else.
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { Gate } from '../accounts/gate.ts';
import { Fault } from '../model/outcome.ts';
import type { Whoholds } from '../whoholds.ts';
import { type ApiOptions, buildApi } from './api.ts';
import { type FetchPage, keepingPages } from './bring.ts';
import { type Calibrate, keepingScores } from './calibration.ts';
import { cutBefore, delayed } from './delay.ts';
import type { TwoPersons } from './desk.ts';
import { addFeeds } from './feeds.ts';
import { manualPage } from './manual-page.ts';
import { EMBED, loadManual, loadPages, PAGE_FRAME, PAGE_PATHS, type PageFile } from './pages.ts';
import { problem, problemResponse } from './problems.ts';

export interface ServeOptions {
  /** 0 = any free port. */
  readonly port: number;
  readonly host: string;
  /** Hours by which a war that is still going on is shown late; 0 shows all. */
  readonly delay?: number;
  /** Who may write; without it the server only answers questions. */
  readonly gate?: Gate | null;
  readonly twoPersons?: TwoPersons;
  /** Scores against a truth that the server was given. */
  readonly calibrate?: Calibrate;
  /** Fetches pages for whoever may write; without it nothing is fetched. */
  readonly fetchPage?: FetchPage;
}

export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

/** @param ancestors whose pages may hold this one in a frame */
const policy = (ancestors: string): string =>
  [
    "default-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
    "object-src 'none'",
  ].join('; ');

const SECURITY: Readonly<Record<string, string>> = {
  'content-security-policy': policy("'self'"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), camera=(), microphone=()',
};

/** The map alone may stand in a frame of any page; nothing that can be signed in to may. */
const securityOf = (path: string): Readonly<Record<string, string>> =>
  path === EMBED ? { ...SECURITY, 'content-security-policy': policy('*') } : SECURITY;

const NOT_BUILT =
  '<!doctype html><html lang="en"><title>whoholds</title><p>The page is not built yet: run npm run build.</p>';

const pageResponse = (page: PageFile | undefined, ifNoneMatch: string | undefined): Response => {
  if (page === undefined)
    return new Response(NOT_BUILT, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
  const headers = { etag: page.etag, 'cache-control': 'no-cache', 'content-type': page.type };
  return ifNoneMatch === page.etag
    ? new Response(null, { status: 304, headers })
    : new Response(page.bytes, { headers });
};

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const isLoopback = (host: string): boolean => LOOPBACK.has(host) || host === '::1';
const hostName = (header: string): string => header.replace(/:\d+$/, '');

/** Each page of the manual also as HTML, without the `.md`. */
const addManual = (app: Hono, manual: ReadonlyMap<string, PageFile>): void => {
  const known = new Set(manual.keys());
  for (const [at, { bytes, etag }] of manual)
    app.get(at.replace(/\.md$/, ''), async ({ req }) => {
      if (req.header('if-none-match') === etag) return new Response(null, { status: 304, headers: { etag } });
      const html = await manualPage({ at, text: new TextDecoder().decode(bytes), known });
      return new Response(html, {
        headers: { etag, 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' },
      });
    });
};

export interface AppOptions extends Omit<ApiOptions, 'desk'>, Pick<ServeOptions, 'host' | 'gate' | 'twoPersons'> {}

/** API and page as one application. On loopback it answers to loopback's names only: no web page elsewhere may read it. */
export const buildApp = (whoholds: Whoholds, options: AppOptions): Hono => {
  const manual = loadManual();
  const pages = new Map([...loadPages(), ...manual]);
  const app = new Hono();
  app.use(async (context, next) => {
    const asked = context.req.header('host');
    if (isLoopback(options.host) && asked !== undefined && !LOOPBACK.has(hostName(asked)))
      context.res = problemResponse(problem('wrong-host', `Not “${asked.slice(0, 80)}”.`, [...LOOPBACK]));
    else await next();
    for (const [name, value] of Object.entries(securityOf(context.req.path))) context.res.headers.set(name, value);
  });
  for (const path of ['/', ...pages.keys()])
    app.get(path, ({ req }) => pageResponse(pages.get(path), req.header('if-none-match')));
  addManual(app, manual);
  for (const path of PAGE_PATHS)
    app.get(path, ({ req }) => pageResponse(pages.get(PAGE_FRAME), req.header('if-none-match')));
  const { gate = null, twoPersons = 'auto', host } = options;
  const desk = gate === null ? {} : { desk: { gate, twoPersons, secure: !isLoopback(host) } };
  addFeeds(app, options.cut === undefined ? whoholds : delayed(whoholds, options.cut));
  return buildApi(whoholds, { ...options, ...desk }, app);
};

const listenFault = (cause: NodeJS.ErrnoException, { host, port }: ServeOptions): Fault => {
  if (cause.code === 'EADDRINUSE')
    return new Fault('world', `Port ${port} on ${host} is in use: stop what uses it, or give another with --port.`, {
      cause,
    });
  if (cause.code === 'EACCES')
    return new Fault('world', `Port ${port} on ${host} may not be used by this account: give one above 1023.`, {
      cause,
    });
  return new Fault('world', `Cannot listen on ${host} port ${port}: ${cause.message}.`, { cause });
};

const listening = (server: ServerType, options: ServeOptions): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, options)));
    server.listen(options.port, options.host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Fault('world', `No port on ${options.host}.`));
      else resolve(address);
    });
  });

const closing = (server: ServerType): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if ('closeAllConnections' in server) server.closeAllConnections();
  });

/** Serves an open ledger until `close`. A port in use is a fault that says so. */
export const serve = async (whoholds: Whoholds, options: ServeOptions): Promise<Serving> => {
  const report = (error: unknown): void => console.error(error);
  const { host, delay = 0, gate = null, twoPersons = 'auto', fetchPage, calibrate } = options;
  const more = {
    ...(delay === 0 ? {} : { cut: () => cutBefore(new Date(), delay), delayHours: delay }),
    ...(calibrate === undefined ? {} : { calibrate: keepingScores(calibrate) }),
    ...(fetchPage === undefined ? {} : { fetchPage: keepingPages(fetchPage) }),
  };
  const server = createAdaptorServer({ fetch: buildApp(whoholds, { host, report, gate, twoPersons, ...more }).fetch });
  const { port } = await listening(server, options);
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { url: `http://${name}:${port}/`, close: () => closing(server) };
};
