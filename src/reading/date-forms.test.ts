// Every form in which English news writes a date, one invented sentence each; the report is of Thursday 24 June 2021.
import { en } from 'chrono-node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDates } from '../../test/read-dates.ts';
import { reads } from '../../test/read-dates-table.ts';

reads(
  'a day written out',
  `
It was taken on June 23.                        → 2021-06-23 day
It was taken on 23 June 2021.                   → 2021-06-23 day
It was taken on the 23rd of June.               → 2021-06-23 day
It was taken on June 23rd, 2021.                → 2021-06-23 day
It was taken on Jun. 3.                         → 2021-06-03 day
It was taken on 23 june in 2020.                → 2020-06-23 day
It was taken on the fourth of July of 1995.     → 1995-07-04 day
It was taken on the twenty-third day of June.   → 2021-06-23 day
It was taken on June twenty third.              → 2021-06-23 day
It was taken on six June nineteen eighty six.   → 1986-06-06 day
It was taken on 5 April of 98.                  → 1998-04-05 day
It was taken on Dec3, 2020.                     → 2020-12-03 day
It was taken on Tuesday, June 22.               → 2021-06-22 day
It was taken on Tuesday (22 June).              → 2021-06-22 day
It was taken on Tue 22 Jun 2021.                → 2021-06-22 day
It was taken on 29 February.                    → 2020-02-29 day
It was taken on 2 December.                     → 2020-12-02 day
It cost $12 December 3 or not.                  → 2020-12-03 day
The June 15 attack failed.                      → 2021-06-15 day
On May 5 rebels took it.                        → 2021-05-05 day
In May 12 people died.                          → 2021-05-01..2021-05-31 month
In June 2 soldiers died.                        → 2021-06-01..2021-06-24 month`,
);

reads(
  'a day by its weekday',
  `
It fell late Sunday.                            → 2021-06-20 day
It fell late on Sunday night.                   → 2021-06-20 day
It fell on sunday.                              → 2021-06-20 day
It fell on Sun.                                 → 2021-06-20 day
It fell last Saturday.                          → 2021-06-19 day
It fell this past Monday.                       → 2021-06-21 day
It fell on the previous Wednesday.              → 2021-06-16 day
It fell on Monday of last week.                 → 2021-06-14 day
It fell on Tuesday the 22nd.                    → 2021-06-22 day
It fell on Monday two weeks ago.                → 2021-06-07 day
It fell at dawn on Tuesday.                     → 2021-06-22 day
On the morning of Tuesday it fell.              → 2021-06-22 day
Earlier on Thursday it fell.                    → 2021-06-24 day
Wednesday’s attack failed.                      → 2021-06-23 day`,
);

reads(
  'what is to come takes the coming day',
  `
They will meet on Monday.                       → 2021-06-28 day
They will meet next Monday.                     → 2021-06-28 day
They meet this coming Monday.                   → 2021-06-28 day
On Monday, the council will vote.               → 2021-06-28 day
It would be announced on Wednesday.             → 2021-06-30 day
Talks are due to start on Tuesday.              → 2021-06-29 day
They'll meet on Wednesday next week.            → 2021-06-30 day
They will meet at the weekend.                  → 2021-06-26..2021-06-27 about
They will leave in two days.                    → 2021-06-26 day
They will leave on the 3rd.                     → 2021-07-03 day
It will be told later this week.                → 2021-06-24..2021-06-27 week
They must leave by 11 September.                → by 2021-09-11 day
They will leave on 30 October.                  → 2021-10-30 day
On Monday the council said it would vote.       → 2021-06-21 day
It will be held, the council said on Monday.    → 2021-06-21 day
It would have fallen on Monday.                 → 2021-06-21 day
The council said on Monday that it would vote on Wednesday. → 2021-06-21 day | 2021-06-30 day`,
);

reads(
  'a day reckoned by a length',
  `
It fell three days ago.                         → 2021-06-21 day
It fell two weeks ago.                          → 2021-06-10 week
It fell a fortnight ago.                        → 2021-06-10 week
It fell a month and two days ago.               → 2021-05-22 day
It fell half a year ago.                        → 2020-12-24 month
It fell a few days ago.                         → 2021-06-18..2021-06-22 about
It fell hours ago.                              → 2021-06-24 about
It fell two-three days ago.                     → 2021-06-21 day
It fell on Sunday, ten minutes after the truce. → 2021-06-20 day
It fell a day earlier.                          → 2021-06-23 day
It fell the day before.                         → 2021-06-23 day
It fell two days before yesterday.              → 2021-06-21 day
It fell three days after 3 May 2020.            → 2020-05-06 day
It fell two weeks after Eid al-Fitr.            → 2021-05-27 week
It fell the day after Christmas.                → 2020-12-26 day
It starts three weeks from tomorrow.            → 2021-07-16 week
It fell within two days.                        → 2021-06-23..2021-06-24 about
It was held for the past 24 hours.              → 2021-06-23..2021-06-24 about`,
);

reads(
  'from one day to another',
  `
Posts fell on 28/29 May.                        → 2021-05-28..2021-05-29 about
They fought from 3 to 5 June.                   → 2021-06-03..2021-06-05 about
They fought between June 3 and 7.               → 2021-06-03..2021-06-07 about
They fought June 3-5.                           → 2021-06-03..2021-06-05 about
They fought from June 3 to June 5, 2020.        → 2020-06-03..2020-06-05 about
They fought from 30 May to 2 June.              → 2021-05-30..2021-06-02 about
They fought from Monday to Wednesday.           → 2021-06-21..2021-06-23 about
They fought from Friday to Sunday.              → 2021-06-18..2021-06-20 about
It fell in the night from Monday to Tuesday.    → 2021-06-21..2021-06-22 about
It fell during the night to Tuesday.            → 2021-06-21..2021-06-22 about
It fell on Saturday night into Sunday.          → 2021-06-19..2021-06-20 about
It fell overnight Saturday.                     → 2021-06-19..2021-06-20 about
It was theirs from 2004 to 2017.                → 2004-01-01..2017-12-31 month
It fell between May and June 2020.              → 2020-05-01..2020-06-30 month`,
);

reads(
  'a stretch of time',
  `
It fell in mid-May.                             → 2021-05-11..2021-05-20 week
It fell in early June.                          → 2021-06-01..2021-06-10 week
It fell at the end of last month.               → 2021-05-21..2021-05-31 week
It fell at the weekend.                         → 2021-06-19..2021-06-20 about
It fell in the week of 14 June.                 → 2021-06-14..2021-06-20 week
It fell the night before last.                  → 2021-06-22..2021-06-23 about
It fell last May.                               → 2021-05-01..2021-05-31 month
It fell last month.                             → 2021-05-01..2021-05-31 month
It fell in the summer of 2020.                  → 2020-06-01..2020-08-31 month
It fell this spring.                            → 2021-03-01..2021-05-31 month
It fell in the 1990s.                           → 1990-01-01..1999-12-31 month
They leave in the coming days.                  → 2021-06-24..2021-06-30 week`,
);

reads(
  'feasts and other calendars',
  `
It fell on Eid al-Fitr.                         → 2021-05-13 about
It fell before Eid.                             → before 2021-05-13 about
It fell on the eve of Eid.                      → 2021-05-12 day
It fell in Ramadan.                             → 2021-04-13..2021-05-12 month
It fell at Nowruz.                              → 2021-03-21 day
It fell on Easter 2018.                         → 2018-04-01 day
They came after the Sept. 11 attacks.           → after 2001-09-11 day
It fell last Easter.                            → 2021-04-04 day
It fell on Black Friday 2010.                   → 2010-11-26 day
It fell on New Year’s Eve.                      → 2020-12-31 day
It fell on the 2nd of Saratan.                  → 2021-06-23 day
It fell on 12 Tir 1400.                         → 2021-07-03 day
It fell on 10 Muharram 1442.                    → 2020-08-29 day`,
);

reads(
  'what the preposition says of the day',
  `
They have held it since May 1.                  → since 2021-05-01..2021-06-24 about
They held it until 20 June.                     → until 2021-06-20 day
It was quiet before Monday.                     → before 2021-06-21 day
It was quiet prior to Monday.                   → before 2021-06-21 day
It was quiet after June 20.                     → after 2021-06-20 day
It had fallen by noon on Monday.                → by 2021-06-21 day
As of Monday they hold it.                      → since 2021-06-21..2021-06-24 about
It was besieged for three weeks.                → since 2021-06-03..2021-06-24 about
It was besieged for a year and a half.          → since 2019-12-24..2021-06-24 about`,
);

reads(
  'days in figures',
  `
It fell on 22.06.2021.                          → 2021-06-22 day
It fell on 05-Jun-2021.                         → 2021-06-05 day
It fell on 2021/Jun/05.                         → 2021-06-05 day
It fell on 20210605.                            → 2021-06-05 day
It fell at 2021-06-05T10:30:00Z.                → 2021-06-05 day
It fell on 22/06.                               → 2021-06-22 day
It fell on Friday 6/4.                          → 2021-06-04 day
See post-list-2021-06-05.txt for more.          → 2021-06-05 day`,
);

describe('plainly written days', () => {
  const FORMS = [
    { day: 'numeric', month: 'long', year: 'numeric' },
    { day: '2-digit', month: 'short', year: 'numeric' },
    { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  ] as const;
  const written = fc.record({
    at: fc.date({ min: new Date('1990-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
    form: fc.constantFrom(...FORMS),
    locale: fc.constantFrom('en-GB', 'en-US'),
  });

  it('are read as a well-known library reads them', () => {
    fc.assert(
      fc.property(written, ({ at, form, locale }) => {
        const words = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).format(at);
        const theirs = en.casual.parse(words)[0]?.start;
        const day = [theirs?.get('year'), theirs?.get('month'), theirs?.get('day')];
        const text = day.map((part) => String(part).padStart(2, '0')).join('-');
        expect(readDates(`It was taken on ${words}.`)).toBe(`${text} day`);
      }),
    );
  });
});
