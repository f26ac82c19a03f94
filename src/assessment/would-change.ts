// What would change an answer, found by trying: words that could be said that day, and silence from then on.
// Invariant: nothing is told that was not tried; at most seven trials a cell, each a whole assessment with its words added.
import type { SideId } from '../model/actor.ts';
import type { Cell, Evidence, Moment } from '../model/control.ts';
import { type Day, dayIn } from '../model/time.ts';
import type { Listening } from './coverage.ts';
import { campOf, type Ground, limitDays, mainOpponent, sideOf } from './ground.ts';
import { dayFrom, dayNumber } from './statements.ts';
import {
  admission,
  denial,
  type Occasion,
  ownClaim,
  supposedEvidence,
  thirdParty,
  type Word,
} from './supposed-evidence.ts';
import { prepare } from './view.ts';
import { sideName } from './voice-names.ts';
import { type DayState, eventDays, stateOn, walk } from './walk.ts';
import { NOTHING_WOULD, type Outcome, sentenceOf, silenceSentence } from './would-change-words.ts';

export const SUPPOSALS = ['third-party', 'third-parties', 'admission', 'denial', 'claim', 'silence'] as const;
export type Supposal = (typeof SUPPOSALS)[number];

export interface WouldChange {
  /** Any of these would do; empty where nothing that was tried would. */
  readonly by: readonly Supposal[];
  readonly to: Outcome;
  /** From which day on, where time alone does it; else null: at once. */
  readonly from: Day | null;
  readonly sentence: string;
}

export interface ChangeAsked {
  readonly cell: Cell;
  readonly moment: Moment;
  readonly heard: Listening;
}

interface Trial {
  readonly by: Supposal;
  readonly words: readonly Word[];
  readonly says: string;
  /** Tried only where this one changed nothing. */
  readonly unless?: Trial;
}

const isSame = (a: Outcome, b: Outcome): boolean => a.status === b.status && a.holder === b.holder;

/** The side that has it, or may have it, and the one that would lose or win by the next word. */
interface Rivals {
  readonly focus: SideId;
  readonly other: SideId;
}

const incumbentOf = (ground: Ground): SideId | null =>
  ground.sides.find(({ role }) => role === 'incumbent')?.id ?? null;

const rivalsOf = (ground: Ground, { verdict }: DayState): Rivals | null => {
  const { status, holder, against, carry, support } = verdict;
  const [first, second] = against;
  if (status === 'disputed' && first !== undefined && second !== undefined) return { focus: first, other: second };
  const isSide = (id: string | null): id is SideId => id !== null && sideOf(ground, id) !== null;
  // Where nobody is said to hold it, it is about whoever left it.
  const left = support.find(({ says }) => says.what === 'lost')?.says.side ?? incumbentOf(ground);
  const focus = isSide(holder) ? holder : left;
  if (focus === null) return null;
  const other = [carry.holder, ...against, mainOpponent(ground, focus)].find(
    (id): id is SideId => isSide(id) && campOf(ground, id) !== campOf(ground, focus),
  );
  return other === undefined ? null : { focus, other };
};

const trialsFor = (ground: Ground, { focus, other }: Rivals, { status }: Outcome): readonly Trial[] => {
  const name = (side: SideId): string => sideName(ground, side);
  const third = (holder: SideId): Trial => {
    const says = `an independent third party on record that gives it to ${name(holder)}`;
    return { by: 'third-party', words: [thirdParty(holder)], says };
  };
  const thirds = (holder: SideId): Trial => {
    const says = `two independent third parties on record that give it to ${name(holder)}`;
    return { by: 'third-parties', words: [thirdParty(holder), thirdParty(holder)], says, unless: third(holder) };
  };
  const admits = (loser: SideId, holder: SideId): Trial => ({
    ...{ by: 'admission', words: [admission(loser, holder)] },
    says: `an admission by ${name(loser)} that ${name(holder)} has it`,
  });
  const denies: Trial = { by: 'denial', words: [denial(other, focus)], says: `a denial by ${name(other)}` };
  const claims: Trial = { by: 'claim', words: [ownClaim(other)], says: `a claim to it by ${name(other)}` };
  if (status === 'disputed') return [third(focus), third(other), admits(other, focus), admits(focus, other)];
  if (status === 'claimed')
    return [third(focus), thirds(focus), admits(other, focus), denies, third(other), admits(focus, other)];
  if (status === 'confirmed') return [third(other), thirds(other), admits(focus, other), denies, claims];
  return [third(other), thirds(other), admits(focus, other), claims, third(focus), admits(other, focus)];
};

interface Tried {
  readonly trial: Trial;
  readonly to: Outcome;
}

/** All words that lead to one outcome make one sentence, in the order in which they were tried. */
const joined = (ground: Ground, tried: readonly Tried[]): readonly WouldChange[] =>
  [...Map.groupBy(tried, ({ to }) => `${to.status} ${to.holder}`).values()].flatMap((group): WouldChange[] => {
    const [first] = group;
    if (first === undefined) return [];
    const sentence = sentenceOf(
      ground,
      group.map(({ trial }) => trial.says),
      first.to,
    );
    return [{ by: [...new Set(group.map(({ trial }) => trial.by))], to: first.to, from: null, sentence }];
  });

/** Whether a piece says anything of a day after this one. */
const isLater = (ground: Ground, on: Day, { claim, report }: Evidence): boolean =>
  (claim.when.latest ?? dayIn(report.known, ground.timezone)) > on;

/** The day on which the status lapses or turns by itself, if nobody speaks after the day asked about. */
const bySilence = (
  ground: Ground,
  { cell, moment, heard }: ChangeAsked,
  { evidence, now }: { readonly evidence: readonly Evidence[]; readonly now: Outcome },
): WouldChange | null => {
  const until = evidence.filter((one) => !isLater(ground, moment.on, one));
  const prepared = prepare(ground, { cell, heard }, until);
  const day = dayNumber(moment.on);
  const { days, lookAheadDays } = ground.parameters;
  const horizon = day + limitDays(ground, days.confirmed) + lookAheadDays + 1;
  const asked = [...new Set([...eventDays(prepared, horizon), day])].sort((a, b) => a - b);
  for (const state of walk(prepared, asked)) {
    if (state.day < day) continue;
    const { status, holder } = state.verdict;
    if (isSame(state.verdict, now)) continue;
    if (state.day === day) return null;
    const from = dayFrom(state.day);
    const sentence = silenceSentence(ground, { status, holder }, from);
    return { by: ['silence'], to: { status, holder }, from, sentence };
  }
  return null;
};

/** In the order in which they are worth a call: what would confirm, what would turn it, and when it lapses; at most four. */
export const findWouldChange = (
  ground: Ground,
  asked: ChangeAsked,
  evidence: readonly Evidence[],
): readonly WouldChange[] => {
  const { cell, moment, heard } = asked;
  const day = dayNumber(moment.on);
  const outcomeWith = (more: readonly Evidence[]): DayState =>
    stateOn(prepare(ground, { cell, heard }, [...evidence, ...more]), day);
  const state = outcomeWith([]);
  const { status, holder } = state.verdict;
  const now = { status, holder };
  const rivals = rivalsOf(ground, state);
  const occasion: Occasion = { ground, cell, on: moment.on };
  const tried: Tried[] = [];
  for (const trial of rivals === null ? [] : trialsFor(ground, rivals, now)) {
    if (tried.some((one) => one.trial.says === trial.unless?.says)) continue;
    const { verdict } = outcomeWith(trial.words.map((word, nth) => supposedEvidence(occasion, nth, word)));
    const to = { status: verdict.status, holder: verdict.holder };
    if (!isSame(to, now)) tried.push({ trial, to });
  }
  const silence = bySilence(ground, asked, { evidence, now });
  const changes = [...joined(ground, tried).slice(0, 3), ...(silence === null ? [] : [silence])];
  return changes.length > 0 ? changes : [{ by: [], to: now, from: null, sentence: NOTHING_WOULD }];
};
