// When a cell changed hands by the probabilities, and between which days that lies with 80 % (control-method 7.5, dates).
// Invariant: a change is from one camp that was likelier than not to hold the cell to another; its day is the middle of the mass.
import type { ChangeBetween } from '../model/control.ts';
import type { ToldChange } from '../model/series.ts';
import type { Belief } from './belief.ts';
import { pairsOn } from './forward-backward.ts';
import { freshOf, HELD, type StateSpace, settledOf } from './state-space.ts';
import { dayFrom, dayNumber } from './statements.ts';

/** The 80 % interval leaves a tenth of the mass on either side. */
const [LOW, MIDDLE, HIGH] = [0.1, 0.5, 0.9];
const LIKELIER_THAN_NOT = 0.5;

/** Days (numbers from the first) over which one camp is the last that was likelier than not. */
interface Run {
  readonly camp: string;
  readonly start: number;
  end: number;
}

const holderOn = (belief: Belief, day: number): string | null => {
  const { incumbent, challengers } = belief.space;
  const on = belief.first + day;
  return [incumbent, ...challengers].find((camp) => belief.share(camp, on) > LIKELIER_THAN_NOT) ?? null;
};

const runsOf = (belief: Belief): readonly Run[] => {
  const runs: Run[] = [];
  for (let day = 0; day < belief.passes.days; day += 1) {
    const camp = holderOn(belief, day);
    const last = runs.at(-1);
    if (last !== undefined && (camp === null || camp === last.camp)) last.end = day;
    else if (camp !== null) runs.push({ camp, start: day, end: day });
  }
  return runs;
};

const statesOf = ({ incumbent, challengers }: StateSpace, camp: string): readonly number[] => {
  if (camp === incumbent) return [HELD];
  const at = challengers.indexOf(camp);
  return [freshOf(at), settledOf(at)];
};

/** P(the camp takes the cell on the day): from any state that is not its own to one that is. */
const taken = ({ passes, space }: Belief, camp: string, day: number): number => {
  const own = statesOf(space, camp);
  const pairs = pairsOn(passes, day);
  let mass = 0;
  for (let from = 0; from < space.size; from += 1)
    if (!own.includes(from)) for (const to of own) mass += pairs[from * space.size + to] ?? 0;
  return mass;
};

/** The day by which a share of the mass has come. */
const quantile = (mass: readonly number[], share: number): number => {
  const whole = mass.reduce((sum, one) => sum + one, 0);
  let sum = 0;
  const at = mass.findIndex((one) => {
    sum += one;
    return sum >= share * whole;
  });
  return at < 0 ? mass.length - 1 : at;
};

/** The changes of hands of one cell, in the order of days; a change is looked for between the one before and the next. */
export const findChanges = (belief: Belief): readonly ToldChange[] => {
  const runs = runsOf(belief);
  return runs.slice(1).flatMap(({ camp, end }, at): ToldChange[] => {
    const first = (runs[at]?.start ?? 0) + 1;
    const mass = Array.from({ length: end - first + 1 }, (_, day) => taken(belief, camp, first + day));
    const [low, middle, high] = [LOW, MIDDLE, HIGH].map((share) => quantile(mass, share)) as [number, number, number];
    const on = (day: number) => dayFrom(belief.first + first + day);
    const p = mass.slice(low, high + 1).reduce((sum, one) => sum + one, 0);
    return [{ to: camp, day: on(middle), low: on(low), high: on(high), p: Math.min(1, Math.round(p * 1000) / 1000) }];
  });
};

/** A change farther away than this is of another story. */
const FARTHEST_DAYS = 30;

/** The change to a camp that is nearest to a day; null where the probabilities know of none near it. */
export const changeNear = (changes: readonly ToldChange[], camp: string, day: number): ChangeBetween | null => {
  const away = (one: ToldChange): number => Math.abs(dayNumber(one.day) - day);
  const [nearest] = changes.filter(({ to }) => to === camp).sort((a, b) => away(a) - away(b));
  if (nearest === undefined || away(nearest) > FARTHEST_DAYS) return null;
  return { from: nearest.low ?? nearest.day, until: nearest.high ?? nearest.day, p: nearest.p };
};
