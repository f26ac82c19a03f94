// Made-up places whose holders are known, and reports of them, drawn from the model itself (control-method 13).
// Invariant: the same seed gives the same world; what is simulated shows what the machinery can do, not that the world obeys it.
import { MARK_NAMES, type MarkName, type ModelParameters, type Row } from '../../src/assessment/model-parameters.ts';
import type { Random } from '../../src/model/seeded.ts';

/** The classes that speak in it: the first twelve rows of the mark table. */
export const SPEAKING = [
  'own-capture',
  'own-hold',
  'central-repulse',
  'local-concession',
  'local-concession-hold',
  'central-concession',
  'central-retaken',
  'local-retaken',
  'challenger-concession',
  'third-on-record',
  'third-with-stake',
  'third-anonymous',
] as const satisfies readonly MarkName[];

export interface ReportDay {
  readonly day: number;
  readonly marks: readonly MarkName[];
}

export interface SimulatedCell {
  /** By day: held, contested, fresh, settled. */
  readonly states: Uint8Array;
  readonly reportDays: readonly ReportDay[];
}

export interface Extent {
  readonly cells: number;
  readonly days: number;
}

export const drawFrom = <T>(choices: readonly (readonly [T, number])[], random: Random): T => {
  const whole = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = random() * whole;
  for (const [choice, weight] of choices) {
    rest -= weight;
    if (rest < 0) return choice;
  }
  throw new Error('nothing to draw from');
};

/** Of numbers at random, one whose logarithm is normal (Box and Muller). */
const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const asRow = (values: readonly number[]): Row => [values[0] ?? 0, values[1] ?? 0, values[2] ?? 0, values[3] ?? 0];

/** The rows of the classes that speak, such that a report-day's mark is one of them in every state. */
export const amongSpeaking = (table: ModelParameters): ModelParameters => {
  const whole = asRow(
    [0, 1, 2, 3].map((state) => SPEAKING.reduce((sum, mark) => sum + (table.marks[mark][state] ?? 0), 0)),
  );
  const rows = SPEAKING.map((mark) => [
    mark,
    asRow(table.marks[mark].map((value, state) => value / (whole[state] ?? 1))),
  ]);
  return { ...table, marks: { ...table.marks, ...Object.fromEntries(rows) } };
};

/** With reports this many times rarer. */
export const thinned = (table: ModelParameters, times: number): ModelParameters => ({
  ...table,
  presence: asRow(table.presence.map((value) => value / times)),
});

/** A probability that the blur would lift above one stays below it. */
const HIGHEST = 0.95;

/** Each number multiplied by exp(spread × normal); rows of transitions are brought to one again. */
export const blurred = (table: ModelParameters, random: Random): ModelParameters => {
  const blur = (row: Row, spread: number): Row => asRow(row.map((value) => value * Math.exp(spread * normal(random))));
  const step = (row: Row): Row => {
    const values = blur(row, 0.5);
    const whole = values.reduce((sum, value) => sum + value, 0);
    return asRow(values.map((value) => value / whole));
  };
  const [held, contested, fresh, settled] = table.transitions;
  const marks = MARK_NAMES.map((mark) => [mark, blur(table.marks[mark], 0.7)]);
  return {
    ...table,
    transitions: [step(held), step(contested), step(fresh), step(settled)],
    presence: asRow(blur(table.presence, 0.35).map((value) => Math.min(HIGHEST, value))),
    marks: Object.fromEntries(marks) as ModelParameters['marks'],
  };
};

const reportsOf = (states: Uint8Array, table: ModelParameters, random: Random): readonly ReportDay[] => {
  const said = [0, 1, 2, 3].map((state) => SPEAKING.map((mark) => [mark, table.marks[mark][state] ?? 0] as const));
  return [...states].flatMap((state, day): ReportDay[] => {
    if (random() >= (table.presence[state] ?? 0)) return [];
    const count = random() < 0.5 ? 1 : 2;
    return [{ day, marks: Array.from({ length: count }, () => drawFrom(said[state] ?? [], random)) }];
  });
};

/** Places by the model's own dynamics, and a report-day wherever its presence draws one. */
export const simulate = (table: ModelParameters, { cells, days }: Extent, random: Random): readonly SimulatedCell[] => {
  const start = table.start.listed.incumbent.map((weight, state) => [state, weight] as const);
  const steps = table.transitions.map((row) => row.map((weight, state) => [state, weight] as const));
  return Array.from({ length: cells }, () => {
    const states = new Uint8Array(days);
    for (let day = 0; day < days; day += 1)
      states[day] = drawFrom(day === 0 ? start : (steps[states[day - 1] ?? 0] ?? []), random);
    return { states, reportDays: reportsOf(states, table, random) };
  });
};
