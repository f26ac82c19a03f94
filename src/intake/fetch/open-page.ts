// What came from an address, opened: a report (or a file of reports), a list of entries to be followed, or a list of such lists.
// Invariant: a list is known by how it begins, whatever its server calls it; an entry without an address is its own report.
import { gunzipSync } from 'node:zlib';
import type { Outcome } from '../../model/outcome.ts';
import { hashBytes, hashText } from '../../model/text.ts';
import { decodeBytes } from '../decode-bytes.ts';
import { feedAddresses } from '../forms/addresses.ts';
import { refuseItem } from '../forms/form.ts';
import { looksLikeFeed } from '../forms/recognise.ts';
import { type SitemapPage, sitemapPages } from '../forms/sitemap.ts';
import { type Given, type Item, NOTHING_GIVEN, type Source } from '../item.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { bytesSource, type SourceSettings } from '../sources.ts';
import type { Fetcher, Page } from './fetched.ts';

/** An entry of a feed or a sitemap. */
export interface Entry {
  /** The same from one poll to the next. */
  readonly id: string;
  /** Another one when the entry was changed. */
  readonly mark: string;
  readonly link: string | null;
  readonly given: Given;
  /** The feed's own words; null where there are none. */
  readonly item: Item | null;
}

export type Opened =
  | { readonly kind: 'reports'; readonly items: Source }
  | { readonly kind: 'list'; readonly entries: readonly Entry[]; readonly refused: readonly Outcome<never>[] }
  /** Feeds of an outline (OPML), sitemaps of an index: more lists, to be asked for themselves. */
  | { readonly kind: 'lists'; readonly of: 'feeds' | 'sitemaps'; readonly addresses: readonly string[] };

const knownOf = (page: Page, given: Given): Given => ({
  ...given,
  url: page.url,
  ...(page.charset === null ? {} : { charset: page.charset }),
});

/** The items of a page, named by the address that was asked for. */
export const pageItems = (
  file: string,
  { page, given = NOTHING_GIVEN }: { readonly page: Page; readonly given?: Given },
  settings: SourceSettings,
): Source => bytesSource({ file, given: knownOf(page, given), mediaType: page.type, bytes: page.bytes }, settings);

const isAddress = (text: string | null): text is string => text !== null && /^https?:\/\//i.test(text);

const feedEntry = (item: Item): Entry => {
  const { url, id, published, title } = item.given;
  return {
    id: id ?? url ?? `${published} ${title}`,
    mark: hashBytes(item.original ?? item.bytes),
    link: isAddress(url) ? url : null,
    given: { ...item.given, id: null },
    item,
  };
};

/** Any type of a feed will do: which of the formats it is in, the feed says itself. */
const A_FEED = 'application/rss+xml';

const openFeed = async (address: string, page: Page, settings: SourceSettings): Promise<Opened> => {
  const [entries, refused]: [Entry[], Outcome<never>[]] = [[], []];
  for await (const item of pageItems(address, { page: { ...page, type: A_FEED } }, settings)) {
    if (item.ok) entries.push(feedEntry(item.value));
    else refused.push(item);
  }
  return { kind: 'list', entries, refused };
};

const sitemapEntry = ({ url, title, published, modified, outlet }: SitemapPage): Entry => ({
  id: url,
  mark: hashText(JSON.stringify([title, published, modified])),
  link: isAddress(url) ? url : null,
  given: { ...NOTHING_GIVEN, url, title, published, outlet, modified },
  item: null,
});

const openSitemap = (text: string): Opened => {
  const { pages, sitemaps } = sitemapPages(text);
  if (pages.length === 0 && sitemaps.length > 0) return { kind: 'lists', of: 'sitemaps', addresses: sitemaps };
  return { kind: 'list', entries: pages.map(sitemapEntry), refused: [] };
};

const openOutline = (address: string, text: string): Opened => {
  const addresses = feedAddresses(text).map(({ url }) => url);
  if (addresses.length > 0) return { kind: 'lists', of: 'feeds', addresses };
  const reason = `${address} is a list of feeds (OPML) that names none.`;
  return { kind: 'list', entries: [], refused: [refuseItem('not-a-report', address, reason)] };
};

const startOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');

/** Sitemaps are served packed as files; what does not unpack within the limit is left as it is, and refused as a file. */
const unpacked = (page: Page, { limits }: SourceSettings): Page => {
  const [first, second] = page.bytes;
  if (first !== 0x1f || second !== 0x8b || !/\.xml\.gz$/i.test(new URL(page.url).pathname)) return page;
  const maxOutputLength = limits?.itemBytes ?? DEFAULT_LIMITS.itemBytes;
  try {
    return { ...page, bytes: new Uint8Array(gunzipSync(page.bytes, { maxOutputLength })) };
  } catch {
    return page;
  }
};

export const openPage = async (address: string, packed: Page, settings: SourceSettings): Promise<Opened> => {
  const page = unpacked(packed, settings);
  if (looksLikeFeed(page.bytes.subarray(0, 8192))) return openFeed(address, page, settings);
  const start = startOf(page.bytes);
  const [, list] = /<(?:\w+:)?(urlset|sitemapindex|opml)[\s>]/.exec(start) ?? [];
  if (list !== undefined && !/<html[\s>]/i.test(start)) {
    const decoded = decodeBytes(page.bytes, 'html', { file: address, charset: page.charset });
    if (decoded.ok) return list === 'opml' ? openOutline(address, decoded.value.text) : openSitemap(decoded.value.text);
  }
  return { kind: 'reports', items: pageItems(address, { page: packed }, settings) };
};

export interface Followed {
  readonly items: readonly Outcome<Item>[];
  /** What to take where the page gives no report: the feed's own words. */
  readonly instead: Item | null;
  /** The page may come later. */
  readonly again: boolean;
}

const own = ({ item }: Entry): readonly Outcome<Item>[] =>
  item === null ? [] : [{ ok: true, value: item, notes: [] }];

/** The page that an entry leads to; the feed's own words where it leads nowhere, or to a page that will not be had. */
export const followEntry = async (
  entry: Entry,
  { fetcher, settings }: { readonly fetcher: Fetcher; readonly settings: SourceSettings },
): Promise<Followed> => {
  if (entry.link === null) return { items: own(entry), instead: null, again: false };
  const fetched = await fetcher.get(entry.link);
  if (fetched.state === 'refused') {
    const refused: Outcome<Item> = { ok: false, refusal: fetched.refusal };
    return { items: fetched.again ? [refused] : [refused, ...own(entry)], instead: null, again: fetched.again };
  }
  if (fetched.state === 'unchanged') return { items: [], instead: null, again: false };
  const items: Outcome<Item>[] = [];
  for await (const item of pageItems(entry.link, { page: fetched.page, given: entry.given }, settings))
    items.push(item);
  return { items, instead: entry.item, again: false };
};
