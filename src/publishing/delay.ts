// A war that is still going on is shown late (control-method section 15): what came out in the last hours is not there yet.
// Invariant: whoever asks through this sees nothing whose report could first be read after the cut, whatever he asks for.
import type { ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import { endOfDayIn, type Instant } from '../model/time.ts';
import type { Page, ReportRow, Whoholds } from '../whoholds.ts';

export const LIVE_DELAY_HOURS = 48;

/** Two days for a theatre without a last day, none for one that is over; a setting overrides it. */
export const delayHours = ({ period }: Theatre, setting: number | null): number =>
  setting ?? (period.until === null ? LIVE_DELAY_HOURS : 0);

const MS_PER_HOUR = 3_600_000;

/** The moment that the delay lets through, from the hour it is asked. */
export const cutBefore = (now: Date, hours: number): Instant =>
  new Date(now.getTime() - hours * MS_PER_HOUR).toISOString() as Instant;

export const earlier = (a: Instant | null, b: Instant): Instant => (a !== null && a < b ? a : b);

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

/** What was refused, of reports that are out; an item that gave no report has no time to be out by. */
const lateRefusals = (whoholds: Whoholds, isOut: (id: ReportId | null) => Promise<boolean>) => {
  const list = async () =>
    (await sifted({ rows: await whoholds.refusals(), next: null }, ({ report }) => isOut(report))).rows;
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

/** The same ledger as it stood some hours ago, by when reports were out. `cut` is asked anew for every question. */
export const delayed = (whoholds: Whoholds, cut: () => Instant): Whoholds => {
  const known = new Map<ReportId, Instant | null>();
  const isOut = async (id: ReportId | null): Promise<boolean> => {
    if (id === null) return false;
    if (!known.has(id)) {
      const found = await whoholds.report(id);
      known.set(id, found === null ? null : knownTime(found.row, whoholds.theatre.timezone));
    }
    const time = known.get(id) ?? null;
    return time !== null && time <= cut();
  };
  const out = async <T>(rows: readonly T[], reportOf: (row: T) => ReportId | null): Promise<readonly T[]> =>
    (await sifted({ rows, next: null }, (row) => isOut(reportOf(row)))).rows;
  const asOf = (given: Instant | null): Instant => earlier(given, cut());
  return {
    ...whoholds,
    control: (query) => whoholds.control({ ...query, asOf: asOf(query.asOf) }),
    why: (cell, at) => whoholds.why(cell, { ...at, asOf: asOf(at.asOf) }),
    timeline: (place, query) => whoholds.timeline(place, { ...query, asOf: asOf(query.asOf) }),
    days: (place, query) => whoholds.days(place, { ...query, asOf: asOf(query.asOf) }),
    holdings: (query) => whoholds.holdings({ ...query, asOf: asOf(query.asOf) }),
    dayCounts: (query) => whoholds.dayCounts({ ...query, asOf: asOf(query.asOf) }),
    series: (query) => whoholds.series({ ...query, asOf: asOf(query.asOf) }),
    changes: ({ from, to, ...rest }) =>
      whoholds.changes({ ...rest, from: { ...from, asOf: asOf(from.asOf) }, to: { ...to, asOf: asOf(to.asOf) } }),
    claims: async (query) => sifted(await whoholds.claims(query), ({ report }) => isOut(report.id)),
    reports: async (query) => sifted(await whoholds.reports(query), ({ report }) => isOut(report.id)),
    report: async (id) => {
      const found = (await isOut(id)) ? await whoholds.report(id) : null;
      return found && { ...found, dropped: await out(found.dropped, ({ of }) => of) };
    },
    aggregates: async () => out(await whoholds.aggregates(), ({ report }) => report),
    reconcile: (query) => whoholds.reconcile({ ...query, asOf: asOf(query.asOf) }),
    incidents: async () => out(await whoholds.incidents(), ({ report }) => report),
    ...lateRefusals(whoholds, isOut),
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
