// The dispatches' verdicts on their gold claims: status and holder as the control method gives them.
// Rows that hang on p, or that we hold against the method, stand with their reason in test/cases/assessment/verdicts.json.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { assess, cutEvidence } from '../src/assessment/assess.ts';
import { groundOf } from '../src/assessment/ground.ts';
import { NO_HISTORY } from '../src/assessment/letters.ts';
import { lendersOf } from '../src/assessment/scopes.ts';
import type { Scope } from '../src/model/claim.ts';
import type { Assessment, Evidence } from '../src/model/control.ts';
import { type Day, endOfDayIn } from '../src/model/time.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { goldEvidence } from './gold-evidence.ts';
import { listeners } from './listeners.ts';

interface Row {
  readonly theatre: string;
  readonly placeId: string;
  readonly scope: Scope;
  readonly day: Day;
  readonly asOf: Day;
  readonly status: string;
  readonly holder: string;
  readonly flags: string;
  readonly evidence: string;
  readonly alt: string;
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const rows: readonly Row[] = parse(read('./dispatches/verdicts.csv'), { columns: true });
const exceptions: Readonly<Record<string, string>> = JSON.parse(read('./cases/assessment/verdicts.json'));
const splits: ReadonlyMap<string, string> = new Map(
  parse<{ file: string; split: string }>(read('./dispatches/split.csv'), { columns: true }).map(({ file, split }) => [
    file.slice(0, 3),
    split,
  ]),
);

const worlds = new Map(
  ['afghanistan-2021', 'tiny'].map((id) => {
    const theatre = loadTheatre(id);
    return [id, { ground: groundOf(theatre), evidence: goldEvidence(theatre) }] as const;
  }),
);

const assessRow = (row: Row): Assessment => {
  const world = worlds.get(row.theatre);
  if (world === undefined) throw new Error(`no theatre ${row.theatre}`);
  const cell = { place: row.placeId, scope: row.scope };
  const lenders = new Set(lendersOf(cell, world.ground.gazetteer));
  const near = world.evidence.filter(({ claim }: Evidence) => lenders.has(claim.place.id ?? ''));
  const moment = { on: row.day, asOf: endOfDayIn(row.asOf, world.ground.timezone), seq: 9 };
  const heard = listeners(world.ground, cutEvidence(world.evidence, moment))(cell);
  return assess(world.ground, { cell, moment, heard, letters: NO_HISTORY }, near);
};

const printed = ({ status, holder }: Assessment): string => `${status} ${status === 'disputed' ? 'unknown' : holder}`;
const nameOf = (row: Row): string => `${row.placeId} ${row.scope} ${row.day} as of ${row.asOf}`;

const isRight = (row: Row): boolean => {
  const got = printed(assessRow(row));
  if (got === `${row.status} ${row.status === 'disputed' ? 'unknown' : row.holder}`) return true;
  const [status, holder] = row.alt.split('/');
  return row.alt !== '' && got.startsWith(`${status} `) && (holder === undefined || got === `${status} ${holder}`);
};

const isDev = (row: Row): boolean => row.evidence.split(';').every((file) => file === '' || splits.get(file) === 'dev');
const dev = rows.filter(isDev);
const check = rows.filter((row) => !isDev(row));

describe('the verdicts of the dispatches, from their gold claims', () => {
  it.each(dev.map((row) => [nameOf(row), row] as const))('%s', (name, row) => {
    const got = assessRow(row);
    if (process.env.VERDICTS && !isRight(row))
      console.log(nameOf(row), '| want', row.status, row.holder, row.alt, '| got', printed(got), got.flags, got.reason);
    if (name in exceptions) expect(isRight(row), `${name} is right now: take it off the list`).toBe(false);
    else expect(printed(got), got.reason).toBe(isRight(row) ? printed(got) : `${row.status} ${row.holder}`);
  });

  it('are right in most rows that nobody looked at while the rules were written', () => {
    const right = check.filter(isRight).length;
    console.log(`verdicts: dev ${dev.filter(isRight).length}/${dev.length}, check ${right}/${check.length}`);
    expect(right / check.length).toBeGreaterThanOrEqual(0.8);
  });
});
