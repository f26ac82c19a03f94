// Dates of change on small worlds of the invented theatre.
import { expect, test } from 'vitest';
import { parseEvidence } from '../../test/assessment-world.ts';
import type { ToldChange } from '../model/series.ts';
import { loadTheatre } from '../theatre/load.ts';
import { NOTHING_HEARD } from './coverage.ts';
import { findChanges } from './find-changes.ts';
import { groundOf } from './ground.ts';
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
