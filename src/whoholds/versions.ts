// Versions of one report: what one outlet made of its page or its story, one after another, and when each could be read.
// Invariant: what is of another outlet is a copy, never a version; two versions have one order, whichever came in first.
import type { Ledger } from '../ledger/ledger.ts';
import type { ReportHead } from '../ledger/records.ts';
import type { ReportId } from '../model/report.ts';
import type { Theatre } from '../model/theatre.ts';
import { dayIn, daysBetween, endOfDayIn, type Instant } from '../model/time.ts';
import { knownTime } from './known-time.ts';

interface Where {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
}

/** Behind this an outlet that comes back to a story writes another report. */
const VERSIONS_WITHIN_DAYS = 14;

const LONG_PAST = '1970-01-01T00:00:00.000Z' as Instant;

/** From when on these words could be read: a page that was changed has its first day still. */
export const wordsKnown = (head: ReportHead, timezone: string): Instant => {
  const changed = head.modified?.latest ?? null;
  const modified = head.modifiedAt ?? (changed === null ? null : endOfDayIn(changed, timezone));
  const known = knownTime(head, timezone, LONG_PAST);
  return modified !== null && modified > known ? modified : known;
};

const seenAt = ({ captured, retrieved }: ReportHead): Instant => captured ?? retrieved ?? LONG_PAST;

/** Less than nothing where `a` is the earlier version. */
export const inOrder = (a: ReportHead, b: ReportHead, timezone: string): number => {
  const [known, than] = [wordsKnown(a, timezone), wordsKnown(b, timezone)];
  if (known !== than) return known < than ? -1 : 1;
  if (seenAt(a) !== seenAt(b)) return seenAt(a) < seenAt(b) ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/** From when on the later of two versions is known: where both bear one date, from when it was seen. */
export const changeKnown = (earlier: ReportHead, later: ReportHead, timezone: string): Instant => {
  const [before, known] = [wordsKnown(earlier, timezone), wordsKnown(later, timezone)];
  return known > before || seenAt(later) < known ? known : seenAt(later);
};

const isVersion = (head: ReportHead, of: ReportHead, timezone: string): boolean => {
  if (head.id === of.id) return false;
  if (of.url !== null && head.url === of.url) return true;
  if (of.outlet === null || head.outlet !== of.outlet) return false;
  const [a, b] = [head, of].map((one) => dayIn(wordsKnown(one, timezone), timezone));
  return a !== undefined && b !== undefined && Math.abs(daysBetween(a, b)) <= VERSIONS_WITHIN_DAYS;
};

/** The other versions of a report, earliest first: from its address, and of its outlet in its family. */
export const versionsOf = async ({ ledger, theatre }: Where, head: ReportHead): Promise<readonly ReportHead[]> => {
  const edges = await ledger.familyEdges(undefined, [head.id]);
  const sameAddress = head.url === null ? [] : await ledger.reportsAt(head.url);
  const ids = new Set<ReportId>([...sameAddress, ...edges.flatMap(({ report, of }) => [report, of])]);
  if (ids.size === 0) return [];
  const { timezone } = theatre;
  return (await ledger.reportHeads([...ids]))
    .map(({ report }) => report)
    .filter((one) => isVersion(one, head, timezone))
    .sort((a, b) => inOrder(a, b, timezone));
};
