// How far silence counts (control-method 7.3): ρ of a province and day, from the families that spoke of any place of it.
// Invariant: a family counts from its first report on, so that its copies change nothing; hand-picked documents hear nothing.
import type { Evidence } from '../model/control.ts';
import { dayIn } from '../model/time.ts';
import { type Campaigns, NO_CAMPAIGNS } from './campaigns.ts';
import type { Ground } from './ground.ts';
import { isCircular } from './independence.ts';
import { dayNumber } from './statements.ts';

export interface Listening {
  /** ρ of a day (number): 0 where nobody was listening, towards 1 where many were. */
  rho(day: number): number;
  /** The last day with a ρ above 0; minus infinity where nothing was heard. */
  readonly last: number;
  /** Days on which a side claimed out of all measure, in the whole theatre. */
  readonly campaigns: Campaigns;
}

export const NOTHING_HEARD: Listening = { rho: () => 0, last: Number.NEGATIVE_INFINITY, campaigns: NO_CAMPAIGNS };

/** The province that a place lies in, or the largest place below the country; itself where it lies in none. */
export const provinceOf = ({ gazetteer }: Pick<Ground, 'gazetteer'>, place: string): string => {
  const above = gazetteer.ancestors(place);
  const province = above.find(({ kind }) => kind === 'province');
  return (province ?? above.findLast(({ kind }) => kind !== 'country'))?.id ?? place;
};

/** The day on which a report could first be read. */
const knownDay = (ground: Ground, { report }: Evidence): number => dayNumber(dayIn(report.known, ground.timezone));

const firstKnown = (evidence: Iterable<Evidence>): ReadonlyMap<string, string> => {
  const first = new Map<string, string>();
  for (const { report } of evidence) {
    const known = first.get(report.family);
    if (known === undefined || report.known < known) first.set(report.family, report.known);
  }
  return first;
};

/** Whether the same families are heard from the same moments on: a quick look that spares a second listening. */
export const areHeardAlike = (a: readonly Evidence[], b: readonly Evidence[]): boolean => {
  const [before, after] = [firstKnown(a), firstKnown(b)];
  return before.size === after.size && [...before].every(([family, known]) => after.get(family) === known);
};

/**
 * ρ = 1 − exp(−n / 5), n = families whose first report came out in the seven days that end on the day. After the last
 * of them nobody can tell silence from not listening: the next report from the province shows which it was.
 */
export const listenTo = (
  ground: Ground,
  evidence: Iterable<Evidence>,
  campaigns: Campaigns = NO_CAMPAIGNS,
): Listening => {
  if (ground.coverage === 'none') return NOTHING_HEARD;
  const first = new Map<string, number>();
  for (const one of evidence) {
    if (isCircular(ground, one)) continue;
    const { family } = one.report;
    const day = knownDay(ground, one);
    first.set(family, Math.min(day, first.get(family) ?? day));
  }
  const last = Math.max(...first.values());
  const { coverageDays, coverageFamilies } = ground.parameters.model;
  const heard = new Map<number, number>();
  for (const day of first.values())
    for (let on = day; on < day + coverageDays && on <= last; on += 1) heard.set(on, (heard.get(on) ?? 0) + 1);
  return { rho: (day) => 1 - Math.exp(-(heard.get(day) ?? 0) / coverageFamilies), last, campaigns };
};

/** The places of each province, so that what is said of any of them can be looked up at once. */
export const placesByProvince = ({ gazetteer }: Pick<Ground, 'gazetteer'>): ReadonlyMap<string, readonly string[]> => {
  const ids = gazetteer.all().map(({ id }) => id);
  return Map.groupBy(ids, (id) => provinceOf({ gazetteer }, id));
};
