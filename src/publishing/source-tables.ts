// Sources and their letters as people read them on a terminal. Nothing here decides anything.
import type { Theatre } from '../model/theatre.ts';
import type { SourceGrades } from '../whoholds.ts';
import { paint, sideName, table } from './tables.ts';

type SourceGrade = SourceGrades['sources'][number];

/** "third-party-with-stake" is a word for programs. */
const className = ({ class: voice }: SourceGrade): string => voice.replaceAll('-', ' ');

const rowOf = (grade: SourceGrade, theatre: Theatre): readonly string[] => [
  className(grade),
  sideName(grade.side, theatre),
  grade.interest,
  `${grade.made}`,
  `${grade.checkable}`,
  `${grade.cameTrue}`,
  paint(grade.basis === 'history' ? 'bold' : 'dim', `${grade.source}${grade.basis === 'start' ? ' (start)' : ''}`),
];

const diagonalWords = ({ diagonal }: SourceGrades): string => {
  const { graded, on, share, tooMany } = diagonal;
  if (share === null) return 'No claim has both a letter and a number yet.';
  const percent = Math.round(share * 100);
  const verdict = tooMany ? 'that is too often: something is wrong with the axes' : 'the two axes are apart';
  return `Letter and number of a claim agree in ${on} of ${graded} (${percent} %): ${verdict}.`;
};

/** A row for each kind of voice of each side in each interest; below it, how often letter and number agree. */
export const sourcesText = (grades: SourceGrades, theatre: Theatre): string => {
  if (grades.sources.length === 0) return 'Nobody has claimed anything of a known place.';
  const heads = ['voice', 'side', 'interest', 'claims', 'checkable', 'came true', 'letter'];
  const rows = grades.sources.map((grade) => rowOf(grade, theatre));
  return [table([heads.map((head) => paint('dim', head)), ...rows]), '', diagonalWords(grades)].join('\n');
};
