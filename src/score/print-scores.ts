// Scores as a small table for people.
import type { Figures } from './pair.ts';
import type { Scores } from './score.ts';

const row = (name: string, { precision, recall, f1, hit, predicted, gold }: Figures): string =>
  `${name.padEnd(14)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${hit} of ${predicted} predicted, ${gold} gold)`;

const admittedRow = ({ notes, rightly, admitted, silent }: Scores['notUnderstood']): string =>
  `not understood ${notes} sentences noted, ${rightly} of them with missed claims; of ${admitted + silent} missed claims ${admitted} admitted, ${silent} missed in silence`;

/** Lines of the table, without the errors. */
export const printScores = (scores: Scores): readonly string[] => [
  row('claims core', scores.claims.core),
  row('claims strict', scores.claims.strict),
  row('aggregates', scores.aggregates),
  row('incidents', scores.incidents),
  admittedRow(scores.notUnderstood),
  `fields         ${Object.entries(scores.fields)
    .map(([field, share]) => `${field} ${share}`)
    .join('  ')}`,
  ...Object.entries(scores.byKind).map(([kind, figures]) => row(`  ${kind}`, figures)),
  ...(scores.missing > 0 ? [`no reading for ${scores.missing} reports`] : []),
  ...(scores.badQuotes > 0 ? [`${scores.badQuotes} quotes do not stand in the text`] : []),
];
