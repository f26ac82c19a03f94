// Readings as `whoholds read --json` prints them, as far as scoring looks at them.
// Invariant: unknown fields are passed over, so that other readers' output can be scored too.
import * as z from 'zod';
import { Fault } from '../model/outcome.ts';

const quote = z.looseObject({ start: z.number(), end: z.number(), text: z.string() });
const when = z.looseObject({ earliest: z.string().nullable(), latest: z.string().nullable() });
const place = z.looseObject({ id: z.string().nullish(), name: z.string().nullish() });
const maybe = z.string().nullish();

const spoken = {
  quote: quote.nullish(),
  speaker: maybe,
  via: maybe,
  sides: z.array(z.string()).nullish(),
  speakerSide: z.union([z.string(), z.array(z.string())]).nullish(),
};

const claim = z.looseObject({
  ...spoken,
  place: place.nullish(),
  scope: maybe,
  kind: z.string(),
  actor: maybe,
  polarity: maybe,
  modality: maybe,
  when: when.nullish(),
  answers: z.unknown().optional(),
});

const aggregate = z.looseObject({
  ...spoken,
  count: z.number().nullish(),
  comparator: maybe,
  unit: maybe,
  kind: maybe,
  actor: maybe,
});

const incident = z.looseObject({ ...spoken, type: maybe, actor: maybe, place: place.nullish(), when: when.nullish() });

const note = z.looseObject({
  code: z.string(),
  message: z.string(),
  span: z.looseObject({ start: z.number(), end: z.number() }).nullable(),
});

const reading = z.looseObject({
  file: z.string(),
  report: z.looseObject({ text: z.string().nullish() }).nullish(),
  claims: z.array(claim).default([]),
  aggregates: z.array(aggregate).default([]),
  incidents: z.array(incident).default([]),
  notes: z.array(note).default([]),
});

export type PredictedClaim = z.infer<typeof claim>;
export type PredictedAggregate = z.infer<typeof aggregate>;
export type PredictedIncident = z.infer<typeof incident>;
export type PredictedReading = z.infer<typeof reading>;
export type PredictedWhen = z.infer<typeof when>;
export type PredictedQuote = z.infer<typeof quote>;

const parseLine = (line: string, number: number): PredictedReading => {
  try {
    return reading.parse(JSON.parse(line));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new Fault('world', `Line ${number} of the readings is no reading: ${why}`, {
      cause,
      expected: ['what `whoholds read --json` prints'],
    });
  }
};

/** Readings of a JSON Lines text. @throws Fault 'world' with the first line that is none. */
export const parseReadings = (content: string): readonly PredictedReading[] =>
  content.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, index + 1)]));
