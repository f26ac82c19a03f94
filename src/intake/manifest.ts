// A manifest: what is known from outside of each file's day, outlet and address.
// Invariant: a row is found by the file's path or its name, a member's also by its archive's; a manifest without a `file` column is a fault, not an empty one.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Fault } from '../model/outcome.ts';
import { late } from './load-late.ts';

const csv = late<typeof import('csv-parse/sync')>('csv-parse/sync');

export interface ManifestRow {
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
}

/** What the manifest says of a file; null where it has no row for it. */
export type Manifest = (file: string) => ManifestRow | null;

export const NO_MANIFEST: Manifest = () => null;

const EXPECTED = ['a CSV file with a header row: file,published,outlet,url'];

const readRows = (path: string): Record<string, string>[] => {
  try {
    return csv().parse<Record<string, string>>(readFileSync(path), {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Fault('world', `the manifest ${path} cannot be read: ${why}`, { cause, expected: EXPECTED });
  }
};

const cell = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** By which a row may name a file: whole, without its folder; of a member its own name, then its archive's. */
const namesOf = (file: string): readonly string[] => {
  const own = [file, basename(file)];
  const at = file.lastIndexOf('#');
  return at < 0 ? own : [...own, file.slice(at + 1), basename(file.slice(at + 1)), ...namesOf(file.slice(0, at))];
};

/** Reads a manifest. Throws a Fault where it does not exist, is no CSV or has no `file` column. */
export const readManifest = (path: string): Manifest => {
  const rows = readRows(path);
  if (rows.length > 0 && rows[0]?.file === undefined)
    throw new Fault('usage', `the manifest ${path} has no column "file"`, { expected: EXPECTED });
  const byFile = new Map(
    rows.map((row) => [
      row.file ?? '',
      { published: cell(row.published), outlet: cell(row.outlet), url: cell(row.url) },
    ]),
  );
  return (file) => {
    const found = namesOf(file).find((name) => byFile.has(name));
    return found === undefined ? null : (byFile.get(found) ?? null);
  };
};
