// A piece of evidence as it could be known at a moment and stood in the ledger then: cut by known time and by entry.
// Invariant: what people put right later changes nothing before it; an earlier moment sees the old claim, family and judgement.
import type { Judgement } from '../model/answer.ts';
import type { Evidence, Moment } from '../model/control.ts';
import type { Instant } from '../model/time.ts';

type Cut = Omit<Moment, 'on'>;

const isBy = (known: Instant, asOf: Instant | null): boolean => asOf === null || known <= asOf;

interface Entered {
  readonly seq: number;
  readonly retracted: { readonly seq: number; readonly known: Instant } | null;
}

const isWithdrawn = ({ retracted }: Entered, { asOf, seq }: Cut): boolean =>
  retracted !== null && retracted.seq <= seq && isBy(retracted.known, asOf);

const isInForce = (judgement: Judgement, cut: Cut): boolean =>
  judgement.seq <= cut.seq && isBy(judgement.known, cut.asOf) && !isWithdrawn(judgement, cut);

const reportAt = ({ report }: Evidence, { asOf }: Cut): Evidence['report'] => {
  const before = asOf === null ? undefined : report.familyBefore.find(({ until }) => asOf < until);
  return before === undefined ? report : { ...report, family: before.family, familyBefore: [] };
};

/** Null where it could not be known, was not recorded, or was withdrawn by then. */
export const knownAt = (one: Evidence, cut: Cut): Evidence | null => {
  const { report, known, seq, judged } = one;
  if (seq > cut.seq || !isBy(report.known, cut.asOf) || isWithdrawn(one, cut)) return null;
  if (known !== null && !isBy(known, cut.asOf)) return null;
  const inForce = judged.filter((judgement) => isInForce(judgement, cut));
  const at = reportAt(one, cut);
  const same = inForce.length === judged.length && at === report && one.retracted === null;
  // What is taken back later stands here as if nobody ever would.
  return same ? one : { ...one, report: at, judged: inForce, retracted: null };
};
