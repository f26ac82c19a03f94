// What the slots of a date pattern hold, and what an expression means.
import type { Theatre } from '../../model/theatre.ts';
import type { Day, Precision } from '../../model/time.ts';

export type DateOrder = Theatre['outlets'][number]['dateOrder'];
export type Calendar = 'gregorian' | 'solar' | 'lunar';
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'year' | 'decade';
export type Stepping = 'last' | 'next' | 'coming' | 'past' | 'this';
export type Part = 'early' | 'middle' | 'late' | WeekOfMonth | Share | 'last-day';
export type Share =
  | 'first-half'
  | 'second-half'
  | 'first-quarter'
  | 'second-quarter'
  | 'third-quarter'
  | 'last-quarter';
type WeekOfMonth = 'first-week' | 'second-week' | 'third-week' | 'last-week';

export interface Month {
  readonly calendar: Calendar;
  readonly number: number;
}

/** "two years, one month and three days": months are counted by the calendar. */
export interface Length {
  readonly months: number;
  readonly days: number;
  readonly unit: Unit;
}

/** Inclusive at both ends. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly precision: Precision;
}

/** Null where the expression names no day ("31 June"). `ahead`: it is said of what is to come. */
export type Anchor = (said: Day, ahead: boolean) => Stretch | null;

export interface DateMeaning {
  readonly anchor: Anchor;
  /** 'absolute' needs no day of saying; 'yearless' needs only its year; 'relative' needs the day. */
  readonly needs: 'absolute' | 'yearless' | 'relative';
  /** In a story that has come to a day, the one meant from there on; undefined where a story changes nothing. */
  readonly onward?: (reached: Day) => Stretch | null;
  /** True of what comes back so seldom that an undated report can mean but one ("Friday the 2nd"). */
  readonly rare?: boolean;
  /** "In June …, on the 14th": the day of that number in the month in which a day lies. */
  readonly within?: (told: Day) => Stretch | null;
  /** What it means where the report's months are those of the solar hijri calendar. */
  readonly solar?: DateMeaning;
}

/** What the words of one expression gave; which of them are there is the pattern's to say. */
export interface Values {
  readonly weekday?: number;
  readonly month?: Month;
  readonly nth?: number;
  readonly lastNth?: number;
  /** True where the day's number has no ending and no ordinal word: it may count what follows. */
  readonly bare?: boolean;
  readonly year?: number;
  readonly length?: Length;
  readonly unit?: Unit;
  readonly ordinal?: number;
  readonly step?: Stepping;
  readonly part?: Part;
  readonly season?: readonly [number, number];
  readonly feast?: string;
  /** Three figures as written, with the place of the year; or two. */
  readonly figures?: Figures;
  readonly shortFigures?: readonly [number, number];
  readonly day?: DateMeaning;
  readonly lastDay?: DateMeaning;
  readonly week?: DateMeaning;
  readonly stretch?: DateMeaning;
}

export type Figures =
  | { readonly form: 'year-first'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly form: 'year-last'; readonly year: number; readonly first: number; readonly second: number };
