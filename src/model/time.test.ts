import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayIn, endOfDayIn, type Instant } from './time.ts';

const day = (text: string): Day => text as Day;
const ZONES = ['UTC', 'Asia/Kabul', 'America/New_York', 'Pacific/Auckland', 'Europe/Kyiv', 'America/St_Johns'];

describe('a day in a time zone', () => {
  it.each([
    ['2021-07-14', 'UTC', '2021-07-14T23:59:59.999Z'],
    ['2021-07-14', 'Asia/Kabul', '2021-07-14T19:29:59.999Z'],
    ['2021-03-14', 'America/New_York', '2021-03-15T03:59:59.999Z'],
    ['2021-11-07', 'America/New_York', '2021-11-08T04:59:59.999Z'],
  ])('ends on %s in %s at %s', (on, zone, end) => {
    expect(endOfDayIn(day(on), zone)).toBe(end);
  });

  it('ends a millisecond before the next one begins, whenever the clocks change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.constantFrom(...ZONES), (after, zone) => {
        const on = addDays(day('2015-01-01'), after);
        const end = endOfDayIn(on, zone);
        const next = new Date(Date.parse(end) + 1).toISOString() as Instant;
        expect([dayIn(end, zone), dayIn(next, zone)]).toEqual([on, addDays(on, 1)]);
      }),
    );
  });

  it('is the day that a clock there shows', () => {
    expect(dayIn('2021-07-14T19:29:59.999Z' as Instant, 'Asia/Kabul')).toBe('2021-07-14');
    expect(dayIn('2021-07-14T19:30:00.000Z' as Instant, 'Asia/Kabul')).toBe('2021-07-15');
  });
});
