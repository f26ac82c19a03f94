// The days that a review says it covers ("This review covers the days from Friday, July 2, to Thursday, July 8"): its bare
// weekdays are those. Invariant: one such stretch among the first sentences, of at most some days, and over before the report.
import type { Report } from '../../model/report.ts';
import type { Theatre } from '../../model/theatre.ts';
import { daysBetween, type When } from '../../model/time.ts';
import type { Draft, Sentence } from '../marks.ts';
import { anchorDate } from './anchor-dates.ts';
import type { DateMeaning, Stretch } from './date-values.ts';
import type { DatedWords } from './match-dates.ts';

/** Among so many first sentences. */
const OPENING = 5;
/** A stretch of a day or two is no review's, nor is one of a month. */
const LEAST = 3;
const MOST = 9;
/** A review comes out soon. */
const LATE = 21;

interface Found {
  readonly sentence: Sentence;
  readonly dated: DatedWords;
}

/** "This review covers …"; in a heading "The WEEK in the north", and not "all week" of a sentence. */
const isReview = ({ sentence, dated }: Found, { lexicon }: Theatre): boolean =>
  dated.words.some(
    ({ word }) => lexicon.has('reviewWords', word) || (sentence.heading && lexicon.has('reviewHeads', word)),
  );

const stretchOf = (when: When, { published }: Report): Stretch | null => {
  const { earliest, latest } = when;
  if (earliest === null || latest === null || published.earliest === null || latest > published.earliest) return null;
  const days = daysBetween(earliest, latest);
  const fits = days >= LEAST && days <= MOST && daysBetween(latest, published.earliest) <= LATE;
  return fits ? { from: earliest, to: latest, precision: 'week' } : null;
};

/** Null where the report says of no such stretch that it is about it. */
export const weekReviewed = ({ report, theatre }: Draft, found: readonly Found[]): Stretch | null => {
  for (const one of found) {
    const { sentence, dated } = one;
    if (sentence.index >= OPENING) return null;
    if (!isReview(one, theatre)) continue;
    for (const { closed, meaning } of dated.expressions) {
      const when = closed ? anchorDate(meaning, report.published, { period: theatre.period, ahead: false }) : null;
      const stretch = when && stretchOf(when, report);
      if (stretch !== null) return stretch;
    }
  }
  return null;
};

/** "On FRIDAY" of a review that came out on a Friday: the one that it covers; null where the day of saying serves as well. */
export const inReview = (review: Stretch | null, { onward, needs, anchor }: DateMeaning, said: When): When | null => {
  if (review === null || onward === undefined || needs !== 'relative' || said.latest === null) return null;
  const own = anchor(said.latest, false);
  const meant = anchor(review.to, false);
  if (own === null || meant === null || own.from <= review.to || daysBetween(meant.from, meant.to) > 0) return null;
  if (meant.from < review.from) return null;
  return { earliest: meant.from, latest: meant.to, precision: 'day', basis: 'stated' };
};
