// What must hold for any claims whatever (control-method section 14, the properties that need no probability).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, cutEvidence } from '../../src/assessment/assess.ts';
import { NO_CAMPAIGNS } from '../../src/assessment/campaigns.ts';
import type { Listening } from '../../src/assessment/coverage.ts';
import { findPeriods } from '../../src/assessment/find-periods.ts';
import { type Ground, groundOf } from '../../src/assessment/ground.ts';
import { NO_HISTORY } from '../../src/assessment/letters.ts';
import { dayNumber } from '../../src/assessment/statements.ts';
import { recordOf } from '../../src/assessment/track-record.ts';
import { prepare } from '../../src/assessment/view.ts';
import type { Assessment, Cell, ControlPeriod, Evidence } from '../../src/model/control.ts';
import { addDays, type Day, type Instant } from '../../src/model/time.ts';
import { loadTheatre } from '../../src/theatre/load.ts';
import { parseEvidence } from '../assessment-world.ts';

const theatre = loadTheatre('tiny');
const ground = groundOf(theatre);
const CELL: Cell = { place: 'northmark/coldwell', scope: 'district' };
const START = '2021-03-05' as Day;
const SPAN = { from: START, until: '2021-07-20' as Day };

/** Half listened to, whatever is claimed: the properties are stated at a fixed ρ. */
const HEARD: Listening = { rho: () => 0.5, last: dayNumber('2021-05-01' as Day), campaigns: NO_CAMPAIGNS };

const VOICES = [
  'Hale[spokesman,onrecord,red]',
  'Crane[ministry,onrecord,blue]',
  'reeve[local-official,onrecord,blue]',
  'source[anonymous,offrecord,blue]',
  'society[third-party,onrecord,international]',
  'neighbour[third-party,onrecord,stake,international]',
  'carter[witness,offrecord,local]',
  '-[outlet,offrecord,outlet]',
] as const;
const KINDS = [
  'capture',
  'recapture',
  'hold',
  'loss',
  'withdrawal',
  'surrender',
  'siege',
  'threat',
  'entry',
  'clash',
  'repulse',
] as const;
const PLACES = [
  'northmark/coldwell(district)',
  'northmark/coldwell(centre)',
  'northmark/coldwell(village)',
  'northmark/millers-bridge(crossing)',
] as const;
const MODALITIES = ['', '', '', '', 'possible', 'planned', 'reported', 'partial'] as const;

const line = fc
  .record({
    voice: fc.constantFrom(...VOICES),
    kind: fc.constantFrom(...KINDS),
    place: fc.constantFrom(...PLACES, PLACES[0], PLACES[0]),
    actor: fc.constantFrom('red', 'blue'),
    not: fc.boolean().map((is) => (is ? 'not ' : '')),
    modality: fc.constantFrom(...MODALITIES),
    day: fc.integer({ min: 0, max: 40 }),
    late: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ voice, kind, place, actor, not, modality, day, late }) => {
    const on = addDays(START, day);
    return `${on} ${addDays(on, late)} ${voice} ${not}${kind} ${place} ${actor} ${modality}`.trim();
  });

const world = fc
  .array(line, { maxLength: 14 })
  .map((lines) => lines.map((text, index) => parseEvidence(`c${index} ${text}`, index)));
const days = fc.integer({ min: 0, max: 60 }).map((day) => addDays(START, day));

const on = (day: Day, evidence: readonly Evidence[], asOf: Instant | null = null, at: Ground = ground): Assessment =>
  assess(at, { cell: CELL, moment: { on: day, asOf, seq: 9 }, heard: HEARD, letters: NO_HISTORY }, evidence);
const answer = ({ status, holder, flags, p, pLow, pHigh }: Assessment): unknown => ({
  ...{ status, holder, flags },
  ...{ p, pLow, pHigh },
});
const periods = (evidence: readonly Evidence[], asOf: Instant | null = null): readonly ControlPeriod[] =>
  findPeriods(ground, { cell: CELL, ...SPAN, asOf, seq: 9, heard: HEARD }, evidence);

const OTHER: Readonly<Record<string, string>> = { red: 'blue', blue: 'red' };
const swap = (id: string): string => OTHER[id] ?? id;
const swapEvidence = ({ claim, report, ...rest }: Evidence): Evidence => ({
  ...rest,
  report,
  claim: {
    ...claim,
    actor: claim.actor === null ? null : swap(claim.actor),
    by: { ...claim.by, sides: claim.by.sides.map(swap) },
  },
});
const swapped: Ground = {
  ...ground,
  sides: ground.sides.map((side) => ({
    ...side,
    id: swap(side.id),
    alliedWith: side.alliedWith === null ? null : swap(side.alliedWith),
  })),
  baselines: ground.baselines.map((baseline) => ({
    ...baseline,
    holder: swap(baseline.holder),
    exceptions: new Map([...baseline.exceptions].map(([place, side]) => [place, swap(side)])),
  })),
};

describe('assessment, whatever is claimed', () => {
  it('weighs a claim by how sure its reader is of it', () => {
    const read = (reading: number) => (one: Evidence) => ({ ...one, claim: { ...one.claim, reading } });
    const weights = ({ steps }: Assessment) =>
      new Map(steps.map(({ evidence, mark, effect, weight }) => [`${evidence.claim.id} ${mark} ${effect}`, weight]));
    fc.assert(
      fc.property(world, days, fc.integer({ min: 5, max: 98 }), (evidence, day, hundredths) => {
        const [sure, less] = [on(day, evidence.map(read(1))), on(day, evidence.map(read(hundredths / 100)))];
        for (const [step, weight] of weights(less)) {
          const before = weights(sure).get(step);
          if (before !== undefined) expect(weight).toBeCloseTo((before * hundredths) / 100, 2);
        }
      }),
    );
  });

  it('gives the exchanged answer to exchanged sides', () => {
    fc.assert(
      fc.property(world, days, (evidence, day) => {
        const plain = on(day, evidence);
        const mirrored = on(day, evidence.map(swapEvidence), null, swapped);
        expect(mirrored.status).toBe(plain.status);
        expect(mirrored.holder).toBe(plain.holder === null ? null : swap(plain.holder));
      }),
    );
  });

  it('changes nothing for a copy in another outlet', () => {
    fc.assert(
      fc.property(world, days, fc.nat(), (evidence, day, pick) => {
        const original = evidence[pick % Math.max(1, evidence.length)];
        if (original === undefined) return;
        const report = { ...original.report, id: 'copy', outlet: 'copyist', known: addHour(original.report.known) };
        const copy = {
          ...original,
          claim: { ...original.claim, id: 'copy', report: 'copy' },
          report: { ...report, publishedAt: report.known },
        };
        // But for the flag that says so: one story in several papers.
        const told = on(day, [...evidence, copy]);
        const flags = told.flags.filter((flag) => flag !== 'copyOnly');
        expect(answer({ ...told, flags })).toEqual(answer(on(day, evidence)));
      }),
    );
  });

  it('changes nothing for the same speaker saying the same to another outlet within the hour', () => {
    fc.assert(
      fc.property(world, days, fc.nat(), (evidence, day, pick) => {
        const named = evidence.filter(
          ({ claim }) => claim.by.voice.class === 'spokesman' || claim.by.voice.class === 'ministry',
        );
        const original = named[pick % Math.max(1, named.length)];
        if (original === undefined) return;
        const { known } = original.report;
        // Who says two things in one instant has said neither last: only their ids put them in order.
        const instant = evidence.filter(
          ({ report, claim }) => report.known === known && claim.by.speaker === original.claim.by.speaker,
        );
        fc.pre(instant.length === 1);
        const report = {
          ...original.report,
          id: 'again',
          family: 'again',
          outlet: 'another',
          known,
          publishedAt: known,
        };
        const again = { ...original, claim: { ...original.claim, id: 'again', report: 'again' }, report };
        const [told, plain] = [on(day, [...evidence, again]), on(day, evidence)];
        expect(told.effective).toEqual(plain.effective);
        expect({ status: told.status, holder: told.holder, p: told.p }).toEqual({
          ...{ status: plain.status, holder: plain.holder, p: plain.p },
        });
      }),
    );
  });

  it('gives the same bytes for the same claims in another order', () => {
    fc.assert(
      fc.property(
        world.chain((evidence) =>
          fc.tuple(fc.constant(evidence), fc.shuffledSubarray(evidence, { minLength: evidence.length })),
        ),
        days,
        ([evidence, shuffled], day) => {
          expect(JSON.stringify(on(day, shuffled))).toBe(JSON.stringify(on(day, evidence)));
        },
      ),
    );
  });

  it('never changes an answer by what was known later', () => {
    fc.assert(
      fc.property(world, days, days, (evidence, day, cut) => {
        const asOf = `${cut}T20:00:00.000Z` as Instant;
        const then = evidence.filter(({ report }) => report.known <= asOf);
        expect(JSON.stringify(on(day, evidence, asOf))).toBe(JSON.stringify(on(day, then, asOf)));
      }),
    );
  });

  it('knows the history of a source in any order, and nothing of it that was known later', () => {
    fc.assert(
      fc.property(world, fc.array(line, { maxLength: 4 }), (evidence, lines) => {
        const asOf = `${addDays(START, 60)}T00:00:00.000Z` as Instant;
        const history = (all: readonly Evidence[]): string => {
          const known = cutEvidence(all, { asOf, seq: 9 });
          return JSON.stringify(recordOf(prepare(ground, { cell: CELL, heard: HEARD }, known)));
        };
        const late = lines.map((text, index) => parseEvidence(`late${index} ${text}`, index));
        const unknown = late.map((one) => {
          const known = `${addDays(START, 70)}T12:00:00.000Z` as Instant;
          return { ...one, report: { ...one.report, known, publishedAt: known } };
        });
        expect(history([...evidence].reverse())).toBe(history(evidence));
        expect(history([...evidence, ...unknown])).toBe(history(evidence));
      }),
    );
  });

  it('gives exactly the output without a withdrawn claim from when that was known', () => {
    fc.assert(
      fc.property(world, days, fc.nat(), (evidence, day, pick) => {
        const at = pick % Math.max(1, evidence.length);
        const withdrawn = evidence.map((one, index) =>
          index === at ? { ...one, retracted: { seq: 2, known: one.report.known, reason: 'corrected' } } : one,
        );
        const without = evidence.filter((_, index) => index !== at);
        expect(JSON.stringify(on(day, withdrawn))).toBe(JSON.stringify(on(day, without)));
      }),
    );
  });

  it('never confirms by borrowed scopes alone', () => {
    fc.assert(
      fc.property(world, days, (evidence, day) => {
        const beside = evidence.filter(({ claim }) => claim.scope !== 'district' && claim.scope !== 'centre');
        expect(on(day, beside).status).not.toBe('confirmed');
      }),
    );
  });

  it('opens every cell that is more than the baseline to at least one claim', () => {
    fc.assert(
      fc.property(world, days, (evidence, day) => {
        const { status, because, reason } = on(day, evidence);
        expect(because.length > 0 || status === 'undetermined').toBe(true);
        expect(reason).toMatch(/^[A-Z].*\.$/s);
        for (const id of because) expect(evidence.some(({ claim }) => claim.id === id)).toBe(true);
      }),
    );
  });

  it('finds periods that neither overlap nor leave gaps and say what each of their days says', () => {
    fc.assert(
      fc.property(world, days, (evidence, day) => {
        const found = periods(evidence);
        expect(found[0]?.from).toBe(SPAN.from);
        expect(found.at(-1)?.until).toBeNull();
        found.slice(1).forEach((period, index) => {
          expect(found[index]?.until).toBe(period.from);
          expect(found[index]?.until !== null && (found[index]?.from ?? '') < period.from).toBe(true);
          expect([found[index]?.status, found[index]?.holder]).not.toEqual([period.status, period.holder]);
        });
        const then = found.findLast(({ from }) => from <= day);
        const { status, holder } = on(day, evidence);
        expect({ status: then?.status, holder: then?.holder }).toEqual({ status, holder });
      }),
    );
  });

  it('lets no status flip twice on unchanged evidence', () => {
    fc.assert(
      fc.property(world, (evidence) => {
        const last = evidence.reduce<string>(
          (day, { claim }) => ((claim.when.latest ?? day) > day ? (claim.when.latest ?? day) : day),
          START,
        );
        const after = periods(evidence).filter(({ from }) => from > addDays(last as Day, 3));
        const names = after.map(({ status, holder }) => `${status} ${holder}`);
        expect(new Set(names).size, names.join(', ')).toBe(names.length);
      }),
    );
  });
});

function addHour(instant: Instant): Instant {
  return new Date(Date.parse(instant) + 3_600_000).toISOString() as Instant;
}
