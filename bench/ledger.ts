// The ledger's speed: appending beside the bare database in the same run, and its questions at a million claims.
// Run alone: node bench/ledger.ts [claims]. The claims are made up; 421 places, 107 days, five claims a report.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Ledger, openLedger } from '../src/ledger/ledger.ts';
import { type Claim, claimId, KINDS } from '../src/model/claim.ts';
import type { Batch } from '../src/model/entry.ts';
import type { Report } from '../src/model/report.ts';
import { contentId, hashBytes } from '../src/model/text.ts';
import { addDays, type Day, type Instant, onDay } from '../src/model/time.ts';

const PLACES = 421;
const DAYS = 107;
const CLAIMS_A_REPORT = 5;
const REPORTS_AN_APPEND = 200;
const FIRST = '2021-05-01' as Day;
const RECORDED = '2021-09-01T00:00:00.000Z' as Instant;
const ORIGINAL = new TextEncoder().encode(
  'The forces took the town and its market at dawn, a spokesman said. '.repeat(8),
);

const placeOf = (number: number): string => `province-${(number % PLACES) % 34}/district-${number % PLACES}`;

const reportOf = (number: number, on: Day): Report => ({
  id: contentId('rpt', [number]),
  file: `report-${number}.txt`,
  url: null,
  outlet: `Outlet ${number % 40}`,
  title: `Report ${number}`,
  published: onDay(on, 'stated'),
  publishedAt: null,
  byline: null,
  modified: null,
  modifiedAt: null,
  captured: null,
  retrieved: RECORDED,
  text: `Report ${number}\n\n${'The forces took the town and its market at dawn, a spokesman said. '.repeat(8)}`,
  bodyStart: 12,
  parts: [],
  cut: [],
  agency: null,
  language: 'en',
  originalHash: HASH,
});
const HASH = hashBytes(ORIGINAL);

const claimOf = (report: Report, number: number, on: Day): Claim => {
  const place = placeOf(number * 7919);
  const claim: Omit<Claim, 'id'> = {
    report: report.id,
    place: { id: place, name: place, province: null, kind: 'district', candidates: [], reason: 'only candidate' },
    placeSpan: { start: 30, end: 38 },
    scope: number % 5 === 0 ? 'centre' : 'district',
    kind: KINDS[number % KINDS.length] ?? 'capture',
    actor: number % 3 === 0 ? 'blue' : 'red',
    polarity: 'affirmed',
    modality: 'actual',
    when: onDay(on, 'implied'),
    by: {
      speaker: `Speaker ${number % 300}`,
      role: 'spokesman',
      voice: { class: 'spokesman', onRecord: true, stake: true },
      sides: ['red'],
      via: null,
      relayedBy: null,
      frame: { start: 60, end: 80 },
    },
    quote: { start: 12, end: 78, text: 'The forces took the town and its market at dawn, a spokesman said.' },
    answers: null,
    to: null,
    force: null,
    deadline: null,
    partial: false,
    tactical: false,
    reading: 0.9,
    reader: 'rules/1',
  };
  return { id: claimId(claim), ...claim };
};

/** Hashes that look random and are the same in every run; a copy (every tenth report) has its elder's. */
const sampleOf = (number: number): readonly number[] => {
  const story = number % 10 === 9 ? number - 1 : number;
  return Array.from({ length: 24 }, (_, index) => ((story * 24 + index + 1) * 2_654_435_761) % 2 ** 32);
};

export const batchOf = (number: number): Batch => {
  const on = addDays(FIRST, number % DAYS);
  const report = reportOf(number, on);
  const sample = sampleOf(number);
  const claims = Array.from({ length: CLAIMS_A_REPORT }, (_, at) => claimOf(report, number * CLAIMS_A_REPORT + at, on));
  return {
    by: 'bench',
    recorded: RECORDED,
    report,
    original: ORIGINAL,
    signature: { report: report.id, shingles: Uint32Array.from(sample), sample },
    families: [],
    claims,
    aggregates: [],
    incidents: [],
    corrections: [],
    refusals: [],
    reader: 'rules/1',
  };
};

export const secondsOf = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** Appends so many claims; gives the seconds that the ledger took, without those of making the batches up. */
const fill = async (ledger: Ledger, claims: number): Promise<number> => {
  let seconds = 0;
  const reports = Math.ceil(claims / CLAIMS_A_REPORT);
  for (let from = 0; from < reports; from += REPORTS_AN_APPEND) {
    const count = Math.min(REPORTS_AN_APPEND, reports - from);
    const batches = Array.from({ length: count }, (_, index) => batchOf(from + index));
    seconds += await secondsOf(() => ledger.append(batches));
  }
  return seconds;
};

const TABLES = ['entries', 'texts', 'originals', 'readings', 'subjects', 'cells'];
/** In the order in which they came: in the order of their keys they would be far cheaper to insert. */
const SKETCHES = 'select * from ledger.sketches_fresh order by report';
const SOURCES = [
  ...TABLES.map((table) => [table, `select * from ledger.${table}`]),
  ['sketches_fresh', SKETCHES],
] as const;

/** The same rows into the same tables and indexes, by plain prepared statements, in as many transactions. */
const fillBare = (file: string, bareFile: string, appends: number): number => {
  const bare = new DatabaseSync(bareFile);
  bare.exec(
    `pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536; attach '${file}' as ledger`,
  );
  const schema = bare.prepare("select sql from ledger.sqlite_master where sql is not null and type <> 'trigger'").all();
  for (const { sql } of schema) bare.exec(String(sql));
  const sources = SOURCES.map(([table, select]) => {
    const rows = bare
      .prepare(select)
      .all()
      .map((row) => Object.values(row));
    const marks = rows[0]?.map(() => '?').join(', ') ?? '';
    return { rows, insert: rows.length > 0 ? bare.prepare(`insert into ${table} values (${marks})`) : null };
  });
  const start = performance.now();
  for (let part = 0; part < appends; part++) {
    bare.exec('begin immediate');
    for (const { rows, insert } of sources) {
      const size = Math.ceil(rows.length / appends);
      for (const row of rows.slice(part * size, (part + 1) * size)) insert?.run(...row);
    }
    bare.exec('commit');
  }
  const seconds = (performance.now() - start) / 1000;
  bare.close();
  return seconds;
};

export const medianMs = async (times: number, work: (turn: number) => Promise<unknown>): Promise<number> => {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) taken.push(1000 * (await secondsOf(() => work(turn))));
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
};

export interface LedgerFigures {
  readonly claims: number;
  readonly appendsASecond: number;
  readonly bareASecond: number;
  /** The ledger's rate over the bare database's. */
  readonly ratio: number;
  readonly megabytes: number;
  /** Median milliseconds by question. */
  readonly questions: Readonly<Record<string, number>>;
}

/** The rates are compared on at most so many claims: the bare rows have to fit in memory. */
const COMPARED = 50_000;

const compare = async (home: string, claims: number) => {
  const file = join(home, 'compared.db');
  const ledger = await openLedger({ file }, 'bench');
  const seconds = await fill(ledger, claims);
  await ledger.close();
  const bare = fillBare(file, join(home, 'bare.db'), Math.ceil(claims / CLAIMS_A_REPORT / REPORTS_AN_APPEND));
  return { appendsASecond: claims / seconds, bareASecond: claims / bare, ratio: bare / seconds };
};

const LATEST_CLAIMS = `select p.place, (select s.seq from subjects s
  where s.place = p.place and s.last_day <= '2021-08-01' and s.ended is null order by s.last_day desc, s.seq desc limit 1) as seq
  from (select distinct place from cells) p`;

const thousand = (turn: number): readonly string[] =>
  Array.from({ length: 1000 }, (_, index) => contentId('rpt', [turn * 1000 + index]));

const ask = async (file: string): Promise<Readonly<Record<string, number>>> => {
  const open = await medianMs(15, async () => (await openLedger({ file }, 'bench')).close());
  const ledger = await openLedger({ file }, 'bench', { readOnly: true });
  const raw = new DatabaseSync(file, { readOnly: true });
  const latest = raw.prepare(LATEST_CLAIMS);
  const seq = await ledger.seq();
  const questions = {
    'open and close': open,
    'all claims of a place': await medianMs(15, (turn) => ledger.claimsOf({ places: [placeOf(turn * 31)] })),
    'the same at half the seq': await medianMs(15, (turn) =>
      ledger.claimsOf({ places: [placeOf(turn * 31)], seq: seq / 2 }),
    ),
    'one week of a place': await medianMs(15, (turn) =>
      ledger.claimsOf({ places: [placeOf(turn * 31)], from: addDays(FIRST, 40), until: addDays(FIRST, 47) }),
    ),
    'one week of all places': await medianMs(3, () =>
      ledger.claimsOf({ from: addDays(FIRST, 40), until: addDays(FIRST, 47) }),
    ),
    'latest claim of each place': await medianMs(15, async () => latest.all()),
    'places and scopes': await medianMs(5, () => ledger.places()),
    'places and scopes at half the seq': await medianMs(5, () => ledger.places(seq / 2)),
    'near-duplicates of a report': await medianMs(50, (turn) =>
      ledger.near({ report: 'none', sample: sampleOf(turn * 97) }),
    ),
    'page of 100 claims': await medianMs(15, () => ledger.claims({})),
    'page of 100 claims of a place': await medianMs(15, (turn) => ledger.claims({ place: placeOf(turn * 31) })),
    'heads of 1,000 reports': await medianMs(5, (turn) => ledger.reportHeads(thousand(turn))),
    'heads of all reports': await medianMs(1, () => ledger.reportHeads()),
    'touched by the last 1,000 entries': await medianMs(3, () => ledger.touched(seq - 1000)),
  };
  raw.close();
  await ledger.close();
  return questions;
};

const print = (figures: LedgerFigures): void => {
  const round = (number: number) => Math.round(number).toLocaleString('en');
  console.log(`Ledger, SQLite, ${round(figures.claims)} claims over ${PLACES} places, ${round(figures.megabytes)} MB`);
  console.log(`  claims appended a second        ${round(figures.appendsASecond).padStart(10)}`);
  console.log(`  the same rows, bare database    ${round(figures.bareASecond).padStart(10)}`);
  console.log(`  ratio                           ${figures.ratio.toFixed(2).padStart(10)}`);
  for (const [question, ms] of Object.entries(figures.questions)) {
    console.log(`  ${question.padEnd(34)}${ms.toFixed(2).padStart(8)} ms`);
  }
};

/** Prints a table and gives its figures. A million claims take minutes to append; the default is a quick run. */
export async function benchLedger(claims = 40_000): Promise<LedgerFigures> {
  const home = mkdtempSync(join(tmpdir(), 'whoholds-bench-'));
  try {
    const rates = await compare(home, Math.min(claims, COMPARED));
    const file = join(home, 'whoholds.db');
    const ledger = await openLedger({ file }, 'bench');
    await fill(ledger, claims);
    await ledger.close();
    const figures = { claims, ...rates, megabytes: statSync(file).size / 1e6, questions: await ask(file) };
    print(figures);
    return figures;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (import.meta.main) await benchLedger(process.argv[2] === undefined ? undefined : Number(process.argv[2]));
