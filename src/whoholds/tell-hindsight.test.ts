import { describe, expect, it } from 'vitest';
import { groundOf } from '../assessment/ground.ts';
import type { Told, ToldDay } from '../model/series.ts';
import { type Day, endOfDayIn } from '../model/time.ts';
import { loadTheatre } from '../theatre/load.ts';
import { compareDays, tallyHindsight } from './tell-hindsight.ts';

const ground = groundOf(loadTheatre('tiny'));
const DAY = '2021-03-17' as Day;

const told = (given: Partial<Told> = {}): Told => ({
  ...{ holder: 'red', status: 'confirmed', p: { blue: 0.05, red: 0.9, contested: 0.05 }, reason: '' },
  ...given,
});

/** A day as told on it and as told now. */
const day = (nowcast: Told, hindcast: Told = nowcast): ToldDay => ({
  ...{ day: DAY, knownBy: endOfDayIn(DAY, 'UTC'), nowcast, hindcast },
});

describe('hindsight', () => {
  it('tells which holders of the day are still named, which are others, and which nobody can name', () => {
    const days = [
      day(told(), told({ status: 'threatened' })),
      day(told(), told({ holder: 'blue' })),
      day(told(), told({ status: 'undetermined' })),
      day(told({ status: 'claimed' }), told({ holder: null, status: 'disputed' })),
      day(told(), told({ holder: 'none', status: 'undetermined' })),
    ];
    const { byStatus } = tallyHindsight(compareDays(ground, days));
    expect(byStatus).toEqual([
      { status: 'confirmed', told: 4, same: 1, other: 1, open: 2 },
      { status: 'claimed', told: 1, same: 0, other: 0, open: 1 },
    ]);
  });

  it('leaves out what named nobody on the day', () => {
    const nobody = [
      told({ holder: null, status: 'disputed' }),
      told({ holder: 'none', status: 'undetermined' }),
      told({ status: 'undetermined' }),
    ];
    expect(
      compareDays(
        ground,
        nobody.map((one) => day(one, told())),
      ),
    ).toEqual([]);
  });

  it('orders the words of probability by the probability', () => {
    const days = [0.2, 0.39, 0.97].map((red) => day(told({ p: { blue: 1 - red, red, contested: 0 } })));
    const { byLikelihood } = tallyHindsight(compareDays(ground, days));
    expect(byLikelihood.map(({ likelihood, told: n }) => [likelihood, n])).toEqual([
      ['almost certain', 1],
      ['unlikely', 2],
    ]);
  });

  it('has no words where the theatre has no model', () => {
    const { byStatus, byLikelihood } = tallyHindsight(compareDays(ground, [day(told({ p: null }))]));
    expect([byStatus.map(({ told: n }) => n), byLikelihood]).toEqual([[1], []]);
  });
});
