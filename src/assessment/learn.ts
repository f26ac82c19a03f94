// Learning the numbers from a corpus by EM (control-method 8), drawn to the table it begins with and clamped.
// Invariant: a fit that cannot be trusted is refused with a sentence; its numbers are then nowhere.
import { done, type Outcome, type RefusalCode, refused } from '../model/outcome.ts';
import type { Corpus } from './learn-corpus.ts';
import { type Counts, countCorpus } from './learn-counts.ts';
import { type Crossed, evidenceOf, update } from './learn-update.ts';
import type { ModelParameters } from './model-parameters.ts';

export interface Learned {
  readonly parameters: ModelParameters;
  readonly rounds: number;
  /** Of the last round, by the report-day, in natural logarithms. */
  readonly gain: number;
  /** Classes whose counts, at the end, speak against what the class means. */
  readonly crossed: readonly Crossed[];
  /** By the numbers learned. */
  readonly counts: Counts;
}

/** Rounds of EM from a table, until a round gains too little. No fit is refused here. */
export const learn = (corpus: Corpus, given: ModelParameters): Learned => {
  // Classes are learned by themselves; what an earlier fit knew of named sources is not carried on.
  const table = { ...given, sources: {} };
  const { rounds: most, gain: least } = table.learning;
  const first = countCorpus(corpus, table);
  let learned: Learned = { parameters: table, rounds: 0, gain: 0, crossed: [], counts: first };
  while (learned.rounds < most) {
    const { parameters, crossed } = update(learned.counts, learned.parameters, table);
    const counts = countCorpus(corpus, parameters);
    const gained = evidenceOf(counts, parameters) - evidenceOf(learned.counts, learned.parameters);
    learned = { parameters, crossed, counts, rounds: learned.rounds + 1, gain: gained / first.reportDays };
    // A step may lose a little at first, since presence settles before ratios do.
    if (Math.abs(learned.gain) < least) break;
  }
  return learned;
};

const refuse = (code: RefusalCode, reason: string, expected: string): Outcome<never> =>
  refused({ code, stage: 'assessment', reason, report: null, file: null, span: null, expected: [expected] });

export const reportDaysOf = ({ cells }: Corpus): number => cells.reduce((sum, { seen }) => sum + seen.size, 0);

const tellCrossed = ({ mark, ratio }: Crossed): string => `“${mark}” came out at ${ratio.toFixed(2)}`;

/** A fit, or why there is none: too few report-days, or a class that came out against its meaning (8). */
export const fit = (corpus: Corpus, table: ModelParameters): Outcome<Learned> => {
  const reportDays = reportDaysOf(corpus);
  const { minReportDays } = table.learning;
  if (reportDays < minReportDays) {
    const bound = `at least ${minReportDays.toLocaleString('en')} report-days`;
    const reason = `The corpus has ${reportDays.toLocaleString('en')} report-days, and a fit needs ${bound}.`;
    return refuse('too-few-report-days', reason, bound);
  }
  const learned = learn(corpus, table);
  if (learned.crossed.length === 0) return done(learned);
  const told = learned.crossed.map(tellCrossed).join(', ');
  const reason = `The fit turned the meaning of a statement round: ${told}, where its likelihood ratio must be above 1.`;
  return refuse('mark-crossed', reason, 'a likelihood ratio above 1 in the direction that the statement is meant for');
};
