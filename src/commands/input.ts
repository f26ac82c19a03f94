// What the input flags mean, and the items they give. No argument at all is wrong use, not an empty answer.
import { DEFAULT_LIMITS, type Limits } from '../intake/limits.ts';
import { checkSources, openSource, type Source, type SourceSettings } from '../intake/sources.ts';
import { Fault } from '../model/outcome.ts';
import { isDay, toInstant } from '../model/time.ts';
import { DEFAULT_MAX_BYTES, wholeNumber } from '../settings.ts';
import type { FetchOptions } from './fetching.ts';
import { tell } from './terminal.ts';

export interface InputOptions extends FetchOptions {
  readonly published?: string;
  readonly outlet?: string;
  readonly manifest?: string;
  readonly columns?: string;
  readonly maxBytes?: string;
  readonly maxRatio?: string;
  readonly maxUnpacked?: string;
  readonly maxDepth?: string;
  readonly maxMembers?: string;
  readonly maxXmlDepth?: string;
  /** No flag: told how many bytes of files were read. */
  readonly onRead?: (bytes: number) => void;
}

/** What intake guards itself by, from the flags and variables. */
export const limitsFrom = (options: InputOptions): Limits => ({
  itemBytes: wholeNumber('maxBytes', options.maxBytes, DEFAULT_MAX_BYTES),
  ratio: wholeNumber('maxRatio', options.maxRatio, DEFAULT_LIMITS.ratio),
  unpackedBytes: wholeNumber('maxUnpacked', options.maxUnpacked, DEFAULT_LIMITS.unpackedBytes),
  depth: wholeNumber('maxDepth', options.maxDepth, DEFAULT_LIMITS.depth),
  members: wholeNumber('maxMembers', options.maxMembers, DEFAULT_LIMITS.members),
  xmlDepth: wholeNumber('maxXmlDepth', options.maxXmlDepth, DEFAULT_LIMITS.xmlDepth),
});

const publishedFrom = (text: string | undefined): string | null => {
  if (text === undefined) return null;
  if (isDay(text) || toInstant(text) !== null) return text;
  throw new Fault('usage', `--published takes a day or an instant with its zone, not “${text}”.`, {
    expected: ['YYYY-MM-DD', 'YYYY-MM-DDTHH:MM:SSZ'],
  });
};

export const sourceSettingsFrom = (options: InputOptions): SourceSettings => ({
  ...(options.onRead === undefined ? {} : { onRead: options.onRead }),
  published: publishedFrom(options.published),
  outlet: options.outlet ?? null,
  manifest: options.manifest ?? null,
  columns: options.columns ?? null,
  limits: limitsFrom(options),
});

/** Loaded where an address is named: a plain file starts at once. */
async function* addressItems(address: string, options: InputOptions, signal: AbortSignal): Source {
  const [{ addressSource }, { sharedFetcher, maxEntriesFrom }] = await Promise.all([
    import('../intake/fetch/address-source.ts'),
    import('./fetching.ts'),
  ]);
  const fetcher = sharedFetcher(options, signal);
  try {
    yield* addressSource(address, {
      ...{ fetcher, settings: sourceSettingsFrom(options), maxEntries: maxEntriesFrom(options) },
      onLeft: (list, left) => tell(`${list}: ${left} more entries were left; --max-entries follows more of them.`),
    });
  } catch (cause) {
    if (!signal.aborted) throw cause; // what was under way ended as asked
  }
}

export const isAddress = (path: string): boolean => /^https?:\/\//i.test(path);

const NEVER = new AbortController().signal;

/** Items of the named files, directories and addresses in order; `-` stands for standard input. The signal ends what is fetched. */
export async function* itemsFrom(paths: readonly string[], options: InputOptions, signal = NEVER): Source {
  if (paths.length === 0) {
    throw new Fault('usage', 'No report was named.', {
      expected: ['FILE', 'DIRECTORY', 'https://…', '- for standard input'],
    });
  }
  const settings = sourceSettingsFrom(options);
  const local = paths.filter((path) => !isAddress(path));
  if (local.length === paths.length) return yield* openSource(paths, process.stdin, settings);
  checkSources(local);
  for (const path of paths)
    yield* isAddress(path) ? addressItems(path, options, signal) : openSource([path], process.stdin, settings);
}
