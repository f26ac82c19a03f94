// Days on which a side claims so much at once that its claims are no longer independent of each other (control-method 15).
// Invariant: a day is measured by the days before it alone, and every party by the same rule; copies are counted once.
import type { Evidence } from '../model/control.ts';
import { dayIn } from '../model/time.ts';
import { campOf, type Ground, isParty } from './ground.ts';
import { isCircular } from './independence.ts';
import { dayNumber, type Statement } from './statements.ts';

/** By camp, the days (numbers) on which it claimed out of all measure. */
export type Campaigns = ReadonlyMap<string, ReadonlySet<number>>;

export const NO_CAMPAIGNS: Campaigns = new Map();

const hasDay = (campaigns: Campaigns, camp: string, day: number): boolean => campaigns.get(camp)?.has(day) ?? false;

/** Every day of one is a day of the other. */
const isWithin = (one: Campaigns, other: Campaigns): boolean =>
  [...one].every(([camp, days]) => [...days].every((day) => hasDay(other, camp, day)));

export const areSameCampaigns = (a: Campaigns, b: Campaigns): boolean => isWithin(a, b) && isWithin(b, a);

const SUCCESSES = ['capture', 'recapture', 'hold', 'entry'];

/** The camp that claims a success of its own; null for any other claim. */
const boaster = (ground: Ground, { claim }: Evidence): string | null => {
  const { actor, kind, polarity, modality, by } = claim;
  if (actor === null || polarity === 'denied' || modality !== 'actual' || !SUCCESSES.includes(kind)) return null;
  const camp = campOf(ground, actor);
  return isParty(ground, actor) && by.sides.some((side) => campOf(ground, side) === camp) ? camp : null;
};

/** One family's claim of one place is one, however many members tell it. */
const keyOf = ({ claim, report }: Evidence): string => `${report.family} ${claim.place.id} ${claim.scope}`;

type DayCounts = ReadonlyMap<number, number>;

/** How many claims each camp made on each day, by the day on which they could first be read. */
const countDays = (ground: Ground, evidence: Iterable<Evidence>): ReadonlyMap<string, DayCounts> => {
  const first = new Map<string, Map<string, number>>();
  for (const one of evidence) {
    const camp = boaster(ground, one);
    if (camp === null || isCircular(ground, one)) continue;
    const own = first.get(camp) ?? new Map<string, number>();
    first.set(camp, own);
    const day = dayNumber(dayIn(one.report.known, ground.timezone));
    own.set(keyOf(one), Math.min(day, own.get(keyOf(one)) ?? day));
  }
  const counts = [...first].map(([camp, days]): [string, DayCounts] => {
    const counted = new Map<number, number>();
    for (const day of days.values()) counted.set(day, (counted.get(day) ?? 0) + 1);
    return [camp, counted];
  });
  return new Map(counts);
};

/** Days with more claims than so many times the mean of the days before, where there were enough of those to tell. */
const loudDays = ({ parameters }: Ground, counts: DayCounts): ReadonlySet<number> => {
  const { times, trailingDays, fewestDays, fewestClaims } = parameters.campaigns;
  const begin = Math.min(...counts.keys());
  const loud = [...counts].filter(([day, count]) => {
    const days = Math.min(trailingDays, day - begin);
    let before = 0;
    for (let back = 1; back <= days; back += 1) before += counts.get(day - back) ?? 0;
    return days >= fewestDays && count >= fewestClaims && count > times * (before / days);
  });
  return new Set(loud.map(([day]) => day));
};

/** From all that is known of the theatre. Documents picked by hand say nothing of how much a side claims a day. */
export const findCampaigns = (ground: Ground, evidence: Iterable<Evidence>): Campaigns => {
  if (ground.coverage === 'none') return NO_CAMPAIGNS;
  return new Map([...countDays(ground, evidence)].map(([camp, counts]) => [camp, loudDays(ground, counts)]));
};

/** E2: speaks for its own side's hold, or of the other's failure. */
const isSelfServing = (ground: Ground, { party, camp, says }: Statement): boolean => {
  if (!party || says.side === null) return false;
  const own = campOf(ground, says.side) === camp;
  return ['has', 'kept', 'inside'].includes(says.what)
    ? own
    : ['lost', 'not', 'out', 'repulse'].includes(says.what) && !own;
};

export const isCampaign = (ground: Ground, campaigns: Campaigns, one: Statement): boolean =>
  hasDay(campaigns, one.camp, one.out) && isSelfServing(ground, one);
