// How fast text is read, on one core, beside tokenising and tagging the very same text with a well-known library.
// Dense: every report is about the conflict. Thin: one in a hundred is, the rest is general news.
import { join } from 'node:path';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { ROOT } from '../scripts/source-files.ts';
import { filesSource } from '../src/intake/sources.ts';
import type { Report } from '../src/model/report.ts';
import type { Theatre } from '../src/model/theatre.ts';
import { emptyDraft, PASSES } from '../src/reading/read.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { readItem, readReports } from '../src/whoholds.ts';
import { type Figure, raceARound, secondsARound } from './figures.ts';
import { generalReport } from './general-news.ts';

const SECONDS = 10;
const ONE_IN = 100;
const CONFLICT_REPORTS = 3;

/** The project's own dispatches about the default theatre, taken in once: intake is not what is measured here. */
export const loadReports = async (theatre: Theatre): Promise<readonly Report[]> => {
  const reports: Report[] = [];
  for await (const item of filesSource([join(ROOT, 'test', 'dispatches')])) {
    const read = readItem(item, theatre);
    if (read.ok && !read.report.file.includes('-tiny-')) reports.push(read.report);
  }
  return reports;
};

/** General news with every hundredth report from the conflict. */
export const thinCorpus = (dense: readonly Report[], count: number): readonly Report[] =>
  Array.from({ length: count }, (_, at) => {
    const conflict = at % ONE_IN === 0 ? dense[(at / ONE_IN) % dense.length] : undefined;
    return conflict ?? generalReport(at);
  });

const megabytesOf = (reports: readonly Report[]): number =>
  reports.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;

const nlp = winkNLP(model, ['sbd', 'pos']);

const race = (name: string, reports: readonly Report[], theatre: Theatre): Figure => {
  const megabytes = megabytesOf(reports);
  const read = () => readReports(reports, theatre);
  const [ours, theirs] = raceARound(
    read,
    () => reports.map(({ text }) => nlp.readDoc(text).tokens().out(nlp.its.pos)),
    SECONDS,
  );
  const claims = read().reduce((sum, reading) => sum + reading.claims.length, 0);
  return {
    what: `read ${name}: ${reports.length} reports, ${(megabytes * 1000).toFixed(0)} kB, ${claims} claims`,
    ours: `${(megabytes / ours).toFixed(2)} MB/s`,
    beside: { name: 'wink-nlp, tokens and tags', figure: `${(megabytes / theirs).toFixed(2)} MB/s` },
    ratio: theirs / ours,
  };
};

/** Where the time of reading goes: each pass's share. */
const passShares = (reports: readonly Report[], theatre: Theatre): readonly Figure[] => {
  const spent = new Map(PASSES.map((pass) => [pass.name, 0]));
  secondsARound(() => {
    PASSES.reduce(
      (drafts, pass) => {
        const start = performance.now();
        const next = drafts.map((draft) => pass(draft));
        spent.set(pass.name, (spent.get(pass.name) ?? 0) + performance.now() - start);
        return next;
      },
      reports.map((report) => emptyDraft(report, theatre)),
    );
  }, SECONDS / 2);
  const all = [...spent.values()].reduce((sum, one) => sum + one, 0);
  return [...spent]
    .sort(([, a], [, b]) => b - a)
    .map(([name, own]) => ({
      ...{ what: `  share of ${name}`, ours: `${((own / all) * 100).toFixed(1)} %`, beside: null, ratio: null },
    }));
};

/** Reading and placing with the whole gazetteer, in megabytes of UTF-8 a second. */
export const benchReading = async (): Promise<readonly Figure[]> => {
  const theatre = loadTheatre('afghanistan-2021');
  const dense = await loadReports(theatre);
  return [
    race('dense', dense, theatre),
    race('thin', thinCorpus(dense, CONFLICT_REPORTS * ONE_IN), theatre),
    ...passShares(dense, theatre),
  ];
};
