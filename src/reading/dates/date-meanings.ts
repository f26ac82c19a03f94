// What each date pattern means, by its name (languages/en/dates.json, datePatterns): the one list of the date rules.
// Invariant: a meaning that does not hold of its words is null, and the next longest reading is tried.
import type { MeaningEntry } from './date-meaning.ts';
import { DAY_MEANINGS } from './day-meanings.ts';
import { FIGURE_MEANINGS } from './figure-meanings.ts';
import { LENGTH_MEANINGS } from './length-meanings.ts';
import { MONTH_MEANINGS } from './month-meanings.ts';
import { STORY_MEANINGS } from './story-meanings.ts';
import { STRETCH_MEANINGS } from './stretch-meanings.ts';

export const MEANINGS: Readonly<Record<string, MeaningEntry>> = {
  ...DAY_MEANINGS, // "23 June", "on Wednesday", "Monday of last week", "from Monday to Tuesday"
  ...FIGURE_MEANINGS, // "23/06/2021", "22/04", "Eid al-Fitr"
  ...LENGTH_MEANINGS, // "two days ago", "three weeks after Eid", "for eleven days", "a day earlier"
  ...STRETCH_MEANINGS, // "overnight", "last week", "the end of the month"
  ...STORY_MEANINGS, // "that night", "the same day", "hours later"
  ...MONTH_MEANINGS, // "in May", "mid-July", "since 2014", "the 1990s", "last summer"
};
