// What the model must beat: rules that need none (control-method 11), on the reports of a made-up world.
// Invariant: a rule sees the reports of a day and of the days before it; before the first word it says the incumbent.
import { type MarkName, MODEL_PARAMETERS } from '../../src/assessment/model-parameters.ts';
import type { SimulatedCell } from './world.ts';

/** 1 = the challenger has it, by these words or by who says them; −1 = the incumbent. */
const holderBy = (mark: MarkName): 1 | -1 => {
  const [held, , fresh] = MODEL_PARAMETERS.marks[mark];
  return fresh > held ? 1 : -1;
};
const speakerOf = (mark: MarkName): 1 | -1 | 0 =>
  /^(own|challenger)-/.test(mark) ? 1 : /^(local-(concession|retaken)|central)/.test(mark) ? -1 : 0;

/** A rule keeps a tally from day to day; above nothing it says the challenger, below the incumbent, at nothing what it said. */
type Rule = (tally: number, marks: readonly MarkName[]) => number;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const TALLIES: Readonly<Record<string, Rule>> = {
  'persistence: the incumbent has it still': () => 0,
  'the last claim wins': (_, marks) => sum(marks.slice(-1).map(holderBy)),
  'majority of the last report-day': (_, marks) => sum(marks.map(holderBy)),
  'majority of all claims so far': (tally, marks) => tally + sum(marks.map(holderBy)),
  'the side that spoke most often so far': (tally, marks) => tally + sum(marks.map(speakerOf)),
};

const byRule = (world: readonly SimulatedCell[], rule: Rule): Float64Array =>
  Float64Array.from(
    world.flatMap(({ states, reportDays }) => {
      const saidOn = new Map(reportDays.map(({ day, marks }) => [day, marks]));
      let [tally, verdict] = [0, 0];
      return Array.from(states.keys(), (day) => {
        const marks = saidOn.get(day);
        if (marks !== undefined) tally = rule(tally, marks);
        if (tally !== 0) verdict = tally > 0 ? 1 : 0;
        return verdict;
      });
    }),
  );

/** By rule, its forecasts; the last is the one number for all that is right on average. */
export const ruleForecasts = (world: readonly SimulatedCell[], real: Uint8Array): ReadonlyMap<string, Float64Array> => {
  const rate = real.reduce((total, value) => total + value, 0) / real.length;
  return new Map([
    ...Object.entries(TALLIES).map(([name, rule]) => [name, byRule(world, rule)] as const),
    ['the base rate, known beforehand', new Float64Array(real.length).fill(rate)] as const,
  ]);
};
