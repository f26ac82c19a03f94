import { describe, expect, test } from 'vitest';
import { day } from '../../test/invented-theatre.ts';
import { onDay } from '../model/time.ts';
import { chooseWhen, deadlineOf, frameDateOf } from './choose-when.ts';
import type { DateMark } from './marks.ts';

const mark = (on: string, given: Partial<DateMark> = {}): DateMark => ({
  start: 10,
  end: 20,
  sentence: 0,
  when: onDay(day(on), 'stated'),
  relation: 'on',
  background: false,
  ...given,
});
const said = onDay(day('2021-03-17'), 'stated');
const ground = { dates: [], at: 0, tense: 'past', modality: 'actual', frameDate: null, said } as const;

describe('the day of a claim', () => {
  test('its own date counts first, and is stated', () => {
    expect(chooseWhen({ ...ground, dates: [mark('2021-03-15')] })).toEqual(onDay(day('2021-03-15'), 'stated'));
  });

  test('of two dates the nearer to the verb counts', () => {
    const dates = [mark('2021-03-12', { start: 60, end: 70 }), mark('2021-03-15')];
    expect(chooseWhen({ ...ground, dates, at: 25 }).latest).toBe('2021-03-15');
  });

  test('without one it is the day of the saying, implied', () => {
    const frameDate = onDay(day('2021-03-16'), 'stated');
    expect(chooseWhen({ ...ground, tense: 'present', frameDate })).toEqual(onDay(day('2021-03-16'), 'implied'));
  });

  test('a perfect without a day is about then, a present is that day', () => {
    expect(chooseWhen({ ...ground, tense: 'perfect' })).toEqual(onDay(day('2021-03-17'), 'implied', 'about'));
    expect(chooseWhen({ ...ground, tense: 'present' })).toEqual(onDay(day('2021-03-17'), 'implied'));
  });

  test('history, a day still to come, and "before" are no date of what has happened', () => {
    const dates = [
      mark('2001-11-01', { background: true }),
      mark('2021-03-20'),
      mark('2021-03-10', { relation: 'before' }),
    ];
    expect(chooseWhen({ ...ground, dates })).toMatchObject({ latest: '2021-03-17', basis: 'implied' });
  });

  test('what is planned is dated by its saying and has its date as a deadline', () => {
    const dates = [mark('2021-03-21', { relation: 'by' })];
    expect(chooseWhen({ ...ground, dates, modality: 'planned' }).latest).toBe('2021-03-17');
    expect(deadlineOf(dates, said)?.latest).toBe('2021-03-21');
    expect(deadlineOf([mark('2021-03-15')], said)).toBeNull();
  });

  test('an undated report leaves its bounds', () => {
    const bounds = { earliest: day('2021-03-10'), latest: null, precision: 'unknown', basis: 'implied' } as const;
    expect(chooseWhen({ ...ground, said: bounds })).toEqual(bounds);
  });

  test('a frame’s date stands among its own words', () => {
    expect(frameDateOf({ start: 0, end: 30 }, [mark('2021-03-16')])?.latest).toBe('2021-03-16');
    expect(frameDateOf({ start: 30, end: 50 }, [mark('2021-03-16')])).toBeNull();
  });
});
