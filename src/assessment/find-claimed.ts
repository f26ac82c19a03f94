// Left (E13, E13a) and claimed (section 2): a place given up with nobody named, and a holder that is only asserted.
// Invariant: a holder's own word for what it held before earns nothing; a borrowed scope never outvotes the cell's own.
import { findPairs, findSuperseded, liveOpponents } from './find-disputed.ts';
import { limitDays } from './ground.ts';
import { hoursApart, isMain } from './opposition.ts';
import { byTurn, type Statement } from './statements.ts';
import type { Proof } from './structure.ts';
import {
  earns,
  groundIn,
  isCamp,
  isHolding,
  isLive,
  opponentsOf,
  type Question,
  type StatusRule,
  sidesIn,
} from './verdict.ts';

/** The cell's own scope was spoken of when or after something was borrowed, or not long before it. */
const findShield = (question: Question): ((borrowed: Statement) => boolean) => {
  const ground = groundIn(question);
  const spoken = question.view.core.filter((one) => isMain(one) && isHolding(one));
  const last = Math.max(...spoken.map(({ until }) => until));
  return ({ day }) => day - last <= limitDays(ground, ground.parameters.days.claimed);
};

/** Somebody is said to have the place after it was left, or its holder denies that it left. */
const isAnswered = (question: Question, left: Statement): boolean => {
  const ground = groundIn(question);
  const limit = ground.parameters.hours.disputePair;
  const isShielded = findShield(question);
  const isSuperseded = findSuperseded(question);
  return question.view.core.some((one) => {
    if (!isHolding(one) || !earns(one)) return false;
    const back = isCamp(ground, one.says.side, left.says.side);
    if (!isMain(one)) return !back && one.day >= left.day && isLive(question, one, 'claimed') && !isShielded(one);
    if (!back) return isLive(question, one, 'claimed') && !isSuperseded(one);
    return byTurn(one, left) > 0 || (one.party && one.denial && hoursApart(one, left) <= limit);
  });
};

const GONE = ['lost', 'repulse', 'out'];

/** Inside when or since the holder left, or not long before: and not driven off again. */
const isInsideStill = ({ view }: Question, left: Statement, one: Statement): boolean => {
  const { ground } = view.prepared;
  if (!isMain(one) || one.says.what !== 'inside' || one.says.side === null || one.rumour) return false;
  if (isCamp(ground, one.says.side, left.says.side)) return false;
  if (left.day - one.until > limitDays(ground, ground.parameters.days.contested)) return false;
  return !view.core.some(
    (other) =>
      isMain(other) &&
      GONE.includes(other.says.what) &&
      isCamp(ground, other.says.side, one.says.side) &&
      byTurn(other, one) > 0,
  );
};

/** The only side said to be inside, once the hours of E13 have passed. */
const findPresent = (question: Question, left: Statement): Statement | null => {
  const ground = groundIn(question);
  if (question.view.day - left.day < ground.parameters.hours.withdrawal / 24) return null;
  const present = question.view.core.filter((one) => isInsideStill(question, left, one));
  return sidesIn(present).length === 1 ? (present.at(-1) ?? null) : null;
};

/** Somebody says later that the one who lost it has it: a claim that others than its own side may make (E13). */
const isBack = (question: Question, { by, support }: Proof): boolean => {
  const last = support.at(-1);
  return question.view.core.some(
    (one) =>
      isMain(one) &&
      isHolding(one) &&
      one.camp !== by &&
      isLive(question, one, 'claimed') &&
      isCamp(groundIn(question), one.says.side, by) &&
      last !== undefined &&
      byTurn(one, last) > 0,
  );
};

/** Whoever left was said to have it: by a claim that no other turn took the place of. */
const wasClaimed = (question: Question, left: Statement): boolean => {
  const isSuperseded = findSuperseded(question);
  return question.view.core.some(
    (one) =>
      isMain(one) &&
      isHolding(one) &&
      !one.denial &&
      isCamp(groundIn(question), one.says.side, left.says.side) &&
      isLive(question, one, 'claimed') &&
      byTurn(one, left) < 0 &&
      !isSuperseded(one),
  );
};

/** The holder is proven, or said, to have left or lost the place, and nobody to have come. */
export const findLeft: StatusRule = (question) => {
  const { view, carry, structure } = question;
  const { proof } = structure;
  const none = { status: 'undetermined', holder: 'none', opposed: [], against: [] } as const;
  if (proof !== null && proof.holder === null && !isBack(question, proof))
    return { ...none, rule: 'E13a', support: proof.support };
  const left = view.core.findLast(
    (one) =>
      isMain(one) &&
      one.says.what === 'lost' &&
      !one.rumour &&
      !one.implied &&
      isLive(question, one, 'claimed') &&
      (carry.holder === 'none' || isCamp(groundIn(question), one.says.side, carry.holder) || wasClaimed(question, one)),
  );
  if (left === undefined || isAnswered(question, left)) return null;
  const present = findPresent(question, left);
  if (present === null) return { ...none, rule: 'E13', support: [left] };
  return { ...none, status: 'claimed', holder: present.says.side, rule: 'claimed', support: [left, present] };
};

/** What asserts a holder on the day: the cell's own scope where anybody speaks of it, else what may be borrowed. */
const findAssertions = (question: Question): readonly Statement[] => {
  const { view, carry } = question;
  const ground = groundIn(question);
  const isSuperseded = findSuperseded(question);
  const isShielded = findShield(question);
  const isOwnWord = (one: Statement): boolean =>
    isCamp(ground, one.says.side, carry.holder) && isCamp(ground, one.camp, carry.holder);
  const counts = (one: Statement): boolean =>
    isMain(one) ? !isSuperseded(one) && !isOwnWord(one) : earns(one) && !isShielded(one);
  return view.core.filter(
    (one) => isHolding(one) && !one.denial && !one.partial && isLive(question, one, 'claimed') && counts(one),
  );
};

/** Of a day that many speak of, the word said last: a holding told later goes before a turn that it reaches over. */
const newestOn = (on: number, assertions: readonly Statement[]): Statement | undefined =>
  assertions
    .toSorted((a, b) => Math.min(a.until, on) - Math.min(b.until, on) || a.said - b.said || byTurn(a, b))
    .at(-1);

/** Asserted, and neither rebutted at the same scope nor supported: the newest said time wins. */
export const findClaimed: StatusRule = (question) => {
  const ground = groundIn(question);
  const assertions = findAssertions(question);
  const newest = newestOn(question.view.day, assertions);
  const holder = newest?.says.side ?? null;
  if (newest === undefined || holder === null || isCamp(ground, holder, question.carry.holder)) return null;
  const support = assertions.filter((one) => isCamp(ground, one.says.side, holder));
  const pairs = findPairs(question).filter(({ claim }) => support.includes(claim));
  const opposed = [...new Set(pairs.map((pair) => pair.opposed))];
  const against = opponentsOf(ground, holder, liveOpponents(question, holder));
  return { status: 'claimed', holder, rule: 'claimed', support, opposed, against, borrowed: !isMain(newest) };
};
