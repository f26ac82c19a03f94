// Leaving out is as if it had not been said: the shortcut over the touched days against a whole run without the claim.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvidence } from '../../test/assessment-world.ts';
import type { Cell, Evidence } from '../model/control.ts';
import { addDays, type Day } from '../model/time.ts';
import { loadTheatre } from '../theatre/load.ts';
import type { Belief } from './belief.ts';
import { NO_CAMPAIGNS } from './campaigns.ts';
import { groundOf } from './ground.ts';
import { leaveOut } from './leave-out.ts';
import { dayNumber } from './statements.ts';
import { prepare } from './view.ts';

const ground = groundOf(loadTheatre('tiny'));
const CELL: Cell = { place: 'southlea/garth', scope: 'district' };
const START = '2021-03-05' as Day;
const VOICES = [
  'spokesman,onrecord,red',
  'ministry,onrecord,blue',
  'local-official,onrecord,blue',
  'resident,offrecord,local',
];

const believe = (rho: number, evidence: readonly Evidence[]): Belief => {
  const last = dayNumber(addDays(START, 40));
  const { belief } = prepare(
    ground,
    { cell: CELL, heard: { rho: () => rho, last, campaigns: NO_CAMPAIGNS } },
    evidence,
  );
  if (belief === null) throw new Error('tiny has an incumbent and a challenger');
  return belief;
};

/** Each by a speaker of its own, so that no two are one assertion; holdings speak of several days. */
const said = fc
  .record({
    voice: fc.constantFrom(...VOICES),
    kind: fc.constantFrom('hold', 'hold', 'clash', 'siege'),
    actor: fc.constantFrom('red', 'blue'),
    day: fc.integer({ min: 0, max: 12 }),
    length: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ voice, kind, actor, day, length }) => {
    const until = addDays(START, day + length);
    const when = kind === 'hold' ? `${addDays(START, day)}..${until}` : until;
    return { when, until, words: `[${voice}] ${kind} southlea/garth(district) ${actor}` };
  });
const world = fc
  .array(said, { minLength: 1, maxLength: 9 })
  .map((all) =>
    all.map(({ when, until, words }, at) => parseEvidence(`c${at} ${when} ${until} speaker${at}${words}`, at)),
  );

describe('a belief without one of its claims', () => {
  it('is that of a run in which it was never made, on every day, at any coverage', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(0, 0.4, 1), fc.nat(), (evidence, rho, pick) => {
        const left = evidence[pick % evidence.length];
        const whole = believe(rho, evidence);
        const without = believe(
          rho,
          evidence.filter((one) => one !== left),
        );
        const out = new Set(whole.weighed.filter(({ statement }) => statement.evidence === left));
        const days = Array.from({ length: 40 }, (_, day) => dayNumber(START) + day);
        for (const [at, states] of leaveOut(whole, out, days).entries())
          for (const [state, value] of states.entries())
            expect(value).toBeCloseTo(without.on(days[at] ?? 0)[state] ?? Number.NaN, 9);
      }),
      { numRuns: 150 },
    );
  });

  it('is the belief itself where nothing is left out', () => {
    const belief = believe(0.5, [
      parseEvidence('a 2021-03-17 2021-03-17 Hale[spokesman,onrecord,red] capture southlea/garth(district) red', 0),
    ]);
    const day = dayNumber('2021-03-19' as Day);
    const [states] = leaveOut(belief, new Set(), [day]);
    for (const [state, value] of belief.on(day).entries()) expect(states?.[state]).toBeCloseTo(value, 12);
  });
});
