// Dates of one sentence, for tests of the date pass: what was found, in one short line.
import type { Theatre } from '../src/model/theatre.ts';
import type { When } from '../src/model/time.ts';
import { findDates } from '../src/reading/find-dates.ts';
import type { DateMark, Draft } from '../src/reading/marks.ts';
import { emptyDraft } from '../src/reading/read.ts';
import { splitSentences } from '../src/reading/split-sentences.ts';
import { inventedReport } from './invented-report.ts';
import { inventedTheatre } from './invented-theatre.ts';

const outlet = (name: string, dateOrder: Theatre['outlets'][number]['dateOrder']) => ({
  ...{ name, names: [], homepage: null, affiliation: null, agency: false, map: false, dateOrder },
});

/** The invented theatre with one outlet of each habit. */
export const theatre: Theatre = {
  ...inventedTheatre,
  outlets: [outlet('Day First', 'day-first'), outlet('Month First', 'month-first')],
};

export interface Said {
  readonly published?: string | When;
  readonly outlet?: string | null;
}

/** A Thursday. */
export const PUBLISHED = '2021-06-24';

export const draftOf = (text: string, { published = PUBLISHED, outlet: name = null }: Said = {}): Draft =>
  splitSentences(emptyDraft(inventedReport(text, published, { outlet: name }), theatre));

export const datesOf = (text: string, said: Said = {}): readonly DateMark[] => findDates(draftOf(text, said)).dates;

const line = ({ when, relation }: DateMark): string => {
  const days = when.earliest === when.latest ? when.earliest : `${when.earliest}..${when.latest}`;
  return `${relation === 'on' ? '' : `${relation} `}${days} ${when.precision}`;
};

/** "2021-06-23 day", "since 2021-05-01..2021-06-24 about"; several joined by " | ". */
export const readDates = (text: string, said: Said = {}): string => datesOf(text, said).map(line).join(' | ');
