// A real ledger of the invented theatre: the six dispatches with something to record, read by their gold.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesSource } from '../src/intake/sources.ts';
import { readerOfGold } from '../src/reading/gold/replay-gold.ts';
import { parseGold } from '../src/score/gold.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds, type Whoholds } from '../src/whoholds.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const NOTES = [
  '064-tiny-ashford.txt',
  '065-tiny-ashford-copy.txt',
  '066-tiny-blue-statement.txt',
  '067-tiny-red-dispatch.txt',
  '068-tiny-retaken.txt',
  '069-tiny-again.txt',
];

export interface OpenLedger {
  readonly whoholds: Whoholds;
  /** Where it lies. */
  readonly file: string;
  readonly remove: () => Promise<void>;
}
export type TinyLedger = OpenLedger;

/** Opens a new ledger in a folder of its own and adds the dispatches. */
export const openTinyLedger = async (): Promise<TinyLedger> => {
  const folder = mkdtempSync(join(tmpdir(), 'whoholds-tiny-'));
  const theatre = loadTheatre('tiny');
  const file = join(folder, 'tiny.db');
  const whoholds = await openWhoholds({ theatre, ledger: { file }, purpose: 'write' });
  const reader = readerOfGold(parseGold(readFileSync(here('./dispatches/gold.jsonl'), 'utf8')));
  const items = filesSource(
    NOTES.map((name) => here(`./dispatches/${name}`)),
    {},
  );
  for await (const added of whoholds.add(items, { reader }))
    if (added.report === null) throw new Error(`${added.file} was refused.`);
  return {
    whoholds,
    file,
    remove: async () => {
      await whoholds.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
