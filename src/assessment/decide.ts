// The status of a cell on one day, by the order of section 9: the first rule that fires gives it.
// Invariant: what p would decide is taken as met here; the model (section 7) will bring its conditions to the same places.
import type { SideId } from '../model/actor.ts';
import type { Status } from '../model/control.ts';
import type { Chain } from './admissions.ts';
import { campOf, type Ground, limitDays } from './ground.ts';
import { assertionsOf } from './independence.ts';
import { contradicts, hoursApart, isMain, isSaidAfter, opposes } from './opposition.ts';
import { byTurn, type Statement } from './statements.ts';
import { denialsOf, findStructure, isContradictedLater, type Proof, type Structure } from './structure.ts';
import type { View } from './view.ts';

export type Holder = SideId | 'none' | null;

/** What the days before left behind: who had the cell last, and whether it was threatened (hysteresis). */
export interface Carry {
  readonly holder: Holder;
  /** The day the holder last changed, and to whose camp before it; null before the first change. */
  readonly changed: { readonly day: number; readonly from: Holder } | null;
  /** The last day on which a holder was confirmed. */
  readonly settled: number | null;
  readonly threatened: boolean;
}

export interface Verdict {
  readonly status: Status;
  readonly holder: Holder;
  readonly rule: string;
  /** The statements that earn the status, and those that stand against it. */
  readonly support: readonly Statement[];
  readonly opposed: readonly Statement[];
  readonly against: readonly SideId[];
  readonly stale: boolean;
  readonly borrowed: boolean;
  readonly proof: Proof | null;
  readonly chain: Chain;
}

export interface Question {
  readonly view: View;
  readonly carry: Carry;
  readonly structure: Structure;
}

type Found = Omit<Verdict, 'stale' | 'proof' | 'chain' | 'borrowed'> & { readonly borrowed?: boolean };
type StatusRule = (question: Question) => Found | null;

const groundIn = ({ view }: Question): Ground => view.prepared.ground;

const isCamp = (ground: Ground, side: string | null, camp: Holder): boolean =>
  side !== null && camp !== null && camp !== 'none' && campOf(ground, side) === campOf(ground, camp);

const isLive = ({ view }: Question, one: Statement, status: Exclude<Status, 'undetermined'>): boolean => {
  const { ground } = view.prepared;
  return view.day - one.until <= limitDays(ground, ground.parameters.days[status]);
};

const sidesIn = (statements: readonly Statement[]): readonly SideId[] =>
  [...new Set(statements.flatMap(({ says }) => (says.side === null ? [] : [says.side])))].sort();

const isHolding = (one: Statement): boolean =>
  one.says.what === 'has' && one.says.side !== null && !one.rumour && !one.implied;

const findConfirmed: StatusRule = (question) => {
  const { view, structure } = question;
  const { proof } = structure;
  if (proof === null || proof.holder === null) return null;
  const opposed = denialsOf(view, proof);
  if (opposed.length > 0 && !isContradictedLater(view, proof, opposed)) return null;
  const against = opposed.length === 0 ? [] : opponentsOf(question, proof.holder, opposed);
  return { status: 'confirmed', holder: proof.holder, rule: proof.rule, support: proof.support, opposed, against };
};

const opponentsOf = (question: Question, holder: SideId, opposed: readonly Statement[]): readonly SideId[] => {
  const ground = groundIn(question);
  const named = opposed.flatMap(({ says, side }) => (says.what === 'has' && says.side !== null ? [says.side] : [side]));
  return [...new Set(named)].filter((side) => !isCamp(ground, side, holder)).sort();
};

/** Whether a later turn, or its own side's later admission, has taken a statement's place. */
const isSuperseded = ({ view, structure }: Question, one: Statement): boolean => {
  const { ground } = view.prepared;
  const { turns, live } = structure.chain;
  const side = one.says.side;
  const turned = turns.some(
    (turn) => byTurn(turn, one) > 0 && turn.day >= one.until && side !== null && contradicts(ground, turn, side),
  );
  const newest = live?.support.findLast(({ says }) => says.what !== 'planned');
  const granted = live !== null && live.by === one.camp && newest !== undefined && isSaidAfter(newest, one);
  return one.says.what === 'has' ? turned || (granted && isCamp(ground, side, one.camp)) : granted;
};

interface Pair {
  readonly claim: Statement;
  readonly opposed: Statement;
}

const findPairs = (question: Question): readonly Pair[] => {
  const { view } = question;
  const { ground, claims } = view.prepared;
  const standing = view.core.filter((one) => isLive(question, one, 'confirmed') && !isSuperseded(question, one));
  const holdings = standing.filter((one) => isMain(one) && isHolding(one) && !one.denial);
  const others = standing.filter((one) => one.party);
  return holdings.flatMap((claim) =>
    others
      .filter((opposed) => opposes({ ground, claims }, opposed, claim))
      .filter((opposed) => hoursApart(claim, opposed) <= ground.parameters.hours.disputePair)
      .map((opposed) => ({ claim, opposed })),
  );
};

const findDisputed: StatusRule = (question) => {
  const pairs = findPairs(question).filter(
    ({ claim, opposed }) => isLive(question, claim, 'disputed') && isLive(question, opposed, 'disputed'),
  );
  if (pairs.length === 0) return null;
  const support = [...new Set(pairs.map(({ claim }) => claim))];
  const opposed = [...new Set(pairs.map((pair) => pair.opposed))];
  const voices = opposed.flatMap(({ says, side }) =>
    says.what === 'has' && says.side !== null ? [says.side] : [side],
  );
  const against = [...new Set([...sidesIn(support), ...voices])].sort();
  return { status: 'disputed', holder: null, rule: 'disputed', support, opposed, against };
};

const isPart = ({ relation }: Statement): boolean => ['part', 'inside', 'near'].includes(relation.as);

/** A claim to the whole cell that came with or after the fighting: the battle for it is over in its words. */
const isSettledBy = (question: Question, one: Statement): boolean =>
  question.view.core.some(
    (later) =>
      isMain(later) &&
      isHolding(later) &&
      !later.denial &&
      later.day >= one.day &&
      !isCamp(groundIn(question), later.says.side, question.carry.holder),
  );

/** Somebody is said to have gone, or to have been thrown out, after having been inside. */
const isOver = (question: Question, one: Statement): boolean =>
  question.view.core.some(({ says, day, rumour, claim }) => {
    if (rumour || claim.partial || day <= one.day || says.side === null || one.says.side === null) return false;
    const same = campOf(groundIn(question), says.side) === campOf(groundIn(question), one.says.side);
    return (says.what === 'lost' || says.what === 'repulse') && same;
  });

const isInside = (question: Question, one: Statement): boolean => {
  const urban = one.relation.as === 'part' || isMain(one);
  if (one.rumour || !urban || !isLive(question, one, 'contested')) return false;
  if (one.says.what !== 'inside' && !(one.relation.as === 'part' && one.says.what === 'has')) return false;
  if (isCamp(groundIn(question), one.says.side, question.carry.holder)) return false;
  return one.says.what === 'inside' && !isSettledBy(question, one) && !isOver(question, one);
};

/** E11, E11a: one side has the place or a part of it, another a part of it or the ground around it; nobody denies it. */
const findComplements = (question: Question): readonly Statement[] => {
  const ground = groundIn(question);
  const { core, prepared } = question.view;
  const has = (one: Statement): boolean =>
    !one.rumour &&
    !one.denial &&
    !one.implied &&
    one.says.side !== null &&
    isLive(question, one, 'contested') &&
    (one.says.what === 'has' || (one.says.what === 'inside' && (one.partial || one.relation.as === 'part')));
  const unopposed = core
    .filter(has)
    .filter((one) => !core.some((other) => other.party && opposes({ ground, claims: prepared.claims }, other, one)));
  const part = (one: Statement): boolean => one.partial || (isPart(one) && one.relation.as !== 'near');
  const theirs = unopposed.filter(
    (one) =>
      part(one) &&
      !isCamp(ground, one.says.side, question.carry.holder) &&
      !isSettledBy(question, one) &&
      !isOver(question, one),
  );
  const ours = unopposed.filter(
    (one) => (part(one) || isMain(one)) && isCamp(ground, one.says.side, question.carry.holder),
  );
  return theirs.length > 0 && ours.length > 0 ? [...theirs, ...ours] : [];
};

const findContested: StatusRule = (question) => {
  const { view, carry } = question;
  const found = view.core.filter((one) => isInside(question, one));
  const support = found.length > 0 ? found : findComplements(question);
  if (support.length === 0) return null;
  const opposed = view.core.filter(
    (one) => isMain(one) && one.says.what === 'out' && isLive(question, one, 'contested'),
  );
  const against = sidesIn(support).filter((side) => !isCamp(groundIn(question), side, carry.holder));
  return {
    status: 'contested',
    holder: carry.holder,
    rule: 'contested',
    support: support.toSorted(byTurn),
    opposed,
    against,
  };
};

/** E13: the holder is said to have left or lost the place, nobody to have come. */
const findLeft: StatusRule = (question) => {
  const { view, carry, structure } = question;
  const ground = groundIn(question);
  const { proof } = structure;
  const none = { status: 'undetermined', holder: 'none', opposed: [], against: [] } as const;
  if (proof !== null && proof.holder === null) return { ...none, rule: 'E13a', support: proof.support };
  const left = view.core.findLast(
    (one) =>
      isMain(one) &&
      one.says.what === 'lost' &&
      !one.rumour &&
      !one.implied &&
      isLive(question, one, 'claimed') &&
      (carry.holder === 'none' || isCamp(ground, one.says.side, carry.holder)),
  );
  if (left === undefined || !stands(question, left)) return null;
  const inside = findPresent(question, left);
  if (inside === null) return { ...none, rule: 'E13', support: [left] };
  return { ...none, status: 'claimed', holder: inside.says.side, rule: 'E13', support: [left, inside] };
};

/** Nobody says afterwards that somebody has the place, and its holder does not deny the loss. */
const stands = (question: Question, left: Statement): boolean => {
  const ground = groundIn(question);
  return !question.view.core.some((one) => {
    if (!isMain(one) || one.says.what !== 'has' || one.rumour || one.implied || one.says.side === null) return false;
    const back = isCamp(ground, one.says.side, left.says.side);
    if (!back) return isLive(question, one, 'claimed');
    return (
      byTurn(one, left) > 0 || (one.party && one.denial && hoursApart(one, left) <= ground.parameters.hours.disputePair)
    );
  });
};

const findPresent = (question: Question, left: Statement): Statement | null => {
  const ground = groundIn(question);
  const late = question.view.day - left.day >= ground.parameters.hours.withdrawal / 24;
  const present = question.view.core.filter(
    (one) =>
      isMain(one) &&
      one.says.what === 'inside' &&
      !one.rumour &&
      one.says.side !== null &&
      one.day >= left.day &&
      !isCamp(ground, one.says.side, left.says.side),
  );
  return sidesIn(present).length === 1 && (late || present.length > 0) ? (present.at(-1) ?? null) : null;
};

const earns = ({ relation }: Statement): boolean =>
  isMain({ relation } as Statement) || relation.as === 'claim' || (relation.as !== 'part' && relation.earns === true);

const findClaimed: StatusRule = (question) => {
  const { view, carry } = question;
  const ground = groundIn(question);
  const all = view.core.filter(
    (one) => isHolding(one) && !one.denial && !one.partial && earns(one) && isLive(question, one, 'claimed'),
  );
  const own = (one: Statement): boolean => isCamp(ground, one.says.side, carry.holder);
  const main = all.filter(
    (one) => isMain(one) && !isSuperseded(question, one) && !(own(one) && isCamp(ground, one.camp, carry.holder)),
  );
  const borrowed = view.core.some((one) => isMain(one) && isHolding(one) && isLive(question, one, 'claimed'))
    ? []
    : all.filter((one) => !isMain(one));
  const newest = (main.length > 0 ? main : borrowed).at(-1);
  if (newest === undefined || own(newest) || newest.says.side === null) return null;
  const holder = newest.says.side;
  const support = (main.length > 0 ? main : borrowed).filter((one) => isCamp(ground, one.says.side, holder));
  const opposed = findPairs(question)
    .filter(({ claim }) => support.includes(claim))
    .map((pair) => pair.opposed);
  const against = opponentsOf(
    question,
    holder,
    view.core.filter(
      (one) =>
        isMain(one) &&
        isHolding(one) &&
        one.party &&
        isLive(question, one, 'claimed') &&
        !isCamp(ground, one.says.side, holder),
    ),
  );
  return { status: 'claimed', holder, rule: 'claimed', support, opposed, against, borrowed: main.length === 0 };
};

/** Danger around the cell: a siege, a threat, or ground near it that is said to be taken. */
const isDanger = (one: Statement): boolean => {
  const { as } = one.relation;
  if (isMain(one)) return one.says.what === 'siege' || one.says.what === 'threat';
  return as === 'near' && (one.says.what === 'has' || one.says.what === 'inside') && !one.denial;
};

export const dangerWeight = (ground: Ground, one: Statement, day: number): number => {
  const rumour = one.rumour ? ground.parameters.weights.reported : 1;
  const halfLife = limitDays(ground, ground.parameters.siegeHalfLifeDays);
  return rumour * one.relation.weight * 2 ** (-Math.max(0, day - one.until) / halfLife);
};

const findThreatened: StatusRule = (question) => {
  const { view, carry } = question;
  const ground = groundIn(question);
  if (carry.holder === null || carry.holder === 'none') return null;
  const since = carry.changed?.day ?? Number.NEGATIVE_INFINITY;
  const danger = view.core.filter(
    (one) =>
      isDanger(one) &&
      one.says.side !== null &&
      !isCamp(ground, one.says.side, carry.holder) &&
      one.until >= since &&
      isLive(question, one, 'threatened'),
  );
  const weight = assertionsOf(ground, danger).reduce(
    (sum, { all }) => sum + Math.max(...all.map((one) => dangerWeight(ground, one, view.day))),
    0,
  );
  const bar = carry.threatened ? ground.parameters.threatLeave : ground.parameters.threatEnter;
  if (danger.length === 0 || weight < bar) return null;
  const against = sidesIn(danger);
  return { status: 'threatened', holder: carry.holder, rule: 'threatened', support: danger, opposed: [], against };
};

/** In the order of precedence (section 2); the first that finds something gives the status. */
export const STATUS_RULES: readonly StatusRule[] = [
  findConfirmed,
  findDisputed,
  findContested,
  findLeft,
  findClaimed,
  findThreatened,
];

const NOTHING = { status: 'undetermined', rule: 'undetermined', support: [], opposed: [], against: [] } as const;

const hasLapsed = ({ view, carry }: Question): boolean =>
  view.core.some(
    (one) =>
      !one.rumour &&
      !one.implied &&
      earns(one) &&
      one.says.side !== null &&
      (one.says.what === 'siege' ||
        one.says.what === 'threat' ||
        (one.says.what === 'has' &&
          !(
            isCamp(view.prepared.ground, one.says.side, carry.holder) &&
            isCamp(view.prepared.ground, one.camp, carry.holder)
          ))),
  );

/** The last holder of section 9: last confirmed, else last admitted (once that was taken back), else the baseline's. */
const withLastHolder = (carry: Carry, { chain }: Structure): Carry => {
  const { ended } = chain;
  if (ended === null || (carry.settled !== null && ended.day < carry.settled)) return carry;
  const holder = ended.admission.holder ?? 'none';
  if (holder === carry.holder) return carry;
  return { ...carry, holder, changed: { day: ended.day, from: carry.holder } };
};

/** Decides one day from what is known and what the days before left. */
export const decide = (view: View, before: Carry): Verdict => {
  const structure = findStructure(view);
  const carry = withLastHolder(before, structure);
  const question: Question = { view, carry, structure };
  const rest = { chain: structure.chain, proof: structure.proof };
  for (const rule of STATUS_RULES) {
    const found = rule(question);
    if (found !== null) return { borrowed: false, ...found, ...rest, stale: false };
  }
  return { ...NOTHING, holder: carry.holder, borrowed: false, stale: hasLapsed(question), ...rest };
};

/** What a day leaves for the next: the holder confirmed, else nobody where a loss was said, else as before. */
export const carryOn = (before: Carry, verdict: Verdict, day: number): Carry => {
  const carry = withLastHolder(before, { chain: verdict.chain, proof: verdict.proof });
  const confirmed = verdict.status === 'confirmed';
  const left = verdict.rule === 'E13' || verdict.rule === 'E13a';
  const holder: Holder = confirmed ? verdict.holder : left ? 'none' : carry.holder;
  const changed = holder === carry.holder ? carry.changed : { day, from: carry.holder };
  return { holder, changed, settled: confirmed ? day : carry.settled, threatened: verdict.status === 'threatened' };
};
