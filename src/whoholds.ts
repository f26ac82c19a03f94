// Wires stages and ledger: the only place that knows the order (with src/whoholds/, its rooms).
import { groundOf } from './assessment/ground.ts';
import type { Parameters } from './assessment/parameters.ts';
import type { Item } from './intake/sources.ts';
import { type Ledger, openLedger } from './ledger/ledger.ts';
import type { Outcome } from './model/outcome.ts';
import type { Theatre } from './model/theatre.ts';
import type { Instant } from './model/time.ts';
import { openActs } from './whoholds/act-desk.ts';
import { addItems } from './whoholds/add-items.ts';
import { AggregateDesk } from './whoholds/aggregate-desk.ts';
import { ChangeDesk } from './whoholds/change-desk.ts';
import type { Whoholds } from './whoholds/contract.ts';
import { ControlDesk } from './whoholds/control-desk.ts';
import { fitLedger } from './whoholds/fit-ledger.ts';
import { ListDesk } from './whoholds/list-desk.ts';
import { openReview } from './whoholds/open-review.ts';
import { OverviewDesk } from './whoholds/overview-desk.ts';
import { openQuarantine } from './whoholds/quarantine-desk.ts';
import { type Reader, type ReadItem, readItem as readItemOn, readReport } from './whoholds/read-item.ts';
import { resumeWalk } from './whoholds/resume-walk.ts';
import { watch } from './whoholds/watch/watch-desk.ts';

export type {
  Answered,
  CellTurn,
  DroppedReport,
  Supposition,
  ToldRequest,
  Wanted,
  WantedAct,
} from './whoholds/act-contract.ts';
export type { Added, AddedTotal } from './whoholds/added.ts';
export type {
  AggregateQuery,
  Change,
  ChangesQuery,
  ClaimQuery,
  ClaimRow,
  ControlQuery,
  DatedChange,
  Fitted,
  HoldingsQuery,
  IncidentQuery,
  IncidentRow,
  Page,
  ReportQuery,
  ReportRow,
  SeriesQuery,
  SourceGrades,
  SourceRow,
  TimelineQuery,
  Whoholds,
  WholeReport,
  Why,
} from './whoholds/contract.ts';
export type {
  FamilyMember,
  Hindsight,
  ProvinceCoverage,
  Relative,
  SpeakerRow,
  Version,
} from './whoholds/overview-contract.ts';
export type { RefusalRow, Retried, WholeRefusal } from './whoholds/quarantine-contract.ts';
export type { Reader, ReadItem } from './whoholds/read-item.ts';
export { readReport, readReports } from './whoholds/read-item.ts';
export type {
  Acted,
  HandClaim,
  QueueItem,
  Review,
  ReviewEntry,
  Reviewer,
} from './whoholds/review-contract.ts';

export type { WatchEvent, Watching } from './whoholds/watch/watch-contract.ts';

export interface OpenSettings {
  readonly theatre: Theatre;
  readonly ledger: { readonly file: string } | { readonly url: string };
  readonly purpose: 'read' | 'write';
  /** The numbers to assess by; without them, those that come with the program. */
  readonly parameters?: Parameters;
  /** Told when another process holds the ledger and this one waits. */
  readonly notice?: (message: string) => void;
}

const now = (): Instant => new Date().toISOString() as Instant;

const listsOf = (lists: ListDesk) =>
  ({
    claims: (query) => lists.claims(query),
    reports: (query) => lists.reports(query),
    reportRow: (id) => lists.reportRow(id),
    report: (id) => lists.report(id),
    aggregates: () => lists.aggregates(),
    incidents: () => lists.incidents(),
    incidentRows: (query) => lists.incidentRows(query),
    sources: () => lists.sources(),
    familiesAmong: (reports) => lists.familiesAmong(reports),
  }) satisfies Partial<Whoholds>;

const addingTo = (ground: { ledger: Ledger; theatre: Theatre }, settle: () => Promise<void>) =>
  ({
    async *add(items, { reader = null, by = 'whoholds' } = {}) {
      yield* addItems({ ...ground, options: { reader, by, now } }, items);
      await settle();
    },
    async *takeUp(walk, { reader = null, by = 'whoholds' } = {}) {
      const { items, marks } = await resumeWalk(ground.ledger, walk);
      yield* addItems({ ...ground, options: { reader, by, now, marks } }, items);
      await ground.ledger.keepBookmarks(walk.stopped?.() ? marks() : [{ key: walk.key, body: null }]);
      await settle();
    },
    watch: (watching) => watch(watching, { ...ground, options: { reader: null, by: 'whoholds', now }, settle }),
  }) satisfies Partial<Whoholds>;

/** Opens the ledger of a theatre. Faults: another theatre's ledger, no such file when reading, a broken database. */
export const openWhoholds = async ({
  theatre,
  ledger: where,
  purpose,
  ...settings
}: OpenSettings): Promise<Whoholds> => {
  const { notice = () => {}, parameters } = settings;
  const ledger = await openLedger(where, theatre.id, { readOnly: purpose === 'read', notice });
  const ground = groundOf(theatre, parameters);
  const desk = new ControlDesk(ledger, theatre, { notice, ground });
  const changes = new ChangeDesk(ledger, desk);
  const counts = new AggregateDesk(ledger, theatre, { ground });
  const overview = new OverviewDesk({ ledger, theatre }, ground, desk);
  const review = openReview({ ledger, theatre, now, assessor: desk, notice }, () => desk.settle());
  const quarantine = openQuarantine({ ledger, theatre, options: { reader: null, now } }, () => desk.settle());
  return {
    theatre,
    model: desk.model,
    seq: () => ledger.seq(),
    review,
    acts: openActs({ ledger, theatre, ground, now, settle: () => desk.settle() }),
    ...addingTo({ ledger, theatre }, () => desk.settle()),
    quarantine,
    refusals: () => quarantine.list(),
    lastDay: () => desk.lastDay(),
    mainScope: async (place) => desk.mainScope(place),
    control: (query) => desk.control(query),
    why: (cell, at) => desk.why(cell, at),
    timeline: (place, query) => desk.timeline(place, query),
    holdings: (query) => desk.holdings.cells(query),
    dayCounts: (query) => desk.holdings.counts(query),
    days: (place, query) => desk.days(place, query),
    series: (query) => desk.series(query),
    async fit({ seq: asked, changes }) {
      const seq = asked ?? (await ledger.seq());
      return fitLedger({ ground, theatre, seq }, await desk.hear(seq), changes);
    },
    scopesOf: (place) => desk.scopesOf(place),
    changes: (query) => changes.changes(query),
    ...listsOf(new ListDesk(ledger, theatre)),
    reconcile: (query) => counts.reconcile(query),
    speakers: (known) => overview.speakers(known),
    coverage: (known) => overview.coverage(known),
    hindsight: (known) => overview.hindsight(known),
    sourceGrades: (cut) => desk.sourceGrades(cut),
    close: () => ledger.close(),
  };
};

/** One item through intake, reading and places; no ledger is touched. */
export const readItem = (item: Outcome<Item>, theatre: Theatre, reader: Reader = readReport): ReadItem =>
  readItemOn(item, { theatre, reader, retrieved: null });
