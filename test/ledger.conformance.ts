// What every ledger promises, whatever database lies under it. Run on SQLite and on a real PostgreSQL by ledger.test.ts.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ledger, openLedger, type Where } from '../src/ledger/ledger.ts';
import type { ClaimPageQuery, LedgerClaim } from '../src/ledger/records.ts';
import { SKETCH_TABLES } from '../src/ledger/tables.ts';
import { answerId } from '../src/model/answer.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Batch, DatedTurn, PersonsAct } from '../src/model/entry.ts';
import { Fault } from '../src/model/outcome.ts';
import type { Report } from '../src/model/report.ts';
import type { ActRequest } from '../src/model/request.ts';
import { hashBytes } from '../src/model/text.ts';
import { type Instant, onDay } from '../src/model/time.ts';
import {
  batchOf,
  claimOf,
  day,
  edgeOf,
  NOON,
  RULES,
  refusalOf,
  refused,
  reportOf,
  SKETCHER,
  signatureOf,
} from './ledger-world.ts';

export interface World {
  /** A place for a ledger where none is yet. */
  fresh(): Promise<Where>;
  /** Runs a statement past the ledger, as any tool could. */
  tamper(where: Where, sql: string): Promise<unknown>;
  /** Does something while the ledger's write lock is held. */
  hold(where: Where, work: () => Promise<void>): Promise<void>;
}

const ids = (claims: readonly LedgerClaim[]): readonly string[] => claims.map(({ claim }) => claim.id);
const LATER = '2021-04-01T00:00:00.000Z' as Instant;

const requestOf = (key: string, given: Partial<ActRequest> = {}): Omit<ActRequest, 'number'> => ({
  ...{ by: 'Ada Finch', key, mark: 'm', recorded: NOON, of: null, state: 'waiting', reason: 'I looked.', act: '{}' },
  answer: '{}',
  ...given,
});

export const ledgerConformance = (name: string, world: World): void => {
  let where: Where;
  let ledger: Ledger;
  beforeEach(async () => {
    where = await world.fresh();
    ledger = await openLedger(where, 'tiny');
  });
  afterEach(() => ledger.close());
  const retract = (id: string, by = 'person/ada') =>
    ledger.retract({ type: 'claim', id, by, reason: 'The outlet corrected it.', known: LATER, recorded: LATER });
  const fault = (work: Promise<unknown>) => expect(work).rejects.toThrow(Fault);
  const ashford = (seq?: number) =>
    ledger.claimsOf({ places: ['northmark/ashford'], ...(seq === undefined ? {} : { seq }) });

  describe(`${name}: appending`, () => {
    test('a new ledger stands at zero and holds nothing', async () => {
      expect(await ledger.seq()).toBe(0);
      expect(await ledger.claimsOf({})).toEqual([]);
      expect(await ledger.places()).toEqual([]);
    });

    test('a report and its claims become entries one after another', async () => {
      const batch = batchOf('a', [{ at: 0 }, { at: 40, place: 'northmark/elm' }]);
      expect(await ledger.append([batch])).toEqual([
        { report: batch.report.id, asserted: 3, unchanged: 0, retracted: 0, seq: 3 },
      ]);
      const found = await ledger.claimsOf({});
      expect(found.map(({ claim }) => claim)).toEqual(batch.claims);
      expect(found.map(({ seq }) => seq)).toEqual([2, 3]);
    });

    test('the same report read twice adds nothing', async () => {
      const batch = batchOf('a', [{}], { refusals: [refusalOf('a.txt', reportOf('a'))] });
      await ledger.append([batch]);
      const again = { ...batch, recorded: LATER, report: { ...batch.report, file: 'b.txt', retrieved: LATER } };
      expect(await ledger.append([again])).toMatchObject([{ asserted: 0, unchanged: 2, retracted: 0, seq: 2 }]);
      expect(await ledger.readingsOf(batch.report.id)).toHaveLength(1);
    });

    test('the same report twice in one append counts once', async () => {
      const batch = batchOf('a', [{}]);
      expect(await ledger.append([batch, batch])).toMatchObject([{ asserted: 2 }, { asserted: 0, unchanged: 2 }]);
    });

    test('a newer reader that reads alike writes nothing', async () => {
      await ledger.append([batchOf('a', [{}])]);
      expect(await ledger.append([batchOf('a', [{}], { reader: 'rules/2' })])).toMatchObject([{ asserted: 0, seq: 2 }]);
    });

    test('what a newer reader no longer reads is taken back in its name, and what it newly reads is asserted', async () => {
      const [first] = await ledger.append([batchOf('a', [{ at: 0 }])]);
      const batch = batchOf('a', [{ at: 40 }], { reader: 'rules/2' });
      expect(await ledger.append([batch])).toMatchObject([{ asserted: 1, unchanged: 1, retracted: 1 }]);
      expect((await ashford()).map(({ claim }) => claim.quote.start)).toEqual([40]);
      expect((await ashford(first?.seq)).map(({ claim }) => claim.quote.start)).toEqual([0]);
      expect((await ledger.entries(4, 5))[0]).toMatchObject({ act: 'retract', reason: 'No longer read by rules/2.' });
    });

    test('a claim that a newer reader reads again after all counts again', async () => {
      await ledger.append([batchOf('a', [{}])]);
      await ledger.append([batchOf('a', [], { reader: 'rules/2' })]);
      expect(await ashford()).toEqual([]);
      await ledger.append([batchOf('a', [{}], { reader: 'rules/3' })]);
      expect(await ashford()).toMatchObject([{ seq: 4, retracted: null }]);
    });

    test('another kind of reader takes nothing back', async () => {
      await ledger.append([batchOf('a', [{ at: 0 }])]);
      await ledger.append([batchOf('a', [{ at: 40 }], { reader: 'gold' })]);
      expect(await ashford()).toHaveLength(2);
    });

    test('a claim put at another place keeps its id, and the later entry counts', async () => {
      const batch = batchOf('a', [{ place: 'northmark/ashford' }]);
      const [{ seq } = { seq: 0 }] = await ledger.append([batch]);
      const [claim] = batch.claims;
      const moved = { ...claim!, place: { ...claim!.place, id: 'southmark/ashford' } };
      await ledger.append([{ ...batch, claims: [moved] }]);
      expect(await ashford()).toEqual([]);
      expect(ids(await ledger.claimsOf({ places: ['southmark/ashford'] }))).toEqual([claim!.id]);
      expect(ids(await ashford(seq))).toEqual([claim!.id]);
    });

    test('a batch is all or nothing', async () => {
      const good = batchOf('a', [{}]);
      const bad = { ...batchOf('b'), original: new TextEncoder().encode('other bytes') };
      await fault(ledger.append([good, bad]));
      expect(await ledger.seq()).toBe(0);
      expect(await ledger.report(good.report.id)).toBeNull();
    });

    test('a claim of another report in a batch is a fault', async () => {
      await fault(ledger.append([{ ...batchOf('a'), claims: [claimOf(reportOf('b'), {})] }]));
    });

    test('two appends at once lose nothing', async () => {
      const batches = Array.from({ length: 10 }, (_, index) => batchOf(`r${index}`, [{}]));
      const done = await Promise.all(batches.map((batch) => ledger.append([batch])));
      expect(new Set(done.map(([appended]) => appended?.seq)).size).toBe(10);
      expect(await ashford()).toHaveLength(10);
    });
  });

  describe(`${name}: taking back`, () => {
    test('a claim taken back says by which entry, known when and why', async () => {
      const batch = batchOf('a', [{}]);
      await ledger.append([batch]);
      expect(await retract(batch.claims[0]!.id)).toBe(true);
      const retracted = { seq: 3, known: LATER, reason: 'The outlet corrected it.' };
      expect(await ashford()).toMatchObject([{ seq: 2, retracted }]);
      expect(await ashford(2)).toMatchObject([{ seq: 2, retracted: null }]);
      expect(await ledger.claim(batch.claims[0]!.id)).toMatchObject({ retracted });
      expect(await ledger.claimCounts()).toEqual(new Map());
    });

    test('taking back twice is once', async () => {
      const batch = batchOf('a', [{}]);
      await ledger.append([batch]);
      await retract(batch.claims[0]!.id);
      expect(await retract(batch.claims[0]!.id)).toBe(false);
      expect(await ledger.seq()).toBe(3);
    });

    test('what a person took back stays so however often it is read', async () => {
      const batch = batchOf('a', [{}]);
      await ledger.append([batch]);
      await retract(batch.claims[0]!.id);
      await ledger.append([batch, batchOf('a', [{}], { reader: 'rules/2' })]);
      expect(await ledger.seq()).toBe(3);
    });

    test('what a person asserted stands against every reader', async () => {
      const batch = batchOf('a', [{}]);
      const [claim] = batch.claims;
      await ledger.append([batch]);
      const place = { ...claim!.place, id: 'southmark/ashford' };
      await ledger.append([{ ...batch, reader: 'person/ada', claims: [{ ...claim!, place, reader: 'person/ada' }] }]);
      await ledger.append([batch, batchOf('a', [], { reader: 'rules/2' })]);
      expect(await ledger.claimsOf({})).toMatchObject([{ claim: { place: { id: 'southmark/ashford' } } }]);
    });

    test('an id that was never asserted is a usage fault', async () => {
      await expect(retract('clm_none')).rejects.toMatchObject({ kind: 'usage' });
    });
  });

  describe(`${name}: what people decide`, () => {
    const AFTER = '2021-04-02T00:00:00.000Z' as Instant;
    const decide = (acts: readonly PersonsAct[], known = LATER, by = 'person/ada') =>
      ledger.decide(acts, { by, reason: 'I looked.', known, recorded: known });
    const assertClaim = (value: Claim): PersonsAct => ({ act: 'assert', what: { type: 'claim', value } });
    const movedFrom = (claim: Claim, id: string): Claim => ({
      ...claim,
      place: { ...claim.place, id },
      reader: 'person/ada',
    });

    test('a claim put elsewhere stands at the old place until that was known, and at the new one from then on', async () => {
      const batch = batchOf('a', [{}]);
      const [claim] = batch.claims as [Claim];
      await ledger.append([batch]);
      expect(await decide([assertClaim(movedFrom(claim, 'southmark/ashford'))])).toBe(2);
      const [old, moved] = await ledger.claimsOf({});
      expect(old).toMatchObject({
        claim,
        seq: 2,
        known: null,
        retracted: { seq: 3, known: LATER, reason: 'I looked.' },
      });
      expect(moved).toMatchObject({ claim: { id: claim.id }, seq: 4, known: LATER, retracted: null });
      expect(await ledger.claim(claim.id)).toMatchObject({ seq: 4 });
      expect(await ledger.claimsOf({ seq: 2 })).toMatchObject([{ seq: 2, retracted: null }]);
      expect((await ledger.claimsOf({ seq: 3 })).map(({ seq }) => seq)).toEqual([2]);
      expect(await ledger.claimCounts()).toEqual(new Map([[batch.report.id, 1]]));
    });

    test('it stays there however often the report is read, and moves again by a person', async () => {
      const batch = batchOf('a', [{}]);
      const [claim] = batch.claims as [Claim];
      await ledger.append([batch]);
      await decide([assertClaim(movedFrom(claim, 'southmark/ashford'))]);
      await ledger.append([batch, batchOf('a', [], { reader: 'rules/2' }), batchOf('a', [{}], { reader: 'rules/3' })]);
      expect(await ledger.seq()).toBe(4);
      await decide([assertClaim(movedFrom(claim, 'midmark/ashford'))], AFTER);
      const rows = await ledger.claimsOf({});
      expect(rows.map(({ claim: { place }, known, retracted }) => [place.id, known, retracted?.known ?? null])).toEqual(
        [
          ['northmark/ashford', null, LATER],
          ['southmark/ashford', LATER, AFTER],
          ['midmark/ashford', AFTER, null],
        ],
      );
    });

    test('a claim taken back and asserted again is gone only between the two', async () => {
      const batch = batchOf('a', [{}]);
      const [claim] = batch.claims as [Claim];
      await ledger.append([batch]);
      const takeBack: PersonsAct = { act: 'retract', type: 'claim', subject: claim.id };
      expect([await decide([takeBack]), await decide([takeBack], AFTER)]).toEqual([1, 0]);
      expect(await decide([assertClaim({ ...claim, reader: 'person/ada' })], AFTER)).toBe(1);
      expect(await ashford()).toMatchObject([
        { known: null, retracted: { known: LATER } },
        { known: AFTER, retracted: null },
      ]);
    });

    test('what a person asserts twice is there once, and in the first one’s name', async () => {
      const batch = batchOf('a', [{}]);
      const [claim] = batch.claims as [Claim];
      await ledger.append([batch]);
      await decide([assertClaim({ ...claim, reader: 'person/ada' })]);
      expect(await decide([assertClaim({ ...claim, reader: 'person/bo' })], AFTER, 'person/bo')).toBe(0);
      expect(await ledger.claim(claim.id)).toMatchObject({ claim: { reader: 'person/ada' } });
    });

    test('a clock that stepped back makes no act known before the one it answers', async () => {
      const batch = batchOf('a', [{}]);
      const [claim] = batch.claims as [Claim];
      await ledger.append([batch]);
      await decide([assertClaim(movedFrom(claim, 'southmark/ashford'))], AFTER);
      await decide([assertClaim(movedFrom(claim, 'midmark/ashford'))], LATER);
      await decide([{ act: 'retract', type: 'claim', subject: claim.id }], LATER);
      await decide([assertClaim(claim)], LATER);
      const times = (await ledger.claimsOf({})).map(({ known, retracted }) => [known, retracted?.known ?? null]);
      expect(times).toEqual([
        [null, AFTER],
        [AFTER, AFTER],
        [AFTER, AFTER],
        [AFTER, null],
      ]);
    });

    test('all of a decision or nothing: a claim of a report that is not there takes the rest with it', async () => {
      const batch = batchOf('a', [{}]);
      const [claim] = batch.claims as [Claim];
      await ledger.append([batch]);
      const takeBack: PersonsAct = { act: 'retract', type: 'claim', subject: claim.id };
      await expect(decide([takeBack, assertClaim(claimOf(reportOf('none'), {}))])).rejects.toMatchObject({
        kind: 'usage',
      });
      expect(await ledger.seq()).toBe(2);
    });

    test('ties are told with those that were cut, and with who joined them and why', async () => {
      const [a, b, c] = [reportOf('a'), reportOf('b'), reportOf('c')];
      const [byRules, byAda] = [edgeOf(b, a), { ...edgeOf(c, a), judgedBy: 'person/ada' }];
      await ledger.append([batchOf('a'), batchOf('b', [], { family: byRules }), batchOf('c')]);
      await decide([{ act: 'assert', what: { type: 'family', value: byAda } }]);
      await decide([{ act: 'retract', type: 'family', subject: byRules.id }], AFTER);
      expect(await ledger.familyEdges()).toEqual([byAda]);
      const ties = await ledger.familyTies(undefined, [b.id]);
      expect(ties).toEqual([
        {
          value: byRules,
          by: 'tests',
          reason: null,
          known: null,
          seq: 3,
          retracted: { seq: 6, known: AFTER, reason: 'I looked.' },
        },
        { value: byAda, by: 'person/ada', reason: 'I looked.', known: LATER, seq: 5, retracted: null },
      ]);
      expect(await ledger.familyTies()).toEqual(ties);
      expect(await ledger.familyTies(undefined, [])).toEqual([]);
      expect((await ledger.familyTies(5, [c.id])).map(({ retracted }) => retracted)).toEqual([null, null]);
    });

    test('a judgement of an answer is kept with every turn of it, and touches the denial’s place', async () => {
      const batch = batchOf('a', [{ at: 0 }, { at: 40, place: 'northmark/elm', kind: 'hold', side: 'blue' }]);
      const [claim, denial] = batch.claims as [Claim, Claim];
      await ledger.append([batch]);
      const answer = (sameProposition: boolean): PersonsAct => {
        const value = {
          id: answerId(denial.id, claim.id),
          report: batch.report.id,
          denial: denial.id,
          claim: claim.id,
        };
        return {
          act: 'assert',
          what: { type: 'answer', value: { ...value, sameProposition, judgedBy: 'person/ada' } },
        };
      };
      const before = await ledger.seq();
      expect([
        await decide([answer(false)]),
        await decide([answer(false)]),
        await decide([answer(true)], AFTER),
      ]).toEqual([1, 0, 2]);
      const turns = (await ledger.answers(undefined, [batch.report.id])).map(({ value, known, retracted }) => [
        value.sameProposition,
        known,
        retracted?.known ?? null,
      ]);
      expect(turns).toEqual([
        [false, LATER, AFTER],
        [true, AFTER, null],
      ]);
      expect(await ledger.answers(before)).toEqual([]);
      expect(await ledger.answers(undefined, [])).toEqual([]);
      expect((await ledger.touched(before)).map(({ place }) => place)).toContain('northmark/elm');
    });

    test('what people did is told in order, and nothing else is', async () => {
      const batch = batchOf('a', [{}]);
      const [claim] = batch.claims as [Claim];
      await ledger.append([batch]);
      await retract(claim.id, 'whoholds');
      await decide([assertClaim(claim)]);
      const value = { ...claim };
      expect(await ledger.entriesByPeople()).toEqual([
        {
          ...{ seq: 4, recorded: LATER, by: 'person/ada', act: 'assert', what: { type: 'claim', value } },
          ...{ known: LATER, reason: 'I looked.' },
        },
      ]);
    });

    test('claims without a place are found by that', async () => {
      const batch = batchOf('a', [{}, { at: 40, place: null }]);
      await ledger.append([batch]);
      expect(ids(await ledger.unplaced())).toEqual([batch.claims[1]?.id]);
      expect(await ledger.unplaced(2)).toEqual([]);
    });

    test('rebuilding keeps all of it', async () => {
      const batch = batchOf('a', [{}]);
      const [claim] = batch.claims as [Claim];
      await ledger.append([batch]);
      await decide([assertClaim(movedFrom(claim, 'southmark/ashford'))]);
      await decide([{ act: 'retract', type: 'claim', subject: claim.id }], AFTER);
      await decide([assertClaim(claim)], AFTER);
      const before = await ledger.claimsOf({});
      await ledger.rebuild(SKETCHER);
      expect(await ledger.claimsOf({})).toEqual(before);
      expect(await decide([{ act: 'retract', type: 'claim', subject: claim.id }], AFTER)).toBe(1);
    });
  });

  describe(`${name}: what a family dates`, () => {
    const [FIRST, SECOND] = ['2021-03-18T00:00:00.000Z' as Instant, '2021-03-25T00:00:00.000Z' as Instant];
    const turn = (from: Instant | null, { claims }: Batch): DatedTurn => ({
      ...{ from, claims, aggregates: [], incidents: [], reason: from === null ? '' : `Dated at ${from}.` },
    });
    const own = batchOf('a', [{ on: 1 }, { on: 2, at: 20 }]);
    const dated = batchOf('a', [{ on: 17 }, { on: 2, at: 20 }]);
    const widened = batchOf('a', [{ on: 19 }, { on: 2, at: 20 }]);
    const dateBy = (turns: readonly DatedTurn[]) =>
      ledger.dateAnew({ report: own.report.id, by: 'tests', reader: RULES, recorded: NOON, turns });
    const days = async (seq?: number) =>
      (await ledger.claimsOf(seq === undefined ? {} : { seq })).map(
        ({ claim, known, retracted }) =>
          `${claim.when.latest?.slice(8)} ${known?.slice(8, 10)}-${retracted?.known.slice(8, 10)}`,
      );

    test('what the dating changes is known from a moment on, what it leaves stays as it is', async () => {
      await ledger.append([own]);
      expect(await dateBy([turn(null, own), turn(FIRST, dated)])).toBe(2);
      expect(await days()).toEqual(['01 undefined-18', '02 undefined-undefined', '17 18-undefined']);
      expect(await days(3)).toEqual(['01 undefined-undefined', '02 undefined-undefined']);
      expect(await ledger.datedAnew([own.report.id, 'r_other'])).toEqual(new Set([own.report.id]));
      expect(await dateBy([turn(null, own), turn(FIRST, dated)])).toBe(0);
      expect((await ledger.append([own]))[0]).toMatchObject({ asserted: 0, retracted: 0 });
    });

    test('a turn that comes in between makes the lines anew, and earlier states of the ledger stay', async () => {
      await ledger.append([own]);
      await dateBy([turn(null, own), turn(SECOND, widened)]);
      const [seq, before] = [await ledger.seq(), await days()];
      const turns = [turn(null, own), turn(FIRST, dated), turn(SECOND, widened)];
      expect(await dateBy(turns)).toBeGreaterThan(0);
      expect((await days()).sort()).toEqual([
        '01 undefined-18',
        '02 undefined-undefined',
        '17 18-25',
        '19 25-undefined',
      ]);
      expect(await days(seq)).toEqual(before);
      expect(await dateBy(turns)).toBe(0);
      const now = await ledger.claimsOf({});
      await ledger.rebuild(SKETCHER);
      expect(await ledger.claimsOf({})).toEqual(now);
      expect(await days(seq)).toEqual(before);
      await dateBy([turn(null, own)]);
      expect((await days()).sort()).toEqual(['01 undefined-undefined', '02 undefined-undefined']);
      expect(await ledger.datedAnew([own.report.id])).toEqual(new Set());
    });

    test('what a person took back or a correction took back earlier stays so', async () => {
      await ledger.append([own]);
      const [first, second] = own.claims as [Claim, Claim];
      await ledger.retract({
        type: 'claim',
        id: first.id,
        by: 'add',
        reason: 'Corrected.',
        known: NOON,
        recorded: NOON,
      });
      await retract(second.id);
      await dateBy([turn(null, own), turn(SECOND, batchOf('a', [{ on: 19 }]))]);
      expect(await days()).toEqual(['01 undefined-20', '02 undefined-01', '19 25-undefined']);
    });

    test('kin are told by the ties that were read, whatever people cut or joined since', async () => {
      const [a, b, c] = [batchOf('a'), batchOf('b'), batchOf('c')];
      const [tie, joined] = [edgeOf(b.report, a.report), edgeOf(c.report, a.report)];
      await ledger.append([a, c, { ...b, families: [tie] }]);
      const deciding = { by: 'person/ada', reason: 'I looked.', known: LATER, recorded: LATER };
      await ledger.decide([{ act: 'retract', type: 'family', subject: tie.id }], deciding);
      await ledger.decide([{ act: 'assert', what: { type: 'family', value: joined } }], deciding);
      const both = [a.report.id, b.report.id].sort();
      expect(await ledger.kin([a.report.id, b.report.id, c.report.id])).toEqual(
        new Map([
          [a.report.id, both],
          [b.report.id, both],
          [c.report.id, [c.report.id]],
        ]),
      );
    });
  });

  describe(`${name}: asking`, () => {
    test('days bound claims from the first on and before the last', async () => {
      await ledger.append([
        batchOf(
          'a',
          [3, 5, 7].map((on) => ({ on, at: on })),
        ),
      ]);
      const found = await ledger.claimsOf({ from: day(5), until: day(7) });
      expect(found.map(({ claim }) => claim.when.earliest)).toEqual([day(5)]);
    });

    test('a claim with open bounds reaches into every day', async () => {
      const batch = batchOf('a', [{}]);
      const when = { earliest: null, latest: null, precision: 'unknown', basis: 'implied' } as const;
      await ledger.append([{ ...batch, claims: [{ ...batch.claims[0]!, when }] }]);
      expect(await ledger.claimsOf({ from: day(1), until: day(2) })).toHaveLength(1);
    });

    test('cells are the places and scopes that somebody speaks of, as of a sequence number', async () => {
      await ledger.append([
        batchOf('a', [{ scope: 'town' }]),
        batchOf('b', [{ scope: 'centre' }, { at: 9, place: null }]),
      ]);
      const place = 'northmark/ashford';
      expect(await ledger.places()).toEqual([
        { place, scope: 'centre' },
        { place, scope: 'town' },
      ]);
      expect(await ledger.places(2)).toEqual([{ place, scope: 'town' }]);
    });

    test('a page of claims filters, and goes on where the page before ended', async () => {
      const said = [1, 2, 3, 4, 5].map((on) => ({
        on,
        at: on,
        side: on % 2 ? 'red' : 'blue',
        quote: `Took it ON day ${on}`,
      }));
      await ledger.append([batchOf('a', said)]);
      const days = async (query: ClaimPageQuery) => {
        const page = await ledger.claims(query);
        return { days: page.rows.map(({ claim }) => claim.when.earliest), next: page.next };
      };
      const first = await days({ side: 'red', limit: 2 });
      expect(first.days).toEqual([day(5), day(3)]);
      expect(await days({ side: 'red', limit: 2, cursor: first.next })).toEqual({ days: [day(1)], next: null });
      expect((await days({ q: 'on DAY 4' })).days).toEqual([day(4)]);
      expect((await days({ kind: 'loss' })).days).toEqual([]);
      expect((await days({ place: 'northmark/ashford', from: day(2), until: day(3) })).days).toEqual([day(2)]);
      await fault(ledger.claims({ cursor: 'x' }));
    });

    test('a report comes back whole, and so do its original bytes', async () => {
      const text = 'A quote “with” odd units: \ud83d\ude00 \ud800 and a zero \0.';
      const original = new Uint8Array([0, 255, 10, 13]);
      const plain = batchOf('a', [], { text });
      const batch = { ...plain, original, report: { ...plain.report, originalHash: hashBytes(original) } };
      await ledger.append([batch]);
      expect((await ledger.report(batch.report.id))?.report).toEqual(batch.report);
      expect(await ledger.original(batch.report.id)).toEqual(original);
      expect(await ledger.original('rpt_none')).toBeNull();
    });

    test('heads are reports without their text', async () => {
      const batches = [batchOf('a'), batchOf('b')];
      await ledger.append(batches);
      const { text: _, ...head } = batches[1]!.report;
      expect(await ledger.reportHeads([head.id])).toEqual([{ seq: 2, report: head }]);
      expect(await ledger.reportHeads()).toHaveLength(2);
      expect(await ledger.reportHeads(undefined, 1)).toHaveLength(1);
    });

    test('reports are found by their address, also in a ledger that is rebuilt', async () => {
      const at = (name: string, url: string | null) => {
        const batch = batchOf(name);
        return { ...batch, report: { ...batch.report, url } };
      };
      const [a, b] = ['https://post.example/1', 'https://post.example/2'];
      const batches = [at('a', a), at('b', b), at('c', a), at('d', null)];
      await ledger.append(batches);
      const expected = [batches[0]!.report.id, batches[2]!.report.id].sort();
      expect(await ledger.reportsAt(a)).toEqual(expected);
      await ledger.rebuild(SKETCHER);
      expect(await ledger.reportsAt(a)).toEqual(expected);
      expect(await ledger.reportsAt('https://post.example')).toEqual([]);
    });

    test('reports come page by page, newest first', async () => {
      await ledger.append(['a', 'b', 'c'].map((letter) => batchOf(letter)));
      const first = await ledger.reports({ limit: 2 });
      const second = await ledger.reports({ limit: 2, cursor: first.next });
      expect([...first.rows, ...second.rows].map(({ report }) => report.title)).toEqual(['c', 'b', 'a']);
      expect(second.next).toBeNull();
    });

    test('reports are found by words in any case, outlet and days, page by page, also in a long ledger', async () => {
      const many = Array.from({ length: 230 }, (_, index) => batchOf(`r${index}`, [], { text: `Story ${index}.` }));
      const rare = batchOf('rare', [], { text: 'The ÖDE Gate and the ford.' });
      const other = { ...rare.report, outlet: 'Red Wire', published: onDay(day(20), 'stated') };
      await ledger.append([{ ...rare, report: other }, ...many]);
      const found = async (query: Parameters<typeof ledger.reports>[0]) =>
        (await ledger.reports(query)).rows.map(({ report }) => report.title);
      expect(await found({ q: 'öde gate' })).toEqual(['rare']);
      expect(await found({ outlet: 'Red Wire' })).toEqual(['rare']);
      expect(await found({ from: day(18), until: day(20) })).toEqual(['rare']);
      expect(await found({ until: day(16) })).toEqual([]);
      expect(await found({ q: 'story', outlet: 'Red Wire' })).toEqual([]);
      const first = await ledger.reports({ q: 'STORY 22', limit: 4 });
      const rest = await ledger.reports({ q: 'STORY 22', limit: 100, cursor: first.next });
      const titles = [...first.rows, ...rest.rows].map(({ report }) => report.title);
      expect(titles).toEqual(['r229', 'r228', 'r227', 'r226', 'r225', 'r224', 'r223', 'r222', 'r221', 'r220', 'r22']);
      expect(rest.next).toBeNull();
    });

    test('near reports are those that share hashes, most shared first', async () => {
      const words = Array.from({ length: 40 }, (_, index) => `word${index}`);
      const batches = [words, words.slice(0, 20), ['nothing', 'alike']].map((text, index) =>
        batchOf(`n${index}`, [], { text: text.join(' ') }),
      );
      await ledger.append(batches);
      const asked = signatureOf(reportOf('asked', words.join(' ')));
      expect(await ledger.near(asked)).toEqual([batches[0]!.report.id, batches[1]!.report.id]);
      expect(await ledger.near(batches[0]!.signature)).toEqual([batches[1]!.report.id]);
    });

    test('what few reports share tells more than what many do', async () => {
      const footer = Array.from({ length: 30 }, (_, index) => `footer${index}`);
      const own = Array.from({ length: 12 }, (_, index) => `own${index}`);
      const others = Array.from({ length: 12 }, (_, at) =>
        batchOf(`o${at}`, [], { text: [`o${at}`, ...footer].join(' ') }),
      );
      const copied = batchOf('copied', [], { text: own.join(' ') });
      await ledger.append([...others, copied]);
      const asked = signatureOf(reportOf('asked', [...own, ...footer].join(' ')));
      expect((await ledger.near(asked, 3))[0]).toBe(copied.report.id);
      expect(await ledger.near(asked, 3)).toHaveLength(3);
    });

    test('near reports are found as before when their sketches have moved on', async () => {
      const shared = Array.from({ length: 20 }, (_, index) => `word${index}`).join(' ');
      const batches = Array.from({ length: 90 }, (_, at) => batchOf(`m${at}`, [], { text: `${shared} ${at}` }));
      await ledger.append(batches.slice(0, 3));
      const { signature } = batches[1]!;
      const before = await ledger.near(signature);
      expect(before).toHaveLength(2);
      // As if a quarter of a million entries had come between.
      await world.tamper(
        where,
        `insert into entries (seq, recorded, author, act, type, id, report, reader, body)
         select ${2 ** 18 - 1}, recorded, author, 'retract', type, id, report, reader, '{"known":null,"reason":""}' from entries where seq = 1`,
      );
      await ledger.append(batches.slice(3));
      const lying = [];
      for (const table of SKETCH_TABLES)
        lying.push(await world.tamper(where, `select cast(count(distinct report) as integer) as n from ${table.name}`));
      expect(lying).toMatchObject([[{ n: 87 }], [{ n: 0 }], [{ n: 3 }]]);
      expect(await ledger.near(signature, 100)).toEqual(expect.arrayContaining([...before]));
      expect(await ledger.near(signature, 100)).toHaveLength(89);
    });

    test('each report is told its family and what it copies', async () => {
      const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => reportOf(letter));
      await ledger.append([
        batchOf('a'),
        batchOf('b', [], { family: edgeOf(b!, a!) }),
        batchOf('c', [], { family: edgeOf(c!, b!) }),
        batchOf('d'),
      ]);
      const least = [a!.id, b!.id, c!.id].sort()[0];
      const told = await ledger.memberships([c!.id, a!.id, d!.id]);
      expect(Object.fromEntries(told)).toEqual({
        [c!.id]: { family: least, copyOf: b!.id },
        [a!.id]: { family: least, copyOf: null },
        [d!.id]: { family: d!.id, copyOf: null },
      });
    });

    test('a family is judged when a report first comes in, and can be cut', async () => {
      const edge = edgeOf(reportOf('b'), reportOf('a'));
      await ledger.append([batchOf('a'), batchOf('b', [], { family: edge })]);
      await ledger.append([batchOf('a', [], { family: edgeOf(reportOf('a'), reportOf('b')) })]);
      expect(await ledger.familyEdges()).toEqual([edge]);
      await ledger.retract({
        type: 'family',
        id: edge.id,
        by: 'person/ada',
        reason: 'Not alike.',
        known: LATER,
        recorded: LATER,
      });
      await ledger.append([batchOf('b', [], { family: edge })]);
      expect(await ledger.familyEdges()).toEqual([]);
      expect(await ledger.familyEdges(3)).toEqual([edge]);
    });

    test('the families of some reports come with all their members, and no other family does', async () => {
      const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((letter) => reportOf(letter)) as [
        Report,
        Report,
        Report,
        Report,
        Report,
      ];
      const edges = [edgeOf(b, a), edgeOf(c, b), edgeOf(e, d)];
      await ledger.append(
        [a, b, c, d, e].map(({ id, title }) =>
          batchOf(title ?? '', [], { family: edges.find(({ report }) => report === id) ?? null }),
        ),
      );
      for (const one of [a, b, c]) expect(await ledger.familyEdges(undefined, [one.id])).toEqual(edges.slice(0, 2));
      expect(await ledger.familyEdges(3, [a.id])).toEqual(edges.slice(0, 1));
      expect(await ledger.familyEdges(undefined, [])).toEqual([]);
    });

    test('touched names the places of later claims, where they came from, and of families that changed', async () => {
      const batch = batchOf('a', [{ place: 'p/one', on: 3 }]);
      await ledger.append([batch, batchOf('b', [{ place: 'p/two', on: 4 }])]);
      const seq = await ledger.seq();
      expect(await ledger.touched(seq)).toEqual([]);
      const moved = { ...batch.claims[0]!, place: { ...batch.claims[0]!.place, id: 'p/three' } };
      await ledger.append([{ ...batch, claims: [moved] }]);
      expect(await ledger.touched(seq)).toEqual([
        { place: 'p/one', from: day(3) },
        { place: 'p/three', from: day(3) },
      ]);
      const edge = edgeOf(reportOf('c'), reportOf('b'));
      const before = await ledger.seq();
      await ledger.append([batchOf('c', [], { family: edge })]);
      expect(await ledger.touched(before)).toEqual([{ place: 'p/two', from: day(4) }]);
    });

    test('refusals are those of the latest reading, and a file leaves quarantine when it gives a report', async () => {
      const refusal = refusalOf('a.txt', reportOf('a'));
      await ledger.refuse([refused('a.txt'), refused('z.txt')], 'intake/1', NOON);
      await ledger.refuse([refused('z.txt')], 'intake/1', LATER);
      await ledger.append([batchOf('a', [], { refusals: [refusal] })]);
      expect(await ledger.refusals()).toEqual([refusalOf('z.txt'), refusal]);
      expect(await ledger.refusals(reportOf('a').id)).toEqual([refusal]);
      await ledger.append([batchOf('a', [], { reader: 'rules/2' })]);
      expect(await ledger.refusals()).toEqual([refusalOf('z.txt')]);
    });

    test('an item in quarantine keeps its bytes, what was known of it, and when it was refused', async () => {
      const bytes = new Uint8Array([0, 255, 10]);
      await ledger.refuse([refused('a.txt', bytes), refused('far.txt')], 'intake/1', NOON);
      const [near, far] = await ledger.quarantine();
      expect(near).toMatchObject({ file: 'a.txt', report: null, recorded: NOON, about: '{"form":"text"}' });
      expect(near?.original?.size).toBe(3);
      expect(await ledger.keptBytes(near?.original?.hash ?? '')).toEqual(bytes);
      expect([far?.file, far?.original, far?.about]).toEqual(['far.txt', null, null]);
      expect(await ledger.keptBytes('none')).toBeNull();
    });

    test('a file that is refused for other bytes keeps those, and the earlier ones are not lost', async () => {
      const [one, two] = [new Uint8Array([1]), new Uint8Array([2])];
      await ledger.refuse([refused('a.txt', one)], 'intake/1', NOON);
      const [before] = await ledger.quarantine();
      await ledger.refuse([refused('a.txt', two)], 'intake/1', LATER);
      const after = await ledger.quarantine();
      expect(after.map(({ original }) => original?.hash === before?.original?.hash)).toEqual([false]);
      expect(await ledger.keptBytes(before?.original?.hash ?? '')).toEqual(one);
      await ledger.refuse([refused('a.txt', two)], 'intake/1', LATER);
      expect((await ledger.quarantine()).map(({ number }) => number)).toEqual(after.map(({ number }) => number));
    });

    test('a file that gave a report in between is in quarantine again when it is refused again', async () => {
      await ledger.refuse([refused('a.txt')], 'intake/1', NOON);
      await ledger.append([batchOf('a')]);
      expect(await ledger.quarantine()).toEqual([]);
      await ledger.refuse([refused('a.txt')], 'intake/1', LATER);
      expect((await ledger.quarantine()).map(({ file, recorded }) => [file, recorded])).toEqual([['a.txt', LATER]]);
    });

    test('a file that gave a report known by another name is released, and no other', async () => {
      await ledger.refuse([refused('a.txt'), refused('b.txt')], 'intake/1', NOON);
      await ledger.release(['a.txt', 'never-refused.txt'], 'tests', LATER);
      expect((await ledger.quarantine()).map(({ file }) => file)).toEqual(['b.txt']);
    });

    test('a bookmark is kept with what it vouches for, changed, and taken away', async () => {
      await ledger.append([batchOf('a')], [{ key: 'one', body: '1' }]);
      await ledger.keepBookmarks([{ key: 'two', body: '2' }]);
      expect(await ledger.bookmarks(['one', 'two', 'three'])).toEqual(
        new Map([
          ['one', '1'],
          ['two', '2'],
        ]),
      );
      const spoilt = { ...batchOf('b'), original: new Uint8Array([1]) };
      await expect(ledger.append([spoilt], [{ key: 'one', body: '9' }])).rejects.toThrow(/hash/);
      await ledger.keepBookmarks([{ key: 'two', body: null }]);
      await ledger.append([batchOf('c')], [{ key: 'one', body: '3' }]);
      expect(await ledger.bookmarks(['one', 'two'])).toEqual(new Map([['one', '3']]));
    });

    test('the backlog is the reports that a reader has not read', async () => {
      await ledger.append([batchOf('a'), batchOf('b')]);
      await ledger.append([batchOf('a', [], { reader: 'rules/2' })]);
      expect(await ledger.backlog('rules/2', 10)).toEqual([reportOf('b').id]);
      expect((await ledger.readingsOf(reportOf('a').id)).map(({ reader }) => reader)).toEqual(['rules/1', 'rules/2']);
    });

    test('entries are given whole, in order', async () => {
      const batch = batchOf('a', [{}]);
      await ledger.append([batch]);
      const entered = { recorded: NOON, by: 'tests', act: 'assert', known: null, reason: null };
      expect(await ledger.entries(1, 3)).toEqual([
        { ...entered, seq: 1, what: { type: 'report', value: batch.report } },
        { ...entered, seq: 2, what: { type: 'claim', value: batch.claims[0] } },
      ]);
    });

    test('what was derived is kept by its key until a rebuild', async () => {
      await ledger.cache([{ key: 'k', seq: 1, body: 'old' }]);
      await ledger.cache([{ key: 'k', seq: 2, body: 'new' }]);
      expect(await ledger.cached(['k', 'none'])).toEqual(new Map([['k', { key: 'k', seq: 2, body: 'new' }]]));
      await ledger.rebuild(SKETCHER);
      expect(await ledger.cached(['k'])).toEqual(new Map());
    });
  });

  describe(`${name}: opening and guarding`, () => {
    test('what was appended is there when the ledger is opened again', async () => {
      await ledger.append([batchOf('a', [{}])]);
      const reader = await openLedger(where, 'tiny', { readOnly: true });
      expect(await reader.claimsOf({})).toEqual(await ledger.claimsOf({}));
      await expect(reader.append([batchOf('b')])).rejects.toMatchObject({ kind: 'usage' });
      await reader.cache([{ key: 'k', seq: 1, body: '' }]);
      await reader.close();
    });

    test('another theatre is told whose ledger it is', async () => {
      await expect(openLedger(where, 'open')).rejects.toMatchObject({
        kind: 'usage',
        message: expect.stringContaining('"tiny"'),
      });
    });

    test('a ledger from before people’s acts is brought up to date, also when it is only read', async () => {
      const url = 'https://post.example/1';
      const batch = batchOf('a', [{}]);
      await ledger.append([{ ...batch, report: { ...batch.report, url } }]);
      const claims = await ledger.claimsOf({});
      await ledger.close();
      const older = [
        'drop table bookmarks',
        'alter table readings drop column original',
        'alter table readings drop column about',
        'drop table requests',
        ...(name === 'PostgreSQL' ? ['drop function requests_only_grows()'] : []),
        'drop index entries_by_people',
        'drop index subjects_unplaced',
        'alter table entries drop column known',
        'alter table entries drop column reason',
        ...SKETCH_TABLES.map((table) => `drop table ${table.name}`),
        'drop table addresses',
        'create table signatures (report text primary key)',
        'create table sketches (hash integer, report text)',
        "update ledger set value = '1' where key = 'schema'",
      ];
      for (const sql of older) await world.tamper(where, sql);
      const reader = await openLedger(where, 'tiny', { readOnly: true });
      expect(await reader.claimsOf({})).toEqual(claims);
      await reader.close();
      ledger = await openLedger(where, 'tiny');
      expect(await ledger.reportsAt(url)).toEqual([batch.report.id]);
      expect(
        await ledger.retract({
          type: 'claim',
          id: claims[0]?.claim.id ?? '',
          by: 'person/ada',
          reason: 'Wrong.',
          known: LATER,
          recorded: LATER,
        }),
      ).toBe(true);
      await expect(world.tamper(where, "update entries set reason = 'x'")).rejects.toThrow(/only grows/);
      const { report, signature } = batchOf('a');
      expect(await ledger.near({ ...signature, report: 'another' })).toEqual([]);
      await ledger.sketch(SKETCHER);
      expect(await ledger.near({ ...signature, report: 'another' })).toEqual([report.id]);
    });

    test('a schema newer than the program is refused', async () => {
      await world.tamper(where, "update ledger set value = '99' where key = 'schema'");
      await expect(openLedger(where, 'tiny')).rejects.toThrow(/schema 99/);
    });

    test('a database of something else is left alone', async () => {
      const other = await world.fresh();
      await world.tamper(other, 'create table recipes (name text)');
      await expect(openLedger(other, 'tiny')).rejects.toThrow(/recipes/);
    });

    test('reading where no ledger is yet is a fault that says how to make one', async () => {
      await expect(openLedger(await world.fresh(), 'tiny', { readOnly: true })).rejects.toThrow(/whoholds add/);
    });

    for (const table of ['entries', 'texts', 'originals', 'readings', 'requests']) {
      test(`the database itself refuses to change or delete ${table}`, async () => {
        await ledger.append([batchOf('a', [{}])]);
        await ledger.keepRequest(requestOf('key one'), null);
        const rows = () => world.tamper(where, `select * from ${table}`);
        const before = await rows();
        const key = { entries: 'seq', texts: 'report', originals: 'hash', readings: 'number', requests: 'number' }[
          table
        ];
        await expect(world.tamper(where, `update ${table} set ${key} = ${key}`)).rejects.toThrow(/only grows/);
        await expect(world.tamper(where, `delete from ${table}`)).rejects.toThrow(/only grows/);
        await expect(world.tamper(where, `insert into ${table} select * from ${table}`)).rejects.toThrow();
        expect(await rows()).toEqual(before);
      });
    }

    test('requests are kept in order beside the entries, with the bytes of those that wait', async () => {
      const bytes = new Uint8Array([0, 255, 10]);
      const [one, two] = [
        await ledger.keepRequest(requestOf('key one'), bytes),
        await ledger.keepRequest(requestOf('key two', { of: 1, state: 'approved', by: 'Edda Crane' }), null),
      ];
      expect(await ledger.requests()).toEqual([one, two]);
      expect([one.number, two.number, two.of, await ledger.seq()]).toEqual([1, 2, 1, 0]);
      expect([await ledger.requestBytes(1), await ledger.requestBytes(2)]).toEqual([bytes, null]);
    });

    test('a key is one request of its account, whatever is asked by it again', async () => {
      const first = await ledger.keepRequest(requestOf('key one'), null);
      expect(await ledger.keepRequest(requestOf('key one', { mark: 'other', reason: 'Again.' }), null)).toEqual(first);
      expect(await ledger.request('Ada Finch', 'key one')).toEqual(first);
      expect(await ledger.request('Edda Crane', 'key one')).toBeNull();
      await ledger.keepRequest(requestOf('key one', { by: 'Edda Crane' }), null);
      expect(await ledger.requests()).toHaveLength(2);
    });

    test('a second writer that may not wait is told who holds the ledger', async () => {
      const second = await openLedger(where, 'tiny', { waitMs: 0 });
      await world.hold(where, async () => {
        await expect(second.append([batchOf('b')])).rejects.toThrow(`process ${process.pid} on`);
        expect(await second.seq()).toBe(0);
      });
      await second.append([batchOf('b')]);
      await second.close();
    });

    test('a second writer that may wait says whom it waits for and then goes on', async () => {
      const noticed = Promise.withResolvers<string>();
      const second = await openLedger(where, 'tiny', { notice: noticed.resolve });
      let waiting: Promise<unknown> = Promise.resolve();
      await world.hold(where, async () => {
        waiting = second.append([batchOf('b', [{}])]);
        expect(await noticed.promise).toContain(`process ${process.pid} on`);
      });
      await waiting;
      expect(await ledger.seq()).toBe(2);
      await second.close();
    });
  });
};
