// EM on a made-up corpus whose truth is known: it mends numbers that are off by two, and refuses what turns a meaning round.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { EACH_ONCE, hear } from '../bench/simulation/hearing.ts';
import { came, forecast, type Scores, scoresOf } from '../bench/simulation/scores.ts';
import { amongSpeaking, blurred, type SimulatedCell, simulate } from '../bench/simulation/world.ts';
import { simulationTable } from '../bench/simulation.ts';
import { ROOT } from '../scripts/source-files.ts';
import { fit, type Learned } from '../src/assessment/learn.ts';
import type { HeardCell } from '../src/assessment/learn-corpus.ts';
import { MARK_NAMES, MODEL_PARAMETERS, type ModelParameters } from '../src/assessment/model-parameters.ts';
import { seeded } from '../src/model/seeded.ts';

const EXTENT = { cells: 180, days: 107 };
const TRUE = amongSpeaking(MODEL_PARAMETERS);

interface World {
  readonly cells: readonly SimulatedCell[];
  readonly heard: readonly HeardCell[];
  readonly off: ModelParameters;
}

const makeWorld = (numbers: ModelParameters, seed: number): World => {
  const random = seeded(seed);
  const cells = simulate(numbers, EXTENT, random);
  return { cells, heard: hear(cells, EACH_ONCE, random), off: blurred(numbers, random) };
};

const scored = ({ cells, heard }: World, numbers: ModelParameters): Scores =>
  scoresOf({ p: forecast(heard, numbers, 'filtered'), came: came(cells), days: EXTENT.days });

const learnedFrom = ({ heard }: World, table: ModelParameters): Learned => {
  const outcome = fit({ cells: heard, anchors: [] }, table);
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  return outcome.value;
};

describe.each([1, 4, 5])('learning, seed %i', (seed) => {
  let world: World;
  let learned: Learned;
  let [before, after, best]: Scores[] = [];
  beforeAll(() => {
    world = makeWorld(TRUE, seed);
    learned = learnedFrom(world, world.off);
    [before, after, best] = [world.off, learned.parameters, TRUE].map((numbers) => scored(world, numbers));
  });

  it('mends numbers that were off by a factor of two: nearly as right as the true ones', () => {
    expect(after?.brier).toBeLessThan(before?.brier ?? 0);
    expect(after?.logLoss).toBeLessThan(before?.logLoss ?? 0);
    expect(after?.brier).toBeLessThan((best?.brier ?? 0) * 1.05);
    expect(after?.logLoss).toBeLessThan((best?.logLoss ?? 0) * 1.05);
  });

  it('stops when a round gains next to nothing, or at the sixtieth', () => {
    expect(learned.rounds).toBeLessThanOrEqual(60);
    if (learned.rounds < 60) expect(Math.abs(learned.gain)).toBeLessThan(1e-4);
  });

  it('gives the same numbers when asked again', () => {
    expect(learnedFrom(world, world.off).parameters).toEqual(learned.parameters);
  });

  it('gives rows that sum to one, stay below one, and admissions worth fifty to one', () => {
    const { transitions, presence, marks } = learned.parameters;
    for (const row of transitions) expect(row.reduce((sum, value) => sum + value)).toBeCloseTo(1);
    for (const value of [...presence, ...MARK_NAMES.flatMap((mark) => [...marks[mark]])]) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1);
    }
    expect(marks['local-concession'][2] / marks['local-concession'][0]).toBeGreaterThanOrEqual(50 * (1 - 1e-12));
  });
});

describe('a fit that turns a meaning round', () => {
  it('is refused, and says which kind of statement did it and where it came out', () => {
    const [held, contested, fresh, settled] = TRUE.marks['third-on-record'];
    const turned = { ...TRUE, marks: { ...TRUE.marks, 'third-on-record': [fresh, contested, held, settled] as const } };
    const { heard } = makeWorld(turned, 7);
    const outcome = fit({ cells: heard, anchors: [] }, MODEL_PARAMETERS);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'mark-crossed', stage: 'assessment' } });
    expect(outcome.ok ? '' : outcome.refusal.reason).toMatch(/“third-on-record” came out at 0\.\d\d/);
  });
});

describe('the manual', () => {
  // Eight seconds of one processor; where others work beside it, more.
  it('has the table that npm run bench -- simulation prints', { timeout: 600_000 }, () => {
    expect(readFileSync(join(ROOT, 'docs', 'learning.md'), 'utf8')).toContain(simulationTable());
  });
});
