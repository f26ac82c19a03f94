// What came into a cell's evidence, went out of it or was judged otherwise between two moments: why an answer is another now.
// Invariant: pure; told from the evidence as it stood at each moment, so that it holds for known time and recorded time alike.
import type { ClaimId } from '../model/claim.ts';
import type { Evidence } from '../model/control.ts';
import type { ReportId } from '../model/report.ts';
import type { EntryBetween } from './contract.ts';

export interface Between {
  /** As it stood at either moment. */
  readonly before: readonly Evidence[];
  readonly after: readonly Evidence[];
  /** All that the later state of the ledger has, with what was taken back. */
  readonly recorded: readonly Evidence[];
}

type ById = ReadonlyMap<ClaimId, Evidence>;

/** Of an id that was asserted more than once, the assertion that counts there is the last. */
const byId = (evidence: readonly Evidence[]): ById => new Map(evidence.map((one) => [one.claim.id, one]));

const asserted = (before: ById, after: ById): readonly EntryBetween[] =>
  [...after.values()]
    .filter((one) => before.get(one.claim.id)?.seq !== one.seq)
    .map((one) => ({
      ...{ act: 'asserted', seq: one.seq, known: one.known ?? one.report.known, reason: null },
      evidence: one,
    }));

const MISREAD = 'a later reading of its report does not say it';

const retracted = (before: ById, after: ById, recorded: readonly Evidence[]): readonly EntryBetween[] =>
  [...before.values()]
    .filter(({ claim }) => !after.has(claim.id))
    .map((one) => {
      const back = recorded.findLast(({ claim, seq }) => claim.id === one.claim.id && seq === one.seq)?.retracted;
      return back
        ? { act: 'retracted', seq: back.seq, known: back.known, reason: back.reason, evidence: one }
        : { act: 'retracted', seq: null, known: null, reason: MISREAD, evidence: one };
    });

const judged = (before: ById, after: ById): readonly EntryBetween[] =>
  [...after.values()].flatMap((one) => {
    const known = new Set(before.get(one.claim.id)?.judged.map(({ seq }) => seq));
    const fresh = before.has(one.claim.id) ? one.judged.findLast(({ seq }) => !known.has(seq)) : undefined;
    if (fresh === undefined) return [];
    return [{ act: 'judged', seq: fresh.seq, known: fresh.known, reason: fresh.reason, evidence: one }];
  });

/** Of each report that both moments know, the others of them that are of its family. */
const familyOf = (evidence: readonly Evidence[], common: ReadonlySet<ReportId>): ReadonlyMap<ReportId, string> => {
  const reports = new Map(evidence.map(({ report }) => [report.id, report.family]));
  const members = Map.groupBy([...reports.keys()].filter((id) => common.has(id)).sort(), (id) => reports.get(id) ?? id);
  return new Map([...common].map((id) => [id, (members.get(reports.get(id) ?? id) ?? [id]).join(' ')]));
};

/** Reports that became one story, or were found to be two; a copy that came in between says so by being asserted. */
const regrouped = ({ before, after }: Between): readonly EntryBetween[] => {
  const ids = new Set(before.map(({ report }) => report.id));
  const common = new Set(after.flatMap(({ report }) => (ids.has(report.id) ? [report.id] : [])));
  const [then, now] = [familyOf(before, common), familyOf(after, common)];
  const changed = [...common].filter((id) => then.get(id) !== now.get(id));
  return changed.flatMap((id): EntryBetween[] => {
    const evidence = after.find(({ report }) => report.id === id);
    const [was, is] = [then.get(id) ?? '', now.get(id) ?? ''];
    const joined = is.length > was.length;
    const others = (joined ? is : was).split(' ').filter((one) => one !== id);
    const reason = `${joined ? 'one family with' : 'no more of one family with'} ${others.join(', ')}`;
    return evidence === undefined
      ? []
      : [{ act: joined ? 'joined' : 'parted', seq: null, known: null, reason, evidence }];
  });
};

const bySeq = (a: EntryBetween, b: EntryBetween): number =>
  (a.seq ?? Number.MAX_SAFE_INTEGER) - (b.seq ?? Number.MAX_SAFE_INTEGER) ||
  (a.evidence.claim.id < b.evidence.claim.id ? -1 : 1);

/** In the order of their entries. */
export const entriesBetween = (between: Between): readonly EntryBetween[] => {
  const [before, after] = [byId(between.before), byId(between.after)];
  return [
    ...asserted(before, after),
    ...retracted(before, after, between.recorded),
    ...judged(before, after),
    ...regrouped(between),
  ].sort(bySeq);
};
