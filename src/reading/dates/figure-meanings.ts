// Meanings of days in figures ("23/06/2021", "22/04") and of feasts ("Eid al-Fitr", "Christmas 2020").
// Invariant: the order of day and month is the outlet's habit; without one, what is possible and lies nearest.
import type { Day } from '../../model/time.ts';
import { addDays, weekdayOf } from '../../model/time.ts';
import { always, nearestTo, onlyDay, type Recurrence, shifted, steppedMeaning } from './anchor-dates.ts';
import { dayOf, fromSolarHijri, yearOf } from './calendar.ts';
import { day, hasNoun, isLinked, type MeaningEntry, type Means, type Standing, standsAlone } from './date-meaning.ts';
import { everyYear, feastDays, feastIn, isByMoon, isOneDay, isYearOf } from './date-recurrence.ts';
import type { DateMeaning, Figures } from './date-values.ts';

const inCalendar = (year: number, month: number, number: number): Day | null =>
  isYearOf('solar', year) ? fromSolarHijri(year, month, number) : dayOf(year, month, number);

const known = (found: Day | null): DateMeaning | null => found && always(onlyDay(found));

/** By the outlet's habit; without one by what is possible, else by what lies nearest to the day of saying. */
const yearLast = ({ year, first, second }: Extract<Figures, { form: 'year-last' }>, { order }: Standing) => {
  const dayFirst = inCalendar(year, second, first);
  const monthFirst = isYearOf('solar', year) ? null : inCalendar(year, first, second);
  const given = order === 'month-first' ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
  if (order !== null || !dayFirst || !monthFirst) return known(given);
  const meaning: DateMeaning = {
    anchor: (said) => onlyDay(nearestTo([dayFirst, monthFirst], said)),
    needs: 'yearless',
  };
  return meaning;
};

const figures: Means = ({ figures: written }, standing) => {
  if (written === undefined) return null;
  if (written.form === 'year-last') return yearLast(written, standing);
  return known(inCalendar(written.year, written.month, written.day));
};

/** "22/04": both orders, or the outlet's. */
const everyOrder = ([a, b]: readonly [number, number], { order }: Standing): Recurrence => {
  const of = (month: number, number: number) => everyYear({ calendar: 'gregorian', number: month }, number);
  const [dayFirst, monthFirst] = [of(b, a), of(a, b)];
  return (said) => {
    const own = order === 'month-first' ? monthFirst(said) : dayFirst(said);
    return order !== null && own.length > 0 ? own : [...dayFirst(said), ...monthFirst(said)].sort();
  };
};

/** "on 3/4 OF the posts" */
const isShare = ({ scan, to }: Standing): boolean =>
  scan.vocabulary.lexicon.has('dateShares', scan.words[to]?.word ?? '');

/** Two figures are a day only behind "on", beside a weekday, or as a line of their own: else a score or a share. */
const shortFigures: Means = ({ shortFigures: written, weekday: number = null }, standing) => {
  if (written === undefined) return null;
  const linked = isLinked(standing, 'dateOnLinks') && !hasNoun(standing) && !isShare(standing);
  if (number === null && !linked && !standsAlone(standing)) return null;
  const recurs = everyOrder(written, standing);
  const fits: Recurrence = (said) => recurs(said).filter((one) => weekdayOf(one) === number);
  const near: Recurrence = (said) => fits(said).filter((one) => Math.abs(yearOf(one) - yearOf(said)) <= 1);
  return steppedMeaning((said) => (number !== null && near(said).length > 0 ? near(said) : recurs(said)), null);
};

/** "next 5/12" */
const steppedFigures: Means = ({ shortFigures: written, step }, standing) =>
  written === undefined || hasNoun(standing) ? null : steppedMeaning(everyOrder(written, standing), step ?? null);

/** A feast by the moon may be kept a day later. */
const feastPrecision = (name: string) => (isByMoon(name) ? 'about' : 'day');

/** "last Easter" */
const steppedFeast: Means = ({ feast: name, step }) =>
  name === undefined ? null : steppedMeaning(feastDays(name), step ?? null, feastPrecision(name));

/** "Eid al-Fitr", "Christmas 2020" */
const feast: Means = ({ feast: name, year, stretch }) => {
  if (name === undefined) return null;
  const precision = feastPrecision(name);
  if (isOneDay(name)) return always(onlyDay(name));
  if (year !== undefined) return known(feastIn(name, year));
  if (stretch === undefined) return steppedMeaning(feastDays(name), null, precision);
  const anchor: DateMeaning['anchor'] = (said, ahead) => {
    const within = stretch.anchor(said, ahead);
    return within && onlyDay(feastIn(name, yearOf(within.from)), precision);
  };
  return { anchor, needs: 'relative' };
};

/** "the eve of the new year" */
const eveOfFeast: Means = (values, standing) => {
  const meaning = feast(values, standing);
  return meaning && shifted(meaning, (own) => addDays(own, -1), 'day');
};

export const FIGURE_MEANINGS: Readonly<Record<string, MeaningEntry>> = {
  figures: day(figures),
  'short-figures': day(shortFigures),
  'stepped-figures': day(steppedFigures),
  feast: day(feast),
  'feast-in': day(feast),
  'stepped-feast': day(steppedFeast),
  'day-before-feast': day(eveOfFeast),
};
