// The queue: what it says an act would move, the act moves; what a person has decided is not asked again.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueItem } from '../src/whoholds/review-contract.ts';
import { weightOfMove } from '../src/whoholds/what-if.ts';
import { ada, on, openReviewWorld, type ReviewWorld, STORIES } from './review-world.ts';

const DAY = 15;
const EVERYTHING = { on: on(DAY), limit: 100 };

let world: ReviewWorld;
beforeEach(async () => {
  world = await openReviewWorld();
});
afterEach(() => world.close());

/** Decides an item the other way than it stands. */
const decide = async ({ review }: ReviewWorld, item: QueueItem): Promise<unknown> => {
  const { kind, subject, answered, place, family, acts } = item;
  if (kind === 'claim') return review.retract(subject, ada);
  if (kind === 'place') return review.place(subject, { place: place ?? '', scope: null }, ada);
  if (kind === 'family') return review.cut([family?.report ?? ''], ada);
  const isSame = item.question.includes('taken to:');
  expect(acts).toHaveLength(2);
  return review.answers({ denial: subject, claim: answered, sameProposition: !isSame }, ada);
};

describe('the queue', () => {
  it('asks about doubtful readings, answers, names and copies, those first that could move most', async () => {
    const items = await world.review.queue(EVERYTHING);
    expect(items.map(({ kind }) => kind)).toEqual(['claim', 'answer', 'place', 'family']);
    const largest = items.map(({ moves }) => Math.max(...moves.map(weightOfMove)));
    expect(largest).toEqual(largest.toSorted((a, b) => b - a));
    expect(items.map(({ moves }) => moves.map(({ cell, from, to }) => [cell.place, from.status, to.status]))).toEqual([
      [['southlea/hollin', 'claimed', 'undetermined']],
      [['northmark/coldwell', 'disputed', 'claimed']],
      [['midvale/fernhill', 'undetermined', 'claimed']],
      [['southlea/garth', 'claimed', 'confirmed']],
    ]);
    expect((await world.review.queue({ ...EVERYTHING, limit: 2 })).map(({ kind }) => kind)).toEqual([
      'claim',
      'answer',
    ]);
  });

  it('says of each what deciding it the other way then really moves', async () => {
    for (const item of await world.review.queue(EVERYTHING)) {
      const other = await openReviewWorld();
      const before = await other.verdicts(DAY);
      await decide(other, item);
      const after = await other.verdicts(DAY);
      const changed = new Map(
        [...new Set([...Object.keys(before), ...Object.keys(after)])]
          .filter((key) => before[key] !== after[key])
          .map((key) => [key, after[key]]),
      );
      const said = item.moves.map(({ cell, to }) => [`${cell.place} ${cell.scope}`, to] as const);
      // A cell that is not spoken of any more is not listed any more.
      for (const [key, { status, holder }] of said)
        expect(changed.get(key) ?? 'undetermined blue').toBe(`${status} ${holder ?? '-'}`);
      expect([...changed.keys()].sort()).toEqual(said.map(([key]) => key).sort());
      await other.close();
    }
  });

  it('does not ask again what a person has decided, either way', async () => {
    const [claim, answer, place, family] = await world.review.queue(EVERYTHING);
    await world.review.standBy(claim?.subject ?? '', ada);
    await world.review.answers({ denial: answer?.subject ?? '', claim: null, sameProposition: true }, ada);
    await world.review.place(place?.subject ?? '', { place: 'southlea/fernhill', scope: null }, ada);
    await world.review.join([family?.family?.report ?? '', family?.family?.of ?? ''], ada);
    expect(await world.review.queue(EVERYTHING)).toEqual([]);
  });

  it('leaves out what would move nothing on the day', async () => {
    expect((await world.review.queue({ ...EVERYTHING, on: on(11) })).map(({ kind }) => kind)).toEqual(['family']);
    expect(await world.review.queue({ ...EVERYTHING, on: on(2) })).toEqual([]);
  });

  it('is empty where the reader was sure of all and nobody denied anything', async () => {
    const sure = { 'coldwell.txt': STORIES['coldwell.txt'] } as typeof STORIES;
    const other = await openReviewWorld(sure);
    expect(await other.review.queue(EVERYTHING)).toEqual([]);
    await other.close();
  });

  it('writes nothing', async () => {
    const seq = await world.ledger.seq();
    await world.review.queue(EVERYTHING);
    expect(await world.ledger.seq()).toBe(seq);
  });
});

describe('the weight of a move', () => {
  const verdict = (
    status: 'claimed' | 'confirmed' | 'disputed',
    holder: string | null,
    p: Record<string, number> | null,
  ) => ({
    status,
    holder,
    p,
  });
  const weigh = (from: ReturnType<typeof verdict>, to: ReturnType<typeof verdict>) =>
    weightOfMove({ cell: { place: 'southlea/garth', scope: 'district' }, from, to });

  it('puts another holder under another status first, then either, then the probability', () => {
    const start = verdict('claimed', 'red', { red: 0.6, blue: 0.4 });
    const both = weigh(start, verdict('disputed', null, { red: 0.6, blue: 0.4 }));
    const status = weigh(start, verdict('confirmed', 'red', { red: 0.9, blue: 0.1 }));
    const p = weigh(start, verdict('claimed', 'red', { red: 0.9, blue: 0.1 }));
    expect([both > status, status > p, p > 0]).toEqual([true, true, true]);
    expect(weigh(start, verdict('claimed', 'red', { red: 0.605, blue: 0.395 }))).toBe(0);
    expect(weigh(verdict('claimed', 'red', null), verdict('claimed', 'red', null))).toBe(0);
  });
});
