// Which words of a report are marked, and the address of each mark: it follows from where the words stand.
import { isNotUnderstood } from '../../src/model/outcome.ts';
import type { Span } from '../../src/model/text.ts';
import type { wholeReportRecord } from '../../src/publishing/report-records.ts';
import type { Marked, MarkKind } from './report-text.ts';

export type WholeReport = ReturnType<typeof wholeReportRecord>;
export type Read = WholeReport['read'];

export const markId = (kind: MarkKind, { start, end }: Span): string => `${kind}-${start}-${end}`;

const marksOf = (kind: MarkKind, spans: readonly (Span | null)[]): readonly Marked[] => {
  const marks = spans.flatMap((span) =>
    span === null ? [] : [{ start: span.start, end: span.end, kind, id: markId(kind, span) }],
  );
  return [...new Map(marks.map((mark) => [mark.id, mark])).values()];
};

/** Notes of what was not understood; the others are told apart, since nothing is lost by them. */
export const missed = ({ notes }: Read): Read['notes'] => notes.filter(isNotUnderstood);

const quotesOf = (quoted: readonly { readonly quote: Span }[]): readonly Span[] => quoted.map(({ quote }) => quote);
const spansOf = (found: readonly { readonly span: Span | null }[]): readonly (Span | null)[] =>
  found.map(({ span }) => span);

/** All marks of the text. */
export const reportMarks = ({ read }: WholeReport): readonly Marked[] => [
  ...marksOf('claim', quotesOf(read.claims)),
  ...marksOf('count', quotesOf(read.aggregates)),
  ...marksOf('incident', quotesOf(read.incidents)),
  ...marksOf('note', spansOf(missed(read))),
  ...marksOf('refused', spansOf(read.refusals)),
];
