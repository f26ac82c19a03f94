// Known time is neither valid time nor recorded time: it is when a report could be read.
import type { ReportHead } from '../ledger/records.ts';
import { endOfDayIn, type Instant } from '../model/time.ts';

/** What says when a report was out. */
export type DateHead = Pick<ReportHead, 'id' | 'published' | 'publishedAt' | 'retrieved'>;

/** A bare day of publication is known at its end; an undated report from when it was first seen. */
export const knownTime = (head: DateHead, timezone: string, recorded: Instant): Instant => {
  if (head.publishedAt !== null) return head.publishedAt;
  const { latest } = head.published;
  if (latest !== null) return endOfDayIn(latest, timezone);
  return head.retrieved ?? recorded;
};
