// Readings against gold, by the section "Scoring" of the reading guide: precision, recall, and accuracy by field.
// Invariant: pure; the same readings and gold give the same figures, whatever order the reports come in.
import type { GoldRecord } from '../model/gold.ts';
import { Fault } from '../model/outcome.ts';
import { type Admitted, addAdmitted, NOTHING_ADMITTED } from './admitted.ts';
import type { Ground, ScorePlace } from './fits.ts';
import { addTallies, type Figures, figuresOf, NOTHING, round3, type Tally } from './pair.ts';
import type { PredictedReading } from './predicted.ts';
import { type ReportScore, scoreAbsent, scoreReport } from './score-report.ts';

export interface ScoreOptions {
  /** File names to score; null = every gold record. */
  readonly only: ReadonlySet<string> | null;
  readonly places: Ground['places'];
  readonly noActor: boolean;
}

export interface Scores {
  readonly reports: number;
  /** Gold records whose report nobody read. */
  readonly missing: number;
  readonly badQuotes: number;
  readonly claims: { readonly core: Figures; readonly strict: Figures };
  /** Share that agrees, over core pairs. */
  readonly fields: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, Figures>>;
  readonly aggregates: Figures;
  readonly incidents: Figures;
  /** What the reader says it did not understand, against what it missed. */
  readonly notUnderstood: Admitted;
  readonly errors: readonly string[];
}

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

const sum = (scores: readonly ReportScore[], pick: (score: ReportScore) => Tally): Figures =>
  figuresOf(scores.map(pick).reduce(addTallies, NOTHING));

const shareByField = (scores: readonly ReportScore[]): Readonly<Record<string, number>> => {
  const found = Map.groupBy(
    scores.flatMap((score) => score.fields),
    ([field]) => field,
  );
  return Object.fromEntries(
    [...found].map(([field, all]) => [field, round3(all.filter(([, agrees]) => agrees).length / all.length)]),
  );
};

const figuresByKind = (scores: readonly ReportScore[]): Readonly<Record<string, Figures>> => {
  const kinds = new Set(scores.flatMap((score) => [...score.byKind.keys()]));
  return Object.fromEntries(
    [...kinds].sort().map((kind) => [kind, sum(scores, (score) => score.byKind.get(kind) ?? NOTHING)]),
  );
};

/** The figures of a set of readings; a gold record without a reading counts as all missed. */
export const scoreReadings = (
  readings: readonly PredictedReading[],
  gold: readonly GoldRecord[],
  options: ScoreOptions,
): Scores => {
  const read = new Map(readings.map((reading) => [fileName(reading.file), reading]));
  const asked = gold.filter(({ file }) => options.only === null || options.only.has(file));
  const scores = asked.map((record) => {
    const reading = read.get(record.file);
    return reading ? scoreReport(reading, record, options) : scoreAbsent(record);
  });
  return {
    reports: options.only === null ? gold.length : options.only.size,
    missing: asked.filter(({ file }) => !read.has(file)).length,
    badQuotes: scores.reduce((total, score) => total + score.badQuotes, 0),
    claims: { core: sum(scores, (score) => score.core), strict: sum(scores, (score) => score.strict) },
    fields: shareByField(scores),
    byKind: figuresByKind(scores),
    aggregates: sum(scores, (score) => score.aggregates),
    incidents: sum(scores, (score) => score.incidents),
    notUnderstood: scores.map((score) => score.notUnderstood).reduce(addAdmitted, NOTHING_ADMITTED),
    errors: scores.flatMap((score) => score.errors),
  };
};

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

/** A list of file names, one a line; of "file,split" rows only those of the split, where one is given. */
export const parseOnly = (content: string, split: string | null): ReadonlySet<string> =>
  new Set(
    linesOf(content)
      .map((line) => line.trim().split(','))
      .filter(([, of]) => split === null || of === split)
      .flatMap(([file]) => (file ? [file] : [])),
  );

const cellsOf = (row: string): readonly string[] =>
  (row.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, ''));

/** A gazetteer's CSV (columns id, name, kind, parent among others). @throws Fault where it has no column `id`. */
export const parsePlaces = (content: string): ReadonlyMap<string, ScorePlace> => {
  const [head = '', ...rows] = linesOf(content);
  const columns = head.trim().split(',');
  if (!columns.includes('id')) {
    throw new Fault('usage', 'The list of places has no column "id".', { expected: ['id', 'name', 'kind', 'parent'] });
  }
  return new Map(
    rows.map((row) => {
      const cells = cellsOf(row.trimEnd());
      const at = (name: string): string => cells[columns.indexOf(name)] ?? '';
      return [at('id'), { id: at('id'), name: at('name'), kind: at('kind'), parent: at('parent') }];
    }),
  );
};
