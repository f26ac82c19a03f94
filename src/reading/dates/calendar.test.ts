// Calendars: days in, days out, and nothing where there is no such day.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../test/invented-theatre.ts';
import { isDay } from '../../model/time.ts';
import { addMonths, dayOf, fromSolarHijri, monthEnd, solarHijriYearOf } from './calendar.ts';
import { feastIn } from './date-recurrence.ts';
import { fromLunarHijri, lunarHijriOf } from './lunar-hijri.ts';

const years = fc.integer({ min: 1900, max: 2100 });

describe('our own calendar', () => {
  it('has the days that there are', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, number) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
        expect(dayOf(year, month, number)).toBe(isDay(text) ? text : null);
      }),
    );
  });

  it('keeps to the last day of a shorter month', () => {
    expect(addMonths(day('2021-03-31'), -1)).toBe('2021-02-28');
    expect(monthEnd(day('2020-01-15'), 1)).toBe('2020-02-29');
  });
});

describe('the hijri calendars', () => {
  test.each([
    [1400, 1, 1, '2021-03-21'],
    [1399, 12, 30, '2021-03-20'],
    [1400, 12, 30, null],
    [1400, 7, 31, null],
  ] as const)('solar %i-%i-%i is %s', (year, month, number, expected) => {
    expect(fromSolarHijri(year, month, number)).toBe(expected);
  });

  test.each([
    [1442, 10, 1, '2021-05-13'],
    [1442, 12, 10, '2021-07-20'],
    [1442, 10, 30, null],
    [1200, 1, 1, null],
  ] as const)('lunar %i-%i-%i is %s', (year, month, number, expected) => {
    expect(fromLunarHijri(year, month, number)).toBe(expected);
  });

  it('come back to the day they were given', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (year, month, number) => {
        const given = dayOf(year, month, number);
        const lunar = given === null ? null : lunarHijriOf(given);
        expect(lunar && fromLunarHijri(lunar.year, lunar.month, lunar.day)).toBe(given);
      }),
      { numRuns: 50 },
    );
  });

  it('know in which solar year a day lies', () => {
    expect([solarHijriYearOf(day('2021-03-20')), solarHijriYearOf(day('2021-03-21'))]).toEqual([1399, 1400]);
  });
});

test.each([
  ['easter 0', 2021, '2021-04-04'],
  ['easter 0', 2018, '2018-04-01'],
  ['weekday 11 4 4 1', 2021, '2021-11-26'],
  ['lunar 10 1', 2022, '2022-05-02'],
  ['solar 1 1', 2020, '2020-03-20'],
  ['12-25', 2021, '2021-12-25'],
])('the feast by "%s" fell in %i on %s', (rule, year, expected) => expect(feastIn(rule, year)).toBe(expected));
