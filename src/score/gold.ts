// Gold files in, checked records out: one JSON object a line, fields of the reading guide and the dispatches' README.
// Invariant: every fault of a file is told at once, with its line and the path in it.
import * as z from 'zod';
import { COMPARATORS, INCIDENT_TYPES, KINDS, MODALITIES, POLARITIES, SCOPES } from '../model/claim.ts';
import type { GoldRecord } from '../model/gold.ts';
import { Fault } from '../model/outcome.ts';
import { isDay, PRECISIONS } from '../model/time.ts';

const text = z.string().min(1);
const maybeText = z.string().nullable().optional();
const day = z.string().refine(isDay, 'expected a day, YYYY-MM-DD');
/** A day, or a month or year where the report says no more. */
const looseDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected YYYY-MM-DD, YYYY-MM or YYYY');
const bounds = z.array(day.nullable()).length(2).optional();
const side = z.union([text, z.array(text)]).optional();
const reference = z.union([z.number().int().min(0), text, z.object({ file: text, index: z.number().int().min(0) })]);
const names = z.array(z.string()).optional();

const spoken = {
  speaker: maybeText,
  role: maybeText,
  speakerSide: side,
  via: maybeText,
  relayedBy: maybeText,
  quote: text,
  start: z.number().int().optional(),
  end: z.number().int().optional(),
  optional: z.boolean().optional(),
};

const dated = {
  date: z
    .union([day, z.array(day.nullable()).length(2)])
    .nullable()
    .optional(),
  dateFrom: day.optional(),
  dateStart: day.optional(),
  datePrecision: z.enum(PRECISIONS).optional(),
  dateBounds: bounds,
};

const alternative = z.looseObject({
  kind: z.string().optional(),
  actor: maybeText,
  polarity: z.string().optional(),
  modality: z.string().optional(),
});

const claim = z.looseObject({
  ...spoken,
  ...dated,
  place: text,
  placeId: maybeText,
  placeIdAlso: names,
  altPlaceIds: names,
  candidates: names,
  province: maybeText,
  scope: z.enum(SCOPES),
  kind: z.enum(KINDS),
  actor: z.string().nullable(),
  polarity: z.enum(POLARITIES),
  modality: z.enum(MODALITIES),
  to: maybeText,
  force: maybeText,
  flag: maybeText,
  by: day.nullable().optional(),
  partial: z.boolean().optional(),
  answers: reference.nullable().optional(),
  corrects: reference.nullable().optional(),
  retractedBy: maybeText,
  altKinds: names,
  altActors: z.array(z.string().nullable()).optional(),
  altModalities: names,
  altSides: names,
  altScopes: names,
  altSpeakers: names,
  accept: z.array(alternative).optional(),
});

const aggregate = z.looseObject({
  ...spoken,
  count: z.number().nullable(),
  comparator: z.enum(COMPARATORS).nullable().optional(),
  fraction: z.number().nullable().optional(),
  of: z.union([z.number(), z.string()]).nullable().optional(),
  unit: text,
  provinces: names,
  placeId: maybeText,
  kind: z.enum([...KINDS, 'not-control']),
  actor: maybeText,
  since: looseDay.nullable().optional(),
  on: looseDay.nullable().optional(),
  by: looseDay.nullable().optional(),
  predicate: maybeText,
  polarity: z.enum(POLARITIES),
  modality: z.enum(MODALITIES).optional(),
  answers: reference.nullable().optional(),
  duplicate: z.boolean().optional(),
});

const incident = z.looseObject({
  ...spoken,
  ...dated,
  type: z.enum(INCIDENT_TYPES),
  subtype: maybeText,
  actor: maybeText,
  target: maybeText,
  placeId: z
    .union([z.string(), z.array(z.string())])
    .nullable()
    .optional(),
  place: z
    .union([z.string(), z.array(z.string())])
    .nullable()
    .optional(),
  polarity: z.enum(POLARITIES).optional(),
  modality: z.enum(MODALITIES).optional(),
  fatalities: z.number().nullable().optional(),
  fatalitiesComparator: z.string().optional(),
  injuries: z.number().nullable().optional(),
  deniedBy: side.nullable(),
  sameEvent: z.number().int().nullable().optional(),
  duplicate: z.boolean().optional(),
});

const record = z.looseObject({
  file: text,
  theatre: z.string().optional(),
  outlet: maybeText,
  published: day.nullable().optional(),
  publishedBounds: bounds,
  family: z.string().optional(),
  copyOf: z.string().optional(),
  claims: z.array(claim),
  aggregates: z.array(aggregate).default([]),
  incidents: z.array(incident).default([]),
  corrections: z.array(z.looseObject({ of: reference.nullable(), text, quote: text })).default([]),
});

type Parsed = { readonly record: GoldRecord } | { readonly faults: readonly string[] };

const parseLine = (line: string, number: number): Parsed => {
  try {
    const parsed = record.safeParse(JSON.parse(line));
    if (parsed.success) return { record: parsed.data };
    return { faults: parsed.error.issues.map((issue) => `line ${number}: ${issue.path.join('.')}: ${issue.message}`) };
  } catch (cause) {
    if (cause instanceof SyntaxError) return { faults: [`line ${number}: no JSON: ${cause.message}`] };
    throw cause;
  }
};

/**
 * Records of a gold file (JSON Lines).
 * @throws Fault 'world' that lists every fault with its line.
 */
export const parseGold = (content: string): readonly GoldRecord[] => {
  const parsed = content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, index + 1)]));
  const faults = parsed.flatMap((one) => ('faults' in one ? one.faults : []));
  if (faults.length > 0) {
    throw new Fault('world', `The gold file has ${faults.length} faults:\n${faults.join('\n')}`, {
      expected: ['one JSON object a line with file, claims, aggregates, incidents'],
    });
  }
  return parsed.flatMap((one) => ('record' in one ? [one.record] : []));
};
