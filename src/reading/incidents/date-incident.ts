// When an incident happened: by its own date, else the day told last in the paragraph, else about the day of the saying.
// Invariant: null for history, and for what is counted over more than a month: that is a number, not something that happened.
import type { Kind } from '../../model/claim.ts';
import type { PlaceMention } from '../../model/place.ts';
import type { When } from '../../model/time.ts';
import { daysBetween } from '../../model/time.ts';
import { frameOver } from '../clauses/frame-over.ts';
import { isPastPerfect } from '../dates/date-bygone.ts';
import { dateOf, impliedWhen, isHistory } from '../dates/date-predicate.ts';
import { isOfSaying } from '../dates/date-sayings.ts';
import { isInDateline } from '../dates/dates-for.ts';
import { saidOn } from '../find-dates.ts';
import type { DateMark, Draft, Predicate, Sentence } from '../marks.ts';
import { inSentence, sentenceAt } from '../words/by-sentence.ts';

const LONGEST = 35;

const isShort = ({ earliest, latest }: When): boolean =>
  earliest !== null && latest !== null && daysBetween(earliest, latest) <= 1;

const isLong = ({ earliest, latest }: When): boolean =>
  earliest !== null && latest !== null && daysBetween(earliest, latest) > LONGEST;

/** A story goes on over short paragraphs: a day told a few sentences before still holds. */
const REACH = 4;

const isNear = (sentence: Sentence | undefined, paragraph: number, deed: Predicate): boolean =>
  sentence !== undefined && (sentence.paragraph === paragraph || deed.sentence - sentence.index <= REACH);

/** "On Friday they HAD taken another city. … Fourteen bodies were brought in": what had happened before is not gone on with; "he said they had taken" is only told later. */
const isOfBefore = (draft: Draft, { sentence }: DateMark): boolean => {
  const told = inSentence(draft.predicates, sentence);
  return told.length > 0 && told.every((one) => isPastPerfect(draft, one) && frameOver(draft, one.start) === null);
};

const MONTHS: readonly When['precision'][] = ['month', 'unknown'];

/** "the attack on Monday … Two guards were killed": the day told last in the paragraph. */
const toldBefore = (draft: Draft, deed: Predicate, { paragraph }: Sentence): DateMark | undefined =>
  draft.dates.findLast(
    (date) =>
      isNear(draft.sentences[date.sentence], paragraph, deed) &&
      date.sentence < deed.sentence &&
      ['on', 'before'].includes(date.relation) &&
      isShort(date.when) &&
      // "who three years ago ran half of it": a month is no day.
      !MONTHS.includes(date.when.precision) &&
      !isOfSaying(draft, date) &&
      !isInDateline(draft, date) &&
      !isOfBefore(draft, date) &&
      !date.background,
  );

type Told = Pick<DateMark, 'when'>;

const FIGHTS: readonly Kind[] = ['capture', 'recapture', 'loss', 'attack', 'repulse', 'clash'];

/** "The rebels took A on Monday. … Two guards were killed IN A": the one day on which there is said to have been fighting there. */
const foughtAt = (draft: Draft, { sentence }: Predicate, { candidates }: PlaceMention): Told | undefined => {
  const fights = draft.claims.filter(
    ({ kind, polarity, modality, place, quote }) =>
      sentenceAt(draft, quote.start) < sentence &&
      FIGHTS.includes(kind) &&
      polarity === 'affirmed' &&
      modality === 'actual' &&
      candidates.length > 0 &&
      place.candidates.join() === candidates.join(),
  );
  const last = fights.at(-1);
  if (last === undefined || last.when.basis !== 'stated' || !isShort(last.when)) return undefined;
  const days = fights.filter(({ when }) => when.basis === 'stated');
  return days.every(({ when }) => when.latest === last.when.latest) ? last : undefined;
};

/** "Ashford, lost the day before, had been retaken": the day of what stands between the commas. */
const isAside = ({ report }: Draft, { start, end }: DateMark, deed: Predicate): boolean => {
  const { text } = report;
  const open = text.lastIndexOf(',', start);
  return (
    deed.start > end &&
    text.slice(end, deed.start).trimStart().startsWith(',') &&
    open > 0 &&
    start - open > 4 &&
    /^,\s\p{Ll}+(?:ed|t|en)\b/u.test(text.slice(open, start))
  );
};

/** "detained four people over SUNDAY'S bombing": the day of what stands behind it. */
const isOfNoun = ({ report, theatre }: Draft, { start, end }: DateMark, deed: Predicate): boolean => {
  // "were killed IN Friday's attack": they died in it.
  const link = /(\p{L}+)\s+$/u.exec(report.text.slice(Math.max(0, start - LINK), start))?.[1] ?? '';
  return (
    deed.end <= start &&
    /^['’]s\b/u.test(report.text.slice(end)) &&
    !theatre.lexicon.has('insideLinks', link.toLowerCase())
  );
};

/** Characters of the word before a day. */
const LINK = 12;

export interface Dated {
  readonly when: When;
  readonly stated: boolean;
}

const YEAR = /^1\d{3}$/;

/** "in 1221": a year long before the report, where no day of our time stands beside it. */
const isOfOldYear = ({ sentences }: Draft, { sentence }: Predicate): boolean =>
  sentences[sentence]?.tokens.some(
    ({ text }, at, all) => YEAR.test(text) && all[at - 1]?.type === 'word' && all[at + 1]?.type !== 'number',
  ) ?? false;

const isOld = (draft: Draft, deed: Predicate): boolean => {
  const dates = inSentence(draft.dates, deed.sentence).filter(({ relation }) => relation !== 'by');
  const ours = dates.some(({ background }) => !background);
  if (!ours && isOfOldYear(draft, deed)) return true;
  return isHistory(draft, deed) || (dates.length > 0 && dates.every(({ background }) => background));
};

/** How long after a saying the report may still tell of it without a day, in days. */
const LATE = 3;

/** What was said on Friday of what has happened may have happened up to the report's own day. */
const untilSaid = (when: When, { report, theatre }: Draft, sentence: Sentence): When => {
  const { latest } = saidOn(sentence, report, theatre);
  const near =
    latest !== null && when.latest !== null && latest > when.latest && daysBetween(when.latest, latest) <= LATE;
  return near ? { ...when, latest, precision: 'about' } : when;
};

interface Setting {
  /** It may go on for months, as people's flight does. */
  readonly lasting: boolean;
  /** The place that the sentence names of its own: a day told of another place before is not its day. */
  readonly at: PlaceMention | null;
}

export const dateIncident = (draft: Draft, deed: Predicate, { lasting, at }: Setting): Dated | null => {
  const sentence = draft.sentences[deed.sentence];
  if (sentence === undefined || isOld(draft, deed)) return null;
  const own = dateOf(draft, deed);
  if (own !== null && own.relation !== 'by' && !isAside(draft, own, deed) && !isOfNoun(draft, own, deed))
    return isLong(own.when) && !lasting ? null : { when: own.when, stated: true };
  const goesOn = deed.tense !== 'perfect' && deed.tense !== 'present';
  const told = !goesOn ? undefined : at === null ? toldBefore(draft, deed, sentence) : foughtAt(draft, deed, at);
  if (told) return { when: { ...told.when, precision: 'about', basis: 'implied' }, stated: false };
  const when = impliedWhen(draft, deed);
  return { when: { ...untilSaid(when, draft, sentence), basis: 'implied' }, stated: false };
};
