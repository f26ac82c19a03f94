// Dates of change on small worlds of the invented theatre.
import { expect, test } from 'vitest';
import { parseEvidence } from '../../test/assessment-world.ts';
import type { ToldChange } from '../model/series.ts';
import type { Day } from '../model/time.ts';
import { loadTheatre } from '../theatre/load.ts';
import { type Listening, NOTHING_HEARD } from './coverage.ts';
import { findChanges } from './find-changes.ts';
import { findPeriods } from './find-periods.ts';
import { groundOf } from './ground.ts';
import { dayNumber } from './statements.ts';
import { prepare } from './view.ts';

const ground = groundOf(loadTheatre('tiny'));
const cell = { place: 'northmark/coldwell', scope: 'district' } as const;

const changes = (...lines: string[]): readonly ToldChange[] => {
  const { belief } = prepare(ground, { cell, heard: NOTHING_HEARD }, lines.map(parseEvidence));
  if (belief === null) throw new Error('the theatre has no model');
  return findChanges(belief);
};

const FALL = 'a 2021-03-10 2021-03-10 reeve[local-official,onrecord,blue] capture northmark/coldwell(district) red';
const HELD = 'b 2021-03-08 2021-03-08 watch[third-party,onrecord,international] hold northmark/coldwell(district) blue';

test('nothing said is no change', () => {
  expect(changes()).toEqual([]);
});

test('a loss that is conceded is dated near its day, within its interval', () => {
  const [fall, ...rest] = changes(HELD, FALL);
  expect(rest).toEqual([]);
  expect(fall?.to).toBe('red');
  expect(['2021-03-09', '2021-03-10']).toContain(fall?.day);
  expect((fall?.low ?? '9') <= (fall?.day ?? '') && (fall?.day ?? '9') <= (fall?.high ?? '')).toBe(true);
});

test('silence before a loss widens its interval', () => {
  const [sharp] = changes(HELD, FALL);
  const [wide] = changes(FALL);
  expect((wide?.low ?? '9') < (sharp?.low ?? '')).toBe(true);
  expect(wide?.high).toBe(sharp?.high);
});

test('a place that is retaken has both changes, each in its time', () => {
  const again = 'c 2021-03-20 2021-03-20 Hale[spokesman,onrecord,red] loss northmark/coldwell(district) red to=blue';
  const found = changes(HELD, FALL, again);
  expect(found.map(({ to }) => to)).toEqual(['red', 'blue']);
  expect(found.map(({ day }) => day).sort()).toEqual(found.map(({ day }) => day));
  expect((found[1]?.low ?? '') > '2021-03-10').toBe(true);
});

test('a change says how probable it is, for a fall and for a retaking alike', () => {
  const again = 'c 2021-03-20 2021-03-20 Hale[spokesman,onrecord,red] loss northmark/coldwell(district) red to=blue';
  for (const { p } of changes(HELD, FALL, again)) {
    expect(p).toBeGreaterThan(0.7);
    expect(p).toBeLessThanOrEqual(1);
  }
});

test('a period that begins with a new holder says between which days it took the cell', () => {
  const lines = [HELD, FALL].map(parseEvidence);
  const bounds = { from: '2021-03-05' as Day, until: '2021-03-20' as Day, asOf: null, seq: 9 };
  const periods = findPeriods(ground, { cell, ...bounds, heard: NOTHING_HEARD }, lines);
  const [fall] = changes(HELD, FALL);
  expect(periods.map(({ holder }) => holder)).toEqual(['blue', 'red']);
  expect(periods.map(({ changeBetween }) => changeBetween)).toEqual([
    null,
    { from: fall?.low, until: fall?.high, p: fall?.p },
  ]);
});

test('a bare claim that the probabilities do not follow has no date', () => {
  const bare = 'a 2021-03-10 2021-03-10 Hale[spokesman,onrecord,red] capture northmark/coldwell(district) red';
  const quiet: Listening = { ...NOTHING_HEARD, rho: () => 1, last: dayNumber('2021-03-12' as Day) };
  const bounds = { from: '2021-03-05' as Day, until: '2021-03-12' as Day, asOf: null, seq: 9 };
  const periods = findPeriods(ground, { cell, ...bounds, heard: quiet }, [parseEvidence(bare, 0)]);
  expect(periods.at(-1)).toMatchObject({ holder: 'red', status: 'claimed', changeBetween: null });
});
