// Admiralty grades, derived and not typed (control-method section 6): a letter for who says it, a number for what is said.
// Invariant: the letter comes from the source's other claims, the number from other evidence; neither is read off the other.
import type { Grade } from '../model/control.ts';
import { LETTERS, type Letter, type Source } from '../model/source.ts';
import type { GradingParameters } from './grading-parameters.ts';
import { sourceKey, sourceOf } from './interest.ts';
import { type Letters, letterOf } from './letters.ts';
import { numberOf } from './number-of.ts';
import type { Statement } from './statements.ts';
import type { Prepared } from './view.ts';
import type { DayState } from './walk.ts';

/** What a statement's grade is made from, so that it can be kept while histories grow. */
export interface Gradable {
  readonly source: Source;
  readonly info: number;
}

export const gradableOf = (prepared: Prepared, one: Statement): Gradable => ({
  source: sourceOf(prepared.contest, one),
  info: numberOf(prepared, one),
});

export const gradeOf = (grading: GradingParameters, letters: Letters, { source, info }: Gradable): Grade => ({
  ...letterOf(grading, letters, source),
  info,
});

const rankOf = ({ source, info }: Grade): number => LETTERS.indexOf(source as Letter) * 10 + info;

/** The grade of the best of them: by letter, then by number; null where nothing supports. */
export const bestGrade = (grading: GradingParameters, letters: Letters, gradables: readonly Gradable[]): Grade | null =>
  gradables
    .map((one) => gradeOf(grading, letters, one))
    .reduce<Grade | null>((best, one) => (best === null || rankOf(one) < rankOf(best) ? one : best), null);

/** What supports the day's verdict, of each source its best number. */
export const gradedSupports = ({ view, verdict }: DayState): readonly Gradable[] => {
  const best = new Map<string, Gradable>();
  for (const one of verdict.support) {
    const gradable = gradableOf(view.prepared, one);
    const key = sourceKey(gradable.source);
    const known = best.get(key);
    if (known === undefined || gradable.info < known.info) best.set(key, gradable);
  }
  return [...best.values()];
};
