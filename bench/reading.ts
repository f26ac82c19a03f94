// How fast text is read, on one core, beside tokenising and tagging the very same text with a well-known library.
import { join } from 'node:path';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { ROOT } from '../scripts/source-files.ts';
import { filesSource } from '../src/intake/sources.ts';
import type { Report } from '../src/model/report.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { readItem, readReport } from '../src/whoholds.ts';
import { type Figure, secondsARound } from './figures.ts';

const SECONDS = 4;

/** The project's own dispatches, taken in once: intake is not what is measured here. */
const loadReports = async (theatre: ReturnType<typeof loadTheatre>): Promise<readonly Report[]> => {
  const reports: Report[] = [];
  for await (const item of filesSource([join(ROOT, 'test', 'dispatches')])) {
    const read = readItem(item, theatre);
    if (read.ok) reports.push(read.report);
  }
  return reports;
};

/** Reading and placing with the whole gazetteer, in megabytes of UTF-8 a second. */
export const benchReading = async (): Promise<readonly Figure[]> => {
  const theatre = loadTheatre('afghanistan-2021');
  const reports = await loadReports(theatre);
  const megabytes = reports.reduce((sum, report) => sum + Buffer.byteLength(report.text), 0) / 1e6;
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const ours = megabytes / secondsARound(() => reports.map((report) => readReport(report, theatre)), SECONDS);
  const theirs =
    megabytes / secondsARound(() => reports.map(({ text }) => nlp.readDoc(text).tokens().out(nlp.its.pos)), SECONDS);
  const claims = reports.reduce((sum, report) => sum + readReport(report, theatre).claims.length, 0);
  return [
    {
      what: `read ${reports.length} dispatches (${(megabytes * 1000).toFixed(0)} kB, ${claims} claims), one core`,
      ours: `${ours.toFixed(2)} MB/s`,
      beside: { name: 'wink-nlp, tokens and tags', figure: `${theirs.toFixed(2)} MB/s` },
      ratio: ours / theirs,
    },
  ];
};
