// Is a claim that the reader is 0.9 sure of right nine times in ten? `node bench/confidence.ts` measures it on the dev part of
// the dispatches and fits the weights anew, cross-validated by story; `--write` keeps them in languages/en/confidence.json.
// `--with FOLDER` adds another folder's reports to the fit, `--on FOLDER:SPLIT` only measures the kept weights on one; a folder
// has gold.jsonl, split.csv and, where it needs one, manifest.csv.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../scripts/source-files.ts';
import { filesSource } from '../src/intake/sources.ts';
import type { GoldRecord } from '../src/model/gold.ts';
import { readingRecord } from '../src/publishing/records.ts';
import { CONFIDENCE } from '../src/reading/claims/confidence.ts';
import { parseGold } from '../src/score/gold.ts';
import { parseReadings } from '../src/score/predicted.ts';
import { parseOnly, parsePlaces } from '../src/score/score.ts';
import { pairClaims } from '../src/score/score-report.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { type ReadItem, readItem, readReport } from '../src/whoholds/read-item.ts';
import { crossValidated, fitWeights, type Row, shareFor, type Weights } from './confidence/fit.ts';
import { aucOf, brierOf, eceOf, reliabilityTable } from './confidence/reliability.ts';

const FOLDS = 8;
const SEED = 20210617;
const WEIGHTS = join(ROOT, 'languages', 'en', 'confidence.json');

/** The reports on which most rules were written. */
const HOME = join(ROOT, 'test', 'dispatches');

const text = (path: string): string => readFileSync(path, 'utf8');
const places = new Map(
  ['afghanistan-2021', 'tiny'].flatMap((name) => [...parsePlaces(text(join(ROOT, 'theatres', name, 'gazetteer.csv')))]),
);

type Read = Extract<ReadItem, { ok: true }>;

const SURE = ' · sure ';

/** The doubts that the trace tells of a claim, by the offsets of its quote, its kind and its place's words. */
const doubtsByClaim = ({ trace }: Read['reading']): ReadonlyMap<string, readonly string[]> =>
  new Map(
    trace.flatMap(({ pass, span, says }) => {
      if (pass !== 'buildClaims' || span === null) return [];
      const at = says.lastIndexOf(SURE);
      const [, ...doubts] = says.slice(at).split(': ');
      return [[`${span.start} ${span.end} ${says.slice(0, at)}`, doubts.join(': ').split('; ')] as const];
    }),
  );

const rowsOf = (read: Read, gold: GoldRecord, folder: string): readonly Row[] => {
  const record = readingRecord(read.report, read.reading, { marks: false, trace: false });
  const [reading] = parseReadings(JSON.stringify(record));
  if (reading === undefined) return [];
  const { pairs, extra } = pairClaims(reading, gold, { places, noActor: false });
  const verdicts = new Map([
    ...pairs.map(([claim]) => [claim.id, true] as const),
    ...extra.map((claim) => [claim.id, false] as const),
  ]);
  const doubts = doubtsByClaim(read.reading);
  return read.reading.claims.flatMap(({ id, quote, kind, placeSpan, reading: given }): Row[] => {
    const right = verdicts.get(id);
    if (right === undefined) return [];
    const words = placeSpan === null ? '' : read.report.text.slice(placeSpan.start, placeSpan.end);
    const own = doubts.get(`${quote.start} ${quote.end} ${kind} ${words}`) ?? ['denied without saying it again'];
    return [
      {
        family: gold.family ?? gold.file,
        doubts: own.filter((name) => name !== ''),
        given,
        right,
        home: folder === HOME,
      },
    ];
  });
};

/** Every claim that counts for or against in a folder's reports of one part of its split. */
const readRows = async (folder: string, split: string): Promise<readonly Row[]> => {
  const only = parseOnly(text(join(folder, 'split.csv')), split);
  const gold = new Map(parseGold(text(join(folder, 'gold.jsonl'))).map((record) => [record.file, record]));
  const manifest = join(folder, 'manifest.csv');
  const rows: Row[] = [];
  for await (const item of filesSource([folder], existsSync(manifest) ? { manifest } : undefined)) {
    const record = gold.get(item.ok ? basename(item.value.file) : '');
    if (record === undefined || !only.has(record.file)) continue;
    const theatre = loadTheatre(record.theatre ?? 'afghanistan-2021');
    const read = readItem(item, { theatre, reader: readReport, retrieved: null });
    if (read.ok) rows.push(...rowsOf(read, record, folder));
  }
  return rows;
};

/** What was given before there were doubts: 0.9, or 0.7 for a place from context, less 0.1 without a doer by name. */
const asBefore = (row: Row): Row => {
  const has = (name: string): boolean => row.doubts.includes(name);
  const leans = ['the place is a pronoun', 'the place is described', 'the place is not said'].some(has);
  const doer = has('the doer is a pronoun') || has('the doer is not said');
  return { ...row, given: (leans ? 0.7 : 0.9) - (doer ? 0.1 : 0) };
};

const print = (name: string, rows: readonly Row[]): void => {
  const right = rows.filter((row) => row.right).length;
  const figures = `Brier ${brierOf(rows).toFixed(4)} · ECE ${eceOf(rows).toFixed(3)} · AUC ${aucOf(rows).toFixed(3)}`;
  console.log(`\n${name}: ${rows.length} claims, ${right} right · ${figures}`);
  console.log(`| sure | claims | mean | right |\n|---|---|---|---|\n${reliabilityTable(rows).join('\n')}`);
};

const keep = (weights: Weights): void => {
  const file = { weights: { [CONFIDENCE]: Object.fromEntries(weights) } };
  writeFileSync(WEIGHTS, `${JSON.stringify(file, null, 2)}\n`);
};

const withShares = (rows: readonly Row[], weights: Weights): readonly Row[] =>
  rows.map((row) => ({ ...row, given: shareFor(row, weights) }));

const countOf = (rows: readonly Row[], name: string): string => {
  const own = rows.filter(({ doubts }) => doubts.includes(name));
  return `${own.length} claims, ${own.filter(({ right }) => right).length} right`;
};

const COMMON = 'dev';

/** The folders named after a flag, each with the part of its split that is meant. */
const foldersAfter = (words: readonly string[], flag: string): readonly (readonly [string, string])[] =>
  words.flatMap((word, at) => {
    const [folder = '', split = COMMON] = word === flag ? (words[at + 1] ?? '').split(':') : [];
    return folder === '' ? [] : [[folder, split] as const];
  });

const readAll = async (folders: readonly (readonly [string, string])[]): Promise<readonly Row[]> =>
  (await Promise.all(folders.map(([folder, split]) => readRows(folder, split)))).flat();

const main = async (words: readonly string[]): Promise<void> => {
  const measured = foldersAfter(words, '--on');
  for (const [folder, split] of measured) {
    const rows = await readRows(folder, split);
    print(`${folder}, ${split}, as before`, rows.map(asBefore));
    print(`${folder}, ${split}`, rows);
  }
  if (measured.length > 0) return;
  const own = await readRows(HOME, COMMON);
  const rows = [...own, ...(await readAll(foldersAfter(words, '--with')))];
  const weights = fitWeights(rows);
  print('a constant, as before', rows.map(asBefore));
  print('as kept', rows);
  print('the dispatches alone, as before', own.map(asBefore));
  print('the dispatches alone, as kept', own);
  print('fitted on all', withShares(rows, weights));
  print('the dispatches alone, fitted on all', withShares(own, weights));
  print(`cross-validated by story, ${FOLDS} folds`, crossValidated(rows, FOLDS, SEED));
  for (const [name, weight] of weights)
    console.log(`${weight.toFixed(2).padStart(6)}  ${name} (${countOf(rows, name)})`);
  if (words.includes('--write')) keep(weights);
};

await main(process.argv.slice(2));
