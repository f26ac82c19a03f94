// Finds the folder of a theatre or a language and reads its files as bytes; the only file of this folder that touches the disk.
// Invariant: the version is a hash of every file's name and bytes, so it changes whenever any of them does.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Fault } from '../model/outcome.ts';

export interface DataFolder {
  readonly directory: string;
  readonly version: string;
  readonly files: ReadonlyMap<string, string>;
}

const above = (directory: string): string[] =>
  directory === dirname(directory) ? [directory] : [directory, ...above(dirname(directory))];

/** The folder of this package that holds a folder of that name: it is the same from src/ and from dist/src/. */
export const packageFolder = (name: 'theatres' | 'languages'): string => {
  const found = above(import.meta.dirname).find(
    (directory) => existsSync(join(directory, 'package.json')) && existsSync(join(directory, name)),
  );
  if (found !== undefined) return join(found, name);
  throw new Fault('world', `The package has no folder ${name}/ above ${import.meta.dirname}: install it again.`);
};

/** The folder of a language's rules and words; null where nobody has written that language yet. */
export const languageFolder = (language: string): string | null => {
  const folder = join(packageFolder('languages'), language);
  return existsSync(folder) ? folder : null;
};

const isTheatre = (directory: string): boolean => existsSync(join(directory, 'theatre.json'));

/** The ids of the theatres that come with the package. */
export const listTheatres = (): readonly string[] => {
  const home = packageFolder('theatres');
  return readdirSync(home)
    .filter((entry) => isTheatre(join(home, entry)))
    .sort();
};

const findTheatre = (idOrDirectory: string): string => {
  const candidates = [resolve(idOrDirectory)];
  if (!/[/\\]/.test(idOrDirectory)) candidates.unshift(join(packageFolder('theatres'), idOrDirectory));
  const found = candidates.find(isTheatre);
  if (found !== undefined) return found;
  const known = listTheatres();
  throw new Fault(
    'usage',
    `No theatre "${idOrDirectory}": it is neither one of ${known.join(', ')} nor a folder with a theatre.json.`,
    { expected: known },
  );
};

/** Reads every file of a folder. */
export const readFolder = (directory: string): DataFolder => {
  const hash = createHash('sha256');
  const files = new Map<string, string>();
  for (const name of readdirSync(directory).sort()) {
    const path = join(directory, name);
    if (!statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
    files.set(name, bytes.toString('utf8'));
  }
  return { directory, version: hash.digest('hex').slice(0, 24), files };
};

/** Reads every file of a theatre's folder. Throws a Fault where there is no such theatre. */
export const readTheatreFolder = (idOrDirectory: string): DataFolder => readFolder(findTheatre(idOrDirectory));
