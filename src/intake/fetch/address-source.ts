// An address as a source: a page is its report, a feed or a sitemap the pages of its entries, a list of these all that they lead to.
// Invariant: no list is asked for twice, none below the third, and of one index no more entries come than of one list.
import type { Outcome } from '../../model/outcome.ts';
import { refuseItem } from '../forms/form.ts';
import type { Item, Source } from '../item.ts';
import type { SourceSettings } from '../sources.ts';
import type { Fetcher } from './fetched.ts';
import { type Entry, followEntry, openPage } from './open-page.ts';

export interface AddressGround {
  readonly fetcher: Fetcher;
  readonly settings: SourceSettings;
  /** How many entries of one list are followed. */
  readonly maxEntries: number;
  /** Told of a list that had more. */
  readonly onLeft?: (address: string, left: number) => void;
}

export const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** Lists in lists in lists: an outline of indexes of sitemaps. */
export const DEEPEST_LISTS = 3;

export const refuseDeepLists = (address: string): Outcome<never> =>
  refuseItem(
    'too-deep',
    address,
    `${address} is a list of lists below ${DEEPEST_LISTS - 1} others; give it by itself.`,
  );

interface Walk {
  readonly seen: Set<string>;
  readonly depth: number;
  /** Entries that may still be followed; one count for all sitemaps of an index. */
  readonly left: { entries: number };
}

async function* followAll(entries: readonly Entry[], ground: AddressGround): Source {
  for (const entry of entries) {
    const { items, again } = await followEntry(entry, ground);
    yield* items;
    // Nobody comes back here for what may come later: the feed's own words are what there is.
    if (again && entry.item !== null) yield { ok: true, value: entry.item, notes: [] } satisfies Outcome<Item>;
  }
}

async function* walk(address: string, ground: AddressGround, { seen, depth, left }: Walk): Source {
  if (seen.has(address) || left.entries <= 0) return;
  seen.add(address);
  const fetched = await ground.fetcher.get(address);
  if (fetched.state === 'refused') return yield { ok: false, refusal: fetched.refusal };
  if (fetched.state === 'unchanged') return;
  const opened = await openPage(address, fetched.page, ground.settings);
  if (opened.kind === 'reports') return yield* opened.items;
  if (opened.kind === 'list') {
    const entries = opened.entries.slice(0, left.entries);
    left.entries -= entries.length;
    const more = opened.entries.length - entries.length;
    if (more > 0) ground.onLeft?.(address, more);
    yield* opened.refused;
    return yield* followAll(entries, ground);
  }
  if (depth >= DEEPEST_LISTS) return yield refuseDeepLists(address);
  for (const list of opened.addresses) {
    const own = opened.of === 'sitemaps' ? left : { entries: ground.maxEntries };
    yield* walk(list, ground, { seen, depth: depth + 1, left: own });
  }
}

export const addressSource = (address: string, ground: AddressGround): Source =>
  walk(address, ground, { seen: new Set(), depth: 1, left: { entries: ground.maxEntries } });
