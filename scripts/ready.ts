// The command as it stands ready in a snapshot: loaded, the default theatre and `open` parsed, and warmed up by the notes of the
// demo, so that reading one report starts at once. `scripts/build-command.mjs` writes the snapshot, `bin/whoholds.js` starts it.
// Invariant: nothing of the outside is kept: a theatre or a language whose files have changed since is loaded anew.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startupSnapshot } from 'node:v8';
import { main } from '../src/cli.ts';
// Loaded with this file, so that it is ready as well; the command line loads it only when called.
import '../src/commands/read.ts';
import { done } from '../src/model/outcome.ts';
import type { Theatre } from '../src/model/theatre.ts';
import { forgetMade } from '../src/model/when-asked.ts';
import { readingRecord } from '../src/publishing/records.ts';
import { readingText } from '../src/publishing/tables.ts';
import { packageFolder, theatreSetting } from '../src/settings.ts';
import { loadTheatre } from '../src/theatre/load.ts';
import { readItem, readReport } from '../src/whoholds/read-item.ts';

const GIVEN = { published: null, outlet: null, url: null, title: null, id: null };

/** Reads one file as the command would and writes it out both ways; the answer is not wanted. */
const rehearse = (path: string, theatre: Theatre): void => {
  const item = done({ file: path, bytes: readFileSync(path), form: 'text' as const, given: GIVEN });
  const read = readItem(item, { theatre, reader: readReport, retrieved: null });
  if (!read.ok) throw new Error(`${path} is not read: ${read.refusal.reason}`);
  readingRecord(read.report, read.reading, { marks: true, trace: true });
  readingText(read.report, read.reading);
};

const notes = join(packageFolder(), 'demo');
for (const theatre of [loadTheatre(theatreSetting(undefined)), loadTheatre('open')])
  for (const name of readdirSync(notes).filter((file) => file.endsWith('.txt'))) rehearse(join(notes, name), theatre);
forgetMade();
startupSnapshot.setDeserializeMainFunction(main);
