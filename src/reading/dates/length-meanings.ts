// Meanings of lengths of time: "three weeks ago", "two days after Eid", "in the last three months", "for eleven days".
// Invariant: months and years are counted by the calendar; of days up to now the present one counts.
import type { Day, Precision } from '../../model/time.ts';
import { addDays } from '../../model/time.ts';
import { offset, onlyDay, shifted } from './anchor-dates.ts';
import { addMonths } from './calendar.ts';
import { endsClause, type MeaningEntry, type Means, never, plain, reckoned, told } from './date-meaning.ts';
import type { DateMeaning, Length, Unit } from './date-values.ts';
import { daysIn } from './length-slots.ts';

const PRECISIONS: Readonly<Record<Unit, Precision>> = {
  minute: 'about',
  hour: 'about',
  day: 'day',
  week: 'week',
  fortnight: 'week',
  month: 'month',
  year: 'month',
  decade: 'month',
};

const ONE: Readonly<Record<Unit, Length>> = {
  minute: { months: 0, days: 0, unit: 'minute' },
  hour: { months: 0, days: 0, unit: 'hour' },
  day: { months: 0, days: 1, unit: 'day' },
  week: { months: 0, days: 7, unit: 'week' },
  fortnight: { months: 0, days: 14, unit: 'fortnight' },
  month: { months: 1, days: 0, unit: 'month' },
  year: { months: 12, days: 0, unit: 'year' },
  decade: { months: 120, days: 0, unit: 'decade' },
};

const step = (day: Day, { months, days }: Length, sign: 1 | -1): Day =>
  addDays(addMonths(day, sign * Math.round(months)), sign * Math.round(days));

/** A day of that distance from now. */
const distant = (length: Length, sign: 1 | -1): DateMeaning => ({
  anchor: (said) => onlyDay(step(said, length, sign), PRECISIONS[length.unit]),
  needs: 'relative',
});

const stepped =
  (sign: 1 | -1): Means =>
  ({ length }) =>
    length === undefined ? null : distant(length, sign);
const back = stepped(-1);
const ahead = stepped(1);

/** "a week ago yesterday" */
const fromYesterday: Means = ({ length }) =>
  length === undefined ? null : { anchor: (said) => onlyDay(addDays(step(said, length, -1), -1)), needs: 'relative' };

const fromDay =
  (sign: 1 | -1): Means =>
  ({ length, day }) => {
    if (length === undefined || day === undefined) return null;
    return shifted(day, (own) => step(own, length, sign), PRECISIONS[length.unit]);
  };

/** "the day after Christmas" */
const besideDay =
  (days: 1 | -1): Means =>
  ({ day }) =>
    day === undefined ? null : shifted(day, (own) => addDays(own, days), 'day');

/** From so long ago up to now. */
const since = (length: Length): DateMeaning => {
  const isDay = length.unit === 'day';
  const days = Math.max(1, Math.round(daysIn(length)) - (isDay ? 1 : 0));
  return offset(-days, 0, isDay ? 'about' : PRECISIONS[length.unit]);
};

const isShort = (length: Length): boolean => daysIn(length) < 1;

/** "two hours later": of the day told, or nearly. */
const hoursOn =
  (means: Means): Means =>
  (values, standing) =>
    values.length !== undefined && isShort(values.length) && endsClause(standing)
      ? offset(0, 0, 'about')
      : means(values, standing);

/** "ten minutes later" is no other day. */
const ofDays =
  (means: Means): Means =>
  (values, standing) =>
    values.length !== undefined && isShort(values.length) ? null : means(values, standing);
const daysBack = ofDays(back);
const daysOn = ofDays(ahead);

const past: Means = ({ length }) => (length === undefined ? null : since(length));

/** "for an hour" dates nothing. */
const lasting: Means = ({ length }) => (length === undefined || isShort(length) ? null : since(length));

/** "will leave in two months" looks ahead; "the third time in a week" back. */
const within: Means = ({ length }) => {
  if (length === undefined || isShort(length)) return null;
  const [back, forth] = [since(length), distant(length, 1)];
  const onward = (reached: Day) => ({ from: reached, to: step(reached, length, 1), precision: 'about' as const });
  return { anchor: (said, isAhead) => (isAhead ? forth : back).anchor(said, isAhead), needs: 'relative', onward };
};

/** "for the ninth day" began eight days ago. */
const lastingNth: Means = ({ ordinal, unit }) => {
  if (ordinal === undefined || unit === undefined) return null;
  return offset(-Math.round((ordinal - 1) * daysIn(ONE[unit])), 0, 'about');
};

/** "a few", "several": from two to six. */
const VAGUE = [-6, -2] as const;

const vagueAgo: Means = ({ unit }, { scan, from }) => {
  if (unit === undefined || scan.words[from - 1]?.figure) return null;
  const days = daysIn(ONE[unit]);
  const precision = unit === 'day' ? 'about' : PRECISIONS[unit];
  return offset(Math.round(VAGUE[0] * days), Math.round(VAGUE[1] * days), precision);
};

/** "he had left two days before." but not "two days before the rebels came", which is reckoned forward. */
const toldBefore: Means = (values, standing) => (endsClause(standing) ? daysBack(values, standing) : null);

/** "and retook it two days after." is reckoned forward; "two days after the rebels came" back. */
const toldAfter: Means = (values, standing) => (endsClause(standing) ? daysOn : daysBack)(values, standing);

const oneDay =
  (sign: 1 | -1): Means =>
  () =>
    offset(sign, sign, 'day');

export const LENGTH_MEANINGS: Readonly<Record<string, MeaningEntry>> = {
  ago: reckoned(back),
  'vague-ago': plain(vagueAgo),
  'ago-yesterday': reckoned(fromYesterday),
  ahead: reckoned(ahead),
  within: plain(within),
  'after-day': reckoned(fromDay(1)),
  'before-day': reckoned(fromDay(-1)),
  'day-after': reckoned(besideDay(1)),
  'day-before': reckoned(besideDay(-1)),
  'told-earlier': told(daysBack, daysBack),
  'told-back': told(toldAfter, daysBack),
  'told-on': told(hoursOn(daysOn), never),
  'told-before': told(toldBefore, toldBefore),
  'told-day-before': told(oneDay(-1), oneDay(-1)),
  'told-day-after': told(oneDay(1), oneDay(1)),
  'past-length': plain(past),
  lasting: { ...plain(lasting), lasting: true },
  'lasting-nth': { ...plain(lastingNth), lasting: true },
};
