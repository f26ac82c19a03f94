// The lunar hijri calendar by the tables of Umm al-Qura, as every JavaScript engine carries them: Eid, Ramadan, Muharram.
// Invariant: tables, not sightings: a country may keep a feast a day later. Known from 1300 to 1600.
import type { Day } from '../../model/time.ts';
import { addDays } from '../../model/time.ts';
import { whenAsked } from '../../model/when-asked.ts';

interface LunarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const FORMAT = { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const shown = whenAsked(() => new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', FORMAT));

export const lunarHijriOf = (day: Day): LunarDate => {
  const parts = shown().formatToParts(Date.parse(`${day}T00:00:00Z`));
  const number = (type: 'year' | 'month' | 'day'): number =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN);
  return { year: number('year'), month: number('month'), day: number('day') };
};

// 1 Muharram 1400 fell on 20 November 1979.
const NEW_YEAR_1400 = '1979-11-20' as Day;
const DAYS_A_YEAR = 354.367;
const DAYS_A_MONTH = 29.5306;

/** How far the mean calendar may be from the tables. */
const SLACK = 3;

/** Null where the calendar has no such day. */
export const fromLunarHijri = (year: number, month: number, day: number): Day | null => {
  if (year < 1300 || year > 1600) return null;
  const mean = (year - 1400) * DAYS_A_YEAR + (month - 1) * DAYS_A_MONTH + day - 1;
  const near = addDays(NEW_YEAR_1400, Math.round(mean));
  for (let slack = -SLACK; slack <= SLACK; slack += 1) {
    const candidate = addDays(near, slack);
    const found = lunarHijriOf(candidate);
    if (found.year === year && found.month === month && found.day === day) return candidate;
  }
  return null;
};
