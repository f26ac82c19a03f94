// The routes over HTTP: parameters checked, one answer shape, one problem shape, an ETag on every answer.
import { Hono } from 'hono';
import type { Whoholds } from '../whoholds.ts';
import { openApi } from './openapi.ts';
import { cutInstant, parseParams } from './params.ts';
import { problem, problemOfFault, problemResponse } from './problems.ts';
import { ROUTES, type Route } from './routes.ts';
import { etagOf, isKnown, type Stamp, stampOf } from './stamp.ts';

export interface ApiOptions {
  /** What broke, told to whoever runs the server; never to the asker. */
  readonly report: (error: unknown) => void;
}

interface Incoming {
  readonly id: string;
  readonly query: URLSearchParams;
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

const notModified = (etag: string): Response =>
  new Response(null, { status: 304, headers: { etag, 'cache-control': 'no-cache' } });

/** One question through one route. The seq is fixed first, so that everything in the answer is of one state. */
const ask = async (route: Route, whoholds: Whoholds, { id, query, ifNoneMatch }: Incoming): Promise<Response> => {
  const parsed = parseParams(query, route.takes, route.needs);
  if (!parsed.ok) return problemResponse(parsed.problem);
  const { asked } = parsed;
  const last = await whoholds.seq();
  const seq = Math.min(asked.seq ?? last, last);
  const stamp = stampOf(whoholds.theatre, whoholds.model, {
    seq,
    asOf: cutInstant(asked.asOf, whoholds.theatre.timezone),
  });
  if (isKnown(ifNoneMatch, etagOf(stamp))) return notModified(etagOf(stamp));
  const answer = await route.answer({ whoholds, id, asked, seq });
  return 'problem' in answer ? problemResponse(answer.problem) : answerResponse(answer, stamp);
};

const honoPath = (path: string): string => path.replace('{id}', ':id');

/** Every GET route over an open ledger; whatever else is asked is a problem. `api` may have routes and rules already. */
export const buildApi = (whoholds: Whoholds, options: ApiOptions, api: Hono = new Hono()): Hono => {
  for (const route of ROUTES) {
    api.get(honoPath(route.path), (context) =>
      ask(route, whoholds, {
        id: context.req.param('id') ?? '',
        query: new URL(context.req.url).searchParams,
        ifNoneMatch: context.req.header('if-none-match') ?? null,
      }),
    );
    api.all(honoPath(route.path), ({ req }) =>
      problemResponse(problem('method-not-allowed', `${req.method} ${route.path} is not answered.`, ['GET'])),
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
