// For which day a predicate is said to hold: its own date, else the date of the saying, else the report's (guide, Dates).
// Invariant: a date of the saying ("said on Wednesday") only implies; a date of the deed is stated.

import { addDays, type When } from '../../model/time.ts';
import { begunWith, isHadAgain, isOfNextClause, opensAnother, opensClause } from '../clauses/clause-days.ts';
import { frameOver } from '../clauses/frame-over.ts';
import type { DateMark, Draft, Predicate } from '../marks.ts';
import { hasPhrase } from '../mentions/find-phrases.ts';
import { inSentence } from '../words/by-sentence.ts';
import { bygoneWhen, earlierWhen, isOfOtherTime, isPastPerfect } from './date-bygone.ts';
import { wentOn } from './date-going-on.ts';
import { isOfDeedBefore, isOfFirstHalf, isOfThatBefore } from './date-halves.ts';
import { ahead, notAhead } from './date-limits.ts';
import { isDayOfTold, isOfSaying } from './date-sayings.ts';
import { datesFor, isRelative } from './dates-for.ts';
import { dayOfSaying } from './day-of-saying.ts';
import { heldFor } from './held-for.ts';
import { pointedDay } from './pointed-days.ts';
import { followedOn, isSequel, sequelWhen } from './sequel-days.ts';
import { byThen, storyWhen } from './story-when.ts';

const LASTING: readonly Predicate['kind'][] = ['hold', 'siege', 'threat'];

/** A date among a sentence's first characters counts for all of it. */
const OPENING = 24;

/** "besieged FOR A WEEK". */
const RIGHT_BEHIND = 6;

/** The date in the predicate's own words; of several the one behind its verb. */
const dateInside = (dates: readonly DateMark[], { start, clause }: Predicate): DateMark | null => {
  const inside = dates.filter((date) => clause.start <= date.start && date.start < clause.end + 2);
  const behind = inside.filter((date) => date.start >= start);
  // "went on FOR A THIRD DAY ON SUNDAY": a length is no day where the day stands beside it.
  const [first, second] = behind;
  const exact = first?.when.precision === 'about' && second?.when.precision === 'day' && second.start - first.end < 3;
  return (exact ? second : first) ?? inside[0] ?? null;
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

/** "changed hands on Monday and is NOW theirs": what is so now has the day of the saying. */
const isOfNow = (draft: Draft, predicate: Predicate): boolean => {
  const { kind, tense, sentence, start, clause } = predicate;
  const { tokens = [] } = draft.sentences[sentence] ?? {};
  const at = tokens.findIndex((token) => token.start === start);
  const isNow = (i: number): boolean => draft.theatre.lexicon.has('nowAdverbs', tokens[i]?.word ?? '');
  // "Last week they took A and NOW THEY HAVE TAKEN B"
  if (tense === 'perfect' && NOW_BEFORE.some((back) => isNow(at - back))) return true;
  if (!LASTING.includes(kind)) return false;
  if (tense === 'present') return [at - 1, at + 1].some(isNow);
  // "said that A had been given up on Friday and that B was safe FOR NOW"
  const words = draft.report.text.slice(start, clause.end + NOW_BEHIND);
  return (
    tense === 'past' &&
    frameOver(draft, start)?.speaker != null &&
    hasPhrase(words, draft.theatre.lexicon.list('nowPhrases'))
  );
};

/** Words from "now" to the helper of its verb: "now the army has", "has now". */
const NOW_BEFORE = [-1, 1, 2, 3];

/** Characters of " for the time being". */
const NOW_BEHIND = 20;

/** "had been besieged for a week when its men walked out": how long it lasted is no day of what ended it. */
const lastsFor = (others: readonly Predicate[], { start, relation }: DateMark): boolean =>
  relation === 'since' &&
  others.some((other) => LASTING.includes(other.kind) && other.end <= start && start - other.end < RIGHT_BEHIND);

/** "entered A at noon, after clashes WHICH BEGAN ON MONDAY in B, and took the prison": the fight's own day. */
const isOfFight = (others: readonly Predicate[], { start, end }: DateMark): boolean =>
  others.some(
    (other) =>
      other.kind === 'clash' &&
      other.tense === 'none' &&
      other.end < start &&
      end <= other.clause.end &&
      others.length > 1,
  );

/** "took A, a hub that it had been attacking for a year": how long something went on that an aside tells. */
const isOfAside = ({ report }: Draft, { kind, clause }: Predicate, { relation, start }: DateMark): boolean =>
  relation === 'since' &&
  !LASTING.includes(kind) &&
  /,(?:[^,\p{L}]+\p{L}+){3}[^,]*$/u.test(report.text.slice(clause.end, start));

/** The nearest date that no other predicate stands nearer to; a date that opens the sentence counts for all of it. */
export const dateOf = (draft: Draft, predicate: Predicate): DateMark | null => {
  const begun = begunWith(draft, predicate);
  if (begun !== null) return begun;
  const now = isOfNow(draft, predicate);
  const dates = datesFor(draft, predicate).filter(({ start }) => !now || start >= predicate.start);
  const others = inSentence(draft.predicates, predicate.sentence).filter((other) => other !== predicate);
  // "A was taken on Monday, but B remains theirs", "…, and they HAVE NOT COME": a state that lasts takes no day out of another's clause.
  const notYet = predicate.tense === 'perfect' && predicate.polarity === 'denied';
  const ofAnother = (date: DateMark): boolean =>
    ((predicate.tense === 'present' && LASTING.includes(predicate.kind)) || notYet) &&
    others.some(({ clause }) => clause.start <= date.start && date.start < clause.end);
  const inside = dateInside(
    dates.filter((date) => date.start >= predicate.start || isHadAgain(draft, predicate) || !ofAnother(date)),
    predicate,
  );
  // "retook A on Friday and lost it again when … on Sunday": the first deed's day is not the second's where it has its own.
  const first = inside !== null && inside.end <= predicate.start && others.some(({ end }) => end <= inside.start);
  if (inside !== null && !first) return inside;
  const own = dates.some(
    ({ start, relation }) =>
      relation === 'on' &&
      start < predicate.start &&
      !others.some((one) => start < one.start && one.start < predicate.start),
  );
  const after = dates.find(
    (date) =>
      date.start >= predicate.clause.end &&
      date.start - predicate.clause.end < 60 &&
      !(own && opensClause(draft, date)) &&
      !isOfNextClause(draft, date, predicate) &&
      !isOfAside(draft, predicate, date) &&
      !opensAnother(draft, date, others) &&
      !others.some((other) => other.start > predicate.start && other.start < date.start),
  );
  if (after !== undefined || inside !== null) return after ?? inside;
  const speaker = frameOver(draft, predicate.start);
  const opening = (draft.sentences[predicate.sentence]?.start ?? 0) + OPENING;
  const before = dates
    .filter((date) => !ofAnother(date) && !lastsFor(others, date) && !isOfFight(others, date))
    .filter((date) => !isOfThatBefore(draft, date, predicate) && !isOfFirstHalf(draft, date, predicate))
    .filter(
      (date) => frameOver(draft, date.start) === speaker || (date.start < opening && !isOfDeedBefore(others, date)),
    )
    .filter(
      (date) =>
        date.start < predicate.start &&
        !others.some((other) => other.start > date.start && other.start < predicate.start),
    );
  return before.at(-1) ?? (notYet ? null : sharedDate(draft, predicate, { dates, others }));
};

interface Around {
  readonly dates: readonly DateMark[];
  readonly others: readonly Predicate[];
}

/** The one date of a sentence, though it stands with another deed; not where it can only be that deed's. */
const sharedDate = (draft: Draft, predicate: Predicate, { dates, others }: Around): DateMark | null => {
  const [only, ...more] = dates;
  // "gave up A, which the army HAD regained on the 14th", "A HAD fallen before B fell on Friday", "took A, which has been besieged SINCE Monday": a day of another's own.
  const ofOwn = (other: Predicate, date: DateMark): boolean =>
    isOfSince(draft, other) ||
    // "have won A back, and the Reds WHO overran it on Sunday were chased off": the day of the clause that only describes.
    isRelative(draft, { start: other.clause.start, end: other.start }) ||
    isOfOtherTime(draft, { predicate, other }) ||
    (date.relation === 'since' && LASTING.includes(other.kind));
  const isKept = (date: DateMark): boolean =>
    others.some((other) => ofOwn(other, date) && other.clause.start <= date.start && date.start < other.clause.end);
  const shared =
    more.length === 0 &&
    !LASTING.includes(predicate.kind) &&
    only !== undefined &&
    !isKept(only) &&
    !isOfAside(draft, predicate, only) &&
    !opensAnother(draft, only, others) &&
    frameOver(draft, only.start) === frameOver(draft, predicate.start);
  return shared ? only : null;
};

const isToCome = ({ modality }: Predicate): boolean => modality === 'planned' || modality === 'possible';

/** "“They WERE in the headquarters,” he said on Saturday": what is recalled in quotation marks is of the story's day. */
const isRecalled = ({ sentences }: Draft, { sentence, start, tense, clause }: Predicate): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  const own = tokens.filter((token) => token.start >= clause.start && token.end <= Math.max(clause.end, start));
  return tense === 'past' && own.length > 0 && own.every(({ quoted, type }) => quoted || type === 'mark');
};

/** A present holds on the day of the saying; what has happened without a day did so then or the day before. */
export const impliedWhen = (draft: Draft, predicate: Predicate): When => {
  const { when, exact } = dayOfSaying(draft, predicate);
  const story = exact && !isRecalled(draft, predicate) ? null : storyWhen(draft, predicate);
  if (story !== null) return story;
  const before = exact ? null : earlierWhen(draft, predicate, when);
  if (before !== null) return before;
  const vague = predicate.tense === 'perfect' || predicate.tense === 'past' || predicate.tense === 'none';
  const denied = predicate.polarity === 'denied' || frameOver(draft, predicate.start)?.polarity === 'denied';
  const happened = vague && !denied && !isToCome(predicate) && !LASTING.includes(predicate.kind);
  const near = when.precision === 'day' || when.precision === 'about';
  if (!happened || exact || !near || when.earliest === null) return when;
  return { ...when, earliest: addDays(when.earliest, -1), precision: 'about' };
};

/** "Two days later commandos TRIED to retake it": what a story tells as a plan was one on its day. */
const isTried = ({ story, goesOn }: DateMark, { tense }: Predicate): boolean =>
  story && goesOn && tense !== 'future' && tense !== 'present';

/** Null where neither the words nor the report give a day or a bound. */
export const whenOf = (draft: Draft, predicate: Predicate): When => {
  const date = dateOf(draft, predicate) ?? pointedDay(draft, predicate);
  const followed = date === null ? followedOn(draft, predicate, (told) => whenOf(draft, told)) : null;
  if (followed !== null) return followed;
  if (date !== null && isSequel(draft, predicate, date)) return sequelWhen(date, impliedWhen(draft, predicate));
  const state = LASTING.includes(predicate.kind);
  const bygone = state ? bygoneWhen(draft, { predicate, date }, (turn) => whenOf(draft, turn)) : null;
  if (bygone !== null) return bygone;
  const held = heldFor(draft, { predicate, date }, (taking) => whenOf(draft, taking));
  if (held !== null) return held;
  // "hold the airport until the end of August" is said of today; how long it is to last is no day of it.
  // "the road, which they CONTROL, is to be given back BY Friday": so does what is to be done by then.
  const goesOn = (date?.relation === 'until' || date?.relation === 'by') && predicate.tense === 'present';
  const lasts = state && (date?.relation === 'since' || goesOn);
  // "took it that Friday and HAS HELD it since": a state that has lasted is of the day of saying.
  const still = state && predicate.tense === 'perfect' && date?.relation === 'on' && !isPastPerfect(draft, predicate);
  const went = date === null ? wentOn(draft, predicate, (other) => dateOf(draft, other)) : null;
  if (went !== null) return went;
  // "was to leave BY FRIDAY, and has not left"
  const undone = date?.relation === 'by' && predicate.polarity === 'denied' && date.start < predicate.start;
  const open = isToCome(predicate);
  if (date === null || lasts || still || undone || (open && !isTried(date, predicate)))
    return impliedWhen(draft, predicate);
  if (isDayOfTold(draft, date, predicate.start)) return { ...date.when, basis: 'implied' };
  // "A week after A FELL, they came back"
  const leadsTo = date.from !== null && date.end <= predicate.start;
  if (leadsTo && !draft.report.text.slice(date.end, predicate.start).includes(',')) return date.from ?? date.when;
  return notAhead(draft, predicate, byThen(draft, date));
};

/** "by Monday": until when something planned is to be done; what lies before the saying is no limit to it. */
export const deadlineOf = (draft: Draft, predicate: Predicate): When | null => {
  if (!isToCome(predicate)) return null;
  const mark = inSentence(draft.dates, predicate.sentence).find(
    (date) => date.start >= predicate.start && date.relation !== 'since' && !isOfSaying(draft, date),
  );
  const latest = mark?.when.latest ?? null;
  const said = latest === null ? null : dayOfSaying(draft, predicate).when.earliest;
  if (mark === undefined || (latest !== null && said !== null && latest < said)) return null;
  return said === null ? mark.when : ahead(mark.when, said);
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

/** "took A LAST YEAR; it has left B now": behind a semicolon another day counts. */
const isApart = ({ report: { text } }: Draft, { start }: DateMark, predicate: Predicate): boolean =>
  text.slice(Math.min(start, predicate.start), Math.max(start, predicate.start)).includes(';');

const isBetween = (date: DateMark, predicate: Predicate, other: Predicate): boolean =>
  Math.min(date.start, predicate.start) < other.start && other.start < Math.max(date.start, predicate.start);

const opensSentence = ({ sentences }: Draft, { sentence, start }: DateMark): boolean =>
  start - (sentences[sentence]?.start ?? 0) < OPENING_LEAD;

/** Characters of "In late". */
const OPENING_LEAD = 8;

/** True where a date of the predicate's clause lies before the theatre's time ("held it for weeks in 2015"). */
export const isHistory = (draft: Draft, predicate: Predicate): boolean => {
  const begun = begunWith(draft, predicate);
  if (begun !== null) return isPast(draft, begun);
  const dates = datesFor(draft, predicate);
  // "captured A last week after a siege since February": its own day decides.
  const own = dateInside(dates, predicate);
  // "IN 2014 they took A WITHIN A DAY": how long it took is no day of its own.
  const opens = dates.some((date) => isPast(draft, date) && date !== own && opensSentence(draft, date));
  const dated = own?.relation === 'on' && !isPast(draft, own);
  if (dated && !(opens && own.when.precision === 'about')) return false;
  return dates.some(
    (date) =>
      isPast(draft, date) &&
      !isApart(draft, date, predicate) &&
      !draft.predicates.some(
        (other) => other.sentence === predicate.sentence && other !== predicate && isBetween(date, predicate, other),
      ),
  );
};
