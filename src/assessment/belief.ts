// What the model makes of a cell's statements, day by day (control-method 7): a probability for each camp and for fighting inside.
// Invariant: one state of knowledge, one belief; the interval runs the same statements under other coverages and baselines (7.6).
import type { Cell } from '../model/control.ts';
import type { Baseline } from '../model/theatre.ts';
import type { Listening } from './coverage.ts';
import { type Observed, type Passes, runPasses, stepOn } from './forward-backward.ts';
import { baselineHolder, campOf, type Ground, sideOf } from './ground.ts';
import type { Marking } from './marks.ts';
import { markRow } from './model-parameters.ts';
import { type Coverage, type DayReports, observe } from './observe.ts';
import { isMain } from './opposition.ts';
import { CONTESTED, type StateSpace, sideShare, startOf, stateSpaceOf } from './state-space.ts';
import { dayNumber, type Statement } from './statements.ts';
import { type Weighed, weighStatements } from './weigh.ts';

export interface Belief {
  readonly space: StateSpace;
  /** Day number of the series' first day. */
  readonly first: number;
  readonly weighed: readonly Weighed[];
  readonly marking: Marking;
  /** Under the theatre's own baseline and coverage. */
  readonly passes: Passes;
  /** What those passes ran over. */
  readonly observed: Observed;
  /** ρ of a day, counted from the first. */
  readonly coverage: Coverage;
  /** The states on any day (number), smoothed over all that is known. */
  on(day: number): Float64Array;
  /** P(camp holds) on a day (number), smoothed over all that is known; 0 for a camp without a state here. */
  share(camp: string, day: number): number;
  contested(day: number): number;
  /** Least and most over the settings of 7.6. */
  low(camp: string, day: number): number;
  high(camp: string, day: number): number;
}

interface Asked {
  readonly cell: Cell;
  readonly heard: Listening;
  readonly contenders: ReadonlySet<string>;
}

/** The incumbent, the theatre's main challenger, and each further belligerent of whom there is a claim here (7.1). */
const spaceIn = (ground: Ground, contenders: ReadonlySet<string>): StateSpace | null => {
  const incumbent = ground.sides.find(({ role }) => role === 'incumbent');
  if (incumbent === undefined) return null;
  const camp = campOf(ground, incumbent.id);
  const others = [...contenders].filter((one) => one !== camp && sideOf(ground, one)?.belligerent === true);
  const isMainOne = (one: string): boolean => sideOf(ground, one)?.role === 'challenger';
  const challengers = others.sort((a, b) => Number(isMainOne(b)) - Number(isMainOne(a)) || (a < b ? -1 : 1));
  return challengers.length === 0 ? null : stateSpaceOf(ground.parameters.model, camp, challengers);
};

/** The days (numbers) that something was told of: of who holds the cell, or of danger only. */
export const spokenDays = (weighed: readonly Weighed[]): { seen: ReadonlySet<number>; danger: ReadonlySet<number> } => {
  const told = weighed.filter(({ statement }) => !statement.undated);
  const speaks = ({ statement, mark }: Weighed): boolean =>
    (isMain(statement) || statement.relation.as === 'part') && mark.name !== 'near';
  const seen = new Set(told.filter(speaks).map(({ until }) => until));
  return { seen, danger: new Set(told.map(({ until }) => until).filter((day) => !seen.has(day))) };
};

/** Days counted from the first of the series. */
export const fromFirst = (days: ReadonlySet<number>, first: number): ReadonlySet<number> =>
  new Set([...days].map((day) => day - first));

const reportsOf = (marking: Marking, weighed: readonly Weighed[], first: number): DayReports => {
  const marks = weighed.flatMap(({ mark, weight, from, until }) =>
    Array.from({ length: until - from + 1 }, (_, day) => ({
      ...{ day: from + day - first, row: markRow(marking.ground.parameters.model, mark.name, mark.source) },
      ...{ of: mark.of, mirrored: mark.mirrored, weight },
    })),
  );
  const { seen, danger } = spokenDays(weighed);
  return { marks, seen: fromFirst(seen, first), danger: fromFirst(danger, first) };
};

interface Setting {
  readonly baseline: Baseline;
  readonly rho: (day: number) => number;
}

/** The theatre's own baseline and the coverage as it is, first; then the others of 7.6. */
const settingsOf = (ground: Ground, heard: Listening, own: Baseline): readonly [Setting, ...Setting[]] => {
  const { less, more, plus } = ground.parameters.model.coverageSpread;
  const spreads = [(rho: number) => rho * less, (rho: number) => Math.min(1, rho * more + plus)];
  const settings = [own, ...ground.baselines.slice(1, 2)].flatMap((baseline): Setting[] => [
    { baseline, rho: heard.rho },
    ...spreads.map((spread) => ({ baseline, rho: (day: number) => spread(heard.rho(day)) })),
  ]);
  return [{ baseline: own, rho: heard.rho }, ...settings.slice(1)];
};

/** Null where the theatre names no incumbent or no challenger: then there is nothing to be probable. */
export const believe = (
  ground: Ground,
  { cell, heard, contenders }: Asked,
  statements: readonly Statement[],
): Belief | null => {
  const space = spaceIn(ground, contenders);
  const own = ground.baselines[0];
  if (space === null || own === undefined) return null;
  const baseline = campOf(ground, baselineHolder(ground, own, cell.place) ?? space.incumbent);
  const marking = { ground, space, baseline, campaigns: heard.campaigns };
  const first = dayNumber(own.day);
  const weighed = weighStatements(marking, statements, first);
  const reports = reportsOf(marking, weighed, first);
  const last = Math.max(first, heard.last, ...weighed.map((one) => one.until));
  const days = last - first + 1;
  const observedBy = ({ baseline, rho }: Setting, told: DayReports): Observed => {
    const holder = campOf(ground, baselineHolder(ground, baseline, cell.place) ?? space.incumbent);
    const start = startOf(space, ground.parameters.model, { holder, p: baseline.p });
    const observed = { reports: told, days, coverage: (day: number): number => rho(day + first) };
    return { space, start, logLikelihoods: observe(space, ground.parameters.model, observed) };
  };
  const settings = settingsOf(ground, heard, own);
  const observed = observedBy(settings[0], reports);
  const others = settings.slice(1);
  return beliefFrom({ space, first, weighed, marking, observed, coverage: (day) => heard.rho(day + first) }, () =>
    others.map((setting) => runPasses(observedBy(setting, reports))),
  );
};

/** The belief of any day; beyond the last day that anything is known of, the dynamics alone go on. */
const daysOf = ({ space, days, smoothed }: Passes): ((day: number) => Float64Array) => {
  const beyond: Float64Array[] = [smoothed.slice((days - 1) * space.size)];
  return (day) => {
    if (day < days) return smoothed.subarray(Math.max(day, 0) * space.size, (Math.max(day, 0) + 1) * space.size);
    while (beyond.length <= day - days + 1) beyond.push(stepOn(space, beyond.at(-1) ?? new Float64Array(space.size)));
    return beyond[day - days + 1] ?? new Float64Array(space.size);
  };
};

type Made = 'passes' | 'on' | 'share' | 'contested' | 'low' | 'high';

const beliefFrom = (base: Omit<Belief, Made>, runOthers: () => readonly Passes[]): Belief => {
  const { space, first } = base;
  const passes = runPasses(base.observed);
  const onDay = daysOf(passes);
  let rest: readonly ((day: number) => Float64Array)[] | null = null;
  // Asked for only where somebody wants the interval: it costs five more runs.
  const sharesOf = (camp: string, day: number): readonly number[] => {
    rest ??= runOthers().map(daysOf);
    return [onDay, ...rest].map((of) => sideShare(space, camp, of(day - first)));
  };
  return {
    ...base,
    passes,
    on: (day) => onDay(day - first),
    share: (camp, day) => sideShare(space, camp, onDay(day - first)),
    contested: (day) => onDay(day - first)[CONTESTED] ?? 0,
    low: (camp, day) => Math.min(...sharesOf(camp, day)),
    high: (camp, day) => Math.max(...sharesOf(camp, day)),
  };
};
