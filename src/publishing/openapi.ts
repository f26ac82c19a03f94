// The machine-readable manual, made from the routes so that it cannot fall behind them.
import { PARAMS, type Param, type ParamName } from './params.ts';
import { ROUTES, type Route } from './routes.ts';

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
        ...json({ type: 'object', required: ['data', 'meta'], properties: { data: {}, meta: META } }),
      },
      304: { description: 'nothing changed since the ETag' },
      default: { description: 'a problem (RFC 9457)', content: { 'application/problem+json': { schema: PROBLEM } } },
    },
  },
});

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
  paths: Object.fromEntries(ROUTES.map((route) => [route.path, operationOf(route)])),
});
