// The words an address may carry, each once: how it is checked, what it means, an example for the manual.
// Invariant: an unknown parameter, or one given twice, is a problem and never passed over.
import * as z from 'zod';
import { LANGUAGES } from '../drawing/language.ts';
import { type MapBox, parseBox } from '../drawing/map-box.ts';
import { THEMES } from '../drawing/palette.ts';
import { INCIDENT_TYPES, KINDS, SCOPES } from '../model/claim.ts';
import { STATUSES } from '../model/control.ts';
import { REFUSAL_CODES, type RefusalCode } from '../model/outcome.ts';
import { type Day, endOfDayIn, type Instant, isDay, toInstant } from '../model/time.ts';
import { type Problem, problem } from './problems.ts';

export interface Param<T = unknown> {
  readonly schema: z.ZodType<T, string>;
  readonly says: string;
  readonly accepts: readonly string[];
  readonly example: string;
}

/** A day, or an instant with its zone; a bare day means its end in the theatre's time zone. */
export type Cut = { readonly day: Day } | { readonly instant: Instant };
export const cutInstant = (cut: Cut | null, timezone: string): Instant | null => {
  if (cut === null) return null;
  return 'day' in cut ? endOfDayIn(cut.day, timezone) : cut.instant;
};

/** As an address has it. */
export const cutText = (cut: Cut | null): string | null => (cut === null ? null : 'day' in cut ? cut.day : cut.instant);

export type Box = readonly [west: number, south: number, east: number, north: number];

const param = <T>(
  schema: z.ZodType<T, string>,
  says: string,
  [example, ...accepts]: readonly [string, ...string[]],
): Param<T> => ({ schema, says, accepts: accepts.length === 0 ? [example] : accepts, example });

const day = z
  .string()
  .refine(isDay)
  .transform((text) => text as Day);
const cut = z.string().transform((text, context): Cut => {
  if (isDay(text)) return { day: text };
  const instant = toInstant(text);
  if (instant !== null) return { instant };
  context.addIssue({ code: 'custom', message: 'no day and no instant' });
  return z.NEVER;
});
const whole = (most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((n) => n <= most);
const box = z.string().transform((text, context): Box => {
  const [west, south, east, north, ...more] = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const inside = (n: number | undefined, bound: number): n is number => n !== undefined && Math.abs(n) <= bound;
  if (
    inside(west, 180) &&
    inside(south, 90) &&
    inside(east, 180) &&
    inside(north, 90) &&
    more.length === 0 &&
    south <= north
  )
    return [west, south, east, north];
  context.addIssue({ code: 'custom', message: 'no box' });
  return z.NEVER;
});
const part = z.string().transform((text, context): MapBox => {
  const found = parseBox(text);
  if (found !== null) return found;
  context.addIssue({ code: 'custom', message: 'no box' });
  return z.NEVER;
});
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const words = z.string().trim().min(1).max(200);

const REFUSED = Object.keys(REFUSAL_CODES) as RefusalCode[];

export const PARAMS = {
  on: param(day, 'the day asked about', ['2021-06-23', 'YYYY-MM-DD']),
  asOf: param(cut, 'only what could be read by then; a bare day means its end in the theatre’s time zone', [
    '2021-06-24',
    'YYYY-MM-DD',
    'YYYY-MM-DDTHH:MM:SSZ',
  ]),
  seq: param(whole(Number.MAX_SAFE_INTEGER), 'answer from the ledger as it stood at this sequence number', [
    '1041',
    'a whole number',
  ]),
  bbox: param(box, 'only places inside west, south, east, north (degrees)', ['60,29,75,39', 'W,S,E,N']),
  box: param(part, 'the part of the map that is shown: west, south, east, north (degrees)', [
    '67,35,71,37.5',
    'W,S,E,N',
  ]),
  with: param(day, 'the other day, of two that are compared', ['2021-06-16', 'YYYY-MM-DD']),
  withAsOf: param(cut, 'the other moment of knowledge, of two that are compared', [
    '2021-06-16',
    'YYYY-MM-DD',
    'YYYY-MM-DDTHH:MM:SSZ',
  ]),
  place: param(words, 'one place, by its id', ['PLACE', 'an id from /api/places']),
  scope: param(z.enum(SCOPES), 'one scope of the place', ['district', ...SCOPES]),
  theme: param(z.enum(THEMES), 'light or dark', ['dark', ...THEMES]),
  lang: param(z.enum(LANGUAGES), 'the language of what is printed', ['fa', ...LANGUAGES]),
  minStatus: param(z.enum(STATUSES), 'only cells at least this sure', ['claimed', ...STATUSES]),
  all: param(flag, 'also cells of which nobody has spoken', ['true', 'true', 'false']),
  from: param(day, 'the first day', ['2021-06-21', 'YYYY-MM-DD']),
  until: param(day, 'the last day', ['2021-06-30', 'YYYY-MM-DD']),
  to: param(day, 'the later day', ['2021-06-23', 'YYYY-MM-DD']),
  fromAsOf: param(cut, 'the earlier moment: only what could be read by then', [
    '2021-06-21',
    'YYYY-MM-DD',
    'YYYY-MM-DDTHH:MM:SSZ',
  ]),
  toAsOf: param(cut, 'the later moment: only what could be read by then', [
    '2021-06-23',
    'YYYY-MM-DD',
    'YYYY-MM-DDTHH:MM:SSZ',
  ]),
  fromSeq: param(whole(Number.MAX_SAFE_INTEGER), 'the earlier state of the ledger', ['1041', 'a whole number']),
  toSeq: param(whole(Number.MAX_SAFE_INTEGER), 'the later state of the ledger', ['1187', 'a whole number']),
  side: param(words, 'claims by speakers of this side', [
    'SIDE',
    ...['a side’s id', 'local', 'international', 'outlet', 'unknown'],
  ]),
  kind: param(z.enum(KINDS), 'one kind of claim', ['capture', ...KINDS]),
  q: param(words, 'words in the claim’s quote, or in the report’s text', ['district centre', 'up to 200 characters']),
  outlet: param(words, 'one outlet, by the name it has in the ledger', ['OUTLET', 'a name from /api/sources']),
  type: param(z.enum(INCIDENT_TYPES), 'one type of incident', ['battle', ...INCIDENT_TYPES]),
  text: param(flag, 'false leaves out `text`, `parts` and `cut`, which are null then', ['false', 'true', 'false']),
  code: param(z.enum(REFUSED), 'one code of refusal', ['place-ambiguous', ...REFUSED]),
  limit: param(
    whole(1000).refine((n) => n > 0),
    'how many at most',
    ['100', '1 to 1000'],
  ),
  cursor: param(z.string().min(1).max(500), 'where the last answer ended', ['NEXT', 'meta.next of the last answer']),
} as const satisfies Record<string, Param>;
export type ParamName = keyof typeof PARAMS;

type Meant<N extends ParamName> = z.output<(typeof PARAMS)[N]['schema']>;
/** Every parameter that a route takes, with null for one that was not given. */
export type Asked = { readonly [N in ParamName]: Meant<N> | null };

const NOTHING: Asked = {
  on: null,
  asOf: null,
  seq: null,
  bbox: null,
  box: null,
  with: null,
  withAsOf: null,
  place: null,
  scope: null,
  theme: null,
  lang: null,
  minStatus: null,
  all: null,
  from: null,
  until: null,
  to: null,
  fromAsOf: null,
  toAsOf: null,
  fromSeq: null,
  toSeq: null,
  side: null,
  kind: null,
  q: null,
  outlet: null,
  type: null,
  text: null,
  code: null,
  limit: null,
  cursor: null,
};

export type Parsed = { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly problem: Problem };
const wrong = (what: Problem): Parsed => ({ ok: false, problem: what });

const isParam = (name: string, taken: readonly ParamName[]): name is ParamName => taken.some((known) => known === name);

const checkOne = (name: ParamName, text: string): { value: unknown } | { problem: Problem } => {
  const { schema, accepts }: Param = PARAMS[name];
  const result = schema.safeParse(text);
  if (result.success) return { value: result.data };
  return { problem: problem('bad-parameter', `\`${name}\` does not understand “${text.slice(0, 80)}”.`, accepts) };
};

/** Reads a query string against the parameters a route takes; the first fault found is the answer. */
export const parseParams = (
  query: URLSearchParams,
  taken: readonly ParamName[],
  needed: readonly ParamName[],
): Parsed => {
  const values: Record<string, unknown> = {};
  for (const [name, text] of query) {
    if (!isParam(name, taken))
      return wrong(problem('unknown-parameter', `There is no parameter \`${name}\` here.`, taken));
    if (name in values) return wrong(problem('bad-parameter', `\`${name}\` is given twice.`, PARAMS[name].accepts));
    const checked = checkOne(name, text);
    if ('problem' in checked) return wrong(checked.problem);
    values[name] = checked.value;
  }
  const missing = needed.find((name) => !(name in values));
  if (missing !== undefined)
    return wrong(
      problem('missing-parameter', `\`${missing}\` is needed: ${PARAMS[missing].says}.`, PARAMS[missing].accepts),
    );
  return { ok: true, asked: { ...NOTHING, ...values } };
};
