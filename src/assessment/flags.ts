// The flags of an assessment (control-method section 2): what a reader must know beside the status.
// Invariant: flags follow from the verdict and the statements in view; none of them changes the status.
import { FLAGS, type Flag } from '../model/control.ts';
import { campOf, limitDays } from './ground.ts';
import { voicesOf } from './independence.ts';
import { contradicts, isMain } from './opposition.ts';
import type { Statement } from './statements.ts';
import { denialsOf } from './structure.ts';
import type { DayState } from './walk.ts';

type FlagRule = (state: DayState) => boolean;

const settled = ({ verdict }: DayState): boolean => verdict.status === 'confirmed' || verdict.status === 'claimed';

/** Statements in view that speak for the holder of the verdict: that he has the cell, or that another lost it. */
const forHolder = ({ verdict, view }: DayState): readonly Statement[] => {
  const { holder, support } = verdict;
  if (holder === null || holder === 'none') return [];
  const { ground } = view.prepared;
  const first = Math.min(...support.map(({ day }) => day));
  const speaks = ({ says }: Statement): boolean => {
    if (says.side === null) return false;
    const same = campOf(ground, says.side) === campOf(ground, holder);
    return says.what === 'has' ? same : says.what === 'lost' && !same;
  };
  const around = view.core.filter((one) => isMain(one) && !one.rumour && !one.implied && one.day >= first);
  return [...new Set([...support, ...around])].filter((one) => !one.implied && speaks(one));
};

const isDenied: FlagRule = ({ verdict, view }) => {
  if (verdict.status === 'disputed' || verdict.opposed.some(({ says }) => says.what !== 'out')) return true;
  const { proof } = verdict;
  return verdict.status === 'confirmed' && proof !== null && denialsOf(view, proof).length > 0;
};

const isSingle: FlagRule = (state) => {
  if (!settled(state)) return false;
  const voices = voicesOf(forHolder(state));
  return [...voices.values()].reduce((sum, count) => sum + count, 0) <= 1;
};

/** Several reports, and all that speak for the holder are members of one family: one story in many papers. */
const isCopyOnly: FlagRule = (state) => {
  if (!settled(state)) return false;
  const told = forHolder(state);
  const [family, ...others] = new Set(told.map(({ evidence }) => evidence.report.family));
  if (family === undefined || others.length > 0) return false;
  const repeats = ({ evidence, says, day }: Statement): boolean =>
    evidence.report.family === family &&
    day <= state.day &&
    told.some((one) => one.says.what === says.what && one.says.side === says.side);
  return state.view.prepared.copies.some(repeats);
};

const isBesieged: FlagRule = ({ verdict, view }) =>
  verdict.status !== 'disputed' &&
  verdict.holder !== null &&
  verdict.holder !== 'none' &&
  view.core.some(
    (one) =>
      one.says.what === 'siege' &&
      isMain(one) &&
      !one.rumour &&
      one.until >= (verdict.carry.changed ?? one.until) &&
      view.day - one.until <= limitDays(view.prepared.ground, view.prepared.ground.parameters.days.threatened) &&
      one.says.side !== null &&
      campOf(view.prepared.ground, one.says.side) !== campOf(view.prepared.ground, verdict.holder ?? ''),
  );

const entryDisputed: FlagRule = ({ verdict, view }) => {
  const { ground } = view.prepared;
  const limit = limitDays(ground, ground.parameters.days.contested);
  const near = view.core.filter((one) => (isMain(one) || one.relation.as === 'part') && view.day - one.until <= limit);
  const enters = near.some((one) => one.says.what === 'inside' && one.claim.kind === 'entry' && !one.rumour);
  const denies = near.some((one) => one.says.what === 'out');
  return enters && denies && ['contested', 'threatened', 'undetermined'].includes(verdict.status);
};

const isQuick: FlagRule = (state) => {
  const { verdict, view, day } = state;
  if (!settled(state)) return false;
  const { ground } = view.prepared;
  const { quickReversalDays } = ground.parameters;
  const first = forHolder(state)[0]?.day ?? day;
  const holder = verdict.holder ?? '';
  return verdict.chain.turns.some(
    ({ says, day: turned, implied }) =>
      !implied &&
      says.side !== null &&
      turned <= first &&
      first - turned <= quickReversalDays &&
      contradicts(ground, { says } as Statement, holder),
  );
};

/** What each flag asks of the state, in the order in which flags are printed. */
export const FLAG_RULES: Readonly<Record<Flag, FlagRule>> = {
  denied: isDenied,
  stale: ({ verdict }) => verdict.stale,
  partial: ({ verdict }) => verdict.support.some(({ partial }) => partial),
  besieged: isBesieged,
  singleSource: isSingle,
  copyOnly: isCopyOnly,
  baselineOnly: ({ view }) => view.core.length === 0,
  modelDoubts: ({ verdict, view, day }) => {
    const { belief, ground } = view.prepared;
    const { holder, status, proof } = verdict;
    if (status !== 'confirmed' || proof?.rule !== 'S1' || holder === null || belief === null) return false;
    return belief.share(campOf(ground, holder), day) < ground.parameters.bars.confirmEnter;
  },
  entryDisputed,
  tacticalRetreatClaimed: (state) => state.verdict.support.some(({ claim }) => claim.tactical),
  quickReversal: isQuick,
  thirdPartyStake: (state) =>
    [...state.verdict.support, ...forHolder(state)].some(
      ({ claim, party }) => !party && claim.by.voice.class === 'third-party' && claim.by.voice.stake,
    ),
  undatedReport: ({ verdict }) => verdict.support.some(({ bounded }) => bounded),
  scopeBorrowed: ({ verdict: { borrowed, support } }) =>
    borrowed || (support.length > 0 && support.every((one) => !isMain(one) && one.relation.as !== 'part')),
};

export const flagsOf = (state: DayState): readonly Flag[] => FLAGS.filter((flag) => FLAG_RULES[flag](state));
