// Reading and scoring across stages: our scorer against the one that defines the figures, gold replayed, and the floors
// of reading, which may only rise. What needs third parties' reports runs where ../shared stands beside the project.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseGold } from '../src/score/gold.ts';
import { parseReadings } from '../src/score/predicted.ts';
import { parseOnly, parsePlaces, scoreReadings } from '../src/score/score.ts';
import { mutateReadings } from './mutated-readings.ts';

const path = (relative: string): string => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const file = (relative: string): string => readFileSync(path(relative), 'utf8');

const SHARED = path('../shared');
const program = `${SHARED}/score/score.mjs`;
const beside = existsSync(program);
if (!beside)
  console.warn('../shared is not beside the project: the reference scorer and the five reports are not run.');

const gold = parseGold(file('test/dispatches/gold.jsonl'));
const placesFile = path('theatres/afghanistan-2021/gazetteer.csv');
const places = parsePlaces(readFileSync(placesFile, 'utf8'));

describe.runIf(beside)('our figures are those of the reference program', () => {
  const reference = (readings: string, more: readonly string[]): unknown =>
    JSON.parse(
      execFileSync(
        process.execPath,
        [program, '--gold', path('test/dispatches/gold.jsonl'), '--places', placesFile, '--json', ...more],
        { input: readings, encoding: 'utf8', maxBuffer: 1e8 },
      ),
    );
  const split = path('test/dispatches/split.csv');
  const only = parseOnly(readFileSync(split, 'utf8'), 'dev');

  test.each([1, 2, 3, 4, 5])('on readings with faults put in (seed %i)', (seed) => {
    const readings = mutateReadings(gold, (name) => file(`test/dispatches/${name}`), seed)
      .map((one) => JSON.stringify(one))
      .join('\n');
    for (const [options, more] of [
      [{ only: null, places, noActor: false }, []],
      [{ only: null, places, noActor: true }, ['--no-actor']],
      [{ only, places, noActor: false }, ['--only', split, '--split', 'dev']],
    ] as const) {
      const { errors, ...figures } = scoreReadings(parseReadings(readings), gold, options);
      expect(figures).toEqual(reference(readings, more));
      expect(errors.length).toBeGreaterThan(0);
    }
  });
});
