// A ZIP archive, also a WACZ, to what its members hold. Members are opened one by one from the directory at its end.
// Invariant: a member that is locked, damaged, badly named or a bomb is refused by itself, and the next one still comes.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry, ZipFile } from 'yauzl';
import type { Item, Source } from '../item.ts';
import { type Content, damagedBy, memberName, refuseItem, Unreadable, type Visit } from './form.ts';
import { Growth } from './growth.ts';
import { isPassedOver, isUnsafeName, refuseName } from './members.ts';
import { rescueZip } from './rescue-zip.ts';

const LOCKED = 1;
const STORED = 0;
const DEFLATED = 8;
const NAMED_IN_UTF8 = 0x800;

/** Null where it has no directory at its end, as a download that broke off has none. */
const openZip = async (path: string, file: string): Promise<ZipFile | null> => {
  const { open } = await import('yauzl');
  return new Promise((resolve, reject) => {
    open(
      path,
      { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true },
      (error, zip) => {
        if (!error) resolve(zip);
        else if (/central directory/i.test(error.message)) resolve(null);
        else reject(damagedBy(error, file));
      },
    );
  });
};

/** The next member; null at the end of the directory. */
const nextEntry = (zip: ZipFile, file: string): Promise<Entry | null> =>
  new Promise((resolve, reject) => {
    const settle = (then: () => void): void => {
      zip.removeAllListeners();
      then();
    };
    zip.once('entry', (entry: Entry) => settle(() => resolve(entry)));
    zip.once('end', () => settle(() => resolve(null)));
    zip.once('error', (error: Error) => settle(() => reject(damagedBy(error, file))));
    zip.readEntry();
  });

const nameOf = (entry: Entry): string => {
  const bytes = entry.fileName as unknown as Buffer; // a buffer, as decodeStrings is off
  const text = bytes.toString('utf8');
  return entry.generalPurposeBitFlag & NAMED_IN_UTF8 || !text.includes('\ufffd') ? text : bytes.toString('latin1');
};

interface Opened {
  readonly zip: ZipFile;
  readonly content: Content;
  readonly visit: Visit;
}

const streamOf = ({ zip }: Opened, entry: Entry, from: number): Promise<AsyncIterable<Uint8Array>> =>
  new Promise((resolve, reject) => {
    const options = from > 0 ? { start: from } : null;
    const settle = (error: Error | null, stream: AsyncIterable<Uint8Array>): void =>
      error ? reject(error) : resolve(stream);
    if (options === null) zip.openReadStream(entry, settle);
    else zip.openReadStream(entry, options as never, settle);
  });

/** A member's bytes, unpacked under the limits. */
async function* bytesOf(opened: Opened, entry: Entry, from: number): AsyncGenerator<Uint8Array> {
  const file = memberName(opened.content.file, nameOf(entry));
  const growth = new Growth(opened.visit, file);
  growth.add(entry.compressedSize, 0);
  try {
    for await (const bytes of await streamOf(opened, entry, from)) {
      growth.add(0, bytes.length);
      yield bytes;
    }
  } catch (cause) {
    throw cause instanceof Unreadable ? cause : damagedBy(cause, file);
  }
}

const readMember = (opened: Opened, entry: Entry): Source => {
  const { content, visit } = opened;
  const name = nameOf(entry);
  const isSeekable = entry.compressionMethod === STORED && (entry.generalPurposeBitFlag & LOCKED) === 0;
  return visit.open({
    file: memberName(content.file, name),
    name,
    given: content.given,
    mediaType: null,
    chunks: bytesOf(opened, entry, 0),
    reread: isSeekable ? (from) => bytesOf(opened, entry, from) : null,
    path: null,
    isNamed: false,
  });
};

/** A link's content is the name of another file. */
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & 0o170_000) === 0o120_000;

/** In a WACZ everything but the archives themselves is about them. */
const isOfInterest = (name: string, isCrawl: boolean): boolean =>
  isCrawl ? /\.warc(?:\.gz)?$/i.test(name) : !isPassedOver(name);

async function* memberItems(opened: Opened, entry: Entry, isCrawl: boolean): Source {
  const file = opened.content.file;
  const name = nameOf(entry);
  if (isUnsafeName(name)) yield refuseName(file, name);
  else if (!isOfInterest(name, isCrawl) || isLink(entry)) return;
  else if (entry.generalPurposeBitFlag & LOCKED)
    yield refuseItem('locked', memberName(file, name), `${name} in ${file} is locked by a password.`);
  else if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    yield refuseItem(
      'unsupported-form',
      memberName(file, name),
      `${name} in ${file} is packed by method ${entry.compressionMethod}; ZIP’s common one is deflate.`,
    );
  else yield* readMember(opened, entry);
}

async function* membersOf(opened: Opened): Source {
  const { zip, content, visit } = opened;
  if (zip.entryCount > visit.limits.members)
    return yield refuseItem(
      'too-many-members',
      content.file,
      `${content.file} has ${zip.entryCount} members; the limit is ${visit.limits.members}.`,
    );
  const isCrawl = /\.wacz$/i.test(content.name);
  for (let entry = await nextEntry(zip, content.file); entry !== null; entry = await nextEntry(zip, content.file))
    yield* memberItems(opened, entry, isCrawl);
}

/** A ZIP is read from its end: one that comes as a stream is laid down in a folder of its own, and taken away again. */
async function* onDisk<T>(content: Content, read: (path: string) => AsyncGenerator<T>): AsyncGenerator<T> {
  if (content.path !== null) return yield* read(content.path);
  const folder = mkdtempSync(join(tmpdir(), 'whoholds-'));
  try {
    const path = join(folder, 'archive');
    const file = openSync(path, 'wx', 0o600);
    try {
      for await (const chunk of content.chunks) writeSync(file, chunk);
    } finally {
      closeSync(file);
    }
    yield* read(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function* readZip(content: Content, visit: Visit): Source {
  yield* onDisk(content, async function* (path): AsyncGenerator<Outcome> {
    const zip = await openZip(path, content.file);
    if (zip === null) return yield* rescueZip(path, content, visit);
    try {
      yield* membersOf({ zip, content, visit });
    } finally {
      zip.close();
    }
  });
}

type Outcome = Source extends AsyncIterable<infer T> ? T : Item;
