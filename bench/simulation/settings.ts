// The settings of the table: which world, what of it is heard, with which numbers it is read (control-method 13).
import { learn } from '../../src/assessment/learn.ts';
import type { HeardCell } from '../../src/assessment/learn-corpus.ts';
import { MODEL_PARAMETERS, type ModelParameters } from '../../src/assessment/model-parameters.ts';
import { type Random, seeded } from '../../src/model/seeded.ts';
import { AMPLIFIED, EACH_ONCE, type Hearing, hear, returnsHeard, WITH_COPIES, withCoverage } from './hearing.ts';
import { ruleForecasts } from './rules.ts';
import { came, forecast, type Scores, scoresOf } from './scores.ts';
import { amongSpeaking, blurred, type Extent, type SimulatedCell, simulate, thinned } from './world.ts';

/** How much rarer reports are in the thin corpus. */
const THIN = 10;

interface World {
  readonly cells: readonly SimulatedCell[];
  readonly real: Uint8Array;
  readonly days: number;
  /** The numbers that made it, and the same off by a factor of about two. */
  readonly numbers: ModelParameters;
  readonly off: ModelParameters;
  readonly random: Random;
}

interface Setting {
  readonly name: string;
  readonly hearing: Hearing;
  readonly numbers: (world: World, heard: readonly HeardCell[]) => ModelParameters;
  readonly clock?: 'filtered' | 'smoothed';
}

const right: Setting['numbers'] = ({ numbers }) => numbers;
const off: Setting['numbers'] = (world) => world.off;
const learned: Setting['numbers'] = (world, heard) => learn({ cells: heard, anchors: [] }, world.off).parameters;
const fullPresence: Setting['numbers'] = ({ numbers }) => ({ ...numbers, presence: MODEL_PARAMETERS.presence });

const DENSE: readonly Setting[] = [
  { name: 'true numbers', hearing: EACH_ONCE, numbers: right },
  { name: 'true numbers, looking back', hearing: EACH_ONCE, numbers: right, clock: 'smoothed' },
  { name: 'off by two, before EM', hearing: EACH_ONCE, numbers: off },
  { name: 'off by two, after EM', hearing: EACH_ONCE, numbers: learned },
  { name: 'off by two, after EM, looking back', hearing: EACH_ONCE, numbers: learned, clock: 'smoothed' },
  { name: 'copies counted, four on average', hearing: WITH_COPIES, numbers: right },
  { name: 'only the challenger’s own words copied', hearing: AMPLIFIED, numbers: right },
  { name: 'recaptures reported at one fifth', hearing: returnsHeard(0.2), numbers: right },
  { name: 'recaptures never reported', hearing: returnsHeard(0), numbers: right },
];

const THINLY: readonly Setting[] = [
  { name: 'right coverage', hearing: EACH_ONCE, numbers: right },
  { name: 'full presence, ρ = 0.1', hearing: withCoverage(1 / THIN), numbers: fullPresence },
  { name: 'silence read as if coverage were full', hearing: EACH_ONCE, numbers: fullPresence },
  { name: 'silence off', hearing: withCoverage(0), numbers: right },
  { name: 'off by two, before EM', hearing: EACH_ONCE, numbers: off },
  { name: 'off by two, after EM (`fit` refuses it)', hearing: EACH_ONCE, numbers: learned },
];

const makeWorld = (seed: number, extent: Extent, times: number): World => {
  const random = seeded(seed);
  const numbers = thinned(amongSpeaking(MODEL_PARAMETERS), times);
  const cells = simulate(numbers, extent, random);
  return { cells, real: came(cells), days: extent.days, numbers, off: blurred(numbers, random), random };
};

const scoreSetting = (world: World, { hearing, numbers, clock = 'filtered' }: Setting): Scores => {
  const heard = hear(world.cells, hearing, world.random);
  const p = forecast(heard, numbers(world, heard), clock);
  return scoresOf({ p, came: world.real, days: world.days });
};

export interface CorpusScores {
  readonly reportDays: number;
  /** By setting or rule, in the order of the table. */
  readonly scores: ReadonlyMap<string, Scores>;
}

const scoreWorld = (world: World, settings: readonly Setting[]): CorpusScores => {
  const { cells, real, days } = world;
  const rules = [...ruleForecasts(cells, real)].map(([name, p]) => [name, scoresOf({ p, came: real, days })] as const);
  return {
    reportDays: cells.reduce((sum, { reportDays }) => sum + reportDays.length, 0),
    scores: new Map([...settings.map((one) => [one.name, scoreSetting(world, one)] as const), ...rules]),
  };
};

/** Every setting of one seed, on a corpus as dense as a busy front's and on one with a tenth of its reports. */
export const scoreSeed = (
  seed: number,
  extent: Extent,
): { readonly dense: CorpusScores; readonly thin: CorpusScores } => ({
  dense: scoreWorld(makeWorld(seed, extent, 1), DENSE),
  thin: scoreWorld(makeWorld(seed, extent, THIN), THINLY),
});
