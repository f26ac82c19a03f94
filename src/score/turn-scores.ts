// How well changes of hands are found: the day of a fall, and retakings and losses again for each side apart.
import type { Camp } from './camps.ts';
import { type Share, shareTrue } from './status-scores.ts';
import { medianOf } from './sums.ts';
import type { Match } from './turns.ts';

/** A told turn farther away than this is of another story. */
export const DATE_WINDOW = 30;
/** A retaking counts as found when it is told within so many days of the true one. */
export const FOUND_WINDOW = 7;

export interface DateFigures {
  readonly turns: number;
  readonly told: number;
  /** Median of the absolute error in days, over the turns that are told. */
  readonly medianError: number | null;
  /** Median of the error with its sign: positive is late. */
  readonly medianLate: number | null;
  /** Of those with an 80 % interval, the share of true days inside it. */
  readonly covered: Share;
}

export const dateFigures = (matches: readonly Match[]): DateFigures => {
  const late = matches.flatMap((one) => one.late ?? []);
  const covered = matches.flatMap(({ turn, told }) =>
    told === null || told.low === null || told.high === null ? [] : [told.low <= turn.day && turn.day <= told.high],
  );
  return {
    turns: matches.length,
    told: late.length,
    medianError: medianOf(late.map(Math.abs)),
    medianLate: medianOf(late),
    covered: shareTrue(covered),
  };
};

export interface ReversalRow {
  readonly side: Camp;
  /** Places that the side takes back; the share that is told in time. */
  readonly recaptures: Share;
  /** Places that the side had taken back and loses again. */
  readonly relosses: Share;
}

const inTime = ({ late }: Match): boolean => late !== null && Math.abs(late) <= FOUND_WINDOW;

/** A row for each side, also where it has none: a side that nobody reports retaking must be seen. */
export const reversalTable = (matches: readonly Match[], sides: readonly Camp[]): readonly ReversalRow[] =>
  sides.map((side) => ({
    side,
    recaptures: shareTrue(matches.filter(({ turn }) => turn.again && turn.to === side).map(inTime)),
    relosses: shareTrue(matches.filter(({ turn }) => turn.lostAgain && turn.from === side).map(inTime)),
  }));
