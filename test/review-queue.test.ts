// The queue: what it says an act would move, the act moves; what a person has decided is not asked again.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueItem } from '../src/whoholds/review-contract.ts';
import { weightOfMove } from '../src/whoholds/what-if.ts';
import { ada, on, openReviewWorld, type ReviewWorld, STORIES, type Story } from './review-world.ts';

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
    expect(items.map(({ kind }) => kind)).toEqual(['place', 'claim', 'answer', 'family']);
    const largest = items.map(({ moves }) => Math.max(...moves.map(weightOfMove)));
    expect(largest).toEqual(largest.toSorted((a, b) => b - a));
    expect(items.map(({ moves }) => moves.map(({ cell, from, to }) => [cell.place, from.status, to.status]))).toEqual([
      [['midvale/fernhill', 'undetermined', 'claimed']],
      [['southlea/hollin', 'claimed', 'undetermined']],
      [['northmark/coldwell', 'disputed', 'claimed']],
      [['southlea/garth', 'claimed', 'confirmed']],
    ]);
    expect((await world.review.queue({ ...EVERYTHING, limit: 2 })).map(({ kind }) => kind)).toEqual(['place', 'claim']);
  });

  it('says of each what deciding it the other way then really moves, probabilities and all', async () => {
    for (const item of await world.review.queue(EVERYTHING)) {
      const other = await openReviewWorld();
      const before = await other.verdicts(DAY);
      await decide(other, item);
      const after = await other.verdicts(DAY);
      const moment = { on: on(DAY), asOf: null, seq: await other.ledger.seq() };
      for (const { cell, to } of item.moves) {
        const { holder, status, p } = (await other.desk.look(cell, moment)).assessment;
        expect({ holder, status, p }).toEqual(to);
      }
      const moved = new Set(item.moves.map(({ cell }) => `${cell.place} ${cell.scope}`));
      const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
        (key) => before[key] !== after[key],
      );
      expect(changed.filter((key) => !moved.has(key))).toEqual([]);
      await other.close();
    }
  });

  it('does not ask again what a person has decided, either way', async () => {
    const [place, claim, answer, family] = await world.review.queue(EVERYTHING);
    await world.review.standBy(claim?.subject ?? '', ada);
    await world.review.answers({ denial: answer?.subject ?? '', claim: null, sameProposition: true }, ada);
    await world.review.place(place?.subject ?? '', { place: 'southlea/fernhill', scope: null }, ada);
    await world.review.join([family?.family?.report ?? '', family?.family?.of ?? ''], ada);
    expect(await world.review.queue(EVERYTHING)).toEqual([]);
  });

  it('leaves out what would move nothing on the day, and puts what only stirs a probability last', async () => {
    const early = await world.review.queue({ ...EVERYTHING, on: on(2) });
    expect(early.every(({ moves, weight }) => moves.length > 0 && weight < 1)).toBe(true);
    const garth = await world.review.queue({ ...EVERYTHING, on: on(10) });
    expect(garth.map(({ kind }) => kind)[0]).toBe('family');
    expect(garth.some(({ kind }) => kind === 'answer')).toBe(false);
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

describe('two sources that share wording', () => {
  const garth = (name: string, rest: string) => {
    const story = STORIES['garth-wire.txt'] as Story;
    const shared = 'had seen the Reds take Garth, and their colours on the meeting house beside the lower green.';
    const speaker = `Surveyor ${name}`;
    return {
      ...{ ...story, outlet: `${name}’s paper`, text: `${speaker} ${shared} ${rest}` },
      claims: story.claims.map((claim) => ({ ...claim, speaker: name })),
    };
  };
  const STORIES_OF_TWO = {
    'holt.txt': garth(
      'Anna Holt',
      'He counted the carts on the mill road until it was dark, and had them at thirty. The dogs of the place were still about.',
    ),
    'ashe.txt': garth(
      'Ben Ashe',
      'The ferry was tied up on the far bank all the same. Nobody came down to the water who could have told him why that was.',
    ),
  };
  const GARTH = 'southlea/garth district';
  let two: ReviewWorld;
  beforeEach(async () => {
    two = await openReviewWorld(STORIES_OF_TWO);
  });
  afterEach(() => two.close());

  it('are asked about where their independence confirms a place, and joined they confirm it no more', async () => {
    expect((await two.verdicts(DAY))[GARTH]).toBe('confirmed red');
    const [item] = await two.review.queue(EVERYTHING);
    expect(item).toMatchObject({
      kind: 'family',
      moves: [{ from: { status: 'confirmed' }, to: { status: 'claimed' } }],
    });
    await two.review.join([item?.family?.report ?? '', item?.family?.of ?? ''], ada);
    expect((await two.verdicts(DAY))[GARTH]).toBe('claimed red');
    expect(await two.review.queue(EVERYTHING)).toEqual([]);
  });

  it('are not asked about again once a person has judged them two', async () => {
    const reports = [await two.report('holt.txt'), await two.report('ashe.txt')] as const;
    expect(await two.review.cut(reports, ada)).toMatchObject({
      changed: true,
      says: expect.stringMatching(/^Judged two/),
    });
    expect((await two.review.cut(reports, ada)).changed).toBe(false);
    expect(await two.review.queue(EVERYTHING)).toEqual([]);
    expect((await two.verdicts(DAY))[GARTH]).toBe('confirmed red');
    expect((await two.review.log()).map(({ act }) => act)).toEqual(['cut']);
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
