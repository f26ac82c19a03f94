// From the class to the named source (control-method 8): who was heard often counts by what he said, who was not by his class.
// Invariant: a source's row has been clamped as its class's row is; it speaks the way its class does.
import { clampRow } from './learn-clamps.ts';
import { COLUMNS, type Counts, type Directions, type SourceCounts } from './learn-counts.ts';
import { estimateOf, withPrior } from './learn-update.ts';
import type { MarkName, ModelParameters, Row, SourceRows } from './model-parameters.ts';

const totalOf = ({ written, mirrored }: Directions): number =>
  [...written, ...mirrored].reduce((sum, value) => sum + value, 0);

/** One day of the class goes with the source's own, so that what he never said of a state is rare and not impossible. */
const OWN_PRIOR_DAYS = 1;
const ONE_EACH = Array.from({ length: COLUMNS }, () => 1);

const sourceRow = (
  mark: MarkName,
  { occasions, counted }: { readonly occasions: Directions; readonly counted: Directions },
  { marks, learning }: ModelParameters,
): Row => {
  const row = marks[mark];
  const own = withPrior(estimateOf(row, counted, occasions), row, OWN_PRIOR_DAYS);
  const said = totalOf(counted);
  const trust = said / (said + learning.sourceMarks);
  const mixed = row.map((value, column) => {
    const rate = (own.counted[column] ?? 0) / (own.days[column] ?? 1);
    return value ** (1 - trust) * rate ** trust;
  });
  return clampRow(mark, { counted: mixed, days: ONE_EACH }, learning.admissionRatio);
};

const rowsOf = ({ occasions, marks }: SourceCounts, parameters: ModelParameters): SourceRows =>
  Object.fromEntries(
    [...marks]
      .filter(([, counted]) => totalOf(counted) >= parameters.learning.sourceLeast)
      .map(([mark, counted]) => [mark, sourceRow(mark, { occasions, counted }, parameters)]),
  );

/** By named source, a row for each class that he spoke in often enough; by the numbers that the counts were made with. */
export const learnSources = (counts: Counts, parameters: ModelParameters): ModelParameters['sources'] => {
  const rows = [...counts.sources].map(([name, source]) => [name, rowsOf(source, parameters)] as const);
  const own = rows.filter(([, marks]) => Object.keys(marks).length > 0);
  return Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1)));
};
