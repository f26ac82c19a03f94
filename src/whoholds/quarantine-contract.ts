// What could not be used, as people see it: listed, shown with its original, tried again. Types only.
import type { Item } from '../intake/sources.ts';
import type { Outcome, Refusal } from '../model/outcome.ts';
import type { Instant } from '../model/time.ts';
import type { Wanted } from './act-contract.ts';
import type { Added } from './added.ts';

export interface RefusalRow extends Refusal {
  /** The same as long as the same thing is refused of the same item for the same reason. */
  readonly id: string;
  readonly recorded: Instant;
  /** The whole item was refused and its bytes are kept; null for one claim of a report, or where no bytes ever came. */
  readonly original: { readonly hash: string; readonly size: number } | null;
}

export interface WholeRefusal {
  readonly row: RefusalRow;
  /** Of the item, or of the report that the refused words stand in; null where no bytes ever came. */
  readonly bytes: Uint8Array | null;
  /** The report's own words at the span; null where the whole item was refused. */
  readonly words: string | null;
}

/** What became of an item that was tried again. */
export interface Retried {
  readonly was: readonly RefusalRow[];
  readonly added: Added;
}

export interface Retrying {
  /** Ids; null = all. */
  readonly ids: readonly string[] | null;
  readonly by?: string;
  /** Opens what an item was taken from again, where its bytes are not kept: a file, or an address. */
  readonly reopen: (file: string) => AsyncIterable<Outcome<Item>>;
}

export interface Quarantine {
  list(): Promise<readonly RefusalRow[]>;
  /** Null where nothing is refused under this id, or no longer. */
  show(id: string): Promise<WholeRefusal | null>;
  /** The refused item as an act, from its kept bytes; null where they are not kept, or must be opened anew. */
  wanted(id: string): Promise<Wanted | null>;
  /** Each item once, however much of it was refused. An id that is not there is wrong use. */
  retry(retrying: Retrying): AsyncIterable<Retried>;
}
