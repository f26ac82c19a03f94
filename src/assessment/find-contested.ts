// Contested (sections 2, E11, E11a): p(C) reaches its bar, and somebody says that both are inside or that each holds a part.
// Invariant: p(C) alone never makes it; where a claim to the whole came with the fighting, the model itself lets p(C) fall.
import type { SideId } from '../model/actor.ts';
import { findComplements } from './find-complements.ts';
import { type Ground, mainOpponent } from './ground.ts';
import { isMain } from './opposition.ts';
import { byTurn, type Statement } from './statements.ts';
import { groundIn, type Holder, isCamp, isLive, type Question, type StatusRule, sidesIn } from './verdict.ts';

const isInside = (one: Statement): boolean =>
  one.says.what === 'inside' && (isMain(one) || one.relation.as === 'part') && !one.rumour;

const hasSide = ({ says }: Statement): boolean => says.side !== null;

/** What is said of both being there, lately; the holder's own coming in is no sign of an enemy. */
export const findFighting = (question: Question): readonly Statement[] => {
  const live = question.view.core.filter((one) => isLive(question, one, 'contested'));
  const isTheirs = (one: Statement): boolean => !isCamp(groundIn(question), one.says.side, question.carry.holder);
  const inside = live.filter((one) => isInside(one) && isTheirs(one));
  // Who comes alone into a place that was left fights with nobody (E13).
  const alone = question.carry.holder === 'none' && sidesIn(inside).length < 2 && inside.every(hasSide);
  return inside.length > 0 && !alone ? inside : findComplements(groundIn(question), live);
};

/** A claim to the whole, or word that one side went or was thrown out, that came with or after the fighting: it is over. */
const isOver = ({ view, carry }: Question, fighting: readonly Statement[]): boolean => {
  const { ground } = view.prepared;
  const last = Math.max(...fighting.map(({ day }) => day));
  return view.core.some((one) => {
    const { what, side } = one.says;
    if (one.rumour || one.denial || one.partial || side === null || !isMain(one) || one.day < last) return false;
    if (what === 'lost') return !one.implied;
    if (what === 'has' && !isCamp(ground, side, carry.holder)) return true;
    return (what === 'repulse' || one.turn) && one.day > last;
  });
};

/** Section 2: entered at the bar of p(C); left when nobody has spoken of it for fourteen days, or when it is over. */
const isLikely = (question: Question, fighting: readonly Statement[]): boolean => {
  const { belief, ground } = question.view.prepared;
  if (belief === null) return !isOver(question, fighting);
  if (belief.contested(question.view.day) >= ground.parameters.bars.contested) return true;
  return question.carry.contested && !isOver(question, fighting);
};

/** Fighting of which nobody is named the attacker is with the holder's one opponent. */
const othersThan = (ground: Ground, holder: Holder): readonly SideId[] => {
  const opponent = holder === null || holder === 'none' ? null : mainOpponent(ground, holder);
  return opponent === null ? [] : [opponent];
};

export const findContested: StatusRule = (question) => {
  const { view, carry } = question;
  const { ground } = view.prepared;
  const support = findFighting(question);
  if (support.length === 0 || !isLikely(question, support)) return null;
  const opposed = view.core.filter(
    (one) => isMain(one) && one.says.what === 'out' && isLive(question, one, 'contested'),
  );
  const named = sidesIn(support).filter((side) => !isCamp(ground, side, carry.holder));
  const against = named.length > 0 ? named : othersThan(ground, carry.holder);
  const found = { support: support.toSorted(byTurn), opposed, against };
  return { status: 'contested', holder: carry.holder, rule: 'contested', ...found };
};
