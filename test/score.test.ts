// Reading and scoring across stages: our scorer against the one that defines the figures, gold replayed, and the floors
// of reading, which may only rise. What needs third parties' reports runs where ../shared stands beside the project.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openSource } from '../src/intake/sources.ts';
import type { GoldRecord } from '../src/model/gold.ts';
import { readingRecord } from '../src/publishing/records.ts';
import { readerOfGold } from '../src/reading/gold/replay-gold.ts';
import { parseGold } from '../src/score/gold.ts';
import { parseReadings } from '../src/score/predicted.ts';
import { parseOnly, parsePlaces, type Scores, scoreReadings } from '../src/score/score.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { type ManyReader, type Reader, readReport } from '../src/whoholds/read-item.ts';
import { readTogether } from '../src/whoholds/read-together.ts';
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
      const { errors, notUnderstood: _ours, ...figures } = scoreReadings(parseReadings(readings), gold, options);
      expect(figures).toEqual(reference(readings, more));
      expect(errors.length).toBeGreaterThan(0);
    }
  });
});

/** A folder of reports through intake, a reader and places, as `whoholds read --json` prints it. */
const readFolder = async (
  folder: string,
  given: { theatre: string; reader: Reader; manifest?: string },
): Promise<readonly string[]> => {
  const theatre = loadTheatre(given.theatre);
  const lines: string[] = [];
  const items = openSource([folder], process.stdin, { manifest: given.manifest ?? null });
  const reader: ManyReader = (reports) => reports.map((report) => given.reader(report, theatre));
  for await (const read of readTogether(items, { theatre, reader, retrieved: null })) {
    if (read.ok) lines.push(JSON.stringify(readingRecord(read.report, read.reading, { marks: false, trace: false })));
  }
  return lines;
};

/** Each record of the dispatches in its own theatre. */
const readDispatches = async (reader: Reader): Promise<readonly string[]> => {
  const theatres = [...new Set(gold.map((record) => record.theatre ?? ''))];
  const own = (theatre: string) => new Set(gold.filter((one) => one.theatre === theatre).map((one) => one.file));
  const read = theatres.map(async (theatre) =>
    (await readFolder(path('test/dispatches'), { theatre, reader })).filter((line) =>
      own(theatre).has(JSON.parse(line).file.split('/').at(-1)),
    ),
  );
  return (await Promise.all(read)).flat();
};

const tinyPlaces = parsePlaces(file('theatres/tiny/gazetteer.csv'));
const allPlaces = new Map([...places, ...tinyPlaces]);

const figures = (lines: readonly string[], asked: readonly GoldRecord[], only: ReadonlySet<string> | null): Scores =>
  scoreReadings(parseReadings(lines.join('\n')), asked, { only, places: allPlaces, noActor: false });

/** Floors may only rise: raise a number here when reading has become better, never lower one. */
const floors: Record<string, Partial<Record<'core' | 'strict' | 'aggregates' | 'incidents', number>>> = JSON.parse(
  file('test/score-floors.json'),
);

const expectFloors = (name: string, { claims, aggregates, incidents, badQuotes, errors }: Scores): void => {
  const reached = { ...claims, aggregates, incidents };
  for (const [part, floor] of Object.entries(floors[name] ?? {})) {
    const { f1 } = reached[part as keyof typeof reached];
    console.info(`${name}: ${part} F1 ${f1}, floor ${floor}`);
    expect
      .soft(f1, `${name}, ${part}; the first errors:\n${errors.slice(0, 12).join('\n')}`)
      .toBeGreaterThanOrEqual(floor);
  }
  expect(badQuotes, 'quotes that do not stand in the text').toBe(0);
};

describe('reading reaches its floors', () => {
  const dev = parseOnly(file('test/dispatches/split.csv'), 'dev');

  test('gold replayed through intake and the reader’s seam scores everything', async () => {
    expectFloors('dispatches, gold replayed', figures(await readDispatches(readerOfGold(gold)), gold, null));
  });

  test('the rules on the dev part of the dispatches', async () => {
    expectFloors('dispatches dev', figures(await readDispatches(readReport), gold, dev));
  });

  test.runIf(beside)('the rules on the five reports', async () => {
    const asked = parseGold(readFileSync(`${SHARED}/reports/gold.jsonl`, 'utf8'));
    const given = { theatre: 'afghanistan-2021', reader: readReport, manifest: `${SHARED}/reports/manifest.csv` };
    expectFloors('reports', figures(await readFolder(`${SHARED}/reports`, given), asked, null));
  });
});
