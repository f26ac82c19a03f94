import { describe, expect, test } from 'vitest';
import type { Day } from '../model/time.ts';
import { dayOf } from './calendar.ts';
import { daysOf, findWrittenDates } from './date-forms.ts';
import { type DateClues, dateReport, type PublicationGround } from './date-report.ts';

const day = (text: string): Day => text as Day;
const SUMMER: PublicationGround = {
  period: { from: day('2021-05-01'), until: day('2021-08-31') },
  order: null,
  timezone: 'Asia/Kabul',
};
const NO_CLUES: DateClues = { given: null, recorded: [], lines: [], text: '' };
const dated = (clues: Partial<DateClues>, ground: PublicationGround = SUMMER) =>
  dateReport({ ...NO_CLUES, ...clues }, ground);
const dayOfLine = (line: string, ground: PublicationGround = SUMMER): string | null => {
  const { published } = dated({ lines: [line] }, ground);
  return published.earliest === published.latest ? published.earliest : `${published.earliest}..${published.latest}`;
};

describe('a release numbered by its month', () => {
  const numbered = (line: string, text: string) => dated({ lines: [line], text }).published;

  test.each([
    ['EASTRY (Sept. 8) -', '2010-09-CA-125', '2010-09-08'],
    ['EASTRY (Dec. 31) -', '2011-01-S-001', '2010-12-31'],
    ['EASTRY (Jan. 2) -', '2010-12-S-310', '2011-01-02'],
    ['EASTRY (Jan. 2, 2013)', '2012-12-S-310', '2013-01-02'],
  ])('gives %s of %s its year', (line, text, expected) => expect(numbered(line, text).latest).toBe(expected));

  test('is bounds where nothing else is dated', () =>
    expect(numbered('', '2011-02-S-070')).toMatchObject({ earliest: '2011-02-01', latest: '2011-02-28' }));

  test('no telephone number is one', () => expect(numbered('', 'call 555-2010-09-125').latest).toBeNull());
});

describe('the day of a date line', () => {
  test.each([
    ['EASTRY, June 14 (Wire 7) - ', '2021-06-14'],
    ['EASTRY, Northmark, Aug 6 (Wire 7) - ', '2021-08-06'],
    ['World news | Tuesday 15 June 2021', '2021-06-15'],
    ['Chester Ledger. Saturday, August 7th 2021', '2021-08-07'],
    ['Published on 22/06/2021 at 08:18', '2021-06-22'],
    ['Published on Tuesday 22 June 2021 by Radio North, Ashford', '2021-06-22'],
    ['06/25/2021', '2021-06-25'],
    ['PRAIRIE TRIBUNE | 6/25/21', '2021-06-25'],
    ['Eastry. 23.06.2021, 09:15 (UTC+5)', '2021-06-23'],
    ['date 2021-06-23', '2021-06-23'],
    ['No. 31. Eastry, the 18th day of June', '2021-06-18'],
    ['the ticker - Fri 13/8/21 - time zone UTC', '2021-08-13'],
    ['Morning bulletin, Thursday 8 July. Read by A Writer', '2021-07-08'],
    ['WEDNESDAY, 14 JULY 2021', '2021-07-14'],
  ])('%s', (line, expected) => expect(dayOfLine(line)).toBe(expected));

  test.each([
    ['Date: 02/04/1400', '2021-06-23'],
    ['24 Jawza 1400', '2021-06-14'],
    ['22 Tir 1400', '2021-07-13'],
    ['Friday 22 Mordad 1400', '2021-08-13'],
    ['press review / 27 Saratan', '2021-07-18'],
    ['9 Dhu al-Qa’dah 1442 / 30 Jawza 1400', '2021-06-20'],
    ['1400/04/23', '2021-07-14'],
  ])('by the solar calendar: %s', (line, expected) => expect(dayOfLine(line)).toBe(expected));

  test.each([
    ['a clock', 'at 14:30 and 05:15'],
    ['a score', 'won 3-2'],
    ['a fraction of districts', '13/34 districts'],
    ['a version', 'form 1.2.3'],
    ['a press release’s number', 'PRESS RELEASE No. 1400/211'],
    ['a month without a day', 'in May 2021'],
    ['a modal verb', 'they may 5 times'],
    ['an impossible day', '31 June 2021'],
  ])('is not read from %s', (_, line) => expect(dayOfLine(line)).toBeNull());

  test('a weekday that does not fit leaves a date without a year unread', () => {
    expect(dayOfLine('Thursday 8 July')).toBe('2021-07-08');
    expect(dayOfLine('Monday 8 July')).toBeNull();
  });

  test('a date without a year is implied, and a note says so', () => {
    const { published, notes } = dated({ lines: ['EASTRY, June 14 (Wire 7) - '] });
    expect(published.basis).toBe('implied');
    expect(notes.map(({ code }) => code)).toEqual(['year-implied']);
  });

  test('the outlet’s order decides what either order could mean', () => {
    expect(dayOfLine('06/07/2021', { ...SUMMER, order: 'day-first' })).toBe('2021-07-06');
    expect(dayOfLine('06/07/2021', { ...SUMMER, order: 'month-first' })).toBe('2021-06-07');
  });

  test('without an order both readings stay as bounds, unless only one lies in the period', () => {
    const { published, notes } = dated({ lines: ['06/07/2021'] });
    expect(published).toMatchObject({ earliest: '2021-06-07', latest: '2021-07-06', precision: 'unknown' });
    expect(notes.map(({ code }) => code)).toEqual(['date-order']);
    expect(dayOfLine('02/07/2021')).toBe('2021-07-02');
  });
});

describe('the solar calendar', () => {
  test('leap days exist only in leap years', () => {
    expect(dayOf('solar', { year: 1399, month: 12, day: 30 })).toBe('2021-03-20');
    expect(dayOf('solar', { year: 1400, month: 12, day: 30 })).toBeNull();
    expect(dayOf('solar', { year: 1400, month: 1, day: 1 })).toBe('2021-03-21');
  });
  test('months after the sixth have no 31st', () => {
    expect(dayOf('solar', { year: 1400, month: 7, day: 31 })).toBeNull();
    expect(dayOf('gregorian', { year: 2021, month: 2, day: 29 })).toBeNull();
  });
});

describe('the day of a report', () => {
  test('what is given goes before what the page says, and a page’s record before its lines', () => {
    const clues = { given: '2021-07-14', recorded: ['2021-07-15'], lines: ['16 July 2021'] };
    expect(dated(clues).published.earliest).toBe('2021-07-14');
    expect(dated({ ...clues, given: null }).published.earliest).toBe('2021-07-15');
    expect(dated({ lines: clues.lines }).published.earliest).toBe('2021-07-16');
  });

  test('an instant falls on its day in the theatre’s time zone', () => {
    const late = dated({ recorded: ['2021-07-14T21:00:00Z'] });
    expect(late.published.earliest).toBe('2021-07-15');
    expect(late.publishedAt).toBe('2021-07-14T21:00:00.000Z');
  });

  test.each([
    ['Eastry. 15.07.2021, 14:30 (UTC+5)', '2021-07-15T09:30:00.000Z'],
    ['Posted Wed 30 June 2021, 14:00 AFT', '2021-06-30T09:30:00.000Z'],
    ['By A Writer | 9 Jul 2021 13:05 GMT', '2021-07-09T13:05:00.000Z'],
    ['Friday 22 Mordad 1400 – 09:50 | Lisbon time', '2021-08-13T08:50:00.000Z'],
    ['July 9, 2021 at 1:05 p.m. EDT', '2021-07-09T17:05:00.000Z'],
  ])('an hour with its zone is an instant: %s', (line, expected) =>
    expect(dated({ lines: [line] }).publishedAt).toBe(expected),
  );

  test('an hour without a zone is no instant', () => {
    expect(dated({ lines: ['Published on 22/06/2021 at 08:18'] })).toMatchObject({
      publishedAt: null,
      published: { earliest: '2021-06-22' },
    });
  });

  test('the hour of a second line serves the day of the first', () => {
    const { publishedAt } = dated({ recorded: ['2021-06-30'], lines: ['Posted Wed 30 June 2021, 14:00 GMT'] });
    expect(publishedAt).toBe('2021-06-30T14:00:00.000Z');
  });
});

describe('a report without a date', () => {
  test('is bounded from below by the latest past day it mentions', () => {
    const { published, notes } = dated({ text: 'A guard in Ashford on July 6, 2021. Since May 3, 2021 it was quiet.' });
    expect(published).toEqual({ earliest: '2021-07-06', latest: null, precision: 'unknown', basis: 'implied' });
    expect(notes.map(({ code }) => code)).toEqual(['undated']);
  });
  test.each([
    ['a day that is still to come', 'They will leave by September 11, 2021.'],
    ['history before the theatre’s first day', 'after the attacks of September 11, 2001'],
    ['a day without a year or a weekday', 'It began on June 3.'],
    ['a weekday alone', 'They came on Wednesday.'],
  ])('is not bounded by %s', (_, text) => expect(dated({ text }).published.earliest).toBeNull());

  test('is bounded by a day without a year whose weekday fits', () => {
    expect(dated({ text: 'the official said late on Wednesday, June 23.' }).published.earliest).toBe('2021-06-23');
  });
});

describe('a change after publication', () => {
  test('stands apart from the day of publication, and a later day is noted', () => {
    const { published, modified, modifiedAt, notes } = dated({
      recorded: ['2021-07-10T08:00:00Z'],
      changed: ['2021-07-14T06:30:00Z'],
    });
    expect(published.earliest).toBe('2021-07-10');
    expect(modified).toEqual({ earliest: '2021-07-14', latest: '2021-07-14', precision: 'day', basis: 'stated' });
    expect(modifiedAt).toBe('2021-07-14T06:30:00.000Z');
    expect(notes.map(({ code }) => code)).toEqual(['changed-later']);
  });

  test.each([
    ['Published 20 June 2021 | Updated 24 June 2021', '2021-06-20', '2021-06-24'],
    ['Last updated: 24 June 2021. Posted 20 June 2021', '2021-06-20', '2021-06-24'],
    ['Posted 20 June 2021', '2021-06-20', undefined],
  ])('is told from it in one line: %s', (line, published, modified) => {
    const report = dated({ lines: [line] });
    expect(report.published.earliest).toBe(published);
    expect(report.modified?.earliest).toBe(modified);
  });

  test('alone it serves for both', () => {
    const report = dated({ lines: ['Updated 24 June 2021'] });
    expect([report.published.earliest, report.modified?.earliest]).toEqual(['2021-06-24', '2021-06-24']);
  });

  test('of the same evening is no news', () =>
    expect(dated({ recorded: ['2021-07-10'], changed: ['2021-07-10T20:00:00Z'] }).notes).toEqual([]));

  test('without one there is none', () =>
    expect(dated({ recorded: ['2021-07-10'] })).toMatchObject({ modified: null, modifiedAt: null, captured: null }));
});

describe('dates that do not agree', () => {
  const codes = (clues: Partial<DateClues>) => dated(clues).notes.map(({ code }) => code);

  test('are told, and the better witness is believed', () => {
    const { published, notes } = dated({ recorded: ['2021-07-14'], lines: ['EASTRY, 20 July 2021'] });
    expect(published.earliest).toBe('2021-07-14');
    expect(notes).toEqual([
      {
        code: 'date-conflict',
        message: 'the page’s record says 2021-07-14, its date line 2021-07-20; taken as 2021-07-14',
        span: null,
      },
    ]);
  });

  test.each<[string, Partial<DateClues>]>([
    ['a dateline of the evening before', { recorded: ['2021-07-14'], lines: ['EASTRY, 13 July 2021 (Wire 7) -'] }],
    ['another zone', { given: '2021-07-14', recorded: ['2021-07-14T22:00:00Z'] }],
    [
      'a date line that tells of the change',
      { recorded: ['2021-07-10'], lines: ['12 July 2021'], changed: ['2021-07-12'] },
    ],
  ])('are not %s', (_, clues) => expect(codes(clues)).not.toContain('date-conflict'));

  test('a change before the publication is one', () =>
    expect(codes({ recorded: ['2021-07-14'], changed: ['2021-07-01'] })).toEqual(['date-conflict']));

  test('a day after the capture is passed over for one before it', () => {
    const clues = { recorded: ['2031-07-14'], lines: ['14 July 2021'], captured: '2021-07-15T10:00:00Z' };
    expect(dated(clues).published.earliest).toBe('2021-07-14');
    expect(codes(clues)).toEqual(['date-conflict']);
  });

  test('with the capture alone right, there are bounds', () => {
    const { published, captured, notes } = dated({ recorded: ['2031-07-14'], captured: '2021-07-15T10:00:00Z' });
    expect(published).toEqual({ earliest: null, latest: '2021-07-15', precision: 'unknown', basis: 'implied' });
    expect(captured).toBe('2021-07-15T10:00:00.000Z');
    expect(notes.map(({ code }) => code)).toEqual(['date-conflict', 'undated']);
  });
});

describe('a machine’s date', () => {
  test.each([
    ['2021-07-14 08:30:00+04:30', '2021-07-14T04:00:00.000Z'],
    ['2021-07-14T08:30:00 +0000', '2021-07-14T08:30:00.000Z'],
    ['Wed, 14 Jul 2021 08:30:00 GMT', '2021-07-14T08:30:00.000Z'],
    ['Wed, 14 Jul 2021 08:30:00 +0430', '2021-07-14T04:00:00.000Z'],
    ['1626251400', '2021-07-14T08:30:00.000Z'],
    ['1626251400000', '2021-07-14T08:30:00.000Z'],
  ])('%s', (text, at) => expect(dated({ recorded: [text] }).publishedAt).toBe(at));

  test.each(['2021-07-14T08:30:00', '20210714', '20210714083000', 'July 14, 2021'])(
    'without a zone is a day: %s',
    (text) =>
      expect(dated({ recorded: [text] })).toMatchObject({ published: { earliest: '2021-07-14' }, publishedAt: null }),
  );

  test.each(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '0001-01-01', '9999-12-31T23:59:59Z', 'null'])(
    'that means nothing is none: %s',
    (text) => expect(dated({ recorded: [text] }).published.earliest).toBeNull(),
  );
});

describe('a capture bounds a report without a date', () => {
  test('from above, and its words from below', () => {
    const { published, notes } = dated({
      text: 'A guard in Ashford on July 6, 2021. In August 20, 2021 editions it was otherwise.',
      captured: '2021-07-30T00:00:00Z',
    });
    expect(published).toMatchObject({ earliest: '2021-07-06', latest: '2021-07-30' });
    expect(notes[0]?.message).toBe(
      'the report bears no date; it mentions 2021-07-06, and it was captured on 2021-07-30',
    );
  });

  test('and one that is numbered by its month, to the day of the capture', () =>
    expect(dated({ text: '2021-07-S-070', captured: '2021-07-12T00:00:00Z' }).published).toMatchObject({
      earliest: '2021-07-01',
      latest: '2021-07-12',
    }));
});

describe('the day in an address', () => {
  const addressDay = day('2021-07-14');
  test('dates what bears no other, and a note says so', () => {
    const { published, notes } = dated({ addressDay, text: 'It began on July 6, 2021.' });
    expect(published).toEqual({ earliest: addressDay, latest: addressDay, precision: 'day', basis: 'implied' });
    expect(notes.map(({ code }) => code)).toEqual(['dated-by-address']);
  });

  test('gives way to any other and decides between two readings', () => {
    expect(dated({ addressDay, lines: ['15 July 2021'] }).published.earliest).toBe('2021-07-15');
    expect(dated({ addressDay: day('2021-07-06'), lines: ['06/07/2021'] }).published.latest).toBe('2021-07-06');
  });
});

describe('Arabic and Persian digits', () => {
  test.each([
    ['۱۴۰۰/۰۴/۲۳', '2021-07-14'],
    ['١٤/٠٧/٢٠٢١', '2021-07-14'],
    ['٢٣ June ٢٠٢١', '2021-06-23'],
  ])('%s is a date', (line, expected) => expect(dayOfLine(line)).toBe(expected));

  test('stand where they stood', () => {
    const text = 'on ١٤/٠٧/٢٠٢١, it said';
    expect(findWrittenDates(text).map(({ start, end }) => text.slice(start, end))).toEqual(['١٤/٠٧/٢٠٢١']);
  });
});

describe('written dates', () => {
  test('do not overlap and stand where they say', () => {
    const text = 'Saturday 31 July 2021 (9 Asad 1400), then 01.08.2021, 10:00 and 2021-08-02';
    const dates = findWrittenDates(text);
    expect(dates.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Saturday 31 July 2021',
      '9 Asad 1400',
      '01.08.2021',
      '2021-08-02',
    ]);
    expect(dates.flatMap((date) => daysOf(date, SUMMER))).toEqual([
      '2021-07-31',
      '2021-07-31',
      '2021-08-01',
      '2021-08-02',
    ]);
  });
});
