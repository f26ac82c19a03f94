// A file of numbers, checked before anything is assessed by them: the shape of the program's own, and what the method asks of each.
// Invariant: all faults at once, each with its path; numbers that were changed after they were named do not pass.
import * as z from 'zod';
import type { Fitted } from './fitted.ts';
import { clampRow } from './learn-clamps.ts';
import { MARK_NAMES, type ModelParameters, type Row, type SourceRows } from './model-parameters.ts';
import { hashParameters, PARAMETERS, type Parameters } from './parameters.ts';

/** A shape like a value's: its keys and lengths, numbers for its numbers, and its words as they stand. */
const like = (value: unknown): z.ZodType => {
  if (typeof value === 'number') return z.number().nonnegative();
  if (Array.isArray(value)) return z.tuple(value.map(like) as [z.ZodType, ...z.ZodType[]]);
  if (typeof value === 'object' && value !== null) return z.strictObject(shapeLike(value));
  return z.literal(value as string | boolean);
};
const shapeLike = (value: object): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key, like(part)]));

const version = z.string().trim().min(1);

const row = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const sources = z.record(z.string(), z.partialRecord(z.enum(MARK_NAMES), row));
const modelSchema = z.strictObject({ ...shapeLike(PARAMETERS.model), sources });
const parametersSchema = z.strictObject({ ...shapeLike(PARAMETERS), version, model: modelSchema });

const originSchema = z.strictObject({
  theatre: z.strictObject({ id: z.string(), version: z.string() }),
  seq: z.int().nonnegative(),
  cells: z.int().nonnegative(),
  reportDays: z.int().nonnegative(),
  statements: z.record(z.enum(MARK_NAMES), z.number().nonnegative()),
  anchors: z.int().nonnegative(),
  rounds: z.int().nonnegative(),
  gain: z.number(),
  from: z.strictObject({ version, hash: z.string() }),
});

const fittedSchema = z.strictObject({ version, hash: z.string(), origin: originSchema, parameters: parametersSchema });

export interface ParametersFault {
  /** Where in the file, `parameters.model.marks.witness`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** What six digits may differ by. */
const CLOSE = 1e-4;
const sumsToOne = (row: Row): boolean => Math.abs(row.reduce((sum, value) => sum + value, 0) - 1) < CLOSE;
const isBetween = (row: Row): boolean => row.every((value) => value > 0 && value < 1);

const MODEL = 'parameters.model';
const check = (holds: boolean, path: string, message: string): readonly ParametersFault[] =>
  holds ? [] : [{ path: `${MODEL}.${path}`, message }];

const distributionFaults = ({ transitions, start }: ModelParameters): readonly ParametersFault[] => [
  ...transitions.flatMap((row, at) => check(sumsToOne(row), `transitions.${at}`, 'must sum to 1')),
  ...Object.entries(start).flatMap(([how, by]) =>
    Object.entries(by).flatMap(([holder, row]) => check(sumsToOne(row), `start.${how}.${holder}`, 'must sum to 1')),
  ),
];

const ONE_EACH = [1, 1, 1, 1];

/** Where a row has lost its sign, its order, or what an admission is worth at least (7.4, 8). */
const keepsMeaning = (mark: (typeof MARK_NAMES)[number], row: Row, admissionRatio: number): boolean =>
  clampRow(mark, { counted: row, days: ONE_EACH }, admissionRatio).every(
    (value, at) => Math.abs(value - (row[at] ?? 0)) <= CLOSE * value,
  );

const rowsFaults = (rows: SourceRows, path: string, admissionRatio: number): readonly ParametersFault[] =>
  MARK_NAMES.flatMap((mark) => {
    const values = rows[mark];
    if (values === undefined) return [];
    const between = check(isBetween(values), `${path}.${mark}`, 'must lie between 0 and 1');
    if (between.length > 0) return between;
    const kept = keepsMeaning(mark, values, admissionRatio);
    return check(kept, `${path}.${mark}`, 'must keep the sign, the order and the least worth of its class');
  });

const markFaults = ({ marks, sources: named, learning }: ModelParameters): readonly ParametersFault[] => [
  ...rowsFaults(marks, 'marks', learning.admissionRatio),
  ...Object.entries(named).flatMap(([name, rows]) => rowsFaults(rows, `sources.${name}`, learning.admissionRatio)),
];

const numberFaults = (parameters: Parameters): readonly ParametersFault[] => [
  ...distributionFaults(parameters.model),
  ...check(isBetween(parameters.model.presence), 'presence', 'must lie between 0 and 1'),
  ...markFaults(parameters.model),
];

const nameFaults = ({ version: name, hash, parameters }: Fitted): readonly ParametersFault[] => {
  const made = hashParameters(parameters);
  return [
    ...(name === parameters.version ? [] : [{ path: 'version', message: `must be ${parameters.version}, as inside` }]),
    ...(hash === made
      ? []
      : [
          {
            path: 'hash',
            message: `is ${hash}, and these numbers make ${made}: they were changed after they were named`,
          },
        ]),
  ];
};

export interface ParametersFile {
  /** Null where there is a fault. */
  readonly fitted: Fitted | null;
  readonly faults: readonly ParametersFault[];
}

/** A file's value as the numbers to assess by, or all that is wrong with it. */
export const parseParameters = (value: unknown): ParametersFile => {
  const parsed = fittedSchema.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return { fitted: null, faults };
  }
  // The schema is made from the program's own numbers, so that what passed has their type.
  const fitted = parsed.data as unknown as Fitted;
  const faults = [...numberFaults(fitted.parameters), ...nameFaults(fitted)];
  return { fitted: faults.length === 0 ? fitted : null, faults };
};
