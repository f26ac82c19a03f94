// The information number of one statement (control-method section 6): how likely it is with the statement itself left out.
// Invariant: the whole assertion is left out with it, its copies and repeats too; what its own report echoes bears no witness.
import type { Belief } from './belief.ts';
import { assertionsOf } from './independence.ts';
import { leaveOut } from './leave-out.ts';
import { probabilityOf, truthOf } from './propositions.ts';
import type { Statement } from './statements.ts';
import type { Prepared } from './view.ts';
import type { Weighed } from './weigh.ts';

/** Nothing else bears on it, or it is none that could be true or false here. */
export const NOT_TO_BE_TOLD = 6;

interface Numbering {
  readonly known: Map<string, number>;
  /** For each claim, those that are one assertion with it. */
  readonly alike: ReadonlyMap<string, ReadonlySet<string>>;
  readonly told: ReadonlyMap<string, readonly Weighed[]>;
}

const numberings = new WeakMap<Prepared, Numbering>();

const numberingOf = (prepared: Prepared, belief: Belief): Numbering => {
  const made = numberings.get(prepared);
  if (made !== undefined) return made;
  const alike = new Map<string, Set<string>>();
  for (const { all } of assertionsOf(prepared.ground, prepared.statements)) {
    const ids = new Set(all.flatMap(({ claim }) => [claim.id, ...(alike.get(claim.id) ?? [])]));
    for (const id of ids) alike.set(id, ids);
  }
  const told = Map.groupBy(belief.weighed, ({ statement }) => statement.claim.id);
  const numbering = { known: new Map<string, number>(), alike, told };
  numberings.set(prepared, numbering);
  return numbering;
};

/** What an outlet says in its own voice may be what its report attributes (E10): that is no other evidence. */
const echoedBy = (belief: Belief, { claim, evidence, says }: Statement): readonly Weighed[] =>
  claim.by.voice.class !== 'outlet'
    ? []
    : belief.weighed.filter(
        ({ statement }) =>
          statement.evidence.report.family === evidence.report.family &&
          statement.says.what === says.what &&
          statement.says.side === says.side,
      );

const bearsOn = (belief: Belief, day: number, out: ReadonlySet<Weighed>): boolean => {
  const { bearingDays } = belief.marking.ground.parameters.grading;
  return belief.weighed.some(
    (other) => !out.has(other) && other.from - bearingDays <= day && other.until + bearingDays >= day,
  );
};

/** The day that a statement is judged on: that of its own mark, which of two turns of one day is the day before (E16a). */
const dayIn = ({ told }: Numbering, one: Statement): number => {
  const own = told
    .get(one.claim.id)
    ?.find(({ statement }) => statement.side === one.side && statement.implied === one.implied);
  return own?.until ?? one.until;
};

/** The same, for whoever else judges it. */
export const judgedOn = (prepared: Prepared, belief: Belief, one: Statement): number =>
  dayIn(numberingOf(prepared, belief), one);

const workOut = (belief: Belief, numbering: Numbering, one: Statement): number => {
  const { alike, told } = numbering;
  const truth = truthOf(belief.marking, one);
  if (truth === null) return NOT_TO_BE_TOLD;
  const ids = [one.claim.id, ...(alike.get(one.claim.id) ?? [])];
  const out = new Set([...ids.flatMap((id) => told.get(id) ?? []), ...echoedBy(belief, one)]);
  const day = dayIn(numbering, one);
  if (!bearsOn(belief, day, out)) return NOT_TO_BE_TOLD;
  const [states = new Float64Array(truth.length)] = leaveOut(belief, out, [day]);
  const q = probabilityOf(truth, states);
  const { numbers } = belief.marking.ground.parameters.grading;
  const at = numbers.findIndex((bar) => q >= bar);
  return at < 0 ? numbers.length + 1 : at + 1;
};

/** 1 (the rest makes it almost certain) to 5, or 6. */
export const numberOf = (prepared: Prepared, one: Statement): number => {
  const { belief } = prepared;
  if (belief === null) return NOT_TO_BE_TOLD;
  const numbering = numberingOf(prepared, belief);
  const key = `${one.claim.id}|${one.side}|${one.implied}|${one.relation.as}`;
  const number = numbering.known.get(key) ?? workOut(belief, numbering, one);
  numbering.known.set(key, number);
  return number;
};
