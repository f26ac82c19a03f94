// Where raw items come from: files and directories, or standard input, in any of the forms. One item is one report's bytes and what is known of it.
// Invariant: nothing larger than the size limit is ever held in memory; a bad item is a refusal, a missing path a fault.
import { basename } from 'node:path';
import { Fault, type Outcome } from '../model/outcome.ts';
import { parseColumns } from './forms/columns.ts';
import { type Columns, type Content, refuseItem } from './forms/form.ts';
import { openContent } from './forms/open-content.ts';
import { WALKED } from './forms/recognise.ts';
import { type Given, type Item, NOTHING_GIVEN, type Source } from './item.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { type Manifest, NO_MANIFEST, readManifest } from './manifest.ts';
import { isRegular, readChunks, readWhole, sizeOf, walk } from './read-files.ts';

export type { Given, Item, Source } from './item.ts';
export { NOTHING_GIVEN } from './item.ts';

export interface SourceSettings {
  /** What intake guards itself by; those left out are as by default. */
  readonly limits?: Partial<Limits>;
  /** Which columns of tables and fields of records say what: "text=body,published=date". */
  readonly columns?: string | null;
  /** Path of a CSV file with columns file, published, outlet, url. */
  readonly manifest?: string | null;
  /** What the flags say of every item; a manifest's row or a record's own field goes before it. */
  readonly published?: string | null;
  readonly outlet?: string | null;
  /** Told how many bytes of files were read or passed over, as they are. */
  readonly onRead?: (bytes: number) => void;
}

interface Intent {
  readonly limits: Limits;
  readonly columns: Columns | null;
  readonly manifest: Manifest;
  readonly flags: Pick<Given, 'published' | 'outlet'>;
  readonly onRead: (bytes: number) => void;
}

const intentOf = (settings: SourceSettings): Intent => ({
  limits: { ...DEFAULT_LIMITS, ...settings.limits },
  columns: parseColumns(settings.columns ?? null),
  manifest: settings.manifest ? readManifest(settings.manifest) : NO_MANIFEST,
  flags: { published: settings.published ?? null, outlet: settings.outlet ?? null },
  onRead: settings.onRead ?? (() => {}),
});

const withGiven = (item: Item, intent: Intent): Item => {
  const row = intent.manifest(item.file);
  const own = item.given;
  return {
    ...item,
    given: {
      ...own,
      published: own.published ?? row?.published ?? intent.flags.published,
      outlet: own.outlet ?? row?.outlet ?? intent.flags.outlet,
      url: own.url ?? row?.url ?? null,
    },
  };
};

/** The items of one content, whatever it holds, each with what is known of it from outside. */
async function* itemsOf(content: Content, intent: Intent): Source {
  for await (const item of openContent(content, intent))
    yield item.ok ? { ...item, value: withGiven(item.value, intent) } : withOriginal(item, content, intent);
}

/** A whole file that was refused keeps its bytes, where they are still there and within the limit. */
const withOriginal = async (
  item: Extract<Outcome<Item>, { ok: false }>,
  { file, path }: Content,
  { limits }: Intent,
): Promise<Outcome<Item>> => {
  if (path === null || item.refusal.file !== file || item.original !== undefined) return item;
  const bytes = await readWhole(path, limits.itemBytes);
  return bytes === null ? item : { ...item, original: bytes };
};

/** What comes through a pipe that has a name comes only once all the same. */
const fileContent = (path: string, isNamed: boolean): Content => ({
  file: path,
  name: path,
  given: NOTHING_GIVEN,
  mediaType: null,
  chunks: readChunks(path),
  ...(isRegular(path) ? { reread: (from: number) => readChunks(path, from), path } : { reread: null, path: null }),
  isNamed,
});

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onRead(chunk.length);
    yield chunk;
  }
}

/** A file's items; whatever of it was not read through (an archive read from its directory) counts at its end. */
async function* fileItems(path: string, { isNamed, intent }: { isNamed: boolean; intent: Intent }): Source {
  const content = fileContent(path, isNamed);
  let read = 0;
  const chunks = counted(content.chunks, (bytes) => {
    read += bytes;
    intent.onRead(bytes);
  });
  yield* itemsOf({ ...content, chunks }, intent);
  intent.onRead(Math.max(0, (sizeOf(path) ?? 0) - read));
}

async function* namedItems(path: string, intent: Intent): Source {
  if (basename(path).startsWith('.'))
    yield refuseItem('unsupported-form', path, `${path} is hidden, and hidden files are not taken in.`);
  else yield* fileItems(path, { isNamed: true, intent });
}

/**
 * Items of files and directories, in the order of the arguments; a directory stands for its files of the forms that are taken in, in
 * name order; README files, tables and other data beside them are passed over. Throws a Fault where a path or the manifest does not exist.
 */
export async function* filesSource(paths: readonly string[], settings: SourceSettings = {}): Source {
  const intent = intentOf(settings);
  for (const path of paths) sizeOf(path);
  for (const path of paths) {
    if (sizeOf(path) !== null) yield* namedItems(path, intent);
    else for (const file of walk(path, WALKED)) yield* fileItems(file, { isNamed: false, intent });
  }
}

/** The files that a directory stands for, in name order. Throws a Fault where there is no such directory. */
export const walkedFiles = (directory: string): readonly string[] => [...walk(directory, WALKED)];

/** Bytes of everything that paths name, directories with their files. Throws a Fault where one does not exist. */
export const bytesOfFiles = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + (sizeOf(path) ?? bytesOfFiles(walkedFiles(path))), 0);

/** A file that was met in such a directory; what it holds beside reports is passed over. */
export const walkedSource = (file: string, settings: SourceSettings = {}): Source =>
  itemsOf(fileContent(file, false), intentOf(settings));

async function* asBytes(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
}

/** Standard input, or any stream of bytes, in the form that its first bytes show. */
export async function* streamSource(stream: AsyncIterable<Uint8Array | string>, settings: SourceSettings = {}): Source {
  const unseen = { given: NOTHING_GIVEN, mediaType: null, reread: null, path: null };
  yield* itemsOf({ ...unseen, file: '-', name: '-', chunks: asBytes(stream), isNamed: true }, intentOf(settings));
}

interface Bytes extends Pick<Content, 'file' | 'given' | 'mediaType'> {
  readonly bytes: Uint8Array;
  /** By whose ending their form is known, where that is not the file's. */
  readonly name?: string;
}

/** Bytes that came from elsewhere, as a page from the network does: their name, what is known of them, what they were declared as. */
export const bytesSource = ({ bytes, name, ...known }: Bytes, settings: SourceSettings = {}): Source => {
  const chunks = (async function* (): AsyncGenerator<Uint8Array> {
    yield bytes;
  })();
  const content = { ...known, name: name ?? known.file, chunks, reread: null, path: null, isNamed: true };
  return keeping(bytes, known.file, itemsOf(content, intentOf(settings)));
};

/** Bytes that were refused whole stay with their refusal. */
async function* keeping(bytes: Uint8Array, file: string, items: Source): Source {
  for await (const item of items)
    yield item.ok || item.refusal.file !== file || item.original !== undefined ? item : { ...item, original: bytes };
}

/** Throws a Fault where a path does not exist, or standard input is named twice, before anything is read. */
export const checkSources = (paths: readonly string[]): void => {
  if (paths.filter((path) => path === '-').length > 1)
    throw new Fault('usage', 'standard input ("-") can be read only once');
  for (const path of paths) if (path !== '-') sizeOf(path);
};

/** The items of a command's arguments in their order; "-" stands for the stream and may be named once. */
export async function* openSource(
  paths: readonly string[],
  stream: AsyncIterable<Uint8Array | string>,
  settings: SourceSettings = {},
): Source {
  checkSources(paths);
  for (const path of paths) yield* path === '-' ? streamSource(stream, settings) : filesSource([path], settings);
}
