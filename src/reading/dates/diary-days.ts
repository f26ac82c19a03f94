// The days of a diary or a chronicle: paragraphs that open with a day of their own ("July 4. …", "Sunday, 11 July — …"),
// or with the weekdays of one week ("Mon. …").
// Invariant: two such days in order make one (the newest may stand first where each has a line of its own); a single dated
// paragraph, or a date inside a sentence, makes none.
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../model/text.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Day, When } from '../../model/time.ts';
import { onDay } from '../../model/time.ts';
import { anchorDate } from './anchor-dates.ts';
import { weekOpenings } from './chronicle-week.ts';
import { vocabularyOf } from './date-vocabulary.ts';
import { matchDates } from './match-dates.ts';

/** How long an opening date with its weekday and year may be. */
const OPENING = 40;

interface Opening {
  readonly day: Day;
  /** It has its line to itself: what stands under it is of its day. */
  readonly alone: boolean;
}

const CLOSE = /^\s*(?:[.:—–]|-\s)/u;

/** "Aug. 4 Northmark Province: six soldiers": a line that opens with a day and ends without a full stop heads what stands under it. */
const TITLE = /^,?\s\p{Lu}[^.!?\n]{2,80}$/u;

/** The day that a paragraph opens with; null where it opens with anything else. */
const openingOf = ({ text, published }: Report, theatre: Theatre, { start, end }: Span): Opening | null => {
  const head = text.slice(start, Math.min(end, start + OPENING));
  if (!/^[\p{Lu}\p{N}]/u.test(head) || !/\p{N}/u.test(head)) return null;
  const [first] = matchDates(head, theatre, null).expressions;
  if (first === undefined || first.start > 0 || first.meaning.needs === 'relative') return null;
  const behind = text.slice(start + first.end, end);
  const title = TITLE.test(behind);
  if (behind.trim() !== '' && !title && !CLOSE.test(behind)) return null;
  const { earliest, latest } = anchorDate(first.meaning, published, { period: theatre.period, ahead: false });
  return earliest !== null && earliest === latest ? { day: earliest, alone: title || behind.trim().length < 2 } : null;
};

/** Any of the words, though it be a part of another: few paragraphs have one, and the rest are not searched for days. */
const letterWord = kept(({ list }: Lexicon) => new RegExp(list('letterWords').join('|'), 'iu'));

/** "The second letter, WRITTEN ON 10 SEPTEMBER, is from a chaplain.": what stands under it was written then. */
const letterOf = ({ text, published }: Report, theatre: Theatre, { start, end }: Span): Opening | null => {
  const { lexicon } = theatre;
  const own = text.slice(start, end);
  if (!letterWord(lexicon).test(own)) return null;
  const { words, expressions } = matchDates(own, theatre, null);
  if (words[0] === undefined || !words.some(({ word }) => lexicon.has('letterWords', word))) return null;
  const dated = expressions.find(
    ({ from, meaning }) =>
      meaning.needs !== 'relative' && [1, 2].some((back) => lexicon.has('datedForms', words[from - back]?.word ?? '')),
  );
  if (dated === undefined) return null;
  const { earliest, latest } = anchorDate(dated.meaning, published, { period: theatre.period, ahead: false });
  return earliest !== null && earliest === latest ? { day: earliest, alone: true } : null;
};

const isAscending = (days: readonly Day[]): boolean => days.every((day, i) => day >= (days[i - 1] ?? day));

/** The day under which each paragraph stands; null under none. */
export const diaryDays = (report: Report, theatre: Theatre, paragraphs: readonly Span[]): readonly (When | null)[] => {
  const none = paragraphs.map(() => null);
  const { gate } = vocabularyOf(theatre.lexicon);
  if (gate.size === 0) return none;
  const week = weekOpenings(report, theatre, paragraphs);
  const openings = paragraphs.map((paragraph, i) => {
    const day = week[i] ?? null;
    if (day !== null) return { day, alone: false };
    return openingOf(report, theatre, paragraph) ?? letterOf(report, theatre, paragraph);
  });
  const isAlone = openings.every((opening) => opening === null || opening.alone);
  const days = openings.flatMap((opening) => (opening === null ? [] : [opening.day]));
  if (new Set(days).size < 2 || !(isAscending(days) || (isAlone && isAscending(days.toReversed())))) return none;
  const last = openings.findLastIndex((opening) => opening !== null);
  let current: Opening | null = null;
  return openings.map((opening, i) => {
    current = opening ?? (i < last || (current?.alone && i === last + 1) ? current : null);
    return current && onDay(current.day, 'implied');
  });
};
