// The numbers of the hidden Markov model (control-method 7.2 to 7.4 and 17): dynamics, presence, and what each mark is worth.
// Invariant: all are the author's defaults; a fit replaces the whole object, and its hash says which numbers made an answer.

/** Probabilities by state: held by the incumbent, contested inside, newly with the challenger, settled with it. */
export type Row = readonly [held: number, contested: number, fresh: number, settled: number];

export const MARK_NAMES = [
  'own-capture',
  'own-hold',
  'central-repulse',
  'incumbent-hold',
  'local-concession',
  'local-concession-hold',
  'central-concession',
  'central-retaken',
  'local-retaken',
  'challenger-concession',
  'third-on-record',
  'third-with-stake',
  'third-anonymous',
  'witness',
  'outlet-voice',
  'local-source',
  'not-entered',
  'near',
  'outlet-inside',
  'clash-inside',
] as const;
export type MarkName = (typeof MARK_NAMES)[number];

/** A source's own rows, for the classes that it spoke in. */
export type SourceRows = Readonly<Partial<Record<MarkName, Row>>>;

export interface ModelParameters {
  /** A day's step between the states, of two sides; k sides are made from it (7.1). */
  readonly transitions: readonly [Row, Row, Row, Row];
  /** Daily probability that one challenger's fresh, or settled, place becomes another challenger's fresh one (7.1, k sides). */
  readonly betweenChallengers: { readonly fresh: number; readonly settled: number };
  /** What a baseline says of the first day: a list of places, or one held less surely; by who holds the place (E18). */
  readonly start: Readonly<Record<'listed' | 'leaning', { readonly incumbent: Row; readonly challenger: Row }>>;
  /** From which probability on a baseline counts as a list. */
  readonly listedFrom: number;
  /** Probability of a report-day by state, at full coverage (7.3). */
  readonly presence: Row;
  /** Families a week at which coverage reaches 1 − 1/e (7.3). */
  readonly coverageFamilies: number;
  readonly coverageDays: number;
  /** The further coverages of the interval (7.6): a factor below; a factor and a surplus above. */
  readonly coverageSpread: { readonly less: number; readonly more: number; readonly plus: number };
  /** P(mark | state), said of the challenger; the mirror serves the other direction (7.4). */
  readonly marks: Readonly<Record<MarkName, Row>>;
  /** Rows of named sources that were heard often enough to differ from their class; a fit alone adds them (8). */
  readonly sources: Readonly<Record<string, SourceRows>>;
  /** A loss told without a taker counts half, and so does an unnamed official's concession (E13a, 7.4). */
  readonly bare: number;
  readonly unnamed: number;
  readonly learning: LearningParameters;
}

/** What a fit is held to (8): how many days of its own the table weighs against a corpus, when to stop, what to refuse. */
export interface LearningParameters {
  readonly priorDays: { readonly mark: number; readonly presence: number; readonly transition: number };
  readonly rounds: number;
  /** A round that gains less than this, by the report-day, is the last. */
  readonly gain: number;
  readonly minReportDays: number;
  /** What an admission is worth at least: N to G, or G to N where the challenger admits. */
  readonly admissionRatio: number;
  /** What a dated change that is known from outside gives to the side that it names; the rest goes to the others. */
  readonly anchor: number;
  /** After so many marks a named source counts as much by itself as by its class. */
  readonly sourceMarks: number;
  /** A source that spoke less often in a class has no row of its own there. */
  readonly sourceLeast: number;
}

const TRANSITIONS: ModelParameters['transitions'] = [
  [0.986, 0.01, 0.004, 0],
  [0.15, 0.65, 0.2, 0],
  [0.015, 0.01, 0.845, 0.13],
  [0.001, 0.001, 0, 0.998],
];

const MARKS: ModelParameters['marks'] = {
  'own-capture': [0.15, 0.3, 0.6, 0.3],
  'own-hold': [0.15, 0.3, 0.6, 0.6],
  'central-repulse': [0.5, 0.45, 0.3, 0.08],
  'incumbent-hold': [0.45, 0.4, 0.25, 0.12],
  'local-concession': [0.002, 0.04, 0.45, 0.1],
  'local-concession-hold': [0.002, 0.04, 0.4, 0.4],
  'central-concession': [0.002, 0.03, 0.25, 0.06],
  'central-retaken': [0.45, 0.3, 0.03, 0.02],
  'local-retaken': [0.45, 0.15, 0.01, 0.01],
  'challenger-concession': [0.45, 0.04, 0.002, 0.002],
  'third-on-record': [0.01, 0.06, 0.5, 0.3],
  'third-with-stake': [0.03, 0.1, 0.45, 0.3],
  'third-anonymous': [0.05, 0.12, 0.4, 0.25],
  witness: [0.05, 0.2, 0.4, 0.25],
  'outlet-voice': [0.1, 0.2, 0.3, 0.2],
  'local-source': [0.06, 0.2, 0.36, 0.2],
  'not-entered': [0.5, 0.2, 0.04, 0.01],
  near: [0.25, 0.3, 0.05, 0.02],
  'outlet-inside': [0.05, 0.55, 0.25, 0.05],
  'clash-inside': [0.08, 0.6, 0.1, 0.05],
};

export const MODEL_PARAMETERS: ModelParameters = {
  transitions: TRANSITIONS,
  betweenChallengers: { fresh: 0.002, settled: 0.0005 },
  start: {
    listed: { incumbent: [0.96, 0.03, 0.005, 0.005], challenger: [0.02, 0.03, 0, 0.95] },
    leaning: { incumbent: [0.8, 0.1, 0.05, 0.05], challenger: [0.1, 0.1, 0.1, 0.7] },
  },
  listedFrom: 0.9,
  presence: [0.04, 0.45, 0.6, 0.04],
  coverageFamilies: 5,
  coverageDays: 7,
  coverageSpread: { less: 0.5, more: 2, plus: 0.1 },
  marks: MARKS,
  sources: {},
  bare: 0.5,
  unnamed: 0.5,
  learning: {
    priorDays: { mark: 20, presence: 40, transition: 200 },
    rounds: 60,
    gain: 1e-4,
    minReportDays: 1000,
    admissionRatio: 50,
    anchor: 0.95,
    sourceMarks: 30,
    sourceLeast: 10,
  },
};

/** The row of a mark: the source's own where it has one, else its class's. */
export const markRow = ({ marks, sources }: ModelParameters, mark: MarkName, source: string | null): Row =>
  (source === null ? undefined : sources[source]?.[mark]) ?? marks[mark];
