// whoholds watch: follows feeds, pages and folders, and appends what they bring, until it is asked to stop.
import { realClock } from '../intake/fetch/clock.ts';
import { type Watched, watchedFrom } from '../intake/watch-list.ts';
import { Fault } from '../model/outcome.ts';
import { addedRecord, refusalRecord } from '../publishing/records.ts';
import { wholeNumber } from '../settings.ts';
import type { AddedTotal, WatchEvent, Watching } from '../whoholds.ts';
import { EMPTY_TOTAL, oneLine, sumAdded, totalWords } from './add.ts';
import { maxEntriesFrom, openFetcher } from './fetching.ts';
import { type InputOptions, sourceSettingsFrom } from './input.ts';
import { type LedgerOptions, withLedger } from './open-ledger.ts';
import { stopOnSignal } from './stopping.ts';
import { type ExitStatus, print, printRecord, tell } from './terminal.ts';

export interface WatchOptions extends LedgerOptions, InputOptions {
  readonly every?: string;
  readonly lookEvery?: string;
  readonly parallel?: string;
  readonly once?: boolean;
  readonly json?: boolean;
}

const MINUTE = 60_000;
const SECOND = 1000;

const watchingFrom = (sources: readonly Watched[], options: WatchOptions, signal: AbortSignal): Watching => ({
  sources,
  fetcher: openFetcher(options, signal),
  settings: sourceSettingsFrom(options),
  clock: realClock(signal),
  everyMs: Math.max(1, wholeNumber('every', options.every, 15)) * MINUTE,
  lookEveryMs: Math.max(1, wholeNumber('lookEvery', options.lookEvery, 5)) * SECOND,
  maxEntries: maxEntriesFrom(options),
  parallel: Math.max(1, wholeNumber('parallel', options.parallel, 16)),
  once: options.once ?? false,
  signal,
});

const eventRecord = (event: WatchEvent): object => {
  if (event.event === 'added') return { event: 'added', source: event.source, ...addedRecord(event.added) };
  if (event.event === 'looked') return event;
  return { ...event, refusal: event.refusal === null ? null : refusalRecord(event.refusal) };
};

const entryWords = (count: number): string => `${count} new ${count === 1 ? 'entry' : 'entries'}`;

/** What a person wants to see of it; null where nothing happened. */
const eventWords = (event: WatchEvent): string | null => {
  if (event.event === 'added') return `  ${oneLine(event.added)}`;
  if (event.event === 'looked')
    return event.failed === null ? `${event.source}: ${event.files} new files` : `${event.source}: ${event.failed}`;
  if (event.state === 'new') return `${event.source}: ${entryWords(event.entries)}`;
  if (event.refusal !== null) return `${event.source}: ${event.refusal.reason} Next try after ${event.next}.`;
  return event.state === 'resting' ? `${event.source}: failed before, and rests until ${event.next}` : null;
};

const tellEvent = async (event: WatchEvent, json: boolean): Promise<void> => {
  if (json) return printRecord(eventRecord(event));
  const words = eventWords(event);
  if (words !== null) await print(words);
};

const startWords = (sources: readonly Watched[], { everyMs, once }: Watching): string => {
  const folders = sources.filter(({ kind }) => kind === 'folder').length;
  const what = `${sources.length - folders} addresses and ${folders} folders`;
  return once
    ? `Looking at ${what}, once.`
    : `Watching ${what}, each address every ${everyMs / MINUTE} min (stop with Ctrl-C).`;
};

const counted = (total: AddedTotal, event: WatchEvent): AddedTotal =>
  event.event === 'added' ? sumAdded(total, event.added) : total;

export const watchCommand = (names: readonly string[], options: WatchOptions): Promise<ExitStatus> => {
  if (names.length === 0)
    throw new Fault('usage', 'Nothing was named to be watched.', {
      expected: ['https://…', 'FOLDER', 'FEEDS.opml', 'a file of addresses, one to a line'],
    });
  const sources = watchedFrom(names);
  return withLedger(options, 'write', async (whoholds) => {
    const { json = false } = options;
    const stopping = stopOnSignal();
    const watching = watchingFrom(sources, options, stopping.signal);
    let total = EMPTY_TOTAL;
    if (!json) tell(startWords(sources, watching));
    try {
      for await (const event of whoholds.watch(watching)) {
        total = counted(total, event);
        await tellEvent(event, json);
      }
    } finally {
      stopping.end();
      watching.fetcher.close();
    }
    if (json) await printRecord({ total: { ...total, seq: await whoholds.seq() } });
    else tell(`${stopping.isAsked() ? 'Stopped. ' : ''}${totalWords(total)}`);
    return options.once && total.refused > 0 ? 1 : 0;
  });
};
