// docs/api.md, written from the routes and parameters; a test fails where the page in docs/ is another.
import * as z from 'zod';
import { PARAMS, type Param, type ParamName } from './params.ts';
import { PROBLEM_CODES } from './problems.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';
import { CLAIM } from './write-bodies.ts';
import { WRITES, type Write } from './writes.ts';

const HEAD = `# HTTP

<!-- Written by \`node scripts/write-api-manual.ts\`. Edit src/publishing/, not this page. -->

\`whoholds serve\` answers on the loopback address. Every answer is \`{ data, meta }\`, where \`meta\` is \`{ seq, asOf, theatre, model, next }\`: the ledger's state, the known-time cut, the theatre's and the model's version that the answer was made from, and the cursor of the following page or null. The records in \`data\` are those of the command line (\`--json\`).

- \`seq\` repeats an answer exactly, however much is added later. \`asOf\` asks what could be known by then.
- \`ETag\` is seq, theatre version and model version; \`If-None-Match\` is answered 304.
- Ids in a path are percent-encoded: \`/api/places/a%2Fb/why?on=2021-06-23\`.
- An unknown parameter is a problem, never passed over.
- \`/openapi.json\` says the same for machines.`;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const takes = ({ takes, needs }: Route): string =>
  takes.length === 0
    ? 'Takes no parameter.'
    : `Takes ${takes.map((name) => (needs.includes(name) ? `**\`${name}\`**` : `\`${name}\``)).join(', ')}${needs.length > 0 ? ' (bold: needed)' : ''}.`;

const section = (route: Route): string =>
  `### GET ${route.path}\n\n${route.says} ${takes(route)}\n\nAnswers ${route.answers}.`;

const paramRow = (name: ParamName): readonly string[] => {
  const { says, accepts }: Param = PARAMS[name];
  return [`\`${name}\``, says, accepts.map((word) => `\`${word}\``).join(' ')];
};

const FEEDS = `\`GET /changes.atom\` (RFC 4287) and \`GET /changes.json\` (JSON Feed 1.1) have the changes of holder or status in the two weeks up to a day, the newest first, at most 200, each a sentence and a link to the place’s page on that day. They take \`to\` (without it, the last day that a report speaks of), \`asOf\` and \`seq\`.`;

const WRITING = `Writing is for people who have an account (\`whoholds user add\`) and are signed in; a server that was started without any account only answers questions. \`POST /api/session\` takes \`{ name, password }\` and sets a cookie; \`GET /api/session\` says who is signed in and gives the token; \`DELETE /api/session\` signs out. After eight wrong passwords in a row a name waits a quarter of an hour.

Each write is JSON and has
- the session's cookie, and its token in the header \`X-CSRF-Token\`; where there is an \`Origin\`, it is the server's own;
- a key of its own in the header \`Idempotency-Key\` (8 to 200 visible characters): the same key again gives the same answer and does nothing twice;
- a \`reason\` of one sentence;
- where wanted, \`dryRun: true\`: nothing is written, key and reason are not needed, and the answer says what would be; \`on\`: the day whose verdicts stand side by side in \`turns\`.

A field that is not named here is refused. The answer is \`{ data: { act, subject, changed, says, seq, request, state, waits, turns, read }, meta }\`: \`turns\` are the cells whose holder, status or opponents change on any day, each \`{ place, scope, at, from, to, first, last, days }\`; \`read\` is what would be read of a report, in the shape of \`whoholds read --json\`. With two persons (\`whoholds serve --two-persons on\`) what changes the map is answered 202 with \`state: "waiting"\`, and is on no map until another person approves it.`;

const fieldsOf = ({ body }: Write): readonly string[] => {
  const shape = body instanceof z.ZodObject ? body.shape : CLAIM.shape;
  return Object.keys(shape).filter((name) => !['reason', 'dryRun', 'on'].includes(name));
};

const writeSection = (write: Write): string => {
  const fields = fieldsOf(write).map((name) => `\`${name}\``);
  const takes = fields.length === 0 ? 'Takes no field but those of every write.' : `Takes ${fields.join(', ')}.`;
  return `### POST ${write.path}\n\n${write.says} ${takes}`;
};

const problems = Object.entries(PROBLEM_CODES).map(([code, { status, title }]) => [`\`${code}\``, `${status}`, title]);

export const apiManual = (): string =>
  `${[
    HEAD,
    '## Routes',
    ...ROUTES.map(section),
    '## Feeds',
    FEEDS,
    '## Writing',
    WRITING,
    ...WRITES.map(writeSection),
    '## Parameters',
    table(['name', 'meaning', 'accepts'], (Object.keys(PARAMS) as ParamName[]).map(paramRow)),
    '## Problems',
    'An error is RFC 9457 `application/problem+json`: `{ type, title, status, code, detail, expected }`. `expected` lists what would have been accepted.',
    table(['code', 'status', 'title'], problems),
  ].join('\n\n')}\n`;
