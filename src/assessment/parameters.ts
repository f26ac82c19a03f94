// Every number of the control method's section 17 and its scope table, in one versioned and hashed object.
// Invariant: nothing else in this folder holds a number that could be argued about; all are the author's defaults.
import type { Scope } from '../model/claim.ts';
import type { Status } from '../model/control.ts';
import { contentId } from '../model/text.ts';
import { GRADING_PARAMETERS, type GradingParameters } from './grading-parameters.ts';
import { MODEL_PARAMETERS, type ModelParameters } from './model-parameters.ts';

/** How a claim about one scope counts for another: as a claim about the holder, as a sign of nearness, or of presence. */
export interface Loan {
  readonly as: 'claim' | 'near' | 'inside' | 'part';
  readonly weight: number;
  /** Ground around a seat that is said to be taken earns `claimed` for the district too (worked example c). */
  readonly earns?: boolean;
  /** A town that a report sets apart from the compound in it: who has one of the two has a part of the seat (E11). */
  readonly apart?: boolean;
}
export type LoanTable = Readonly<Partial<Record<Scope, Readonly<Partial<Record<Scope, Loan>>>>>>;

const claim = (weight: number): Loan => ({ as: 'claim', weight });
const near = (weight: number): Loan => ({ as: 'near', weight });
const inside = (weight: number): Loan => ({ as: 'inside', weight });
const around = { centre: { ...near(0.5), earns: true }, district: { ...inside(0.3), earns: true } };

/** Control-method 4.1: row = what was spoken of, column = the cell that is asked for. An absent column is a dash. */
const LOANS: LoanTable = {
  centre: { district: claim(0.8), crossing: claim(0.2), base: claim(0.3), road: claim(0.3) },
  district: { centre: claim(0.8), crossing: claim(0.5), base: claim(0.4), road: claim(0.5), town: claim(0.6) },
  town: { centre: claim(0.6), district: claim(0.5), crossing: claim(0.3), base: claim(0.2), road: claim(0.2) },
  outskirts: { ...around, city: near(0.7), town: near(0.5), road: claim(0.2) },
  village: { ...around, city: near(0.7), town: near(0.5), road: claim(0.2) },
  base: { centre: near(0.5), district: inside(0.3), city: near(0.3), town: near(0.3), road: claim(0.2) },
  crossing: { centre: claim(0.3), district: claim(0.3), base: claim(0.3), road: claim(0.5) },
  road: { centre: near(0.3), district: near(0.3), city: near(0.3), crossing: claim(0.2) },
  city: { centre: claim(1), district: claim(0.8), crossing: claim(0.3), base: claim(0.3), road: claim(0.3) },
  facility: { centre: near(0.3), district: inside(0.2), city: inside(0.5), town: inside(0.5), base: claim(0.3) },
  area: {
    ...{ ...around, city: near(0.7), town: near(0.5) },
    ...{ crossing: claim(0.3), base: claim(0.2), road: claim(0.3) },
  },
  province: {
    ...{ centre: claim(0.3), district: claim(0.3), city: claim(0.5), town: claim(0.3) },
    ...{ crossing: claim(0.3), base: claim(0.2), road: claim(0.2) },
  },
};

/** Section 10: how numbers about many places are held against the ledger. */
export interface AggregateParameters {
  /** Joint samples of the cells (7.5). */
  readonly draws: number;
  /** Falls come in clusters: by how much the variance of independent cells is widened. */
  readonly phi: number;
  /** How much the ledger's interval holds; a number outside it is `-high` or `-low`. */
  readonly interval: number;
  /** A number whose tail is thinner than this is implausible. */
  readonly implausible: number;
  /** How far "about" and "nearly" reach, as a share of the number. */
  readonly about: number;
  /** What a word without a number is at least (convention; the word is kept). */
  readonly dozens: number;
  readonly several: number;
}

export interface Parameters {
  readonly version: string;
  readonly weights: Readonly<
    Record<'reported' | 'possible' | 'implied' | 'sameSideNext' | 'denialFirstOnly' | 'denialGeneral', number>
  >;
  readonly hours: Readonly<Record<'denialBlocks' | 'disputePair' | 'assertionSame' | 'answer' | 'withdrawal', number>>;
  readonly days: Readonly<Record<Exclude<Status, 'undetermined'>, number>>;
  /** By how much a frozen front stretches the limits in days. */
  readonly frozenFactor: number;
  readonly lookAheadDays: number;
  /** Within how many days of the cell another side must be named to be the taker of a bare loss (E13a). */
  readonly namedDays: number;
  /** For how long a report sets centre and district apart (4.1). */
  readonly apartDays: number;
  readonly siegeHalfLifeDays: number;
  readonly threatEnter: number;
  readonly threatLeave: number;
  readonly undatedDays: number;
  readonly quickReversalDays: number;
  /** What a probability must reach: to be confirmed and to stay so, at every setting, over a denial; to be contested; to hold. */
  readonly bars: Readonly<
    Record<'confirmEnter' | 'confirmLeave' | 'confirmLow' | 'overrideDenial' | 'contested' | 'held', number>
  >;
  /**
   * Section 15: a day with more of a side's claims than so many times the mean of the days before gets this weight for
   * them; what else there must be of days and of claims. A weight of 1 switches it off.
   */
  readonly campaigns: Readonly<Record<'times' | 'trailingDays' | 'fewestDays' | 'fewestClaims' | 'weight', number>>;
  /** What a probability is called from each bound on, the highest first (section 15). */
  readonly likelihoods: readonly (readonly [from: number, words: string])[];
  readonly grading: GradingParameters;
  readonly loans: LoanTable;
  readonly aggregates: AggregateParameters;
  readonly model: ModelParameters;
}

const LIKELIHOODS: Parameters['likelihoods'] = [
  [0.95, 'almost certain'],
  [0.85, 'very likely'],
  [0.6, 'likely'],
  [0.4, 'a toss-up'],
  [0.15, 'unlikely'],
  [0.05, 'very unlikely'],
  [0, 'almost excluded'],
];

export const PARAMETERS: Parameters = {
  version: 'author-default-1',
  weights: { reported: 0.25, possible: 0.5, implied: 0.8, sameSideNext: 0.5, denialFirstOnly: 0.6, denialGeneral: 0.2 },
  hours: { denialBlocks: 48, disputePair: 72, assertionSame: 24, answer: 6, withdrawal: 48 },
  days: { threatened: 14, contested: 14, disputed: 14, claimed: 45, confirmed: 90 },
  frozenFactor: 4,
  lookAheadDays: 3,
  namedDays: 14,
  apartDays: 14,
  siegeHalfLifeDays: 7,
  threatEnter: 0.5,
  threatLeave: 0.25,
  undatedDays: 7,
  quickReversalDays: 7,
  bars: {
    ...{ confirmEnter: 0.85, confirmLeave: 0.6, confirmLow: 0.75 },
    ...{ overrideDenial: 0.95, contested: 0.5, held: 0.5 },
  },
  campaigns: { times: 3, trailingDays: 28, fewestDays: 7, fewestClaims: 10, weight: 0.5 },
  likelihoods: LIKELIHOODS,
  grading: GRADING_PARAMETERS,
  loans: LOANS,
  aggregates: { draws: 1000, phi: 3, interval: 0.8, implausible: 0.01, about: 0.1, dozens: 24, several: 3 },
  model: MODEL_PARAMETERS,
};

/** Names the whole set by its content, so that an answer can say which numbers made it. */
export const hashParameters = (parameters: Parameters): string => contentId('par', [parameters]);
