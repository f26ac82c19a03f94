// What a source's claims came to, cell by cell (control-method section 6): made, checkable, came true, and their numbers.
// Invariant: nobody checks himself. A claim is held against the words of others, and a boast not against its own camp's boasts.
import type { Source } from '../model/source.ts';
import type { Belief } from './belief.ts';
import { assertionsOf } from './independence.ts';
import { sourceKey, sourceOf } from './interest.ts';
import { leaveOut } from './leave-out.ts';
import { rowOf } from './marks.ts';
import { judgedOn, numberOf } from './number-of.ts';
import { isMain } from './opposition.ts';
import { probabilityOf, type Truth, truthOf } from './propositions.ts';
import { cellOfClaim } from './scopes.ts';
import { spread } from './state-space.ts';
import type { Statement } from './statements.ts';
import type { Prepared } from './view.ts';
import type { Weighed } from './weigh.ts';

export interface Tally {
  readonly made: number;
  readonly checkable: number;
  readonly cameTrue: number;
  /** How many claims have each of the numbers 1 to 6. */
  readonly numbers: readonly number[];
}

/** By source key. */
export type TrackRecord = Readonly<Record<string, Tally>>;

export const NO_TALLY: Tally = { made: 0, checkable: 0, cameTrue: 0, numbers: [0, 0, 0, 0, 0, 0] };

const addTally = (a: Tally, b: Tally): Tally => ({
  made: a.made + b.made,
  checkable: a.checkable + b.checkable,
  cameTrue: a.cameTrue + b.cameTrue,
  numbers: a.numbers.map((count, at) => count + (b.numbers[at] ?? 0)),
});

/** Records of many cells as one. */
export const addRecords = (records: Iterable<TrackRecord>): TrackRecord => {
  const sums = new Map<string, Tally>();
  for (const record of records)
    for (const [key, tally] of Object.entries(record)) sums.set(key, addTally(sums.get(key) ?? NO_TALLY, tally));
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** A claim counts in the one cell that its own place and scope make. */
const isOfCell = ({ cell, ground }: Prepared, { claim, implied }: Statement): boolean => {
  if (implied || claim.place.id === null) return false;
  const own = cellOfClaim(ground.gazetteer, claim.place.id, claim.scope);
  const asked = cellOfClaim(ground.gazetteer, cell.place, cell.scope);
  return own.place === asked.place && own.scope === asked.scope;
};

/** What may not check the claims of a source: its own words in that interest; for a boast, all boasts of its camp. */
const isSelf = (source: Source, camp: string, other: Source & { readonly camp: string }): boolean => {
  if (other.interest !== source.interest) return false;
  if (other.class === source.class && other.side === source.side) return true;
  return source.interest === 'self-serving' && other.camp === camp;
};

/** Whether a mark makes a proposition likelier, or its reverse. */
const speaksFor = ({ marking, space }: Belief, { mark }: Weighed, truth: Truth): boolean => {
  const row = spread(space, rowOf(marking, mark), mark.of);
  const meanWhere = (value: number): number => {
    const among = row.filter((_, state) => truth[state] === value);
    return among.reduce((sum, each) => sum + each, 0) / among.length;
  };
  return meanWhere(1) > meanWhere(0);
};

/**
 * Whether somebody else's word is one about a claim's day. A change of hands tells of its own day: of a claim of the day
 * before it at most that it was right. What is said to be held tells of its days, and of those shortly before them.
 */
const isAbout = (
  { day, came, bearingDays }: { readonly day: number; readonly came: boolean; readonly bearingDays: number },
  { statement, from, until }: Weighed,
): boolean => {
  const change = statement.turn || statement.says.what === 'lost' || statement.implied;
  if (change) return came ? Math.abs(until - day) <= 1 : until === day;
  return from - bearingDays <= day && until >= day;
};

/** A claim as it is judged: when it is true, and the states of its day by the word of others. */
interface Judged {
  readonly belief: Belief;
  readonly others: readonly Weighed[];
  readonly truth: Truth;
  readonly day: number;
  readonly states: Float64Array;
}

/** True, false, or not to be told: p is sure without the source, and somebody else's word about that day says the same. */
const outcomeOf = ({ belief, others, truth, day, states }: Judged): boolean | null => {
  const { cameTrue, cameFalse, bearingDays } = belief.marking.ground.parameters.grading;
  const p = probabilityOf(truth, states);
  if (p < cameTrue && p > cameFalse) return null;
  const came = p >= cameTrue;
  // The start checks nobody, nor does what was said of the days before: they would call every change of hands false.
  const isWitness = (other: Weighed): boolean =>
    other.mark.name !== 'near' &&
    isAbout({ day, came, bearingDays }, other) &&
    speaksFor(belief, other, truth) === came;
  return others.some(isWitness) ? came : null;
};

const isCheckable = (one: Statement): boolean => !one.rumour && !one.undated && one.claim.modality === 'actual';

/** One outcome for each claim, in their order. */
const outcomesOf = (
  prepared: Prepared,
  claims: readonly Statement[],
  isOwn: (one: Weighed) => boolean,
): readonly (boolean | null)[] => {
  const { belief } = prepared;
  if (belief === null) return claims.map(() => null);
  const checked = claims.map((one) => {
    const truth = truthOf(belief.marking, one);
    return truth === null ? null : { truth, day: judgedOn(prepared, belief, one) };
  });
  const told = checked.flatMap((one) => one ?? []);
  if (told.length === 0) return claims.map(() => null);
  const own = new Set(belief.weighed.filter(isOwn));
  const others = belief.weighed.filter((one) => !own.has(one));
  const days = leaveOut(
    belief,
    own,
    told.map(({ day }) => day),
  );
  const states = new Map(told.map((one, at) => [one, days[at]]));
  return checked.map((one) =>
    one === null
      ? null
      : outcomeOf({ belief, others, ...one, states: states.get(one) ?? new Float64Array(one.truth.length) }),
  );
};

/** A claim about one cell, an assertion once however often it was repeated or copied, and what became of it. */
export interface JudgedClaim {
  readonly source: Source;
  readonly first: Statement;
  /** By the word of others: true, false, or null where that cannot be told. */
  readonly came: boolean | null;
}

/** The claims about one cell, each held against the words of others, source by source. */
export const judgeClaims = (prepared: Prepared): readonly JudgedClaim[] => {
  const { ground, belief, contest, statements } = prepared;
  const own = statements.filter((one) => isMain(one) && isOfCell(prepared, one) && one.says.what !== 'nothing');
  const claims = assertionsOf(ground, own).map(({ first, all }) => ({ first, all, source: sourceOf(contest, first) }));
  const told = new Map(
    (belief?.weighed ?? []).map((one) => [one, { ...sourceOf(contest, one.statement), camp: one.statement.camp }]),
  );
  return [...Map.groupBy(claims, ({ source }) => sourceKey(source)).values()].flatMap((group) => {
    const { source, first } = group[0] ?? {};
    // What a retaking entails of the day before it is the same claim, though in another interest (E5).
    const ids = new Set(group.flatMap(({ all }) => all.map(({ claim }) => claim.id)));
    const isOwn = (one: Weighed): boolean => {
      const other = told.get(one);
      if (ids.has(one.statement.claim.id)) return true;
      return source !== undefined && first !== undefined && other !== undefined && isSelf(source, first.camp, other);
    };
    const checkable = group.filter((one) => isCheckable(one.first));
    const outcomes = outcomesOf(
      prepared,
      checkable.map((one) => one.first),
      isOwn,
    );
    const came = new Map(checkable.map((one, at) => [one, outcomes[at] ?? null]));
    return group.map((one) => ({ source: one.source, first: one.first, came: came.get(one) ?? null }));
  });
};

const tallyOf = (prepared: Prepared, claims: readonly JudgedClaim[]): Tally => {
  const numbers = claims.map(({ first }) => numberOf(prepared, first));
  return {
    made: claims.length,
    checkable: claims.filter(({ came }) => came !== null).length,
    cameTrue: claims.filter(({ came }) => came === true).length,
    numbers: NO_TALLY.numbers.map((_, at) => numbers.filter((number) => number === at + 1).length),
  };
};

/** Each source's claims about one cell in numbers. */
export const recordOf = (prepared: Prepared, claims = judgeClaims(prepared)): TrackRecord => {
  const groups = Map.groupBy(claims, ({ source }) => sourceKey(source));
  const tallies = [...groups].map(([key, group]) => [key, tallyOf(prepared, group)] as const);
  return Object.fromEntries(tallies.sort(([a], [b]) => (a < b ? -1 : 1)));
};
