// Complementary claims (control-method E11, E11a): one side has the place or a part of it, another a part or the ground around it.
// Invariant: nobody denies either of them; whoever says so, for himself or of the other, has said that both are there.
import { campOf, type Ground, limitDays } from './ground.ts';
import { contradicts, isMain } from './opposition.ts';
import type { Statement } from './statements.ts';

const OF_ANOTHER_SCOPE: readonly string[] = ['part', 'inside'];
const isOther = ({ relation }: Statement): boolean => OF_ANOTHER_SCOPE.includes(relation.as) || relation.apart === true;
const isPart = (one: Statement): boolean => one.partial || isOther(one);

/** Somebody's word that a side has the place, or a part of it. */
const holdsPart = (one: Statement): boolean => {
  if (one.rumour || one.denial || one.implied || one.says.side === null) return false;
  if (one.says.what === 'has') return isPart(one) || isMain(one);
  return one.says.what === 'inside' && isPart(one) && one.claim.kind !== 'entry' && one.claim.kind !== 'clash';
};

/** Whoever claims the whole with or after a part has claimed it all: his part complements nobody. */
const findWhole = (ground: Ground, statements: readonly Statement[]): ((part: Statement) => boolean) => {
  const last = new Map<string, number>();
  for (const one of statements) {
    const { says, denial, implied, rumour, until } = one;
    if (says.what !== 'has' || says.side === null || denial || implied || rumour || !isMain(one) || one.partial)
      continue;
    const camp = campOf(ground, says.side);
    last.set(camp, Math.max(until, last.get(camp) ?? until));
  }
  return (part) =>
    part.says.side !== null && (last.get(campOf(ground, part.says.side)) ?? Number.NEGATIVE_INFINITY) >= part.until;
};

/** A denial of just this part; the other side's word for another part is no denial of it. */
const deniesPart = (ground: Ground, denial: Statement, { says, claim }: Statement): boolean => {
  if (says.side === null || denial.camp === campOf(ground, says.side)) return false;
  if (denial.claim.answers === claim.id) return true;
  const same = denial.claim.place.id === claim.place.id && denial.claim.scope === claim.scope;
  return same && denial.denial && contradicts(ground, denial, says.side);
};

/** Of different scopes, or each of a part of one; who holds a part of what another has whole contradicts him. */
const fit = (one: Statement, other: Statement): boolean =>
  (one.partial && other.partial) || isOther(one) || isOther(other);

/** The claims among these that have a complement of another camp within the days of *contested*, in their order. */
export const findComplements = (ground: Ground, statements: readonly Statement[]): readonly Statement[] => {
  const denials = statements.filter(({ party, denial, claim }) => party && (denial || claim.answers !== null));
  const hasWhole = findWhole(ground, statements);
  const stands = (one: Statement): boolean => holdsPart(one) && !(isPart(one) && hasWhole(one));
  const held = statements.filter((one) => stands(one) && !denials.some((denial) => deniesPart(ground, denial, one)));
  if (!held.some(isPart)) return [];
  const limit = limitDays(ground, ground.parameters.days.contested);
  const isOtherCamp = (a: Statement, b: Statement): boolean =>
    campOf(ground, a.says.side ?? '') !== campOf(ground, b.says.side ?? '');
  return held.filter((one) =>
    held.some((other) => fit(one, other) && isOtherCamp(one, other) && Math.abs(one.until - other.until) <= limit),
  );
};
