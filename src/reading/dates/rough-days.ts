// A day that is only said roughly: "AROUND 22 July", "on OR ABOUT the 22nd", "22 July (WEEK OF)".
// Invariant: only a whole day is widened, and never past the day of saying.

import { addDays, type Day, type When } from '../../model/time.ts';
import type { DateMark, Draft } from '../marks.ts';
import { weekStart } from './calendar.ts';

/** Days on either side of one that is said roughly. */
const AROUND = 2;
const WEEK = 6;

/** Characters of "approximately on ", of " (week of". */
const BEFORE = 18;
const BEHIND = 14;

const upTo = (day: Day, said: Day | null): Day => (said !== null && said < day ? said : day);

const widened = (day: Day, said: Day | null, isWeek: boolean): When => {
  const [from, to] = isWeek
    ? [weekStart(day), addDays(weekStart(day), WEEK)]
    : [addDays(day, -AROUND), addDays(day, AROUND)];
  return { earliest: from, latest: upTo(to, said), precision: isWeek ? 'week' : 'about', basis: 'stated' };
};

/** Whether one of the phrases stands right before the day: "AROUND 22 July", and not "AROUND noon on 22 July". */
const leads = ({ theatre: { lexicon } }: Draft, before: string, own: string): boolean => {
  const phrase = lexicon.list('roughDayWords').find((one) => own.startsWith(`${one} `));
  const day = phrase === undefined ? own : own.slice(phrase.length + 1);
  const [first = ''] = /^[\p{L}\d]+/u.exec(day) ?? [];
  if (!/^\d/u.test(first) && !lexicon.has('months', first)) return false;
  return (
    phrase !== undefined || lexicon.list('roughDayWords').some((one) => before.endsWith(` ${one}`) || before === one)
  );
};

const roughly = (draft: Draft, mark: DateMark): DateMark => {
  const { report, sentences, theatre } = draft;
  const { earliest, latest, precision } = mark.when;
  if (precision !== 'day' || earliest === null || earliest !== latest || mark.relation !== 'on') return mark;
  const first = Math.max(sentences[mark.sentence]?.start ?? 0, mark.start - BEFORE);
  const own = report.text.slice(mark.start, mark.end).toLowerCase();
  const behind = report.text.slice(mark.end, mark.end + BEHIND).toLowerCase();
  const isWeek = theatre.lexicon.list('weekTails').some((phrase) => behind.trimStart().startsWith(`(${phrase}`));
  const rough = leads(draft, report.text.slice(first, mark.start).toLowerCase().trimEnd(), own);
  if (!isWeek && !rough) return mark;
  return { ...mark, when: widened(earliest, report.published.latest, isWeek) };
};

/** The marks of a report, those said roughly as wide as that. */
export const roughDays = (draft: Draft, marks: readonly DateMark[]): readonly DateMark[] =>
  marks.map((mark) => roughly(draft, mark));
