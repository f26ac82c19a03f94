// What each write takes, field by field. Invariant: a field that is not named here is refused, never passed over.
import * as z from 'zod';
import { KINDS, MODALITIES, POLARITIES, SCOPES } from '../model/claim.ts';
import { type Day, isDay, toInstant } from '../model/time.ts';

const id = z.string().min(1).max(200);
const line = z.string().trim().min(1).max(300);
const day: z.ZodType<Day, string> = z
  .string()
  .refine(isDay, 'a day, YYYY-MM-DD')
  .transform((text) => text as Day);
const nullable = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

/** In every write: why, whether to say only what would happen, and the day whose verdicts are shown side by side. */
const EVERY = {
  reason: z.string().max(2000).default(''),
  dryRun: z.boolean().default(false),
  on: nullable(day),
};

/** Bytes of one report: as text, as HTML, or as a file's bytes. */
export const MOST_REPORT_BYTES = 2_000_000;

export const REPORT = z
  .strictObject({
    ...EVERY,
    text: nullable(z.string().max(MOST_REPORT_BYTES)),
    html: nullable(z.string().max(MOST_REPORT_BYTES)),
    base64: nullable(z.base64().max(Math.ceil((MOST_REPORT_BYTES * 4) / 3) + 4)),
    file: nullable(line.refine((name) => !/[/\\\p{Cc}]/u.test(name), 'a file’s name without its folders')),
    published: nullable(
      z.string().refine((text) => isDay(text) || toInstant(text) !== null, 'a day, or an instant with its zone'),
    ),
    outlet: nullable(line),
    url: nullable(z.url({ protocol: /^https?$/ }).max(2000)),
    title: nullable(line),
  })
  .refine(({ text, html, base64, url }) => {
    const given = [text, html, base64].filter((one) => one !== null).length;
    return given === 1 || (given === 0 && url !== null);
  }, 'one of `text`, `html` and `base64`, or `url` alone');

/** A claim that is there already: stood by, or brought back. */
export const STAND_BY = z.strictObject({ ...EVERY, claim: id });

export const CLAIM = z.strictObject({
  ...EVERY,
  replaces: nullable(id),
  report: id,
  quote: z.string().trim().min(1).max(5000),
  at: nullable(z.int().nonnegative()),
  place: id,
  scope: nullable(z.enum(SCOPES)),
  kind: z.enum(KINDS),
  actor: nullable(id),
  polarity: z.enum(POLARITIES).default('affirmed'),
  modality: z.enum(MODALITIES).default('actual'),
  from: day,
  until: day,
  speaker: nullable(line),
  role: nullable(line),
  sides: z.array(id).min(1).max(4),
  via: nullable(line),
  to: nullable(id),
  partial: z.boolean().default(false),
  tactical: z.boolean().default(false),
  answers: nullable(id),
});

export const RETRACT = z.strictObject(EVERY);
export const PLACE = z.strictObject({ ...EVERY, place: id, scope: nullable(z.enum(SCOPES)) });
export const FAMILY = z
  .strictObject({ ...EVERY, act: z.enum(['join', 'cut']), reports: z.array(id).min(1).max(2) })
  .refine(({ act, reports }) => act === 'cut' || reports.length === 2, 'two reports to join');
export const ANSWER = z.strictObject({ ...EVERY, denial: id, claim: nullable(id), sameProposition: z.boolean() });
export const APPROVAL = z.strictObject({ ...EVERY, request: z.int().positive(), approve: z.boolean() });
export const SESSION = z.strictObject({ name: z.string().min(1).max(200), password: z.string().min(1).max(1000) });

export type Every = z.output<typeof RETRACT>;
