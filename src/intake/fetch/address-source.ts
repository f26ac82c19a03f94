// An address as a source: a page is its report, a feed or a sitemap the pages of its entries.

import type { Outcome } from '../../model/outcome.ts';
import type { Item, Source } from '../item.ts';
import type { SourceSettings } from '../sources.ts';
import type { Fetcher } from './fetched.ts';
import { followEntry, openPage } from './open-page.ts';

export interface AddressGround {
  readonly fetcher: Fetcher;
  readonly settings: SourceSettings;
  /** How many entries of one list are followed. */
  readonly maxEntries: number;
}

export const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text);

export async function* addressSource(address: string, ground: AddressGround): Source {
  const fetched = await ground.fetcher.get(address);
  if (fetched.state === 'refused') return yield { ok: false, refusal: fetched.refusal };
  if (fetched.state === 'unchanged') return;
  const opened = await openPage(address, fetched.page, ground.settings);
  if (opened.kind === 'reports') return yield* opened.items;
  yield* opened.refused;
  for (const entry of opened.entries.slice(0, ground.maxEntries)) {
    const { items, again } = await followEntry(entry, ground);
    yield* items;
    // Nobody comes back here for what may come later: the feed's own words are what there is.
    if (again && entry.item !== null) yield { ok: true, value: entry.item, notes: [] } satisfies Outcome<Item>;
  }
}
