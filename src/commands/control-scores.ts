// A ledger's assessments scored against a truth: which days and cells it speaks of, assessed under both clocks.
import type { Cell } from '../model/control.ts';
import { Fault } from '../model/outcome.ts';
import type { CellSeries } from '../model/series.ts';
import type { Theatre } from '../model/theatre.ts';
import { addDays, type Day, daysBetween } from '../model/time.ts';
import { cellName, type Range } from '../score/cell-days.ts';
import { type ControlScores, scoreControl } from '../score/control-scores.ts';
import type { TruthRow } from '../score/truth.ts';
import type { SeriesQuery, Whoholds } from '../whoholds.ts';
import { type AskOptions, cutFrom } from './ask.ts';
import { dayFrom } from './moment.ts';
import { progress } from './progress.ts';

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** Without --from and --until: the days that the truth speaks of, within the theatre's period. */
const rangeOf = async (rows: readonly TruthRow[], options: AskOptions, whoholds: Whoholds): Promise<Range> => {
  const { period } = whoholds.theatre;
  const first = rows.map(({ from }) => from).reduce(earlier);
  const end = period.until ?? (await whoholds.lastDay()) ?? first;
  const last = rows.map(({ until }) => (until === null ? end : addDays(until, -1))).reduce(later);
  const from = options.from === undefined ? later(first, period.from) : dayFrom('--from', options.from);
  const until = options.until === undefined ? earlier(last, end) : dayFrom('--until', options.until);
  if (from <= until) return { from, until };
  throw new Fault('usage', `There is no day to score from ${from} to ${until}.`, {
    expected: [`the truth speaks of ${first} to ${last}, the theatre of ${period.from} to ${end}`],
  });
};

/** Cells of a province fall together, so that a province is drawn as one. */
const provinceOf = (theatre: Theatre, { cell }: CellSeries): string => {
  const above = theatre.gazetteer.ancestors(cell.place);
  const province = above.find(({ kind }) => kind === 'province') ?? above.findLast(({ kind }) => kind !== 'country');
  return province?.id ?? cell.place;
};

const assessAll = async (whoholds: Whoholds, query: SeriesQuery): Promise<readonly CellSeries[]> => {
  const bar = progress({ label: 'cells assessed', total: query.cells.length });
  const series: CellSeries[] = [];
  for await (const one of whoholds.series(query)) {
    series.push(one);
    bar.step(cellName(one.cell));
  }
  bar.end();
  return series;
};

export const scoresOf = async (
  rows: readonly TruthRow[],
  options: AskOptions,
  whoholds: Whoholds,
): Promise<ControlScores> => {
  const range = await rangeOf(rows, options, whoholds);
  const cells = new Map<string, Cell>(rows.map(({ cell }) => [cellName(cell), cell]));
  const days = Array.from({ length: daysBetween(range.from, range.until) + 1 }, (_, at) => addDays(range.from, at));
  const series = await assessAll(whoholds, { cells: [...cells.values()], days, ...cutFrom(options, whoholds) });
  const { theatre } = whoholds;
  return scoreControl(series, { rows, range, sides: theatre.sides, blockOf: (one) => provinceOf(theatre, one) });
};
