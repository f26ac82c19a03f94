// Numbers never colour a cell (control-method 14.9): on a real ledger, with any numbers added and with all of them taken away.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../scripts/source-files.ts';
import { groundOf } from '../../src/assessment/ground.ts';
import { filesSource } from '../../src/intake/sources.ts';
import { type Ledger, openLedger } from '../../src/ledger/ledger.ts';
import { type AggregateClaim, COMPARATORS, KINDS } from '../../src/model/claim.ts';
import { addDays, type Day, type Instant, onDay } from '../../src/model/time.ts';
import { readerOfGold } from '../../src/reading/gold/replay-gold.ts';
import { parseGold } from '../../src/score/gold.ts';
import { loadTheatre } from '../../src/theatre/load.ts';
import { addItems } from '../../src/whoholds/add-items.ts';
import { AggregateDesk } from '../../src/whoholds/aggregate-desk.ts';
import { ControlDesk } from '../../src/whoholds/control-desk.ts';

const DISPATCHES = join(ROOT, 'test', 'dispatches');
const NOTES = [
  '064-tiny-ashford.txt',
  '066-tiny-blue-statement.txt',
  '067-tiny-red-dispatch.txt',
  '068-tiny-retaken.txt',
];
const theatre = loadTheatre('tiny');
const folder = mkdtempSync(join(tmpdir(), 'whoholds-numbers-'));
const NOON = '2021-04-01T12:00:00.000Z' as Instant;
const LATER = { by: 'person/ada', reason: 'I read it.', known: NOON, recorded: NOON };
let ledger: Ledger;

beforeAll(async () => {
  ledger = await openLedger({ file: join(folder, 'tiny.db') }, theatre.id);
  const reader = readerOfGold(parseGold(readFileSync(join(DISPATCHES, 'gold.jsonl'), 'utf8')));
  const items = filesSource(
    NOTES.map((name) => join(DISPATCHES, name)),
    {},
  );
  for await (const added of addItems({ ledger, theatre, options: { reader, by: 'tests', now: () => NOON } }, items))
    if (added.report === null) throw new Error(`${added.file} was refused.`);
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every cell of two days, silent ones too, with all their sentences, whatever entry the ledger has come to. */
const picture = async (): Promise<string> => {
  const desk = new ControlDesk(ledger, theatre);
  const ask = { asOf: null, seq: null, place: null, scope: null, minStatus: null, all: true };
  const cells = [];
  for (const on of ['2021-03-17', '2021-03-24'] as Day[]) cells.push(...(await desk.control({ ...ask, on })));
  return JSON.stringify(cells.map(({ moment: { on }, ...cell }) => ({ ...cell, on })));
};

const numbers = fc.record({
  count: fc.option(fc.integer({ min: 0, max: 500 })),
  comparator: fc.constantFrom(...COMPARATORS),
  fraction: fc.option(fc.constantFrom(0.33, 0.5, 1)),
  of: fc.option(fc.integer({ min: 1, max: 500 })),
  unit: fc.constantFrom('district', 'centre', 'capital', 'crossing', 'province', 'post', 'percent'),
  within: fc.constantFrom<readonly string[]>([], ['TN-NOR'], ['northmark/ashford'], ['TN-MID', 'TN-SOU']),
  kind: fc.constantFrom<AggregateClaim['kind']>(...KINDS, 'not-control'),
  actor: fc.constantFrom('red', 'blue', null),
  polarity: fc.constantFrom('affirmed' as const, 'denied' as const),
  modality: fc.constantFrom('actual' as const, 'possible' as const, 'planned' as const, 'reported' as const),
  predicate: fc.constantFrom(null, 'permanent presence', 'changed hands', 'influence'),
  since: fc.option(fc.integer({ min: 0, max: 20 })),
  day: fc.integer({ min: 0, max: 40 }),
  side: fc.constantFrom('red', 'blue', 'outlet'),
});
type Drawn = typeof numbers extends fc.Arbitrary<infer T> ? T : never;

const FIRST = '2021-03-01' as Day;
let made = 0;

const aggregateOf = ({ since, day, side, ...drawn }: Drawn, report: string): AggregateClaim => {
  made += 1;
  const voice = { class: 'spokesman' as const, onRecord: true, stake: false };
  return {
    ...{ id: `agg_made-${made}`, report, on: null, until: null, answers: null },
    ...drawn,
    since: since === null ? null : addDays(FIRST, since),
    when: onDay(addDays(FIRST, day), since === null ? 'implied' : 'stated'),
    by: { speaker: 'Hale', role: null, voice, sides: [side], via: null, relayedBy: null, frame: null },
    quote: { start: 0, end: 4, text: 'Reds' },
  };
};

it('no number, added or taken away, changes any cell; a large ledger is answered alike', async () => {
  const before = await picture();
  expect(JSON.parse(before)).not.toHaveLength(0);
  const [head] = await ledger.reportHeads();
  const report = head?.report.id ?? '';
  const desk = new AggregateDesk(ledger, theatre, { ground: groundOf(theatre) });
  const large = new AggregateDesk(ledger, theatre, { ground: groundOf(theatre), largeFrom: 0 });
  await fc.assert(
    fc.asyncProperty(fc.array(numbers, { minLength: 1, maxLength: 6 }), async (drawn) => {
      const values = drawn.map((one) => aggregateOf(one, report));
      await ledger.decide(
        values.map((value) => ({ act: 'assert', what: { type: 'aggregate', value } })),
        LATER,
      );
      const told = await desk.reconcile({ on: null, asOf: null, seq: null });
      expect(await large.reconcile({ on: null, asOf: null, seq: null })).toEqual(told);
      const ids = new Set(told.map(({ aggregate }) => aggregate.id));
      expect(values.filter(({ id }) => !ids.has(id))).toEqual([]);
      for (const { p, verdict, sentence } of told) {
        expect(p === null || (p >= 0 && p <= 1)).toBe(true);
        expect(p === null).toBe(verdict === 'cannot-say');
        expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
      }
      expect(await picture()).toBe(before);
    }),
    { numRuns: 12 },
  );
  const standing = await ledger.aggregates();
  expect(standing.length).toBeGreaterThan(12);
  await ledger.decide(
    standing.map(({ id }) => ({ act: 'retract', type: 'aggregate', subject: id })),
    LATER,
  );
  expect(await ledger.aggregates()).toEqual([]);
  expect(await picture()).toBe(before);
});
