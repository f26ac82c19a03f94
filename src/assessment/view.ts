// What a day can be decided from: the statements known, without copies, cut at the day and split where reports split the cell.
// Invariant: a copy adds nothing; the same claims in any order give the same statements, day by day.
import type { SideId } from '../model/actor.ts';
import type { ClaimId } from '../model/claim.ts';
import type { Cell, Evidence } from '../model/control.ts';
import type { Contest } from './admissions.ts';
import { type Belief, believe } from './belief.ts';
import type { Listening } from './coverage.ts';
import { baselineHolder, campOf, type Ground, mainOpponent, sideOf } from './ground.ts';
import { isCircular, speakerKey } from './independence.ts';
import { dropKnownLosses, putLossesFirst } from './known-losses.ts';
import { indexClaims, isMain } from './opposition.ts';
import { type Parted, setApart } from './set-apart.ts';
import { byTurn, type Statement, statementsOf } from './statements.ts';

export interface Prepared {
  readonly ground: Ground;
  readonly cell: Cell;
  /** In the order of their turns. */
  readonly statements: readonly Statement[];
  /** The same as reports split the cell from day to day. */
  readonly parted: Parted;
  readonly copies: readonly Statement[];
  /** A map's own word, which counts for nothing (5.7). */
  readonly circular: readonly Statement[];
  readonly claims: ReadonlyMap<ClaimId, Statement>;
  readonly contest: Contest;
  readonly baseline: SideId | null;
  /** Null in a theatre without an incumbent or a challenger. */
  readonly belief: Belief | null;
}

export interface View {
  readonly prepared: Prepared;
  readonly day: number;
  /** All statements of the cell as the day splits it, whatever their day. */
  readonly all: readonly Statement[];
  /** Said of this day or an earlier one. */
  readonly core: readonly Statement[];
  /** Said of one of the next days (at most `lookAheadDays`): it may support or deny, it opens no turn. */
  readonly ahead: readonly Statement[];
}

const copyKey = (one: Statement): string =>
  [
    ...[one.evidence.report.family, speakerKey(one), one.says.what, one.says.side, one.claim.kind, one.claim.polarity],
    ...[one.claim.modality, one.claim.place.id, one.claim.scope, one.day, one.implied],
  ].join('|');

const isOutBefore = (a: Statement, b: Statement): boolean => {
  const [out, other] = [a.evidence.report.known, b.evidence.report.known];
  return out === other ? a.said < b.said : out < other;
};

/** Of what the members of one family tell alike, the first to be out counts. */
const dropCopies = (all: readonly Statement[]): { kept: readonly Statement[]; copies: readonly Statement[] } => {
  const first = new Map<string, Statement>();
  for (const one of all) {
    const known = first.get(copyKey(one));
    if (known === undefined || isOutBefore(one, known)) first.set(copyKey(one), one);
  }
  const isCopy = (one: Statement): boolean => first.get(copyKey(one))?.evidence.report.id !== one.evidence.report.id;
  return { kept: all.filter((one) => !isCopy(one)), copies: all.filter(isCopy) };
};

const NAMING = ['has', 'inside', 'siege', 'threat', 'repulse', 'attack'];

/** E13a: the one side that the report or the cell's last days name; where none is named, the loser's one opponent. */
const findTaker = (ground: Ground, all: readonly Statement[], loss: Statement): SideId | null => {
  const loser = loss.says.side;
  if (loser === null || !(loss.implied || loss.claim.kind === 'loss')) return null;
  const from = loss.day - ground.parameters.namedDays;
  const named = all.flatMap(({ says, day, rumour, evidence }) => {
    if (says.side === null || rumour || !NAMING.includes(says.what)) return [];
    const near = (day >= from && day <= loss.day) || evidence.report.id === loss.evidence.report.id;
    return near && campOf(ground, says.side) !== campOf(ground, loser) ? [says.side] : [];
  });
  const camps = new Set(named.map((side) => campOf(ground, side)));
  if (camps.size === 0) return mainOpponent(ground, loser);
  return camps.size === 1 ? (named.at(-1) ?? null) : null;
};

const findRivals = (ground: Ground, all: readonly Statement[], baseline: SideId | null): ReadonlySet<string> => {
  const main = ground.sides.filter(({ role }) => role === 'incumbent').map(({ id }) => id);
  const challenger = ground.sides.find(({ role }) => role === 'challenger');
  const own = all.filter(
    ({ says, camp, party }) => party && says.what === 'has' && says.side !== null && campOf(ground, says.side) === camp,
  );
  const ids = [...main, challenger?.id ?? null, baseline, ...own.map(({ camp }) => camp)];
  return new Set(ids.flatMap((id) => (id !== null && sideOf(ground, id) !== null ? [campOf(ground, id)] : [])));
};

/** Camps that have states of their own here (7.1): the rivals, and whoever is said to have the cell or to be inside it. */
const findContenders = (
  ground: Ground,
  all: readonly Statement[],
  rivals: ReadonlySet<string>,
): ReadonlySet<string> => {
  const told = all.flatMap((one) => {
    const { what, side } = one.says;
    return isMain(one) && (what === 'has' || what === 'inside') && side !== null ? [campOf(ground, side)] : [];
  });
  return new Set([...rivals, ...told]);
};

/** A bare loss whose taker is plain says who has it (E13a): it is a statement of a holder like any capture. */
const nameTaker = (ground: Ground, all: readonly Statement[], one: Statement): Statement => {
  const taker = one.says.what === 'lost' ? findTaker(ground, all, one) : null;
  return taker === null ? one : { ...one, says: { what: 'has', side: taker }, turn: true };
};

/** A denial that answers a claim is about the day of that claim, whenever it was made. */
const dateAnswer = (claims: ReadonlyMap<ClaimId, Statement>, one: Statement): Statement => {
  const answered = one.claim.answers === null ? undefined : claims.get(one.claim.answers);
  const answering = one.denial || one.claim.kind === 'hold';
  if (answered === undefined || !answering || one.implied || answered.day >= one.day) return one;
  return { ...one, day: answered.day };
};

/** A cell, and how well its province was listened to. */
export interface Heard {
  readonly cell: Cell;
  readonly heard: Listening;
}

/** Everything about a cell that does not depend on the day. */
export const prepare = (ground: Ground, { cell, heard }: Heard, evidence: readonly Evidence[]): Prepared => {
  const told = statementsOf(ground, cell, evidence);
  const circular = told.filter((one) => isCircular(ground, one.evidence));
  const all = circular.length === 0 ? told : told.filter((one) => !circular.includes(one));
  const claims = indexClaims(all);
  const dated = all.map((one) => dateAnswer(claims, one));
  const { kept: once, copies } = dropCopies(putLossesFirst(ground, dated).toSorted(byTurn));
  const kept = dropKnownLosses(ground, once);
  const baseline = baselineHolder(ground, ground.baselines[0], cell.place);
  const statements = kept.map((one) => nameTaker(ground, kept, one));
  const parted = setApart(ground, cell, statements);
  const rivals = findRivals(ground, statements, baseline);
  const contenders = findContenders(ground, statements, rivals);
  return {
    ...{ ground, cell, statements, parted, copies, circular, baseline, claims },
    contest: { ground, rivals },
    // For the model, a statement is of the cell as reports split it on its own day.
    belief: believe(
      ground,
      { cell, heard, contenders },
      statements.map((one, at) => parted.on(one.until)[at] ?? one),
    ),
  };
};

/** How many statements are of this day or an earlier one. */
const countUntil = (statements: readonly Statement[], day: number): number => {
  let [low, high] = [0, statements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.day ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The statements that a day can be decided from. */
export const viewOf = (prepared: Prepared, day: number): View => {
  const { lookAheadDays } = prepared.ground.parameters;
  const statements = prepared.parted.on(day);
  // In the order of their days: cut, not sifted, since every day of a walk asks.
  const until = countUntil(statements, day);
  const core = statements.slice(0, until);
  const ahead = statements.slice(until, countUntil(statements, day + lookAheadDays));
  return { prepared, day, all: statements, core, ahead };
};
