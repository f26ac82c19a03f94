// Bounds for a report that bears no date: from its own words, its number, the moment of its capture.
// Invariant: bounds are never narrower than what is known; words about what is to come bound nothing from below.
import { addDays, type Day, dayIn, type Instant, UNKNOWN_WHEN, type When } from '../model/time.ts';
import type { PublicationGround, YearMonth } from './date-candidates.ts';
import { daysOf, findWrittenDates } from './date-forms.ts';

// "2010-09-CA-125", "2013-01-S-022": press offices number their releases by year and month.
const RELEASE_NUMBER = /(?<![\d-])(?<year>(?:19|20)\d\d)-(?<month>0[1-9]|1[0-2])-\p{Lu}{1,4}-\d{1,4}(?![\d-])/u;
const NUMBER_REACH = 800;

export const releaseMonth = (text: string): YearMonth | null => {
  const groups = RELEASE_NUMBER.exec(text.slice(0, NUMBER_REACH))?.groups;
  return groups === undefined ? null : { year: Number(groups.year), month: Number(groups.month) };
};

// What is still to come cannot bound a report from below: "to withdraw by September 11, 2021".
const AHEAD = /\b(?:by|until|till|before|will|would|to|due|deadline|scheduled|next)\b[^.]{0,40}$/i;

/** The latest past day that the text dates, with its year or its fitting weekday, within or after the theatre's first day. */
const earliestPossible = (text: string, ground: PublicationGround, latest: Day | null): Day | null => {
  const days = findWrittenDates(text)
    .filter((date) => date.year !== null || date.weekday !== null)
    .filter((date) => !AHEAD.test(text.slice(Math.max(0, date.start - 60), date.start)))
    .map((date) => daysOf(date, ground))
    .flatMap((days) => (days.length === 1 ? days : []))
    .filter((day) => day >= ground.period.from && (latest === null || day <= latest));
  return days.sort().at(-1) ?? null;
};

/** Numbered by its month, a release has that month as bounds. */
const monthOf = ({ year, month }: YearMonth): { first: Day; last: Day } => {
  const first = `${year}-${String(month).padStart(2, '0')}-01` as Day;
  const next = addDays(first, 31);
  return { first, last: addDays(`${next.slice(0, 7)}-01` as Day, -1) };
};

export interface Bounded {
  readonly published: When;
  readonly message: string;
}

/** The bounds, and in words where they come from. */
export const boundReport = (text: string, captured: Instant | null, ground: PublicationGround): Bounded => {
  const taken = captured === null ? null : dayIn(captured, ground.timezone);
  if (ground.numbered) {
    const { first, last } = monthOf(ground.numbered);
    const latest = taken !== null && taken >= first && taken < last ? taken : last;
    const message = `the report bears no day; its number is of ${first.slice(0, 7)}`;
    return { published: { earliest: first, latest, precision: 'month', basis: 'implied' }, message };
  }
  const earliest = earliestPossible(text, ground, taken);
  const known = [
    ...(earliest === null ? [] : [`it mentions ${earliest}`]),
    ...(taken === null ? [] : [`it was captured on ${taken}`]),
  ];
  const message = ['the report bears no date', ...(known.length > 0 ? [known.join(', and ')] : [])].join('; ');
  return { published: { ...UNKNOWN_WHEN, earliest, latest: taken }, message };
};
