// The M-step (control-method 8): what was counted, beside what the table it began with is worth in days.
// Invariant: what was never counted stays as the table has it; every row that comes out has been clamped.
import { clampRow, type Estimate, rawRatio } from './learn-clamps.ts';
import { COLUMNS, type Columns, type Counts, type Directions } from './learn-counts.ts';
import { MARK_NAMES, type MarkName, type ModelParameters, type Row } from './model-parameters.ts';

const ALL = Array.from({ length: COLUMNS }, (_, column) => column);
const asRow = (values: readonly number[]): Row => [values[0] ?? 0, values[1] ?? 0, values[2] ?? 0, values[3] ?? 0];
const totalOf = (values: Columns): number => values.reduce((sum, value) => sum + value, 0);
/** How many marks a row would have made, had its class spoken on every occasion. */
const expectedOf = (row: Row, occasions: Columns): number =>
  row.reduce((sum, value, column) => sum + value * (occasions[column] ?? 0), 0);

/** On which share of the report-days a class had occasion to speak, one way: its level, which no state tells apart. */
const shareOf = (row: Row, counted: Columns, occasions: Columns): number => {
  const expected = expectedOf(row, occasions);
  return expected === 0 ? 0 : totalOf(counted) / expected;
};

/** What was counted of a class, and on how many days it had occasion, both ways together. */
export const estimateOf = (row: Row, counted: Directions, occasions: Directions): Estimate => {
  const written = shareOf(row, counted.written, occasions.written);
  const mirrored = shareOf(row, counted.mirrored, occasions.mirrored);
  const at = (values: Columns, column: number): number => values[column] ?? 0;
  return {
    counted: ALL.map((column) => at(counted.written, column) + at(counted.mirrored, column)),
    days: ALL.map((column) => written * at(occasions.written, column) + mirrored * at(occasions.mirrored, column)),
  };
};

/** With `days` days that went as `row` says added to what was counted. */
export const withPrior = ({ counted, days }: Estimate, row: Row, priorDays: number): Estimate => ({
  counted: ALL.map((column) => (counted[column] ?? 0) + priorDays * (row[column] ?? 0)),
  days: ALL.map((column) => (days[column] ?? 0) + priorDays),
});

/** The highest rate of reports that is believed; where nearly nobody listened only the ratios can be learned. */
const HIGHEST_PRESENCE = 0.95;

const updatePresence = ({ reported, listened }: Counts, { presence, learning }: ModelParameters): Row => {
  const { presence: days } = learning.priorDays;
  const rates = presence.map(
    (value, column) => ((reported[column] ?? 0) + days * value) / ((listened[column] ?? 0) + days),
  );
  const scale = Math.min(1, HIGHEST_PRESENCE / Math.max(...rates));
  return asRow(rates.map((rate) => rate * scale));
};

const updateTransitions = ({ transitions }: Counts, table: ModelParameters): ModelParameters['transitions'] => {
  const { transition: days } = table.learning.priorDays;
  const rowFrom = (from: number): Row => {
    const counted = ALL.map((to) => transitions[from * COLUMNS + to] ?? 0);
    const all = counted.reduce((sum, value) => sum + value, 0) + days;
    const row = table.transitions[from] ?? [0, 0, 0, 0];
    return asRow(counted.map((value, to) => (value + days * (row[to] ?? 0)) / all));
  };
  return [rowFrom(0), rowFrom(1), rowFrom(2), rowFrom(3)];
};

/** A class whose counts speak against what it means. */
export interface Crossed {
  readonly mark: MarkName;
  /** The ratio in the direction that it is meant for. */
  readonly ratio: number;
}

const said = ({ written, mirrored }: Directions): boolean => totalOf(written) + totalOf(mirrored) > 0;

export interface Updated {
  readonly parameters: ModelParameters;
  readonly crossed: readonly Crossed[];
}

/** @param table what the fit began with, and is drawn to. */
export const update = (counts: Counts, now: ModelParameters, table: ModelParameters): Updated => {
  const { priorDays, admissionRatio } = table.learning;
  const crossed: Crossed[] = [];
  const rows = MARK_NAMES.map((mark): readonly [MarkName, Row] => {
    const counted = counts.marks.get(mark);
    if (counted === undefined) return [mark, table.marks[mark]];
    const own = estimateOf(now.marks[mark], counted, counts.occasions);
    const estimate = withPrior(own, table.marks[mark], priorDays.mark);
    const ratio = rawRatio(mark, estimate);
    if (ratio <= 1 && said(counted)) crossed.push({ mark, ratio });
    return [mark, clampRow(mark, estimate, admissionRatio)];
  });
  const parameters = {
    ...table,
    presence: updatePresence(counts, table),
    transitions: updateTransitions(counts, table),
    marks: Object.fromEntries(rows) as ModelParameters['marks'],
  };
  return { parameters, crossed };
};

/** ln of what the model gives to all that was heard, a class's level taken out: only what tells states apart may gain. */
export const evidenceOf = (counts: Counts, { marks }: ModelParameters): number => {
  let evidence = counts.logEvidence;
  for (const [mark, counted] of counts.marks)
    for (const way of ['written', 'mirrored'] as const) {
      const said = totalOf(counted[way]);
      if (said > 0) evidence -= said * Math.log(expectedOf(marks[mark], counts.occasions[way]) / counts.reportDays);
    }
  return evidence;
};
