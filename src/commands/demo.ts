// whoholds demo: the notes of one summer into a ledger of its own, a short summary, and the map. A second start finds it there.
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { STATUSES } from '../model/control.ts';
import { homeFolder, packageFolder, theatreSetting } from '../settings.ts';
import { withBoundaries } from '../theatre/boundaries.ts';
import { loadTheatre } from '../theatre/load.ts';
import { openWhoholds, type Whoholds } from '../whoholds.ts';
import { addAll, totalWords } from './add.ts';
import { itemsFrom } from './input.ts';
import { portFrom, serveUntilStopped } from './publish.ts';
import { type ExitStatus, print, tell } from './terminal.ts';

export interface DemoOptions {
  readonly port?: string;
  /** Only read and summarise; for scripts and tests. */
  readonly serve?: boolean;
}

const demoFolder = (): string => join(packageFolder(), 'demo');

const summary = async (whoholds: Whoholds): Promise<string> => {
  const on = (await whoholds.lastDay()) ?? whoholds.theatre.period.from;
  const cells = await whoholds.control({
    on,
    asOf: null,
    seq: null,
    place: null,
    scope: null,
    minStatus: null,
    all: false,
  });
  const counts = STATUSES.map((status) => `${cells.filter((cell) => cell.status === status).length} ${status}`);
  return `${cells.length} places spoken of by ${on}: ${counts.join(', ')}.`;
};

/** The notes that the ledger does not have yet: all at the first start, the rest after an interrupted one. */
const missingNotes = async (whoholds: Whoholds): Promise<readonly string[]> => {
  const known = new Set((await whoholds.reports({ limit: 1000 })).rows.map((row) => basename(row.report.file)));
  const notes = readdirSync(demoFolder()).filter((name) => name.endsWith('.txt') && !known.has(name));
  return notes.sort().map((name) => join(demoFolder(), name));
};

const fill = async (whoholds: Whoholds, paths: readonly string[]): Promise<void> => {
  tell(`Reading ${paths.length} notes from ${demoFolder()} …`);
  await print(
    totalWords(
      await addAll(whoholds, { added: whoholds.add(itemsFrom(paths, {})), total: paths.length }, async () => {}),
    ),
  );
};

export const demoCommand = async (options: DemoOptions): Promise<ExitStatus> => {
  portFrom(options.port);
  const folder = homeFolder(process.env);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'demo.db');
  const theatre = withBoundaries(loadTheatre(theatreSetting(undefined)), homeFolder(process.env));
  const whoholds = await openWhoholds({ theatre, ledger: { file }, purpose: 'write', notice: tell });
  try {
    const missing = await missingNotes(whoholds);
    if (missing.length > 0) await fill(whoholds, missing);
    const earlier =
      missing.length > 0 ? '' : ', as an earlier start filled it (delete it to have the notes read again)';
    tell(`The ledger: ${file}${earlier}`);
    await print(await summary(whoholds));
    if (options.serve !== false) await serveUntilStopped(whoholds, { ...options, delay: '0' });
    return 0;
  } finally {
    await whoholds.close();
  }
};
