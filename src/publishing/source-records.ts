// The records of sources and their letters, for programs.
import type { SourceGrades } from '../whoholds.ts';

/** One line of `whoholds sources --json`. */
export const sourceGradeRecord = (grade: SourceGrades['sources'][number]) => ({
  class: grade.class,
  side: grade.side,
  interest: grade.interest,
  letter: grade.source,
  basis: grade.basis,
  claims: grade.made,
  checkable: grade.checkable,
  cameTrue: grade.cameTrue,
  share: grade.share,
  numbers: grade.numbers,
});
