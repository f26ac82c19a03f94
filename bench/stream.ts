// Memory over a long stream: thin text, made up as it goes, read and thrown away, a gigabyte by default.
// Run alone: node bench/stream.ts [megabytes]. Prints what the heap holds after each tenth.
import { loadTheatre } from '../src/theatre/load.ts';
import { readReport } from '../src/whoholds.ts';
import { loadReports, thinCorpus } from './reading.ts';

/** So many reports are made at a time. */
const BATCH = 1000;

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

const megabytes = Number(process.argv[2] ?? 1000);
const theatre = loadTheatre('afghanistan-2021');
const dense = await loadReports(theatre);
const batch = thinCorpus(dense, BATCH);
let [bytes, claims, reports, tenth] = [0, 0, 0, 0];
const start = performance.now();
while (bytes < megabytes * 1e6) {
  for (const [at, { text, ...rest }] of batch.entries()) {
    // A text of its own each time, as a stream brings it: nothing kept by text can help.
    const report = { ...rest, text: `${text}\nReport ${reports + at}.` };
    claims += readReport(report, theatre).claims.length;
    bytes += report.text.length;
  }
  reports += BATCH;
  if (bytes < (tenth * megabytes * 1e6) / 10) continue;
  tenth += 1;
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const speed = bytes / 1e3 / (performance.now() - start);
  console.log(
    `${inMegabytes(bytes)} read, ${reports} reports, ${claims} claims, ${speed.toFixed(1)} MB/s: ` +
      `heap ${inMegabytes(heapUsed)}, process ${inMegabytes(rss)}`,
  );
}
