// For which day a predicate is said to hold: its own date, else the date of the saying, else the report's (guide, Dates).
// Invariant: a date of the saying ("said on Wednesday") only implies; a date of the deed is stated.

import { addDays, type When } from '../model/time.ts';
import { inSentence } from './by-sentence.ts';
import { bygoneWhen, earlierWhen, isPastPerfect } from './date-bygone.ts';
import { wentOn } from './date-going-on.ts';
import { datesSaying, isDayOfTold, isOfSaying, toldOn } from './date-sayings.ts';
import { toldDay } from './day-of-telling.ts';
import { frameOver } from './frame-over.ts';
import type { DateMark, Draft, Predicate } from './marks.ts';

const DATED: readonly DateMark['relation'][] = ['on', 'since', 'before', 'after', 'by', 'until'];

/** "Chora, which had held out two weeks ago, has collapsed": a day that only the words between the commas have. */
export const isInPassing = (draft: Draft, date: DateMark, predicate: Predicate): boolean => {
  const { text } = draft.report;
  const start = draft.sentences[date.sentence]?.start ?? 0;
  const before = text.slice(start, date.start);
  const first = /^\s*(\p{L}+)/u.exec(before.slice(before.lastIndexOf(',') + 1))?.[1] ?? '';
  const closed = predicate.start > date.end && text.slice(date.end, predicate.start).includes(',');
  if (!before.includes(',') || !closed) return false;
  return draft.theatre.lexicon.has('clauseRelatives', first.toLowerCase()) || isReckoned(draft, date, predicate);
};

/** ", three days after troops had driven them out, and closed": a time reckoned from another deed is that deed's. */
const isReckoned = (draft: Draft, date: DateMark, { start }: Predicate): boolean => {
  const { text } = draft.report;
  const opens = text.slice(0, date.start).trimEnd().endsWith(',');
  const aside = text.slice(date.start, start).split(',')[0] ?? '';
  const { lexicon } = draft.theatre;
  return (
    opens &&
    aside
      .toLowerCase()
      .split(/\s+/)
      .some((word) => lexicon.has('afterWords', word))
  );
};

// "EASTRY, Northmark (Nov. 6, 2010) — ", "EASTRY, June 14 (Wire 7) -": the day of the report, not of what it tells.
const DATELINE = /^[^\p{L}]*\p{Lu}{3}[\p{Lu}'’ /-]*(?:, \p{Lu}[\p{L}.'’]*(?: \p{Lu}[\p{L}.'’]*)*)?,? ?\(?$/u;

export const isInDateline = (draft: Draft, { sentence, start }: DateMark): boolean =>
  DATELINE.test(draft.report.text.slice(draft.sentences[sentence]?.start ?? start, start));

/** "District changes hands again in a week; city ringed": in a heading a date beyond a semicolon is another clause's. */
const isParted = ({ report, sentences }: Draft, date: DateMark, { start, clause, sentence }: Predicate): boolean => {
  if (sentences[sentence]?.heading !== true) return false;
  const between =
    date.start < start
      ? report.text.slice(date.end, start)
      : report.text.slice(Math.min(clause.end, date.start), date.start);
  return between.includes(';');
};

/**
 * "A, lost the day before, had been recaptured": a date inside what stands between commas is that clause's own.
 * "A fell on Sunday, as did B": of one verb, and one day.
 */
const isAnothers = (draft: Draft, date: DateMark, predicate: Predicate): boolean =>
  inSentence(draft.predicates, predicate.sentence).some(
    ({ start, clause, rule }) =>
      predicate.clause.start <= start &&
      (predicate.clause.start !== clause.start || predicate.rule !== rule) &&
      clause.start <= date.start &&
      date.start < clause.end &&
      clause.end <= predicate.start &&
      draft.report.text.startsWith(',', clause.end),
  );

/** "regained the airport, which has been closed since 2014": a day of the clause that only describes. */
const isOfRelative = ({ report, theatre }: Draft, { start }: DateMark, { clause }: Predicate): boolean => {
  if (start < clause.end) return false;
  const words = report.text.slice(clause.end, start).toLowerCase();
  const first = /,\s+(\p{L}+)[^,]*$/u.exec(words)?.[1] ?? '';
  return theatre.lexicon.has('clauseRelatives', first);
};

/** "a year AFTER it was overrun": a time that another deed is reckoned by, named behind it. */
export const leadsOn = ({ report, theatre }: Draft, { start, end }: DateMark): boolean => {
  const last = /(\p{L}+)$/u.exec(report.text.slice(start, end).toLowerCase())?.[1] ?? '';
  return theatre.lexicon.has('afterWords', last) && /^\s+\p{L}/u.test(report.text.slice(end, end + 2));
};

/** "retook A a year after it was overrun", "a year after it fell, A was retaken": reckoned from, and no day of the retaking. */
export const isReckonedFrom = (draft: Draft, date: DateMark, { start }: Predicate): boolean =>
  leadsOn(draft, date) && (start < date.start || draft.report.text.slice(date.end, start).includes(','));

const datesFor = (draft: Draft, predicate: Predicate): readonly DateMark[] =>
  inSentence(draft.dates, predicate.sentence).filter(
    (date) =>
      DATED.includes(date.relation) &&
      !isInDateline(draft, date) &&
      !isOfSaying(draft, date) &&
      !isInPassing(draft, date, predicate) &&
      !isParted(draft, date, predicate) &&
      !isOfRelative(draft, date, predicate) &&
      !isReckonedFrom(draft, date, predicate) &&
      !isAnothers(draft, date, predicate),
  );

const LASTING: readonly Predicate['kind'][] = ['hold', 'siege', 'threat'];

/** A date among a sentence's first characters counts for all of it. */
const OPENING = 24;

/** "besieged FOR A WEEK". */
const RIGHT_BEHIND = 6;

/** The date in the predicate's own words; of several the one behind its verb. */
const dateInside = (dates: readonly DateMark[], { start, clause }: Predicate): DateMark | null => {
  const inside = dates.filter((date) => clause.start <= date.start && date.start < clause.end + 2);
  return inside.find((date) => date.start >= start) ?? inside[0] ?? null;
};

/** "its first gain SINCE the capture of A in May": the day of what is only reckoned from. */
const isOfSince = ({ report, theatre }: Draft, { clause }: Predicate): boolean => {
  const words = report.text
    .slice(Math.max(0, clause.start - 16), clause.start)
    .toLowerCase()
    .trim()
    .split(/\s+/u);
  return words.slice(-2).some((word) => theatre.lexicon.has('sinceLinks', word));
};

/** "had been besieged for a week when its men walked out": how long it lasted is no day of what ended it. */
const lastsFor = (others: readonly Predicate[], { start, relation }: DateMark): boolean =>
  relation === 'since' &&
  others.some((other) => LASTING.includes(other.kind) && other.end <= start && start - other.end < RIGHT_BEHIND);

/** The nearest date that no other predicate stands nearer to; a date that opens the sentence counts for all of it. */
export const dateOf = (draft: Draft, predicate: Predicate): DateMark | null => {
  const dates = datesFor(draft, predicate);
  const inside = dateInside(dates, predicate);
  if (inside !== null) return inside;
  const others = inSentence(draft.predicates, predicate.sentence).filter((other) => other !== predicate);
  const after = dates.find(
    (date) =>
      date.start >= predicate.clause.end &&
      date.start - predicate.clause.end < 60 &&
      !others.some((other) => other.start > predicate.start && other.start < date.start),
  );
  if (after !== undefined) return after;
  const speaker = frameOver(draft, predicate.start);
  // "A was taken on Monday, but B remains theirs": a state that lasts takes no day out of another's clause.
  const ofAnother = (date: DateMark): boolean =>
    predicate.tense === 'present' &&
    LASTING.includes(predicate.kind) &&
    others.some(({ clause }) => clause.start <= date.start && date.start < clause.end);
  const opening = (draft.sentences[predicate.sentence]?.start ?? 0) + OPENING;
  const before = dates
    .filter((date) => !ofAnother(date) && !lastsFor(others, date))
    .filter((date) => frameOver(draft, date.start) === speaker || date.start < opening)
    .filter(
      (date) =>
        date.start < predicate.start &&
        !others.some((other) => other.start > date.start && other.start < predicate.start),
    );
  const [only, ...more] = dates;
  // "gave up A, which the army HAD regained on the 14th", "took A, which has been besieged SINCE Monday": a day of another's own.
  const ofOwn = (other: Predicate, date: DateMark): boolean =>
    isOfSince(draft, other) ||
    (isPastPerfect(draft, other) && !isPastPerfect(draft, predicate)) ||
    (date.relation === 'since' && LASTING.includes(other.kind));
  const isKept = (date: DateMark): boolean =>
    others.some((other) => ofOwn(other, date) && other.clause.start <= date.start && date.start < other.clause.end);
  const shared =
    before.length === 0 &&
    more.length === 0 &&
    !LASTING.includes(predicate.kind) &&
    only !== undefined &&
    !isKept(only) &&
    frameOver(draft, only.start) === speaker;
  return before.at(-1) ?? (shared ? only : null);
};

/** "X told us late on Wednesday that A. He added that B.": what the same mouth says later without a day was said then too. */
const lastSaidOn = (draft: Draft, predicate: Predicate): When | null => {
  const speaker = frameOver(draft, predicate.start)?.by.speaker ?? null;
  const sameMouth = (date: DateMark): boolean =>
    inSentence(draft.frames, date.sentence).some(
      (frame) => frame.by.speaker === speaker && datesSaying(draft, date, frame),
    );
  return (
    draft.dates.findLast(
      (date) =>
        speaker !== null &&
        date.start < predicate.start &&
        date.when.precision === 'day' &&
        !date.background &&
        sameMouth(date) &&
        isNear(draft, date),
    )?.when ?? null
  );
};

/** Not before the day before the report's own. */
const isNear = ({ report }: Draft, { when }: DateMark): boolean =>
  report.published.earliest !== null &&
  when.earliest !== null &&
  when.earliest >= addDays(report.published.earliest, -1);

/** `exact` where the words date the saying ("said on Wednesday"). */
const dayOfSaying = (draft: Draft, predicate: Predicate): { when: When; exact: boolean } => {
  const frame = frameOver(draft, predicate.start);
  const said = frame === null ? undefined : draft.dates.find((date) => datesSaying(draft, date, frame));
  const sentence = draft.sentences[predicate.sentence];
  if (said !== undefined) return { when: { ...said.when, basis: 'implied' }, exact: true };
  const told = frame === null ? null : toldOn(draft, frame);
  if (told !== null) return { when: told, exact: true };
  const earlier = lastSaidOn(draft, predicate);
  if (earlier !== null && sentence?.at === null) return { when: { ...earlier, basis: 'implied' }, exact: false };
  const when = toldDay(draft, sentence);
  return { when: { ...when, basis: 'implied' }, exact: false };
};

/** A present holds on the day of the saying; what has happened without a day did so then or the day before. */
export const impliedWhen = (draft: Draft, predicate: Predicate): When => {
  const { when, exact } = dayOfSaying(draft, predicate);
  const before = exact ? null : earlierWhen(draft, predicate, when);
  if (before !== null) return before;
  const vague = predicate.tense === 'perfect' || predicate.tense === 'past' || predicate.tense === 'none';
  const denied = predicate.polarity === 'denied' || frameOver(draft, predicate.start)?.polarity === 'denied';
  const happened = vague && !denied && predicate.modality === 'actual' && !LASTING.includes(predicate.kind);
  const near = when.precision === 'day' || when.precision === 'about';
  if (!happened || exact || !near || when.earliest === null) return when;
  return { ...when, earliest: addDays(when.earliest, -1), precision: 'about' };
};

/** Null where neither the words nor the report give a day or a bound. */
export const whenOf = (draft: Draft, predicate: Predicate): When => {
  const date = dateOf(draft, predicate);
  const state = LASTING.includes(predicate.kind);
  const bygone = state ? bygoneWhen(draft, { predicate, date }, (turn) => whenOf(draft, turn)) : null;
  if (bygone !== null) return bygone;
  // "hold the airport until the end of August" is said of today; how long it is to last is no day of it.
  const goesOn = date?.relation === 'until' && predicate.tense === 'present';
  const lasts = state && (date?.relation === 'since' || goesOn);
  const went = date === null ? wentOn(draft, predicate, (other) => dateOf(draft, other)) : null;
  if (went !== null) return went;
  if (date === null || lasts || predicate.modality === 'planned' || predicate.modality === 'possible')
    return impliedWhen(draft, predicate);
  if (isDayOfTold(draft, date, predicate.start)) return { ...date.when, basis: 'implied' };
  return date.when;
};

/** "by Monday": until when something planned is to be done; what lies before the saying is no limit to it. */
export const deadlineOf = (draft: Draft, predicate: Predicate): When | null => {
  if (predicate.modality !== 'planned' && predicate.modality !== 'possible') return null;
  const mark = inSentence(draft.dates, predicate.sentence).find(
    (date) => date.start >= predicate.start && !isOfSaying(draft, date),
  );
  const latest = mark?.when.latest ?? null;
  const said = latest === null ? null : dayOfSaying(draft, predicate).when.earliest;
  return mark === undefined || (latest !== null && said !== null && latest < said) ? null : mark.when;
};

/** Where the theatre has no time of its own, history is what is four months old (judgement call 2). */
const HISTORY_DAYS = 122;

export const isPast = ({ report, theatre }: Draft, { background, when }: DateMark): boolean => {
  const known = report.published.latest;
  return (
    background ||
    (theatre.open && known !== null && when.latest !== null && when.latest < addDays(known, -HISTORY_DAYS))
  );
};

const isBetween = (date: DateMark, predicate: Predicate, other: Predicate): boolean =>
  Math.min(date.start, predicate.start) < other.start && other.start < Math.max(date.start, predicate.start);

/** True where a date of the predicate's clause lies before the theatre's time ("held it for weeks in 2015"). */
export const isHistory = (draft: Draft, predicate: Predicate): boolean => {
  const dates = datesFor(draft, predicate);
  // "captured A last week after a siege since February": its own day decides.
  const own = dateInside(dates, predicate);
  if (own?.relation === 'on' && !isPast(draft, own)) return false;
  return dates.some(
    (date) =>
      isPast(draft, date) &&
      !draft.predicates.some(
        (other) => other.sentence === predicate.sentence && other !== predicate && isBetween(date, predicate, other),
      ),
  );
};
