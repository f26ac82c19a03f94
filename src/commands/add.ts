// whoholds add: reports in, entries in the ledger. One line a report, then the total; interrupted, it keeps what it said.
import type { ReportId } from '../model/report.ts';
import { addedRecord } from '../publishing/records.ts';
import { readerOfGold } from '../reading/replay-gold.ts';
import { parseGold } from '../score/gold.ts';
import type { Added, AddedTotal, Reader, Whoholds } from '../whoholds.ts';
import { type InputOptions, itemsFrom } from './input.ts';
import { type LedgerOptions, withLedger } from './open-ledger.ts';
import { readTextFile } from './read-file.ts';
import { type ExitStatus, print, printRecord, progress, tell } from './terminal.ts';

export interface AddOptions extends InputOptions, LedgerOptions {
  readonly gold?: string;
  readonly json?: boolean;
}

/** The reader that replays a gold file; null = the rules. */
const readerFrom = (gold: string | undefined): Reader | null =>
  gold === undefined ? null : readerOfGold(parseGold(readTextFile(gold)));

const oneLine = (added: Added): string =>
  added.report === null
    ? `${added.file}: refused`
    : `${added.file}: ${added.claims} claims, ${added.entries.asserted} new entries${added.copyOf === null ? '' : ', a copy'}`;

const EMPTY_TOTAL: AddedTotal = {
  reports: 0,
  claims: 0,
  asserted: 0,
  unchanged: 0,
  copies: 0,
  families: 0,
  refused: 0,
  refusals: 0,
};

export const sumAdded = (total: AddedTotal, added: Added): AddedTotal => ({
  reports: total.reports + (added.report === null ? 0 : 1),
  claims: total.claims + added.claims,
  asserted: total.asserted + added.entries.asserted,
  unchanged: total.unchanged + added.entries.unchanged,
  copies: total.copies,
  families: total.families,
  refused: total.refused + (added.report === null ? 1 : 0),
  refusals: total.refusals + added.refusals.length,
});

/** How many reports are coming, where every argument is a plain file; folders, streams and lines are not counted ahead. */
const countFiles = (paths: readonly string[]): number | null =>
  paths.every((path) => /\.(txt|html?)$/i.test(path)) ? paths.length : null;

/** Adds all items, tells each through `each`, and gives the total. */
export const addAll = async (
  whoholds: Whoholds,
  source: { paths: readonly string[]; options: InputOptions; reader: Reader | null; total: number | null },
  each: (added: Added) => Promise<void>,
): Promise<AddedTotal> => {
  const bar = progress('reports', source.total);
  let total = EMPTY_TOTAL;
  const ids: ReportId[] = [];
  for await (const added of whoholds.add(itemsFrom(source.paths, source.options), { reader: source.reader })) {
    bar.step(added.file);
    total = sumAdded(total, added);
    if (added.report !== null) ids.push(added.report.id);
    await each(added);
  }
  bar.end();
  const families = await whoholds.familiesAmong(ids);
  return { ...total, families, copies: new Set(ids).size - families };
};

export const addCommand = (paths: readonly string[], options: AddOptions): Promise<ExitStatus> =>
  withLedger(options, 'write', async (whoholds) => {
    const source = { paths, options, reader: readerFrom(options.gold), total: countFiles(paths) };
    const total = await addAll(whoholds, source, async (added) => {
      if (options.json) return printRecord(addedRecord(added));
      for (const refusal of added.report === null ? added.refusals : []) tell(`${added.file}: ${refusal.reason}`);
      await print(oneLine(added));
    });
    if (options.json) await printRecord({ total: { ...total, seq: await whoholds.seq() } });
    else await print(totalWords(total));
    return total.refused > 0 ? 1 : 0;
  });

export const totalWords = (total: AddedTotal): string =>
  `${total.reports} reports in ${total.families} families, ${total.claims} claims, ${total.asserted} entries written, ` +
  `${total.unchanged} already there, ${total.refused} items refused, ${total.refusals} refusals in all.`;
