// Watching: every source is followed by itself, at its own pace; what they find goes into the ledger one after another.
// Invariant: a place is kept only when all that it vouches for is in, so that an end at any moment loses nothing.
import { setImmediate as turnOfLoop } from 'node:timers/promises';
import type { Item } from '../../intake/sources.ts';
import type { Watched } from '../../intake/watch-list.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { done, type Outcome } from '../../model/outcome.ts';
import type { Theatre } from '../../model/theatre.ts';
import { type AddOptions, addItems } from '../add-items.ts';
import type { Added } from '../added.ts';
import { FoundQueue } from './found-queue.ts';
import { FolderMemory, lookFolder } from './look-folder.ts';
import { pollAddress } from './poll-address.ts';
import { type AddressPlace, dueAt, placeKey, placeOf } from './poll-places.ts';
import { type Found, found, type WatchEvent, type Watching } from './watch-contract.ts';

export interface WatchGround {
  readonly ledger: Ledger;
  readonly theatre: Theatre;
  readonly options: AddOptions;
  readonly settle: () => Promise<void>;
}

const CHUNK = 32;
const GATHER_MS = 1000;
const MOST_WAITING = 64;
/** Polls of one kind do not fall together for ever. */
const JITTER = 0.1;

type Ground = Watching & { readonly ledger: Ledger; readonly queue: FoundQueue<Found>; readonly turn: Turn };

/** So many at once; the others wait. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export const turnsOf = (most: number): Turn => {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    while (busy >= most) await new Promise<void>((resolve) => void waiting.push(resolve));
    busy += 1;
    try {
      return await work();
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  };
};

/** Pushes what one poll finds, and gives the place that it ends with. */
const pollOnce = async (address: string, before: AddressPlace, ground: Ground): Promise<AddressPlace> => {
  let place = before;
  await ground.turn(async () => {
    for await (const one of pollAddress(address, before, ground)) {
      const kept = one.marks.find(({ key }) => key === placeKey(address))?.body;
      if (kept) place = JSON.parse(kept) as AddressPlace;
      await ground.queue.push(one);
    }
  });
  return place;
};

const resting = (address: string, { restUntil }: AddressPlace): Found => {
  const next = new Date(restUntil).toISOString() as Extract<WatchEvent, { event: 'polled' }>['next'];
  return found(address, {
    event: { event: 'polled', source: address, state: 'resting', entries: 0, refusal: null, next },
  });
};

const followAddress = async (address: string, ground: Ground): Promise<void> => {
  const { clock, everyMs, once } = ground;
  let place = await placeOf(ground.ledger, address);
  if (once && place.restUntil > clock.now()) return ground.queue.push(resting(address, place));
  while (!ground.signal.aborted) {
    const wait = once ? 0 : dueAt(place, everyMs) - clock.now();
    if (wait > 0) await clock.sleep(wait + clock.random() * JITTER * everyMs);
    place = await pollOnce(address, place, ground);
    if (once) return;
  }
};

const followFolder = async (path: string, ground: Ground): Promise<void> => {
  const memory = new FolderMemory();
  while (!ground.signal.aborted) {
    for await (const one of lookFolder(path, memory, ground)) {
      await ground.queue.push(one);
      if (ground.signal.aborted) return;
    }
    if (ground.once) return;
    await ground.clock.sleep(ground.lookEveryMs);
  }
};

/** Ends without a word when it was asked to stop; anything else that breaks is everybody's end. */
const followSource = async (watched: Watched, ground: Ground): Promise<void> => {
  try {
    await (watched.kind === 'address' ? followAddress(watched.address, ground) : followFolder(watched.path, ground));
  } catch (cause) {
    if (!ground.signal.aborted) throw cause;
  }
};

/** Between two reports the network has its turn: reading is long work, and answers would be taken for late. */
async function* itemsOf(chunk: readonly Found[]): AsyncGenerator<Outcome<Item>> {
  for (const { outcome } of chunk) {
    if (outcome === null) continue;
    await turnOfLoop();
    yield outcome;
  }
}

async function* one(item: Item): AsyncGenerator<Outcome<Item>> {
  yield done(item);
}

/** Adds what was found, and where a page gives no report, the feed's own words. */
async function* addChunk(chunk: readonly Found[], ground: WatchGround): AsyncGenerator<Added> {
  const instead = new Map(
    chunk.flatMap(({ outcome, instead }) => (outcome?.ok && instead !== null ? [[outcome.value.file, instead]] : [])),
  );
  for await (const added of addItems(ground, itemsOf(chunk))) {
    yield added;
    const item = added.report === null ? instead.get(added.file) : undefined;
    if (item !== undefined) yield* addItems(ground, one(item));
  }
}

async function* write(chunk: readonly Found[], ground: WatchGround): AsyncGenerator<WatchEvent> {
  const { ledger, options } = ground;
  const sources = new Map(
    chunk.flatMap(({ outcome, instead, source }) => [
      ...(outcome === null ? [] : [[outcome.ok ? outcome.value.file : (outcome.refusal.file ?? ''), source] as const]),
      ...(instead === null ? [] : [[instead.file, source] as const]),
    ]),
  );
  for await (const added of addChunk(chunk, ground))
    yield { event: 'added', source: sources.get(added.file) ?? added.file, added };
  const release = chunk.flatMap((each) => each.release);
  if (release.length > 0) await ledger.release(release, options.by, options.now());
  await ledger.keepBookmarks(chunk.flatMap(({ marks }) => marks));
  for (const { event } of chunk) if (event !== null) yield event;
  await ground.settle();
}

/** Tells what happens until it is asked to stop, or with `once` until every source was looked at. */
export async function* watch(watching: Watching, ground: WatchGround): AsyncGenerator<WatchEvent> {
  const queue = new FoundQueue<Found>(MOST_WAITING);
  const following: Ground = { ...watching, ledger: ground.ledger, queue, turn: turnsOf(watching.parallel) };
  const all = Promise.all(watching.sources.map((watched) => followSource(watched, following)));
  const ended = all.finally(() => queue.end());
  // A failure is thrown below, when what was found before it is in.
  ended.catch(() => {});
  for (let chunk = await queue.take(CHUNK, GATHER_MS); chunk !== null; chunk = await queue.take(CHUNK, GATHER_MS))
    yield* write(chunk, ground);
  await ended;
}
