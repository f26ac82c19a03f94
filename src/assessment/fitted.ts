// Numbers that were learned, as a file keeps them: with their name, their hash, and what they were learned from.
// Invariant: the name and the hash follow from the numbers; the same ledger and the same start give the same file.
import { contentId } from '../model/text.ts';
import type { Learned } from './learn.ts';
import { learnSources } from './learn-sources.ts';
import type { MarkName, ModelParameters, Row, SourceRows } from './model-parameters.ts';
import { hashParameters, type Parameters } from './parameters.ts';

/** What a fit was made from. */
export interface FitOrigin {
  readonly theatre: { readonly id: string; readonly version: string };
  /** The ledger's sequence number. */
  readonly seq: number;
  readonly cells: number;
  readonly reportDays: number;
  /** By class of statement, what all of them weighed together. */
  readonly statements: Readonly<Record<MarkName, number>>;
  /** Changes of hands, with their days, that were known from outside. */
  readonly anchors: number;
  readonly rounds: number;
  /** Of the last round, by the report-day, in natural logarithms. */
  readonly gain: number;
  /** The numbers that the fit began with and was drawn to. */
  readonly from: { readonly version: string; readonly hash: string };
}

export interface Fitted {
  readonly version: string;
  readonly hash: string;
  readonly origin: FitOrigin;
  readonly parameters: Parameters;
}

const DIGITS = 6;
const short = (value: number): number => Number(value.toPrecision(DIGITS));
const shortRow = ([held, contested, fresh, settled]: Row): Row => [
  short(held),
  short(contested),
  short(fresh),
  short(settled),
];

const shortRows = (rows: SourceRows): SourceRows =>
  Object.fromEntries(Object.entries(rows).map(([mark, row]) => [mark, shortRow(row)]));

/** Six digits are more than any corpus can tell, and a person can read them. */
const rounded = (model: ModelParameters): ModelParameters => {
  const [held, contested, fresh, settled] = model.transitions;
  return {
    ...model,
    transitions: [shortRow(held), shortRow(contested), shortRow(fresh), shortRow(settled)],
    presence: shortRow(model.presence),
    marks: shortRows(model.marks) as ModelParameters['marks'],
    sources: Object.fromEntries(Object.entries(model.sources).map(([name, rows]) => [name, shortRows(rows)])),
  };
};

const FIT = '.fit-';
const PREFIX = 'fit';
const DIGEST = 8;

/** The name of the numbers that a chain of fits began with, and a few digits of what came out. */
const versionOf = (from: string, model: ModelParameters): string => {
  const digest = contentId(PREFIX, [model]).slice(PREFIX.length + 1, PREFIX.length + 1 + DIGEST);
  return `${from.split(FIT)[0]}${FIT}${digest}`;
};

const statementsIn = ({ marks }: Learned['counts']): FitOrigin['statements'] => {
  const weights = [...marks].map(([mark, { written, mirrored }]) => {
    const weight = [...written, ...mirrored].reduce((sum, value) => sum + value, 0);
    return [mark, short(weight)] as const;
  });
  return Object.fromEntries(weights) as FitOrigin['statements'];
};

export const fittedFrom = (
  { parameters: learned, rounds, gain, counts }: Learned,
  from: Parameters,
  corpus: Pick<FitOrigin, 'theatre' | 'seq' | 'cells' | 'anchors'>,
): Fitted => {
  const model = rounded({ ...learned, sources: learnSources(counts, learned) });
  const parameters = { ...from, version: versionOf(from.version, model), model };
  const origin = {
    ...corpus,
    ...{ reportDays: counts.reportDays, statements: statementsIn(counts), rounds, gain: short(gain) },
    from: { version: from.version, hash: hashParameters(from) },
  };
  return { version: parameters.version, hash: hashParameters(parameters), origin, parameters };
};
