// Days in words, in any of the languages.
import { type Day, daysBetween, weekdayOf } from '../model/time.ts';
import { count, ENGLISH, fill, inDigits, type Words } from './language.ts';

const monthOf = (day: Day): number => Number(day.slice(5, 7)) - 1;

export const monthWords = (day: Day, words: Words = ENGLISH): string => words.dates.months[monthOf(day)] ?? '';

/** "23 June 2021" */
export const dayWords = (day: Day, words: Words = ENGLISH): string =>
  fill(
    words.dates.day,
    { date: Number(day.slice(8)), month: monthWords(day, words), year: Number(day.slice(0, 4)) },
    words,
  );

/** "23 Jun" */
export const shortDayWords = (day: Day, words: Words = ENGLISH): string =>
  fill(words.dates.short, { date: Number(day.slice(8)), month: words.dates.monthsShort[monthOf(day)] ?? '' }, words);

/** "23 June" */
export const dateAndMonth = (day: Day, words: Words = ENGLISH): string =>
  fill(words.dates.short, { date: Number(day.slice(8)), month: monthWords(day, words) }, words);

/** "2021-06-23 08:30 UTC" */
export const clockWords = (instant: string, words: Words = ENGLISH): string => {
  const [day, time] = [instant.slice(0, 10), instant.slice(11, 16)];
  return fill(words.dates.clock, { day: inDigits(day, words), time: inDigits(time, words) }, words);
};

const dated = (names: readonly string[], day: Day, words: Words): string =>
  fill(words.dates.dated, { weekday: names[weekdayOf(day)] ?? '', day: dayWords(day, words) }, words);

/** "Wednesday 23 June 2021" */
export const longDayWords = (day: Day, words: Words = ENGLISH): string => dated(words.dates.weekdays, day, words);

/** "Wed 23 June 2021" */
export const weekdayWords = (day: Day, words: Words = ENGLISH): string => dated(words.dates.weekdaysShort, day, words);

/** "last word 12 days ago" */
export const ageWords = (last: Day, on: Day, words: Words = ENGLISH): string => {
  const days = daysBetween(last, on);
  return days === 0 ? words.age.sameDay : count(words.age.days, days, words);
};
