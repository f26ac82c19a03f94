// Evidence as it would be were one thing decided the other way, and what that moves. Pure: nothing is written.
// Invariant: a change that does not bear on a cell's evidence is null, so that nothing is assessed for nothing.
import type { WouldChange } from '../assessment/would-change.ts';
import type { ClaimId } from '../model/claim.ts';
import type { Assessment, Cell, Evidence } from '../model/control.ts';
import type { FamilyId, ReportId } from '../model/report.ts';
import type { Instant } from '../model/time.ts';
import type { Move } from './review-contract.ts';

/** What a change makes of a cell's evidence; null where it does not bear on the cell. */
export type Change = (evidence: readonly Evidence[], cell: Cell) => readonly Evidence[] | null;

/** A cell as it stands, and as it would stand; what was taken back is not in its evidence. */
export interface Looked {
  readonly cell: Cell;
  readonly evidence: readonly Evidence[];
  readonly assessment: Assessment;
  /** Null where the change does not bear on the cell. */
  suppose(change: Change): Assessment | null;
  /** What could be said that would change it. */
  wouldChange(): readonly WouldChange[];
}

export const withoutClaim =
  (id: ClaimId): Change =>
  (evidence) => {
    const rest = evidence.filter(({ claim }) => claim.id !== id);
    return rest.length === evidence.length ? null : rest;
  };

const EVER = '0000-01-01T00:00:00.000Z' as Instant;

export interface Supposed {
  readonly denial: ClaimId;
  readonly claim: ClaimId;
  readonly sameProposition: boolean;
}

export const withJudgement =
  ({ denial, claim, sameProposition }: Supposed): Change =>
  (evidence) => {
    const ids = new Set(evidence.map((one) => one.claim.id));
    if (!ids.has(denial) || !ids.has(claim)) return null;
    const judgement = { claim, sameProposition, by: '', reason: '', seq: 0, known: EVER, retracted: null };
    return evidence.map((one) => (one.claim.id === denial ? { ...one, judged: [...one.judged, judgement] } : one));
  };

/** With a claim that has no place yet, put at one that `bears` on a cell. */
export const withPlaced =
  (placed: Evidence, bears: (cell: Cell) => boolean): Change =>
  (evidence, cell) =>
    bears(cell) ? [...evidence, placed] : null;

/** With the families that some reports would have. */
export const withFamilies =
  (families: ReadonlyMap<ReportId, FamilyId>): Change =>
  (evidence) => {
    if (!evidence.some(({ report }) => families.has(report.id))) return null;
    return evidence.map((one) => {
      const family = families.get(one.report.id);
      return family === undefined ? one : { ...one, report: { ...one.report, family } };
    });
  };

/** A smaller change of p is nobody's work. */
const LEAST_P = 0.01;

const changeOfP = (a: Assessment['p'], b: Assessment['p']): number => {
  if (a === null || b === null) return 0;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const most = Math.max(0, ...keys.map((key) => Math.abs((a[key] ?? 0) - (b[key] ?? 0))));
  return most < LEAST_P ? 0 : most;
};

export type MoveSize = 'both' | 'either' | 'p';

/** Whether holder and status change, one of them, or only the probability. */
export const sizeOf = ({ from, to }: Move): MoveSize => {
  const status = from.status !== to.status;
  const holder = from.holder !== to.holder;
  return status && holder ? 'both' : status || holder ? 'either' : 'p';
};

const WEIGHTS: Readonly<Record<MoveSize, number>> = { both: 4, either: 2, p: 0 };

/** Another holder under another status weighs most, then either alone, then a change of p, which is at most 1. */
export const weightOfMove = (move: Move): number => WEIGHTS[sizeOf(move)] + changeOfP(move.from.p, move.to.p);

const verdictOf = ({ holder, status, p }: Assessment): Move['from'] => ({ holder, status, p });

/** Null where nothing would move. */
export const moveBetween = (before: Assessment, after: Assessment): Move | null => {
  const move = { cell: before.cell, from: verdictOf(before), to: verdictOf(after) };
  return weightOfMove(move) === 0 ? null : move;
};
