// gzip, one member after the other, as web archives pack each record by itself: where a member is damaged the next one still comes.
// Invariant: no more than a window of packed bytes and one small member are held; a large member streams.
import { crc32, inflateRawSync } from 'node:zlib';
import { ByteWindow } from './byte-window.ts';
import { Inflation } from './inflation.ts';

/** `start`: what follows begins at this offset of the packed bytes. `damage`: what came before it breaks off here. */
export type Piece =
  | { readonly kind: 'start'; readonly offset: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly packed: number }
  | { readonly kind: 'damage'; readonly reason: string };

/** A member up to this size, packed and unpacked, is unpacked at once, which is three times as fast as streaming it. */
const AT_ONCE = 4_000_000;
const FIRST_LOOK = 131_072;
/** Packed bytes pushed at a time where a member streams: they become sixteen megabytes at most. */
const AT_A_TIME = 16_384;

const NOTHING = new Uint8Array();

const NO_SPACE = 'ERR_BUFFER_TOO_LARGE';
const CUT_SHORT = 'Z_BUF_ERROR';

const codeOf = (cause: unknown): string => String((cause as NodeJS.ErrnoException).code ?? cause);

/** Where the packed data of the member at the window's start begins; null where its header is longer than what is there. */
const headerLength = (bytes: Uint8Array): number | null => {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if (flags & 2) at += 2;
  return at <= bytes.length ? at : null;
};

const isMember = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] ?? 0) < 32;

/** The next place that looks like a member, at or after `from`; -1 where there is none. */
const nextMember = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1))
    if (isMember(bytes, at)) return at;
  return -1;
};

type AtOnce =
  | { readonly state: 'done'; readonly bytes: Uint8Array; readonly packed: number; readonly isSound: boolean }
  | { readonly state: 'larger' | 'cut' | 'damaged' };

/** The types of Node do not know what it answers when asked for more. */
type WithEngine = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };

const inflateAtOnce = (bytes: Uint8Array, header: number): AtOnce => {
  try {
    const options = { info: true, maxOutputLength: AT_ONCE, chunkSize: 65_536 };
    const { buffer, engine } = inflateRawSync(bytes.subarray(header), options) as unknown as WithEngine;
    const end = header + engine.bytesWritten;
    if (end + 8 > bytes.length) return { state: 'cut' };
    const sum = Buffer.from(bytes.buffer, bytes.byteOffset + end, 4).readUInt32LE();
    return { state: 'done', bytes: buffer, packed: end + 8, isSound: sum === crc32(buffer) };
  } catch (cause) {
    const code = codeOf(cause);
    if (code === NO_SPACE) return { state: 'larger' };
    if (code === CUT_SHORT) return { state: 'cut' };
    return { state: 'damaged' }; // converted: the caller tells of the damage and looks for the next member
  }
};

const BROKEN = 'the packed data is damaged';
const SHORT = 'the packed data is cut short';

/** Behind damage: on to the next member, wherever it begins. */
const resynchronise = async (window: ByteWindow, from: number): Promise<void> => {
  window.drop(from);
  while (await window.fill(4)) {
    const next = nextMember(window.bytes, 0);
    window.drop(next >= 0 ? next : window.bytes.length - 3);
    if (next >= 0) return;
  }
  window.drop(window.bytes.length);
};

async function* damaged(window: ByteWindow, reason: string): AsyncGenerator<Piece> {
  yield { kind: 'damage', reason };
  await resynchronise(window, Math.min(1, window.bytes.length));
}

/** The member at the window's start, as it streams. The window stands behind it at the end. */
async function* inflateStreaming(window: ByteWindow, header: number): AsyncGenerator<Piece> {
  const inflate = new Inflation();
  let sum = 0;
  for (window.drop(header); ; ) {
    if (!(await window.fill(1))) return yield { kind: 'damage', reason: SHORT };
    const packed = window.bytes.subarray(0, AT_A_TIME);
    const { pieces, taken, state } = await inflate.push(packed);
    for (const bytes of pieces) {
      sum = crc32(bytes, sum);
      yield { kind: 'bytes', bytes, packed: 0 };
    }
    yield { kind: 'bytes', bytes: NOTHING, packed: taken };
    if (state === 'damaged') return yield* damaged(window, BROKEN);
    window.drop(taken);
    if (state === 'ended') break;
  }
  const isWhole = await window.fill(8);
  const isSound = isWhole && window.bytes.readUInt32LE() === sum;
  window.drop(Math.min(8, window.bytes.length));
  if (!isSound) yield { kind: 'damage', reason: isWhole ? BROKEN : SHORT };
}

/** What a damaged member in the window gives before its damage; the next one is looked for from its start on. */
async function* partOf(window: ByteWindow, header: number): AsyncGenerator<Piece> {
  const inflate = new Inflation();
  for (let at = header; at < window.bytes.length; at += AT_A_TIME) {
    const { pieces, taken, state } = await inflate.push(window.bytes.subarray(at, at + AT_A_TIME));
    for (const bytes of pieces) yield { kind: 'bytes', bytes, packed: 0 };
    yield { kind: 'bytes', bytes: NOTHING, packed: taken };
    if (state !== 'going') break;
  }
  yield* damaged(window, BROKEN);
}

/** One member, at once where it is small. */
async function* member(window: ByteWindow): AsyncGenerator<Piece> {
  const header = headerLength(window.bytes);
  if (header === null) return yield* damaged(window, SHORT);
  for (;;) {
    const held = window.bytes.length;
    const result = inflateAtOnce(window.bytes, header);
    if (result.state === 'damaged') return yield* partOf(window, header);
    if (result.state === 'done') {
      yield { kind: 'bytes', bytes: result.bytes, packed: result.packed };
      // Where the sum is wrong the end may be too.
      if (!result.isSound) return yield* damaged(window, BROKEN);
      return window.drop(result.packed);
    }
    const mayGrow = result.state === 'cut' && held < AT_ONCE;
    if (mayGrow) await window.fill(held * 4);
    if (window.bytes.length === held) return yield* inflateStreaming(window, header);
  }
}

const isPadding = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** Unpacks gzip members from a stream, never throwing on what they hold. */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const window = new ByteWindow(chunks);
  try {
    while ((await window.fill(FIRST_LOOK)) || window.bytes.length > 0) {
      if (isMember(window.bytes, 0)) {
        yield { kind: 'start', offset: window.offset };
        yield* member(window);
      } else if (isPadding(window.bytes)) window.drop(window.bytes.length);
      else yield* damaged(window, BROKEN);
    }
  } finally {
    await window.close();
  }
}
