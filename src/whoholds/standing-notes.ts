// Notes of a report read anew, less those about sentences that the ledger has a record of all the same.
// Invariant: notes are not kept; they say what today's rules make of the words, so a better reader has fewer.
import type { Reading } from '../model/claim.ts';
import { isNotUnderstood, type Note } from '../model/outcome.ts';
import { overlaps } from '../model/text.ts';

/** What people or an annotation recorded of a sentence is understood, whatever the rules say of it. */
export const standingNotes = (
  notes: readonly Note[],
  { claims, aggregates, incidents }: Pick<Reading, 'claims' | 'aggregates' | 'incidents'>,
): readonly Note[] => {
  const quotes = [...claims, ...aggregates, ...incidents].map(({ quote }) => quote);
  const isRecorded = ({ span }: Note): boolean => span !== null && quotes.some((quote) => overlaps(quote, span));
  return notes.filter((note) => !isNotUnderstood(note) || !isRecorded(note));
};
