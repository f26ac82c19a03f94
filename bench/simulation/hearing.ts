// What of a made-up world's reports is heard, and how it is counted: each once, with its copies, or some not at all.
// Invariant: the world stays as it is; two ways of hearing differ in nothing but the hearing.
import type { HeardCell, HeardMark } from '../../src/assessment/learn-corpus.ts';
import { type MarkName, MODEL_PARAMETERS } from '../../src/assessment/model-parameters.ts';
import type { Random } from '../../src/model/seeded.ts';
import type { SimulatedCell } from './world.ts';

export const INCUMBENT = 'incumbent';
export const CHALLENGER = 'challenger';

export interface Hearing {
  /** How often a mark is counted; 0 = nobody reported it. */
  readonly times: (mark: MarkName, random: Random) => number;
  /** How far silence is believed to have been listened to. */
  readonly coverage: number;
}

const RETURNS: ReadonlySet<MarkName> = new Set<MarkName>(['central-retaken', 'local-retaken']);
const OWN: ReadonlySet<MarkName> = new Set<MarkName>(['own-capture', 'own-hold']);

/** One to seven, four on average. */
const copies = (random: Random): number => 1 + Math.floor(7 * random());

export const EACH_ONCE: Hearing = { times: () => 1, coverage: 1 };
export const WITH_COPIES: Hearing = { times: (_, random) => copies(random), coverage: 1 };
export const AMPLIFIED: Hearing = { times: (mark, random) => (OWN.has(mark) ? copies(random) : 1), coverage: 1 };
/** What tells of a place's return to the incumbent reaches us with this probability. */
export const returnsHeard = (share: number): Hearing => ({
  times: (mark, random) => (RETURNS.has(mark) && random() >= share ? 0 : 1),
  coverage: 1,
});
export const withCoverage = (coverage: number): Hearing => ({ times: () => 1, coverage });

/** The cells as the model is given them. */
export const hear = (
  world: readonly SimulatedCell[],
  { times, coverage }: Hearing,
  random: Random,
): readonly HeardCell[] =>
  world.map(({ states, reportDays }, at) => {
    const marks = reportDays.flatMap(({ day, marks: said }) =>
      said.flatMap((mark): HeardMark[] => {
        const weight = times(mark, random);
        return weight === 0 ? [] : [{ day, mark, weight, of: null, mirrored: false, source: null }];
      }),
    );
    return {
      cell: `cell ${at}`,
      incumbent: INCUMBENT,
      challengers: [CHALLENGER],
      start: Float64Array.from(MODEL_PARAMETERS.start.listed.incumbent),
      days: states.length,
      coverage: () => coverage,
      marks,
      seen: new Set(marks.map(({ day }) => day)),
      danger: new Set<number>(),
    };
  });
