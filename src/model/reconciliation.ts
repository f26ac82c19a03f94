// A number about many places, held against the ledger (control-method 10): how well it fits, and what it leaves out.
// Invariant: it concludes nothing about any place; no cell is made or changed by it.
import type { SideId } from './actor.ts';
import type { AggregateClaim, Claim } from './claim.ts';
import type { PlaceId } from './place.ts';
import type { ReportId } from './report.ts';
import type { Denominator } from './theatre.ts';
import type { Day, Instant } from './time.ts';

/** What is counted of each place: a change within days, or a state on one day. */
export const MEASURES = [
  'seized',
  'retaken',
  'lost',
  'changed-hands',
  'held',
  'settled',
  'present',
  'contested',
] as const;
export type Measure = (typeof MEASURES)[number];

export const AGGREGATE_VERDICTS = [
  'plausible',
  'plausible-high',
  'plausible-low',
  'implausible-high',
  'implausible-low',
  'cannot-say',
] as const;
export type AggregateVerdict = (typeof AGGREGATE_VERDICTS)[number];

/** Why a number cannot be held against the ledger. */
export const UNDECIDABLE = [
  'no-number',
  'not-control',
  'not-actual',
  'unknown-predicate',
  'unknown-unit',
  'part-not-told',
  'no-side',
  'no-places',
  'before-the-ledger',
  'no-model',
  'start-not-told',
] as const;
export type Undecidable = (typeof UNDECIDABLE)[number];

/** What the words say of each place that they count. */
export interface Proposition {
  readonly measure: Measure;
  /** Who seized, holds or lost; null for what needs no side. */
  readonly side: SideId | null;
  readonly unit: string;
  /** Only places inside these; empty for the whole theatre. */
  readonly within: readonly PlaceId[];
  /** The first day of a change; equal to `until` for a state. */
  readonly from: Day;
  readonly until: Day;
  /** False where the words do not say since when; then all of the ledger's days before `until` count. */
  readonly startTold: boolean;
}

/** The whole numbers that satisfy the words, and the number said. */
export interface StatedCount {
  readonly number: number;
  readonly least: number;
  readonly most: number;
  /** What was made of a word without a number ("dozens"); null where nothing was. */
  readonly convention: string | null;
}

/** A count as the ledger would make it, with the interval that the parameters ask for: 80 %. */
export interface CountRange {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What the ledger would count. */
export interface LedgerCount extends CountRange {
  /** The same where a place of which nobody spoke until that day is as the baseline had it, and P(that satisfies the words). */
  readonly heard: CountRange & { readonly p: number };
  /** Places of the unit, and those of them of which anything is said until that day. */
  readonly places: number;
  readonly spokenOf: number;
}

export interface DenominatorCheck {
  readonly stated: number | null;
  /** How many such places the gazetteer has. */
  readonly gazetteer: number;
  /** Lists of the theatre with as many as were stated; none is converted into another. */
  readonly lists: readonly Denominator[];
  readonly matches: 'gazetteer' | 'list' | 'none' | null;
}

export const DIFFERENCES = ['predicate', 'unit', 'place', 'time', 'denominator'] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** Another number that this one answers, or that answers it. */
export interface Beside {
  readonly aggregate: string;
  readonly direction: 'answers' | 'answered-by';
  readonly sameProposition: boolean;
  readonly differs: readonly Difference[];
}

/** A place that the speaker's own side admits, and its words. */
export interface OwnAdmission {
  readonly place: PlaceId;
  readonly claim: Claim;
}

export interface Reconciliation {
  readonly aggregate: AggregateClaim;
  readonly report: {
    readonly id: ReportId;
    readonly outlet: string | null;
    readonly url: string | null;
    readonly known: Instant;
  };
  /** Null where the words count what the ledger does not know. */
  readonly proposition: Proposition | null;
  readonly stated: StatedCount | null;
  readonly ledger: LedgerCount | null;
  /** P(the ledger's count satisfies the words), silent places as the model lets them drift; of a denied number, P(it does not). */
  readonly p: number | null;
  /** Places that anybody had named by the number's own day and known time. */
  readonly named: readonly PlaceId[] | null;
  /** The number said less the places named. */
  readonly namingGap: number | null;
  readonly verdict: AggregateVerdict;
  readonly why: Undecidable | null;
  readonly sentence: string;
  readonly denominator: DenominatorCheck | null;
  readonly beside: readonly Beside[];
  /** Admissions by the speaker's own side of more places than its number allows. */
  readonly contradictedBy: readonly OwnAdmission[];
}
