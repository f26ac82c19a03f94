// What must hold for any acts of people on any claims: before an act is known nothing of it shows, afterwards it is as if always so.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, cutEvidence } from '../../src/assessment/assess.ts';
import { groundOf } from '../../src/assessment/ground.ts';
import { NO_HISTORY } from '../../src/assessment/letters.ts';
import type { Cell, Evidence } from '../../src/model/control.ts';
import { addDays, type Day, type Instant } from '../../src/model/time.ts';
import { loadTheatre } from '../../src/theatre/load.ts';
import { parseEvidence } from '../assessment-world.ts';
import { listeners } from '../listeners.ts';

const ground = groundOf(loadTheatre('tiny'));
const CELL: Cell = { place: 'northmark/coldwell', scope: 'district' };
const START = '2021-03-05' as Day;
const dayAt = (day: number): Day => addDays(START, day);
const instantAt = (day: number): Instant => `${dayAt(day)}T12:00:00.000Z` as Instant;

const VOICES = [
  'Hale[spokesman,onrecord,red]',
  'Crane[ministry,onrecord,blue]',
  'reeve[local-official,onrecord,blue]',
  'society[third-party,onrecord,international]',
  'carter[witness,offrecord,local]',
  '-[outlet,offrecord,outlet]',
] as const;

const line = fc
  .record({
    voice: fc.constantFrom(...VOICES),
    kind: fc.constantFrom('capture', 'hold', 'recapture', 'withdrawal', 'repulse', 'siege'),
    actor: fc.constantFrom('red', 'blue'),
    not: fc.constantFrom('', '', 'not '),
    day: fc.integer({ min: 0, max: 20 }),
  })
  .map(
    ({ voice, kind, actor, not, day }) =>
      `${dayAt(day)} ${dayAt(day)} ${voice} ${not}${kind} ${CELL.place}(district) ${actor}`,
  );

const act = fc.record({
  what: fc.constantFrom('retract', 'assert', 'judge', 'join'),
  at: fc.nat(),
  to: fc.nat(),
  same: fc.boolean(),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** When people act: after all reports. */
const ACTED = instantAt(40);
const EVER = instantAt(-400);

/** An act on the evidence, known from a moment on; `plain` is what was before it, or null where there was nothing. */
const acted = (evidence: readonly Evidence[], { what, at, to, same }: Act, known: Instant): readonly Evidence[] => {
  const [one, other] = [evidence[at % evidence.length], evidence[to % evidence.length]];
  if (one === undefined || other === undefined) return evidence;
  const changed = ((): Evidence => {
    if (what === 'retract') return { ...one, retracted: { seq: 2, known, reason: 'wrong' } };
    if (what === 'assert') return { ...one, known };
    if (what === 'judge') {
      const judgement = { claim: other.claim.id, sameProposition: same, by: 'ada', reason: 'so', seq: 2, known };
      return { ...one, judged: [{ ...judgement, retracted: null }] };
    }
    const { report } = one;
    const before = known === EVER ? [] : [{ family: report.family, until: known }];
    return { ...one, report: { ...report, family: other.report.family, familyBefore: before } };
  })();
  return evidence.map((each) => (each === one ? changed : each));
};

const assessed = (evidence: readonly Evidence[], asOf: Instant | null, on: Day): string => {
  const heard = listeners(ground, cutEvidence(evidence, { asOf, seq: 9 }))(CELL);
  const found = assess(ground, { cell: CELL, moment: { on, asOf, seq: 9 }, heard, letters: NO_HISTORY }, evidence);
  const { moment: _, steps, denials, notCounted, ...rest } = found;
  const told = [...steps, ...denials, ...notCounted].map(({ evidence: { claim, report } }) => [
    claim.id,
    report.family,
  ]);
  return JSON.stringify({ ...rest, told });
};

const world = fc
  .array(line, { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map((text, index) => parseEvidence(`c${index} ${text}`, index)));
const days = fc.integer({ min: 0, max: 30 }).map(dayAt);

describe('people’s acts', () => {
  it('show nothing of themselves before they were known', () => {
    fc.assert(
      fc.property(world, act, days, (evidence, one, on) => {
        const before = instantAt(39);
        const plain = one.what === 'assert' ? evidence.filter((_, at) => at !== one.at % evidence.length) : evidence;
        expect(assessed(acted(evidence, one, ACTED), before, on)).toBe(assessed(plain, before, on));
      }),
    );
  });

  it('are from then on as if it had always been so', () => {
    fc.assert(
      fc.property(world, act, days, fc.constantFrom(ACTED, instantAt(60), null), (evidence, one, on, asOf) => {
        const late = acted(evidence, one, ACTED);
        const ever = one.what === 'assert' ? evidence : acted(evidence, one, EVER);
        expect(assessed(late, asOf, on)).toBe(assessed(ever, asOf, on));
      }),
    );
  });
});
