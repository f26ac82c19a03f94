// Statements as weighed marks on days: one assertion once, its turn in its place, its side's second voice for half (E7, E16, E24, 5.5).
// Invariant: the order of arrival changes nothing; a copy or a repeat adds nothing.

import { isCampaign } from './campaigns.ts';
import { findComplements } from './find-complements.ts';
import { campOf, type Ground } from './ground.ts';
import { assertionsOf, speakerKey } from './independence.ts';
import { directionOf, type Mark, type Marking, markOf, presenceOf, weightOf } from './marks.ts';
import { isMain } from './opposition.ts';
import { byTurn, dayNumber, type Statement } from './statements.ts';

export interface Weighed {
  readonly statement: Statement;
  readonly mark: Mark;
  /** After every factor, of each of its days. */
  readonly weight: number;
  /** The same, were it the only voice of its side in its direction (5.5). */
  readonly alone: number;
  /** Days (numbers) that it is evidence for, both inclusive. */
  readonly from: number;
  readonly until: number;
  /** One of so many claims of its side that day that they count half (15). */
  readonly campaign: boolean;
}

const sayKey = ({ says, evidence }: Statement): string => `${evidence.report.family}|${says.what}|${says.side}`;

/** E10: an outlet that says what its own report attributes adds no voice. */
const dropEchoes = (statements: readonly Statement[]): readonly Statement[] => {
  const isOutlet = ({ claim }: Statement): boolean => claim.by.voice.class === 'outlet';
  const attributed = new Set(statements.filter((one) => !isOutlet(one)).map(sayKey));
  return statements.filter((one) => !isOutlet(one) || !attributed.has(sayKey(one)));
};

const isSameCamp = (ground: Ground, { says: a }: Statement, { says: b }: Statement): boolean =>
  campOf(ground, a.side ?? '') === campOf(ground, b.side ?? '');

/** E16a: of the turns of one day the last carries its marks on that day, earlier ones to another side the day before. */
const findTurnDays = (ground: Ground, statements: readonly Statement[]): ((one: Statement) => number) => {
  const last = new Map<number, Statement>();
  // One voice's turns stand together here, whenever they were: the order of turns is another.
  for (const one of statements.filter((each) => each.turn && isMain(each)).toSorted(byTurn)) last.set(one.until, one);
  return (one) => {
    const turn = last.get(one.until);
    const earlier = one.turn && isMain(one) && turn !== undefined && !isSameCamp(ground, turn, one);
    return earlier ? one.until - 1 : one.until;
  };
};

/**
 * E16, E16a: fighting that began before the day on which its own teller says who took the place, or that it was lost, is
 * of the day before: the turn ended it.
 */
const findFightDays = (statements: readonly Statement[]): ((one: Statement) => boolean) => {
  const keyOf = (one: Statement): string => [one.evidence.report.family, speakerKey(one), one.until].join('|');
  const isTurn = (one: Statement): boolean => isMain(one) && !one.implied && (one.turn || one.says.what === 'lost');
  const turned = new Set(statements.filter(isTurn).map(keyOf));
  return (one) => {
    const { earliest } = one.claim.when;
    const began = earliest !== null && !one.bounded && dayNumber(earliest) < one.until;
    return began && isMain(one) && !one.partial && one.says.what === 'inside' && turned.has(keyOf(one));
  };
};

interface Interval {
  readonly from: number;
  readonly until: number;
  readonly share: number;
}

/** E16: a holding speaks of each of its days, E24: an undated report of its bounds; a turn of the end of its interval. */
const intervalOf = (one: Statement, { first, day }: { readonly first: number; readonly day: number }): Interval => {
  const { earliest } = one.claim.when;
  const begins = one.bounded ? (earliest === null ? first : dayNumber(earliest)) : Math.min(one.day, day);
  const from = Math.min(Math.max(begins, first), Math.max(day, first));
  const length = Math.max(day, first) - from + 1;
  return { from, until: Math.max(day, first), share: one.bounded ? 1 / length : 1 / Math.sqrt(length) };
};

/** E7: a denial that answers only the first claim, where others had already said the same, weighs less. */
const findDenialShare = ({ ground }: Marking, statements: readonly Statement[]): ((one: Statement) => number) => {
  const byId = new Map(statements.map((one) => [one.claim.id, one]));
  return (one) => {
    const answered = one.claim.answers === null ? undefined : byId.get(one.claim.answers);
    if (answered === undefined || !(one.denial || one.says.what === 'repulse')) return 1;
    const newer = statements.some(
      ({ says, said, side, implied }) =>
        !implied &&
        says.what === answered.says.what &&
        says.side === answered.says.side &&
        side !== answered.side &&
        said > answered.said &&
        said < one.said,
    );
    return newer ? ground.parameters.weights.denialFirstOnly : 1;
  };
};

/** 14.5: who says that his side has the place takes nothing from that by saying that it is in it, or has ground of it. */
const findOwnPresence = ({ ground }: Marking, weighed: readonly Weighed[]): ReadonlySet<Weighed> => {
  const own = weighed.filter(
    ({ statement: { party, says, camp, rumour } }) =>
      party && !rumour && says.side !== null && campOf(ground, says.side) === camp,
  );
  const keyOf = ({ statement, until }: Weighed): string => `${statement.camp} ${until}`;
  const whole = new Set(own.filter(({ statement }) => isMain(statement) && statement.says.what === 'has').map(keyOf));
  const isPart = ({ statement: { says, relation } }: Weighed): boolean =>
    says.what === 'inside' || (says.what === 'has' && ['near', 'inside', 'part'].includes(relation.as));
  return new Set(own.filter((one) => isPart(one) && whole.has(keyOf(one))));
};

/** 5.5: within a day and the day before it, the j-th voice of one side in one direction gets 0.5^(j−1), by weight. */
export const damp = (marking: Marking, weighed: readonly Weighed[]): readonly Weighed[] => {
  const next = marking.ground.parameters.weights.sameSideNext;
  const silent = findOwnPresence(marking, weighed);
  const heard = weighed.filter((one) => !silent.has(one));
  const groups = Map.groupBy(heard, ({ statement, mark }) => `${statement.camp}|${directionOf(marking, mark)}`);
  const factors = new Map<Weighed, number>();
  for (const group of groups.values()) {
    const heavier = new Map<number, number>();
    const on = (day: number): number => heavier.get(day) ?? 0;
    for (const one of group.toSorted((a, b) => b.alone - a.alone || a.until - b.until)) {
      factors.set(one, next ** (on(one.until) + on(one.until - 1)));
      heavier.set(one.until, on(one.until) + 1);
    }
  }
  return weighed.map((one) => ({ ...one, weight: one.alone * (factors.get(one) ?? 0) }));
};

/** What a cell's statements, without copies and in the order of their turns, are worth; `first` is the series' first day. */
export const weighStatements = (
  marking: Marking,
  statements: readonly Statement[],
  first: number,
): readonly Weighed[] => {
  const marked = dropEchoes(statements.filter((one) => markOf(marking, one) !== null));
  const voices = assertionsOf(marking.ground, marked).map((assertion) => assertion.first);
  const told = voices.filter(({ rumour }) => !rumour);
  const turnDayOf = findTurnDays(marking.ground, told);
  const isBeforeTurn = findFightDays(marked);
  const dayOf = (one: Statement): number => (isBeforeTurn(one) ? one.until - 1 : turnDayOf(one));
  const denialShare = findDenialShare(marking, marked);
  const weigh = (statement: Statement, mark: Mark | null): readonly Weighed[] => {
    if (mark === null) return [];
    const { from, until, share } = intervalOf(statement, { first, day: dayOf(statement) });
    const campaign = isCampaign(marking.ground, marking.campaigns, statement);
    const damped = campaign ? marking.ground.parameters.campaigns.weight : 1;
    const weight = weightOf(marking, statement, mark) * share * denialShare(statement) * damped;
    return [{ statement, mark, weight, alone: weight, from, until, campaign }];
  };
  // E11a: beside what its scope is worth, each of two complementary claims says that both are there.
  const both = findComplements(marking.ground, voices).filter((one) => markOf(marking, one)?.name !== 'clash-inside');
  const own = voices.flatMap((one) => weigh(one, markOf(marking, one)));
  return damp(marking, [...own, ...both.flatMap((one) => weigh(one, presenceOf(marking, one)))]);
};
