// What unpacking one thing costs so far. Invariant: it ends before a bomb has filled anything.
import { RATIO_FLOOR } from '../limits.ts';
import { Unreadable, type Visit } from './form.ts';
import type { Piece } from './gunzip.ts';

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;

export class Growth {
  private packed = 0;
  private unpacked = 0;
  private readonly visit: Visit;
  private readonly file: string;

  constructor(visit: Visit, file: string) {
    this.visit = visit;
    this.file = file;
  }

  /** Counts bytes before and after unpacking; throws where the limits are reached. */
  add(packed: number, unpacked: number): void {
    const { limits, unpacked: all } = this.visit;
    this.packed += packed;
    this.unpacked += unpacked;
    all.bytes += unpacked;
    if (all.bytes > limits.unpackedBytes)
      throw new Unreadable(
        'decompression-bomb',
        `${this.file} unpacks to more than ${inMegabytes(limits.unpackedBytes)} with what is packed around it; --max-unpacked raises the limit.`,
      );
    if (this.unpacked > RATIO_FLOOR && this.unpacked > this.packed * limits.ratio)
      throw new Unreadable(
        'decompression-bomb',
        `${this.file} grows from ${inMegabytes(this.packed)} to ${inMegabytes(this.unpacked)} and on, beyond ${limits.ratio} times its size; --max-ratio raises the limit.`,
      );
  }
}

/** Pieces of gzip under the limits. */
export async function* measured(pieces: AsyncIterable<Piece>, growth: Growth): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    if (piece.kind === 'bytes') growth.add(piece.packed, piece.bytes.length);
    yield piece;
  }
}

/** The bytes of pieces; damage ends them. */
export async function* bytesOf(pieces: AsyncIterable<Piece>, file: string): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    if (piece.kind === 'damage') throw new Unreadable('damaged', `${file}: ${piece.reason}.`);
    if (piece.kind === 'bytes' && piece.bytes.length > 0) yield piece.bytes;
  }
}
