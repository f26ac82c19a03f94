// The size budgets of the house, printed as a table; exits 1 where a ceiling is broken.
// House rule 9: a function fits in 25 lines and three parameters, a file in 200.
import { isTest, loadSources, type SourceFile } from './source-files.ts';

export interface Sizes {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

export const BUDGETS = {
  files: { median: 80, p90: 200, max: 300 },
  functions: { median: 8, p90: 25, max: 50 },
  parameters: { median: 3, p90: 3, max: 3 },
} as const;

/** Median, 90th percentile and maximum of line counts (nearest rank); all 0 for none. */
export const sizesOf = (values: readonly number[]): Sizes => {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { count: sorted.length, median: rank(0.5), p90: rank(0.9), max: rank(1) };
};

/** One line for each file or function over its ceiling. */
export const overCeiling = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) => [
    ...(file.lines > BUDGETS.files.max ? [`${file.path}: ${file.lines} lines, ceiling ${BUDGETS.files.max}`] : []),
    ...file.functions
      .filter((each) => each.lines > BUDGETS.functions.max)
      .map((each) => `${file.path}:${each.line} ${each.name}: ${each.lines} lines, ceiling ${BUDGETS.functions.max}`),
    ...file.functions
      .filter((each) => each.parameters > BUDGETS.parameters.max)
      .map((each) => `${file.path}:${each.line} ${each.name}: ${each.parameters} parameters, ceiling 3`),
  ]);

const row = (name: string, sizes: Sizes, budget: { median: number; p90: number; max: number }): string => {
  const cell = (key: 'median' | 'p90' | 'max'): string =>
    `${sizes[key]} of ${budget[key]}${sizes[key] > budget[key] ? ' over' : ''}`.padEnd(15);
  return `${name.padEnd(11)}${String(sizes.count).padEnd(7)}${cell('median')}${cell('p90')}${cell('max')}`.trimEnd();
};

/** The table, and the longest files and functions with it. */
export const sizeTable = (files: readonly SourceFile[]): string => {
  const functions = files.flatMap((file) => file.functions.map((each) => ({ ...each, path: file.path })));
  const longest = functions.sort((a, b) => b.lines - a.lines).slice(0, 5);
  const largest = [...files].sort((a, b) => b.lines - a.lines).slice(0, 5);
  return [
    `${''.padEnd(11)}${'count'.padEnd(7)}${'median'.padEnd(15)}${'90th'.padEnd(15)}ceiling`,
    row('files', sizesOf(files.map((file) => file.lines)), BUDGETS.files),
    row('functions', sizesOf(functions.map((each) => each.lines)), BUDGETS.functions),
    row('parameters', sizesOf(functions.map((each) => each.parameters)), BUDGETS.parameters),
    `largest files: ${largest.map((file) => `${file.path} ${file.lines}`).join(', ')}`,
    `longest functions: ${longest.map((each) => `${each.path}:${each.line} ${each.lines}`).join(', ')}`,
  ].join('\n');
};

if (import.meta.main) {
  const files = loadSources(['src', 'web', 'scripts', 'bench', 'bin']).filter((file) => !isTest(file.path));
  const over = overCeiling(files);
  console.log(sizeTable(files));
  if (over.length > 0) console.error(`\nOver the ceiling: split these.\n${over.join('\n')}`);
  process.exitCode = over.length > 0 ? 1 : 0;
}
