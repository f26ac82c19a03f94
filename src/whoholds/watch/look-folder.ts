// One look into a folder: files that are new or changed since the last, as they arrive.
// Invariant: a file that is still being written is left for the next look; one that was read is not read again.
import { statSync } from 'node:fs';
import { walkedFiles, walkedSource } from '../../intake/sources.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { Fault } from '../../model/outcome.ts';
import { type Found, found, type Watching } from './watch-contract.ts';

export type LookGround = Pick<Watching, 'settings' | 'clock' | 'once'> & { readonly ledger: Ledger };

/** A file whose last change is younger may not be whole yet. */
const SETTLED_MS = 2000;

const keyOf = (file: string): string => `watch file ${file}`;

/** Size and time of a file's last change; null where it went away meanwhile. */
const stateOf = (file: string): { readonly words: string; readonly changed: number } | null => {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? null : { words: `${stat.size} ${stat.mtimeMs}`, changed: stat.mtimeMs };
};

const messageOf = (cause: unknown): string => {
  if (cause instanceof Fault) return cause.message;
  throw cause;
};

/** What is known of a folder's files while it is watched; the ledger is asked once for each. */
export class FolderMemory {
  readonly #seen = new Map<string, string>();

  async learn(ledger: Ledger, files: readonly string[]): Promise<void> {
    const unknown = files.filter((file) => !this.#seen.has(file));
    const known = await ledger.bookmarks(unknown.map(keyOf));
    for (const file of unknown) this.#seen.set(file, known.get(keyOf(file)) ?? '');
  }

  isSeen(file: string, words: string): boolean {
    return this.#seen.get(file) === words;
  }

  keep(file: string, words: string): void {
    this.#seen.set(file, words);
  }
}

async function* fileFound(
  { folder, file, words }: { readonly folder: string; readonly file: string; readonly words: string },
  { settings }: LookGround,
): AsyncGenerator<Found> {
  for await (const outcome of walkedSource(file, settings)) yield found(folder, { outcome });
  yield found(folder, { marks: [{ key: keyOf(file), body: words }] });
}

export async function* lookFolder(folder: string, memory: FolderMemory, ground: LookGround): AsyncGenerator<Found> {
  let files = 0;
  let failed: string | null = null;
  try {
    const all = walkedFiles(folder);
    await memory.learn(ground.ledger, all);
    for (const file of all) {
      const state = stateOf(file);
      if (state === null || memory.isSeen(file, state.words)) continue;
      if (!ground.once && ground.clock.now() - state.changed < SETTLED_MS) continue;
      files += 1;
      yield* fileFound({ folder, file, words: state.words }, ground);
      memory.keep(file, state.words);
    }
  } catch (cause) {
    failed = messageOf(cause); // converted: told, and tried again at the next look
  }
  if (files > 0 || failed !== null) yield found(folder, { event: { event: 'looked', source: folder, files, failed } });
}
