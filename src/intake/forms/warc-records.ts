// The records of a web archive, plain or packed, one after the other.
// Invariant: no more than one wanted record below the limit is held; behind damage the next record still comes.
import type { Piece } from './gunzip.ts';
import { PieceWindow } from './piece-window.ts';

export interface WarcRecord {
  /** Names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** Where it begins in the file as it lies there; null where its member begins with another record. */
  readonly offset: number | null;
  /** Null where it was not wanted or is larger than the limit. */
  readonly block: Uint8Array | null;
  readonly size: number;
}

export interface WarcDamage {
  readonly damage: string;
  /** The record in which it stands, where its headers could be read. */
  readonly headers: ReadonlyMap<string, string> | null;
}

export interface WarcWishes {
  readonly limit: number;
  wants(headers: ReadonlyMap<string, string>): boolean;
}

const LONGEST_HEAD = 262_144;

/** "Name: value" lines, the first line left out; a line that begins with a space goes on. */
export const parseHeaders = (head: string): Map<string, string> => {
  const headers = new Map<string, string>();
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
};

const LINE_ENDS = new Set([10, 13]);

/** To the first byte that ends no line; false at the end of what can be read. */
const toNextRecord = async (window: PieceWindow): Promise<boolean> => {
  for (;;) {
    if (!(await window.fill(1))) return false;
    let at = 0;
    while (at < window.bytes.length && LINE_ENDS.has(window.bytes[at] ?? 0)) at += 1;
    window.drop(at);
    if (window.bytes.length > 0) return true;
  }
};

/** The head of the record at the window's start, taken from it; null where there is none. */
const takeHead = async (window: PieceWindow): Promise<string | null> => {
  for (let wanted = 1_024; ; wanted *= 4) {
    const isThere = await window.fill(wanted);
    if (window.bytes.toString('latin1', 0, 5) !== 'WARC/') return null;
    const end = window.bytes.indexOf('\r\n\r\n');
    const bare = end < 0 || end > 4_096 ? window.bytes.indexOf('\n\n') : -1;
    const [at, length] = bare >= 0 && (end < 0 || bare < end) ? [bare, 2] : [end, 4];
    if (at >= 0) {
      const head = window.bytes.toString('utf8', 0, at);
      window.drop(at + length);
      return head;
    }
    if (!isThere || wanted > LONGEST_HEAD) return null;
  }
};

/** What stands between two records and begins the next. Without the blank line, a block of such words would cost its square. */
const BORDER = '\n\r\nWARC/1.';

/** On to what looks like a record, within what can be read. */
const findRecord = async (window: PieceWindow): Promise<void> => {
  window.drop(Math.min(1, window.bytes.length));
  for (;;) {
    const at = window.bytes.indexOf(BORDER);
    if (at >= 0) return window.drop(at + 3);
    window.drop(Math.max(0, window.bytes.length - BORDER.length));
    if (!(await window.fill(window.bytes.length + 1))) return window.drop(window.bytes.length);
  }
};

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;

/** The record whose head was taken; damage where its length is missing or its bytes are. */
const takeRecord = async (
  window: PieceWindow,
  { headers, offset }: Pick<WarcRecord, 'headers' | 'offset'>,
  wishes: WarcWishes,
): Promise<WarcRecord | WarcDamage> => {
  const size = wholeNumber(headers.get('content-length'));
  if (size === null) return { damage: 'a record does not say how long it is', headers };
  if (size > wishes.limit || !wishes.wants(headers)) {
    const isWhole = await window.skip(size);
    return isWhole
      ? { headers, offset, block: null, size }
      : { damage: window.tellDamage() ?? 'it is cut short', headers };
  }
  if (!(await window.fill(size))) {
    window.drop(window.bytes.length);
    return { damage: window.tellDamage() ?? 'it is cut short', headers };
  }
  const block = new Uint8Array(window.bytes.subarray(0, size));
  window.drop(size);
  return { headers, offset, block, size };
};

/** The records up to the end, or to damage that the window does not reach over. */
async function* recordsIn(window: PieceWindow, wishes: WarcWishes): AsyncGenerator<WarcRecord | WarcDamage> {
  while (await toNextRecord(window)) {
    const offset = window.startOffset();
    const head = await takeHead(window);
    if (head !== null) yield await takeRecord(window, { headers: parseHeaders(head), offset }, wishes);
    else {
      yield { damage: window.tellDamage() ?? 'what stands there is no record', headers: null };
      await findRecord(window);
    }
  }
  const untold = window.tellDamage();
  if (untold !== null) yield { damage: untold, headers: null };
}

export async function* warcRecords(
  pieces: AsyncIterable<Piece>,
  wishes: WarcWishes,
): AsyncGenerator<WarcRecord | WarcDamage> {
  const window = new PieceWindow(pieces);
  try {
    do yield* recordsIn(window, wishes);
    while (window.recover());
  } finally {
    await window.close();
  }
}
