import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsOf, brierOf, brierParts, eceOf, type Forecast, figuresOfBin, logLossOf } from './calibration.ts';

const rowsOf = (pairs: readonly (readonly [p: number, y: 0 | 1, weight?: number])[]): readonly Forecast[] =>
  pairs.map(([p, y, weight = 1]) => ({ p, y, weight, block: 'a' }));
const figures = (all: readonly Forecast[]) => binsOf(all).map(figuresOfBin);

const forecast = fc.record({
  p: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.constantFrom(0 as const, 1 as const),
  weight: fc.double({ min: 0.1, max: 1, noNaN: true }),
  block: fc.constantFrom('a', 'b', 'c'),
});
const coarse = forecast.map((one) => ({ ...one, p: Math.round(one.p * 4) / 4 }));

describe('Brier and log loss', () => {
  test('are the mean square and the mean logarithm, by hand', () => {
    const rows = rowsOf([
      [0.8, 1],
      [0.3, 0],
      [0.6, 0],
    ]);
    // (.04 + .09 + .36) / 3
    expect(brierOf(rows)).toBeCloseTo(0.16333, 5);
    // −(ln .8 + ln .7 + ln .4) / 3
    expect(logLossOf(rows)).toBeCloseTo((0.223144 + 0.356675 + 0.916291) / 3, 5);
  });

  test('weigh a row by its confidence', () => {
    // (1 × .04 + .5 × .36) / 1.5
    expect(
      brierOf(
        rowsOf([
          [0.8, 1],
          [0.6, 0, 0.5],
        ]),
      ),
    ).toBeCloseTo(0.146667, 6);
  });

  test('a certainty that was wrong costs what one in a thousand costs, a right one nothing', () => {
    expect(logLossOf(rowsOf([[0, 1]]))).toBeCloseTo(6.907755, 6);
    expect(logLossOf(rowsOf([[1, 1]]))).toBeCloseTo(0, 12);
  });

  test('nothing forecast is no figure, and not a perfect one', () => {
    expect([brierOf([]), logLossOf([]), eceOf([]), brierParts([], [])]).toEqual([null, null, null, null]);
  });
});

describe('bins', () => {
  test('hold equally many where all forecasts differ', () => {
    const rows = rowsOf(Array.from({ length: 30 }, (_, at) => [at / 30, 0]));
    expect(binsOf(rows).map((bin) => bin.length)).toEqual(Array(10).fill(3));
  });

  test('keep equal forecasts together, so that there may be fewer', () => {
    const rows = rowsOf([...Array(12).fill([0.1, 0]), ...Array(8).fill([0.9, 1])]);
    expect(figures(rows).map(({ p, rows: held }) => [p, held])).toEqual([
      [expect.closeTo(0.1), 12],
      [expect.closeTo(0.9), 8],
    ]);
  });

  test('leave rows without weight out', () => {
    expect(
      binsOf(
        rowsOf([
          [0.2, 0, 0],
          [0.4, 1],
        ]),
      ).flat(),
    ).toHaveLength(1);
  });

  test('give the expected calibration error by hand', () => {
    // two bins: .2 forecast and .25 true (4 rows), .9 forecast and .5 true (2 rows): (4 × .05 + 2 × .4) / 6
    const rows = rowsOf([
      [0.2, 1],
      [0.2, 0],
      [0.2, 0],
      [0.2, 0],
      [0.9, 1],
      [0.9, 0],
    ]);
    expect(eceOf(figures(rows))).toBeCloseTo(1 / 6, 9);
  });
});

describe('the parts of the Brier score', () => {
  test('by hand', () => {
    const rows = rowsOf([
      [0.2, 1],
      [0.2, 0],
      [0.2, 0],
      [0.2, 0],
      [0.9, 1],
      [0.9, 0],
    ]);
    const parts = brierParts(rows, figures(rows));
    // base 1/3; reliability (4 × .0025 + 2 × .16) / 6; resolution (4 × (1/12)² + 2 × (1/6)²) / 6
    expect(parts?.reliability).toBeCloseTo(0.055, 9);
    expect(parts?.resolution).toBeCloseTo(1 / 72, 9);
    expect(parts?.uncertainty).toBeCloseTo(2 / 9, 9);
    expect(parts?.within).toBeCloseTo(0, 12);
  });

  test('add up to it exactly, with nothing within bins, where each bin has one forecast', () => {
    fc.assert(
      fc.property(fc.array(coarse, { minLength: 1, maxLength: 60 }), (rows) => {
        const bins = [...Map.groupBy(rows, ({ p }) => p).values()].map(figuresOfBin);
        const parts = brierParts(rows, bins);
        expect(parts?.within).toBeCloseTo(0, 9);
        const sum = (parts?.reliability ?? 0) - (parts?.resolution ?? 0) + (parts?.uncertainty ?? 0);
        expect(sum).toBeCloseTo(brierOf(rows) ?? Number.NaN, 9);
      }),
    );
  });

  test('add up to it over ten bins with the part within, and no figure leaves its bounds', () => {
    fc.assert(
      fc.property(fc.array(forecast, { minLength: 1, maxLength: 80 }), (rows) => {
        const bins = figures(rows);
        const parts = brierParts(rows, bins);
        if (parts === null) throw new Error('no parts');
        expect(parts.reliability - parts.resolution + parts.uncertainty + parts.within).toBeCloseTo(
          brierOf(rows) ?? -1,
          9,
        );
        expect(parts.resolution).toBeLessThanOrEqual(parts.uncertainty + 1e-9);
        expect(eceOf(bins)).toBeLessThanOrEqual(1);
        expect(bins.length).toBeLessThanOrEqual(10);
      }),
    );
  });

  test('do not hang on the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(forecast, { minLength: 1, maxLength: 40 }), (rows) => {
        const back = [...rows].reverse();
        expect(eceOf(figures(back))).toBeCloseTo(eceOf(figures(rows)) ?? -1, 9);
      }),
    );
  });
});
