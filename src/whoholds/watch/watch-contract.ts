// What watching is asked with and what it tells. Types only.
import type { Clock } from '../../intake/fetch/clock.ts';
import type { Fetcher } from '../../intake/fetch/fetched.ts';
import type { Item, SourceSettings } from '../../intake/sources.ts';
import type { Watched } from '../../intake/watch-list.ts';
import type { Bookmark } from '../../ledger/bookmarks.ts';
import type { Outcome, Refusal } from '../../model/outcome.ts';
import type { Instant } from '../../model/time.ts';
import type { Added } from '../added.ts';

export interface Watching {
  readonly sources: readonly Watched[];
  readonly fetcher: Fetcher;
  readonly settings: SourceSettings;
  readonly clock: Clock;
  /** Between two polls of one address. */
  readonly everyMs: number;
  /** Between two looks into one folder. */
  readonly lookEveryMs: number;
  /** New entries of one list that are followed at one poll. */
  readonly maxEntries: number;
  /** Addresses that are polled at once. */
  readonly parallel: number;
  /** One round, and the end. */
  readonly once: boolean;
  readonly signal: AbortSignal;
}

export type WatchEvent =
  | {
      readonly event: 'polled';
      readonly source: string;
      /** `resting`: it failed and is asked again later. */
      readonly state: 'new' | 'unchanged' | 'refused' | 'resting';
      /** Entries that were new or changed and followed. */
      readonly entries: number;
      readonly refusal: Refusal | null;
      readonly next: Instant;
    }
  | { readonly event: 'looked'; readonly source: string; readonly files: number; readonly failed: string | null }
  | { readonly event: 'added'; readonly source: string; readonly added: Added };

/** One thing on its way into the ledger, with what may be kept once it is in. */
export interface Found {
  readonly source: string;
  readonly outcome: Outcome<Item> | null;
  /** To be taken where the outcome gives no report: the feed's own words. */
  readonly instead: Item | null;
  readonly marks: readonly Bookmark[];
  /** What leaves quarantine with it. */
  readonly release: readonly string[];
  readonly event: WatchEvent | null;
}

export const found = (source: string, rest: Partial<Found>): Found => ({
  source,
  outcome: null,
  instead: null,
  marks: [],
  release: [],
  event: null,
  ...rest,
});
