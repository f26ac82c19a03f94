// Meanings of fixed phrases, weeks and weekends, and of parts of a stretch: "overnight", "last week", "the end of the month".
// Invariant: a stretch that the day of saying lies in ends on that day, unless what is said is to come.
import type { Day } from '../../model/time.ts';
import { addDays } from '../../model/time.ts';
import { offset } from './anchor-dates.ts';
import { weekdayBefore, weekStart } from './calendar.ts';
import { type MeaningEntry, type Means, plain } from './date-meaning.ts';
import type { DateMeaning, Unit } from './date-values.ts';
import type { DateClass } from './date-vocabulary.ts';
import { clipped, inPart, month, running, type Whole, week, weekend, year } from './whole-stretches.ts';

const fixed = (meaning: DateMeaning, ...classes: readonly DateClass[]): MeaningEntry => ({
  means: () => meaning,
  classes,
});

/** The same reckoned from the day that a story has come to: "overnight" is then the night behind it. */
const orOfStory = (meaning: DateMeaning, { anchor }: DateMeaning): DateMeaning => ({
  ...meaning,
  onward: (reached) => anchor(reached, true),
});

/** The weekend is the one past; "will meet at the weekend" the coming one. */
const eitherWeekend: DateMeaning = {
  anchor: (said, ahead) => {
    const stretch = weekend(ahead && weekdayBefore(6, said) < addDays(said, -1) ? 1 : 0)(said);
    return stretch && clipped(stretch, said);
  },
  needs: 'relative',
};

/** "last weekend": the latest one that is over; said on a weekend the one before it. */
const pastWeekend: Whole = (said, ahead) => weekend(weekdayBefore(6, said) < addDays(said, -1) ? 0 : -1)(said, ahead);

const WHOLE_UNIT: Partial<Record<Unit, Whole>> = { week: week(0), month: month(0), year: year(0) };

/** "the end of last month", "early this week", "the beginning of the year" */
const stretchPart: Means = ({ stretch, unit, part }) => {
  if (part === undefined) return null;
  const whole = stretch === undefined ? unit && WHOLE_UNIT[unit] : (said: Day) => stretch.anchor(said, true);
  if (!whole) return null;
  const within = running(inPart(whole, part));
  return stretch === undefined ? orOfStory(within, within) : within;
};

/** "later this week": from now to its end. */
const laterIn: Means = (_, { scan, to }) => {
  const unit = scan.words[to - 1]?.word ?? '';
  const whole = WHOLE_UNIT[unit as Unit];
  if (whole === undefined) return null;
  const anchor: DateMeaning['anchor'] = (said) => {
    const stretch = whole(said);
    return stretch && { ...stretch, from: said };
  };
  return { anchor, needs: 'relative' };
};

/** "the week of 14 June", "the week ending 20 June" */
const weekAround =
  (begins: (day: Day) => Day): Means =>
  ({ day }) => {
    if (day === undefined) return null;
    const anchor: DateMeaning['anchor'] = (said, ahead) => {
      const own = day.anchor(said, ahead);
      return own && { from: begins(own.from), to: addDays(begins(own.from), 6), precision: 'week' };
    };
    return { anchor, needs: day.needs };
  };

const years = (first: number, last: number): DateMeaning => ({
  ...offset(-365 * first, -365 * last, 'unknown'),
});

export const STRETCH_MEANINGS: Readonly<Record<string, MeaningEntry>> = {
  today: fixed(offset(0, 0, 'day'), 'day', 'reckoned'),
  yesterday: fixed(offset(-1, -1, 'day'), 'day', 'reckoned'),
  'before-yesterday': fixed(offset(-2, -2, 'day'), 'day'),
  tomorrow: fixed(offset(1, 1, 'day'), 'day', 'reckoned'),
  'after-tomorrow': fixed(offset(2, 2, 'day'), 'day'),
  overnight: fixed(orOfStory(offset(-1, 0, 'about'), offset(0, 1, 'about'))),
  'night-before-last': fixed(offset(-2, -1, 'about')),
  'recent-days': fixed(offset(-6, 0, 'week')),
  'recent-weeks': fixed(offset(-28, 0, 'month')),
  'recent-months': fixed(offset(-92, 0, 'month')),
  'coming-days': fixed(offset(0, 6, 'week')),
  'coming-weeks': fixed(offset(0, 28, 'month')),
  'coming-months': fixed(offset(0, 92, 'month')),
  'this-week': fixed(running(week(0)), 'week', 'stretch'),
  'last-week': fixed(running(week(-1)), 'week', 'stretch'),
  'next-week': fixed(running(week(1)), 'week', 'stretch'),
  'week-behind': fixed(orOfStory(running(week(1)), running(week(1))), 'week', 'stretch'),
  'week-before': fixed(orOfStory(running(week(-1)), running(week(-1))), 'week', 'stretch'),
  'past-week': fixed(offset(-7, 0, 'week')),
  'this-month': fixed(running(month(0)), 'month-stretch', 'stretch'),
  'last-month': fixed(running(month(-1)), 'month-stretch', 'stretch'),
  'next-month': fixed(running(month(1)), 'month-stretch', 'stretch'),
  'past-month': fixed(offset(-31, 0, 'month')),
  'this-year': fixed(running(year(0)), 'year-stretch', 'stretch'),
  'last-year': fixed(running(year(-1)), 'year-stretch', 'stretch'),
  'next-year': fixed(running(year(1)), 'year-stretch', 'stretch'),
  'past-year': fixed(offset(-365, 0, 'month')),
  weekend: fixed(eitherWeekend),
  'last-weekend': fixed(running(pastWeekend)),
  'weekend-before': fixed(running(weekend(-1))),
  'next-weekend': fixed(running(weekend(1))),
  'long-ago': fixed(years(10, 2)),
  'stretch-part': plain(stretchPart),
  'later-in': plain(laterIn),
  'week-of': plain(weekAround((day) => weekStart(day))),
  'week-to': plain(weekAround((day) => addDays(day, -6))),
};
