// docs/api.md, written from the routes and parameters; a test fails where the page in docs/ is another.
import { PARAMS, type Param, type ParamName } from './params.ts';
import { PROBLEM_CODES } from './problems.ts';
import { ROUTES, type Route } from './routes.ts';

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

const problems = Object.entries(PROBLEM_CODES).map(([code, { status, title }]) => [`\`${code}\``, `${status}`, title]);

export const apiManual = (): string =>
  `${[
    HEAD,
    '## Routes',
    ...ROUTES.map(section),
    '## Parameters',
    table(['name', 'meaning', 'accepts'], (Object.keys(PARAMS) as ParamName[]).map(paramRow)),
    '## Problems',
    'An error is RFC 9457 `application/problem+json`: `{ type, title, status, code, detail, expected }`. `expected` lists what would have been accepted.',
    table(['code', 'status', 'title'], problems),
  ].join('\n\n')}\n`;
