// Whether statuses keep what they promise: confirmed is right, disputes end, threatened places fall more often than others.
// Invariant: shares over cell-days are weighed by confidence; counts of turns and of disputes are plain.
import { addDays, type Day, daysBetween } from '../model/time.ts';
import { type Band, bandBySums, type Drawing, sumByBlock } from './bootstrap.ts';
import type { Camp } from './camps.ts';
import type { CellDay, Track } from './cell-days.ts';
import { medianOf, ratio, totalOf } from './sums.ts';
import type { TrueTurn } from './turns.ts';

export interface Share {
  readonly share: number | null;
  /** What it is a share of: cell-days (weighed), or turns. */
  readonly of: number;
}

export interface Precision extends Share {
  readonly band: Band | null;
  readonly bySide: Readonly<Record<Camp, Share>>;
}

const shareOf = (all: readonly CellDay[], isRight: (one: CellDay) => boolean): Share => {
  const of = totalOf(all.map(({ weight }) => weight));
  return { share: ratio(totalOf(all.filter(isRight).map(({ weight }) => weight)), of), of };
};

const isRight = ({ holder, truth }: CellDay): boolean => holder === truth;

/** Of the cell-days that are told as confirmed, the share on which the truth has the same holder. */
export const confirmedPrecision = (all: readonly CellDay[], drawing: Drawing): Precision => {
  const confirmed = all.filter(({ status }) => status === 'confirmed');
  const sums = sumByBlock(confirmed, (one) => [isRight(one) ? one.weight : 0, one.weight]);
  const bySide = Map.groupBy(confirmed, ({ holder }) => holder ?? 'none');
  return {
    ...shareOf(confirmed, isRight),
    band: bandBySums(sums, ([right = 0, weight = 0]) => ratio(right, weight), drawing),
    bySide: Object.fromEntries([...bySide].map(([side, days]) => [side, shareOf(days, isRight)])),
  };
};

export const CONFIRMED_WITHIN = 3;

/** Of the falls that the truth dates, the share that is confirmed for the taker by so many days after. */
export const confirmedInTime = (
  track: Track,
  falls: readonly TrueTurn[],
  within = CONFIRMED_WITHIN,
): readonly boolean[] =>
  falls.flatMap(({ day, to }) => {
    const end = addDays(day, within);
    const seen = track.days.filter((one) => one.day >= day && one.day <= end);
    const confirmed = seen.some(({ status, holder }) => status === 'confirmed' && holder === to);
    // What the truth does not follow to the end is no miss.
    return confirmed || seen.at(-1)?.day === end ? [confirmed] : [];
  });

export const shareTrue = (all: readonly boolean[]): Share => ({
  share: ratio(all.filter((one) => one).length, all.length),
  of: all.length,
});

/** One run of days as disputed: who was right by the truth, and what it ended in. */
export interface Dispute {
  readonly right: Camp;
  readonly ended: 'right' | 'wrong' | 'open';
  /** Days from the first disputed day to the first confirmed one. */
  readonly days: number | null;
}

const disputesOf = ({ days }: Track): readonly Dispute[] =>
  days.flatMap((one, at): Dispute[] => {
    const before = days[at - 1];
    const goesOn = before?.status === 'disputed' && addDays(before.day, 1) === one.day;
    if (one.status !== 'disputed' || goesOn) return [];
    const end = days.slice(at).find(({ status }) => status === 'confirmed');
    if (end === undefined) return [{ right: one.truth, ended: 'open', days: null }];
    return [{ right: one.truth, ended: isRight(end) ? 'right' : 'wrong', days: daysBetween(one.day, end.day) }];
  });

export interface DisputeRow {
  readonly right: Camp;
  readonly disputes: number;
  readonly confirmedRight: number;
  readonly confirmedWrong: number;
  readonly open: number;
  /** Median days to a confirmation that is right. */
  readonly days: number | null;
}

/** Who was right in disputes, and how soon the assessment said so: a row for each side. */
export const disputeTable = (tracks: readonly Track[]): readonly DisputeRow[] => {
  const bySide = Map.groupBy(tracks.flatMap(disputesOf), ({ right }) => right);
  return [...bySide].map(([right, all]) => {
    const ended = (how: Dispute['ended']): readonly Dispute[] => all.filter((one) => one.ended === how);
    const days = ended('right').flatMap((one) => one.days ?? []);
    return {
      ...{ right, disputes: all.length, confirmedRight: ended('right').length },
      ...{ confirmedWrong: ended('wrong').length, open: ended('open').length, days: medianOf(days) },
    };
  });
};

export interface ThreatRow {
  readonly within: number;
  /** Of the days on which a holder is told to be threatened, the share after which he loses it in time. */
  readonly threatened: Share;
  /** The same over all days. */
  readonly base: Share;
}

export const THREAT_DAYS = [7, 14] as const;

/** Days that the truth follows for so long, with whether the holder loses the cell by then. */
const followed = ({ days }: Track, within: number): readonly (CellDay & { readonly falls: boolean })[] => {
  const at = new Map<Day, CellDay>(days.map((one) => [one.day, one]));
  return days.flatMap((one) => {
    if (one.truth === 'none' || !at.has(addDays(one.day, within))) return [];
    const later = Array.from({ length: within }, (_, ahead) => at.get(addDays(one.day, ahead + 1))?.truth);
    return [{ ...one, falls: later.some((camp) => camp !== undefined && camp !== 'none' && camp !== one.truth) }];
  });
};

export const threatTable = (tracks: readonly Track[]): readonly ThreatRow[] =>
  THREAT_DAYS.map((within) => {
    const all = tracks.flatMap((track) => followed(track, within));
    const falls = (one: CellDay): boolean => 'falls' in one && one.falls === true;
    const threatened = all.filter(({ status, holder, truth }) => status === 'threatened' && holder === truth);
    return { within, threatened: shareOf(threatened, falls), base: shareOf(all, falls) };
  });
