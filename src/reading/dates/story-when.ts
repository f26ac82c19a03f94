// The day of what a story tells without a day of its own: it goes on from the day that the story has come to.
// Invariant: a simple past goes on, a past perfect goes before, a present or a perfect ("have taken") is of the day of saying.
import { addDays, type Day, daysBetween, type When } from '../../model/time.ts';
import { frameOver } from '../clauses/frame-over.ts';
import { saidOn } from '../find-dates.ts';
import type { DateMark, Draft, Predicate, Token } from '../marks.ts';
import { isPastPerfect } from './date-bygone.ts';

/** How far back what had happened before is looked for, in days. */
const WEEK = 6;

/** How many sentences on a day holds in a report that tells no story. */
const NEAR = 3;

/** A day so long before the report is none of its news, and what stands behind it in the paragraph is of it. */
const OLD = 4;

const widthOf = ({ earliest, latest }: When): number =>
  earliest === null || latest === null ? 0 : daysBetween(earliest, latest);

/** "last week", "in the following week", "in recent days": not a day, but the story comes to it. */
const isStretch = ({ relation, when, story, from }: DateMark): boolean =>
  story && relation === 'on' && from === null && widthOf(when) > 2;

/** A stretch up to now, or one of a month, ends the story. */
const isShort = ({ report }: Draft, { when }: DateMark): boolean =>
  widthOf(when) <= 2 * WEEK &&
  when.latest !== null &&
  report.published.earliest !== null &&
  daysBetween(when.latest, report.published.earliest) > 1;

/** The mark that what stands at a place goes on from. */
const reachedAt = (draft: Draft, { start }: Predicate): DateMark | null => {
  const mark = draft.dates.findLast((date) => date.start < start && (date.goesOn || isStretch(date)));
  return mark === undefined || !(mark.goesOn || isShort(draft, mark)) ? null : mark;
};

/** "BY SATURDAY they had taken it": since the day told before, and no later. */
export const byThen = (draft: Draft, date: DateMark): When => {
  const { start, when, relation, story } = date;
  const before = story && relation === 'by' ? draft.dates.findLast((one) => one.goesOn && one.end <= start) : undefined;
  const earliest = before?.when.earliest ?? null;
  if (earliest === null || when.earliest === null || when.latest === null) return when;
  const days = daysBetween(earliest, when.latest);
  return days > 0 && days <= WEEK ? { ...when, earliest, precision: 'about' } : when;
};

/** "ON 22 AUGUST rebels attacked A. The attack was repelled.": a note that opens with a day of the calendar tells of that day. */
const opensNote = ({ sentences, report }: Draft, { sentence, start, end, when }: DateMark): boolean => {
  const told = sentences[sentence];
  const first = told !== undefined && sentences[sentence - 1]?.paragraph !== told.paragraph;
  const dated = when.precision === 'day' && /\d/u.test(report.text.slice(start, end));
  return first && dated && start - told.start <= OPENING;
};

/** Characters of "• On ". */
const OPENING = 6;

/** Of so many days ago a note is not of the day on which it is written. */
const NOTED = 2;

const holdsOn = (draft: Draft, mark: DateMark, predicate: Predicate): boolean => {
  if (mark.story) return true;
  const { sentences, report } = draft;
  const [told, own] = [sentences[mark.sentence], sentences[predicate.sentence]];
  const [day, published] = [mark.when.latest, report.published.earliest];
  const old = opensNote(draft, mark) ? NOTED : OLD;
  const isOld = day !== null && published !== null && daysBetween(day, published) >= old;
  return isOld && told?.paragraph === own?.paragraph && predicate.sentence - mark.sentence <= NEAR;
};

/** "BY NOON they had taken it", "by then": so far had the story come. */
const isByHour = ({ sentences, theatre: { lexicon } }: Draft, { sentence, start, clause }: Predicate): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  return tokens.some(
    (token, i) =>
      lexicon.has('byWords', token.word) &&
      token.start < Math.max(start, clause.end) &&
      tokens.slice(i + 1, i + 3).some(({ word }) => lexicon.has('hoursOfDay', word)),
  );
};

const upTo = (day: Day, said: Day | null): Day => {
  const next = addDays(day, 1);
  return said !== null && said < next ? said : next;
};

/** "he said that they HAD TAKEN it": the past perfect of what is told indirectly goes before nothing. */
const isIndirect = (draft: Draft, { start, sentence }: Predicate): boolean => {
  const frame = frameOver(draft, start);
  const quoted = draft.sentences[sentence]?.tokens.find((token) => token.start >= start)?.quoted ?? false;
  return frame !== null && frame.by.speaker !== null && !quoted;
};

const LASTING: readonly Predicate['kind'][] = ['hold', 'siege', 'threat'];

/** "We NEVER lost it": so it is when they say it. */
const isNever = ({ report, theatre }: Draft, { polarity, start, end }: Predicate): boolean =>
  polarity === 'denied' &&
  report.text
    .slice(start, end)
    .toLowerCase()
    .split(/\s+/)
    .some((word) => theatre.lexicon.has('neverWords', word));

/** "The attack WAS REPELLED", "Clashes ENSUED": the noun's own sentence tells of the past, and of nothing now. */
const isToldInPast = ({ sentences, theatre: { lexicon } }: Draft, { sentence }: Predicate): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const past = ({ word }: Token): boolean =>
    lexicon.has('pastBe', word) || (lexicon.verbs.get(word)?.some((verb) => verb.past === word) ?? false);
  // "claimed TO HAVE taken it" is told of the past.
  const now = ({ word }: Token, at: number): boolean =>
    lexicon.has('presentBe', word) ||
    (lexicon.has('presentHave', word) && !lexicon.has('infinitiveMarks', tokens[at - 1]?.word ?? ''));
  return tokens.some(past) && !tokens.some(now);
};

/** What a story may go on with; in any other report only a deed with a verb of its own is of the day before it. */
const maySay = (draft: Draft, predicate: Predicate, mark: DateMark): boolean => {
  const { story } = mark;
  const { tense, kind, modality, polarity } = predicate;
  const lasting = LASTING.includes(kind);
  if (modality !== 'actual' || isNever(draft, predicate)) return false;
  if (!story) return (tense !== 'none' || (opensNote(draft, mark) && isToldInPast(draft, predicate))) && !lasting;
  // "Officials said that it was never lost, that they had held it since Monday": so it still is when they say it.
  const lasts = lasting || polarity === 'denied';
  return !(lasting && tense === 'none') && !(lasts && isIndirect(draft, predicate));
};

/** Null where no story stands behind it. */
export const storyWhen = (draft: Draft, predicate: Predicate): When | null => {
  const { tense, sentence, start } = predicate;
  const perfect = isPastPerfect(draft, predicate);
  if (draft.sentences[sentence]?.heading !== false || frameOver(draft, start)?.polarity === 'denied') return null;
  if (!perfect && tense !== 'past' && tense !== 'none') return null;
  const mark = reachedAt(draft, predicate);
  if (mark === null || !maySay(draft, predicate, mark) || !holdsOn(draft, mark, predicate)) return null;
  const before = perfect && !isIndirect(draft, predicate) && !isByHour(draft, predicate);
  const { earliest, latest } = mark.when;
  if (earliest === null || latest === null) return null;
  if (before) return { earliest: addDays(latest, -WEEK), latest, precision: 'week', basis: 'implied' };
  if (!mark.goesOn) return { ...mark.when, basis: 'implied' };
  const own = draft.sentences[sentence];
  const said = own === undefined ? draft.report.published : saidOn(own, draft.report, draft.theatre);
  return { earliest, latest: upTo(latest, said.latest), precision: 'about', basis: 'implied' };
};
