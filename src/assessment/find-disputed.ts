// Disputed (section 2): opposing parties say incompatible things of the same scope and time, and neither took it back.
// Invariant: a later-dated turn, or its own side's later admission, supersedes a statement; it then disputes nothing.
import { campOf, type Ground } from './ground.ts';
import { hoursApart, isMain, isSaidAfter, opposes } from './opposition.ts';
import { byTurn, type Statement } from './statements.ts';
import { groundIn, isCamp, isHolding, isLive, partyOf, type Question, type StatusRule, sidesIn } from './verdict.ts';
import type { View } from './view.ts';

export interface Pair {
  readonly claim: Statement;
  readonly opposed: Statement;
}

const pairsOf = (view: View, statements: readonly Statement[]): readonly Pair[] => {
  const { ground, claims } = view.prepared;
  const limit = ground.parameters.hours.disputePair;
  const span = limit * 3_600_000;
  const windows = Map.groupBy(
    statements.filter((one) => one.party && !one.implied),
    ({ said }) => Math.floor(said / span),
  );
  const near = (claim: Statement): readonly Statement[] =>
    [-1, 0, 1].flatMap((step) => windows.get(Math.floor(claim.said / span) + step) ?? []);
  return statements
    .filter((one) => isMain(one) && isHolding(one) && !one.denial)
    .flatMap((claim) =>
      near(claim)
        .filter((opposed) => hoursApart(claim, opposed) <= limit && opposes({ ground, claims }, opposed, claim))
        .map((opposed) => ({ claim, opposed })),
    );
};

const known = new WeakMap<readonly Statement[], readonly Pair[]>();

/** Every claim and counter-claim of the cell, worked out once for all its days. */
const allPairs = (view: View): readonly Pair[] => {
  const found = known.get(view.all) ?? pairsOf(view, view.all);
  known.set(view.all, found);
  return found;
};

/** The last turn towards another camp, of each camp that has one. */
const lastTurns = (ground: Ground, turns: readonly Statement[]): ((camp: string) => Statement | undefined) => {
  const last = new Map<string, Statement>();
  // What a retaking entails is of some day before it: it takes no place from what was said of that day.
  for (const turn of turns)
    if (turn.says.side !== null && !turn.implied) last.set(campOf(ground, turn.says.side), turn);
  return (camp) =>
    [...last]
      .filter(([other]) => other !== camp)
      .map(([, turn]) => turn)
      .sort(byTurn)
      .at(-1);
};

/** Whether a later turn, or its own side's later admission, has taken a statement's place. */
export const findSuperseded = ({ view, structure }: Question): ((one: Statement) => boolean) => {
  const { ground } = view.prepared;
  const { turns, live } = structure.chain;
  const lastAgainst = lastTurns(ground, turns);
  const newest = live?.support.findLast(({ says }) => says.what !== 'planned');
  return (one) => {
    const { what, side } = one.says;
    const granted = live !== null && live.by === one.camp && newest !== undefined && isSaidAfter(newest, one);
    // A denial is of its day: a turn to the side it denied, of a later day, is another event, to be denied anew.
    if (what === 'not' && side !== null) {
      const camp = campOf(ground, side);
      const again = turns.some(
        (turn) => !turn.implied && turn.day > one.until && campOf(ground, turn.says.side ?? '') === camp,
      );
      return granted || (again && !isCamp(ground, side, one.camp));
    }
    if (what !== 'has' || side === null) return granted;
    const turn = lastAgainst(campOf(ground, side));
    const turned = turn !== undefined && byTurn(turn, one) > 0 && turn.day >= one.until;
    return turned || (granted && isCamp(ground, side, one.camp));
  };
};

/** Claims and same-proposition answers by another side within the hours of 2, both standing on the day. */
export const findPairs = (question: Question): readonly Pair[] => {
  const isSuperseded = findSuperseded(question);
  const { day } = question.view;
  return allPairs(question.view).filter(
    ({ claim, opposed }) =>
      claim.day <= day &&
      opposed.day <= day &&
      isLive(question, claim, 'confirmed') &&
      !isSuperseded(claim) &&
      !isSuperseded(opposed),
  );
};

export const findDisputed: StatusRule = (question) => {
  const pairs = findPairs(question).filter(
    ({ claim, opposed }) => isLive(question, claim, 'disputed') && isLive(question, opposed, 'disputed'),
  );
  if (pairs.length === 0) return null;
  const support = [...new Set(pairs.map(({ claim }) => claim))];
  const opposed = [...new Set(pairs.map((pair) => pair.opposed))];
  const against = [...new Set([...sidesIn(support), ...opposed.map(partyOf)])].sort();
  return { status: 'disputed', holder: null, rule: 'disputed', support, opposed, against };
};

/** A claim's opponents: other parties with a live claim of their own, of which no later turn has taken the place. */
export const liveOpponents = (question: Question, holder: string): readonly Statement[] => {
  const isSuperseded = findSuperseded(question);
  return question.view.core.filter(
    (one) =>
      isMain(one) &&
      isHolding(one) &&
      one.party &&
      isLive(question, one, 'claimed') &&
      !isCamp(groundIn(question), one.says.side, holder) &&
      !isSuperseded(one),
  );
};
