// A walk through many items that was interrupted goes on where it was, and only there.
// Invariant: items are passed over only where they are, name for name and byte for byte, those that are safely in;
// otherwise the walk starts anew, which adds nothing twice.
import { createHash } from 'node:crypto';
import type { Item } from '../intake/sources.ts';
import type { Bookmark } from '../ledger/bookmarks.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Outcome } from '../model/outcome.ts';

export interface Walk {
  /** The same for the same sources, read in the same way. */
  readonly key: string;
  /** Opens the sources from their beginning. */
  readonly open: () => AsyncIterable<Outcome<Item>>;
  /** Told how many items are passed over, where any are. */
  readonly resumed?: (items: number) => void;
  /** Whether the items ended before their end, as somebody asked: the place is then kept. */
  readonly stopped?: () => boolean;
}

interface Place {
  readonly items: number;
  readonly digest: string;
}

/** Counts what goes by, and what it was. */
export class Footprints {
  readonly #hash = createHash('sha256');
  #items = 0;

  step(item: Outcome<Item>): void {
    this.#items += 1;
    if (!item.ok) this.#hash.update(`refused ${item.refusal.code} ${item.refusal.file}\0`);
    else this.#hash.update(`item ${item.value.file}\0`).update(item.value.original ?? item.value.bytes);
  }

  get place(): Place {
    return { items: this.#items, digest: this.#hash.copy().digest('hex') };
  }
}

const placeKept = async (ledger: Ledger, key: string): Promise<Place | null> => {
  const body = (await ledger.bookmarks([key])).get(key);
  return body === undefined ? null : (JSON.parse(body) as Place);
};

/** Goes past what is in; null where something else lies on the way. */
const goPast = async (items: AsyncIterator<Outcome<Item>>, place: Place): Promise<Footprints | null> => {
  const footprints = new Footprints();
  while (footprints.place.items < place.items) {
    const next = await items.next();
    if (next.done) return null;
    footprints.step(next.value);
  }
  return footprints.place.digest === place.digest ? footprints : null;
};

export interface Resumed {
  readonly items: AsyncIterable<Outcome<Item>>;
  /** Where the walk has got to with all items that were taken from it. */
  readonly marks: () => readonly Bookmark[];
}

async function* stepping(items: AsyncIterator<Outcome<Item>>, footprints: Footprints): AsyncGenerator<Outcome<Item>> {
  try {
    for (let next = await items.next(); !next.done; next = await items.next()) {
      footprints.step(next.value);
      yield next.value;
    }
  } finally {
    await items.return?.();
  }
}

export const resumeWalk = async (ledger: Ledger, { key, open, resumed }: Walk): Promise<Resumed> => {
  const place = await placeKept(ledger, key);
  let items = open()[Symbol.asyncIterator]();
  let footprints = place === null ? null : await goPast(items, place);
  if (place !== null && footprints !== null) resumed?.(place.items);
  else if (place !== null) {
    await items.return?.();
    items = open()[Symbol.asyncIterator]();
  }
  footprints ??= new Footprints();
  const steps = footprints;
  return { items: stepping(items, steps), marks: () => [{ key, body: JSON.stringify(steps.place) }] };
};
