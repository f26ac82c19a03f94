import { describe, expect, it } from 'vitest';
import type { Day } from '../src/model/time.ts';
import { changeDays, nextChange } from './change-days.ts';

const day = (date: number): Day => `2021-03-${date}` as Day;
const count = (places: number) => ({
  ...{ holder: 'red', status: 'claimed' as const, against: [], places, districts: places },
});

describe('days with a change', () => {
  const days = [0, 1, 1, 2].map((places, at) => ({ on: day(10 + at), counts: [count(places)] }));

  it('are those whose counts differ from the day before', () => {
    expect(changeDays(days, null)).toEqual([day(11), day(13)]);
  });

  it('are the chosen place’s own where one is chosen', () => {
    expect(changeDays(days, [{ from: day(10) }, { from: day(12) }])).toEqual([day(12)]);
  });

  it('follow one another, and end', () => {
    const changes = changeDays(days, null);
    expect([nextChange(changes, day(11), 1), nextChange(changes, day(13), 1)]).toEqual([day(13), null]);
    expect([nextChange(changes, day(13), -1), nextChange(changes, day(10), -1)]).toEqual([day(11), null]);
  });
});
