import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Forecast } from './calibration.ts';
import { aucOf } from './ranking.ts';

const rowsOf = (pairs: readonly (readonly [p: number, y: 0 | 1, weight?: number])[]): readonly Forecast[] =>
  pairs.map(([p, y, weight = 1]) => ({ p, y, weight, block: 'a' }));

const forecasts = fc.array(
  fc.record({
    p: fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1),
    y: fc.constantFrom(0 as const, 1 as const),
    weight: fc.constantFrom(0.5, 1),
    block: fc.constant('a'),
  }),
  { maxLength: 30 },
);

/** Every pair looked at: what the sorted sum must equal. */
const byPairs = (all: readonly Forecast[]): number | null => {
  let [won, pairs] = [0, 0];
  for (const yes of all.filter(({ y }) => y === 1))
    for (const no of all.filter(({ y }) => y === 0)) {
      won += yes.weight * no.weight * (yes.p > no.p ? 1 : yes.p === no.p ? 0.5 : 0);
      pairs += yes.weight * no.weight;
    }
  return pairs === 0 ? null : won / pairs;
};

test('counts pairs in the right order, and equal ones half', () => {
  // yes: .9, .5; no: .5, .1. Pairs: 1, 1, ½, 1
  expect(
    aucOf(
      rowsOf([
        [0.9, 1],
        [0.5, 1],
        [0.5, 0],
        [0.1, 0],
      ]),
    ),
  ).toBeCloseTo(0.875, 12);
});

test('is a half where one forecast is given to all, and nothing where one class is missing', () => {
  expect(
    aucOf(
      rowsOf([
        [0.3, 1],
        [0.3, 0],
        [0.3, 0],
      ]),
    ),
  ).toBe(0.5);
  expect([aucOf(rowsOf([[0.3, 1]])), aucOf(rowsOf([[0.3, 0]])), aucOf([])]).toEqual([null, null, null]);
});

test('equals the count of all pairs, whatever the ties and weights', () => {
  fc.assert(
    fc.property(forecasts, (all) => {
      const [auc, pairs] = [aucOf(all), byPairs(all)];
      if (pairs === null) expect(auc).toBeNull();
      else expect(auc).toBeCloseTo(pairs, 9);
    }),
  );
});

test('is mirrored when yes and no change places, and when the forecasts are turned round', () => {
  fc.assert(
    fc.property(forecasts, (all) => {
      const auc = aucOf(all);
      if (auc === null) return;
      const swapped = all.map((one) => ({ ...one, y: (1 - one.y) as 0 | 1 }));
      const turned = all.map((one) => ({ ...one, p: 1 - one.p }));
      expect(aucOf(swapped)).toBeCloseTo(1 - auc, 9);
      expect(aucOf(turned)).toBeCloseTo(1 - auc, 9);
    }),
  );
});
