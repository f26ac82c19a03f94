// Laws of every ledger, tried on made-up histories. Run on SQLite and on a real PostgreSQL by ledger.test.ts.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ledger, openLedger, type Where } from '../src/ledger/ledger.ts';
import { DERIVED_TABLES } from '../src/ledger/tables.ts';
import { KINDS } from '../src/model/claim.ts';
import type { Batch } from '../src/model/entry.ts';
import type { World } from './ledger.conformance.ts';
import { batchOf, edgeOf, NOON, reportOf, SKETCHER } from './ledger-world.ts';

const said = fc.record({
  at: fc.nat(6),
  place: fc.constantFrom('p/one', 'p/two', 'p/three', null),
  kind: fc.constantFrom(...KINDS),
  on: fc.integer({ min: 1, max: 28 }),
});

const batch: fc.Arbitrary<Batch> = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    reader: fc.constantFrom('rules/1', 'rules/2', 'gold', 'person/ada'),
    claims: fc.array(said, { maxLength: 4 }),
    of: fc.constantFrom(null, 'a', 'b'),
  })
  .map(({ name, reader, claims, of }) =>
    batchOf(name, claims, { reader, family: of && of !== name ? edgeOf(reportOf(name), reportOf(of)) : null }),
  );

const step = fc.record({ batch, takeBack: fc.boolean(), move: fc.constantFrom(null, 'p/two', 'p/four') });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const LOOKED = { by: 'person/bo', reason: 'I looked.', known: NOON, recorded: NOON };

const take = async (ledger: Ledger, { batch, takeBack, move }: Step): Promise<void> => {
  await ledger.append([batch]);
  const [claim] = batch.claims;
  if (move !== null && claim) {
    const value = { ...claim, place: { ...claim.place, id: move }, reader: 'person/bo' };
    await ledger.decide([{ act: 'assert', what: { type: 'claim', value } }], LOOKED);
  }
  if (!takeBack || !claim || !(await ledger.claim(claim.id))) return;
  await ledger.retract({
    type: 'claim',
    id: claim.id,
    by: 'person/ada',
    reason: 'Wrong.',
    known: NOON,
    recorded: NOON,
  });
};

const answersAt = async (ledger: Ledger, seq: number) => ({
  claims: await ledger.claimsOf({ seq }),
  places: await ledger.places(seq),
  heads: await ledger.reportHeads(undefined, seq),
  edges: await ledger.familyEdges(seq),
});

export const ledgerProperties = (name: string, world: World, runs: number): void => {
  const onFresh = async (work: (ledger: Ledger, where: Where) => Promise<void>): Promise<void> => {
    const where = await world.fresh();
    const ledger = await openLedger(where, 'tiny');
    await work(ledger, where).finally(() => ledger.close());
  };
  const always = <T>(arbitrary: fc.Arbitrary<T>, work: (value: T, ledger: Ledger, where: Where) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(arbitrary, (value) => onFresh((ledger, where) => work(value, ledger, where))),
      { numRuns: runs },
    );
  const derived = (where: Where) =>
    Promise.all(
      DERIVED_TABLES.map(({ name, key }) => world.tamper(where, `select * from ${name} order by ${key.join(', ')}`)),
    );

  describe(`${name}: laws`, () => {
    test('an answer for a sequence number never changes, whatever is appended later', () =>
      always(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps, ledger) => {
        const answers = new Map<number, unknown>();
        for (const one of steps) {
          await take(ledger, one);
          const seq = await ledger.seq();
          answers.set(seq, await answersAt(ledger, seq));
        }
        for (const [seq, answer] of answers) expect(await answersAt(ledger, seq)).toEqual(answer);
      }));

    test('appending twice adds nothing', () =>
      always(fc.array(batch, { minLength: 1, maxLength: 3 }), async (batches, ledger) => {
        for (const one of batches) {
          await ledger.append([one]);
          const seq = await ledger.seq();
          await ledger.append([one]);
          expect(await ledger.seq()).toBe(seq);
        }
      }));

    test('rebuilding gives the derived tables the same bytes', () =>
      always(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps, ledger, where) => {
        for (const one of steps) await take(ledger, one);
        const before = await derived(where);
        await ledger.rebuild(SKETCHER);
        expect(await derived(where)).toEqual(before);
      }));

    test('the order of reports does not change which claims stand', () =>
      always(fc.uniqueArray(batch, { selector: ({ report }) => report.id, minLength: 2 }), async (batches, ledger) => {
        const standing = async (in_: Ledger) =>
          (await in_.claimsOf({})).map(({ claim }) => claim).sort((a, b) => (a.id < b.id ? -1 : 1));
        await ledger.append(batches);
        await onFresh(async (other) => {
          for (const one of batches.toReversed()) await other.append([one]);
          expect(await standing(other)).toEqual(await standing(ledger));
        });
      }));

    test('sequence numbers are one, two, three … without a gap', () =>
      always(fc.array(step, { maxLength: 5 }), async (steps, ledger) => {
        for (const one of steps) await take(ledger, one);
        const entries = await ledger.entries(1, Number.MAX_SAFE_INTEGER);
        expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      }));
  });
};
