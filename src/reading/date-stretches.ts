// Lengths of time: "in the last three months", "two weeks ago", "for eleven days", "three days after".
// Invariant: each pattern carries an example; what the words are is data (languages/en/dates.json).
import type { Lexicon } from '../model/lexicon.ts';
import type { Day, Precision } from '../model/time.ts';
import { addDays } from '../model/time.ts';
import type { DateMeaning } from './anchor-dates.ts';
import { offset, onlyDay } from './anchor-dates.ts';
import { addMonths } from './calendar.ts';
import { anyOf, type DateMatch, type DateRule } from './date-rule.ts';
import { hasPhrase } from './find-phrases.ts';
import { numberOf, ordinalOf } from './numbers.ts';

const DAYS_A_MONTH = 30.44;

const UNIT_DAYS: readonly (readonly [string, number, Precision])[] = [
  ['unit:hour', 1 / 24, 'about'],
  ['unit:day', 1, 'about'],
  ['unit:week', 7, 'week'],
  ['unit:fortnight', 14, 'week'],
  ['unit:month', DAYS_A_MONTH, 'month'],
  ['unit:year', 365.25, 'month'],
  ['unit:decade', 3652.5, 'month'],
];

export const UNIT_LISTS = UNIT_DAYS.map(([name]) => name);

const unitOf = (word: string, lexicon: Lexicon) =>
  UNIT_DAYS.find(([name]) => lexicon.has(name, word.toLowerCase())) ?? null;

const countOf = (words: string, lexicon: Lexicon): number | null =>
  numberOf(words.toLowerCase().trim().split(/\s+/), lexicon);

/** A century: what is longer dates nothing that news tells. */
const LONGEST_DAYS = 36_525;

/** Length in days of "three months"; null where the number is none. */
const lengthOf = (match: DateMatch, lexicon: Lexicon) => {
  const unit = unitOf(match.group('unit'), lexicon);
  const count = match.group('count') === '' ? 1 : countOf(match.group('count'), lexicon);
  const days = unit === null || count === null ? null : count * unit[1];
  if (unit === null || days === null || days > LONGEST_DAYS) return null;
  return { days, isDay: unit[1] === 1, precision: unit[2] };
};

type Means = (match: DateMatch, lexicon: Lexicon) => DateMeaning | null;

/** From so long ago up to now; of days the present one counts. */
const past: Means = (match, lexicon) => {
  const length = lengthOf(match, lexicon);
  if (!length) return null;
  return offset(-Math.max(1, Math.round(length.days) - (length.isDay ? 1 : 0)), 0, length.precision);
};

/** A day of that distance; months and years are counted by the calendar. */
const stepped =
  (sign: 1 | -1): Means =>
  (match, lexicon) => {
    const length = lengthOf(match, lexicon);
    if (!length || Math.round(length.days) === 0) return null;
    const months = Math.round(length.days / DAYS_A_MONTH);
    const step = (said: Day): Day =>
      length.precision === 'month' ? addMonths(said, sign * months) : addDays(said, sign * Math.round(length.days));
    return { anchor: (said) => onlyDay(step(said), length.isDay ? 'day' : length.precision), needs: 'relative' };
  };
const ago = stepped(-1);
const ahead = stepped(1);

const isShort = (match: DateMatch, lexicon: Lexicon): boolean => (lengthOf(match, lexicon)?.days ?? 0) < 1;

/** "for an hour" dates nothing. */
const lasting: Means = (match, lexicon) => (isShort(match, lexicon) ? null : past(match, lexicon));

const within: Means = (match, lexicon) => {
  if (isShort(match, lexicon)) return null;
  return hasPhrase(match.text, lexicon.list('futureWords')) ? ahead(match, lexicon) : past(match, lexicon);
};

/** "for the ninth day" began eight days ago. */
const lastingNth: Means = (match, lexicon) => {
  const nth = ordinalOf(match.group('count').toLowerCase(), lexicon);
  const days = unitOf(match.group('unit'), lexicon)?.[1] ?? 1;
  return nth === null ? null : offset(-Math.round((nth - 1) * days), 0, 'about');
};

export const stretchRules = (lexicon: Lexicon): readonly DateRule[] => {
  const unit = `(?<unit>${anyOf(lexicon, ...UNIT_LISTS)})`;
  const length = `(?<count>[\\p{L}\\p{N}-]+)\\s+${unit}`;
  const words = (list: string) => `(?:${anyOf(lexicon, list)})`;
  const rule = (pattern: string, means: Means, given: Partial<DateRule> = {}): DateRule => ({
    pattern: new RegExp(pattern, 'giu'),
    means,
    ...given,
  });
  return [
    // "in the last three months", "over the past 24 hours"
    rule(`\\b(?:the\\s+|these\\s+)?${words('past')}\\s+${length}\\b`, past),
    // "three weeks ago"
    rule(`\\b${length}\\s+ago\\b`, ago),
    // "two weeks from now"
    rule(`\\b${length}\\s+${words('units:from-now')}\\b`, ahead),
    // "will leave in two months"; "the third time in a week"
    rule(`\\b${words('units:within')}\\s+${length}\\b`, within),
    // "three days after troops had driven them out": three days before what was told
    rule(`\\b${length}\\s+${words('units:past-of-told')}\\b`, ago, { fromTold: true }),
    // "he had left two days before."
    rule(`\\b${length}\\s+before(?=\\s*[.,;:)]|$)`, ago, { fromTold: true }),
    // "two days later"
    rule(`\\b${length}\\s+${words('units:future-of-told')}\\b`, ahead, { fromTold: true }),
    // "for eleven days", "for a month"
    rule(`\\bfor\\s+(?:about\\s+|nearly\\s+|almost\\s+|some\\s+)?${length}\\b`, lasting, { lasting: true }),
    // "for the ninth day"
    rule(
      `\\bfor\\s+(?:the|a)\\s+(?<count>[\\p{L}\\p{N}]+)\\s+(?:consecutive\\s+|straight\\s+)?${unit}\\b`,
      lastingNth,
      {
        lasting: true,
      },
    ),
  ];
};
