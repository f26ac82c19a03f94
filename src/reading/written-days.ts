// Days written out or in figures: chrono-node finds the expression and what is said in it, our rules anchor it; figures
// and solar hijri days are our own. Invariant: nothing that the text does not say is taken from the library.
import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { casual as chrono } from 'chrono-node/en';
import type { Lexicon } from '../model/lexicon.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Day } from '../model/time.ts';
import { addDays, daysBetween } from '../model/time.ts';
import type { Anchor, DateMeaning, Week } from './anchor-dates.ts';
import { always, monthDayMeaning, offset, onlyDay, weekdayMeaning, yearlessMeaning } from './anchor-dates.ts';
import { dayOf, fromSolarHijri, solarHijriYearOf } from './calendar.ts';
import type { DateExpression } from './date-rule.ts';
import { hasPhrase } from './find-phrases.ts';

export type DateOrder = Theatre['outlets'][number]['dateOrder'];

// Any day does: only its distance to a relative result is used. A Wednesday, so that no weekday is favoured.
const DUMMY = '2020-07-15' as Day;
const REFERENCE = { instant: new Date(`${DUMMY}T12:00:00Z`), timezone: 0 };

/** "two days ago", "yesterday": all parts reckoned from the reference. A time of day ("night", "noon") reckons nothing. */
const isRelative = (result: ParsedResult): boolean =>
  [...result.tags()].some(
    (tag) =>
      tag.startsWith('result/relative') ||
      (tag.startsWith('casualReference/') && !/morning|noon|evening|midnight|night$/.test(tag)),
  ) && result.start.isCertain('day');

/** Of what is reckoned by a length ("in a week", "two days after") only "ago" says from where; our own rules read the rest. */
const isReckoned = (result: ParsedResult): boolean =>
  ![...result.tags()].some((tag) => tag.startsWith('result/relative')) || /\bago\b/i.test(result.text);

const dayOfParts = (parts: ParsedComponents): Day | null =>
  dayOf(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0);

/** "Mon", "Sun" and "sat" are words too: a short form needs its capital. */
const isWeekdayWord = (text: string, lexicon: Lexicon): boolean =>
  text.split(/[^\p{L}]+/u).some((word) => {
    const known = lexicon.look('weekdays', word.toLowerCase()) !== null;
    return known && (word.length > 5 || /^\p{Lu}/u.test(word));
  });

const weekOf = (text: string): Week => {
  if (/\b(coming|upcoming)\b/i.test(text)) return 'coming';
  if (/\b(last|past|previous)\b/i.test(text)) return 'last';
  return /\b(next|following)\b/i.test(text) ? 'next' : null;
};

/** "last", "next" may stand before what the library takes. */
const weekdayIn = (parts: ParsedComponents, text: string): DateMeaning =>
  weekdayMeaning(parts.get('weekday') ?? 0, weekOf(text));

const partsMeaning = (parts: ParsedComponents, text: string, lexicon: Lexicon): DateMeaning | null => {
  const has = (part: 'weekday' | 'day' | 'month' | 'year') => parts.isCertain(part);
  if (has('day') && has('month') && has('year')) return always(onlyDay(dayOfParts(parts)));
  if (has('day') && has('month')) {
    const weekday = has('weekday') ? parts.get('weekday') : null;
    return yearlessMeaning(parts.get('month') ?? 0, parts.get('day') ?? 0, weekday);
  }
  return has('weekday') && isWeekdayWord(text, lexicon) ? weekdayIn(parts, text) : null;
};

/** "from Monday to Tuesday": the stretch from the first to the last. */
const throughout = (first: DateMeaning, last: DateMeaning): DateMeaning => ({
  anchor: (said) => {
    const [a, b] = [first.anchor(said), last.anchor(said)];
    return a && b ? { from: a.from, to: b.to < a.from ? a.from : b.to, precision: 'about' } : null;
  },
  needs: first.needs,
});

/** "now" says that something holds, not on what day. */
const isNow = (result: ParsedResult): boolean => result.tags().has('casualReference/now');

/** The expression with the word before it. */
const wordsAround = ({ index, text: own }: ParsedResult, text: string): string =>
  `${text.slice(Math.max(0, index - 12), index).match(/\p{L}+\s$/u)?.[0] ?? ''}${own}`;

const resultMeaning = (result: ParsedResult, words: string, lexicon: Lexicon): DateMeaning | null => {
  if (isNow(result)) return null;
  if (isRelative(result)) {
    const day = dayOfParts(result.start);
    if (day === null || !isReckoned(result)) return null;
    const days = daysBetween(DUMMY, day);
    return offset(days, days, Math.abs(days) > 10 ? 'about' : 'day');
  }
  const start = partsMeaning(result.start, words, lexicon);
  const end = result.end ? partsMeaning(result.end, words, lexicon) : null;
  return start && end ? throughout(start, end) : start;
};

/** "28 June in 2020", "the fourth of July of 1995": a year that the library leaves behind. */
const yearBehind = (result: ParsedResult, text: string): { year: number; length: number } | null => {
  const { start, index } = result;
  if (start.isCertain('year') || !start.isCertain('day') || result.end) return null;
  const found = /^\s+(?:of|in)\s+((?:19|20)\d\d)\b/.exec(text.slice(index + result.text.length));
  return found ? { year: Number(found[1]), length: found[0].length } : null;
};

/** The library does not come back from "9999999999 weeks ago"; no day has so many figures. Offsets stay. */
const withoutHugeNumbers = (text: string): string => text.replace(/\d{5,}/g, (figures) => '#'.repeat(figures.length));

/** Of "in the morning on Wednesday" the library keeps the morning alone and loses the day. Offsets stay. */
const withoutDayParts = (text: string): string =>
  text.replace(/\b(?:morning|afternoon|evening|night)(?=\s+(?:on|of)\s+\p{Lu})/gu, (part) => '#'.repeat(part.length));

/** A day in figures, or figures written together with letters: "2021-06-23", "5June". */
const FIGURES_OF_DAY = /\d[/.-]\d|\d[a-z]|[a-z]\d/i;

/** The library is slow, and without one of these it finds nothing that dates. */
const mayBeWritten = (text: string, lexicon: Lexicon): boolean =>
  hasPhrase(text, lexicon.list('writtenDayWords')) || FIGURES_OF_DAY.test(text);

const findWritten = (text: string, lexicon: Lexicon): readonly DateExpression[] =>
  chrono.parse(withoutDayParts(withoutHugeNumbers(text)), REFERENCE).flatMap((result) => {
    const behind = yearBehind(result, text);
    const day = behind && dayOf(behind.year, result.start.get('month') ?? 0, result.start.get('day') ?? 0);
    const meaning = day ? always(onlyDay(day)) : resultMeaning(result, wordsAround(result, text), lexicon);
    const end = result.index + result.text.trimEnd().length + (behind?.length ?? 0);
    return meaning === null ? [] : [{ start: result.index, end, meaning, lasting: false }];
  });

/** The year whose day lies nearest before the day of saying, or at most a month after it. */
const hijriMeaning = (month: number, day: number, year: number | null): DateMeaning => {
  if (year !== null) return always(onlyDay(fromSolarHijri(year, month, day)));
  const anchor: Anchor = (said) => {
    const own = fromSolarHijri(solarHijriYearOf(addDays(said, 31)), month, day);
    if (own === null || daysBetween(said, own) <= 31) return onlyDay(own);
    return onlyDay(fromSolarHijri(solarHijriYearOf(said) - 1, month, day));
  };
  return { anchor, needs: 'yearless' };
};

const HIJRI =
  /(?<!\p{N})(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(\p{Lu}\p{L}+)|(\p{Lu}\p{L}+)\s+(\d{1,2}))(?:,?\s+(1[34]\d\d))?(?!\p{N})/gu;

// "2 Saratan", "Saratan 2, 1400"
const findHijri = (text: string, lexicon: Lexicon): readonly DateExpression[] =>
  [...text.matchAll(HIJRI)].flatMap((found) => {
    const month = lexicon.look('solarHijri', (found[2] ?? found[3] ?? '').toLowerCase());
    if (month === null) return [];
    const meaning = hijriMeaning(Number(month), Number(found[1] ?? found[4]), found[5] ? Number(found[5]) : null);
    return [{ start: found.index, end: found.index + found[0].length, meaning, lasting: false }];
  });

const isHijriYear = (year: number): boolean => year >= 1300 && year < 1500;
const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);

const inFigures = (year: number, month: number, day: number): Day | null =>
  isHijriYear(year) ? fromSolarHijri(year, month, day) : dayOf(fullYear(year), month, day);

/** By the outlet's habit; without one by what is possible, else by what lies nearest to the day of saying. */
const figuresMeaning = (first: number, second: number, ground: { year: number; order: DateOrder }): DateMeaning => {
  const dayFirst = inFigures(ground.year, second, first);
  const monthFirst = isHijriYear(ground.year) ? null : inFigures(ground.year, first, second);
  const given = ground.order === 'month-first' ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
  if (ground.order !== null || !dayFirst || !monthFirst) return always(onlyDay(given));
  return {
    anchor: (said) => {
      const far = (day: Day) => Math.abs(daysBetween(day, said));
      return onlyDay(far(monthFirst) < far(dayFirst) ? monthFirst : dayFirst);
    },
    needs: 'yearless',
  };
};

const FIGURES = /(?<![\p{N}/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\p{N}/-]|\.\d)/gu;
const YEAR_FIRST = /(?<![\p{N}/.-])(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?![\p{N}/-]|\.\d)/gu;

// "23/06/2021", "02/04/1400", "2021-06-23"
const findFigures = (text: string, order: DateOrder): readonly DateExpression[] => {
  const express = (found: RegExpMatchArray, meaning: DateMeaning): DateExpression => {
    const start = found.index ?? 0;
    return { start, end: start + found[0].length, meaning, lasting: false };
  };
  const figures = [...text.matchAll(FIGURES)].map((found) =>
    express(found, figuresMeaning(Number(found[1]), Number(found[3]), { year: Number(found[4]), order })),
  );
  const yearFirst = [...text.matchAll(YEAR_FIRST)].map((found) =>
    express(found, always(onlyDay(inFigures(Number(found[1]), Number(found[3]), Number(found[4]))))),
  );
  return [...figures, ...yearFirst];
};

const MONTH_DAY =
  /\b(?:on|since|by|until)\s+(the\s+(\d{1,2})(?:st|nd|rd|th))\b(?!\s+(?:of\s+)?\p{L}*(?:district|century|day|time|corps|division|brigade|anniversary))/giu;

// "on the 18th"
const findMonthDays = (text: string): readonly DateExpression[] =>
  [...text.matchAll(MONTH_DAY)].map((found) => {
    const end = found.index + found[0].length;
    return { start: end - (found[1]?.length ?? 0), end, meaning: monthDayMeaning(Number(found[2])), lasting: false };
  });

/** Every written day; they may overlap, and the caller takes the longest. */
export const findWrittenDays = (text: string, lexicon: Lexicon, order: DateOrder): readonly DateExpression[] => {
  const hasFigure = /\d/.test(text);
  return [
    ...(hasFigure ? [...findFigures(text, order), ...findHijri(text, lexicon)] : []),
    ...(mayBeWritten(text, lexicon) ? findWritten(text, lexicon) : []),
    ...(hasFigure ? findMonthDays(text) : []),
  ];
};
