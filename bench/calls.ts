// `node bench/calls.ts [how many]`: how often the reader's functions are called for a word of dense text, the busiest first.
// Unlike time it is the same on every machine and beside any other work, so it tells whether a change made reading lighter.
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../scripts/source-files.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { readReport } from '../src/whoholds.ts';
import { loadReports } from './reading.ts';

const MOST = 30;
const SRC = `${pathToFileURL(join(ROOT, 'src'))}/`;

interface Called {
  readonly name: string;
  readonly calls: number;
}

/** The calls of each function under `src` while the work is done. */
const callsOf = async (work: () => void): Promise<readonly Called[]> => {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const ours = result.filter(({ url }) => url.startsWith(SRC));
  return ours.flatMap(({ url, functions }) =>
    functions.map(({ functionName, ranges }) => ({
      name: `${functionName || '(unnamed)'} in ${url.slice(SRC.length)}`,
      calls: ranges[0]?.count ?? 0,
    })),
  );
};

const theatre = loadTheatre('afghanistan-2021');
const reports = await loadReports(theatre);
const read = (): void => {
  for (const report of reports) readReport(report, theatre);
};
// What is made once for a lexicon is made in a round before.
read();
const called = (await callsOf(read)).filter(({ calls }) => calls > 0);
const words = reports.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
const all = called.reduce((sum, { calls }) => sum + calls, 0);
console.log(`${Math.round(all / words)} calls a word of ${called.length} functions, in ${words} words`);
for (const { name, calls } of called.toSorted((a, b) => b.calls - a.calls).slice(0, Number(process.argv[2] ?? MOST)))
  console.log(`${(calls / words).toFixed(2).padStart(7)}  ${name}`);
