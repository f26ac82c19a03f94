// The words in which one day of a cell is decided: what is asked, what a rule finds, what goes on to the next day.
// Invariant: a verdict keeps the very statements that earned it, so that every status opens to its sentences.
import type { SideId } from '../model/actor.ts';
import type { Status } from '../model/control.ts';
import type { Chain } from './admissions.ts';
import { campOf, type Ground, limitDays } from './ground.ts';
import { isMain } from './opposition.ts';
import type { Statement } from './statements.ts';
import type { Proof, Structure } from './structure.ts';
import type { View } from './view.ts';

export type Holder = SideId | 'none' | null;

/** What the days before left behind: who had the cell last, and whether it was threatened (hysteresis). */
export interface Carry {
  readonly holder: Holder;
  /** The day the holder last changed; null before the first change. */
  readonly changed: number | null;
  /** The last day on which a holder was confirmed. */
  readonly settled: number | null;
  readonly threatened: boolean;
  readonly contested: boolean;
  /** Who was confirmed on the day before; null where nobody was. */
  readonly confirmed: Holder;
}

export interface Question {
  readonly view: View;
  readonly carry: Carry;
  readonly structure: Structure;
}

/** What a status rule finds. */
export interface Found {
  readonly status: Status;
  readonly holder: Holder;
  /** S1–S4, E13, E13a, or the status itself. */
  readonly rule: string;
  /** The statements that earn the status, and those that stand against it. */
  readonly support: readonly Statement[];
  readonly opposed: readonly Statement[];
  readonly against: readonly SideId[];
  readonly borrowed?: boolean;
}

export type StatusRule = (question: Question) => Found | null;

export interface Verdict extends Required<Found> {
  readonly stale: boolean;
  readonly proof: Proof | null;
  readonly chain: Chain;
  /** What the days before left, as this day reads it. */
  readonly carry: Carry;
}

export const groundIn = ({ view }: Question): Ground => view.prepared.ground;

/** Whether a side is of the holder's camp. */
export const isCamp = (ground: Ground, side: string | null, holder: Holder): boolean =>
  side !== null && holder !== null && holder !== 'none' && campOf(ground, side) === campOf(ground, holder);

/** Whether a statement is young enough to bear a status (section 2, stale limits). */
export const isLive = ({ view }: Question, one: Statement, status: Exclude<Status, 'undetermined'>): boolean => {
  const { ground } = view.prepared;
  return view.day - one.until <= limitDays(ground, ground.parameters.days[status]);
};

export const sidesIn = (statements: readonly Statement[]): readonly SideId[] =>
  [...new Set(statements.flatMap(({ says }) => (says.side === null ? [] : [says.side])))].sort();

/** Somebody's actual word that a side has the cell. */
export const isHolding = (one: Statement): boolean =>
  one.says.what === 'has' && one.says.side !== null && !one.rumour && !one.implied;

/** Same scope, or borrowed by a row of 4.1 that may earn `claimed`. */
export const earns = (one: Statement): boolean =>
  isMain(one) || one.relation.as === 'claim' || one.relation.earns === true;

/** The side that a statement stands for: the holder it names, else its speaker's. */
export const partyOf = ({ says, side }: Statement): SideId =>
  says.what === 'has' && says.side !== null ? says.side : side;

export const opponentsOf = (ground: Ground, holder: Holder, statements: readonly Statement[]): readonly SideId[] =>
  [...new Set(statements.map(partyOf))].filter((side) => !isCamp(ground, side, holder)).sort();

/** P(side's camp holds) on the day of the question; null where the theatre has no model. */
export const shareOf = ({ view }: Question, side: Holder): number | null => {
  const { belief, ground } = view.prepared;
  if (belief === null || side === null || side === 'none') return null;
  return belief.share(campOf(ground, side), view.day);
};
