// whoholds add: reports in, entries in the ledger. One line a report, then the total; interrupted, it keeps what it said.
import { resolve } from 'node:path';
import { bytesOfFiles } from '../intake/sources.ts';
import type { ReportId } from '../model/report.ts';
import { hashText } from '../model/text.ts';
import { addedRecord } from '../publishing/records.ts';
import { readerOfGold } from '../reading/gold/replay-gold.ts';
import { parseGold } from '../score/gold.ts';
import { packageVersion } from '../settings.ts';
import type { Added, AddedTotal, Reader, Whoholds } from '../whoholds.ts';
import { type InputOptions, isAddress, itemsFrom, limitsFrom } from './input.ts';
import { type LedgerOptions, withLedger } from './open-ledger.ts';
import { progress } from './progress.ts';
import { readTextFile } from './read-file.ts';
import { stopOnSignal, untilStopped } from './stopping.ts';
import { type ExitStatus, print, printRecord, tell } from './terminal.ts';

export interface AddOptions extends InputOptions, LedgerOptions {
  readonly gold?: string;
  readonly json?: boolean;
}

/** The reader that replays a gold file; null = the rules. */
const readerFrom = (gold: string | undefined): Reader | null =>
  gold === undefined ? null : readerOfGold(parseGold(readTextFile(gold)));

const counted = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

/** The reason names its file, as a rule: then it need not stand before it once more. */
const refusedLine = ({ file, refusals: [refusal] }: Added): string => {
  if (refusal === undefined) return `${file}: refused`;
  const { code, reason } = refusal;
  return reason.includes(file) ? `refused (${code}): ${reason}` : `${file}: refused (${code}): ${reason}`;
};

/** What of a report was not read, by its code; a name that fits several places is told with its claim. */
const unread = ({ refusals }: Added): string => {
  const codes = [...Map.groupBy(refusals, ({ code }) => code)].map(([code, of]) => `${of.length} ${code}`);
  return codes.length === 0 ? '' : `, refused: ${codes.join(', ')}`;
};

export const oneLine = (added: Added): string =>
  added.report === null
    ? refusedLine(added)
    : `${added.file}: ${counted(added.claims, 'claim')}, ${counted(added.entries.asserted, 'new entry', 'new entries')}` +
      `${added.copyOf === null ? '' : ', a copy'}${unread(added)}`;

export const EMPTY_TOTAL: AddedTotal = {
  reports: 0,
  claims: 0,
  asserted: 0,
  unchanged: 0,
  copies: 0,
  families: 0,
  refused: 0,
  refusals: 0,
  why: {},
};

/** Whole items by the code of their refusal. */
const countWhy = (why: AddedTotal['why'], { report, refusals: [refusal] }: Added): AddedTotal['why'] =>
  report !== null || refusal === undefined ? why : { ...why, [refusal.code]: (why[refusal.code] ?? 0) + 1 };

export const sumAdded = (total: AddedTotal, added: Added): AddedTotal => ({
  reports: total.reports + (added.report === null ? 0 : 1),
  claims: total.claims + added.claims,
  asserted: total.asserted + added.entries.asserted,
  unchanged: total.unchanged + added.entries.unchanged,
  copies: total.copies,
  families: total.families,
  refused: total.refused + (added.report === null ? 1 : 0),
  refusals: total.refusals + added.refusals.length,
  why: countWhy(total.why, added),
});

/** How many reports are coming, where every argument is a plain file; folders, streams and lines are not counted ahead. */
const countFiles = (paths: readonly string[]): number | null =>
  paths.every((path) => /\.(txt|html?)$/i.test(path)) ? paths.length : null;

export interface Adding {
  /** Items, each with the line that adding it gives. */
  readonly added: AsyncIterable<Added>;
  readonly total: number | null;
  /** How much of the whole is read, 0 to 1; null where nobody knows. */
  readonly share?: () => number | null;
  readonly json?: boolean;
}

/** Adds all items, tells each through `each`, and gives the total. */
export const addAll = async (
  whoholds: Whoholds,
  { added, total: coming, share, json = false }: Adding,
  each: (added: Added) => Promise<void>,
): Promise<AddedTotal> => {
  const bar = progress({ label: 'items', total: coming, json, ...(share === undefined ? {} : { share }) });
  let total = EMPTY_TOTAL;
  const ids: ReportId[] = [];
  for await (const one of added) {
    bar.step(one.file);
    total = sumAdded(total, one);
    if (one.report !== null) ids.push(one.report.id);
    await each(one);
  }
  bar.end();
  const families = await whoholds.familiesAmong(ids);
  return { ...total, families, copies: new Set(ids).size - families };
};

/** What is read from standard input or from the network cannot be read again from its beginning. */
const canResume = (paths: readonly string[]): boolean => !paths.some((path) => path === '-' || isAddress(path));

/** The same command on the same sources, cut into items alike, has the same place; a newer reader starts anew. */
const walkKey = (paths: readonly string[], options: AddOptions): string => {
  const { published, outlet, manifest, columns, gold } = options;
  const from = paths.map((path) => resolve(path));
  const said = [packageVersion(), from, published, outlet, manifest, columns, limitsFrom(options), gold];
  return `add ${hashText(JSON.stringify(said))}`;
};

/** How much of the named files was read, by their bytes; of a stream and the network nobody knows. */
const measure = (paths: readonly string[]) => {
  const whole = canResume(paths) ? bytesOfFiles(paths) : 0;
  let read = 0;
  const onRead = (bytes: number): void => {
    read += bytes;
  };
  return { onRead, share: () => (whole === 0 ? null : Math.min(1, read / whole)) };
};

const tellResumed = (items: number, json: boolean): void =>
  tell(
    json
      ? JSON.stringify({ event: 'resumed', items })
      : `Going on where it was interrupted, after ${items} items that are in.`,
  );

const addedFrom = (
  whoholds: Whoholds,
  paths: readonly string[],
  { options, signal }: { options: AddOptions; signal: AbortSignal },
): AsyncIterable<Added> => {
  const reader = readerFrom(options.gold);
  const open = () => untilStopped(itemsFrom(paths, options, signal), signal);
  if (!canResume(paths)) return whoholds.add(open(), { reader });
  const resumed = (items: number): void => tellResumed(items, options.json ?? false);
  return whoholds.takeUp({ key: walkKey(paths, options), open, resumed, stopped: () => signal.aborted }, { reader });
};

export const addCommand = (paths: readonly string[], options: AddOptions): Promise<ExitStatus> =>
  withLedger(options, 'write', async (whoholds) => {
    const { json = false } = options;
    const stopping = stopOnSignal();
    const { onRead, share } = measure(paths);
    const added = addedFrom(whoholds, paths, { options: { ...options, onRead }, signal: stopping.signal });
    const total = await addAll(whoholds, { added, total: countFiles(paths), share, json }, async (one) => {
      await (json ? printRecord(addedRecord(one)) : print(oneLine(one)));
    });
    stopping.forget();
    if (json) await printRecord({ total: { ...total, seq: await whoholds.seq() } });
    else await tellTotal(total);
    if (stopping.signal.aborted) tell('Stopped as asked. The same command goes on from here.');
    return stopping.status(total.refused > 0 ? 1 : 0);
  });

const whyWords = (why: AddedTotal['why']): string => {
  const words = Object.entries(why).map(([code, count]) => `${count} ${code}`);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
};

export const totalWords = (total: AddedTotal): string =>
  `${counted(total.reports, 'report')}${total.families === 0 ? '' : ` in ${counted(total.families, 'family', 'families')}`}, ${counted(total.claims, 'claim')}, ` +
  `${counted(total.asserted, 'entry', 'entries')} written, ${total.unchanged} already there, ` +
  `${counted(total.refused, 'item')} refused${whyWords(total.why)}, ${counted(total.refusals, 'refusal')} in all.`;

const tellTotal = async (total: AddedTotal): Promise<void> => {
  await print(totalWords(total));
  if (total.refusals > 0)
    tell('What was refused is kept: `whoholds refusals list` shows it, `whoholds refusals retry` tries it again.');
};
