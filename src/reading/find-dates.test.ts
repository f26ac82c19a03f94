import { describe, expect, test } from 'vitest';
import { day } from '../../test/invented-theatre.ts';
import { datesOf, draftOf, PUBLISHED, readDates } from '../../test/read-dates.ts';
import type { Instant, When } from '../model/time.ts';
import { findDates } from './find-dates.ts';

/** Said on Thursday 24 June 2021. */
const one = (text: string, published: string | When = PUBLISHED, outlet: string | null = null): string =>
  readDates(text, { published, outlet });

describe('a day is read against the report’s own day', () => {
  test.each([
    ['It fell on Wednesday.', '2021-06-23 day'],
    ['It fell on Thursday.', '2021-06-24 day'],
    ['It fell on Friday.', '2021-06-18 day'],
    ['It fell late Sunday.', '2021-06-20 day'],
    ['It fell on Sunday night.', '2021-06-20 day'],
    ['It fell last Thursday.', '2021-06-17 day'],
    ['It fell two days ago.', '2021-06-22 day'],
    ['It fell yesterday.', '2021-06-23 day'],
    ['It fell this morning.', '2021-06-24 day'],
    ['It fell overnight.', '2021-06-23..2021-06-24 about'],
    ['It fell on June 21.', '2021-06-21 day'],
    ['It fell on 21 June 2021.', '2021-06-21 day'],
    ['It fell on 2 December.', '2020-12-02 day'],
    ['It fell on Tuesday, June 22.', '2021-06-22 day'],
    ['It fell by noon on Monday.', 'by 2021-06-21 day'],
    ['It will be cleared by Monday.', 'by 2021-06-28 day'],
  ])('%s → %s', (text, expected) => expect(one(text)).toBe(expected));
});

describe('a stretch of time stays a stretch', () => {
  test.each([
    ['Posts fell this week.', '2021-06-21..2021-06-24 week'],
    ['Posts fell last week.', '2021-06-14..2021-06-20 week'],
    ['Posts fell in the past three days.', '2021-06-22..2021-06-24 about'],
    ['Posts fell in recent days.', '2021-06-18..2021-06-24 week'],
    ['Posts fell in the last three months.', '2021-03-25..2021-06-24 month'],
    ['Posts fell earlier this month.', '2021-06-01..2021-06-24 month'],
    ['Posts fell in May.', '2021-05-01..2021-05-31 month'],
    ['Posts fell in late May.', '2021-05-21..2021-05-31 week'],
    ['Held since May 1.', 'since 2021-05-01..2021-06-24 about'],
    ['Held since the middle of June.', 'since 2021-06-11..2021-06-24 about'],
    ['Besieged for eleven days.', 'since 2021-06-14..2021-06-24 about'],
    ['Besieged for the ninth day.', 'since 2021-06-16..2021-06-24 about'],
  ])('%s → %s', (text, expected) => expect(one(text)).toBe(expected));
});

describe('a day reckoned from the day told last', () => {
  test.each([
    ['It was retaken on Sunday, three days after they took it.', '2021-06-20 day | 2021-06-17 day'],
    ['It fell on Sunday. Two days later it was retaken.', '2021-06-20 day | 2021-06-22 day'],
    ['It was retaken on Sunday, having been lost the day before.', '2021-06-20 day | 2021-06-19 day'],
    ['Two days later it was retaken.', ''],
    ['It fell on Wednesday. Two weeks later it was retaken.', '2021-06-23 day'],
    ['It fell in 2015 and, a year later, again.', '2015-01-01..2015-12-31 month | 2016-01-01..2016-12-31 unknown'],
  ])('%s → %s', (text, expected) => expect(one(text)).toBe(expected));
});

describe('figures and calendars', () => {
  test.each([
    ['Day First', '02/06/2021', '2021-06-02 day'],
    ['Month First', '06/02/2021', '2021-06-02 day'],
    [null, '23/06/2021', '2021-06-23 day'],
    [null, '6/23/21', '2021-06-23 day'],
    [null, '2021-06-23', '2021-06-23 day'],
    ['Day First', '02/04/1400', '2021-06-23 day'],
    [null, '2 Saratan', '2021-06-23 day'],
    [null, '9 Asad 1400', '2021-07-31 day'],
  ])('%s writes %s → %s', (outlet, text, expected) =>
    expect(one(`It was taken on ${text}.`, '2021-06-24', outlet)).toBe(expected),
  );
});

describe('an undated report gets bounds, never a guess', () => {
  const bounds = (earliest: string | null, latest: string | null): When => ({
    earliest: earliest === null ? null : day(earliest),
    latest: latest === null ? null : day(latest),
    precision: 'unknown',
    basis: 'implied',
  });

  test('a weekday stays between the bounds', () => {
    expect(one('It fell on Monday.', bounds('2021-07-05', null))).toBe('2021-07-05..null unknown');
    expect(one('It fell on Monday.', bounds(null, null))).toBe('null unknown');
  });

  test('bounds that agree on the day give it', () => {
    expect(one('It fell on Tuesday.', bounds('2021-06-23', '2021-06-24'))).toBe('2021-06-22 day');
  });

  test('a full date needs no report', () => {
    expect(one('It fell on 21 June 2021.', bounds(null, null))).toBe('2021-06-21 day');
  });

  test('a date without a year lies in the theatre’s one year', () => {
    expect(one('It fell on 21 June.', bounds(null, null))).toBe('2021-06-21 day');
  });
});

describe('history is marked as background', () => {
  test.each(['in late 2001', 'in the 1990s', 'in February', 'since 2014', 'two decades ago'])('%s', (words) => {
    expect(datesOf(`They ruled it ${words}.`).every((mark) => mark.background)).toBe(true);
  });

  test('what happened since the period began is none', () => {
    expect(datesOf('It fell on 2 March.')[0]?.background).toBe(false);
  });
});

test('it was so long ago that it is no date', () => {
  expect(datesOf('It was 9999999999 weeks ago.')).toEqual([]);
});

test('a live entry is read against its own time', () => {
  const draft = draftOf('It fell yesterday.');
  const sentences = draft.sentences.map((sentence) => ({
    ...sentence,
    at: '2021-06-22T20:00:00.000Z' as Instant,
  }));
  expect(findDates({ ...draft, sentences }).dates[0]?.when.latest).toBe('2021-06-21');
});
