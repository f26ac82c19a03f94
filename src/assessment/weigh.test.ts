// On which days a statement's marks fall: of the turns of one day the last carries its own on it (E16a).
import { describe, expect, it } from 'vitest';
import { parseEvidence } from '../../test/assessment-world.ts';
import { loadTheatre } from '../theatre/load.ts';
import { NO_CAMPAIGNS } from './campaigns.ts';
import { groundOf } from './ground.ts';
import { dayFrom } from './statements.ts';
import { prepare } from './view.ts';

const ground = groundOf(loadTheatre('tiny'));

/** The day of each claim's marks, by its id. */
const daysOf = (lines: readonly string[]): Readonly<Record<string, string>> => {
  const heard = { rho: () => 0, last: 0, campaigns: NO_CAMPAIGNS };
  const { belief } = prepare(
    ground,
    { cell: { place: 'southlea/garth', scope: 'district' }, heard },
    lines.map(parseEvidence),
  );
  const told = (belief?.weighed ?? []).filter(({ statement }) => !statement.implied);
  return Object.fromEntries(told.map(({ statement, until }) => [statement.claim.id, dayFrom(until)]));
};

const HALE = 'Hale[spokesman,onrecord,red] capture southlea/garth(district) red';
const CRANE = 'Crane[ministry,onrecord,blue] capture southlea/garth(district) blue';

describe('the turns of one day', () => {
  it('carry their marks on it where they are the last, on the day before where another side’s came after', () => {
    expect(daysOf([`a 2021-03-17 2021-03-17T10:00Z ${HALE}`, `b 2021-03-17 2021-03-17T20:00Z ${CRANE}`])).toEqual({
      a: '2021-03-16',
      b: '2021-03-17',
    });
  });

  it('go by the hour said, also where the voice of the last had told of such a turn before', () => {
    const lines = [
      `z 2021-03-10 2021-03-10T10:00Z ${HALE}`,
      `a 2021-03-17 2021-03-17T10:00Z ${CRANE}`,
      `b 2021-03-17 2021-03-17T20:00Z ${HALE}`,
    ];
    expect(daysOf(lines)).toEqual({ z: '2021-03-10', a: '2021-03-16', b: '2021-03-17' });
  });
});
