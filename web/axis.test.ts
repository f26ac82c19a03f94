import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../src/model/time.ts';
import { clampDay, dayAt, monthStarts, shareOf, stepDay } from './axis.ts';

const axis = { first: '2021-05-01' as Day, last: '2021-08-31' as Day };
const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(axis.first, days));

describe('the axis of days', () => {
  it('keeps every step inside its ends', () => {
    fc.assert(
      fc.property(day, fc.integer(), (from, step) => {
        const to = stepDay(clampDay(from, axis), step % 100_000, axis);
        return to >= axis.first && to <= axis.last;
      }),
    );
  });

  it('goes to its ends for endless steps', () => {
    expect(stepDay('2021-06-23' as Day, Number.NEGATIVE_INFINITY, axis)).toBe(axis.first);
    expect(stepDay('2021-06-23' as Day, Number.POSITIVE_INFINITY, axis)).toBe(axis.last);
  });

  it('finds each day again where it lies', () => {
    fc.assert(fc.property(day, (any) => dayAt(shareOf(clampDay(any, axis), axis), axis) === clampDay(any, axis)));
  });

  it('has one tick a month', () => {
    expect(monthStarts(axis)).toEqual(['2021-05-01', '2021-06-01', '2021-07-01', '2021-08-01']);
  });
});
