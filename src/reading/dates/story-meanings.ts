// Meanings that a story gives: "that night", "the same day", "the next morning", "hours later", "on the third day".
// Invariant: each is reckoned from the day that the story has come to; where none was told it means nothing.
import type { Day } from '../../model/time.ts';
import { addDays } from '../../model/time.ts';
import { offset, onlyDay } from './anchor-dates.ts';
import { weekdayAfter, weekdayBefore } from './calendar.ts';
import { endsClause, type MeaningEntry, type Means, never, told } from './date-meaning.ts';
import type { DateMeaning, Unit } from './date-values.ts';
import { daysIn } from './length-slots.ts';

/** Reckoned from the day told; without one it means nothing. */
const reckoned = (means: Means): MeaningEntry => told(means, never);

/** The same, and only where a report tells a story: "within days" may be said of what is to come. */
const ofStory = (means: Means): MeaningEntry => ({ ...told(means, never), ofStory: true });

const days =
  (first: number, last: number): Means =>
  () =>
    offset(first, last, first === last ? 'day' : 'about');

/** "the night before." but not "the night before the attack", which is reckoned from the attack. */
const closing =
  (means: Means): Means =>
  (values, standing) =>
    endsClause(standing) ? means(values, standing) : null;

/** "on the same day THAT the bridge fell": told by another deed. */
const apart =
  (means: Means): Means =>
  (values, standing) =>
    standing.scan.vocabulary.lexicon.has('sameLinks', standing.scan.words[standing.to]?.word ?? '')
      ? null
      : means(values, standing);

/** "on the same day as ASHFORD": of the day that was told of that place, and of none where a clause follows. */
const asAnother: Means = (_, { scan, to }) =>
  /^\p{Lu}/u.test(scan.words[to]?.text ?? '') ? offset(0, 0, 'day') : null;

const stepped = (anchor: (reached: Day, weekday: number) => Day): Means =>
  function weekday({ weekday: number }) {
    if (number === undefined) return null;
    const meaning: DateMeaning = { anchor: (reached) => onlyDay(anchor(reached, number)), needs: 'relative' };
    return meaning;
  };

/** "that Sunday": the day told last where it was one, else the next, which a story has not come to, is meant. */
const thatWeekday = stepped((reached, number) => weekdayAfter(number, reached));
const weekdayBehind = stepped((reached, number) => weekdayAfter(number, addDays(reached, 1)));
const weekdayAhead = stepped((reached, number) => weekdayBefore(number, addDays(reached, -1)));

const UNIT_DAYS: Readonly<Record<Unit, readonly [number, number] | null>> = {
  minute: [0, 0],
  hour: [0, 1],
  day: [2, 6],
  week: [10, 45],
  fortnight: null,
  month: null,
  year: null,
  decade: null,
};

/** "hours later", "a few days later", "weeks later". */
const vagueLater: Means = ({ unit }, { scan, from }) => {
  const range = unit === undefined || scan.words[from - 1]?.figure ? null : UNIT_DAYS[unit];
  return range && offset(range[0], range[1], range[1] > 6 ? 'month' : 'about');
};

/** A story that goes on for longer names its days. */
const LONGEST = 31;

/** "after three days of fighting": the first of them was the day told, or the one behind it. */
const afterLength: Means = ({ length }) => {
  const count = length === undefined ? 0 : Math.round(daysIn(length));
  return count < 1 || count > LONGEST ? null : offset(count - 1, count, 'about');
};

/** "on the third day": counted from some day of the story. */
const nthDay: Means = ({ ordinal = 0 }) => (ordinal < 1 || ordinal > LONGEST ? null : offset(0, ordinal, 'about'));

export const STORY_MEANINGS: Readonly<Record<string, MeaningEntry>> = {
  'story-day': reckoned(apart(days(0, 0))),
  'told-same': reckoned(asAnother),
  'story-next': reckoned(days(1, 1)),
  'story-next-ending': reckoned(closing(days(1, 1))),
  'story-before': reckoned(days(-1, -1)),
  'story-before-ending': reckoned(closing(days(-1, -1))),
  'story-weekday': reckoned(thatWeekday),
  'story-weekday-next': reckoned(closing(weekdayBehind)),
  'story-weekday-before': reckoned(closing(weekdayAhead)),
  'story-later': ofStory(vagueLater),
  'told-few': reckoned(vagueLater),
  'told-hours': reckoned(() => offset(0, 0, 'about')),
  'story-within': ofStory(days(0, 1)),
  'story-after': ofStory(afterLength),
  'story-nth': ofStory(nthDay),
};
