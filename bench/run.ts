// `npm run bench`: every benchmark in turn, one table at the end. A name picks one: `npm run bench -- reading`.
import { cpus } from 'node:os';
import { type Figure, figureTable } from './figures.ts';

const BENCHMARKS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  assessment: async () => (await import('./assessment.ts')).benchAssessment(),
  control: async () => (await import('./control.ts')).benchControl(),
  reading: async () => (await import('./reading.ts')).benchReading(),
  dates: async () => (await import('./date-speed.ts')).benchDates(),
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

const picked = process.argv.slice(2);
const unknown = picked.filter((name) => BENCHMARKS[name] === undefined);
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}: there are ${Object.keys(BENCHMARKS).join(', ')}.`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (picked.length > 0 && !picked.includes(name)) continue;
  console.error(`${name} …`);
  figures.push(...(await run()));
}
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
console.log(figureTable(figures));
