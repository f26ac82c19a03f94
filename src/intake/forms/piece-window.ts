// Unpacked pieces looked at through a window. Invariant: it never reaches over damage until told to recover; every byte taken
// knows whether a member of the packed file begins with it.
import { joined, passOver } from './byte-window.ts';
import type { Piece } from './gunzip.ts';

export class PieceWindow {
  bytes: Buffer = Buffer.alloc(0);
  private damage: string | null = null;
  private isTold = false;
  private readonly pieces: AsyncIterator<Piece>;
  private position = 0;
  private ended = false;
  /** Where members begin: in the unpacked stream, and in the packed file. */
  private starts: { readonly at: number; readonly offset: number }[] = [];

  constructor(pieces: AsyncIterable<Piece>) {
    this.pieces = pieces[Symbol.asyncIterator]();
  }

  /** Grows to at least so many bytes; false at the end, or at damage. */
  async fill(wanted: number): Promise<boolean> {
    if (this.bytes.length >= wanted) return true;
    const held: Uint8Array[] = [this.bytes];
    let size = this.bytes.length;
    while (size < wanted && !this.ended && this.damage === null) {
      const next = await this.pieces.next();
      if (next.done) this.ended = true;
      else if (next.value.kind === 'damage') this.meet(next.value.reason);
      else if (next.value.kind === 'start') this.starts.push({ at: this.position + size, offset: next.value.offset });
      else {
        held.push(next.value.bytes);
        size += next.value.bytes.length;
      }
    }
    if (held.length > 1) this.bytes = joined(held);
    return size >= wanted;
  }

  private meet(reason: string): void {
    this.damage = reason;
    this.isTold = false;
  }

  drop(count: number): void {
    this.bytes = this.bytes.subarray(count);
    this.position += count;
    while (this.starts.length > 1 && (this.starts[1]?.at ?? Infinity) <= this.position) this.starts.shift();
  }

  skip(count: number): Promise<boolean> {
    return passOver(this, count);
  }

  /** Where in the packed file the window's first byte can be read from; null where it is inside a member. */
  startOffset(): number | null {
    const [start] = this.starts;
    if (this.starts.length === 0) return this.position;
    return start !== undefined && start.at === this.position ? start.offset : null;
  }

  /** Why the window does not grow, each damage once; null where it was told already, or the stream has ended. */
  tellDamage(): string | null {
    const told = this.isTold ? null : this.damage;
    this.isTold = true;
    return told;
  }

  /** Lets go of the stream before its end. */
  async close(): Promise<void> {
    await this.pieces.return?.();
  }

  /** Over the damage, to what comes behind it; false where nothing does. */
  recover(): boolean {
    if (this.damage === null) return false;
    this.drop(this.bytes.length);
    this.damage = null;
    this.isTold = false;
    return true;
  }
}

/** Plain bytes as pieces: each chunk could be read from where it begins. */
export async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  for await (const bytes of chunks) yield { kind: 'bytes', bytes, packed: bytes.length };
}
