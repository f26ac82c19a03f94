// The letter of each source (control-method section 6): from what its claims came to, else the one that its kind starts with.
// Invariant: one history gives one letter to a source in one interest, wherever it speaks; letters never look at the number.
import type { Grade } from '../model/control.ts';
import { LETTERS, type Letter, type Source } from '../model/source.ts';
import type { GradingParameters } from './grading-parameters.ts';
import { sourceKey } from './interest.ts';
import { addRecords, type Tally, type TrackRecord } from './track-record.ts';

/** What the sources' histories came to by a moment: a record of all cells. */
export interface Letters {
  readonly record: TrackRecord;
}

/** Before anything could be checked: every source has its starting letter. */
export const NO_HISTORY: Letters = { record: {} };

export const lettersFrom = (records: Iterable<TrackRecord>): Letters => ({ record: addRecords(records) });

export type Lettered = Pick<Grade, 'source' | 'basis'>;

/** The posterior mean of the share that came true; null while too few could be checked. */
export const shareTrue = (grading: GradingParameters, { checkable, cameTrue }: Tally): number | null =>
  checkable < grading.fewestChecked ? null : (cameTrue + grading.prior) / (checkable + 2 * grading.prior);

/** By its history where that is long enough, else the letter of its kind before data. */
export const letterOf = (grading: GradingParameters, { record }: Letters, source: Source): Lettered => {
  const tally = record[sourceKey(source)];
  const share = tally === undefined ? null : shareTrue(grading, tally);
  if (share === null) return { source: grading.starting[source.class][source.interest], basis: 'start' };
  return { source: grading.letters.find(([from]) => share >= from)?.[1] ?? 'E', basis: 'history' };
};

/** How often letter and number say the same of a claim: the axes are apart where that is seldom (Baker; section 6). */
export interface Diagonal {
  readonly graded: number;
  readonly on: number;
  /** Null where nothing has both a letter and a number. */
  readonly share: number | null;
  readonly tooMany: boolean;
}

export const diagonalOf = (grading: GradingParameters, letters: Letters): Diagonal => {
  let [graded, on] = [0, 0];
  for (const [key, { numbers }] of Object.entries(letters.record)) {
    const { source } = letterOf(grading, letters, sourceFrom(key));
    if (source === 'F') continue;
    graded += numbers.slice(0, 5).reduce((sum, count) => sum + count, 0);
    on += numbers[LETTERS.indexOf(source as Letter)] ?? 0;
  }
  const share = graded === 0 ? null : on / graded;
  return { graded, on, share, tooMany: share !== null && share > grading.diagonal };
};

const sourceFrom = (key: string): Source => {
  const [voice = '', side = '', interest = ''] = key.split('|');
  return { class: voice, side, interest } as Source;
};

/** One source's history as people read it. */
export interface SourceGrade extends Source, Omit<Tally, 'numbers'>, Lettered {
  readonly numbers: readonly number[];
  readonly share: number | null;
}

export const sourceGrades = (grading: GradingParameters, letters: Letters): readonly SourceGrade[] =>
  Object.entries(letters.record).map(([key, tally]) => {
    const source = sourceFrom(key);
    return { ...source, ...tally, share: shareTrue(grading, tally), ...letterOf(grading, letters, source) };
  });
