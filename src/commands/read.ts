// whoholds read: reports in, what they say out. No ledger is touched, so that it answers at once.
import { readingRecord, refusedRecord } from '../publishing/records.ts';
import { readingText, traceText } from '../publishing/tables.ts';
import { theatreSetting } from '../settings.ts';
import { loadTheatre } from '../theatre/load.ts';
import { type ReadItem, readReports } from '../whoholds/read-item.ts';
import { readTogether } from '../whoholds/read-together.ts';
import { type InputOptions, itemsFrom } from './input.ts';
import { type ExitStatus, print, printRecord, tell, tellAccepted } from './terminal.ts';

export interface ReadOptions extends InputOptions {
  readonly theatre?: string;
  readonly json?: boolean;
  readonly trace?: boolean;
  readonly marks?: boolean;
  readonly asCase?: boolean;
}

const show = async (read: ReadItem, options: ReadOptions): Promise<void> => {
  if (!read.ok) {
    if (options.json) await printRecord(refusedRecord(read.file, read.refusal));
    else {
      tell(`${read.file}: not read (${read.refusal.code}): ${read.refusal.reason}`);
      tellAccepted(read.refusal.expected);
    }
    return;
  }
  const { report, reading } = read;
  if (options.json) {
    return printRecord(
      readingRecord(report, reading, { marks: options.marks ?? false, trace: options.trace ?? false }),
    );
  }
  if (options.asCase) {
    const { draftCase } = await import('./draft-case.ts');
    return print(draftCase(report, reading, options.theatre));
  }
  await print(readingText(report, reading));
  if (options.trace) await print(traceText(report, reading));
  await print('');
};

export const readCommand = async (paths: readonly string[], options: ReadOptions): Promise<ExitStatus> => {
  const theatre = loadTheatre(theatreSetting(options.theatre));
  let refused = false;
  for await (const read of readTogether(itemsFrom(paths, options), { theatre, reader: readReports, retrieved: null })) {
    refused ||= !read.ok;
    await show(read, options);
  }
  return refused ? 1 : 0;
};
