// A real ledger of the demo's own notes, read by the rules as `whoholds demo` reads them.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../scripts/source-files.ts';
import { filesSource } from '../src/intake/sources.ts';
import { theatreSetting } from '../src/settings.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { openWhoholds } from '../src/whoholds.ts';
import type { OpenLedger } from './tiny-ledger.ts';

/** Opens a new ledger in a folder of its own and reads every note into it. */
export const openDemoLedger = async (): Promise<OpenLedger> => {
  const folder = mkdtempSync(join(tmpdir(), 'whoholds-demo-'));
  const theatre = loadTheatre(theatreSetting(undefined));
  const file = join(folder, 'demo.db');
  const whoholds = await openWhoholds({ theatre, ledger: { file }, purpose: 'write' });
  const notes = readdirSync(join(ROOT, 'demo')).filter((name) => name.endsWith('.txt'));
  const paths = notes.sort().map((name) => join(ROOT, 'demo', name));
  for await (const added of whoholds.add(filesSource(paths)))
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
