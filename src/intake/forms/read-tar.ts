// A tar archive, as it streams, to what its members hold.
// Invariant: a member is read to its end or passed over before the next one is looked at; links and devices are passed over.

import type { Outcome } from '../../model/outcome.ts';
import type { Item, Source } from '../item.ts';
import { type Content, damagedBy, guarded, memberName, refuseItem, Unreadable, type Visit } from './form.ts';
import { isPassedOver, isUnsafeName, refuseName } from './members.ts';

interface Entry {
  readonly header: { readonly name: string; readonly size: number; readonly type?: string | undefined };
  readonly body: ReadableStream<Uint8Array>;
}

/** The bytes of the archive as the web's kind of stream, each pulled when it is wanted. */
const asWebStream = (chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 1 },
  );
};

const isOurs = (cause: unknown): boolean => cause instanceof Unreadable;

/** The rest of a member that nobody read. */
const passOver = async ({ body }: Entry, file: string): Promise<void> => {
  try {
    if (!body.locked) await body.cancel();
  } catch (cause) {
    throw damagedBy(cause, file);
  }
};

async function* readMember(entry: Entry, content: Content, visit: Visit): Source {
  const { name } = entry.header;
  if (isUnsafeName(name)) return yield refuseName(content.file, name);
  if ((entry.header.type ?? 'file') !== 'file' || isPassedOver(name)) return;
  const file = memberName(content.file, name);
  yield* visit.open({
    file,
    name,
    given: content.given,
    mediaType: null,
    chunks: guarded(entry.body.values({ preventCancel: false }), file, isOurs),
    reread: null,
    path: null,
    isNamed: false,
  });
}

export async function* readTar(content: Content, visit: Visit): AsyncGenerator<Outcome<Item>> {
  const { createTarDecoder } = await import('modern-tar');
  const entries = asWebStream(content.chunks).pipeThrough(
    createTarDecoder({ strict: true }),
  ) as unknown as AsyncIterable<Entry>;
  let count = 0;
  for await (const entry of guarded(entries, content.file, isOurs)) {
    count += 1;
    if (count > visit.limits.members)
      return yield refuseItem(
        'too-many-members',
        content.file,
        `${content.file} has more than ${visit.limits.members} members.`,
      );
    yield* readMember(entry, content, visit);
    await passOver(entry, content.file);
  }
}
