// Contested (sections 2, E11, E11a): both sides' forces are inside, or each holds a part and nobody denies it.
// Invariant: stands in for p(C) ≥ .50 until the model: fighting that a claim to the whole cell came with or after is settled.
import { campOf, type Ground } from './ground.ts';
import { contradicts, isMain } from './opposition.ts';
import { byTurn, type Statement } from './statements.ts';
import { groundIn, isCamp, isHolding, isLive, type Question, type StatusRule, sidesIn } from './verdict.ts';

type Test = (one: Statement) => boolean;

const isPart = (one: Statement): boolean => one.partial || ['part', 'inside'].includes(one.relation.as);

/** A claim to the whole cell that came with or after the fighting: in its words the battle is over. */
const findSettled = (question: Question): Test => {
  const taken = question.view.core.filter(
    (one) =>
      isMain(one) && isHolding(one) && !one.denial && !isCamp(groundIn(question), one.says.side, question.carry.holder),
  );
  const last = Math.max(...taken.map(({ day }) => day));
  return (one) => last >= one.day;
};

/** Somebody is said to have gone, or to have been thrown out, after having been inside. */
const findGone = (question: Question): Test => {
  const ground = groundIn(question);
  const last = new Map<string, number>();
  for (const { says, day, rumour, partial } of question.view.core)
    if ((says.what === 'lost' || says.what === 'repulse') && says.side !== null && !rumour && !partial)
      last.set(campOf(ground, says.side), day);
  return ({ says, day }) =>
    says.side !== null && (last.get(campOf(ground, says.side)) ?? Number.NEGATIVE_INFINITY) > day;
};

/** Another side than the holder's, lately, and neither settled nor gone since. */
const findTheirs = (question: Question): Test => {
  const isSettled = findSettled(question);
  const isGone = findGone(question);
  return (one) =>
    !one.rumour &&
    isLive(question, one, 'contested') &&
    !isCamp(groundIn(question), one.says.side, question.carry.holder) &&
    !isSettled(one) &&
    !isGone(one);
};

const holdsPart = (one: Statement): boolean => {
  if (one.rumour || one.denial || one.implied || one.says.side === null) return false;
  return one.says.what === 'has' || (one.says.what === 'inside' && isPart(one));
};

/** A denial of just this part; the other side's word for another part is no denial of it. */
const deniesPart = (ground: Ground, denial: Statement, { says, claim }: Statement): boolean => {
  if (says.side === null || denial.camp === campOf(ground, says.side)) return false;
  if (denial.claim.answers === claim.id) return true;
  const same = denial.claim.place.id === claim.place.id && denial.claim.scope === claim.scope;
  return same && denial.denial && contradicts(ground, denial, says.side);
};

/** E11, E11a: one side has the place or a part of it, another a part of it or the ground around it; nobody denies it. */
const findComplements = (question: Question, isTheirs: Test): readonly Statement[] => {
  const ground = groundIn(question);
  const { core } = question.view;
  const live = core.filter((one) => holdsPart(one) && isLive(question, one, 'contested'));
  const denials = core.filter(({ party, denial, claim }) => party && (denial || claim.answers !== null));
  const unopposed: Test = (one) => !denials.some((other) => deniesPart(ground, other, one));
  const theirs = live.filter((one) => isPart(one) && isTheirs(one) && unopposed(one));
  if (theirs.length === 0) return [];
  const ours = live.filter(
    (one) => (isPart(one) || isMain(one)) && isCamp(ground, one.says.side, question.carry.holder) && unopposed(one),
  );
  return ours.length === 0 ? [] : [...theirs, ...ours];
};

export const findContested: StatusRule = (question) => {
  const { view, carry } = question;
  const isTheirs = findTheirs(question);
  const inside = view.core.filter(
    (one) => one.says.what === 'inside' && (isMain(one) || one.relation.as === 'part') && isTheirs(one),
  );
  const support = inside.length > 0 ? inside : findComplements(question, isTheirs);
  if (support.length === 0) return null;
  const opposed = view.core.filter(
    (one) => isMain(one) && one.says.what === 'out' && isLive(question, one, 'contested'),
  );
  const against = sidesIn(support).filter((side) => !isCamp(groundIn(question), side, carry.holder));
  const found = { support: support.toSorted(byTurn), opposed, against };
  return { status: 'contested', holder: carry.holder, rule: 'contested', ...found };
};
