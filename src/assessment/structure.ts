// The structural test S and rule D (control-method section 2): what makes a holder more than somebody's claim.
// Invariant: S never passes on repetition by one side, on anonymous sources alone, on copies, or on borrowed scopes.
import type { SideId } from '../model/actor.ts';
import { type Admission, type Chain, followAdmissions } from './admissions.ts';
import { campOf, type Ground } from './ground.ts';
import { areIndependent } from './independence.ts';
import { hoursApart, isMain, isSaidAfter, opposes } from './opposition.ts';
import { byTurn, type Statement } from './statements.ts';
import type { View } from './view.ts';

export type StructuralRule = 'S1' | 'S2' | 'S3' | 'S4';

export interface Proof {
  readonly rule: StructuralRule;
  /** Null: the loss is proven and nobody is named (E13a). */
  readonly holder: SideId | null;
  /** The camp that admitted its loss, for S1 and S4. */
  readonly by: string | null;
  readonly support: readonly Statement[];
}

const isHolding = (one: Statement): boolean =>
  isMain(one) && one.says.what === 'has' && !one.rumour && one.says.side !== null;

/** What a day's tests run over: the view, its turns, and the statements that count, look-ahead included. */
export interface Series {
  readonly view: View;
  readonly chain: Chain;
  readonly all: readonly Statement[];
}

/** The last statement that ended a camp's hold on the cell: another's turn, or its own leaving. */
const lastAgainst = ({ view, chain, all }: Series, camp: string): Statement | null => {
  const { ground } = view.prepared;
  const turns = new Set(chain.turns.filter(({ implied }) => !implied));
  const isTurn = (one: Statement): boolean =>
    one.says.side !== null && one.says.what === 'has' && campOf(ground, one.says.side) !== camp && turns.has(one);
  const isLeaving = (one: Statement): boolean =>
    one.says.what === 'lost' &&
    one.says.side !== null &&
    campOf(ground, one.says.side) === camp &&
    isMain(one) &&
    !one.rumour;
  return all.findLast((one) => isTurn(one) || isLeaving(one)) ?? null;
};

/** What speaks for a holder since the place last turned against it, oldest first. */
export const supportsOf = (series: Series, side: SideId): readonly Statement[] => {
  const { ground } = series.view.prepared;
  const camp = campOf(ground, side);
  const against = lastAgainst(series, camp);
  return series.all.filter(
    (one) =>
      isHolding(one) &&
      one.says.side !== null &&
      campOf(ground, one.says.side) === camp &&
      (against === null || byTurn(one, against) > 0),
  );
};

/** Who retook a place, left it or gave it up on a day did not do so before: the other side had it until then. */
const DATED_BY_ITS_DAY: readonly string[] = ['recapture', 'withdrawal', 'surrender'];

/** A later-dated statement counts for S where no contrary turn is dated between (section 9). */
export const usableAhead = (view: View): readonly Statement[] => {
  const { ground } = view.prepared;
  const newest = view.core.findLast(isHolding)?.says.side ?? null;
  if (newest === null) return view.ahead.filter((one) => !one.turn);
  const camp = campOf(ground, newest);
  // Leaving is a change too: what is said of the day a holder left tells nothing of the day before; nor does a retaking.
  const isContrary = (one: Statement): boolean => {
    if (one.says.side === null || !isMain(one)) return false;
    const same = campOf(ground, one.says.side) === camp;
    if (one.turn) return !same || DATED_BY_ITS_DAY.includes(one.claim.kind);
    const left = same || DATED_BY_ITS_DAY.includes(one.claim.kind);
    return left && one.says.what === 'lost' && !one.rumour && !one.implied;
  };
  const contrary = view.ahead.findIndex(isContrary);
  return contrary < 0 ? view.ahead : view.ahead.slice(0, contrary);
};

const isNeutral = (view: View, one: Statement): boolean => !view.prepared.contest.rivals.has(one.camp) && !one.undated;

const passesS2 = (view: View, supports: readonly Statement[]): boolean => {
  const neutral = supports.filter((one) => isNeutral(view, one));
  return neutral.some((a) => !a.anonymous && neutral.some((b) => areIndependent(a, b)));
};

const EXTRA = ['witness', 'resident'];

const passesS3 = (view: View, side: SideId, supports: readonly Statement[]): boolean => {
  const camp = campOf(view.prepared.ground, side);
  if (!supports.some((one) => one.camp === camp && !one.undated)) return false;
  const neutral = supports.filter((one) => isNeutral(view, one));
  const thirds = neutral.filter((one) => one.claim.by.voice.class === 'third-party' && one.onRecord);
  if (thirds.some((one) => !one.claim.by.voice.stake)) return true;
  return thirds.length > 0 && neutral.some((one) => EXTRA.includes(one.claim.by.voice.class));
};

const isNear = (view: View, one: Statement, status: 'claimed' | 'confirmed'): boolean => {
  const { ground } = view.prepared;
  const factor = ground.tempo === 'frozen' ? ground.parameters.frozenFactor : 1;
  return view.day - one.until <= ground.parameters.days[status] * factor;
};

/** E13a: who is named as the taker of a place that was left: by anybody's word for a holder, or by entering after it. */
const takerNamed = (series: Series, { by, support }: Admission): Statement | null => {
  const { view, all } = series;
  const { ground } = view.prepared;
  const left = support[0]?.day ?? 0;
  const isOther = (one: Statement): boolean => one.says.side !== null && campOf(ground, one.says.side) !== by;
  const holds = all.filter((one) => isHolding(one) && isOther(one) && isNear(view, one, 'claimed'));
  const since = holds.filter((one) => !wasTurnedBack(series, one, by));
  const cameBack = (entry: Statement): boolean =>
    all.some((one) => isTurnOf(ground, by, one) && one.day >= left && byTurn(one, entry) < 0);
  const enters = (one: Statement): boolean =>
    isMain(one) && one.says.what === 'inside' && !one.rumour && isOther(one) && one.day >= left && !cameBack(one);
  return since.at(-1) ?? all.findLast(enters) ?? null;
};

const isTurnOf = (ground: Ground, camp: string, { turn, says }: Statement): boolean =>
  turn && says.side !== null && campOf(ground, says.side) === camp;

const wasTurnedBack = ({ view, all }: Series, hold: Statement, by: string): boolean =>
  all.some((one) => isTurnOf(view.prepared.ground, by, one) && byTurn(one, hold) > 0);

const fromAdmission = (series: Series): Proof | null => {
  const { view } = series;
  const live: Admission | null = series.chain.live;
  if (live === null || !live.support.some((one) => one.day <= view.day || hasCoreHold(series, live))) return null;
  const newest = live.support.at(-1);
  if (newest === undefined || !isNear(view, newest, 'confirmed')) return null;
  const named = live.holder === null ? takerNamed(series, live) : null;
  const holder = live.holder ?? named?.says.side ?? null;
  const supports = holder === null ? [] : supportsOf(series, holder);
  const support = [...new Set([...live.support, ...supports, ...(named === null ? [] : [named])])].sort(byTurn);
  return { rule: live.rule, holder, by: live.by, support };
};

/** Another is said to have it on the day already, so that an admission of one of the next days is of this same turn. */
const hasCoreHold = (series: Series, { by }: Admission): boolean =>
  series.view.core.some(
    (one) =>
      isHolding(one) &&
      one.says.side !== null &&
      campOf(series.view.prepared.ground, one.says.side) !== by &&
      isNear(series.view, one, 'claimed') &&
      !wasTurnedBack(series, one, by),
  );

const fromSources = (series: Series): Proof | null => {
  const { view } = series;
  const sides = [...new Set(view.core.filter(isHolding).map(({ says }) => says.side))].reverse();
  for (const side of sides) {
    if (side === null) continue;
    const supports = supportsOf(series, side).filter((one) => isNear(view, one, 'confirmed'));
    if (!supports.some((one) => one.day <= view.day)) continue;
    const rule = passesS3(view, side, supports) ? 'S3' : passesS2(view, supports) ? 'S2' : null;
    if (rule !== null) return { rule, holder: side, by: null, support: supports };
  }
  return null;
};

export interface Structure {
  readonly chain: Chain;
  readonly proof: Proof | null;
}

/** The newest live admission, else the newest holder that two independent voices or a third party on record support. */
export const findStructure = (view: View): Structure => {
  const { contest, baseline } = view.prepared;
  const all = [...view.core, ...usableAhead(view)];
  const seen = followAdmissions(contest, baseline, all);
  const chain = followAdmissions(contest, baseline, view.core);
  // What one of the next days ends or turns is proven still on the day itself.
  const admitted = fromAdmission({ view, chain: seen, all }) ?? fromAdmission({ view, chain, all: view.core });
  const proof = admitted ?? fromSources({ view, chain, all });
  return { chain, proof };
};

const asHolding = (one: Statement, holder: SideId): Statement =>
  one.says.what === 'has' ? one : { ...one, says: { what: 'has', side: holder } };

/** Same-scope denials by another party within the hours of rule D of the latest support. */
export const denialsOf = (view: View, { holder, support }: Proof): readonly Statement[] => {
  const { ground, claims } = view.prepared;
  if (holder === null) return [];
  const latest = support.reduce((newest, one) => (one.said > newest.said ? one : newest));
  const targets = support.map((one) => asHolding(one, holder));
  return [...view.core, ...usableAhead(view)].filter(
    (one) =>
      hoursApart(one, latest) <= ground.parameters.hours.denialBlocks &&
      targets.some((target) => opposes({ ground, claims }, one, target)),
  );
};

const lastSaid = (statements: readonly Statement[]): Statement | null =>
  statements.reduce<Statement | null>((last, one) => (last === null || isSaidAfter(one, last) ? one : last), null);

/** An officer of the denying side grants the loss: in words on record, or at a later hour by what it plans or retakes. */
const grantsLoss = (
  ground: Ground,
  { holder, denial }: { holder: SideId; denial: Statement },
  one: Statement,
): boolean => {
  const { what, side } = one.says;
  if (one.camp !== denial.camp || one.anonymous || side === null) return false;
  const indirect = one.implied || what === 'planned';
  if (indirect ? one.said <= denial.said : !one.onRecord) return false;
  if (what === 'has') return campOf(ground, side) === campOf(ground, holder);
  return (what === 'lost' || what === 'planned') && campOf(ground, side) === denial.camp;
};

/** Rule D (ii): after the last denial a third party on record, or an officer of the denying side, says otherwise. */
export const isContradictedLater = (view: View, { holder }: Proof, denials: readonly Statement[]): boolean => {
  const { ground, contest } = view.prepared;
  const last = lastSaid(denials);
  if (last === null || holder === null) return true;
  return [...view.core, ...usableAhead(view)].some((one) => {
    if (!isMain(one) || one.rumour || !isSaidAfter(one, last)) return false;
    const { what, side } = one.says;
    const third = one.onRecord && !contest.rivals.has(one.camp) && one.claim.by.voice.class === 'third-party';
    const says = what === 'has' && side !== null && campOf(ground, side) === campOf(ground, holder);
    return (third && says) || grantsLoss(ground, { holder, denial: last }, one);
  });
};
