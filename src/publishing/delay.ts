// A war that is still going on is shown late (control-method section 15): what came out in the last hours is not there yet.
// Invariant: whoever asks through this sees nothing whose report could first be read after the cut, whatever he asks for.
import type { ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import { endOfDayIn, type Instant } from '../model/time.ts';
import type { FamilyMember, Page, ReportRow, Whoholds } from '../whoholds.ts';

export const LIVE_DELAY_HOURS = 48;

/** Two days for a theatre without a last day, none for one that is over; a setting overrides it. */
export const delayHours = ({ period }: Theatre, setting: number | null): number =>
  setting ?? (period.until === null ? LIVE_DELAY_HOURS : 0);

const MS_PER_HOUR = 3_600_000;

/** The moment that the delay lets through, from the hour it is asked. */
export const cutBefore = (now: Date, hours: number): Instant =>
  new Date(now.getTime() - hours * MS_PER_HOUR).toISOString() as Instant;

export const earlier = (a: Instant | null, b: Instant): Instant => (a !== null && a < b ? a : b);

/** Rounded down: what takes seconds to make is then made once an hour and not once a question. */
const hourOf = (moment: Instant): Instant => `${moment.slice(0, 13)}:00:00.000Z` as Instant;

/** An undated report is known from when it came in. */
const knownTime = ({ report }: ReportRow, timezone: string): Instant | null => {
  const { latest } = report.published;
  return report.publishedAt ?? (latest === null ? report.retrieved : endOfDayIn(latest, timezone));
};

const sifted = async <T>(page: Page<T>, isOut: (row: T) => Promise<boolean>): Promise<Page<T>> => {
  const rows: T[] = [];
  for (const row of page.rows) if (await isOut(row)) rows.push(row);
  return { ...page, rows };
};

type Cutting = (given: Instant | null) => Instant;
type IsOut = (id: ReportId | null) => Promise<boolean>;

const outOf = async <T>(isOut: IsOut, rows: readonly T[], reportOf: (row: T) => ReportId | null) =>
  (await sifted({ rows, next: null }, (row) => isOut(reportOf(row)))).rows;

/** What was refused, of reports that are out; an item that gave no report has no time to be out by. */
const lateRefusals = (whoholds: Whoholds, isOut: IsOut) => {
  const list = async () => outOf(isOut, await whoholds.refusals(), ({ report }) => report);
  return {
    refusals: list,
    quarantine: {
      ...whoholds.quarantine,
      list,
      show: async (id: string) => {
        const found = await whoholds.quarantine.show(id);
        return found !== null && (await isOut(found.row.report)) ? found : null;
      },
    },
  } satisfies Partial<Whoholds>;
};

/** Questions that take a moment of knowledge. */
const delayedAnswers = (whoholds: Whoholds, asOf: Cutting) =>
  ({
    control: (query) => whoholds.control({ ...query, asOf: asOf(query.asOf) }),
    why: (cell, at) => whoholds.why(cell, { ...at, asOf: asOf(at.asOf) }),
    timeline: (place, query) => whoholds.timeline(place, { ...query, asOf: asOf(query.asOf) }),
    days: (place, query) => whoholds.days(place, { ...query, asOf: asOf(query.asOf) }),
    holdings: (query) => whoholds.holdings({ ...query, asOf: asOf(query.asOf) }),
    dayCounts: (query) => whoholds.dayCounts({ ...query, asOf: asOf(query.asOf) }),
    series: (query) => whoholds.series({ ...query, asOf: asOf(query.asOf) }),
    reconcile: (query) => whoholds.reconcile({ ...query, asOf: asOf(query.asOf) }),
    changes: ({ from, to, ...rest }) =>
      whoholds.changes({ ...rest, from: { ...from, asOf: asOf(from.asOf) }, to: { ...to, asOf: asOf(to.asOf) } }),
    speakers: (known) => whoholds.speakers({ ...known, asOf: hourOf(asOf(known.asOf)) }),
    coverage: (known) => whoholds.coverage({ ...known, asOf: hourOf(asOf(known.asOf)) }),
    hindsight: (known) => whoholds.hindsight({ ...known, asOf: hourOf(asOf(known.asOf)) }),
  }) satisfies Partial<Whoholds>;

/** One report, and beside it only those that are out. */
const delayedReport = async (whoholds: Whoholds, isOut: IsOut, id: ReportId): ReturnType<Whoholds['report']> => {
  const found = (await isOut(id)) ? await whoholds.report(id) : null;
  if (found === null) return null;
  const shownMember = async (member: FamilyMember): Promise<FamilyMember> => ({
    ...member,
    copyOf: (await isOut(member.copyOf)) ? member.copyOf : null,
    dropped: await outOf(isOut, member.dropped, ({ of }) => of),
  });
  const { origin } = found.relations;
  const members = await outOf(isOut, found.relations.members, (one) => one.id);
  return {
    ...{ ...found, dropped: await outOf(isOut, found.dropped, ({ of }) => of) },
    relations: {
      ...found.relations,
      members: await Promise.all(members.map(shownMember)),
      versions: await outOf(isOut, found.relations.versions, (one) => one.id),
      origin: { ...origin, report: (await isOut(origin.report)) ? origin.report : null },
    },
  };
};

/** Lists that are sifted report by report. */
const delayedLists = (whoholds: Whoholds, isOut: IsOut) =>
  ({
    claims: async (query) => sifted(await whoholds.claims(query), ({ report }) => isOut(report.id)),
    reports: async (query) => sifted(await whoholds.reports(query), ({ report }) => isOut(report.id)),
    reportRow: async (id) => ((await isOut(id)) ? whoholds.reportRow(id) : null),
    report: (id) => delayedReport(whoholds, isOut, id),
    aggregates: async () => outOf(isOut, await whoholds.aggregates(), ({ report }) => report),
    incidents: async () => outOf(isOut, await whoholds.incidents(), ({ report }) => report),
    incidentRows: async (query) => sifted(await whoholds.incidentRows(query), ({ report }) => isOut(report.id)),
    ...lateRefusals(whoholds, isOut),
  }) satisfies Partial<Whoholds>;

/** The same ledger as it stood some hours ago, by when reports were out. `cut` is asked anew for every question. */
export const delayed = (whoholds: Whoholds, cut: () => Instant): Whoholds => {
  const known = new Map<ReportId, Instant | null>();
  const isOut: IsOut = async (id) => {
    if (id === null) return false;
    if (!known.has(id)) {
      const row = await whoholds.reportRow(id);
      known.set(id, row === null ? null : knownTime(row, whoholds.theatre.timezone));
    }
    const time = known.get(id) ?? null;
    return time !== null && time <= cut();
  };
  return {
    ...whoholds,
    ...delayedAnswers(whoholds, (given) => earlier(given, cut())),
    ...delayedLists(whoholds, isOut),
    review: {
      ...whoholds.review,
      log: async () => (await whoholds.review.log()).filter((entry) => entry.known <= cut()),
      // What is doubted is asked of all that is known.
      queue: async () => [],
    },
    acts: {
      ...whoholds.acts,
      requests: async () => (await whoholds.acts.requests()).filter(({ request }) => request.recorded <= cut()),
    },
  };
};
