// People's acts over every database: the same acts give the same map, before and after, and the same log.
// Run on SQLite and on a real PostgreSQL by ledger.test.ts.
import { describe, expect, test } from 'vitest';
import type { World } from './ledger.conformance.ts';
import { ada, at, on, openReviewWorld, type ReviewWorld, STORIES } from './review-world.ts';

const LAST = 15;

const actOnAll = async ({ review, claim, report, turn }: ReviewWorld): Promise<void> => {
  const hollin = await claim('hollin.txt');
  await review.retract(hollin.id, ada);
  await review.place((await claim('fernhill.txt')).id, { place: 'southlea/fernhill', scope: null }, ada);
  await review.cut([await report('garth-wire.txt'), await report('garth-post.txt')], ada);
  const denial = await claim('coldwell-denied.txt');
  await review.answers({ denial: denial.id, claim: null, sameProposition: false }, ada);
  turn(at(5));
  await review.standBy(hollin.id, ada);
  await review.answers({ denial: denial.id, claim: null, sameProposition: true }, ada);
  await review.join([await report('garth-wire.txt'), await report('garth-post.txt')], ada);
};

export const reviewConformance = (name: string, world: World): void => {
  describe(`${name}: people’s acts`, () => {
    test('move the map from when they are made, and nothing before', async () => {
      const reviewed = await openReviewWorld(STORIES, await world.fresh());
      const before = await reviewed.verdicts(LAST);
      await actOnAll(reviewed);
      expect(await reviewed.verdicts(LAST, at(0))).toEqual(before);
      expect(await reviewed.verdicts(LAST, at(4))).toEqual({
        'northmark/coldwell district': 'claimed red',
        'southlea/fernhill district': 'claimed red',
        'southlea/garth district': 'confirmed red',
      });
      expect(await reviewed.verdicts(LAST)).toEqual({ ...before, 'southlea/fernhill district': 'claimed red' });
      await reviewed.close();
    });

    test('are told in the log as what they were, and asked about no more', async () => {
      const reviewed = await openReviewWorld(STORIES, await world.fresh());
      const kinds = async () => (await reviewed.review.queue({ on: on(LAST), limit: 9 })).map(({ kind }) => kind);
      expect(await kinds()).toEqual(['place', 'claim', 'answer', 'family']);
      await actOnAll(reviewed);
      const log = await reviewed.review.log();
      expect(log.map(({ act, known }) => `${act} ${known.slice(0, 10)}`)).toEqual([
        ...['retract 2021-05-01', 'place 2021-05-01', 'cut 2021-05-01', 'answers 2021-05-01'],
        ...['assert 2021-05-05', 'answers 2021-05-05', 'join 2021-05-05'],
      ]);
      expect(await kinds()).toEqual([]);
      await reviewed.close();
    });
  });
};
