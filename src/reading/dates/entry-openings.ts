// The time that an entry of a chronicle opens with ("July 4. …", "• 14 May – …", "October 2020: …", "Feb. 23-25: …").
// Invariant: a date that opens a sentence ("On July 4 they …") opens no entry; a line of its own, or a mark, parts it.
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../model/text.ts';
import type { Theatre } from '../../model/theatre.ts';
import { daysBetween, type When } from '../../model/time.ts';
import { anchorDate } from './anchor-dates.ts';
import { type DateExpression, matchDates } from './match-dates.ts';

/** How long an opening date with its weekday and year may be. */
const OPENING = 40;

export interface Opening {
  readonly when: When;
  /** It has its line to itself: what stands under it is of its day. */
  readonly alone: boolean;
  /** A colon or a dash stands behind it, as behind the label of an item. */
  readonly labelled: boolean;
}

/** What an item of a list or a heading begins with. */
const ITEM = /^(?:[-–—*•·▪◦‣>]+\s+|[=#]+\s*)/u;

const CLOSE = /^\s*(?:[.:—–]|-\s)/u;
const LABEL = /^\s*(?:[:—–]|-\s)/u;

/** Behind a heading: the marks that it is made one with, and the brackets of a page that can be edited ("10 July[edit]"). */
const HEADED = /^[\s=#*]*(?:\[\p{L}*\])?\s*$/u;

/** "Aug. 4 Northmark Province: six soldiers": a line that opens with a day and ends without a full stop heads what stands under it. */
const TITLE = /^,?\s\p{Lu}[^.!?\n]{2,80}$/u;

/** "October 2020": an entry may be of a month, and of no more. */
const LONGEST = 31;

const whenOf = (expression: DateExpression, { published }: Report, { period }: Theatre): When | null => {
  if (expression.meaning.needs === 'relative') return null;
  const when = anchorDate(expression.meaning, published, { period, ahead: false });
  const { earliest, latest } = when;
  return earliest !== null && latest !== null && daysBetween(earliest, latest) < LONGEST ? when : null;
};

/** The time that a paragraph opens with; null where it opens with anything else. */
export const openingOf = (report: Report, theatre: Theatre, { start, end }: Span): Opening | null => {
  const { text } = report;
  const from = start + (ITEM.exec(text.slice(start, end))?.[0].length ?? 0);
  const head = text.slice(from, Math.min(end, from + OPENING));
  if (!/^[\p{Lu}\p{N}]/u.test(head) || !/\p{N}/u.test(head)) return null;
  const [first] = matchDates(head, theatre, null).expressions;
  if (first === undefined || first.start > 0) return null;
  const behind = text.slice(from + first.end, end);
  const title = TITLE.test(behind);
  const alone = title || HEADED.test(behind) || behind.trim().length < 2;
  if (!alone && !CLOSE.test(behind)) return null;
  const when = whenOf(first, report, theatre);
  return when && { when, alone, labelled: LABEL.test(behind) };
};

/** Any of the words, though it be a part of another: few paragraphs have one, and the rest are not searched for days. */
const letterWord = kept(({ list }: Lexicon) => new RegExp(list('letterWords').join('|'), 'iu'));

/** "The second letter, WRITTEN ON 10 SEPTEMBER, is from a chaplain.": what stands under it was written then. */
export const letterOf = (report: Report, theatre: Theatre, { start, end }: Span): Opening | null => {
  const { lexicon } = theatre;
  const own = report.text.slice(start, end);
  if (!letterWord(lexicon).test(own)) return null;
  const { words, expressions } = matchDates(own, theatre, null);
  if (words[0] === undefined || !words.some(({ word }) => lexicon.has('letterWords', word))) return null;
  const dated = expressions.find(({ from }) =>
    [1, 2].some((back) => lexicon.has('datedForms', words[from - back]?.word ?? '')),
  );
  const when = dated === undefined ? null : whenOf(dated, report, theatre);
  return when === null || when.earliest !== when.latest ? null : { when, alone: true, labelled: false };
};
