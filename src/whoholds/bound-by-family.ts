// A report that bears no date, bounded by the dated ones of its family: a story and its copies come out within a day of each other.
// Invariant: a pure function of the family as it stands, so that the order in which its members came in makes no difference; bounds,
// never a day; what a report says of itself stays.
import type { ReportHead } from '../ledger/records.ts';
import type { FamilyId, ReportId } from '../model/report.ts';
import { addDays, type Day, type When } from '../model/time.ts';

/** A copy may be out the evening before its fuller version, or the day after. */
const AROUND_DAYS = 1;

const dayOf = ({ published }: ReportHead): Day | null =>
  published.earliest !== null && published.earliest === published.latest ? published.earliest : null;

export const isUndated = ({ published, publishedAt }: ReportHead): boolean =>
  publishedAt === null && published.basis === 'implied' && (published.earliest === null || published.latest === null);

/** The bounds by the family's dated members; null where it has none, or where the report's own words contradict them. */
export const boundByFamily = (undated: ReportHead, family: readonly ReportHead[]): When | null => {
  const days = family.flatMap((head) => dayOf(head) ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const earliest = undated.published.earliest ?? addDays(first, -AROUND_DAYS);
  const latest = undated.published.latest ?? addDays(last, AROUND_DAYS);
  return earliest > latest ? null : { earliest, latest, precision: 'about', basis: 'implied' };
};

/** Of each undated report that is in a family with dated ones, its bounds. `heads` are those of whole families. */
export const boundsByFamily = (
  heads: readonly ReportHead[],
  families: ReadonlyMap<ReportId, FamilyId>,
): ReadonlyMap<ReportId, When> => {
  const members = Map.groupBy(heads, ({ id }) => families.get(id) ?? id);
  return new Map(
    heads.filter(isUndated).flatMap((head): [ReportId, When][] => {
      const bounds = boundByFamily(head, members.get(families.get(head.id) ?? head.id) ?? []);
      return bounds === null ? [] : [[head.id, bounds]];
    }),
  );
};
