// Questions to a large ledger: control, why and timeline stay fast by the shape of their queries, not by luck.
// Run alone: node bench/control.ts [claims]. The claims are made up, over the districts of the default theatre.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../src/ledger/ledger.ts';
import type { Batch } from '../src/model/entry.ts';
import type { Theatre } from '../src/model/theatre.ts';
import { addDays, type Day } from '../src/model/time.ts';
import { theatreSetting } from '../src/settings.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds, type Whoholds } from '../src/whoholds.ts';
import { type Figure, figureTable } from './figures.ts';
import { batchOf, medianMs, secondsOf } from './ledger.ts';

const CLAIMS_A_REPORT = 5;
const REPORTS_AN_APPEND = 200;
const FIRST = '2021-05-01' as Day;
const PRIME = 7919;

/** The made-up batch, its claims put into the theatre's districts and its parties' mouths. */
const batchIn = (theatre: Theatre, number: number): Batch => {
  const districts = theatre.gazetteer.all().filter(({ kind }) => kind === 'district');
  const sides = theatre.sides.filter(({ role }) => role !== 'other').map(({ id }) => id);
  const batch = batchOf(number);
  const claims = batch.claims.map((claim, index) => {
    const place = districts[((number * CLAIMS_A_REPORT + index) * PRIME) % districts.length];
    const actor = sides[(number + index) % sides.length] ?? null;
    const by = { ...claim.by, sides: [sides[index % sides.length] ?? 'unknown'] };
    return { ...claim, actor, by, place: { ...claim.place, id: place?.id ?? null, name: place?.name ?? '' } };
  });
  return { ...batch, claims };
};

const fill = async (file: string, theatre: Theatre, claims: number): Promise<void> => {
  const ledger = await openLedger({ file }, theatre.id);
  const reports = Math.ceil(claims / CLAIMS_A_REPORT);
  for (let from = 0; from < reports; from += REPORTS_AN_APPEND) {
    const numbers = Array.from({ length: Math.min(REPORTS_AN_APPEND, reports - from) }, (_, index) => from + index);
    await ledger.append(numbers.map((number) => batchIn(theatre, number)));
  }
  await ledger.close();
};

const ask = async (whoholds: Whoholds): Promise<Readonly<Record<string, number>>> => {
  const districts = whoholds.theatre.gazetteer.all().filter(({ kind }) => kind === 'district');
  const placeAt = (turn: number): string => districts[(turn * 31) % districts.length]?.id ?? '';
  const everything = { asOf: null, seq: null, place: null, scope: null, minStatus: null, all: false };
  const first = 1000 * (await secondsOf(() => whoholds.control({ ...everything, on: addDays(FIRST, 50) })));
  return {
    'control, all cells, the first time (made and kept)': first,
    'control, all cells, another day': await medianMs(5, (turn) =>
      whoholds.control({ ...everything, on: addDays(FIRST, 20 + turn * 15) }),
    ),
    'why, one cell': await medianMs(5, (turn) =>
      whoholds.why({ place: placeAt(turn), scope: 'district' }, { on: addDays(FIRST, 60), asOf: null, seq: null }),
    ),
    'timeline, one place': await medianMs(5, (turn) =>
      whoholds.timeline(placeAt(turn), { scope: 'district', from: null, until: null, asOf: null, seq: null }),
    ),
  };
};

/** Fills a ledger with so many claims and asks it; a million take minutes to append, the default is a quick run. */
export async function benchControl(claims = 40_000): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'whoholds-bench-'));
  try {
    const theatre = loadTheatre(theatreSetting(undefined));
    const file = join(home, 'whoholds.db');
    await fill(file, theatre, claims);
    const whoholds = await openWhoholds({ theatre, ledger: { file }, purpose: 'write' });
    const questions = await ask(whoholds);
    await whoholds.close();
    return Object.entries(questions).map(([what, ms]) => ({
      what: `${what} (${claims.toLocaleString('en')} claims)`,
      ours: `${ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en')} ms`,
      beside: null,
      ratio: null,
    }));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(figureTable(await benchControl(Number(process.argv[2] ?? 40_000))));
