import { describe, expect, test } from 'vitest';
import { seeded } from '../model/seeded.ts';
import { addDays, type Day } from '../model/time.ts';
import { agreementOf, mcnemarOf, pabakOf, weightedKappa } from './agreement.ts';
import type { CellDay, Track } from './cell-days.ts';
import { disagreementsOf } from './disagreements.ts';
import { confirmedInTime, confirmedPrecision, disputeTable, threatTable } from './status-scores.ts';
import { trueTurns } from './turns.ts';

const START = '2021-03-01' as Day;
const drawing = { random: seeded(1), draws: 100 };

type Line = readonly [truth: string, holder: string | null, status?: CellDay['status'], weight?: number];
const track = (cell: string, lines: readonly Line[]): Track => ({
  ...{ cell, block: cell, baseline: 'blue' },
  days: lines.map(([truth, holder, status = 'claimed', weight = 1], at) => ({
    ...{ cell, block: cell, day: addDays(START, at), p: 0.4, weight, truth, holder, status, reason: `day ${at + 1}` },
    y: truth === 'red' ? 1 : 0,
  })),
});
const times = (count: number, line: Line): Line[] => Array.from({ length: count }, () => line);

describe('confirmed', () => {
  test('is right on a share of its cell-days, for each side apart, weighed by confidence', () => {
    const days = track('a', [
      ['blue', 'blue', 'confirmed'],
      ['red', 'blue', 'confirmed', 0.5],
      ['red', 'red', 'confirmed'],
      ['red', 'blue', 'claimed'],
    ]).days;
    expect(confirmedPrecision(days, drawing)).toEqual({
      ...{ share: 0.8, of: 2.5, band: null },
      bySide: { blue: { share: 1 / 1.5, of: 1.5 }, red: { share: 1, of: 1 } },
    });
    expect(confirmedPrecision([], drawing)).toMatchObject({ share: null, of: 0 });
  });

  test('comes in time where the taker is confirmed by the third day after; a truth that ends before is no miss', () => {
    const inTime = (lines: readonly Line[]) => {
      const one = track('a', lines);
      return confirmedInTime(one, trueTurns(one));
    };
    const fallen: Line = ['red', 'red'];
    const confirmed: Line = ['red', 'red', 'confirmed'];
    expect(inTime([['blue', 'blue'], fallen, fallen, fallen, confirmed])).toEqual([true]);
    expect(inTime([['blue', 'blue'], fallen, fallen, fallen, fallen, confirmed])).toEqual([false]);
    expect(inTime([['blue', 'blue'], fallen, ['red', 'blue', 'confirmed'], fallen, fallen])).toEqual([false]);
    expect(inTime([['blue', 'blue'], fallen, fallen])).toEqual([]);
  });
});

describe('disputes', () => {
  test('are told by who was right, what they ended in, and how soon', () => {
    const disputed: Line = ['red', null, 'disputed'];
    const rows = disputeTable([
      track('a', [disputed, disputed, ['red', 'red', 'confirmed']]),
      track('b', [disputed, ['red', 'red'], ['red', 'red'], ['red', 'red'], ['red', 'red', 'confirmed']]),
      track('c', [disputed, ['red', 'blue', 'confirmed']]),
      track('d', [
        ['blue', null, 'disputed'],
        ['blue', 'blue'],
        ['blue', null, 'disputed'],
      ]),
    ]);
    expect(rows).toEqual([
      { right: 'red', disputes: 3, confirmedRight: 2, confirmedWrong: 1, open: 0, days: 3 },
      { right: 'blue', disputes: 2, confirmedRight: 0, confirmedWrong: 0, open: 2, days: null },
    ]);
  });
});

describe('threatened', () => {
  test('is held against how often any holder loses his place in as many days', () => {
    const one = track('a', [
      ['blue', 'blue', 'threatened'],
      ...times(6, ['blue', 'blue']),
      ...times(3, ['red', 'red']),
    ]);
    const [week, fortnight] = threatTable([one]);
    // ten days: the first three are followed for a week; each of them falls by then
    expect(week).toEqual({ within: 7, threatened: { share: 1, of: 1 }, base: { share: 1, of: 3 } });
    expect(fortnight?.base).toEqual({ share: null, of: 0 });
    const calm = track('b', times(10, ['blue', 'blue']));
    expect(threatTable([one, calm])[0]?.base).toEqual({ share: 0.5, of: 6 });
  });
});

describe('agreement', () => {
  test('PABAK and McNemar by hand', () => {
    expect(pabakOf({ both: 40, toldOnly: 5, trueOnly: 15, neither: 40 })).toBeCloseTo(0.6, 12);
    // both tails of 20 tosses with 5 or fewer: 2 × 21700 / 2²⁰
    expect(mcnemarOf({ both: 40, toldOnly: 5, trueOnly: 15, neither: 40 })).toBeCloseTo(0.0413895, 7);
    expect(mcnemarOf({ both: 1, toldOnly: 1, trueOnly: 1, neither: 1 })).toBe(1);
    expect([
      mcnemarOf({ both: 9, toldOnly: 0, trueOnly: 0, neither: 1 }),
      pabakOf({ both: 0, toldOnly: 0, trueOnly: 0, neither: 0 }),
    ]).toEqual([null, null]);
  });

  test('kappa with linear weights by hand', () => {
    // told 0 0 2 2, truth 0 2 2 2: seen 2/4; expected (½·¾ + ½·¼)·2 = 1
    expect(
      weightedKappa([
        [0, 0],
        [0, 2],
        [2, 2],
        [2, 2],
      ]),
    ).toBeCloseTo(0.5, 12);
    expect(
      weightedKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      weightedKappa([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ).toBe(1);
  });

  test('counts each cell once, on its last day, and a dispute as between', () => {
    const found = agreementOf(
      [
        track('a', [
          ['blue', 'red'],
          ['red', 'red'],
        ]),
        track('b', [['red', null, 'disputed']]),
        track('c', [['blue', 'blue']]),
        track('d', [['blue', 'red']]),
      ],
      'red',
    );
    expect(found.table).toEqual({ both: 1, toldOnly: 1, trueOnly: 1, neither: 1 });
    expect([found.agree, found.pabak, found.mcnemar]).toEqual([0.5, 0, 1]);
  });
});

describe('disagreements', () => {
  test('are runs of days with their reason, the longest first; what is left open is none', () => {
    const found = disagreementsOf([
      track('a', [
        ['red', 'blue'],
        ['red', 'blue'],
        ['red', 'red'],
        ['red', null, 'disputed'],
      ]),
      track('b', times(4, ['blue', 'red', 'confirmed'])),
    ]);
    expect(
      found.map(({ cell, from, until, days, truth, told, reason }) => [cell, from, until, days, truth, told, reason]),
    ).toEqual([
      ['b', '2021-03-01', '2021-03-05', 4, 'blue', 'red', 'day 4'],
      ['a', '2021-03-01', '2021-03-03', 2, 'red', 'blue', 'day 2'],
    ]);
  });
});
