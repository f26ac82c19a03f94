// One line of the benchmark's table: our figure, beside something known that did the same work in the same run.
export interface Figure {
  readonly what: string;
  readonly ours: string;
  /** What it is compared with, and its figure; null where it stands alone. */
  readonly beside: { readonly name: string; readonly figure: string } | null;
  /** Ours by theirs, in the direction in which more is better. */
  readonly ratio: number | null;
}

const COLUMNS = ['what', 'ours', 'beside', 'ratio'] as const;

const cellsOf = (figure: Figure): string[] => [
  figure.what,
  figure.ours,
  figure.beside === null ? '' : `${figure.beside.figure} ${figure.beside.name}`,
  figure.ratio === null ? '' : `${figure.ratio.toFixed(figure.ratio < 10 ? 2 : 0)} ×`,
];

/** The figures as a table of aligned columns. */
export const figureTable = (figures: readonly Figure[]): string => {
  const rows = [[...COLUMNS], ...figures.map(cellsOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** Repeats `work` for at least `seconds`, after one round that warms up; seconds a round. */
export const secondsARound = (work: () => unknown, seconds: number): number => {
  work();
  const start = performance.now();
  let rounds = 0;
  while (performance.now() - start < seconds * 1000) {
    work();
    rounds += 1;
  }
  return (performance.now() - start) / 1000 / rounds;
};

/** Seconds that this thread had a processor for: what else the machine does hardly counts. */
const ownSeconds = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
};

/** Processor seconds a round of two that do the same work, in turns, so that what else the machine does falls on both. */
export const raceARound = (ours: () => unknown, theirs: () => unknown, seconds: number): readonly [number, number] => {
  const spent: [number, number] = [0, 0];
  const end = performance.now() + seconds * 1000;
  ours();
  theirs();
  let rounds = 0;
  for (; rounds === 0 || performance.now() < end; rounds += 1) {
    const start = ownSeconds();
    ours();
    const middle = ownSeconds();
    theirs();
    spent[0] += middle - start;
    spent[1] += ownSeconds() - middle;
  }
  return [spent[0] / rounds, spent[1] / rounds];
};
