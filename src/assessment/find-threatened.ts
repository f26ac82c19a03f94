// Threatened (section 2, E12): held, with a live siege, closeness or brink claim whose weight halves in a week.
// Invariant: enters at one weight and leaves at a lower one, so that a threat does not flicker (hysteresis).
import { type Ground, limitDays } from './ground.ts';
import { assertionsOf } from './independence.ts';
import { isMain } from './opposition.ts';
import type { Statement } from './statements.ts';
import { groundIn, isCamp, isLive, type Question, type StatusRule, shareOf, sidesIn } from './verdict.ts';

/** A siege, a threat, or ground near the cell that is said to be taken. */
const isDanger = (one: Statement): boolean => {
  const { what } = one.says;
  if (isMain(one)) return what === 'siege' || what === 'threat';
  return one.relation.as === 'near' && (what === 'has' || what === 'inside') && !one.denial;
};

const dangerWeight = (ground: Ground, one: Statement, day: number): number => {
  const rumour = one.rumour ? ground.parameters.weights.reported : 1;
  const halfLife = limitDays(ground, ground.parameters.siegeHalfLifeDays);
  return rumour * one.relation.weight * 2 ** (-Math.max(0, day - one.until) / halfLife);
};

/** Live sieges, threats and ground taken nearby, of whoever does not hold the cell. */
export const findDanger = (question: Question): readonly Statement[] => {
  const { view, carry } = question;
  const ground = groundIn(question);
  const since = carry.changed ?? Number.NEGATIVE_INFINITY;
  return view.core.filter(
    (one) =>
      isDanger(one) &&
      one.says.side !== null &&
      !isCamp(ground, one.says.side, carry.holder) &&
      one.until >= since &&
      isLive(question, one, 'threatened'),
  );
};

export const findThreatened: StatusRule = (question) => {
  const { view, carry } = question;
  const ground = groundIn(question);
  if (carry.holder === null || carry.holder === 'none') return null;
  if ((shareOf(question, carry.holder) ?? 1) < ground.parameters.bars.held) return null;
  const danger = findDanger(question);
  // One voice saying one thing twice is one danger.
  const weights = assertionsOf(ground, danger).map(({ all }) =>
    Math.max(...all.map((one) => dangerWeight(ground, one, view.day))),
  );
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const bar = carry.threatened ? ground.parameters.threatLeave : ground.parameters.threatEnter;
  if (danger.length === 0 || weight < bar) return null;
  const found = { support: danger, opposed: [], against: sidesIn(danger) };
  return { status: 'threatened', holder: carry.holder, rule: 'threatened', ...found };
};
