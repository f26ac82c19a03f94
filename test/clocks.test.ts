// Three clocks: any day, as known at any moment, from any state of the ledger; in whatever order the ledger was filled.
import { afterAll, describe, expect, it } from 'vitest';
import { seeded } from '../src/model/seeded.ts';
import type { Day, Instant } from '../src/model/time.ts';
import type { Reader, Whoholds } from '../src/whoholds.ts';
import { addTo, answersOf, NOTES, openEmpty, reader, removeAll, writeNote } from './clock-world.ts';

afterAll(removeAll);

const shuffled = <T>(items: readonly T[], seed: number): readonly T[] => {
  const random = seeded(seed);
  return items
    .map((item) => [random(), item] as const)
    .toSorted((a, b) => a[0] - b[0])
    .map(([, item]) => item);
};

const filled = async (files: readonly string[], by: Reader = reader): Promise<Whoholds> => {
  const whoholds = await openEmpty();
  await addTo(whoholds, files, { by });
  return whoholds;
};

const STORY = (day: string, ...body: string[]): string =>
  `Town changes hands\n\nASHFORD, March ${day}, 2021 (Ashford Examiner) - ${body.join('\n\n')}\n`;
const FELL = 'The Red League has captured the town of Fernhill in Midvale, the mayor of Fernhill said on Wednesday.';
const MORE = [
  'Shops in the market were closed and the buses did not run, and many families left for the hills in the early hours.',
  'Rain fell over the valley for a third day and the river stood high at the mill, the weather office said.',
];

describe('the order in which an archive is loaded', () => {
  it('changes no answer, for any day and any moment', async () => {
    const files = [
      ...NOTES,
      writeNote('fell.txt', STORY('17', FELL, ...MORE)),
      writeNote('fell-cut.txt', STORY('17', ...MORE, 'The Red League has captured the town of Fernhill in Midvale.')),
    ];
    const plain = await answersOf(await filled(files));
    for (const seed of [1, 2]) expect(await answersOf(await filled(shuffled(files, seed)))).toBe(plain);
    const atOnce = await openEmpty();
    await addTo(atOnce, files.toReversed(), { atOnce: true });
    expect(await answersOf(atOnce)).toBe(plain);
  });
});

describe('a correction', () => {
  const TAKEN = 'The Red League has captured Garth in Southlea, the reeve of Garth said on Wednesday.';
  const SORRY = 'The earlier report that Garth had been captured is withdrawn, the editor writes.';
  const files = () => [
    writeNote('garth.txt', STORY('17', TAKEN, ...MORE)),
    writeNote('sorry.txt', STORY('19', MORE[1] ?? '', SORRY)),
  ];
  const garth = async (whoholds: Whoholds, asOf: Instant | null) => {
    const cell = { place: 'southlea/garth', scope: 'district' } as const;
    const { assessment } = await whoholds.why(cell, { on: '2021-03-20' as Day, asOf, seq: null });
    return [assessment.status, assessment.holder];
  };

  it('withdraws what its outlet said before, known from its own time, whichever came in first', async () => {
    const [first, then] = [await filled(files()), await filled(files().toReversed())];
    for (const whoholds of [first, then]) {
      expect(await garth(whoholds, '2021-03-18T12:00:00.000Z' as Instant)).toEqual(['confirmed', 'red']);
      expect(await garth(whoholds, null)).toEqual(['undetermined', 'blue']);
    }
    expect(await answersOf(then)).toBe(await answersOf(first));
  });

  it('takes nothing from what a person stands by', async () => {
    const [report = '', correction = ''] = files();
    const whoholds = await filled([report]);
    const { rows } = await whoholds.claims({ place: 'southlea/garth' });
    for (const { claim } of rows)
      await whoholds.review.standBy(claim.id, { name: 'Ada Finch', reason: 'I was there.' });
    await addTo(whoholds, [correction]);
    expect(await garth(whoholds, null)).toEqual(['confirmed', 'red']);
  });
});

describe('known time', () => {
  const moments = ['2021-03-17T23:00:00.000Z', '2021-03-19T12:00:00.000Z'] as Instant[];

  it('gives the same answer for a moment, whatever becomes known after it', async () => {
    const whoholds = await filled(NOTES.slice(0, 3));
    const before = await answersOf(whoholds, { moments: moments.slice(0, 1) });
    await addTo(whoholds, NOTES.slice(3));
    expect(await answersOf(whoholds, { moments: moments.slice(0, 1) })).toBe(before);
    expect(await answersOf(whoholds, { moments: moments.slice(1) })).not.toBe(before);
  });
});

describe('recorded time', () => {
  it('gives the same answer from a state of the ledger, whatever is recorded after it', async () => {
    const whoholds = await filled(NOTES.slice(0, 4));
    const seq = await whoholds.seq();
    const before = await answersOf(whoholds);
    await addTo(whoholds, NOTES.slice(4));
    expect(await answersOf(whoholds, { seq })).toBe(before);
    expect(await answersOf(whoholds)).not.toBe(before);
  });
});

describe('a retraction', () => {
  const by = { name: 'Ada Finch', reason: 'The words are another’s.' };
  /** Until nothing of the acts of this test, which are made now, is known. */
  const EARLIER = ['2021-03-19T12:00:00.000Z', '2021-04-30T00:00:00.000Z'] as Instant[];

  it('gives, from its known time on, exactly what a ledger without the claim gives, and before it what it gave', async () => {
    const whoholds = await filled(NOTES);
    const { rows } = await whoholds.claims({ limit: 500 });
    const picked = rows.filter(
      ({ claim }) => claim.place.id !== null && ['capture', 'hold', 'loss'].includes(claim.kind),
    );
    let moved = 0;
    for (const { claim } of picked.filter((_, at) => at % 9 === 0)) {
      const whole = await filled(NOTES);
      const [before, now] = [await answersOf(whole, { moments: EARLIER }), await answersOf(whole, { moments: [null] })];
      await whole.review.retract(claim.id, by);
      const without: Reader = (report, theatre) => {
        const reading = reader(report, theatre);
        return { ...reading, claims: reading.claims.filter(({ id }) => id !== claim.id) };
      };
      const never = await answersOf(await filled(NOTES, without), { moments: [null] });
      expect(await answersOf(whole, { moments: [null] }), claim.quote.text).toBe(never);
      expect(await answersOf(whole, { moments: EARLIER })).toBe(before);
      moved += now === never ? 0 : 1;
    }
    expect(moved).toBeGreaterThan(1);
  });
});
