// The whole table on a small war of five cells in three provinces, day by day, where every figure can be counted by hand.
import { describe, expect, test } from 'vitest';
import type { Side } from '../model/actor.ts';
import type { Status } from '../model/control.ts';
import type { CellSeries, Told } from '../model/series.ts';
import { addDays, type Day, endOfDayIn } from '../model/time.ts';
import { scoreControl } from './control-scores.ts';
import type { ForecastFigures } from './forecast-scores.ts';
import type { TruthRow } from './truth.ts';

const START = '2021-03-01' as Day;
const LENGTH = 20;
const side = (id: string, role: Side['role'], alliedWith: string | null = null): Side => ({
  ...{ id, name: id, names: [], belligerent: true, role, alliedWith, class: 'non-state' },
});
const SIDES = [side('blue', 'incumbent'), side('red', 'challenger'), side('guard', 'other', 'blue')];
const day = (at: number): Day => addDays(START, at);

/** From which day on the challenger has it; null = never. */
const FALLS: Readonly<Record<string, number | null>> = {
  'a/one': 5,
  'a/two': null,
  'b/one': 10,
  'b/two': null,
  'c/one': null,
};

const truthOf = (place: string, confidence = 1): TruthRow[] => {
  const fall = FALLS[place] ?? null;
  const row = { row: 0, cell: { place, scope: 'district' as const }, confidence };
  const before: TruthRow = { ...row, from: START, until: fall === null ? null : day(fall), holder: 'guard' };
  return fall === null ? [before] : [before, { ...row, from: day(fall), until: null, holder: 'red' }];
};

const told = (p: number, status: Status = 'confirmed'): Told => ({
  ...{ p: { red: p, blue: 1 - p, contested: 0 }, holder: p > 0.5 ? 'red' : 'blue', status, reason: `p is ${p}` },
});

/** Told `late` days after the truth as known on the day, and on the very day as known at the end. */
const seriesOf = (place: string, late: number): CellSeries => {
  const fall = FALLS[place] ?? null;
  const on = (at: number, delay: number): Told => told(fall !== null && at >= fall + delay ? 0.9 : 0.1);
  return {
    ...{ cell: { place, scope: 'district' }, baseline: 'blue', sayings: [], changes: null },
    days: Array.from({ length: LENGTH }, (_, at) => ({
      ...{ day: day(at), knownBy: endOfDayIn(day(at), 'UTC') },
      ...{ nowcast: on(at, late), hindcast: on(at, 0) },
    })),
  };
};

const PLACES = Object.keys(FALLS);
const truth = {
  rows: PLACES.flatMap((place) => truthOf(place)),
  sides: SIDES,
  range: { from: START, until: day(LENGTH - 1) },
  blockOf: ({ cell }: CellSeries) => cell.place.slice(0, 1),
};
const scores = scoreControl(
  PLACES.map((place) => seriesOf(place, 2)),
  truth,
);

describe('assessed control against a truth', () => {
  test('counts cells, provinces, days, turns, and how often the challenger holds', () => {
    // red holds 15 + 10 of 100 cell-days
    expect(scores).toMatchObject({ challenger: 'red', cells: 5, blocks: 3, cellDays: 100, changedCells: 2, turns: 2 });
    expect(scores.baseRate).toBeCloseTo(0.25, 12);
  });

  test('scores what was known on the day apart from what is known at the end', () => {
    // hindcast: each day is .1 off; nowcast: four days are .9 off
    expect(scores.hindcast.assessed.brier).toBeCloseTo(0.01, 12);
    expect(scores.nowcast.assessed.brier).toBeCloseTo((96 * 0.01 + 4 * 0.81) / 100, 12);
    expect([scores.hindcast.assessed.auc, scores.hindcast.assessed.aucChanged]).toEqual([1, 1]);
    // on the changed cells 25 yes and 15 no; 4 of the yes have .1 like every no
    expect(scores.nowcast.assessed.aucChanged).toBeCloseTo((21 + 4 / 2) / 25, 12);
  });

  test('stands beside the rules that it must beat, on the same days', () => {
    const { rivals } = scores.nowcast;
    expect(rivals.map(({ name }) => name)).toEqual([
      'persistence',
      'last claim wins',
      'running majority',
      'loudest side',
      'base rate',
    ]);
    const [persistence, , , , base] = rivals;
    // the incumbent for ever is wrong on the 25 days; the constant has the uncertainty and nothing else
    expect(persistence?.brier).toBeCloseTo(0.25, 12);
    expect(base?.brier).toBeCloseTo(0.25 * 0.75, 12);
    expect(base?.parts).toMatchObject({ reliability: expect.closeTo(0, 12), resolution: expect.closeTo(0, 12) });
    expect(base?.auc).toBe(0.5);
    expect(persistence?.worseBy.brier).toBeCloseTo(0.25 - (scores.nowcast.assessed.brier ?? 0), 12);
    const { low = 1, high = 0 } = persistence?.worseBy.band ?? {};
    expect(low <= (persistence?.worseBy.brier ?? 9) && (persistence?.worseBy.brier ?? -9) <= high).toBe(true);
  });

  test('dates falls, holds confirmed to its word, and lists where it differs', () => {
    expect(scores.nowcast.falls).toMatchObject({ turns: 2, told: 2, medianError: 2, medianLate: 2 });
    expect(scores.hindcast.falls).toMatchObject({ turns: 2, medianError: 0 });
    expect(scores.nowcast.returns.turns).toBe(0);
    expect(scores.nowcast.confirmed).toMatchObject({ share: 0.96, of: 100 });
    expect(scores.nowcast.confirmedInTime).toEqual({ share: 1, of: 2 });
    expect(scores.nowcast.agreement.table).toEqual({ both: 2, toldOnly: 0, trueOnly: 0, neither: 3 });
    expect(scores.nowcast.disagreements.map(({ cell, days }) => [cell, days])).toEqual([
      ['a/one (district)', 2],
      ['b/one (district)', 2],
    ]);
    expect(scores.hindcast.disagreements).toEqual([]);
    expect(scores.nowcast.reversals.map((row) => row.side)).toEqual(['blue', 'red']);
  });

  test('takes the dates that the model gives, with their intervals, as known at the end', () => {
    const dated = PLACES.map((place): CellSeries => {
      const changes = FALLS[place] === null ? [] : [{ to: 'red', day: day(8), low: day(6), high: day(10), p: 0.9 }];
      return { ...seriesOf(place, 2), changes };
    });
    // the falls are on days 5 and 10: 3 and 2 off, the second inside
    const { falls } = scoreControl(dated, truth).hindcast;
    expect(falls).toEqual({ turns: 2, told: 2, medianError: 2.5, medianLate: 0.5, covered: { share: 0.5, of: 2 } });
  });

  test('gives the same figures again, whatever the order of the cells', () => {
    const again = scoreControl(
      PLACES.map((place) => seriesOf(place, 2)),
      truth,
    );
    expect(again).toEqual(scores);
  });

  test('weighs a row of the truth by its confidence; without weight there is nothing to score', () => {
    const rows = PLACES.flatMap((place) => truthOf(place, place === 'a/one' ? 1 : 0));
    const one = scoreControl(
      PLACES.map((place) => seriesOf(place, 2)),
      { ...truth, rows },
    );
    expect(one.baseRate).toBeCloseTo(0.75, 12);
    expect(one.nowcast.assessed.brier).toBeCloseTo((18 * 0.01 + 2 * 0.81) / 20, 12);
    const nothing = { ...truth, rows: PLACES.flatMap((place) => truthOf(place, 0)) };
    expect(() =>
      scoreControl(
        PLACES.map((place) => seriesOf(place, 2)),
        nothing,
      ),
    ).toThrow(/weighs anything/);
  });

  test('says that there is nothing to score where the assessments carry no probability', () => {
    const silent = PLACES.map((place): CellSeries => {
      const series = seriesOf(place, 2);
      return { ...series, days: series.days.map((one) => ({ ...one, nowcast: { ...one.nowcast, p: null } })) };
    });
    expect(() => scoreControl(silent, truth)).toThrow(/no probability/);
  });

  test('learns a temperature only where the ECE asks for it', () => {
    expect(scores.hindcast.assessed.ece).toBeCloseTo(0.1, 12);
    expect(scores.hindcast.recalibration).toEqual([]);
    const sure = PLACES.map((place): CellSeries => {
      const series = seriesOf(place, 0);
      const exact = (one: Told): Told => ({ ...one, p: { red: one.holder === 'red' ? 1 : 0 } });
      return {
        ...series,
        days: series.days.map((one) => ({ ...one, nowcast: exact(one.nowcast), hindcast: exact(one.hindcast) })),
      };
    });
    expect(scoreControl(sure, truth).hindcast.recalibration).toBeNull();
  });

  test('judges both sides alike: with the roles changed every figure of the forecast stays', () => {
    const roles = SIDES.map((one) => ({
      ...one,
      role: one.id === 'red' ? ('incumbent' as const) : ('challenger' as const),
    }));
    const series = PLACES.map((place) => seriesOf(place, 2));
    const mirrored = scoreControl(series, { ...truth, sides: roles });
    expect(mirrored.challenger).toBe('blue');
    expect(mirrored.baseRate).toBeCloseTo(1 - scores.baseRate, 12);
    const figures = ({ brier, logLoss, auc, aucChanged, ece }: ForecastFigures) => [
      brier,
      logLoss,
      auc,
      aucChanged,
      ece,
    ];
    const before = figures(scores.nowcast.assessed);
    for (const [at, value] of figures(mirrored.nowcast.assessed).entries())
      expect(value).toBeCloseTo(before[at] ?? Number.NaN, 12);
    expect(mirrored.nowcast.confirmed).toEqual(scores.nowcast.confirmed);
    expect(mirrored.nowcast.returns).toMatchObject({ turns: 2, medianError: 2 });
    expect(mirrored.nowcast.reversals).toEqual(scores.nowcast.reversals);
  });
});
