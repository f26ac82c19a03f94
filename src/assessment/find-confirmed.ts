// Confirmed (section 2): a structural test passes, p reaches its bar, and no denial stands (rule D).
// Invariant: p alone confirms nothing; what holds a proof back has a name, so that the reason can say it.
import { liveOpponents } from './find-disputed.ts';
import { campOf } from './ground.ts';
import type { Statement } from './statements.ts';
import { denialsOf, isContradictedLater, type Proof } from './structure.ts';
import { groundIn, isCamp, opponentsOf, type Question, type StatusRule, shareOf } from './verdict.ts';

/** What keeps a proof from confirming: p itself, p at one of the other settings (7.6), or a denial (rule D). */
export type Obstacle = 'p' | 'interval' | 'denial';

/** The bar of p (section 9): none under S1; lower, and without the interval, for who was confirmed the day before. */
const findDoubt = (question: Question, { rule, holder }: Proof): Obstacle | null => {
  const p = shareOf(question, holder);
  if (rule === 'S1' || p === null || holder === null) return null;
  const ground = groundIn(question);
  const { confirmEnter, confirmLeave, confirmLow } = ground.parameters.bars;
  if (isCamp(ground, holder, question.carry.confirmed)) return p >= confirmLeave ? null : 'p';
  if (p < confirmEnter) return 'p';
  const { view } = question;
  return (view.prepared.belief?.low(campOf(ground, holder), view.day) ?? 1) >= confirmLow ? null : 'interval';
};

/** Rule D: no standing denial, or p so high that none would move it (i), or one that was contradicted later (ii). */
const outlivesDenial = (question: Question, proof: Proof, opposed: readonly Statement[]): boolean => {
  const p = shareOf(question, proof.holder) ?? 0;
  const { overrideDenial } = groundIn(question).parameters.bars;
  return opposed.length === 0 || p >= overrideDenial || isContradictedLater(question.view, proof, opposed);
};

/** What stands between a proof of a holder and *confirmed*; null where nothing does. */
export const findObstacle = (question: Question, proof: Proof): Obstacle | null =>
  findDoubt(question, proof) ?? (outlivesDenial(question, proof, denialsOf(question.view, proof)) ? null : 'denial');

/** A structural test passes, p reaches its bar, and rule D. */
export const findConfirmed: StatusRule = (question) => {
  const { proof } = question.structure;
  if (proof === null || proof.holder === null || findDoubt(question, proof) !== null) return null;
  const opposed = denialsOf(question.view, proof);
  if (!outlivesDenial(question, proof, opposed)) return null;
  const opponents = [...opposed, ...liveOpponents(question, proof.holder)];
  const against = opponentsOf(groundIn(question), proof.holder, opponents);
  return { status: 'confirmed', holder: proof.holder, rule: proof.rule, support: proof.support, opposed, against };
};
