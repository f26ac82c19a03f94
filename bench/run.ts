// `npm run bench`: every benchmark in turn, their figures in one table at the end, the simulation in one of its own. A name picks one: `npm run bench -- reading`. With --full, also what takes long.
import { cpus } from 'node:os';
import { type Figure, figureTable } from './figures.ts';

const FULL = process.argv.includes('--full');
/** Reports that are folded into families. */
const FOLDED = [10_000, 100_000];

const BENCHMARKS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  assessment: async () => (await import('./assessment.ts')).benchAssessment(),
  control: async () => (await import('./control.ts')).benchControl(),
  reading: async () => (await import('./reading.ts')).benchReading(),
  articles: async () => (await import('./articles.ts')).benchArticles(),
  dates: async () => (await import('./date-speed.ts')).benchDates(),
  families: async () => (await import('./families.ts')).benchFamilies(FULL ? [...FOLDED, 1_000_000] : FOLDED),
  warc: async () => (await import('./warc.ts')).benchWarc(),
  polling: async () => (await import('./polling.ts')).benchPolling(),
  web: async () => (await import('./web.ts')).benchWeb(),
  ledger: async () => {
    const { claims, appendsASecond, bareASecond, ratio } = await (await import('./ledger.ts')).benchLedger();
    return [
      {
        what: `append claims (${claims.toLocaleString('en')}, SQLite, full synchronous)`,
        ours: `${Math.round(appendsASecond).toLocaleString('en')} claims/s`,
        beside: { name: 'the same rows, bare database', figure: `${Math.round(bareASecond).toLocaleString('en')}` },
        ratio,
      },
    ];
  },
};

/** What is not timed but counted prints a table of its own. */
const TABLES: Readonly<Record<string, () => Promise<string>>> = {
  simulation: async () => (await import('./simulation.ts')).simulationTable(),
};

const picked = process.argv.slice(2).filter((name) => name !== '--full');
const unknown = picked.filter((name) => BENCHMARKS[name] === undefined && TABLES[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `No benchmark ${unknown.join(', ')}: there are ${Object.keys({ ...BENCHMARKS, ...TABLES }).join(', ')}.`,
  );
  process.exit(2);
}

/** What each of the picked ones gives, in turn; all of them where none is picked. */
const run = async <T>(all: Readonly<Record<string, () => Promise<T>>>): Promise<readonly T[]> => {
  const results: T[] = [];
  for (const [name, work] of Object.entries(all)) {
    if (picked.length > 0 && !picked.includes(name)) continue;
    console.error(`${name} …`);
    results.push(await work());
  }
  return results;
};

const figures = (await run(BENCHMARKS)).flat();
const tables = await run(TABLES);
if (figures.length > 0) {
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
  console.log(figureTable(figures));
}
for (const table of tables) console.log(`\n${table}`);
