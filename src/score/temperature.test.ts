import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../model/time.ts';
import { logLossOf } from './calibration.ts';
import type { CellDay } from './cell-days.ts';
import { atTemperature, fitTemperature, recalibrate, warmed } from './temperature.ts';

const row = (day: string, p: number, y: 0 | 1): CellDay => ({
  ...{ cell: 'x', block: 'a', day: day as Day, p, y, weight: 1 },
  ...{ truth: y === 1 ? 'red' : 'blue', holder: null, status: 'claimed', reason: '' },
});
/** Forecasts of .95 and .05 that are right four times in five: too sure. */
const tooSure = (day: string): CellDay[] =>
  [0, 1, 2, 3, 4].flatMap((at) => [row(day, 0.95, at === 0 ? 0 : 1), row(day, 0.05, at === 0 ? 1 : 0)]);

test('a temperature of one changes nothing, a high one draws towards a half', () => {
  expect(atTemperature(0.3, 1)).toBeCloseTo(0.3, 12);
  // the logit of .9 is ln 9; half of it is ln 3
  expect(atTemperature(0.9, 2)).toBeCloseTo(0.75, 12);
  expect([atTemperature(0.9, 1000), atTemperature(0, 1)]).toEqual([expect.closeTo(0.5, 2), expect.closeTo(0.001, 9)]);
});

test('the fitted temperature brings forecasts that are too sure to how often they are right', () => {
  const temperature = fitTemperature(tooSure('2021-05-01'));
  // logit(.95) / logit(.8)
  expect(temperature).toBeCloseTo(2.9444 / 1.3863, 2);
});

test('a month is judged by the months before it alone', () => {
  const rows = [...tooSure('2021-05-01'), ...tooSure('2021-06-01')];
  const [june, ...rest] = recalibrate(rows);
  expect(rest).toEqual([]);
  expect(june).toMatchObject({
    month: '2021-06',
    before: { ece: expect.closeTo(0.15, 6) },
    after: { ece: expect.closeTo(0, 2) },
  });
  expect(june?.after.logLoss).toBeLessThan(june?.before.logLoss ?? 0);
  const other = recalibrate([...tooSure('2021-05-01'), row('2021-06-01', 0.5, 1)]);
  expect(other[0]?.temperature).toBe(june?.temperature);
  expect(recalibrate(tooSure('2021-05-01'))).toEqual([]);
});

test('on the rows it was fitted to it is never worse than none', () => {
  const forecasts = fc.array(
    fc.record({ p: fc.double({ min: 0.01, max: 0.99, noNaN: true }), y: fc.constantFrom(0 as const, 1 as const) }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(forecasts, (all) => {
      const rows = all.map(({ p, y }) => row('2021-05-01', p, y));
      const fitted = logLossOf(warmed(rows, fitTemperature(rows))) ?? 0;
      expect(fitted).toBeLessThanOrEqual((logLossOf(rows) ?? 0) + 1e-6);
    }),
  );
});
