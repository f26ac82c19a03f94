// Where raw items come from: files and directories, or standard input. One item is one report's bytes and what is known of it.
// Invariant: nothing larger than the size limit is ever held in memory; a bad item is a refusal, a missing path a fault.
import { basename, extname } from 'node:path';
import { done, Fault, type Outcome } from '../model/outcome.ts';
import { type Manifest, NO_MANIFEST, readManifest } from './manifest.ts';
import { readChunks, readWhole, refuseItem, sizeOf, walk } from './read-files.ts';
import { splitLines } from './split-lines.ts';

/** What is known of an item from outside its bytes. */
export interface Given {
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly id: string | null;
  /** Who wrote it, as a feed, a mail or a table says. */
  readonly author?: string | null;
  /** When it was last changed, where its container says so. */
  readonly modified?: string | null;
  /** When a crawler or a browser took it from the network: an instant that no report can be younger than. */
  readonly captured?: string | null;
}

export interface Item {
  /** The path as given or walked to; NAME.jsonl#ID for a line; "-" for standard input. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly form: 'text' | 'html';
  readonly given: Given;
  /** The bytes as they came, where `bytes` were made from them (a PDF's words, a mail's text); else `bytes` are the original. */
  readonly original?: Uint8Array;
}

/** The seam: items in a fixed order, each read when it is asked for. */
export type Source = AsyncIterable<Outcome<Item>>;

export interface SourceSettings {
  /** Bytes; a larger file, line or input is refused as `too-large`. */
  readonly sizeLimit?: number;
  /** Path of a CSV file with columns file, published, outlet, url. */
  readonly manifest?: string | null;
  /** What the flags say of every item; a manifest's row or a record's own field goes before it. */
  readonly published?: string | null;
  readonly outlet?: string | null;
}

export const DEFAULT_SIZE_LIMIT = 20_000_000;

export const NOTHING_GIVEN: Given = { published: null, outlet: null, url: null, title: null, id: null };

interface Intent {
  readonly limit: number;
  readonly manifest: Manifest;
  readonly flags: Pick<Given, 'published' | 'outlet'>;
}

const FORMS: Readonly<Record<string, Item['form']>> = { '.txt': 'text', '.html': 'html', '.htm': 'html' };

const looksLikeHtml = (bytes: Uint8Array): boolean => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replaceAll('\0', '');
  return /^[^<]{0,8}\s*<(?:!doctype html|html|head|body|article|!--)/i.test(head);
};

const intentOf = (settings: SourceSettings): Intent => ({
  limit: settings.sizeLimit ?? DEFAULT_SIZE_LIMIT,
  manifest: settings.manifest ? readManifest(settings.manifest) : NO_MANIFEST,
  flags: { published: settings.published ?? null, outlet: settings.outlet ?? null },
});

const givenFor = (file: string, intent: Intent, own: Given): Given => {
  const row = intent.manifest(file);
  return {
    published: own.published ?? row?.published ?? intent.flags.published,
    outlet: own.outlet ?? row?.outlet ?? intent.flags.outlet,
    url: own.url ?? row?.url ?? null,
    title: own.title,
    id: own.id,
  };
};

const tooLarge = (file: string, limit: number): Outcome<never> =>
  refuseItem(
    'too-large',
    file,
    `${file} is larger than the limit of ${limit} bytes; raise it with --max-bytes or split the file.`,
  );

async function* fileItem(path: string, form: Item['form'], intent: Intent): Source {
  const bytes = await readWhole(path, intent.limit);
  yield bytes === null
    ? tooLarge(path, intent.limit)
    : done({ file: path, bytes, form, given: givenFor(path, intent, NOTHING_GIVEN) });
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : null;

const parseRecord = (line: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null; // converted: the caller refuses the line by its number
  }
};

/** One line of a JSON Lines file: `text` or `html`, and what else it says of itself. */
const recordItem = (path: string, number: number, intent: Intent & { line: string }): Outcome<Item> => {
  const record = parseRecord(intent.line);
  const where = `line ${number} of ${path}`;
  if (record === null) return refuseItem('not-a-report', `${path}#${number}`, `${where} is not a JSON object.`);
  const [text, html] = [record.text, record.html];
  const words = typeof text === 'string' ? text : typeof html === 'string' ? html : null;
  if (words === null) return refuseItem('not-a-report', `${path}#${number}`, `${where} has neither "text" nor "html".`);
  const own: Given = {
    published: textOf(record.published),
    outlet: textOf(record.outlet),
    url: textOf(record.url),
    title: textOf(record.title),
    id: textOf(record.id),
  };
  const file = `${path}#${own.id ?? number}`;
  const form = typeof text === 'string' ? 'text' : 'html';
  return done({ file, bytes: new TextEncoder().encode(words), form, given: givenFor(file, intent, own) });
};

async function* recordItems(path: string, intent: Intent): Source {
  let number = 0;
  for await (const line of splitLines(readChunks(path), intent.limit)) {
    number += 1;
    if (line === null)
      yield refuseItem(
        'too-large',
        `${path}#${number}`,
        `line ${number} of ${path} is larger than the limit of ${intent.limit} bytes.`,
      );
    else if (line.trim() !== '') yield recordItem(path, number, { ...intent, line });
  }
}

async function* namedItems(path: string, intent: Intent): Source {
  const form = FORMS[extname(path).toLowerCase()];
  if (basename(path).startsWith('.') || (form === undefined && extname(path).toLowerCase() !== '.jsonl'))
    yield refuseItem('unsupported-form', path, `${path} is of a form that is not taken in.`);
  else if (form === undefined) yield* recordItems(path, intent);
  else yield* fileItem(path, form, intent);
}

/**
 * Items of files and directories, in the order of the arguments; a directory stands for its .txt, .html and .htm files in name
 * order, README files and other data beside them passed over. Throws a Fault where a path or the manifest does not exist.
 */
export async function* filesSource(paths: readonly string[], settings: SourceSettings = {}): Source {
  const intent = intentOf(settings);
  for (const path of paths) sizeOf(path);
  for (const path of paths) {
    if (sizeOf(path) !== null) yield* namedItems(path, intent);
    else for (const file of walk(path, Object.keys(FORMS))) yield* namedItems(file, intent);
  }
}

/** Standard input, or any stream of bytes, as one item named "-": HTML where it begins like a page, else text. */
export async function* streamSource(stream: AsyncIterable<Uint8Array | string>, settings: SourceSettings = {}): Source {
  const intent = intentOf(settings);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    size += bytes.length;
    if (size > intent.limit) return yield tooLarge('standard input', intent.limit);
    chunks.push(bytes);
  }
  const bytes = new Uint8Array(Buffer.concat(chunks));
  yield done({
    file: '-',
    bytes,
    form: looksLikeHtml(bytes) ? 'html' : 'text',
    given: givenFor('-', intent, NOTHING_GIVEN),
  });
}

/** The items of a command's arguments in their order; "-" stands for the stream and may be named once. */
export async function* openSource(
  paths: readonly string[],
  stream: AsyncIterable<Uint8Array | string>,
  settings: SourceSettings = {},
): Source {
  if (paths.filter((path) => path === '-').length > 1)
    throw new Fault('usage', 'standard input ("-") can be read only once');
  for (const path of paths) if (path !== '-') sizeOf(path);
  for (const path of paths) yield* path === '-' ? streamSource(stream, settings) : filesSource([path], settings);
}
