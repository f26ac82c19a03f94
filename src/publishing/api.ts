// The routes over HTTP: parameters checked, one answer shape, one problem shape, an ETag on every answer.
import { Hono } from 'hono';
import type { Instant } from '../model/time.ts';
import type { Whoholds } from '../whoholds.ts';
import type { FetchPage } from './bring.ts';
import type { Calibrate } from './calibration.ts';
import { delayed, earlier } from './delay.ts';
import { type Desk, personOf } from './desk.ts';
import { openApi } from './openapi.ts';
import { cutInstant, parseParams } from './params.ts';
import { problem, problemOfFault, problemResponse } from './problems.ts';
import type { FileAnswer, Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { addSession } from './session-api.ts';
import { etagOf, isKnown, type Stamp, stampOf } from './stamp.ts';
import { addWrites } from './write-api.ts';
import { WRITES } from './writes.ts';

export interface ApiOptions {
  /** What broke, told to whoever runs the server; never to the asker. */
  readonly report: (error: unknown) => void;
  /** Where a war is shown with a delay: the last moment that is let through, asked anew for each question. */
  readonly cut?: () => Instant;
  /** How many hours that cut lies back. */
  readonly delayHours?: number;
  /** Scores against a truth, where the server was given one. */
  readonly calibrate?: Calibrate;
  /** Who may write; without it the server only answers questions. */
  readonly desk?: Desk;
  /** Fetches the page at an address for whoever may write; without it nothing is fetched. */
  readonly fetchPage?: FetchPage;
}

interface Incoming {
  readonly id: string;
  readonly query: URLSearchParams;
  readonly origin: string;
  readonly ifNoneMatch: string | null;
}

const answerResponse = (answer: { data: unknown; next?: string | null }, stamp: Stamp): Response =>
  new Response(JSON.stringify({ data: answer.data, meta: { ...stamp, next: answer.next ?? null } }), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-cache',
      etag: etagOf(stamp),
    },
  });

const fileResponse = ({ file }: FileAnswer, mediaType: string, stamp: Stamp): Response =>
  new Response(file.body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-cache',
      etag: etagOf(stamp),
    },
  });

const notModified = (etag: string): Response =>
  new Response(null, { status: 304, headers: { etag, 'cache-control': 'no-cache' } });

/** The ledger as whoever asks may see it. */
interface Shown {
  readonly whoholds: Whoholds;
  readonly cut: Instant | null;
  readonly delayHours: number;
  readonly calibrate: Calibrate | null;
}

/** One question through one route. The seq is fixed first, so that everything in the answer is of one state. */
const ask = async (
  route: Route,
  { whoholds, cut, ...shown }: Shown,
  { id, query, origin, ifNoneMatch }: Incoming,
): Promise<Response> => {
  const parsed = parseParams(query, route.takes, route.needs);
  if (!parsed.ok) return problemResponse(parsed.problem);
  const { asked } = parsed;
  const last = await whoholds.seq();
  const seq = Math.min(asked.seq ?? last, last);
  const asOf = cutInstant(asked.asOf, whoholds.theatre.timezone);
  const stamp = stampOf(whoholds.theatre, whoholds.model, { seq, asOf: cut === null ? asOf : earlier(asOf, cut) });
  // With a delay an answer grows older than its tag: the same state lets more through an hour later.
  const isTold = cut === null && !route.isOutsideEntries;
  if (isTold && isKnown(ifNoneMatch, etagOf(stamp))) return notModified(etagOf(stamp));
  const answer = await route.answer({ ...shown, whoholds, id, asked, seq, origin });
  if ('problem' in answer) return problemResponse(answer.problem);
  return 'file' in answer
    ? fileResponse(answer, route.mediaType ?? 'application/octet-stream', stamp)
    : answerResponse(answer, stamp);
};

const honoPath = (path: string): string => path.replace('{id}', ':id');

/** What an address answers to any other method. */
const methodsOf = (path: string): readonly string[] =>
  WRITES.some((write) => write.path === path) ? ['GET', 'POST'] : ['GET'];

/** Every route over an open ledger; whatever else is asked is a problem. `api` may have routes and rules already. */
export const buildApi = (whoholds: Whoholds, options: ApiOptions, api: Hono = new Hono()): Hono => {
  const shown = options.cut === undefined ? whoholds : delayed(whoholds, options.cut);
  const { desk = null, calibrate = null } = options;
  addSession(api, desk);
  addWrites(api, { whoholds, desk, fetchPage: options.fetchPage ?? null });
  for (const route of ROUTES) {
    api.get(honoPath(route.path), (context) => {
      // Whoever reviews must see what is reviewed; nobody else sees it before its time.
      const isOpen = options.cut === undefined || personOf(desk, context) !== null;
      const late = { whoholds: shown, cut: options.cut?.() ?? null, delayHours: options.delayHours ?? 0, calibrate };
      return ask(route, isOpen ? { whoholds, cut: null, delayHours: 0, calibrate } : late, {
        id: context.req.param('id') ?? '',
        query: new URL(context.req.url).searchParams,
        origin: new URL(context.req.url).origin,
        ifNoneMatch: context.req.header('if-none-match') ?? null,
      });
    });
    api.all(honoPath(route.path), ({ req }) =>
      problemResponse(
        problem('method-not-allowed', `${req.method} ${route.path} is not answered.`, methodsOf(route.path)),
      ),
    );
  }
  api.get('/openapi.json', (context) => context.json(openApi()));
  api.notFound(({ req }) =>
    problemResponse(
      problem('no-such-page', `Nothing is at ${req.path.slice(0, 120)}.`, [...ROUTES.map(({ path }) => path)]),
    ),
  );
  api.onError((error) => {
    const what = problemOfFault(error);
    if (what.status >= 500) options.report(error);
    return problemResponse(what);
  });
  return api;
};
