// A named source moves away from its class as it is heard more (control-method 8).
import { describe, expect, it } from 'vitest';
import type { HeardCell, HeardMark } from './learn-corpus.ts';
import { countCorpus } from './learn-counts.ts';
import { learnSources } from './learn-sources.ts';
import { MODEL_PARAMETERS, type Row } from './model-parameters.ts';

const CLASS = MODEL_PARAMETERS.marks['own-capture'];
const ratio = ([held, , fresh]: Row): number => fresh / held;

/** A cell that an admission settles: fresh with the challenger from the tenth day on, held before. */
const cellOf = (name: string, spoken: readonly (readonly [day: number, source: string])[]): HeardCell => {
  const marks: HeardMark[] = [
    { day: 1, mark: 'not-entered', of: null, mirrored: false, weight: 3, source: null },
    { day: 10, mark: 'local-concession', of: null, mirrored: false, weight: 3, source: null },
    ...spoken.map(
      ([day, source]) => ({ day, mark: 'own-capture', of: null, mirrored: false, weight: 1, source }) as const,
    ),
  ];
  return {
    ...{ cell: name, incumbent: 'west', challengers: ['east'], days: 12, coverage: () => 0, marks },
    start: Float64Array.from(MODEL_PARAMETERS.start.listed.incumbent),
    seen: new Set(marks.map(({ day }) => day)),
    danger: new Set(),
  };
};

const rowsFrom = (cells: readonly HeardCell[]) =>
  learnSources(countCorpus({ cells, anchors: [] }, MODEL_PARAMETERS), MODEL_PARAMETERS);
const many = (count: number, day: number, source: string): readonly HeardCell[] =>
  Array.from({ length: count }, (_, at) => cellOf(`${source} ${at}`, [[day, source]]));

describe('a named source', () => {
  it('counts more where he said it when it was so, and less where he said it when it was not', () => {
    const rows = rowsFrom([...many(60, 10, 'the careful one'), ...many(60, 1, 'the loud one')]);
    const [careful, loud] = ['the careful one', 'the loud one'].map((name) => rows[name]?.['own-capture'] ?? CLASS);
    expect(ratio(careful ?? CLASS)).toBeGreaterThan(2 * ratio(CLASS));
    expect(ratio(loud ?? CLASS)).toBeLessThan(ratio(CLASS) / 2);
  });

  it('moves farther the more he was heard, and not before the tenth time', () => {
    const [some, often, very] = [10, 30, 100].map((count) => {
      const rows = rowsFrom(many(count, 10, 'he'));
      return ratio(rows.he?.['own-capture'] ?? CLASS);
    });
    expect(rowsFrom(many(9, 10, 'he'))).toEqual({});
    expect(some).toBeGreaterThan(ratio(CLASS));
    expect(often).toBeGreaterThan(some ?? 0);
    expect(very).toBeGreaterThan(2 * (some ?? 0));
  });

  it('never comes to speak against his own side', () => {
    const rows = rowsFrom(many(300, 1, 'the liar'));
    expect(ratio(rows['the liar']?.['own-capture'] ?? CLASS)).toBeGreaterThanOrEqual(1 - 1e-12);
  });

  it('has a row for what he spoke in and no other, and nobody is listed who has no name', () => {
    const rows = rowsFrom(many(12, 10, 'he'));
    expect(Object.keys(rows)).toEqual(['he']);
    expect(Object.keys(rows.he ?? {})).toEqual(['own-capture']);
  });
});
