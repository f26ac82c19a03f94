import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchOf } from '../../test/ledger-world.ts';
import type { DatedTurn } from '../model/entry.ts';
import type { Instant } from '../model/time.ts';
import { datedReader, planTurns, type Step, type TurnRow } from './plan-turns.ts';

const READER = 'rules/1';
const momentOf = (day: number): Instant => `2021-03-${String(day).padStart(2, '0')}T00:00:00.000Z` as Instant;

/** A report that says in each turn that some days saw a capture; the claim of the 1st reads alike in all. */
const turnOf = (day: number | null, days: readonly number[]): DatedTurn => ({
  from: day === null ? null : momentOf(day),
  reason: day === null ? '' : `Dated on ${day}.`,
  claims: batchOf('a', [{ on: 1, at: 40 }, ...days.map((on) => ({ on }))]).claims,
  aggregates: [],
  incidents: [],
});

/** What the steps make of the rows, by the rule that both appending and rebuilding follow. */
const applied = (before: readonly TurnRow[], steps: readonly Step[]): readonly TurnRow[] => {
  let [rows, seq] = [[...before], Math.max(0, ...before.map((row) => row.seq))];
  for (const step of steps) {
    seq += 1;
    const { type, id } = step.step === 'end' ? step.row : step.wanted;
    const own = rows.filter((row) => row.id === id);
    const meant = own.findLast(({ until }) => until === null) ?? own.at(-1);
    if (step.step === 'end') rows = rows.filter((row) => row !== meant);
    else if (step.step === 'take-back')
      rows = rows.map((row) =>
        row === meant ? { ...row, until: step.wanted.until, backBy: datedReader(READER) } : row,
      );
    else {
      const { from, value } = step.wanted;
      const reader = from === null ? READER : datedReader(READER);
      rows.push({ seq, type, id, reader, body: JSON.stringify(value), from, until: null, backBy: null });
    }
  }
  return rows;
};

const told = (rows: readonly TurnRow[]) => rows.map(({ id, from, until }) => `${id} ${from} ${until}`).sort();

const daysSaid = fc.uniqueArray(fc.integer({ min: 2, max: 5 }));

/** Turns of a report that says these days by itself: that is its own reader's to change. */
const turnsAfter = (own: readonly number[]) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 2, max: 28 }), daysSaid), { selector: ([day]) => day, maxLength: 4 })
    .map((later) => [
      turnOf(null, own),
      ...later.toSorted(([a], [b]) => a - b).map(([day, days]) => turnOf(day, days)),
    ]);

describe('what an undated report says turn by turn', () => {
  test('comes to the same whatever was planned before it, and planned again to nothing', () =>
    fc.assert(
      fc.property(
        daysSaid.chain((own) => fc.array(turnsAfter(own), { minLength: 2, maxLength: 5 })),
        (plans) => {
          const last = plans.at(-1) ?? [];
          const fresh = applied([], planTurns(last, []));
          const rows = plans
            .slice(0, -1)
            .reduce<readonly TurnRow[]>((all, one) => applied(all, planTurns(one, all)), []);
          const then = applied(rows, planTurns(last, rows));
          expect(told(then)).toEqual(told(fresh));
          expect(planTurns(last, then)).toEqual([]);
        },
      ),
    ));

  test('is said at each moment as the turn of that moment has it', () =>
    fc.assert(
      fc.property(daysSaid.chain(turnsAfter), (all) => {
        const rows = applied([], planTurns(all, []));
        for (const [at, turn] of all.entries()) {
          const moment = turn.from ?? momentOf(1);
          const live = rows.filter(
            ({ from, until }) => (from ?? '') <= (turn.from ?? '') && (until === null || until > moment),
          );
          expect([at, ...live.map(({ id }) => id).sort()]).toEqual([at, ...turn.claims.map(({ id }) => id).sort()]);
        }
      }),
    ));
});
