// The shape of every file of a theatre, checked at the border: what is not written here may not stand in a file.
// Invariant: a value that passed has the types of model/; whether the files fit each other is check-theatre's part.
import * as z from 'zod';
import { VOICE_SIDES } from '../model/actor.ts';
import { PLACE_KINDS } from '../model/place.ts';
import { type Day, isDay } from '../model/time.ts';

const day: z.ZodType<Day, string> = z
  .string()
  .refine(isDay, { error: 'must be a day, YYYY-MM-DD' })
  .transform((text) => text as Day);
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'must be lower-case words joined by hyphens' });
const name = z.string().trim().min(1);
const names = z.array(name);
const word = z.string().regex(/^\p{Ll}+$/u, { error: 'must be one word in lower case' });

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

export const sideSchema = z.strictObject({
  id,
  name,
  names,
  belligerent: z.boolean(),
  role: z.enum(['incumbent', 'challenger', 'other']),
  alliedWith: id.nullable(),
  class: z.enum(['government', 'non-state', 'foreign']),
});

const spellingSchema = z.strictObject({
  joints: z.array(z.array(word).min(1)),
  rewrites: z.array(z.tuple([z.string().min(1), z.string()])),
});

/** `theatre.json` */
export const theatreSchema = z.strictObject({
  id,
  title: name,
  language: id,
  period: z.strictObject({ from: day, until: day.nullable() }),
  openOn: day.nullable(),
  timezone: z.string().refine(isZone, { error: 'must be an IANA time zone, such as Europe/London' }),
  tempo: z.enum(['moving', 'frozen']),
  coverage: z.enum(['counted', 'none']),
  open: z.boolean().default(false),
  sides: z.array(sideSchema).min(1),
  sharedNames: names.default([]),
  crossings: z.record(name, names).default({}),
  spelling: spellingSchema.default({ joints: [], rewrites: [] }),
});

const roleSchema = z.strictObject({
  title: name.nullable(),
  side: z.union([z.enum(VOICE_SIDES), id]),
  from: day.nullable(),
  until: day.nullable(),
});

/** `actors.json`: a list. */
export const actorSchema = z.strictObject({
  id,
  name,
  names,
  kind: z.enum(['person', 'force', 'organisation']),
  roles: z.array(roleSchema).min(1),
});

/** `outlets.json`: a list. */
export const outletSchema = z.strictObject({
  name,
  names,
  homepage: z.url().nullable(),
  affiliation: z.union([z.enum(VOICE_SIDES), id]).nullable(),
  agency: z.boolean(),
  map: z.boolean().default(false),
  dateOrder: z.enum(['day-first', 'month-first']).nullable(),
});

/** `baseline.json`: a list. */
export const baselineSchema = z.strictObject({
  id,
  origin: name,
  day,
  holder: id,
  p: z.number().gt(0).lte(1),
  exceptions: z.string().nullable(),
});

/** `denominators.json`: a list. */
export const denominatorSchema = z.strictObject({
  count: z.int().min(1),
  unit: name,
  list: name,
  edition: name,
  origin: name,
});

const degrees = (most: number) => {
  const error = `must be a number from -${most} to ${most}, or empty`;
  return z.union([z.literal(''), z.coerce.number({ error }).min(-most, { error }).max(most, { error })], { error });
};

/** The columns of `gazetteer.csv`, one place a row. */
export const placeSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9/-]+$/, { error: 'must be letters, digits, hyphens and slashes' }),
  kind: z.enum(PLACE_KINDS),
  name,
  province: z.string(),
  lat: degrees(90),
  lon: degrees(180),
  parent: z.string(),
  aka: z.string(),
});

/** What `names.csv` gives names to. */
export const NAMED = ['theatre', 'side', 'place'] as const;

/** The columns of `names.csv`, one name in one language a row. */
export const nameSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}$/, { error: 'must be a language’s code, such as fa' }),
  of: z.enum(NAMED),
  id: name,
  name,
});

/** The columns of a file of exceptions to a baseline, one place a row. */
export const exceptionSchema = z.strictObject({ place: name, side: id, source: name });

export type TheatreFile = z.output<typeof theatreSchema>;
export type ActorEntry = z.output<typeof actorSchema>;
export type OutletEntry = z.output<typeof outletSchema>;
export type DenominatorEntry = z.output<typeof denominatorSchema>;
export type BaselineEntry = z.output<typeof baselineSchema>;
export type PlaceRow = z.output<typeof placeSchema>;
export type NameRow = z.output<typeof nameSchema>;
export type ExceptionRow = z.output<typeof exceptionSchema>;
