// The day under which a report was sent, where a paper printed it later: "EASTRY, Nov. 11. - …" in a paper of the 12th.
// Invariant: one such day among the first paragraphs, and no more than some days before the report's own.
import type { Report } from '../../model/report.ts';
import type { Theatre } from '../../model/theatre.ts';
import { addDays, onDay, type When } from '../../model/time.ts';
import { anchorDate } from './anchor-dates.ts';
import { vocabularyOf } from './date-vocabulary.ts';
import { matchDates } from './match-dates.ts';

/** A cable is printed within so many days. */
const PRINTED = 3;

/** Characters and paragraphs that are looked at. */
const HEAD = 1500;
const PARAGRAPHS = 6;
/** Characters of "Nov. 11, 1936 (By wireless) -". */
const DAY = 48;

const TOWN =
  /^[^\p{L}\n]*\p{Lu}{3}[\p{Lu}'’ /-]*(?:, \p{Lu}[\p{L}.'’]*(?: \p{Lu}[\p{L}.'’]*)*)?,\s+\(?(?=[\p{L}\p{N}])/u;
/** What closes a dateline behind its day. */
const CLOSE = /^\.?,?(?:\s*\([^)\n]{1,24}\))?\.?\s*[-–—]/u;

const dayAt = (paragraph: string, { published }: Report, theatre: Theatre): When | null => {
  const town = TOWN.exec(paragraph)?.[0].length ?? 0;
  const head = town === 0 ? '' : paragraph.slice(town, town + DAY);
  const [first] = head === '' ? [] : matchDates(head, theatre, null).expressions;
  if (first === undefined || first.start > 0 || !CLOSE.test(head.slice(first.end))) return null;
  const when = anchorDate(first.meaning, published, { period: theatre.period, ahead: false });
  return when.earliest !== null && when.earliest === when.latest ? when : null;
};

const findDay = (report: Report, theatre: Theatre): When | null => {
  const { earliest, latest } = report.published;
  if (earliest === null || earliest !== latest || vocabularyOf(theatre.lexicon).gate.size === 0) return null;
  const days = report.text
    .slice(0, HEAD)
    .split(/\n+/u)
    .slice(0, PARAGRAPHS)
    .flatMap((paragraph) => dayAt(paragraph, report, theatre)?.earliest ?? []);
  const [only] = new Set(days).size === 1 ? days : [];
  return only === undefined || only >= earliest || only < addDays(earliest, -PRINTED) ? null : onDay(only, 'implied');
};

const found = new WeakMap<Report, When | null>();

/** Null where the report has no such day of its own. */
export const datelineDay = (report: Report, theatre: Theatre): When | null => {
  const known = found.get(report);
  const day = known === undefined ? findDay(report, theatre) : known;
  found.set(report, day);
  return day;
};
