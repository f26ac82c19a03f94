// What the input flags mean, and the items they give. No argument at all is wrong use, not an empty answer.
import { DEFAULT_LIMITS, type Limits } from '../intake/limits.ts';
import { type Item, openSource, type SourceSettings } from '../intake/sources.ts';
import { Fault, type Outcome } from '../model/outcome.ts';
import { isDay, toInstant } from '../model/time.ts';
import { DEFAULT_MAX_BYTES, wholeNumber } from '../settings.ts';

export interface InputOptions {
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

/** Items of the named files and directories in order; `-` stands for standard input. */
export async function* itemsFrom(paths: readonly string[], options: InputOptions): AsyncIterable<Outcome<Item>> {
  if (paths.length === 0) {
    throw new Fault('usage', 'No report was named.', { expected: ['FILE', 'DIRECTORY', '- for standard input'] });
  }
  const settings: SourceSettings = {
    published: publishedFrom(options.published),
    outlet: options.outlet ?? null,
    manifest: options.manifest ?? null,
    columns: options.columns ?? null,
    limits: limitsFrom(options),
  };
  yield* openSource(paths, process.stdin, settings);
}
