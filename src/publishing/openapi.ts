// The machine-readable manual, made from the routes so that it cannot fall behind them.
import * as z from 'zod';
import { COOKIE } from './desk.ts';
import { PARAMS, type Param, type ParamName } from './params.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { SESSION } from './write-bodies.ts';
import { WRITES, type Write } from './writes.ts';

const parameterOf = (name: ParamName, route: Route) => {
  const { says, accepts, example }: Param = PARAMS[name];
  return {
    name,
    in: 'query',
    required: route.needs.includes(name),
    description: `${says} (${accepts.join(', ')})`,
    schema: { type: 'string' },
    example,
  };
};

const pathParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'percent-encoded; it may hold a slash',
  schema: { type: 'string' },
};

const json = (schema: unknown) => ({ content: { 'application/json': { schema } } });
const META = {
  type: 'object',
  required: ['seq', 'asOf', 'theatre', 'model', 'next'],
  properties: {
    seq: { type: 'integer', description: 'the ledger’s sequence number that the answer was made from' },
    asOf: { type: ['string', 'null'], description: 'the known-time cut as an instant' },
    theatre: { type: 'object', properties: { id: { type: 'string' }, version: { type: 'string' } } },
    model: { type: 'object', properties: { version: { type: 'string' }, paramsHash: { type: 'string' } } },
    next: { type: ['string', 'null'], description: 'the cursor of the following page' },
  },
};
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'expected'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    expected: { type: 'array', items: { type: 'string' } },
  },
};

const operationOf = (route: Route) => ({
  get: {
    summary: route.says,
    parameters: [
      ...(route.path.includes('{id}') ? [pathParameter] : []),
      ...route.takes.map((name) => parameterOf(name, route)),
    ],
    responses: {
      200: {
        description: route.answers,
        ...(route.mediaType === null
          ? json({ type: 'object', required: ['data', 'meta'], properties: { data: {}, meta: META } })
          : { content: { [route.mediaType]: {} } }),
      },
      304: { description: 'nothing changed since the ETag' },
      default: { description: 'a problem (RFC 9457)', content: { 'application/problem+json': { schema: PROBLEM } } },
    },
  },
});

const header = (name: string, required: boolean, description: string) => ({
  ...{ name, in: 'header', required, description, schema: { type: 'string' } },
});
const TOKEN = header('X-CSRF-Token', true, 'the session’s token');
const KEY = header('Idempotency-Key', false, 'needed but with dryRun: the same key again gives the same answer');
const problems = {
  default: { description: 'a problem (RFC 9457)', content: { 'application/problem+json': { schema: PROBLEM } } },
};
const bodyOf = (schema: z.ZodType) => ({
  required: true,
  ...json(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
});

const writeOf = (write: Write) => ({
  summary: write.says,
  security: [{ session: [] }],
  parameters: [...(write.path.includes('{id}') ? [pathParameter] : []), TOKEN, KEY],
  requestBody: bodyOf(write.body),
  responses: { 200: { description: 'done, or with dryRun: supposed' }, 202: { description: 'it waits' }, ...problems },
});

const SESSION_PATH = {
  get: { summary: 'Who is signed in, and the token.', responses: { 200: { description: 'one object' } } },
  post: {
    summary: 'Sign in.',
    requestBody: bodyOf(SESSION),
    responses: { 200: { description: 'as GET' }, ...problems },
  },
  delete: {
    summary: 'Sign out.',
    security: [{ session: [] }],
    parameters: [TOKEN],
    responses: { 200: { description: 'as GET' }, ...problems },
  },
};

/** Reading and writing by path, in the order of the lists. */
const pathsOf = (): Record<string, object> => {
  const paths: Record<string, object> = {};
  for (const route of ROUTES) paths[route.path] = operationOf(route);
  for (const write of WRITES) paths[write.path] = { ...paths[write.path], post: writeOf(write) };
  paths['/api/session'] = SESSION_PATH;
  return paths;
};

/** Goes up only when a field goes away or changes its meaning, which is promised not to happen. */
const API_VERSION = '1';

/** The OpenAPI 3.1 description of every route. */
export const openApi = () => ({
  openapi: '3.1.0',
  info: {
    title: 'whoholds',
    version: API_VERSION,
    description: 'Who claims to hold which place, when, and who says so.',
  },
  paths: pathsOf(),
  components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: COOKIE } } },
});
