// A campaign in a real ledger: told from the whole theatre, known only when it is, and shown with the sentence.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { on, openReviewWorld, type ReviewWorld, type Story, said } from './review-world.ts';

const HALE = { speaker: 'Ivo Hale', role: 'League spokesman', speakerSide: 'red' };
const PLACES = ['southlea/garth', 'northmark/coldwell', 'midvale/dunmore'] as const;
const NAMES = ['Garth', 'Coldwell', 'Dunmore'] as const;

/** Too short to be taken for copies of each other. */
const story = (number: number, day: number): readonly [string, Story] => {
  const [place, name] = [PLACES[number % 3] ?? PLACES[0], NAMES[number % 3] ?? NAMES[0]];
  const claims = [said(place, { ...HALE, kind: 'capture', quote: `${name} was taken`, date: on(day) })];
  return [
    `${number}.txt`,
    { outlet: `Sheet ${number}`, day, text: `${name} was taken, Hale said (${number}).`, claims },
  ];
};

/** One a day elsewhere from the 1st to the 19th, then so many on the 20th. */
const world = (many: number): Promise<ReviewWorld> =>
  openReviewWorld(
    Object.fromEntries([
      ...Array.from({ length: 19 }, (_, at) => story(3 * at + 1 + (at % 2), at + 1)),
      ...Array.from({ length: many }, (_, at) => story(100 + at, 20)),
    ]),
  );

const notesOn = async ({ assessment }: ReviewWorld, day: number) =>
  (await assessment('southlea/garth', day)).steps
    .filter(({ evidence }) => evidence.claim.when.latest === on(day))
    .map(({ notes }) => notes);

describe('a day of many claims by one side', () => {
  let loud: ReviewWorld;
  let quiet: ReviewWorld;
  beforeAll(async () => {
    [loud, quiet] = [await world(12), await world(3)];
  });
  afterAll(async () => {
    await loud.close();
    await quiet.close();
  });

  it('marks what it says of itself on that day, and no quieter one', async () => {
    expect((await notesOn(loud, 20)).some((notes) => notes.includes('campaign'))).toBe(true);
    expect((await notesOn(quiet, 20)).flat()).toEqual([]);
  });

  it('is the same for the single question, the map and the days of a place', async () => {
    const cell = { place: 'southlea/garth', scope: 'district' } as const;
    const { p } = await loud.assessment(cell.place, 20);
    const query = { on: on(20), asOf: null, seq: null, place: cell.place, scope: null, minStatus: null, all: false };
    expect((await loud.desk.control(query))[0]?.p).toEqual(p);
    for await (const { days } of loud.desk.series({ cells: [cell], days: [on(19), on(20)], asOf: null, seq: null }))
      expect(days.at(-1)?.nowcast.p).toEqual(p);
  });
});
