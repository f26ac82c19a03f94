// Ledgers of the invented theatre for the tests of the three clocks: any notes in any order, and all that they answer.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesSource } from '../src/intake/sources.ts';
import type { Cell } from '../src/model/control.ts';
import type { Day, Instant } from '../src/model/time.ts';
import { readerOfGold } from '../src/reading/gold/replay-gold.ts';
import { parseGold } from '../src/score/gold.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds, type Reader, readReport, type Whoholds } from '../src/whoholds.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const NOTES: readonly string[] = [
  '064-tiny-ashford.txt',
  '065-tiny-ashford-copy.txt',
  '066-tiny-blue-statement.txt',
  '067-tiny-red-dispatch.txt',
  '068-tiny-retaken.txt',
  '069-tiny-again.txt',
].map((name) => here(`./dispatches/${name}`));

const gold = readerOfGold(parseGold(readFileSync(here('./dispatches/gold.jsonl'), 'utf8')));

/** The notes by their gold, any other text by the rules. */
export const reader: Reader = (report, theatre) =>
  NOTES.some((path) => basename(path) === basename(report.file)) ? gold(report, theatre) : readReport(report, theatre);

const folder = mkdtempSync(join(tmpdir(), 'whoholds-clocks-'));
const opened: Whoholds[] = [];
let ledgers = 0;

export const removeAll = async (): Promise<void> => {
  for (const whoholds of opened) await whoholds.close();
  rmSync(folder, { recursive: true, force: true });
};

/** Another text, with what is known of it from outside; its day stands in its name. */
export const writeNote = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

export interface Adding {
  readonly by?: Reader;
  /** Everything in one go, else file by file. */
  readonly atOnce?: boolean;
}

export const addTo = async (whoholds: Whoholds, files: readonly string[], { by = reader, atOnce }: Adding = {}) => {
  for (const some of atOnce ? [files] : files.map((file) => [file]))
    for await (const added of whoholds.add(filesSource(some, {}), { reader: by }))
      if (added.report === null) throw new Error(`${added.file} was refused.`);
};

export const openEmpty = async (): Promise<Whoholds> => {
  ledgers += 1;
  const file = join(folder, `${ledgers}.db`);
  const whoholds = await openWhoholds({ theatre: loadTheatre('tiny'), ledger: { file }, purpose: 'write' });
  opened.push(whoholds);
  return whoholds;
};

const DAYS = ['2021-03-17', '2021-03-19', '2021-03-21', '2021-03-23', '2021-03-26', '2021-04-20'] as Day[];
/** Days on which every sentence is asked for too. */
const OPENED = ['2021-03-18', '2021-03-25'] as Day[];
const MOMENTS: readonly (Instant | null)[] = [
  ...['2021-03-17T23:00:00.000Z', '2021-03-19T12:00:00.000Z', '2021-03-23T12:00:00.000Z'].map((one) => one as Instant),
  null,
];

/** What must not depend on the order in which a ledger was filled: everything but the numbers of its entries. */
const withoutNumbers = (answer: unknown): string =>
  JSON.stringify(answer, (key, value) => (key === 'seq' ? undefined : value));

const CELLS: readonly Cell[] = [
  { place: 'northmark/ashford', scope: 'district' },
  { place: 'northmark/millers-bridge', scope: 'crossing' },
];

export interface Asking {
  readonly moments?: readonly (Instant | null)[];
  readonly seq?: number | null;
}

/** Every cell on many days by many moments, with all its sentences for some. */
export const answersOf = async (
  whoholds: Whoholds,
  { moments = MOMENTS, seq = null }: Asking = {},
): Promise<string> => {
  const answers: unknown[] = [];
  const all = { seq, place: null, scope: null, minStatus: null, all: true };
  for (const asOf of moments) {
    for (const on of DAYS) answers.push(await whoholds.control({ ...all, on, asOf }));
    for (const on of OPENED) for (const cell of CELLS) answers.push(await whoholds.why(cell, { on, asOf, seq }));
  }
  return withoutNumbers(answers);
};
