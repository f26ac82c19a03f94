// Changes of hands on days written as words: `b` the incumbent has it, `r` the challenger, `-` nobody, `.` not spoken of.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../model/time.ts';
import type { CellDay, Track } from './cell-days.ts';
import { dateFigures, reversalTable } from './turn-scores.ts';
import { matchTurns, toldTurns, trueTurns } from './turns.ts';

const START = '2021-03-01' as Day;
const CAMPS: Readonly<Record<string, string>> = { b: 'blue', r: 'red', '-': 'none' };

const track = (truth: string, told = truth): Track => ({
  ...{ cell: 'x', block: 'north', baseline: 'blue' },
  days: [...truth].flatMap((letter, at): CellDay[] => {
    if (letter === '.') return [];
    const held = CAMPS[letter] ?? 'none';
    return [
      {
        ...{ cell: 'x', block: 'north', day: addDays(START, at), p: 0.5, weight: 1, reason: '', status: 'claimed' },
        ...{ truth: held, y: held === 'red' ? 1 : 0, holder: CAMPS[told[at] ?? ''] ?? null },
      },
    ];
  }),
});
const printed = (turns: readonly { day: Day; to: string }[]): string[] => turns.map(({ day, to }) => `${day} ${to}`);
const matched = (truth: string, told: string, within = 30) => {
  const both = track(truth, told);
  return matchTurns(trueTurns(both), toldTurns(both), within);
};

describe('turns', () => {
  test('are the first day of the new holder, also across days that nobody has it', () => {
    expect(printed(trueTurns(track('bbb-rr')))).toEqual(['2021-03-05 red']);
    expect(printed(trueTurns(track('bb--bb')))).toEqual([]);
  });

  test('without the day before are not dated, and the next one still knows what went before', () => {
    expect(printed(trueTurns(track('bb..rrb')))).toEqual(['2021-03-07 blue']);
    expect(printed(trueTurns(track('r..r')))).toEqual([]);
  });

  test('know a retaking from a first taking, and a loss after a retaking', () => {
    const turns = trueTurns(track('brbrb')).map(({ to, again, lostAgain }) => [to, again, lostAgain]);
    expect(turns).toEqual([
      ['red', false, false],
      ['blue', true, false],
      ['red', true, true],
      ['blue', true, true],
    ]);
  });

  test('of a place that the baseline gave to the other side: the first return is a retaking', () => {
    expect(trueTurns({ ...track('rrb'), baseline: 'blue' })[0]?.again).toBe(true);
    expect(trueTurns({ ...track('rrb'), baseline: 'red' })[0]?.again).toBe(false);
  });
});

describe('matching', () => {
  test('takes the nearest told turn to the same side, and each but once', () => {
    const late = matched('bbrrrrbbbb', 'bbbbrrrbbb').map((one) => one.late);
    expect(late).toEqual([2, 1]);
    expect(matched('brrbrrrrrr', 'bbbbbrrrrr').map((one) => one.late)).toEqual([null, null, 1]);
  });

  test('finds nothing beyond its window, and nothing where the holder is left open', () => {
    expect(matched('brrrrrrrrr', 'bbbbbbbbbr', 7).map((one) => one.late)).toEqual([null]);
    expect(matched('bbrrr', '?????').map((one) => one.told)).toEqual([null]);
  });

  test('of a truth with itself is exact', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('b', 'r', '-'), { maxLength: 40 }), (letters) => {
        const word = letters.join('');
        expect(matched(word, word).every(({ late }) => late === 0)).toBe(true);
      }),
    );
  });
});

describe('figures of turns', () => {
  test('give the median error, its sign, and the share inside the 80 % interval', () => {
    const both = track('bbbrrrbbbr', 'bbbbbrrbbb');
    const told = toldTurns(both).map((turn) => ({ ...turn, low: addDays(turn.day, -1), high: addDays(turn.day, 1) }));
    // red on the 4th told on the 6th (2 late, outside), blue on the 7th told on the 8th (1 late, inside), red on the 10th untold
    expect(dateFigures(matchTurns(trueTurns(both), told, 30))).toEqual({
      ...{ turns: 3, told: 2, medianError: 1.5, medianLate: 1.5 },
      covered: { share: 0.5, of: 2 },
    });
  });

  test('of nothing are no figures', () => {
    expect(dateFigures([])).toMatchObject({ turns: 0, medianError: null, covered: { share: null, of: 0 } });
  });

  test('tell retakings and losses again for each side apart, also for the side that has none', () => {
    const matches = matched('brbr', 'brbb');
    expect(reversalTable(matches, ['blue', 'red'])).toEqual([
      { side: 'blue', recaptures: { share: 1, of: 1 }, relosses: { share: 0, of: 1 } },
      { side: 'red', recaptures: { share: 0, of: 1 }, relosses: { share: null, of: 0 } },
    ]);
  });
});
