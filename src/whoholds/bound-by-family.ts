// A report that bears no date, bounded by the dated ones of its family: a story and its copies come out within a day of each other.
// Invariant: a pure function of the family, so that the order in which its members came in makes no difference; bounds, never a
// day; what a report says of itself stays; and what was known by a moment depends on no member that came out after it.
import type { FamilyId, ReportId } from '../model/report.ts';
import { addDays, type Day, endOfDayIn, type Instant, type When } from '../model/time.ts';
import { type DateHead, knownTime } from './known-time.ts';

/** A copy may be out the evening before its fuller version, or the day after. */
const AROUND_DAYS = 1;

const LONG_PAST = '1970-01-01T00:00:00.000Z' as Instant;
const NEVER = '9999-12-31T23:59:59.999Z' as Instant;

const dayOf = ({ published }: DateHead): Day | null =>
  published.earliest !== null && published.earliest === published.latest ? published.earliest : null;

export const isUndated = ({ published, publishedAt }: DateHead): boolean =>
  publishedAt === null && published.basis === 'implied' && (published.earliest === null || published.latest === null);

/** When an undated report was out, as its family has it from a moment on; the first turn (null) is what it says itself. */
export interface DatingTurn {
  readonly from: Instant | null;
  readonly published: When;
}

interface DatedMember {
  readonly day: Day;
  readonly known: Instant;
}

const datedIn = (family: readonly DateHead[], timezone: string): readonly DatedMember[] =>
  family
    .flatMap((head): DatedMember[] => {
      const day = dayOf(head);
      return day === null ? [] : [{ day, known: knownTime(head, timezone, LONG_PAST) }];
    })
    .sort((a, b) => (a.known === b.known ? 0 : a.known < b.known ? -1 : 1));

/** Null where the report's own words, or its capture, contradict the days of its family. */
const boundedBetween = ({ published }: DateHead, first: Day, last: Day): When | null => {
  const earliest = published.earliest ?? addDays(first, -AROUND_DAYS);
  const latest = published.latest ?? addDays(last, AROUND_DAYS);
  return earliest > latest ? null : { earliest, latest, precision: 'about', basis: 'implied' };
};

const isSame = (a: When, b: When): boolean => a.earliest === b.earliest && a.latest === b.latest;

/** Each dated member counts from when it could be read itself. */
export const datingTurns = (
  undated: DateHead,
  family: readonly DateHead[],
  timezone: string,
): readonly DatingTurn[] => {
  const turns: DatingTurn[] = [{ from: null, published: undated.published }];
  let [first, last] = [null as Day | null, null as Day | null];
  for (const { day, known } of datedIn(family, timezone)) {
    first = first === null || day < first ? day : first;
    last = last === null || day > last ? day : last;
    const published = boundedBetween(undated, first, last);
    if (turns.at(-1)?.from === known) turns.pop();
    const before = turns.at(-1);
    if (published !== null && before !== undefined && !isSame(before.published, published))
      turns.push({ from: known, published });
  }
  return turns;
};

/** From when it could be read, as the turn has it: by the end of its days, and by when it was seen here at the latest. */
const knownIn = ({ from, published }: DatingTurn, head: DateHead, timezone: string): Instant => {
  if (from === null) return knownTime(head, timezone, NEVER);
  const { retrieved } = head;
  const out = published.latest === null ? NEVER : endOfDayIn(published.latest, timezone);
  const seen = retrieved !== null && retrieved < out ? retrieved : out;
  return from > seen ? from : seen;
};

/** The first moment at which what was known of its family by then says that it was out. */
export const knownByTurns = (turns: readonly DatingTurn[], head: DateHead, timezone: string): Instant => {
  for (const [at, turn] of turns.entries()) {
    const known = knownIn(turn, head, timezone);
    const until = turns[at + 1]?.from ?? null;
    if (until === null || known < until) return known;
  }
  return NEVER;
};

/** In a sentence, for the entries and notes that come of it. */
export const sayBounds = ({ earliest, latest }: When): string =>
  `Dated by its family: out between ${earliest} and ${latest}.`;

/** Between which days an undated report was out by its family, and from when it could be read. */
export interface FamilyBounds {
  readonly published: When;
  readonly known: Instant;
}

/** Of each undated report that is in a family with dated ones, its bounds. `heads` are those of whole families. */
export const datedByFamily = (
  heads: readonly DateHead[],
  families: ReadonlyMap<ReportId, FamilyId>,
  timezone: string,
): ReadonlyMap<ReportId, FamilyBounds> => {
  const members = Map.groupBy(heads, ({ id }) => families.get(id) ?? id);
  return new Map(
    heads.filter(isUndated).flatMap((head): [ReportId, FamilyBounds][] => {
      const turns = datingTurns(head, members.get(families.get(head.id) ?? head.id) ?? [], timezone);
      const last = turns.at(-1);
      if (last === undefined || last.from === null) return [];
      return [[head.id, { published: last.published, known: knownByTurns(turns, head, timezone) }]];
    }),
  );
};
