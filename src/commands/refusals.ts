// whoholds refusals: what could not be used and lies in quarantine: listed, shown with its original, tried again after a fix.
import { basename } from 'node:path';
import { Fault } from '../model/outcome.ts';
import { addedRecord } from '../publishing/records.ts';
import { refusalRowRecord, wholeRefusalRecord } from '../publishing/refusal-records.ts';
import { refusalListText, refusalText } from '../publishing/refusal-tables.ts';
import { wholeNumber } from '../settings.ts';
import type { Retried } from '../whoholds.ts';
import { EMPTY_TOTAL, oneLine, sumAdded, totalWords } from './add.ts';
import { type InputOptions, itemsFrom } from './input.ts';
import { type LedgerOptions, withLedger } from './open-ledger.ts';
import { type ExitStatus, print, printRecord, tell } from './terminal.ts';

export interface RefusalOptions extends LedgerOptions, InputOptions {
  readonly json?: boolean;
  readonly limit?: string;
  readonly all?: boolean;
  readonly raw?: boolean;
}

const MOST_LISTED = 20;

export const listCommand = (options: RefusalOptions): Promise<ExitStatus> =>
  withLedger(options, 'read', async (whoholds) => {
    const rows = (await whoholds.quarantine.list()).toReversed();
    const limit = wholeNumber('limit', options.limit, options.json ? rows.length : MOST_LISTED);
    if (!options.json) await print(refusalListText(rows, limit));
    else for (const row of rows.slice(0, limit)) await printRecord(refusalRowRecord(row));
    return 0;
  });

/** The original's bytes as they came, to standard output, to be looked at with another program. */
const writeRaw = (bytes: Uint8Array | null): void => {
  if (bytes === null) throw new Fault('usage', 'Nothing of it is kept: no byte of it ever came.');
  process.stdout.write(bytes);
};

export const showCommand = (id: string, options: RefusalOptions): Promise<ExitStatus> =>
  withLedger(options, 'read', async (whoholds) => {
    const found = await whoholds.quarantine.show(id);
    if (found === null)
      throw new Fault('usage', `Nothing is refused under “${id}”, or no longer.`, {
        expected: ['an id as `whoholds refusals list` shows it'],
      });
    if (options.raw) writeRaw(found.bytes);
    else await (options.json ? printRecord(wholeRefusalRecord(found)) : print(refusalText(found)));
    return 0;
  });

const retriedRecord = ({ was, added }: Retried) => ({ was: was.map(refusalRowRecord), ...addedRecord(added) });

/** Where an item came from, when nothing of it is kept: its file or address, of which only the items of its name are taken. */
const reopenWith = (options: RefusalOptions) =>
  async function* (file: string) {
    const [source = file] = /^https?:/.test(file) ? [file] : file.split('#', 1);
    for await (const item of itemsFrom([source], options)) {
      const name = item.ok ? item.value.file : (item.refusal.file ?? '');
      if (name === file || source === file) yield item;
    }
  };

export const retryCommand = (ids: readonly string[], options: RefusalOptions): Promise<ExitStatus> => {
  if (ids.length > 0 === (options.all ?? false))
    throw new Fault('usage', 'Name what to try again, or try --all.', { expected: ['ID …', '--all'] });
  return withLedger(options, 'write', async (whoholds) => {
    let total = EMPTY_TOTAL;
    const tried = whoholds.quarantine.retry({ ids: options.all ? null : ids, reopen: reopenWith(options) });
    for await (const retried of tried) {
      total = sumAdded(total, retried.added);
      if (options.json) await printRecord(retriedRecord(retried));
      else await print(oneLine(retried.added));
      const [refusal] = retried.added.refusals;
      if (!options.json && refusal !== undefined && retried.added.report !== null)
        tell(`${basename(retried.added.file)}: still (${refusal.code}): ${refusal.reason}`);
    }
    if (options.json) await printRecord({ total: { ...total, seq: await whoholds.seq() } });
    else await print(totalWords(total));
    return total.refused > 0 ? 1 : 0;
  });
};
