// Admissions (S1) and implied admissions (S4): what a side said against itself, turn by turn, and what ended it.
// Invariant: the newest admission stands; it ends when its speaker's side, or a third party on record, says it has the place again.
import type { SideId } from '../model/actor.ts';
import { campOf, type Ground } from './ground.ts';
import { isMain, isSaidAfter } from './opposition.ts';
import type { Statement } from './statements.ts';

export interface Admission {
  readonly rule: 'S1' | 'S4';
  /** The camp that admits its loss. */
  readonly by: string;
  /** Who has it by their own word; null while nobody is named (E13a). */
  readonly holder: SideId | null;
  readonly support: readonly Statement[];
}

export interface Chain {
  readonly live: Admission | null;
  /** The last admission that was taken back, and the day of that. */
  readonly ended: { readonly admission: Admission; readonly day: number } | null;
  /** Statements that changed the cell's turn: what was said of an earlier turn does not speak of this one. */
  readonly turns: readonly Statement[];
}

export interface Contest {
  readonly ground: Ground;
  /** Camps whose own word here is a party's: the incumbent, the challenger, and who else claims the cell. */
  readonly rivals: ReadonlySet<string>;
}

interface Admitted {
  readonly rule: 'S1' | 'S4';
  readonly holder: SideId | null;
}

/** Whether a side says against itself that it lost the place, and by which rule. */
export const concedes = (contest: Contest, one: Statement): Admitted | null => {
  const { what, side } = one.says;
  if (side === null || one.rumour || one.undated || one.anonymous) return null;
  const rule = one.onRecord && !one.implied && what !== 'planned' ? 'S1' : 'S4';
  const own = campOf(contest.ground, side) === one.camp;
  if (what === 'has' && !own) return one.onRecord ? { rule, holder: side } : null;
  const loses = what === 'lost' || what === 'planned' || what === 'not';
  return own && loses ? { rule, holder: null } : null;
};

/** Not said before the other: in one report a speaker tells of one day after another, whenever each was said. */
const isNoEarlier = (one: Statement, other: Statement): boolean =>
  one.evidence.report.id === other.evidence.report.id ? one.until >= other.until : !isSaidAfter(other, one);

/** A turn of a later day, or of a day that an admission speaks of and not told before that. */
const isTurnAfter = (one: Statement, { support }: Admission): boolean =>
  support.every((admitted) => one.day > admitted.until || isNoEarlier(one, admitted));

/** Said later (S1): of a later day and not before the admission, which speaks of every day of its interval (E16). */
const isWordAfter = (one: Statement, { support }: Admission): boolean =>
  support.every((admitted) => one.until > admitted.until && isNoEarlier(one, admitted));

/** A third party on record says later that the side which admitted its loss has the place, or that the other left it. */
const isContradicted = ({ ground }: Contest, admission: Admission, one: Statement): boolean => {
  const { what, side } = one.says;
  if (side === null || one.implied || one.claim.by.voice.class !== 'third-party' || !one.onRecord) return false;
  const { by, holder, support } = admission;
  const left = what === 'lost' && holder !== null && campOf(ground, side) === campOf(ground, holder);
  if (!left && (what !== 'has' || campOf(ground, side) !== by)) return false;
  if (one.turn || left) return isTurnAfter(one, admission);
  return isWordAfter(one, admission) || support.every((admitted) => isSaidAfter(one, admitted));
};

/** Whether a statement ends an admission: its own side has the place again, or a third party on record says so. */
const ends = (contest: Contest, admission: Admission, one: Statement): boolean => {
  if (one.rumour) return false;
  if (!contest.rivals.has(one.camp)) return isContradicted(contest, admission, one);
  const { what, side } = one.says;
  const { by } = admission;
  if (one.camp !== by || what !== 'has' || side === null || campOf(contest.ground, side) !== by) return false;
  if (one.turn) return isTurnAfter(one, admission);
  // A denial answers the admission (rule D); only a word of a later day, or a new turn, takes it back.
  return !one.denial && one.claim.answers === null && isWordAfter(one, admission);
};

const admit = (before: Admission | null, admitted: Admitted, one: Statement): Admission => {
  const by = one.camp;
  if (before === null || before.by !== by) return { ...admitted, by, support: [one] };
  // The same side says it again: a bare word takes back neither the taker named before nor the stronger rule.
  const holder = admitted.holder ?? before.holder;
  const rule = before.rule === 'S1' || admitted.rule === 'S1' ? 'S1' : 'S4';
  return { by, rule, holder, support: [...before.support, one] };
};

/** A side cannot lose what nobody ever said it had: it left a place that it was only inside of. */
const neverHeld = (held: ReadonlySet<string>, live: Admission | null, one: Statement): boolean =>
  one.says.what !== 'has' && live?.by !== one.camp && !held.has(one.camp);

/** Whether an admission takes the place of the other side's, which may have been said later of a longer time. */
const stands = (live: Admission | null, one: Statement): boolean =>
  live === null || live.by === one.camp || isTurnAfter(one, live);

/** The end that a word begun before the admission puts to it: a holding is said of its last day too (E16). */
const endedOver = (contest: Contest, live: Admission | null, statements: readonly Statement[]): Statement | null =>
  live === null
    ? null
    : (statements.findLast((one) => one.until > one.day && isMain(one) && ends(contest, live, one)) ?? null);

/** Follows the admissions through the turns; `holder` is who had the cell before the first. */
export const followAdmissions = (contest: Contest, holder: SideId | null, statements: readonly Statement[]): Chain => {
  let live: Admission | null = null;
  let ended: Chain['ended'] = null;
  const held = new Set(holder === null ? [] : [campOf(contest.ground, holder)]);
  const turns: Statement[] = [];
  for (const one of statements) {
    if (!isMain(one)) continue;
    const admitted = one.party && contest.rivals.has(one.camp) ? concedes(contest, one) : null;
    if (admitted !== null && !neverHeld(held, live, one) && stands(live, one)) {
      live = admit(live, admitted, one);
      if (one.turn) turns.push(one);
    } else if (live !== null && ends(contest, live, one)) {
      ended = { admission: live, day: one.day };
      live = null;
      turns.push(one);
    } else if (one.turn && !one.rumour) turns.push(one);
    if (one.says.what === 'has' && one.says.side !== null && !one.rumour)
      held.add(campOf(contest.ground, one.says.side));
  }
  const over = endedOver(contest, live, statements);
  if (live === null || over === null) return { live, ended, turns };
  return { live: null, ended: { admission: live, day: over.until }, turns: [...turns, over] };
};
