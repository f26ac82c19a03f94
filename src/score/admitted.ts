// What the reader says it did not understand, against what it missed: an admitted miss is a better one than a silent miss.
import type { GoldClaim } from '../model/gold.ts';
import { isNotUnderstood } from '../model/outcome.ts';
import { normalise } from './fits.ts';
import type { PredictedReading } from './predicted.ts';

export interface Admitted {
  /** Sentences noted as not understood. */
  readonly notes: number;
  /** Of these, sentences that carry a gold claim which was missed. */
  readonly rightly: number;
  /** Missed gold claims in such sentences, and in others. */
  readonly admitted: number;
  readonly silent: number;
}

export const NOTHING_ADMITTED: Admitted = { notes: 0, rightly: 0, admitted: 0, silent: 0 };

export const addAdmitted = (a: Admitted, b: Admitted): Admitted => ({
  notes: a.notes + b.notes,
  rightly: a.rightly + b.rightly,
  admitted: a.admitted + b.admitted,
  silent: a.silent + b.silent,
});

/** A sentence and a quote meet where one holds the other. */
const meets = (sentence: string, quote: string): boolean =>
  quote !== '' && (sentence.includes(quote) || quote.includes(sentence));

/** Of one report: its notes beside the gold claims that nothing was paired with. */
export const admittedIn = (reading: PredictedReading, missed: readonly GoldClaim[]): Admitted => {
  const text = reading.report?.text ?? '';
  const sentences = reading.notes
    .filter(isNotUnderstood)
    .flatMap(({ span }) => (span === null ? [] : [normalise(text.slice(span.start, span.end))]));
  const quotes = missed.map(({ quote }) => normalise(quote));
  const admitted = quotes.filter((quote) => sentences.some((sentence) => meets(sentence, quote))).length;
  return {
    notes: sentences.length,
    rightly: sentences.filter((sentence) => quotes.some((quote) => meets(sentence, quote))).length,
    ...{ admitted, silent: missed.length - admitted },
  };
};
