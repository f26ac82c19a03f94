// When one statement contradicts another about the same thing (control-method section 2, rule D and `disputed`).
// Invariant: only another party's word at the same scope opposes; a later turn supersedes what was before it, it does not.
import type { SideId } from '../model/actor.ts';
import type { ClaimId } from '../model/claim.ts';
import { campOf, type Ground } from './ground.ts';
import { judgementOn } from './judgements.ts';
import type { Statement } from './statements.ts';

const MS_PER_HOUR = 3_600_000;

export const isMain = ({ relation }: Statement): boolean => relation.as === 'main';

export const hoursApart = (a: Statement, b: Statement): number => Math.abs(a.said - b.said) / MS_PER_HOUR;

/** Said later: by the hour said, in one report by the order of its words. */
export const isSaidAfter = (a: Statement, b: Statement): boolean =>
  a.said !== b.said
    ? a.said > b.said
    : a.evidence.report.id === b.evidence.report.id && a.claim.quote.start > b.claim.quote.start;

/** One claim may name another of its family or its copy: the claims that say what the answered one says. */
const answersTo = (opposing: Statement, target: Statement, claims: ReadonlyMap<ClaimId, Statement>): boolean => {
  const { answers } = opposing.claim;
  if (answers === null) return false;
  if (answers === target.claim.id) return true;
  const named = claims.get(answers);
  return named !== undefined && named.says.what === target.says.what && named.says.side === target.says.side;
};

/** Says that the side does not have it, or that another camp does; a repulse says that its attack failed. */
export const contradicts = (ground: Ground, opposing: Statement, side: SideId): boolean => {
  const { what, side: named } = opposing.says;
  if (named === null) return false;
  const same = campOf(ground, named) === campOf(ground, side);
  if (what === 'has') return !same;
  return (what === 'not' || what === 'repulse') && same;
};

/** The other claims on the cell, by id, so that an answer can be followed. */
export const indexClaims = (statements: readonly Statement[]): ReadonlyMap<ClaimId, Statement> =>
  new Map(statements.filter(({ implied }) => !implied).map((one) => [one.claim.id, one]));

/**
 * Whether a statement is a same-proposition denial or counter-claim against `target` (somebody's word that a side has
 * the cell). A recapture never is: it grants the loss. A plain `hold` from before the capture is not: it is older.
 * Where a person judged another party's word, that judgement decides.
 */
export const opposes = (
  { ground, claims }: { readonly ground: Ground; readonly claims: ReadonlyMap<ClaimId, Statement> },
  opposing: Statement,
  target: Statement,
): boolean => {
  const side = target.says.side;
  if (side === null || !opposing.party || opposing.implied || opposing.camp === campOf(ground, side)) return false;
  const judged = judgementOn(claims, opposing, target);
  if (judged !== null) return judged.sameProposition;
  if (opposing.rumour || opposing.partial) return false;
  const answers = answersTo(opposing, target, claims);
  if (opposing.says.what === 'kept') return isMain(opposing) && target.claim.kind === 'surrender';
  if (!contradicts(ground, opposing, side)) return false;
  if (opposing.says.what === 'repulse') {
    const quick = answers && hoursApart(opposing, target) <= ground.parameters.hours.answer;
    return isMain(opposing) ? opposing.day >= target.day : quick;
  }
  if (!isMain(opposing) || opposing.turn) return false;
  // A denial of one day's turn says nothing of a turn of a later day, which it does not answer.
  if (opposing.denial && !answers && target.turn && opposing.until < target.day) return false;
  return opposing.denial || answers || opposing.until >= target.day;
};
