// How fast copies are found: made-up reports folded into families by the very path of `whoholds add`, in a ledger of their own.
// Run alone: node bench/families.ts [reports …]. Reading is left out: what is timed ends with the ledger saying the family.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeFamilies, SKETCHER, signatureOf } from '../src/intake/find-family.ts';
import { type Ledger, openLedger } from '../src/ledger/ledger.ts';
import type { Batch } from '../src/model/entry.ts';
import { hashBytes } from '../src/model/text.ts';
import type { Instant } from '../src/model/time.ts';
import { NearReports } from '../src/whoholds/near-reports.ts';
import { type MadeReport, madeReport } from './families-corpus.ts';
import type { Figure } from './figures.ts';

const round = (number: number): string => Math.round(number).toLocaleString('en');

/** A run of so many reports says how far it has got. */
const LONG = 50_000;
/** As many as `whoholds add` appends at once. */
const BATCH = 32;
const NO_BYTES = new Uint8Array();
const NO_BYTES_HASH = hashBytes(NO_BYTES);

const ownSeconds = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
};

/** Processor seconds by what they were spent on. */
interface Spent {
  /** Making the sketch, finding near reports, judging them, asking the ledger for the families. */
  families: number;
  /** Writing the reports with their sketches and ties. */
  writing: number;
}

const charge = async <T>(spent: Spent, on: keyof Spent, work: () => Promise<T>): Promise<T> => {
  const start = ownSeconds();
  const result = await work();
  spent[on] += ownSeconds() - start;
  return result;
};

const batchOf = async ({ report }: MadeReport, near: NearReports): Promise<Batch> => {
  const signature = signatureOf(report);
  const families = judgeFamilies(report, signature, await near.to({ report, signature }));
  near.add({ report, signature });
  return {
    by: 'bench',
    recorded: report.retrieved as Instant,
    report: { ...report, originalHash: NO_BYTES_HASH },
    original: NO_BYTES,
    ...{ signature, families, claims: [], aggregates: [], incidents: [], corrections: [], refusals: [] },
    reader: 'rules/1',
  };
};

/** Pairs of reports in one family that should be, and all that are or should be; without listing them. */
interface Agreement {
  readonly precision: number;
  readonly recall: number;
}

const pairsIn = (counts: Iterable<number>): number =>
  [...counts].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);

const countBy = (keys: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

const ASKED_AT_ONCE = 2000;

const agreementOf = async (ledger: Ledger, reports: number): Promise<Agreement> => {
  const [said, is, both]: [string[], string[], string[]] = [[], [], []];
  for (let from = 0; from < reports; from += ASKED_AT_ONCE) {
    const some = Array.from({ length: Math.min(ASKED_AT_ONCE, reports - from) }, (_, at) => madeReport(from + at));
    const told = await ledger.memberships(some.map(({ report }) => report.id));
    for (const { report, story } of some) {
      const family = told.get(report.id)?.family ?? report.id;
      said.push(family);
      is.push(`${story}`);
      both.push(`${family} ${story}`);
    }
  }
  const right = pairsIn(countBy(both).values());
  return { precision: right / pairsIn(countBy(said).values()), recall: right / pairsIn(countBy(is).values()) };
};

interface Tenth {
  /** What a report of this tenth cost, in microseconds. */
  readonly micros: number;
  /** The heap after it, collected where Node was started with --expose-gc. */
  readonly heapMegabytes: number;
}

export interface FamilyFigures extends Agreement {
  readonly reports: number;
  readonly families: number;
  readonly copies: number;
  /** Of one thread, without making the reports up. */
  readonly seconds: Spent;
  readonly tenths: readonly Tenth[];
  readonly ledgerMegabytes: number;
}

const foldAll = async (
  ledger: Ledger,
  reports: number,
): Promise<Pick<FamilyFigures, 'seconds' | 'tenths' | 'copies'>> => {
  const near = new NearReports(ledger);
  const seconds: Spent = { families: 0, writing: 0 };
  const tenths: Tenth[] = [];
  let [copies, done, spent] = [0, 0, 0];
  for (let from = 0; from < reports; from += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, reports - from) }, (_, at) => madeReport(from + at));
    const batches: Batch[] = [];
    await charge(seconds, 'families', async () => {
      for (const one of made) batches.push(await batchOf(one, near));
    });
    await charge(seconds, 'writing', () => ledger.append(batches));
    near.arrived();
    await charge(seconds, 'families', () => ledger.memberships(batches.map(({ report }) => report.id)));
    copies += made.filter(({ story }, at) => story !== from + at).length;
    const now = from + made.length;
    if (Math.floor(now / (reports / 10)) > tenths.length) {
      globalThis.gc?.();
      const all = seconds.families + seconds.writing;
      const micros = (1e6 * (all - spent)) / (now - done);
      tenths.push({ micros, heapMegabytes: process.memoryUsage().heapUsed / 1e6 });
      if (reports >= LONG) console.error(`  ${round(now)} of ${round(reports)}: ${round(micros)} µs a report`);
      [done, spent] = [now, all];
    }
  }
  return { seconds, tenths, copies };
};

/** Folds so many reports in a new ledger, and holds what it says against whose story each is. */
export const foldReports = async (reports: number): Promise<FamilyFigures> => {
  const home = mkdtempSync(join(tmpdir(), 'whoholds-families-'));
  const file = join(home, 'whoholds.db');
  try {
    const ledger = await openLedger({ file }, 'bench');
    await ledger.sketch(SKETCHER);
    const folded = await foldAll(ledger, reports);
    const agreement = await agreementOf(ledger, reports);
    await ledger.close();
    return {
      reports,
      families: reports - folded.copies,
      ...folded,
      ...agreement,
      ledgerMegabytes: statSync(file).size / 1e6,
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

const perReport = ({ seconds, reports }: FamilyFigures): number =>
  (1000 * (seconds.families + seconds.writing)) / reports;

const figureOf = (one: FamilyFigures, before: FamilyFigures | null): Figure => {
  const { reports, families, seconds } = one;
  const all = seconds.families + seconds.writing;
  return {
    what: `fold ${round(reports)} reports, ${round(families)} families (${perReport(one).toFixed(2)} ms a report)`,
    ours: `${round(families / all)} families/s`,
    beside:
      before === null
        ? null
        : {
            name: `ms at ${round(before.reports)}: a report costs so many times as much`,
            figure: perReport(before).toFixed(2),
          },
    ratio: before === null ? null : perReport(one) / perReport(before),
  };
};

const print = (one: FamilyFigures): void => {
  const { reports, seconds, tenths, ledgerMegabytes, precision, recall } = one;
  const micro = (spent: number): string => `${round((spent * 1e6) / reports)} µs a report`;
  console.log(
    `Families among ${round(reports)} reports, ${round(one.copies)} of them copies, SQLite, ${round(ledgerMegabytes)} MB`,
  );
  console.log(`  finding and judging      ${micro(seconds.families)}`);
  console.log(`  writing                  ${micro(seconds.writing)}`);
  console.log(`  of pairs in one family   precision ${precision.toFixed(5)}, recall ${recall.toFixed(5)}`);
  console.log(`  each tenth               ${tenths.map(({ micros }) => round(micros)).join(' ')} µs a report`);
  console.log(`  heap after it            ${tenths.map((tenth) => round(tenth.heapMegabytes)).join(' ')} MB`);
};

/** Prints what it finds, size by size, and gives the figures with the growth from each to the next. */
export const benchFamilies = async (sizes: readonly number[]): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  let before: FamilyFigures | null = null;
  for (const reports of sizes) {
    const one = await foldReports(reports);
    print(one);
    figures.push(figureOf(one, before));
    before = one;
  }
  return figures;
};

if (import.meta.main) for (const figure of await benchFamilies(process.argv.slice(2).map(Number))) console.log(figure);
