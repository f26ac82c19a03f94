// Which pages of a web archive were read already, so that a revisit finds its page again in the file.
// Invariant: only addresses and places in the file are kept, of the last pages; never their words.
import { gunzip } from './gunzip.ts';
import { piecesOf } from './piece-window.ts';
import { warcRecords } from './warc-records.ts';

interface Seen {
  readonly address: string;
  readonly offset: number | null;
}

/** Some thirty megabytes at most. */
const KEPT = 100_000;

/** A string of its own: a piece of a larger one would keep all of that. */
const copyOf = (text: string): string => Buffer.from(text).toString();

export class SeenPages {
  private readonly byKey = new Map<string, Seen>();
  private readonly bytesFrom: ((from: number) => AsyncIterable<Uint8Array>) | null;
  private readonly limit: number;

  constructor(bytesFrom: ((from: number) => AsyncIterable<Uint8Array>) | null, limit: number) {
    this.bytesFrom = bytesFrom;
    this.limit = limit;
  }

  add({ digest, address, offset }: Seen & { readonly digest: string | undefined }): void {
    this.byKey.set(copyOf(digest ?? address), { address: copyOf(address), offset });
    const [oldest] = this.byKey.keys();
    if (this.byKey.size > KEPT && oldest !== undefined) this.byKey.delete(oldest);
  }

  /** By the digest of the words, else by the address referred to. */
  find(digest: string | undefined, address: string | undefined): Seen | null {
    return this.byKey.get(digest ?? '') ?? this.byKey.get(address ?? '') ?? null;
  }

  /** The record again, from its place in the file; null where the bytes come only once. */
  async reread({ offset }: Seen): Promise<{ headers: ReadonlyMap<string, string>; bytes: Uint8Array } | null> {
    if (this.bytesFrom === null || offset === null) return null;
    const chunks = this.bytesFrom(offset);
    const window = { limit: this.limit, wants: () => true };
    const records = warcRecords(await piecesFrom(chunks), window);
    const { value } = await records.next();
    await records.return(undefined);
    return value === undefined || 'damage' in value || value.block === null
      ? null
      : { headers: value.headers, bytes: value.block };
  }
}

/** Packed or plain, as the first byte tells. */
const piecesFrom = async (chunks: AsyncIterable<Uint8Array>) => {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const again = (async function* () {
    try {
      for (let next = first; !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  })();
  return first.value?.[0] === 0x1f ? gunzip(again) : piecesOf(again);
};
