// Deflated data unpacked push by push. Invariant: says how much of each push it took, so that what stands behind the data is not lost.
import { createInflateRaw, type InflateRaw } from 'node:zlib';

export interface Pushed {
  readonly pieces: readonly Uint8Array[];
  /** Of the bytes pushed, those that belong to the data. */
  readonly taken: number;
  readonly state: 'going' | 'ended' | 'damaged';
}

export class Inflation {
  private readonly inflate: InflateRaw = createInflateRaw({ chunkSize: 262_144 });
  private pieces: Uint8Array[] = [];
  private hasFailed = false;
  /** What to do where the data turns out damaged: a failed write is never called back. */
  private failed: () => void = () => {};

  constructor() {
    this.inflate.on('data', (bytes: Uint8Array) => this.pieces.push(bytes));
    this.inflate.on('error', () => this.failed());
  }

  async push(bytes: Uint8Array): Promise<Pushed> {
    const before = this.inflate.bytesWritten;
    await new Promise<void>((resolve) => {
      this.failed = () => {
        this.hasFailed = true;
        resolve();
      };
      this.inflate.write(bytes, () => resolve());
    });
    const taken = this.inflate.bytesWritten - before;
    const pieces = this.pieces;
    this.pieces = [];
    const state = this.hasFailed ? 'damaged' : taken < bytes.length ? 'ended' : 'going';
    if (state !== 'going') this.inflate.destroy();
    return { pieces, taken, state };
  }
}
