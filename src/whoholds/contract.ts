// What an open whoholds answers: the questions, their bounds, and the rows. Types only; src/whoholds.ts opens it.
import type { Fitted } from '../assessment/fitted.ts';
import type { Diagonal, SourceGrade } from '../assessment/letters.ts';
import type { WouldChange } from '../assessment/would-change.ts';
import type { Item } from '../intake/sources.ts';
import type { ClaimPageQuery, ReportPageQuery } from '../ledger/records.ts';
import type { SideId } from '../model/actor.ts';
import type { AggregateClaim, Claim, ClaimId, Incident, IncidentType, Reading, Scope } from '../model/claim.ts';
import type {
  Assessment,
  Cell,
  CellHoldings,
  ChangeBetween,
  ControlPeriod,
  DayCounts,
  Evidence,
  Status,
} from '../model/control.ts';
import type { Note, Outcome, Refusal } from '../model/outcome.ts';
import type { PlaceId } from '../model/place.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import type { FamilyId, Report, ReportId } from '../model/report.ts';
import type { CellSeries } from '../model/series.ts';
import type { Theatre } from '../model/theatre.ts';
import type { Day, Instant } from '../model/time.ts';
import type { Acts } from './act-contract.ts';
import type { Added } from './added.ts';
import type { Dropped } from './dropped-sentences.ts';
import type { Overview, ReportRelations } from './overview-contract.ts';
import type { Quarantine, RefusalRow } from './quarantine-contract.ts';
import type { Reader } from './read-item.ts';
import type { Walk } from './resume-walk.ts';
import type { Review } from './review-contract.ts';
import type { WatchEvent, Watching } from './watch/watch-contract.ts';

export type { FitOrigin, Fitted } from '../assessment/fitted.ts';

export interface ControlQuery {
  readonly on: Day;
  readonly asOf: Instant | null;
  readonly seq: number | null;
  readonly place: PlaceId | null;
  readonly scope: Scope | null;
  readonly minStatus: Status | null;
  /** Also cells of which nobody has spoken. */
  readonly all: boolean;
}

/** `until` is the last day; both default to the theatre's period. */
export interface TimelineQuery {
  readonly scope: Scope | null;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly asOf: Instant | null;
  readonly seq: number | null;
}

/** `on`: only numbers told of that day; null for all that were known by `asOf`. */
export interface AggregateQuery {
  readonly on: Day | null;
  readonly asOf: Instant | null;
  readonly seq: number | null;
}

/** Every place over a range of days; `until` is the last day; both default to the theatre's period. */
export type HoldingsQuery = Omit<TimelineQuery, 'scope'>;

/** Many cells on many days at once, for scoring. */
export interface SeriesQuery {
  readonly cells: readonly Cell[];
  readonly days: readonly Day[];
  readonly asOf: Instant | null;
  readonly seq: number | null;
}

/** Where the cell would stand had one copy been read in place of its whole family, and the sentences it lacks. */
export interface HadOnly extends Pick<Assessment, 'holder' | 'status' | 'p'> {
  readonly report: { readonly id: ReportId; readonly outlet: string | null; readonly url: string | null };
  readonly dropped: readonly Dropped[];
}

/** A change of hands that is known from outside: from that day on the side had the cell. */
export interface DatedChange {
  readonly cell: Cell;
  readonly day: Day;
  readonly side: SideId;
  /** 0 to 1: how much the list is believed. */
  readonly confidence: number;
}

export interface FitQuery {
  readonly seq: number | null;
  readonly changes: readonly DatedChange[];
}

export interface Why {
  readonly assessment: Assessment;
  /** Only copies with which alone the answer would be another. */
  readonly hadOnly: readonly HadOnly[];
  readonly changedFrom: { readonly holder: string | null; readonly status: Status; readonly until: Day } | null;
  readonly changedBecause: readonly ClaimId[];
  /** What would change the answer, each thing tried; the most useful first. */
  readonly wouldChange: readonly WouldChange[];
  /** When the holder of that day took the cell, by the probabilities; null where they give no date. */
  readonly changeBetween: ChangeBetween | null;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Opaque; null at the end. */
  readonly next: string | null;
}

export interface ClaimRow {
  readonly claim: Claim;
  readonly report: {
    readonly id: ReportId;
    readonly outlet: string | null;
    readonly url: string | null;
    readonly published: Report['published'];
  };
  readonly seq: number;
  readonly retracted: boolean;
}

export type ClaimQuery = ClaimPageQuery;
export type ReportQuery = ReportPageQuery;

/** `place` means it and all that lies in it; days are inclusive, and an incident of unknown day is on none. */
export interface IncidentQuery {
  readonly place?: PlaceId | null;
  readonly type?: IncidentType | null;
  readonly from?: Day | null;
  readonly until?: Day | null;
  readonly limit?: number | null;
  readonly cursor?: string | null;
}

export interface IncidentRow {
  readonly incident: Incident;
  readonly report: ClaimRow['report'];
}

export interface ReportRow {
  readonly report: Report;
  readonly family: FamilyId;
  readonly copyOf: ReportId | null;
  readonly claims: number;
  readonly seq: number;
}

export interface WholeReport {
  readonly row: ReportRow;
  readonly reading: Pick<Reading, 'claims' | 'aggregates' | 'incidents'>;
  readonly refusals: readonly Refusal[];
  /** What the rules make of it today: what they went on with by an assumption, and what they did not understand. */
  readonly notes: readonly Note[];
  /** What it lacks, as a copy, of fuller reports of its family. */
  readonly dropped: readonly Dropped[];
  readonly relations: ReportRelations;
}

export interface SourceRow {
  readonly outlet: string | null;
  readonly affiliation: string | null;
  readonly reports: number;
  readonly copies: number;
  readonly claims: number;
}

/** A day, as known by a moment (null: all), from one state of the ledger (null: the last). */
export interface AskedMoment {
  readonly on: Day;
  readonly asOf: Instant | null;
  readonly seq: number | null;
}

export interface ChangesQuery {
  readonly from: AskedMoment;
  readonly to: AskedMoment;
  readonly place: PlaceId | null;
  readonly scope: Scope | null;
}

/**
 * `new`: nobody had spoken of it; `withdrawn`: nobody speaks of it any more; `hands`: from one side to another; `gained`
 * and `lost`: by a side from nobody, or to nobody; `status`: the same holder by another right.
 */
export const CHANGE_KINDS = ['new', 'gained', 'hands', 'lost', 'status', 'withdrawn'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What bears on a cell and lies between two moments. `said`: known at both, it decides the later day. */
export interface EntryBetween {
  readonly act: 'asserted' | 'retracted' | 'joined' | 'parted' | 'judged' | 'said';
  /** Null where it is no one entry: a later reading, a family that others' ties make. */
  readonly seq: number | null;
  readonly known: Instant | null;
  readonly reason: string | null;
  readonly evidence: Evidence;
}

export interface SourceGrades {
  readonly sources: readonly SourceGrade[];
  readonly diagonal: Diagonal;
}

export interface Change {
  readonly cell: Cell;
  readonly change: ChangeKind;
  readonly from: ControlPeriod | null;
  readonly to: ControlPeriod;
  readonly p: { readonly from: Assessment['p']; readonly to: Assessment['p'] };
  readonly against: { readonly from: Assessment['against']; readonly to: Assessment['against'] };
  readonly flags: { readonly from: Assessment['flags']; readonly to: Assessment['flags'] };
  readonly because: readonly EntryBetween[];
}

/** An open ledger of one theatre. Every answer names the `seq` it was made from. */
export interface Whoholds extends Overview {
  readonly theatre: Theatre;
  /** Which model and numbers assess here; every answer names them. */
  readonly model: Assessment['model'];
  seq(): Promise<number>;
  /** What people do to the evidence, each act with a name and a reason; the log of it; and what to look at next. */
  readonly review: Review;
  /** The same acts as values: supposed, done, or kept until a second person has looked. */
  readonly acts: Acts;
  /** Reads items and appends what they claim; one line a report, told when it is safely in the ledger. */
  add(
    items: AsyncIterable<Outcome<Item>>,
    options?: { readonly reader?: Reader | null; readonly by?: string },
  ): AsyncIterable<Added>;
  /** The same for a walk that may have been interrupted: it goes on where it was, and its place is forgotten at its end. */
  takeUp(walk: Walk, options?: { readonly reader?: Reader | null; readonly by?: string }): AsyncIterable<Added>;
  /** Follows addresses and folders, and tells what happens; what is told as added is safely in the ledger. */
  watch(watching: Watching): AsyncIterable<WatchEvent>;
  /** How many families these reports are: a story in ten papers is one. */
  familiesAmong(reports: readonly ReportId[]): Promise<number>;
  /** The last day on which a dated report was published; null in an empty ledger. */
  lastDay(): Promise<Day | null>;
  /** The scope that a place's kind stands for: district, city, crossing … */
  mainScope(place: PlaceId): Promise<Scope>;
  control(query: ControlQuery): Promise<readonly Assessment[]>;
  why(cell: Cell, at: { on: Day; asOf: Instant | null; seq: number | null }): Promise<Why>;
  timeline(place: PlaceId, query: TimelineQuery): Promise<readonly ControlPeriod[]>;
  /** Who held each cell over a range of days: every cell that was ever more than undetermined in it. */
  holdings(query: HoldingsQuery): Promise<readonly CellHoldings[]>;
  /** How many places each side had on each day of a range, by which right; undetermined ones are not counted. */
  dayCounts(query: HoldingsQuery): Promise<readonly DayCounts[]>;
  /** The days of a place, scope by scope, each as known at its end and as known at the end of all (`asOf`). */
  days(place: PlaceId, query: TimelineQuery): AsyncIterable<CellSeries>;
  /** What is told of each cell on each day, as known on the day and as known at the end (`asOf`). */
  series(query: SeriesQuery): AsyncIterable<CellSeries>;
  /** The numbers of the model as this ledger teaches them, or why it cannot. */
  fit(query: FitQuery): Promise<Outcome<Fitted>>;
  /** The scopes of a place that somebody has spoken of. */
  scopesOf(place: PlaceId): Promise<readonly Scope[]>;
  claims(query: ClaimQuery): Promise<Page<ClaimRow>>;
  reports(query: ReportQuery): Promise<Page<ReportRow>>;
  /** One report with its family. */
  reportRow(id: ReportId): Promise<ReportRow | null>;
  /** The same with what was read in it and what stands beside it. */
  report(id: ReportId): Promise<WholeReport | null>;
  aggregates(): Promise<readonly AggregateClaim[]>;
  /** The same, each held against what the ledger would count (control-method 10), by the day they speak of. */
  reconcile(query: AggregateQuery): Promise<readonly Reconciliation[]>;
  incidents(): Promise<readonly Incident[]>;
  /** The same with their reports, the newest day first. */
  incidentRows(query: IncidentQuery): Promise<Page<IncidentRow>>;
  sources(): Promise<readonly SourceRow[]>;
  /** The letter of each kind of voice of each side in each interest, what it rests on, and whether the axes are apart. */
  sourceGrades(cut: { asOf: Instant | null; seq: number | null }): Promise<SourceGrades>;
  refusals(): Promise<readonly RefusalRow[]>;
  /** What was refused, with its original, and another try. */
  readonly quarantine: Quarantine;
  /** Cells whose holder or status differs between two moments, and because of what. */
  changes(query: ChangesQuery): Promise<readonly Change[]>;
  close(): Promise<void>;
}
