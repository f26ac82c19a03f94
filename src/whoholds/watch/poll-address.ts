// One poll of one address: a page that changed is a report, a list's new and changed entries are followed.
// Invariant: an entry counts as seen only when it is in; what could not be followed yet is tried at the next polls.
import { DEEPEST_LISTS, refuseDeepLists } from '../../intake/fetch/address-source.ts';
import { backOffMs } from '../../intake/fetch/back-off.ts';
import type { Fetched, Page } from '../../intake/fetch/fetched.ts';
import { type Entry, followEntry, type Opened, openPage } from '../../intake/fetch/open-page.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { hashBytes } from '../../model/text.ts';
import type { Instant } from '../../model/time.ts';
import {
  type AddressPlace,
  dueAt,
  type EntryPlace,
  entryKey,
  entryPlaces,
  NEVER_POLLED,
  placeKey,
  placeOf,
} from './poll-places.ts';
import { type Found, found, type WatchEvent, type Watching } from './watch-contract.ts';

export type PollGround = Pick<Watching, 'fetcher' | 'settings' | 'clock' | 'everyMs' | 'maxEntries'> & {
  readonly ledger: Ledger;
};

/** A server that asks for more is asked again all the same: it may have been a slip, or spite. */
const LONGEST_REST_MS = 7 * 24 * 3600 * 1000;
const REST = { firstMs: 60_000, mostMs: 24 * 3600 * 1000 };
/** How often an entry's page is tried before the feed's own words must do. */
const MOST_TRIES = 3;

const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant;

type Polled = Pick<Extract<WatchEvent, { event: 'polled' }>, 'state' | 'entries' | 'refusal'>;

const polled = (address: string, place: AddressPlace, { everyMs, told }: { everyMs: number; told: Polled }): Found =>
  found(address, {
    marks: [{ key: placeKey(address), body: JSON.stringify(place) }],
    event: { event: 'polled', source: address, ...told, next: instantOf(dueAt(place, everyMs)) },
  });

async function* failed(
  address: string,
  { fetched, before }: { fetched: Extract<Fetched, { state: 'refused' }>; before: AddressPlace },
  { clock, everyMs }: PollGround,
): AsyncGenerator<Found> {
  const failures = before.failures + 1;
  const asked = Math.min(fetched.afterMs ?? 0, LONGEST_REST_MS);
  const wait = Math.max(asked, backOffMs(failures, REST, clock.random));
  const place = { ...before, polledAt: clock.now(), failures, restUntil: clock.now() + wait };
  const { refusal } = fetched;
  yield found(address, { outcome: { ok: false, refusal } });
  yield polled(address, place, { everyMs, told: { state: 'refused', entries: 0, refusal } });
}

interface Followed {
  readonly found: readonly Found[];
  readonly again: boolean;
}

const follow = async (
  address: string,
  { entry, tries }: { readonly entry: Entry; readonly tries: number },
  ground: PollGround,
): Promise<Followed> => {
  const { items, instead, again } = await followEntry(entry, ground);
  const isLast = tries + 1 >= MOST_TRIES;
  const place: EntryPlace = again && !isLast ? { mark: null, tries: tries + 1 } : { mark: entry.mark, tries: 0 };
  const own = again && isLast && entry.item !== null ? [{ ok: true, value: entry.item, notes: [] } as const] : [];
  return {
    again: again && !isLast,
    found: [
      ...[...items, ...own].map((outcome) => found(address, { outcome, instead })),
      found(address, { marks: [{ key: entryKey(address, entry), body: JSON.stringify(place) }] }),
    ],
  };
};

/** Gives whether everything new was followed, and how much that was. */
async function* list(
  address: string,
  { entries, refused }: Extract<Opened, { kind: 'list' }>,
  ground: PollGround,
): AsyncGenerator<Found, { isDone: boolean; count: number }> {
  for (const outcome of refused) yield found(address, { outcome });
  const placeOf = await entryPlaces(ground.ledger, address, entries);
  const fresh = entries.filter((entry) => placeOf(entry).mark !== entry.mark);
  const next = fresh.slice(0, ground.maxEntries);
  let isDone = next.length === fresh.length;
  for (const entry of next) {
    const followed = await follow(address, { entry, tries: placeOf(entry).tries }, ground);
    yield* followed.found;
    isDone &&= !followed.again;
  }
  return { isDone, count: next.length };
}

/** Which lists led here: none is polled twice in one poll, and none too deep. */
type Way = readonly string[];

/** Every list that a list of lists leads to is polled for itself, from its own place. */
async function* lists(addresses: readonly string[], way: Way, ground: PollGround): AsyncGenerator<Found> {
  for (const address of addresses.slice(0, ground.maxEntries)) {
    if (way.includes(address)) continue;
    const place = await placeOf(ground.ledger, address);
    if (place.restUntil <= ground.clock.now()) yield* pollOn(address, place, { ...ground, way });
  }
}

interface Seen {
  readonly isDone: boolean;
  readonly count: number;
  readonly lists?: readonly string[];
}

async function* opened(address: string, page: Page, ground: OnTheWay): AsyncGenerator<Found, Seen> {
  const what = await openPage(address, page, ground.settings);
  if (what.kind === 'list') return yield* list(address, what, ground);
  if (what.kind === 'lists') {
    const { way } = ground;
    if (way.length < DEEPEST_LISTS) return { isDone: true, count: 0, lists: what.addresses };
    yield found(address, { outcome: refuseDeepLists(address) });
    return { isDone: true, count: 0 };
  }
  let count = 0;
  for await (const outcome of what.items) {
    count += 1;
    yield found(address, { outcome });
  }
  return { isDone: true, count };
}

type OnTheWay = PollGround & { readonly way: Way };

/** The last thing found carries the place to be kept, after all that was found before it is in. */
async function* pollOn(address: string, before: AddressPlace, { way: led, ...rest }: OnTheWay): AsyncGenerator<Found> {
  const ground = { ...rest, way: [...led, address] };
  const { fetcher, clock, everyMs } = ground;
  const fetched = await fetcher.get(address, before);
  if (fetched.state === 'refused') return yield* failed(address, { fetched, before }, ground);
  // It may be in quarantine from failures, or from when it was named to another command.
  const release = before.failures > 0 || before.polledAt === 0 ? [address] : [];
  const well = { polledAt: clock.now(), failures: 0, restUntil: 0 };
  const nothingNew = { state: 'unchanged', entries: 0, refusal: null } as const;
  if (fetched.state === 'unchanged') {
    yield* lists(before.lists ?? [], ground.way, ground);
    return yield { ...polled(address, { ...before, ...well }, { everyMs, told: nothingNew }), release };
  }
  const { page } = fetched;
  const digest = hashBytes(page.bytes);
  const same = digest === before.digest;
  const seen: Seen = same
    ? { isDone: true, count: 0, lists: before.lists ?? [] }
    : yield* opened(address, page, ground);
  yield* lists(seen.lists ?? [], ground.way, ground);
  // Where something is left to do, the next poll must see the list again.
  const kept = seen.isDone ? { etag: page.etag, lastModified: page.lastModified, digest } : NEVER_POLLED;
  const { etag, lastModified } = kept;
  const place: AddressPlace = { etag, lastModified, digest: kept.digest, ...well, lists: seen.lists ?? [] };
  const told = seen.count === 0 ? nothingNew : ({ state: 'new', entries: seen.count, refusal: null } as const);
  yield { ...polled(address, place, { everyMs, told }), release };
}

/** Polls once, with the lists that a list of lists leads to. */
export const pollAddress = (address: string, before: AddressPlace, ground: PollGround): AsyncGenerator<Found> =>
  pollOn(address, before, { ...ground, way: [] });
